// Starts Python's worker while the controls start: as soon as the network has brought all that they need, so that
// neither waits for the other. Where this does not happen, web/bridge.py starts the worker itself, a little later.
(function () {
    "use strict";
    var NAME = "trainer-1"; // the first that the bridge would start
    var SOURCE = "./web/trainer.py";
    var fetched = 0;
    var isAsked = false;

    // A source that cannot be fetched is left to the bridge, which can tell a person so.
    function look() {
        var isHere = document.getElementById("trainer-config") && fetched === document.querySelectorAll("link[rel=preload]").length;
        if (isAsked || !isHere) return;
        isAsked = true;
        var request = new XMLHttpRequest();
        request.open("GET", SOURCE);
        request.onload = function () {
            if (request.status === 200 && document.documentElement.getAttribute("data-ui") === "booting") begin();
        };
        request.send();
    }

    function begin() {
        var config = JSON.parse(document.getElementById("trainer-config").textContent);
        var name = NAME + "-" + Math.random();
        var channel = new BroadcastChannel(name);
        var heard = [];
        channel.onmessage = function (event) {
            heard.push(event);
        };
        window.earlyTrainer = {
            channel: channel,
            // Called by the bridge: from now on it listens, first to what was said before.
            takeOver: function (listener) {
                channel.onmessage = null;
                channel.addEventListener("message", listener);
                heard.forEach(function (event) {
                    listener(event);
                });
            },
        };
        config.interpreter += "#" + name + ".mjs";
        var script = document.createElement("script");
        script.type = "py";
        script.src = SOURCE;
        script.setAttribute("worker", "");
        script.setAttribute("name", NAME);
        script.setAttribute("config", JSON.stringify(config));
        document.body.append(script);
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
