"""Why the page cannot start, said in words that name it; with servers, policies and frames that are really so."""

import functools
import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect

from tests.e2e.breaking import NOISE, details, opened
from tests.e2e.conftest import Complaints
from tests.e2e.lab import Lab
from tests.e2e.servers import CUT_OFF, EMPTY, Answering, GoneAfterThePage, served
from tests.e2e.sites import Site, send

SECONDS = 20  # less than the page itself waits before it says that it is still loading
NOSNIFF = {"X-Content-Type-Options": "nosniff"}
AS_TEXT = {".js": "text/plain", ".mjs": "text/plain"}
POLICY = "Content-Security-Policy"
AGAIN = "Your settings are kept. Restart Python to begin."
ELSEWHERE = "elsewhere"
UNREACHABLE = "This page could not start. Its server cannot be reached."


def told(page: Page, address: str, complaints: Complaints) -> str:
    """What the page says when it fails to start, which must be soon."""
    complaints.expected += [*NOISE, "request off the site"]
    began = time.monotonic()
    page.goto(address)
    page.wait_for_selector("html[data-ui=failed], html[data-trainer=failed]", timeout=1000 * SECONDS)
    # The first sentence may be that something is wrong, before it is known what, or on a busy computer that it is slow.
    lab = Lab(page, address)
    words = re.compile("one of its files may be missing|still waiting")
    expect(lab.failure).not_to_contain_text(words, timeout=1000 * SECONDS)
    assert time.monotonic() - began < SECONDS
    expect(lab.failure.get_by_role("button", name="Reload the page")).to_be_visible()
    return lab.failure_sentence.inner_text()


# What a server says of files, and which file of the page is named with which words then.
WRONG_TYPES = (
    (AS_TEXT, "vendor/pyscript/core.js", "as “text/plain”"),
    ({".mjs": "application/octet-stream"}, "vendor/micropython/micropython.mjs", "as “application/octet-stream”"),
    ({".mjs": ""}, "vendor/micropython/micropython.mjs", "without a type"),
)


@pytest.mark.engines
@pytest.mark.parametrize("headers", [{}, NOSNIFF], ids=["sniffed", "not sniffed"])
def test_javascript_of_a_wrong_type_is_named(page: Page, complaints: Complaints, headers: dict[str, str]) -> None:
    for types, name, how in WRONG_TYPES:
        with served(headers_of_all=headers, types=types) as address:
            says = told(page, address, complaints)
        assert says == (
            f"This page could not start. The server sends its file {name} {how}, and browsers do not run such files. "
            "Whoever runs the server must send .js and .mjs as text/javascript."
        )


def test_the_name_of_a_file_fits_the_smallest_screen(page: Page, complaints: Complaints) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    with served(types={".mjs": "application/octet-stream"}) as address:
        assert "vendor/micropython/micropython.mjs" in told(page, address, complaints)
        assert page.evaluate("(({scrollWidth, clientWidth}) => scrollWidth - clientWidth)(failure)") == 0


@pytest.mark.engines("text/plain")
@pytest.mark.parametrize("kind", ["application/octet-stream", "text/plain"])
def test_webassembly_of_a_wrong_type_runs_all_the_same(page: Page, complaints: Complaints, kind: str) -> None:
    complaints.expected += NOISE  # MicroPython says that it tries in another way
    with served(headers_of_all=NOSNIFF, types={".wasm": kind}) as address:
        complaints.site = address
        lab = Lab(page, address)
        lab.open()
        lab.train_to_the_end()
        expect(lab.score).to_have_text("21 of 25 test sums right")


@pytest.mark.engines
@pytest.mark.parametrize("sources", ["'self' 'unsafe-inline' 'wasm-unsafe-eval'", "'self' 'unsafe-inline'"])
def test_a_policy_of_the_site_that_forbids_to_make_code_is_named(
    page: Page, complaints: Complaints, sources: str
) -> None:
    with served(headers_of_all={POLICY: f"script-src {sources}"}) as address:
        says = told(page, address, complaints)
    assert says.startswith("This site’s security policy does not let the page run Python.")
    assert "must allow 'unsafe-eval' and 'wasm-unsafe-eval' in its script-src" in says


@pytest.mark.engines
@pytest.mark.parametrize("directive", ["connect-src", "worker-src"])
def test_a_policy_of_the_site_that_keeps_the_page_from_its_files_is_named(
    page: Page, complaints: Complaints, directive: str
) -> None:
    with served(headers_of_all={POLICY: f"{directive} 'none'"}) as address:
        says = told(page, address, complaints)
        assert f"This site’s security policy ({directive}) does not let the page load its own files." in says
        assert "Restart" not in says
        expect(page.get_by_role("button", name="Restart Python")).to_be_hidden()


@pytest.mark.engines
@pytest.mark.parametrize(
    ("policy", "advice"),
    [
        ("require-trusted-types-for 'script'", "Whoever runs the site must remove that policy for this page."),
        (
            "sandbox allow-scripts",
            "Whoever runs the site must remove that policy for this page, or add allow-same-origin",
        ),
    ],
)
def test_a_policy_that_asks_for_more_than_the_page_can_do_is_named(
    page: Page, complaints: Complaints, policy: str, advice: str
) -> None:
    with served(headers_of_all={POLICY: policy}) as address:
        says = told(page, address, complaints)
    assert f"This site’s security policy ({policy.split()[0]})" in says
    assert advice in says


@pytest.mark.engines
@pytest.mark.parametrize("policy", ["default-src 'self'", "script-src 'none'"])
def test_where_not_even_the_guard_may_run_the_page_itself_says_so(
    page: Page, complaints: Complaints, policy: str
) -> None:
    complaints.expected += NOISE
    with served(headers_of_all={POLICY: policy}) as address:
        complaints.site = address
        page.goto(address)
        expect(
            page.get_by_text("This page cannot start because its first script was not allowed to run.")
        ).to_be_visible()
        expect(page.get_by_text("Python is starting")).to_be_hidden()
        expect(page.get_by_text("whoever runs the site must allow what the page’s own policy allows")).to_be_visible()
    page.goto("about:blank")


def test_a_page_with_its_guard_says_nothing_of_that(lab: Lab) -> None:
    for scheme in ("light", "dark"):
        lab.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        expect(lab.page.get_by_text("its first script was not allowed to run"), scheme).to_be_hidden()


@pytest.mark.engines
def test_a_network_that_goes_right_after_the_page_came_is_named(page: Page, complaints: Complaints) -> None:
    with served(GoneAfterThePage) as address:
        says = told(page, address, complaints)
    assert says == f"{UNREACHABLE} Reload this page when the network is back."


@pytest.mark.engines
def test_a_page_that_came_only_in_part_says_so(page: Page, changeable: Site, complaints: Complaints) -> None:
    complaints.expected += NOISE
    index = (changeable.folder / "index.html").read_text("utf-8")
    for place in ("<h1>", 'id="failure-more"', 'id="results-body"', "<py-config", 'id="program"'):
        part = index[: index.index(place)].encode()
        changeable.answers[""] = functools.partial(send, content=part)
        page.goto("about:blank")
        page.goto(changeable.address)
        alert = page.get_by_role("alert")
        expect(alert, place).to_contain_text("Only a part of this page came", timeout=1000 * SECONDS)
        expect(alert, place).to_have_count(1)


@pytest.mark.engines
def test_a_page_that_was_never_built_names_the_command(page: Page, complaints: Complaints, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    (tmp_path / "web").symlink_to(root / "web")
    (tmp_path / "index.html").symlink_to(root / "index.html")
    with served(folder=tmp_path) as address:
        says = told(page, address, complaints)
    assert says.startswith("This is the page’s source. It must be built before it runs. Run “make serve”")


SIGN_IN = "Another web page came instead of its file {}. Some networks do that until you sign in."
SENT_ON = "The answer for its file {} sends to another address. Some networks do that until you sign in."
# What a server answers, what is said of it, and how that goes on where only Python could not start.
ANSWERS = [
    (404, "The server did not send its file {} (404).", "must put the page’s whole folder there. Your settings are"),
    (403, "The server refuses to send its file {} (403).", "whoever runs the server must allow it. Your settings are"),
    (401, "The server refuses to send its file {} (401).", "If this site has a sign-in, sign in and reload this page."),
    (503, "The server has trouble now and did not send its file {} (503).", f"over in a few minutes. {AGAIN}"),
    (429, "The server is too busy now and did not send its file {} (429).", f"over in a few minutes. {AGAIN}"),
    (200, SIGN_IN, "Sign in, then reload this page. Your settings are"),
    (511, SIGN_IN, "Sign in, then reload this page. Your settings are"),
    (ELSEWHERE, SENT_ON, "whoever runs the server must send the file itself. Your settings are"),
    (EMPTY, "Its file {} is empty.", "must put the page’s whole folder there. Your settings are"),
    (CUT_OFF, "Its server cannot be reached.", f"Its server cannot be reached. {AGAIN}"),
]


@pytest.mark.engines
def test_what_the_server_answers_for_a_file_is_named_with_the_way_on(page: Page, complaints: Complaints) -> None:
    answers: dict[str, object] = {}
    with served(Answering, answers=answers) as address, served() as elsewhere:
        for number, (answer, words, _) in enumerate(ANSWERS):
            name = ("vendor/micropython/micropython.mjs", "web/interface.py")[number % 2]
            answers.clear()
            answers["/" + name] = elsewhere if answer == ELSEWHERE else answer
            assert words.format(name) in told(page, address, complaints)


@pytest.mark.engines
def test_so_is_what_it_answers_for_a_file_of_the_trainer(page: Page, complaints: Complaints) -> None:
    complaints.expected += [*NOISE, "request off the site"]
    answers: dict[str, object] = {}
    with served(Answering, answers=answers) as address, served() as elsewhere:
        for number, (answer, words, way_on) in enumerate(ANSWERS):
            name = ("web/runtime/worker.mjs", "web/trainer.zip", "vendor/pyodide/pyodide.asm.mjs")[number % 3]
            answers.clear()
            answers["/" + name] = elsewhere if answer == ELSEWHERE else answer
            page.goto(address)
            sentence = Lab(page, address).failure_sentence
            expect(sentence).to_contain_text(words.format(name), timeout=1000 * SECONDS)
            expect(sentence).to_contain_text("Python could not start.")
            expect(sentence).to_contain_text(way_on)
            if AGAIN not in way_on:
                expect(sentence).not_to_contain_text("Restart")
            expect(page.get_by_role("button", name="Restart Python")).to_be_visible()
        page.goto("about:blank")


FRAME = """<!doctype html><title>A course</title><iframe sandbox="%s" src="%s" width="900" height="600"></iframe>"""


@pytest.mark.engines
def test_a_page_in_a_frame_of_another_site_runs(page: Page, site: str, complaints: Complaints, tmp_path: Path) -> None:
    complaints.expected += [*NOISE, "request off the site"]
    (tmp_path / "index.html").write_text(FRAME % ("allow-scripts allow-same-origin", site), "utf-8")
    with served(folder=tmp_path) as course:
        page.goto(course)
        ready = page.frame_locator("iframe").locator('html[data-ui="ready"][data-trainer="ready"]')
        expect(ready).to_have_count(1)
        inside = page.frame_locator("iframe")
        inside.get_by_role("tab", name="One update").click()
        inside.get_by_label("Quiz me").check()
        inside.get_by_role("button", name="Next stage").click()
        inside.get_by_label("what will it be?").press_sequentially("5")
        inside.get_by_role("button", name="Check").click()
        expect(inside.locator("#guess-mark")).not_to_be_empty()
        page.goto("about:blank")


@pytest.mark.engines
def test_a_frame_that_keeps_the_page_from_its_files_is_named(
    page: Page, site: str, complaints: Complaints, tmp_path: Path
) -> None:
    complaints.expected += [*NOISE, "request off the site"]
    (tmp_path / "index.html").write_text(FRAME % ("allow-scripts", site), "utf-8")
    with served(folder=tmp_path) as course:
        page.goto(course)
        failure = page.frame_locator("iframe").get_by_role("alert")
        expect(failure).to_contain_text("in a frame that does not let it load its own files", timeout=1000 * SECONDS)
        expect(failure).to_contain_text(f"Open it in its own tab: {site}")
        page.goto("about:blank")


def test_a_sandbox_without_scripts_is_named(page: Page, complaints: Complaints) -> None:
    complaints.expected += NOISE
    with served(headers_of_all={POLICY: "sandbox"}) as address:
        complaints.site = address
        page.goto(address)
        # No script runs there, not even one that looks for a text.
        nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        shown = " ".join(str(node["name"]["value"]) for node in nodes if "name" in node)
        assert "needs JavaScript to run Python in your browser, but JavaScript is switched off. If you" in shown
        assert "its first script was not allowed to run" not in shown
        page.goto("about:blank")


@pytest.mark.engines
@pytest.mark.parametrize(
    "script",
    ["delete window.WebAssembly", "WebAssembly.Module = function () { throw new WebAssembly.CompileError('off') }"],
)
def test_webassembly_that_is_switched_off_is_named(page: Page, site: str, complaints: Complaints, script: str) -> None:
    page.add_init_script(script)
    page.context.route("**/core.js", lambda route: route.abort())  # a browser that only plays this would start
    lab = opened(page, site, complaints)
    expect(lab.failure).to_contain_text("Python needs WebAssembly, which is switched off in this browser.")
    expect(lab.failure).to_contain_text("Allow it for this site, or use another browser.")
    assert "Mozilla" in details(lab)


def test_a_browser_that_really_has_no_webassembly_is_told_so(
    browser_type: BrowserType, browser_type_launch_args: dict[str, object], site: str
) -> None:
    arguments = ["--no-sandbox", "--js-flags=--jitless"]
    browser: Browser = browser_type.launch(**{**browser_type_launch_args, "args": arguments})  # type: ignore[arg-type]
    page = browser.new_page()
    page.goto(site)
    expect(page.get_by_role("alert")).to_contain_text("Python needs WebAssembly, which is switched off")
    browser.close()
