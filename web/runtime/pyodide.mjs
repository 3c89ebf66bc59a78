// What PyScript starts in the worker in place of Pyodide itself: it names Pyodide's files and reports
// how far the start has come, over the channel that its own address names.
import { loadPyodide as load, version } from "../../vendor/pyodide/pyodide.mjs";

const channel = new BroadcastChannel(new URL(import.meta.url).hash.slice(1).replace(/\.mjs$/, ""));
const phases = { "Loading interpreter": 1, "Loaded interpreter": 2, "Loaded Pyodide": 3 };

addEventListener("py:progress", ({ detail }) => {
    if (detail in phases) channel.postMessage(phases[detail]);
});

export { version };

export const loadPyodide = (options) =>
    load({ ...options, indexURL: new URL("../../vendor/pyodide/", import.meta.url).href });
