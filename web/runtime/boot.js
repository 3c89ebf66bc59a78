// Watches over the page. Until Python's interface runs, it says why the start failed. After that it passes every
// fault to the interface, and shows a message itself only if the interface fails too.
// A classic script in old JavaScript: it must run where the rest cannot.
(function () {
    "use strict";
    // The worker, its watchdog (web/browser/faults.py) and anew.js wait as long as this; a test compares them.
    var SECONDS_TO_FETCH = 10;
    var SECONDS_TO_START = 30;
    var MILLISECONDS_TO_RUN = 5000;
    var MOST_IN_AN_ADDRESS = 1040000; // characters, as in web/page/address.py; a test compares them
    var STILL_WAITING = "Still waiting";
    var COULD_NOT_START = "This page could not start. ";
    var DAMAGED = "Reload it. If that does not help, one of its files may be missing or damaged.";
    var MET_AN_ERROR = "Something in this page failed, and it cannot go on. Reload it: your settings are in its address.";
    var CUT_OFF = "Only a part of this page came, because its network or its server broke off. Reload the page.";
    var CONTROLS = "main button[id]";
    var TRAINER = JSON.stringify(window.causes.site + "web/runtime/worker.mjs"); // an address may hold an apostrophe
    var WORKER =
        "import(" + TRAINER + ")" +
        ".then(() => { if (!self.isTrainer) throw new Error('Nothing came of ' + " + TRAINER + "); })" +
        ".catch((error) => postMessage({ kind: 'fault', value: String(error) }));";
    var root = document.documentElement;
    var causes = window.causes;
    var message = window.message;
    var isLeaving = false;
    var lastError = "";
    var workerAddress = ""; // of the script that imports the worker, once it is made
    var early = []; // the ids of the buttons that were pressed before there was anybody to listen
    var addressWasTooLong = false;
    var report = null; // Python's own listener for faults, once it is there

    function element(id) {
        return document.getElementById(id);
    }

    // All that is fetched is resolved against the page's address, which takes seconds where it has millions of characters;
    // and Python must not even look at a text that it has no room for.
    function cutLongAddress() {
        if (location.href.length <= MOST_IN_AN_ADDRESS) return;
        addressWasTooLong = true;
        try {
            history.replaceState(history.state, "", location.pathname + location.search);
        } catch (error) {
            // Then it stays there, and is not read.
        }
    }

    function fail(sentence, details) {
        root.setAttribute("data-ui", "failed");
        message.say(sentence, details);
        message.whenDrawn(function () {
            element("train-note").textContent = "This page did not start. See the message above.";
        });
    }

    function failToStart(text, address) {
        if (root.getAttribute("data-ui") !== "booting") return;
        fail(COULD_NOT_START + DAMAGED, text);
        message.whenDrawn(function () {
            causes.find((address ? [address] : []).concat(ownFiles()), sayCauseIfUnknown);
        });
    }

    function sayCauseIfUnknown(cause) {
        var sentence = element("failure-sentence");
        if (sentence.textContent === COULD_NOT_START + DAMAGED) sentence.textContent = COULD_NOT_START + cause.sentence + " " + cause.advice;
    }

    function ownFiles() {
        var loading = document.querySelectorAll("script[src], link[rel=modulepreload], link[rel=preload]");
        return Array.prototype.map
            .call(loading, function (loaded) {
                return loaded.src || loaded.href;
            })
            .filter(causes.isOwnFile);
    }

    function fault(text, address) {
        if (isLeaving) return;
        if (!report) {
            failToStart(text, address);
            return;
        }
        try {
            report(text);
        } catch (error) {
            message.say(MET_AN_ERROR, text + "\n\n" + textOf(error));
        }
        // Python draws in the next frame; in the one after that, the fault must be there to be read.
        requestAnimationFrame(function () {
            requestAnimationFrame(function () {
                if (element("failure").hidden) message.say(MET_AN_ERROR, text);
            });
        });
    }

    // Chromium's stack begins with the message; Firefox's and WebKit's leave it out.
    function textOf(error) {
        if (error && error.name === "PythonError") return error.message; // its stack is the interpreter's
        var message = String(error);
        var stack = (error && error.stack) || "";
        return stack.indexOf(message) === -1 ? (message + "\n" + stack).trim() : stack;
    }

    // Browsers run extensions in the page too. What the page itself raises names one of its files first; what is
    // injected names the page, as this guard does, or nothing. Only WebKit names no file that it could not import.
    function ownPlace(text) {
        var places = causes.placesIn(text).filter(function (place) {
            return place.indexOf("wasm:") !== 0 && (place.indexOf(causes.site) !== 0 || causes.isOwnFile(place));
        });
        return places.length && causes.isOwnFile(places[0]) ? places[0].replace(/(:\d+)+$/, "") : "";
    }

    function isOurs(error, text) {
        if (error.name === "PythonError") return true;
        return Boolean(ownPlace(text)) || (!report && text.indexOf("://") < 0);
    }

    window.addEventListener(
        "error",
        function (event) {
            var target = event.target;
            if (target && target.tagName) {
                // A page without its colours or its icon is still the page.
                // Nor does it need a script that only makes something nicer.
                if (target.tagName !== "SCRIPT" || target.hasAttribute("data-optional")) return;
                if (causes.isOwnFile(target.src)) fault("Could not be loaded: " + target.src, target.src);
            } else if (event.error && !(event.error instanceof DOMException)) {
                // Where storage is refused, PyScript's database raises a DOMException, and does without.
                // A late ResizeObserver, and what workers raise, come without an error; who awaits a worker hears from it.
                var text = textOf(event.error);
                if (isOurs(event.error, event.filename + "\n" + text)) fault(text);
            }
        },
        true,
    );

    // An empty file is no error to a browser. WebKit calls a module loaded before it has run.
    document.addEventListener(
        "load",
        function (event) {
            var target = event.target;
            if (target.tagName === "SCRIPT" && causes.isOwnFile(target.src)) setTimeout(missPyScript, MILLISECONDS_TO_RUN, target.src);
        },
        true,
    );

    function missPyScript(address) {
        if (!window[Symbol.for("@pyscript/core")] && ownFiles().every(isFetched)) fault("Nothing came of " + address, address);
    }

    window.addEventListener("unhandledrejection", function (event) {
        // PyScript looks for a storage that some browsers refuse, which is no Error or a DOMException; it does without.
        if (!(event.reason instanceof Error) || event.reason instanceof DOMException) return;
        var text = textOf(event.reason);
        if (isOurs(event.reason, text)) fault(text, ownPlace(text));
    });

    // What is fetched may fail a moment before the browser notices that the network is gone.
    window.addEventListener("offline", function () {
        if (element("failure-sentence")) sayCauseIfUnknown(causes.NO_NETWORK);
    });

    window.addEventListener("pagehide", function () {
        isLeaving = true; // what is cut off now is no fault
    });
    window.addEventListener("pageshow", function () {
        isLeaving = false;
    });

    // WebKitGTK and some headless browsers name a language after a system's locale, such as “C”. Intl refuses it,
    // and uPlot asks Intl for it while it loads. To ask Intl itself here would cost the start 10 ms.
    if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(navigator.language)) Object.defineProperty(navigator, "language", { value: "en" });

    // PyScript only logs what its first script raises; the log is all that is left to show.
    var log = console.error;
    console.error = function () {
        lastError = Array.prototype.join.call(arguments, " ");
        log.apply(console, arguments);
    };

    // Nor does it say which file it could not fetch. The response is handed on untouched. Once the interface runs, the
    // page fetches nothing more by this; what others fetch is theirs.
    var plainFetch = window.fetch;
    window.fetch = function (request) {
        var promise = plainFetch.apply(window, arguments);
        var address = report ? "" : addressOf(request);
        if (causes.isOwnFile(address)) promise.then(checkAnswer, tellLost);
        function checkAnswer(response) {
            if (!response.ok) fault(response.status + " " + response.statusText + ": " + address, address);
        }
        function tellLost(error) {
            fault("Could not be fetched: " + address + "\n" + error, address);
        }
        return promise;
    };

    function addressOf(request) {
        try {
            return new URL(request.url || request, document.baseURI).href;
        } catch (error) {
            return ""; // whoever asked hears that it is none
        }
    }

    document.addEventListener("mpy:done", function () {
        if (!report) fault(lastError || "The page's own Python ended early.");
    });

    document.addEventListener("click", function (event) {
        var button = event.target.closest ? event.target.closest(CONTROLS) : null;
        if (report || !button || root.getAttribute("data-ui") === "failed") return;
        if (early.indexOf(button.id) < 0) early.push(button.id);
        element("train-note").textContent = button.textContent + " will run when Python is ready.";
    });

    window.boot = {
        // Called by web/browser/main.py when the interface works. Returns the ids of the buttons pressed before, in order.
        ready: function (listener) {
            report = listener;
            console.error = log;
            element("failure").hidden = true; // it runs after all
            return early.join(" ");
        },
        // Whether there was an address, since this was last asked, that is too long to be read; it is there no longer.
        addressTooLong: function () {
            cutLongAddress();
            var wasTooLong = addressWasTooLong;
            addressWasTooLong = false;
            return wasTooLong;
        },
        // Calls a function in a task by itself. MicroPython's asyncio may call what is due within the task that runs.
        inNextTask: function (action) {
            setTimeout(action, 0);
        },
        // Whether the part of the address behind the # is this text.
        hasAddress: function (settings) {
            return window.location.hash.slice(1) === settings;
        },
        // The bytes of what stands in a text box, which may be much: MicroPython would copy the text itself.
        bytesOf: function (box) {
            return new TextEncoder().encode(box.value);
        },
        // The bytes of what is about to be pasted, if that has more than so many characters; then it is not pasted.
        bytesOfLongPaste: function (event, most) {
            var text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
            if (text.length <= most) return null;
            event.preventDefault();
            return new TextEncoder().encode(text);
        },
        // Starts the trainer's worker. One that comes over the network takes its policy from its own response, which
        // mostly has none; one that comes from a blob takes the page's, so that it too asks no other site for anything.
        startWorker: function () {
            workerAddress = workerAddress || URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" }));
            try {
                return new Worker(workerAddress, { type: "module" });
            } catch (error) {
                return refusedWorker(error);
            }
        },
        // Calls a function of the browser by its path, as in attempt("localStorage.getItem", "name"), and returns
        // null where the browser refuses it: MicroPython cannot catch what JavaScript throws.
        attempt: function (path) {
            var names = path.split(".");
            var owner = window;
            try {
                while (names.length > 1) owner = owner[names.shift()];
                return owner[names[0]].apply(owner, Array.prototype.slice.call(arguments, 1));
            } catch (error) {
                return null;
            }
        },
        // Keeps a text in the browser, and says whether it could: there may be no room, or it may keep nothing.
        keep: function (name, text) {
            try {
                window.localStorage.setItem(name, text);
                return true;
            } catch (error) {
                return false;
            }
        },
    };

    // WebKit refuses a worker at once, which MicroPython cannot catch; the others say so later, as this one does.
    function refusedWorker(error) {
        var worker = { terminate: function () {}, postMessage: function () {}, onerror: null };
        setTimeout(function () {
            if (worker.onerror) worker.onerror({ type: "error", message: String(error) });
        });
        return worker;
    }

    // Browsers draw nothing, and run no module, while a style sheet is on its way, unless it is for another medium.
    function doNotWaitForStyles() {
        Array.prototype.forEach.call(document.querySelectorAll("link[rel=stylesheet]"), function (link) {
            var later = link.cloneNode();
            if (link.sheet) return;
            later.media = "print";
            later.onload = function () {
                later.media = "all";
            };
            link.parentNode.replaceChild(later, link);
        });
    }

    function isFetched(address) {
        return performance.getEntriesByName(address).length > 0;
    }

    function listed(addresses) {
        return addresses.join("\n").split(causes.site).join("");
    }

    // What does not come is told before what takes its time.
    function look(seconds) {
        var files = ownFiles();
        var awaited = files.filter(function (file) {
            return !isFetched(file);
        });
        if (root.getAttribute("data-ui") !== "booting") return;
        doNotWaitForStyles();
        if (!awaited.length && seconds < SECONDS_TO_START) return;
        message.say(
            (awaited.length ? "This page is still waiting for its file " + listed(awaited.slice(0, 1)) : "This page is still loading") +
                ". On a slow network this can take minutes. Reload the page if nothing happens.",
            ["Waited for " + seconds + " seconds for:", listed(awaited), "Fetched so far:", listed(files.filter(isFetched)), lastError].join("\n"),
            STILL_WAITING,
        );
    }

    // What came before the cut is there; what comes last is the program. This is known before any module runs.
    document.addEventListener("readystatechange", function () {
        if (document.readyState !== "interactive" || element("program")) return;
        fail(CUT_OFF, "The last of " + document.documentElement.outerHTML.length + " characters: " + document.documentElement.outerHTML.slice(-200));
    });

    cutLongAddress();
    if (window.hindrance()) {
        fail(window.hindrance(), navigator.userAgent);
    } else {
        [SECONDS_TO_FETCH, SECONDS_TO_START].forEach(function (seconds) {
            setTimeout(look, 1000 * seconds, seconds);
        });
    }
})();
