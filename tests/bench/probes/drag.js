// `dragFor(id, milliseconds, pause)` moves a slider to and fro with such pauses, as a hand does, and then lets go. It
// tells what `watchFor` tells, and `runs`: how many different answers were drawn a second; each
// whole run from another weight gives another, to its last digit.
window.dragFor = async (id, milliseconds, pause) => {
    const slider = document.getElementById(id);
    let runs = 0;
    const observer = new MutationObserver(() => (runs += 1));
    observer.observe(document.getElementById("prediction-full"), { childList: true, characterData: true, subtree: true });
    const began = performance.now();
    let moves = 0;
    const hand = setInterval(() => {
        moves += 1;
        slider.value = String(5 * Math.sin(moves / 40));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
    }, pause);
    const told = await watchFor(milliseconds);
    clearInterval(hand);
    slider.dispatchEvent(new Event("change", { bubbles: true }));
    observer.disconnect();
    return { ...told, runs: (1000 * runs) / (performance.now() - began) };
};
