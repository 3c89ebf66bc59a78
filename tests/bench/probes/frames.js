// `watchFor(milliseconds)` counts the frames of so long a time and finds the longest that the main thread was not to be
// had: by the browser's own long tasks, which begin at 50 ms, and by the gaps in a chain of timers.
window.watchFor = async (milliseconds) => {
    const told = { frames: 0, longest: 0, longTasks: 0, gap: 0 };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    const note = (entries) => {
        for (const { duration } of entries) {
            told.longTasks += 1;
            told.longest = Math.max(told.longest, duration);
        }
    };
    observer.observe({ type: "longtask" });
    const began = performance.now();
    const end = began + milliseconds;
    const frame = () => {
        told.frames += 1;
        if (performance.now() < end) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    await new Promise((resolve) => {
        const tick = (before) => {
            const now = performance.now();
            told.gap = Math.max(told.gap, now - before);
            if (now < end) setTimeout(tick, 0, now);
            else resolve();
        };
        tick(began);
    });
    note(observer.takeRecords());
    observer.disconnect();
    return { ...told, perSecond: (1000 * told.frames) / (performance.now() - began) };
};
