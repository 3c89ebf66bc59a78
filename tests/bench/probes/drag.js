// `whileRunsAreDrawn(milliseconds)` tells what `watchFor` tells, and `runs`: how many different answers were drawn a
// second; each whole run from other numbers gives another, to its last digit.
window.whileRunsAreDrawn = async (milliseconds) => {
    let runs = 0;
    const observer = new MutationObserver(() => (runs += 1));
    observer.observe(document.getElementById("prediction-full"), { childList: true, characterData: true, subtree: true });
    const began = performance.now();
    const told = await watchFor(milliseconds);
    observer.disconnect();
    return { ...told, runs: (1000 * runs) / (performance.now() - began) };
};
// Where a hand is: it goes on at the same speed while the page is busy. `turn()` is in radians.
const MILLISECONDS_A_RADIAN = 320;
const handFromNow = () => {
    const began = performance.now();
    return () => (performance.now() - began) / MILLISECONDS_A_RADIAN;
};
// `dragFor(id, milliseconds, pause)` tells the same while it moves a slider to and fro with such pauses, as a hand does;
// then it lets go.
window.dragFor = async (id, milliseconds, pause) => {
    const slider = document.getElementById(id);
    const turn = handFromNow();
    const hand = setInterval(() => {
        slider.value = String(5 * Math.sin(turn()));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
    }, pause);
    const told = await whileRunsAreDrawn(milliseconds);
    clearInterval(hand);
    slider.dispatchEvent(new Event("change", { bubbles: true }));
    return told;
};
// `dragRowFor(milliseconds, pause)` tells it while the first training row on the map goes round in a circle in its middle,
// so fast that it comes to more places than can be drawn.
const RADIUS = 100; // pixels
const TIMES_AS_FAST = 2;
window.dragRowFor = async (milliseconds, pause) => {
    const place = document.getElementById("map-place");
    place.setPointerCapture = () => {}; // there is no such pointer
    const send = (kind, target, clientX, clientY) => {
        const more = { bubbles: true, pointerId: 1, pointerType: "mouse", buttons: 1, clientX, clientY };
        target.dispatchEvent(new PointerEvent(kind, more));
    };
    const handle = document.querySelector("#map-handles .handle");
    const middleOf = (box) => [box.x + box.width / 2, box.y + box.height / 2];
    send("pointerdown", handle, ...middleOf(handle.getBoundingClientRect()));
    const [x, y] = middleOf(document.getElementById("map-rows").getBoundingClientRect());
    const turn = handFromNow();
    const hand = setInterval(() => {
        const angle = TIMES_AS_FAST * turn();
        send("pointermove", place, x + RADIUS * Math.sin(angle), y + RADIUS * Math.cos(angle));
    }, pause);
    const told = await whileRunsAreDrawn(milliseconds);
    clearInterval(hand);
    send("pointerup", place, x, y);
    return told;
};
