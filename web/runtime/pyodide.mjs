// What PyScript starts in the worker in place of Pyodide itself. It names Pyodide's files, and over the
// channel that its own address names it reports how far the start has come (a number) or why it failed
// (a text): PyScript itself would only log that.
import { loadPyodide as load, version } from "../../vendor/pyodide/pyodide.mjs";

const channel = new BroadcastChannel(new URL(import.meta.url).hash.slice(1).replace(/\.mjs$/, ""));
const phases = { "Loading interpreter": 1, "Loaded interpreter": 2, "Loaded Pyodide": 3 };
const files = new URL("../../vendor/pyodide/", import.meta.url).href;
const compiledLibrary = `${files}library_first.zip`;

addEventListener("py:progress", ({ detail }) => {
    if (detail in phases) channel.postMessage(phases[detail]);
});

// The response is handed on untouched: a wrapped one would lose the browser's cache of compiled code.
const plainFetch = globalThis.fetch;
globalThis.fetch = async (...request) => {
    const response = await plainFetch(...request);
    if (!response.ok && response.url !== compiledLibrary) channel.postMessage(`${response.status} ${response.statusText}: ${response.url}`);
    return response;
};

export { version };

// With the compiled library Pyodide starts several times faster; with the one it ships, it starts too.
export const loadPyodide = async (options) => {
    try {
        const pyodide = await load({ ...options, indexURL: files, stdLibURL: compiledLibrary });
        globalThis.restOfTheLibrary = `${files}library_rest.zip`; // for web/library.py
        return pyodide;
    } catch (error) {
        console.warn("The compiled library does not load, so the one that Pyodide ships takes its place.", error);
    }
    try {
        return await load({ ...options, indexURL: files });
    } catch (error) {
        channel.postMessage(String(error?.stack ?? error));
        throw error;
    }
};
