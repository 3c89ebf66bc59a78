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
// `dragFor(id, milliseconds, pause)` tells the same while it moves a slider to and fro with such pauses, as a hand does;
// then it lets go.
window.dragFor = async (id, milliseconds, pause) => {
    const slider = document.getElementById(id);
    let moves = 0;
    const hand = setInterval(() => {
        moves += 1;
        slider.value = String(5 * Math.sin(moves / 40));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
    }, pause);
    const told = await whileRunsAreDrawn(milliseconds);
    clearInterval(hand);
    slider.dispatchEvent(new Event("change", { bubbles: true }));
    return told;
};
// `dragRowFor(milliseconds, pause)` tells it while the first training row on the map goes round in a circle.
window.dragRowFor = async (milliseconds, pause) => {
    const place = document.getElementById("map-place");
    place.setPointerCapture = () => {}; // there is no such pointer
    const box = document.querySelector("#map-handles .handle").getBoundingClientRect();
    const send = (kind, target, turn) => {
        const clientX = box.x + box.width / 2 + 60 * Math.sin(turn);
        const clientY = box.y + box.height / 2 + 60 * Math.cos(turn) - 60;
        const more = { bubbles: true, pointerId: 1, pointerType: "mouse", buttons: 1, clientX, clientY };
        target.dispatchEvent(new PointerEvent(kind, more));
    };
    send("pointerdown", document.querySelector("#map-handles .handle"), 0);
    let moves = 0;
    const hand = setInterval(() => {
        moves += 1;
        send("pointermove", place, moves / 40);
    }, pause);
    const told = await whileRunsAreDrawn(milliseconds);
    clearInterval(hand);
    send("pointerup", place, 0);
    return told;
};
