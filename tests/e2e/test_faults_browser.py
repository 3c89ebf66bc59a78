"""A browser that cannot, or may not, run the page: it is told so in words, beside what can be seen without."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.breaking import NOISE, blocked, details, opened, reload
from tests.e2e.conftest import DIST, Complaints
from tests.e2e.lab import Lab


def test_without_javascript_the_page_says_so_and_shows_the_untrained_neuron(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    told = page.locator("noscript p")
    expect(told).to_be_visible()
    expect(told).to_contain_text("JavaScript is switched off")
    expect(
        page.get_by_role("region", name="Results").get_by_text("2 of 25 test sums right", exact=True)
    ).to_be_visible()
    expect(page.get_by_role("table", name="Results").get_by_role("row")).to_have_count(26)
    assert set(page.get_by_role("button").all_inner_texts()) == {"✓ right", "✗ wrong"}
    expect(page.get_by_role("tab")).to_have_count(0)
    expect(page.get_by_role("combobox")).to_have_count(0)
    expect(page.get_by_role("alert")).to_be_hidden()
    context.close()


def test_a_page_opened_as_a_file_says_what_to_do(page: Page, complaints: Complaints) -> None:
    complaints.expected += [*NOISE, "request off the site: file:"]
    page.goto((DIST / "index.html").as_uri())
    expect(page.get_by_role("alert")).to_contain_text("This page was opened as a file")
    expect(page.get_by_role("alert")).to_contain_text("make serve")


@pytest.mark.parametrize(
    ("script", "lack"),
    [
        ("delete window.Worker", "web workers"),
        ("delete HTMLScriptElement.prototype.noModule", "JavaScript modules"),
        ("delete window.BroadcastChannel", "broadcast channels"),
        ("delete window.DecompressionStream", "decompression streams"),
        ("delete window.ResizeObserver", "resize observers"),
        ("delete window.FinalizationRegistry", "finalization registries"),
        (
            "const plain = Function; window.Function = function (text) {"
            " if (/static/.test(text)) throw new SyntaxError('static'); return plain.apply(this, arguments) }",
            "the JavaScript of 2022",
        ),
        ("delete window.WebAssembly; delete window.Worker", "WebAssembly, web workers"),
    ],
)
def test_a_browser_that_is_too_old_is_told_what_it_lacks(
    page: Page, site: str, complaints: Complaints, script: str, lack: str
) -> None:
    page.add_init_script(script)
    # A browser that only plays at being old would start the page all the same.
    page.context.route("**/core.js", blocked)
    lab = opened(page, site, complaints)
    expect(lab.failure).to_contain_text(f"This browser cannot run Python: it lacks {lack}.")
    expect(lab.root).to_have_attribute("data-ui", "failed")
    expect(lab.score).to_have_text("2 of 25 test sums right")
    assert "Mozilla" in details(lab)


def test_a_browser_that_knows_no_fetch_reloads_all_the_same(page: Page, site: str, complaints: Complaints) -> None:
    page.add_init_script("delete window.fetch; delete window.Worker")
    page.context.route("**/core.js", blocked)
    lab = opened(page, site, complaints)
    expect(lab.failure).to_contain_text("it lacks web workers")
    reload(lab)
    expect(lab.failure).to_contain_text("it lacks web workers")


def test_a_browser_without_the_newest_comforts_runs_the_page_all_the_same(page: Page, site: str) -> None:
    page.add_init_script(
        "delete Array.prototype.at; delete Object.groupBy; delete Promise.withResolvers;"
        "delete window.SharedArrayBuffer; delete Element.prototype.checkVisibility; delete window.Iterator"
    )
    lab = Lab(page, site)
    lab.open()
    lab.train_to_the_end()
    expect(lab.score).to_have_text("21 of 25 test sums right")
