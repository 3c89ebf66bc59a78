// Watches over the page until Python's interface runs, so that a page that cannot start says why.
// A classic script in old JavaScript: it must run where the rest cannot.
(function () {
    "use strict";
    var SECONDS_OF_SILENCE = 30;
    var root = document.documentElement;
    var lastError = "";
    var clickedTrain = false;
    var report = null; // Python's own listener for faults, once it is there

    function element(id) {
        return document.getElementById(id);
    }

    function whenDrawn(action) {
        if (element("failure-reload")) action();
        else document.addEventListener("DOMContentLoaded", action);
    }

    function say(sentence, details) {
        whenDrawn(function () {
            element("failure").hidden = false;
            element("failure-sentence").textContent = sentence;
            element("failure-details").textContent = details || "";
            element("failure-more").hidden = !details;
            element("restart").hidden = true;
            element("wait").hidden = true;
        });
    }

    function fail(sentence, details) {
        if (root.getAttribute("data-ui") !== "booting") return;
        root.setAttribute("data-ui", "failed");
        say(sentence, details);
        whenDrawn(function () {
            element("train-note").textContent = "This page did not start; see the message above.";
        });
    }

    function fault(text) {
        if (report) report(text);
        else fail("This page could not start. Reload it; if that does not help, a file of it may be missing.", text);
    }

    // Chromium's stack begins with the message; Firefox's and WebKit's leave it out.
    function textOf(error) {
        var message = String(error);
        var stack = (error && error.stack) || "";
        return stack.indexOf(message) === -1 ? (message + "\n" + stack).trim() : stack;
    }

    function failedFile(target) {
        return target && (target.src || target.href);
    }

    window.addEventListener(
        "error",
        function (event) {
            var file = failedFile(event.target);
            if (file) fault("Could not be loaded: " + file);
            else fault(event.error ? textOf(event.error) : event.message);
        },
        true,
    );

    window.addEventListener("unhandledrejection", function (event) {
        fault(textOf(event.reason));
    });

    // WebKitGTK and some headless browsers name a language after a system's locale, such as “C”. Intl
    // refuses it, and uPlot asks Intl for it while it loads.
    try {
        new Intl.NumberFormat(navigator.language);
    } catch (_) {
        Object.defineProperty(navigator, "language", { value: "en" });
    }

    // PyScript only logs what its first script raises; the log is all that is left to show.
    var log = console.error;
    console.error = function () {
        lastError = Array.prototype.join.call(arguments, " ");
        log.apply(console, arguments);
    };

    // Nor does it say when a file that it fetches is not there. The response is handed on untouched.
    var plainFetch = window.fetch;
    window.fetch = function () {
        var promise = plainFetch.apply(window, arguments);
        promise.then(
            function (response) {
                if (!response.ok) fault(response.status + " " + response.statusText + ": " + response.url);
            },
            function () {}, // whoever called fetch hears of this
        );
        return promise;
    };

    document.addEventListener("mpy:done", function () {
        if (!report) fault(lastError || "The page's own Python ended early.");
    });

    document.addEventListener("click", function (event) {
        var button = event.target;
        if (report || !button.id) return;
        if (button.id === "train") {
            clickedTrain = true;
            element("train-note").textContent = "Train is kept: it begins as soon as Python is ready.";
        }
    });

    whenDrawn(function () {
        element("failure-reload").addEventListener("click", function () {
            location.reload();
        });
        element("failure-copy").addEventListener("click", function () {
            var text = element("failure-sentence").textContent + "\n" + element("failure-details").textContent;
            if (navigator.clipboard) navigator.clipboard.writeText(text);
        });
    });

    window.boot = {
        // Called by web/main.py when the interface works. Returns whether Train was clicked before.
        ready: function (listener) {
            report = listener;
            console.error = log;
            return clickedTrain;
        },
    };

    if (location.protocol === "file:") {
        fail("This page was opened as a file, and browsers do not let such a page load Python. Serve its folder over HTTP: “make serve” does, and so does any web server.");
    } else if (typeof WebAssembly !== "object" || !("noModule" in document.createElement("script")) || !window.BroadcastChannel) {
        fail("This browser cannot run Python: it lacks WebAssembly, modules or channels. Every browser from 2022 on has them.");
    } else {
        setTimeout(function () {
            if (root.getAttribute("data-ui") === "booting") say("This page is still loading. On a slow network that can take minutes; reload it if nothing happens.", "");
        }, 1000 * SECONDS_OF_SILENCE);
    }
})();
