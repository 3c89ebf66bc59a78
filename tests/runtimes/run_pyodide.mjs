// Runs a Python file under Pyodide in Node, with the project's folder in view, and prints what it prints.
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [file, root] = process.argv.slice(2);
const pyodide = await loadPyodide();
pyodide.FS.mkdirTree("/project");
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root }, "/project");
pyodide.runPython("import sys; sys.path.insert(0, '/project')");
pyodide.runPython(readFileSync(file, "utf-8"));
