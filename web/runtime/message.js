// The message of a page that cannot start or go on: its words, and its buttons to copy the details and to reload.
// A classic script in old JavaScript: it must run where the rest cannot.
(function () {
    "use strict";
    var MILLISECONDS_OF_PRAISE = 4000;
    var MILLISECONDS_TO_REFETCH = 5000;
    var MILLISECONDS_TO_REFETCH_ALL = 30000;
    var ONE_VERSION = ["web/interface.py", "web/interface.bin", "web/trainer.zip", "web/runtime/worker.mjs"]; // these must fit together
    var root = document.documentElement;
    var plainFetch = window.fetch;
    var wentWrong = ""; // the heading that the page comes with

    function element(id) {
        return document.getElementById(id);
    }

    function whenDrawn(action) {
        if (element("failure-copied")) action();
        else
            document.addEventListener("DOMContentLoaded", function () {
                if (element("failure-copied")) action();
            });
    }

    function say(sentence, details, heading) {
        if (document.readyState !== "loading" && !element("failure-copied")) sayPlainly(sentence);
        whenDrawn(function () {
            element("failure-title").textContent = heading || wentWrong;
            element("failure-sentence").textContent = sentence;
            element("failure-details").textContent = details || "";
            element("failure-more").hidden = !details;
            element("restart").hidden = true;
            element("wait").hidden = true;
            element("failure").hidden = false;
        });
    }

    // Of a page that came without its place for messages.
    function sayPlainly(sentence) {
        var place = document.createElement("p");
        place.setAttribute("role", "alert");
        place.className = "notice";
        document.body.insertBefore(place, document.body.firstChild);
        place.textContent = sentence;
    }

    function praise(sentence) {
        element("failure-copied").textContent = sentence;
        setTimeout(function () {
            element("failure-copied").textContent = "";
        }, MILLISECONDS_OF_PRAISE);
    }

    function copy() {
        var details = element("failure-details");
        var text = [element("failure-sentence").textContent, details.textContent, location.href, navigator.userAgent].join("\n");
        function selectInstead() {
            getSelection().selectAllChildren(details);
            details.focus();
            element("failure-copied").textContent = "This browser does not let the page copy. The details are selected, so you can copy them yourself.";
            element("failure-copied").scrollIntoView({ block: "nearest" }); // on a small screen the message scrolls
        }
        if (!navigator.clipboard) selectInstead();
        else
            navigator.clipboard.writeText(text).then(function () {
                praise("Copied.");
            }, selectInstead);
    }

    function reload() {
        element("failure-reload").textContent = "Reloading …";
        refetched().then(function () {
            try {
                history.replaceState("fetched anew", ""); // for web/browser/main.py, in the page that comes
            } catch (error) {
                // Some browsers refuse it when it is done often.
            }
            location.reload();
        });
    }

    // A browser that reloads the page may still take its files from a cache, where one is old or damaged.
    function refetched() {
        var perhaps = window.causes.perhapsDamaged();
        var files = perhaps.length ? perhaps : ONE_VERSION;
        var fetching = files.map(function (file) {
            return plainFetch(window.causes.site + file, { cache: "reload" }).then(function (response) {
                return response.arrayBuffer(); // only what came whole is kept
            });
        });
        var isLate = new Promise(function (tell) {
            setTimeout(tell, perhaps.length ? MILLISECONDS_TO_REFETCH_ALL : MILLISECONDS_TO_REFETCH);
        });
        return Promise.race([Promise.all(fetching), isLate]).catch(function () {}); // the reload says what is wrong
    }

    root.setAttribute("data-guarded", "");
    whenDrawn(function () {
        wentWrong = element("failure-title").textContent;
        element("unguarded").hidden = true; // for those who get no style sheet
        element("failure-reload").addEventListener("click", function () {
            if (plainFetch && window.Promise) reload();
            else location.reload(); // a browser too old for more
        });
        element("failure-copy").addEventListener("click", copy);
    });

    window.message = {
        say: say,

        // Calls this when the message is there to be written.
        whenDrawn: whenDrawn,
    };
})();
