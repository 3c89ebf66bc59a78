// Starts the trainer's worker while the controls start: as soon as the network has brought all that they need, so that
// neither waits for the other. Where this does not happen, web/bridge.py starts the worker itself, a little later.
(function () {
    "use strict";
    var fetched = 0;
    var hasBegun = false;

    function look() {
        var isHere = document.readyState !== "loading" && fetched === document.querySelectorAll("link[rel=preload]").length;
        if (isHere && !hasBegun && document.documentElement.getAttribute("data-ui") === "booting") begin();
    }

    function begin() {
        hasBegun = true;
        var worker = new Worker("./web/runtime/worker.mjs", { type: "module" });
        var heard = [];
        worker.onmessage = worker.onerror = function (event) {
            heard.push(event);
        };
        window.earlyWorker = {
            // Called by the bridge: from now on it listens, first to what was said before.
            takeOver: function (listener) {
                delete window.earlyWorker;
                worker.onmessage = worker.onerror = listener;
                heard.forEach(function (event) {
                    listener(event);
                });
                return worker;
            },
        };
    }

    document.addEventListener(
        "load",
        function (event) {
            if (event.target.rel !== "preload") return;
            fetched += 1;
            look();
        },
        true,
    );
    document.addEventListener("DOMContentLoaded", look);
})();
