"""What others do in the page, such as browser extensions and what they inject, is none of its faults."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.breaking import NOISE, fail_in_the_page, opened
from tests.e2e.conftest import Complaints
from tests.e2e.lab import Lab

MISSING = "await fetch('nobody/asked/for/this').catch(() => {})"
UNREACHABLE = "await fetch('http://127.0.0.1:9/').catch(() => {})"
NOT_CAUGHT = "fetch('http://127.0.0.1:9/'); await 0"
NOT_OURS_AGAIN = "await fetch('web/no_such_file.json'); await fetch('vendor/nothing.mjs')"
WORKER = "${new URL('vendor/pyodide/pyodide.asm.mjs', location.href)}"
# Where the error of a rejection says that it was raised: the stack's lines, or nothing at all.
STACKS = {
    "of an extension": "at f (chrome-extension://a/b.js:1:2)",
    "of a user script": "f@user-script:helper:1:2",
    "of an injected script": "f@${location.href}:1:2",
    "of a foreign site": "f@https://example.org/web/a.js:1:2",
    "of an extension through the page's files": f"f@moz-extension://a/b.js:1:2\\ng@{WORKER}:1:2",
    "of nobody": "",
}
REASONS = ["'oops'", "null", "undefined", "{}", "new DOMException('oops', 'AbortError')"]
EVENTS = {
    "of another site": "{message: 'Script error.'}",
    "of a late observer": "{message: 'ResizeObserver loop completed with undelivered notifications.'}",
    "of a worker": f"{{message: 'NoGilError of a worker that was ended', filename: `{WORKER}`}}",
    "of an extension": "{error: new Error('oops'), filename: 'chrome-extension://abc/content.js'}",
    "of an injected script": "{error: new Error('oops'), filename: location.href}",
}
ELEMENTS = {
    "a script": "const script = document.createElement('script'); script.src = 'https://example.org/a.js';"
    " document.head.append(script); await new Promise(done => script.onerror = done)",
    "a script of the site's": "const script = document.createElement('script'); script.src = './injected.js';"
    " document.head.append(script); await new Promise(done => script.onerror = done)",
    "an inline script": "const script = document.createElement('script'); script.textContent = 'oops.oops()';"
    " document.head.append(script); await 0",
}
DEEDS = {
    "a missing file": MISSING,
    "an unreachable site": UNREACHABLE,
    "an uncaught failure": NOT_CAUGHT,
    "files like the page's": NOT_OURS_AGAIN,
    **{
        f"a rejection {name}": f"Promise.reject(Object.assign(new Error('oops'), {{stack: `{stack}`}}))"
        for name, stack in STACKS.items()
    },
    "rejections of other kinds": "".join(f"Promise.reject({reason});" for reason in REASONS),
    **{f"an error {name}": f"dispatchEvent(new ErrorEvent('error', {parts}))" for name, parts in EVENTS.items()},
    **ELEMENTS,
}


def test_what_strangers_do_in_the_middle_of_training_stops_nothing(
    page: Page, site: str, complaints: Complaints
) -> None:
    complaints.expected += [*NOISE, "request off the site"]
    lab = Lab(page, site)
    lab.open()
    lab.choose_a_long_run()
    lab.press("Train")
    lab.wait_until("training")
    for name, script in DEEDS.items():
        page.evaluate(f"async () => {{ {script} }}")
        # The guard looks two frames later whether a fault can be read.
        page.evaluate(
            "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))"
        )
        expect(lab.failure, name).to_be_hidden()
    expect(lab.root).to_have_attribute("data-run", "training")
    lab.press("Pause")
    lab.wait_until("paused")
    end = lab.epoch + 1000
    lab.choose("Epochs", str(end))
    lab.train_to_the_end()
    lab.expect_epoch(end)
    fail_in_the_page(page, "the page's own")
    expect(lab.failure).to_contain_text("Something in this page failed, so training stopped. Your settings and results")


@pytest.mark.parametrize("script", [MISSING, NOT_CAUGHT, *ELEMENTS.values()])
def test_what_strangers_do_while_the_page_starts_is_no_fault_of_the_start(
    page: Page, site: str, complaints: Complaints, script: str
) -> None:
    complaints.expected += ["request off the site"]
    page.add_init_script(
        "addEventListener('DOMContentLoaded', async () => {"
        " const root = document.documentElement; window.seen = [root.dataset.ui];"
        " new MutationObserver(() => seen.push(root.dataset.ui))"
        ".observe(root, {attributes: true, attributeFilter: ['data-ui']});"
        f" {script} }})"
    )
    lab = opened(page, site, complaints)
    lab.wait_for_python()
    assert "failed" not in page.evaluate("seen")
