// The trainer's worker: it starts Pyodide, and then passes requests on to web/worker/trainer.py. What it posts to the page is a
// kind and a value:
//   version  of the page that it belongs to; the build puts VERSION in front of this
//   awaits  the file that has not come for a while, or none when it has come
//   phase  how far the start has come, from 1 to 3: an index of web.page.views.controls.PHASES
//   ready  the version of Python: the trainer is there and has answered
//   reply  what the trainer answered to a request, which is a list of texts, as a request is
//   error  why it could not answer one, in words; it can answer the next
//   fault  why it cannot go on, in words
const site = new URL("../../", import.meta.url).href;
const vendored = `${site}vendor/pyodide/`;
const compiledLibrary = `${vendored}library_first.bin`;
// Within the zip of the trainer there is one of its modules, which web/build/compile_trainer.py packs.
const TAKE_OUT = `
import os, sys, zipimport
modules = zipimport.zipimporter("/lib/trainer.zip").get_data("modules.zip")
os.remove("/lib/trainer.zip")
with open("/lib/modules.zip", "wb") as file:
    file.write(modules)
del modules
zipimport.zipimporter("/lib/modules.zip")
sys.path.insert(0, "/lib/modules.zip")
`;
const MILLISECONDS_TO_FETCH = 10_000;
const late = new Set(); // the files that should have come by now
const logged = []; // some of what goes wrong while it starts, Pyodide only logs
let isStarted = false; // from then on, what is fetched is asked for by Python, which hears what becomes of it
const say = (kind, value) => postMessage({ kind, value });

function awaited(address, coming) {
    const sayWhichIsLate = () => say("awaits", [...late][0] ?? "");
    const timer = setTimeout(() => sayWhichIsLate(late.add(address.replace(site, ""))), MILLISECONDS_TO_FETCH);
    const came = () => {
        clearTimeout(timer);
        if (late.delete(address.replace(site, ""))) sayWhichIsLate();
    };
    coming.then(came, came);
    return coming;
}

// Of what Pyodide fetches while it starts, the compiled library comes packed and may be missing. Every other response is
// handed on untouched: a wrapped one would lose the browser's cache of compiled code.
const plainFetch = globalThis.fetch;
globalThis.fetch = async (...request) => {
    const address = String(request[0].url ?? request[0]);
    const isLibrary = address === compiledLibrary;
    const isNeeded = !isLibrary && !isStarted && address.startsWith(site);
    const coming = plainFetch(...request);
    const response = await (isNeeded || isLibrary ? awaited(address, coming) : coming).catch((error) => {
        if (isNeeded) say("fault", `Could not be fetched: ${address}\n${error}`);
        throw error;
    });
    if (isLibrary && response.ok) return unpacked(response);
    if (isNeeded && !response.ok) say("fault", `${response.status} ${response.statusText}: ${address}`);
    return response;
};

async function unpacked(response) {
    try {
        return new Response(await new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
    } catch (error) {
        throw new Error(`Cannot be unpacked: ${response.url}\n${error}`);
    }
}

// Pyodide would wait for ever for a WebAssembly file that cannot be compiled. Browsers compile one while it comes only
// where the server calls it application/wasm; elsewhere it must be there first.
const plainInstantiate = WebAssembly.instantiateStreaming;
WebAssembly.instantiateStreaming = async (request, imports) => {
    try {
        const response = await request;
        const isNamed = response.headers.get("content-type") === "application/wasm";
        if (isNamed) return await plainInstantiate.call(WebAssembly, response, imports);
        return await WebAssembly.instantiate(await response.arrayBuffer(), imports);
    } catch (error) {
        if (!isStarted) say("fault", `Pyodide's WebAssembly cannot be used: ${error}`);
        throw error;
    }
};

const plainLog = console.error;
console.error = (...words) => {
    logged.push(words.map(textOf).join(" "));
    plainLog.apply(console, words);
};

// Chromium's stack begins with the message; Firefox's and WebKit's leave it out.
function textOf(error) {
    if (error?.name === "PythonError") return error.message.trim(); // its stack is the interpreter's
    const message = String(error);
    const stack = error?.stack ?? "";
    return stack.includes(message) ? stack : `${message}\n${stack}`.trim();
}

// With the compiled library Pyodide starts several times faster; with the one it ships, it starts too.
async function started(load) {
    try {
        const pyodide = await load({ indexURL: vendored, stdLibURL: compiledLibrary });
        globalThis.shippedLibrary = `${vendored}python_stdlib.zip`; // for web/worker/library.py
        return pyodide;
    } catch (error) {
        console.warn("The compiled library does not load, so the one that Pyodide ships takes its place.", error);
        return load({ indexURL: vendored });
    }
}

async function start() {
    say("version", VERSION);
    say("phase", 1);
    const modules = fetch(new URL("../trainer.zip", import.meta.url)).then((response) => response.arrayBuffer());
    modules.catch(() => {}); // what went wrong is told already
    const { loadPyodide } = await awaited(`${vendored}pyodide.mjs`, import("../../vendor/pyodide/pyodide.mjs"));
    awaited(`${vendored}pyodide.asm.mjs`, import("../../vendor/pyodide/pyodide.asm.mjs")); // which it would import itself
    const pyodide = await started(loadPyodide);
    globalThis.laterTrainer = new URL("../trainer_later.zip", import.meta.url).href; // for web/worker/library.py, too
    say("phase", 2);
    pyodide.FS.writeFile("/lib/trainer.zip", new Uint8Array(await modules));
    pyodide.runPython(TAKE_OUT);
    const trainer = pyodide.pyimport("web.worker.trainer");
    say("phase", 3);
    return trainer;
}

try {
    const trainer = await start();
    addEventListener("message", ({ data }) => {
        try {
            const texts = trainer.reply(...data);
            say("reply", texts.toJs());
            texts.destroy();
        } catch (error) {
            // What Python raises ends the request only; anything else has ended Python.
            say(error?.name === "PythonError" ? "error" : "fault", textOf(error));
        }
    });
    isStarted = true;
    say("ready", trainer.health());
} catch (error) {
    say("fault", [...logged, textOf(error)].join("\n\n"));
}
globalThis.isTrainer = true; // whoever imports this knows that all of it ran, and none was cut off
