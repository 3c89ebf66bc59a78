// Runs compile_library.py under Pyodide in Node, because only Pyodide's own Python writes its bytecode.
// Usage: node web/compile_library.mjs FOLDER, which gets library_first.zip and library_rest.zip.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const [folder] = process.argv.slice(2);
const shipped = fileURLToPath(new URL("python_stdlib.zip", import.meta.resolve("pyodide")));
const pyodide = await loadPyodide();
pyodide.FS.writeFile("/shipped.zip", readFileSync(shipped));
pyodide.FS.writeFile("/compile_library.py", readFileSync(new URL("compile_library.py", import.meta.url)));
pyodide.runPython(`
import sys
sys.path.insert(0, "/")
from compile_library import compile_library
compile_library("/shipped.zip", "/library_first.zip", "/library_rest.zip")
`);
mkdirSync(folder, { recursive: true });
for (const name of ["library_first.zip", "library_rest.zip"]) {
    writeFileSync(join(folder, name), pyodide.FS.readFile(`/${name}`));
}
