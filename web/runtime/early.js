// Starts the trainer's worker while the controls start: as soon as the network has brought all that they need, so that
// neither waits for the other. Where this does not happen, web/browser/bridge.py starts the worker itself, a little later.
(function () {
    "use strict";
    var hasBegun = false;

    function isFetched(link) {
        return performance.getEntriesByName(link.href).length > 0;
    }

    function look() {
        var links = Array.prototype.slice.call(document.querySelectorAll("link[rel=preload], link[rel=modulepreload]"));
        if (!hasBegun && document.documentElement.getAttribute("data-ui") === "booting" && links.every(isFetched)) begin();
    }

    function begin() {
        hasBegun = true;
        var worker = window.boot.startWorker();
        var heard = [];
        worker.onmessage = worker.onerror = function (event) {
            heard.push(event);
        };
        window.earlyWorker = {
            worker: worker,
            // Called by the bridge: from now on it listens, first to what was said before, unless it stops listening.
            takeOver: function (listener) {
                delete window.earlyWorker;
                worker.onmessage = worker.onerror = listener;
                heard.forEach(function (event) {
                    if (worker.onmessage) listener(event);
                });
            },
        };
    }

    new PerformanceObserver(look).observe({ type: "resource", buffered: true });
})();
