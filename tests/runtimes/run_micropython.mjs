// Runs a Python file under MicroPython in Node, with the files that pyscript.toml gives the page, and
// prints what it prints.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript";

const [file, root, ...names] = process.argv.slice(2);
const python = await loadMicroPython({
    url: fileURLToPath(new URL("micropython.wasm", import.meta.resolve("@micropython/micropython-webassembly-pyscript"))),
    stdout: (line) => console.log(line),
    linebuffer: true,
});
const made = new Set();
const makeFolder = (folder) => {
    if (folder === "." || made.has(folder)) return;
    makeFolder(dirname(folder));
    python.FS.mkdir(folder);
    made.add(folder);
};
for (const name of names) {
    makeFolder(dirname(name));
    python.FS.writeFile(name, readFileSync(join(root, name)));
}
try {
    python.runPython(readFileSync(file, "utf-8"));
} catch (error) {
    console.log(`${error.type}: ${error.message}`);
    process.exitCode = 1;
}
