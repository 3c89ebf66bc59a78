// What PyScript starts in the worker in place of Pyodide itself. It names Pyodide's files, adds the trainer's modules,
// which are fetched while Pyodide starts, and over the channel that its own address names it reports how far the
// start has come (a number), why it failed (a text), and what is logged as an error: PyScript and Pyodide themselves
// would only log that.
import { loadPyodide as load, version } from "../../vendor/pyodide/pyodide.mjs";

const channel = new BroadcastChannel(new URL(import.meta.url).hash.slice(1).replace(/\.mjs$/, ""));
const phases = { "Loading interpreter": 1, "Loaded interpreter": 2, "Loaded Pyodide": 3 };
const files = new URL("../../vendor/pyodide/", import.meta.url).href;
const compiledLibrary = `${files}library_first.zip`;
const trainer = new URL("../trainer.zip", import.meta.url).href;

addEventListener("py:progress", ({ detail }) => {
    if (detail in phases) channel.postMessage(phases[detail]);
});

// The response is handed on untouched: a wrapped one would lose the browser's cache of compiled code.
const plainFetch = globalThis.fetch;
globalThis.fetch = async (...request) => {
    const response = await plainFetch(...request).catch((error) => {
        const address = String(request[0].url ?? request[0]);
        if (address !== compiledLibrary) channel.postMessage(`Could not be fetched: ${address}\n${error}`);
        throw error;
    });
    if (!response.ok && response.url !== compiledLibrary) channel.postMessage(`${response.status} ${response.statusText}: ${response.url}`);
    return response;
};

// Pyodide would wait for ever for a WebAssembly file that cannot be compiled.
const plainInstantiate = WebAssembly.instantiateStreaming;
WebAssembly.instantiateStreaming = async (...request) => {
    try {
        return await plainInstantiate.apply(WebAssembly, request);
    } catch (error) {
        channel.postMessage(`Pyodide's WebAssembly cannot be used: ${error}`);
        throw error;
    }
};

// Chromium's stack begins with the message; Firefox's and WebKit's leave it out.
const textOf = (error) => {
    const message = String(error);
    const stack = error?.stack ?? "";
    return stack.includes(message) ? stack : `${message}\n${stack}`.trim();
};

const plainLog = console.error;
console.error = (...words) => {
    channel.postMessage({ log: words.map(textOf).join(" ") });
    plainLog.apply(console, words);
};

export { version };

export const loadPyodide = async (options) => {
    const modules = fetch(trainer).then((response) => response.arrayBuffer());
    modules.catch(() => {}); // what went wrong is told already
    const pyodide = await start(options);
    pyodide.FS.writeFile("/lib/trainer.zip", new Uint8Array(await modules));
    pyodide.runPython("import sys; sys.path.insert(0, '/lib/trainer.zip')");
    return pyodide;
};

// With the compiled library Pyodide starts several times faster; with the one it ships, it starts too.
async function start(options) {
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
        channel.postMessage(textOf(error));
        throw error;
    }
}
