// Finds out why the page cannot start, as far as a browser lets a page know, and says it with the way on.
// A classic script in old JavaScript: it must run where the rest cannot.
(function () {
    "use strict";
    var UNBUILT = "This is the page’s source, which must be built before it runs. Run “make serve” in its folder, and open the address that it prints.";
    var FILE = "This page was opened as a file, and browsers do not let such a page load Python. Serve its folder over HTTP: “make serve” does, and so does any web server.";
    var SWITCHED_OFF =
        "WebAssembly is switched off in this browser, and Python needs it. Allow it for this site, or use another browser. Strict security settings switch it off, such as Lockdown Mode on Apple devices.";
    var POLICY =
        "This site’s security policy does not let the page run Python. Whoever runs the site must allow 'unsafe-eval' and 'wasm-unsafe-eval' in its script-src.";
    var SANDBOX = "It is shown in a frame that keeps it from its own files (a sandbox without allow-same-origin). Open it in a tab of its own: " + location.href;
    var NO_NETWORK = "There is no network now.";
    var NO_SERVER = "Its server cannot be reached. Reload it when the network is there again.";
    var OWN = { "script-src": 1, "script-src-elem": 1, "connect-src": 1, "worker-src": 1 };
    var NOTHING = [0, 97, 115, 109, 1, 0, 0, 0]; // the smallest WebAssembly
    var root = document.documentElement;
    var ask = window.fetch;
    var site = location.href.replace(/[?#].*$/, "").replace(/[^\/]*$/, "");
    var refused = ""; // what a policy kept the page from

    // Of what is tried in this page, an extension’s requests are none of the page’s; those are for other addresses.
    document.addEventListener("securitypolicyviolation", function (event) {
        var isOurs = event.blockedURI.indexOf(site) === 0 || /^blob/.test(event.blockedURI);
        if (isOurs && OWN[event.effectiveDirective] && event.disposition !== "report") refused = event.effectiveDirective;
    });

    function isOwnFile(address) {
        return address.indexOf(site + "vendor/") === 0 || address.indexOf(site + "web/") === 0;
    }

    // A policy refuses this with another error than that of a browser which does not know it.
    function refusalOf(script) {
        try {
            Function(script);
        } catch (error) {
            return error;
        }
        return null;
    }

    function whyNoWebAssembly() {
        try {
            new WebAssembly.Module(new Uint8Array(NOTHING));
        } catch (error) {
            return /policy|csp|unsafe-eval/i.test(error.message) ? POLICY : SWITCHED_OFF;
        }
        return "";
    }

    function whatIsLacking() {
        var lacking = [];
        if (typeof WebAssembly !== "object") lacking.push("WebAssembly");
        if (typeof Worker !== "function") lacking.push("web workers");
        if (!("noModule" in document.createElement("script"))) lacking.push("JavaScript modules");
        if (typeof BroadcastChannel !== "function") lacking.push("broadcast channels");
        if (typeof DecompressionStream !== "function") lacking.push("decompression streams");
        if (typeof ResizeObserver !== "function") lacking.push("resize observers");
        if (typeof FinalizationRegistry !== "function") lacking.push("finalisation");
        if (refusalOf("class A { static {} }") instanceof SyntaxError) lacking.push("the JavaScript of 2022");
        return lacking.join(", ");
    }

    function ofAnswer(file, response) {
        var type = (response.headers.get("content-type") || "").split(";")[0];
        var isModule = /\.m?js$/.test(file);
        if (!response.ok) {
            return "The server does not give its file " + file + " (" + response.status + "). Whoever runs the server must put the page’s whole folder there.";
        }
        if (type === "text/html") {
            return "Another web page came instead of its file " + file + ". Some networks do that until you sign in. Sign in, then reload this page.";
        }
        if (isModule && !/\/(javascript|ecmascript|x-javascript)$/.test(type)) {
            return "The server sends its file " + file + " as “" + (type || "no type") + "”, and browsers do not run that. Whoever runs the server must send .js and .mjs as text/javascript.";
        }
        return "";
    }

    window.causes = {
        site: site,
        isOwnFile: isOwnFile,
        NO_NETWORK: NO_NETWORK,

        // What is known to stand in the way before anything is tried; empty when nothing is.
        beforeTheStart: function () {
            var lacking = whatIsLacking();
            if (!root.hasAttribute("data-version")) return UNBUILT;
            if (location.protocol === "file:") return FILE;
            if (lacking && lacking !== "WebAssembly") {
                return "This browser cannot run Python: it lacks " + lacking + ". Chrome, Edge, Firefox and Safari have had all of that since 2023; an update helps, or another browser.";
            }
            return refusalOf("") ? POLICY : whyNoWebAssembly();
        },

        // Why something failed just now, where it is no single file; empty when nothing is known.
        now: function () {
            if (window.origin === "null") return SANDBOX;
            if (refused) {
                return "This site’s security policy (" + refused + ") keeps the page from its own files. Whoever runs the site must allow there what the page’s own policy allows.";
            }
            return navigator.onLine === false ? NO_NETWORK : "";
        },

        // Asks for the files again, one after another, and tells what is wrong with the first that will not do.
        ofFiles: function (addresses, tell) {
            var rest = addresses.slice(1);
            var file = (addresses[0] || "").replace(site, "");
            if (!file) return;
            ask(addresses[0]).then(
                function (response) {
                    var cause = ofAnswer(file, response);
                    if (cause) tell(cause);
                    else window.causes.ofFiles(rest, tell);
                },
                function () {
                    // Browsers say a little later that it was a policy, or that there is no network.
                    setTimeout(function () {
                        tell(window.causes.now() || NO_SERVER);
                    }, 100);
                },
            );
        },
    };
})();
