"""The faults that WebKit tells in its own way."""

from pathlib import Path

import pytest
from selenium.webdriver import WebKitGTK

from tests.e2e.breaking import behind_install, changed_modules
from tests.e2e.digits import digits
from tests.e2e.leaving import LEAVE, NOTHING_LEFT, foreign_site
from tests.e2e.servers import Answering, GoneAfterThePage, copied, served
from tests.e2e.webkit import WebKitLab


def opened(driver: WebKitGTK, address: str) -> WebKitLab:
    """The page, opened without waiting for anything."""
    driver.get(address)
    return WebKitLab(driver, address)


@pytest.mark.parametrize("kind", ["text/plain", "application/octet-stream"])
@pytest.mark.parametrize("headers", [{}, {"X-Content-Type-Options": "nosniff"}], ids=["sniffed", "not sniffed"])
def test_javascript_of_a_wrong_type_is_named(driver: WebKitGTK, headers: dict[str, str], kind: str) -> None:
    with served(headers_of_all=headers, types={".js": kind, ".mjs": kind}) as address:
        lab = opened(driver, address)
        lab.wait_for(f"as “{kind}”, and browsers do not run such files", lambda: lab.failure)


def test_modules_of_a_wrong_type_are_named(driver: WebKitGTK) -> None:
    with served(types={".mjs": "application/octet-stream"}) as address:
        lab = opened(driver, address)
        lab.wait_for("The server sends its file vendor/micropython/micropython.mjs", lambda: lab.failure)


def test_webassembly_of_a_wrong_type_runs_all_the_same(driver: WebKitGTK) -> None:
    with served(types={".wasm": "application/octet-stream"}) as address:
        lab = WebKitLab(driver, address)
        lab.open()
        lab.choose("Epochs", "300")
        lab.train_to_the_end()
        assert lab.parameters == digits(300)


def test_policies_of_the_site_are_named(driver: WebKitGTK) -> None:
    for policy, words in (
        ("script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'", "must allow 'unsafe-eval' and 'wasm-unsafe-eval'"),
        ("connect-src 'none'", "security policy (connect-src) does not let the page load its own files"),
        ("worker-src 'none'", "security policy (worker-src) does not let the page load its own files"),
        ("require-trusted-types-for 'script'", "security policy (require-trusted-types-for) does not let the page run"),
        ("sandbox allow-scripts", "security policy (sandbox) does not let the page load its own files"),
    ):
        with served(headers_of_all={"Content-Security-Policy": policy}) as address:
            lab = opened(driver, address)
            lab.wait_for(words, lambda lab=lab: lab.failure)  # type: ignore[misc]
    with served(headers_of_all={"Content-Security-Policy": "default-src 'self'"}) as address:
        lab = opened(driver, address)
        lab.wait_for("its first script was not allowed to run", lambda: lab.words)


def test_what_the_server_answers_for_a_file_is_named(driver: WebKitGTK) -> None:
    answers: dict[str, object] = {}
    with served(Answering, answers=answers) as address, served() as elsewhere:
        for name in ("vendor/micropython/micropython.mjs", "web/runtime/worker.mjs", "vendor/pyodide/pyodide.asm.wasm"):
            for answer, words in ((elsewhere, "sends to another address"), (503, "The server has trouble now")):
                answers.clear()
                answers["/" + name] = answer
                lab = opened(driver, address)
                lab.wait_for(words, lambda lab=lab: lab.failure)  # type: ignore[misc]
                assert name in lab.failure


def test_a_network_that_goes_right_after_the_page_came_is_named(driver: WebKitGTK) -> None:
    with served(GoneAfterThePage) as address:
        lab = opened(driver, address)
        lab.wait_for("Its server cannot be reached.", lambda: lab.failure)


def test_nothing_that_python_asks_of_another_site_goes_out(driver: WebKitGTK, tmp_path: Path) -> None:
    with foreign_site() as (foreign, asked):
        folder = copied(tmp_path)
        modules = changed_modules(behind_install(LEAVE.replace("FOREIGN", foreign)))
        (folder / "web" / "trainer.zip").write_bytes(modules)
        with served(folder=folder) as address:
            lab = opened(driver, address)
            lab.wait_until(lambda: bool(lab.failure), "what became of the attempts")
            details = lab.driver.find_element("css selector", "[role=alert] pre").get_property("textContent")
            assert NOTHING_LEFT in str(details)
        assert asked == []


def test_a_restart_into_a_newer_worker_asks_for_a_reload(driver: WebKitGTK, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "service-worker.js").unlink()  # or it may have kept the older one already
    worker = folder / "web" / "runtime" / "worker.mjs"
    worker.touch()  # browsers do not ask again for what has been the same for long
    with served(folder=folder) as address:
        lab = WebKitLab(driver, address)
        lab.open()
        worker.write_text(worker.read_text("utf-8").replace('const VERSION = "', 'const VERSION = "newer ', 1), "utf-8")
        lab.driver.execute_script("arguments[0].click()", lab.button("Restart Python"))
        lab.wait_for("A newer version of this page is in use now.", lambda: lab.failure)
