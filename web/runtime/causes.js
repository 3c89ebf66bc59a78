// Finds out why the start failed, as far as a browser tells a page, and says what to do.
// A classic script in old JavaScript: it must run where the rest cannot.
(function () {
    "use strict";
    // Whether it helps to start Python again.
    var HELPS = "helps";
    var PERHAPS = "perhaps";
    var IN_VAIN = "in vain";
    var NO_NETWORK = cause("There is no network now.", "Reload this page when there is one.", HELPS);
    var NO_SERVER = cause("Its server cannot be reached.", "Reload this page when the network is back.", HELPS);
    var OWN = { "script-src": 1, "script-src-elem": 1, "connect-src": 1, "worker-src": 1 };
    // What the trainer's worker fetches, in this order.
    var OF_THE_TRAINER = [
        "web/runtime/worker.mjs",
        "web/trainer.zip",
        "vendor/pyodide/pyodide.mjs",
        "vendor/pyodide/pyodide.asm.mjs",
        "vendor/pyodide/pyodide-lock.json",
        "vendor/pyodide/pyodide.asm.wasm",
        "vendor/pyodide/python_stdlib.zip",
    ];
    var SITE = "site://";
    var plainFetch = window.fetch;
    var site = location.href.replace(/[?#].*$/, "").replace(/[^\/]*$/, "");
    var refused = null; // what a policy kept the page from
    var isSought = false; // a cause: something failed while the page or the trainer started
    var isKnown = false;

    // The advice is for a page that did not start. If only Python did not start, a restart may be enough.
    function cause(sentence, advice, restart) {
        return { sentence: sentence, advice: advice, restart: restart };
    }

    // Of what is tried in this page, an extension’s requests are none of the page’s; those are for other addresses.
    document.addEventListener("securitypolicyviolation", function (event) {
        var isWorker = event.effectiveDirective === "worker-src"; // the page’s one worker comes from a blob
        var isOurs = isOwnFile(event.blockedURI) || (isWorker && /^blob/.test(event.blockedURI));
        if (isOurs && OWN[event.effectiveDirective] && event.disposition !== "report") refused = event;
    });

    function isOwnFile(address) {
        return address.indexOf(site + "vendor/") === 0 || address.indexOf(site + "web/") === 0;
    }

    function ofSandbox() {
        if (window.top !== window) {
            return cause(
                "It is in a frame that does not let it load its own files (a sandbox without allow-same-origin).",
                "Open it in its own tab: " + location.href,
                IN_VAIN,
            );
        }
        return cause(
            "This site’s security policy (sandbox) does not let the page load its own files.",
            "Whoever runs the site must remove that policy for this page, or add allow-same-origin to it.",
            IN_VAIN,
        );
    }

    function ofPolicy() {
        return cause(
            "This site’s security policy (" + refused.effectiveDirective + ") does not let the page load its own files.",
            "Whoever runs the site must allow what the page’s own policy allows.",
            IN_VAIN,
        );
    }

    function ofAnswer(file, response) {
        var status = response.status;
        var type = (response.headers.get("content-type") || "").split(";")[0];
        var isModule = /\.m?js$/.test(file);
        // Python's files are all fetched from this site; a network that wants a sign-in sends elsewhere, or answers itself.
        if (response.type === "opaqueredirect") {
            return cause(
                "The answer for its file " + file + " sends to another address. Some networks do that until you sign in.",
                "If yours asks you to sign in, do so and reload this page. Otherwise, whoever runs the server must send the file itself.",
                PERHAPS,
            );
        }
        if (status === 511 || (response.ok && type === "text/html")) {
            return cause(
                "Another web page came instead of its file " + file + ". Some networks do that until you sign in.",
                "Sign in, then reload this page.",
                PERHAPS,
            );
        }
        if (status === 429 || status >= 500) {
            return cause(
                "The server " + (status === 429 ? "is too busy" : "has trouble") + " now and did not send its file " + file + " (" + status + "). This is usually over in a few minutes.",
                "Reload this page then.",
                HELPS,
            );
        }
        if (status === 401 || status === 403) {
            return cause(
                "The server refuses to send its file " + file + " (" + status + ").",
                "If this site has a sign-in, sign in and reload this page. Otherwise, whoever runs the server must allow it.",
                PERHAPS,
            );
        }
        if (status === 409) {
            return cause("Its file " + file + " belongs to another version of the page.", "Reload this page.", PERHAPS);
        }
        if (!response.ok) {
            return cause(
                "The server did not send its file " + file + " (" + status + ").",
                "Whoever runs the server must put the page’s whole folder there.",
                PERHAPS,
            );
        }
        if (response.headers.get("content-length") === "0") {
            return cause("Its file " + file + " is empty.", "Whoever runs the server must put the page’s whole folder there.", PERHAPS);
        }
        if (isModule && !/\/(javascript|ecmascript|x-javascript)$/.test(type)) {
            return cause(
                "The server sends its file " + file + (type ? " as “" + type + "”" : " without a type") + ", and browsers do not run such files.",
                "Whoever runs the server must send .js and .mjs as text/javascript.",
                PERHAPS,
            );
        }
        return null;
    }

    // Where the answer sends to another site, the page's policy forbids to follow; then it is enough to know that.
    function asked(address) {
        return plainFetch(address).catch(function () {
            return plainFetch(address, { redirect: "manual" });
        });
    }

    // Asks for the files again, one after another, and tells what is wrong with the first that will not do.
    function ofFiles(addresses, tell) {
        var address = addresses[0];
        if (!address) {
            if (refused) tell(ofPolicy());
            return;
        }
        asked(address).then(
            function (response) {
                var found = ofAnswer(address.replace(site, ""), response);
                if (response.body) response.body.cancel();
                if (found) tell(found);
                else ofFiles(addresses.slice(1), tell);
            },
            function () {
                // Browsers say a little later that it was a policy, or that there is no network.
                setTimeout(function () {
                    if (refused) tell(ofPolicy());
                    else tell(navigator.onLine === false ? NO_NETWORK : NO_SERVER);
                }, 100);
            },
        );
    }

    function find(addresses, told) {
        function tell(found) {
            isKnown = true;
            told(found);
        }
        isSought = true;
        if (window.origin === "null") tell(ofSandbox());
        else if (navigator.onLine === false) tell(NO_NETWORK);
        else if (!refused) ofFiles(addresses, tell);
        // A policy refuses also what a network sends to another site.
        else if (isOwnFile(refused.blockedURI)) ofFiles([refused.blockedURI].concat(addresses), tell);
        else tell(ofPolicy());
    }

    // The addresses in a text, where brackets may stand around them. The page's own address may have brackets in it.
    function placesIn(text) {
        var places = text.split(site).join(SITE).match(/[\w-]+:\/\/[^\s)]+/g) || [];
        return places.map(function (place) {
            return place.replace(SITE, site);
        });
    }

    // The first of the page's files that a text names, in a list.
    function namedIn(text) {
        return placesIn(text)
            .map(function (place) {
                return place.replace(/(:\d+)+$/, "");
            })
            .filter(isOwnFile)
            .slice(0, 1);
    }

    window.causes = {
        site: site,
        isOwnFile: isOwnFile,
        placesIn: placesIn,
        NO_NETWORK: NO_NETWORK,

        // Why the page failed to start: tells the cause once it is known, if it ever is. These files are asked for.
        find: find,

        // Every file that the page and the trainer fetch, if the start failed and no cause is known.
        perhapsDamaged: function () {
            var loaded = performance.getEntriesByType("resource").map(function (entry) {
                return entry.name;
            });
            var files = loaded.filter(isOwnFile).map(function (address) {
                return address.replace(site, "");
            });
            var others = OF_THE_TRAINER.filter(function (file) {
                return files.indexOf(file) < 0;
            });
            return isSought && !isKnown ? files.concat(others) : [];
        },

        // Why the trainer failed to start, with these words: the same.
        findForTrainer: function (text, tell) {
            var files = OF_THE_TRAINER.map(function (file) {
                return site + file;
            });
            find(namedIn(text).concat(files), tell);
        },
    };
})();
