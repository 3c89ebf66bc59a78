// Gives up a kept copy of the page that cannot start, and fetches the page anew: once, and only while the server is
// there to fetch it from. It watches from outside, as it must not need anything of what may be broken.
(function () {
    "use strict";
    var SECONDS_TO_START = 30;
    var MARK = "one-neuron-anew"; // in this tab's storage: it was done, and the page has not started since
    var root = document.documentElement;
    var watching = new MutationObserver(look);

    function look() {
        if (root.getAttribute("data-trainer") === "ready") {
            watching.disconnect();
            store("removeItem");
        } else if (root.getAttribute("data-ui") === "failed" || root.getAttribute("data-trainer") === "failed") {
            watching.disconnect();
            giveUp();
        }
    }

    function giveUp() {
        if (store("getItem")) whenDrawn(sayThatItDidNotHelp);
        else if (navigator.serviceWorker && navigator.serviceWorker.controller) startAnew();
    }

    function whenDrawn(action) {
        if (document.readyState !== "loading") action();
        else document.addEventListener("DOMContentLoaded", action);
    }

    function sayThatItDidNotHelp() {
        document.getElementById("failure-anew").hidden = false;
    }

    function startAnew() {
        // The service worker itself is never kept, so this asks the server; a stranger's answer does not count.
        asked("./service-worker.js")
            .then(function (answer) {
                if (answer.indexOf("const BUILD") !== 0) throw new Error("The server is not there.");
                store("setItem");
                if (!store("getItem")) throw new Error("This could be done for ever.");
                return navigator.serviceWorker.getRegistration();
            })
            .then(function (registration) {
                return registration.unregister().then(function () {
                    return forget("one-neuron " + registration.scope + " ");
                });
            })
            .then(function () {
                location.reload();
            })
            .catch(function (error) {
                console.warn("The kept copy of this page stays: " + error);
            });
    }

    // The page counts what fetch() cannot get among its own faults.
    function asked(address) {
        return new Promise(function (answer, refuse) {
            var request = new XMLHttpRequest();
            request.open("GET", address);
            request.setRequestHeader("Cache-Control", "no-cache");
            request.onload = function () {
                answer(request.responseText);
            };
            request.onerror = refuse;
            request.send();
        });
    }

    function forget(own) {
        return caches.keys().then(function (names) {
            var owned = names.filter(function (name) {
                return name.indexOf(own) === 0;
            });
            return Promise.all(owned.map(caches.delete, caches));
        });
    }

    function store(deed) {
        try {
            return sessionStorage[deed](MARK, "yes");
        } catch (_) {
            return null;
        }
    }

    watching.observe(root, { attributes: true, attributeFilter: ["data-ui", "data-trainer"] });
    setTimeout(function () {
        if (root.getAttribute("data-ui") === "booting") giveUp();
    }, 1000 * SECONDS_TO_START);
    look();
})();
