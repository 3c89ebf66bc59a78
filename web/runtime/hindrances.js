// What keeps this browser from running the page, known before anything starts, and what to do about it.
// A classic script in old JavaScript: it must run where the rest cannot.
(function () {
    "use strict";
    var UNBUILT = "This is the page’s source. It must be built before it runs. Run “make serve” in its folder and open the address that it prints.";
    var FILE = "This page was opened as a file, and browsers do not let a file load Python. Serve its folder over HTTP with “make serve” or any web server.";
    var SWITCHED_OFF =
        "Python needs WebAssembly, which is switched off in this browser. Allow it for this site, or use another browser. Strict security settings, for example Lockdown Mode on Apple devices, switch it off.";
    var POLICY =
        "This site’s security policy does not let the page run Python. Whoever runs the site must allow 'unsafe-eval' and 'wasm-unsafe-eval' in its script-src.";
    var TRUSTED_TYPES =
        "This site’s security policy (require-trusted-types-for) does not let the page run Python. Whoever runs the site must remove that policy for this page.";
    var NOTHING = [0, 97, 115, 109, 1, 0, 0, 0]; // the smallest WebAssembly
    var root = document.documentElement;

    // Empty when nothing is known to stand in the way.
    window.hindrance = function () {
        var lacking = whatIsLacking();
        if (!root.hasAttribute("data-version")) return UNBUILT;
        if (location.protocol === "file:") return FILE;
        if (lacking && lacking !== "WebAssembly") {
            return "This browser cannot run Python: it lacks " + lacking + ". Chrome, Edge, Firefox and Safari have had this since 2023. Update this browser or use another one.";
        }
        if (wantsTrustedTypes()) return TRUSTED_TYPES;
        return refusalOf("") ? POLICY : whyNoWebAssembly();
    };

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
        if (typeof FinalizationRegistry !== "function") lacking.push("finalization registries");
        if (refusalOf("class A { static {} }") instanceof SyntaxError) lacking.push("the JavaScript of 2022");
        return lacking.join(", ");
    }

    // A policy for scripts' texts refuses even one that is never run.
    function wantsTrustedTypes() {
        try {
            document.createElement("script").text = "0";
        } catch (error) {
            return true;
        }
        return false;
    }
})();
