// Watches the page's worker and its frames from outside: when the first call went to the worker and the last answer
// came back, how long the worker had to wait in between, and how long the page spent inside its frames.
{
    const nothing = { first: 0, last: 0, answers: 0, waiting: 0, frames: 0 };
    const told = { ...nothing };

    window.Worker = class extends Worker {
        constructor(...given) {
            super(...given);
            this.addEventListener("message", () => {
                told.last = performance.now();
                told.answers += 1;
            });
        }

        postMessage(...message) {
            const now = performance.now();
            told.first ||= now;
            if (told.last) told.waiting += now - told.last;
            super.postMessage(...message);
        }
    };

    const plainRequest = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) =>
        plainRequest((time) => {
            const began = performance.now();
            draw(time);
            told.frames += performance.now() - began;
        });

    // Waits until the page is as the selector says.
    const until = (selector) =>
        new Promise((resolve) => {
            const look = () => document.querySelector(selector) && (watcher.disconnect(), resolve());
            const watcher = new MutationObserver(look);
            watcher.observe(document.documentElement, { attributes: true });
            look();
        });

    window.trainFromTheStart = async () => {
        document.querySelector("#reset").click();
        await until("html[data-run=untrained][data-trainer=ready]");
        Object.assign(told, nothing);
        document.querySelector("#train").click();
        await until("html[data-run=trained]"); // what Python is asked after that is no training
        return { ...told };
    };
}
