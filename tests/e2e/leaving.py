"""Every way from the trainer's worker to another site, as Python would go it."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager

NOTHING_LEFT = "Every way was refused: fetch, request, socket, events, module, script, worker, blob"
# It stands behind the trainer's imports. Most attempts are answered later; when all are, it tells what became of them.
LEAVE = '''
import js
from pyodide.code import run_js

def refused(name, script):
    """Whether this raises at once."""
    try:
        run_js(script)
    except Exception:
        return name
    return f"({name} went out)"

ANSWERS = """
globalThis.answers = [];
const answered = (name, promise) => promise.then(() => answers.push(`(${name} went out)`), () => answers.push(name));
const heard = (name, object, good) => answered(name, new Promise((done, failed) => {
    object.addEventListener(good, done); object.addEventListener("error", failed);
}));
const attempted = (name, attempt) => { try { attempt(); } catch { answers.push(name); } };
attempted("fetch", () => answered("fetch", fetch("FOREIGN", {mode: "no-cors"})));
attempted("socket", () => heard("socket", new WebSocket("FOREIGN".replace("http", "ws")), "open"));
attempted("events", () => heard("events", new EventSource("FOREIGN"), "open"));
attempted("module", () => answered("module", import("FOREIGN/module.js")));
attempted("worker", () => heard("worker", new Worker("FOREIGN/worker.js"), "message"));
const inner = `fetch("FOREIGN", {mode: "no-cors"}).then(() => postMessage("out"), () => postMessage("refused"))`;
attempted("blob", () => {
    const worker = new Worker(URL.createObjectURL(new Blob([inner], {type: "text/javascript"})));
    answered("blob", new Promise((done, failed) => {
        worker.onerror = failed;
        worker.onmessage = ({data}) => data === "out" ? done() : failed();
    }));
});
"""
run_js(ANSWERS)
request = refused("request", "const r = new XMLHttpRequest(); r.open('GET', 'FOREIGN', false); r.send()")
script = refused("script", "importScripts('FOREIGN/script.js')")

def tell(*_):
    answers = [str(answer) for answer in js.answers] + [request, script]
    if len(answers) < 8:
        js.setTimeout(told, 50)
        return
    order = ["fetch", "request", "socket", "events", "module", "script", "worker", "blob"]
    good = sorted(answers, key=lambda name: order.index(name) if name in order else -1)
    text = "Every way was refused: " if good == order else "Some went out: "
    run_js("text => postMessage({kind: 'fault', value: text})")(text + ", ".join(good))

from pyodide.ffi import create_proxy
told = create_proxy(tell)
js.setTimeout(told, 50)
'''


@contextmanager
def foreign_site() -> Iterator[tuple[str, list[str]]]:
    """The address of another site, which lets everybody in, and what it was asked for."""
    asked: list[str] = []

    class Open(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Type", "text/javascript")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Open)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{running.server_port}", asked
    finally:
        running.shutdown()
        running.server_close()
