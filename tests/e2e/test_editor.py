"""The editor of a person’s program: fetched when it is wanted, in colours, undone, left by keys, and not missed."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from perceptron.changes import CHANGES, changed
from perceptron.program import own_program_of
from perceptron.settings import Settings
from tests.e2e.conftest import Complaints
from tests.e2e.lab import CALM, Lab
from tests.e2e.sites import expect_offline
from tests.e2e.test_code import Code
from tests.e2e.test_look import expect_no_violations

OWN = own_program_of(Settings())
MOMENTUM = changed(OWN, CHANGES["momentum"])
WRONG = OWN.replace("error = target - output", "error = target - outputs")
PARTS = ("/vendor/editor/", "/web/editor.css", "/web/runtime/editor.mjs")
# How far the text itself and the coloured copy under it are apart, at the start and at the end of the program.
APART = """text => {
    const lines = [...text.closest(".pce-wrapper").querySelectorAll(".pce-line")];
    const box = text.getBoundingClientRect();
    const style = line => getComputedStyle(line);
    const same = ["fontSize", "fontFamily", "lineHeight", "letterSpacing", "tabSize", "whiteSpace"];
    const other = same.filter(name => style(text)[name] !== style(lines[0])[name]);
    const [first, last] = [lines[0], lines.at(-1)].map(line => line.getBoundingClientRect());
    return [other, Math.abs(box.top - first.top), Math.abs(box.bottom - last.bottom)];
}"""


@pytest.fixture
def code(lab: Lab) -> Code:
    lab.choose("Epochs", "30")
    return opened(lab)


def opened(lab: Lab) -> Code:
    """With the tab open and the editor there."""
    lab.open_tab("Code")
    code = Code(lab)
    code.says("^Ctrl.Enter runs it. Tab moves the line")
    return code


def test_it_is_fetched_when_the_tab_is_opened_and_once(page: Page, site: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    lab = Lab(page, site)
    lab.open()
    lab.train_to_the_end()
    assert not [url for url in fetched if any(part in url for part in PARTS)]
    opened(lab)
    lab.open_tab("Map")
    lab.open_tab("Code")
    asked = [url for url in fetched if any(part in url for part in PARTS)]
    assert len(asked) == len(set(asked)) > 10


@pytest.mark.engines
def test_it_has_colours_and_shows_just_the_text(code: Code) -> None:
    lab = code.lab
    expect(code.text).to_have_value(OWN)
    colours = code.panel.locator(".pce-line span").evaluate_all(
        "spans => [...new Set(spans.map(span => getComputedStyle(span).color))]"
    )
    assert len(colours) > 3
    other, above, below = code.text.evaluate(APART)
    assert (other, above < 1, below < 1) == ([], True, True)
    code.text.focus()
    lab.keys("Control+Home")
    lab.page.keyboard.type("print((1 + 2) * [3][0])  # 'quoted\"")
    lab.keys("Enter")
    assert code.text.input_value().startswith("print((1 + 2) * [3][0])  # 'quoted\"\n")
    expect(code.diff).to_contain_text("print((1 + 2)")


@pytest.mark.engines
def test_what_was_typed_and_what_the_page_wrote_is_undone_and_the_page_knows(code: Code) -> None:
    lab = code.lab
    code.text.focus()
    lab.keys("Control+End")
    lab.page.keyboard.insert_text("# mine")
    expect(code.diff).to_contain_text("# mine")
    lab.press("Replace the program with this")
    expect(code.text).to_have_value(MOMENTUM)
    code.text.focus()
    lab.keys("ControlOrMeta+z")
    expect(code.text).to_have_value(OWN + "# mine")
    expect(code.diff).not_to_contain_text("velocity")
    lab.keys("ControlOrMeta+z")
    expect(code.text).to_have_value(OWN)
    lab.keys("ControlOrMeta+Shift+z", "ControlOrMeta+Shift+z")
    expect(code.text).to_have_value(MOMENTUM)
    lab.keys("Control+Enter")
    lab.wait_until("trained")
    code.says("^This program trains the neuron")


def test_the_line_that_is_wrong_is_marked_until_it_is_changed(code: Code) -> None:
    lab = code.lab
    code.write(WRONG)
    code.run()
    marked = code.panel.locator(".fault-line")
    expect(marked).to_have_text(re.compile(r"^\s+error = target - outputs\s*$"))
    expect_no_violations(lab.page, "a wrong line", 'section[aria-label="A closer look"]')
    lab.press("Go to line 31")
    expect(code.text).to_be_focused()
    lab.keys("End", "Backspace")
    expect(marked).to_have_count(0)
    expect(code.text).to_have_value(OWN)


def test_with_forced_colours_the_text_itself_is_seen(code: Code) -> None:
    code.lab.page.emulate_media(forced_colors="active")
    text, copy = (
        place.evaluate("place => getComputedStyle(place).color")
        for place in (code.text, code.panel.locator(".pce-line").first)
    )
    assert "rgba(0, 0, 0, 0)" in copy and "rgba(0, 0, 0, 0)" not in text


@pytest.mark.parametrize(("width", "letters"), [(640, 32), (320, 16)])
def test_text_and_copy_lie_over_each_other_with_large_letters_too(
    browser: Browser, site: str, width: int, letters: int
) -> None:
    context = browser.new_context(**CALM, viewport={"width": width, "height": 800})
    page = context.new_page()
    sizes = {"standard": letters, "fixed": letters}
    context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})
    lab = Lab(page, site)
    lab.open()
    code = opened(lab)
    other, above, below = code.text.evaluate(APART)
    assert (other, above < 1, below < 1) == ([], True, True)
    context.close()


@pytest.mark.parametrize("missing", ["web/runtime/editor.mjs", "vendor/editor/index.js"])
def test_without_it_the_plain_text_box_does_the_same(
    page: Page, site: str, complaints: Complaints, missing: str
) -> None:
    complaints.expected += ["console:", missing]
    page.route(f"**/{missing}", lambda route: route.fulfill(status=404, body=""))
    lab = Lab(page, site)
    lab.open()
    lab.choose("Epochs", "30")
    with page.expect_response(f"**/{missing}"):
        lab.open_tab("Code")
    code = Code(lab)
    code.says("^Ctrl.Enter runs it. Tab leaves the text")
    code.write(MOMENTUM)
    code.text.focus()
    lab.keys("Control+End")
    lab.page.keyboard.type("if True:")
    lab.keys("Enter")
    lab.page.keyboard.type("pass")
    expect(code.text).to_have_value(MOMENTUM + "if True:\n    pass")
    lab.keys("Control+Enter")
    lab.wait_until("trained")
    code.says("^This program trains the neuron")
    assert not lab.failure.is_visible()


def test_whoever_types_before_it_is_there_is_not_disturbed(page: Page, site: str) -> None:
    held: list[Route] = []
    page.route("**/web/runtime/editor.mjs", lambda route: held.append(route))
    lab = Lab(page, site)
    lab.open()
    with page.expect_request("**/web/runtime/editor.mjs"):
        lab.open_tab("Code")
    code = Code(lab)
    code.text.focus()
    lab.keys("Control+Home")
    with page.expect_response("**/web/editor.css"):
        held[0].continue_()
    lab.page.keyboard.type("x = 1")
    expect(code.text).to_be_focused()
    lab.keys("Tab")
    code.says("^Ctrl.Enter runs it. Tab moves the line")
    expect(code.text).to_have_value(re.compile("^x = 1"))


@pytest.mark.browser_context_args(service_workers="allow")
def test_opened_once_it_is_there_without_a_network(lab: Lab, context: BrowserContext) -> None:
    expect_offline(lab.page)
    lab.page.reload()
    lab.wait_for_python()
    opened(lab)
    context.set_offline(True)
    lab.page.reload()
    lab.wait_for_python()
    opened(lab)
