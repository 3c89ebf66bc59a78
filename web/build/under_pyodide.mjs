// Runs a Python program of this project under Pyodide in Node, because only Pyodide's own Python writes its bytecode.
// Usage: node web/build/under_pyodide.mjs PROGRAM [ARGUMENT ...], with paths from the project's folder.
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const project = fileURLToPath(new URL("../..", import.meta.url));
const pyodide = await loadPyodide();
pyodide.FS.mkdir("/project");
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: project }, "/project");
pyodide.globals.set("arguments", pyodide.toPy(process.argv.slice(2)));
pyodide.runPython(`
import os, runpy, sys
os.chdir("/project")
sys.path.insert(0, "/project")
sys.argv = arguments
runpy.run_path(arguments[0], run_name="__main__")
`);
