// Put in front of a page together with `const WANTED = {...}`: for each name a selector, and what to do when it
// matches for the first time. `marks` gets the time, in milliseconds since the navigation began.
window.marks = {};
const everyMark = {};
const patience = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`It took too long: ${Object.keys(WANTED)}.`)), 60_000);
});
const marked = Promise.all(Object.keys(WANTED).map((name) => new Promise((resolve) => (everyMark[name] = resolve))));
window.marked = Promise.race([marked, patience]);

function mark(name) {
    window.marks[name] = performance.now();
    everyMark[name]();
}

function look() {
    for (const [name, { selector, click, drawn }] of Object.entries(WANTED)) {
        const found = document.querySelector(selector);
        if (!found) continue;
        delete WANTED[name];
        if (click) found.click();
        // A task of its own after the next frame: what the page draws in that frame is done by then.
        if (drawn) requestAnimationFrame(() => setTimeout(() => mark(name)));
        else mark(name);
    }
}

new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
