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
REJECTIONS = {
    "of another file": "Promise.reject(Object.assign(new Error('oops'), {stack: 'Error: oops\\n at moz-extension://a/b.js:1:2'}))",
    "of a user script": "Promise.reject(Object.assign(new Error('oops'), {stack: 'f@user-script:helper:1:2'}))",
    "of the page's document": "Promise.reject(Object.assign(new Error('oops'), {stack: 'f@' + location.href + ':1:2'}))",
    "of a foreign site": "Promise.reject(Object.assign(new Error('oops'), {stack: 'f@https://example.org/web/a.js:1:2'}))",
    "through the page's files": "Promise.reject(Object.assign(new Error('oops'), {stack:"
    " 'f@moz-extension://a/b.js:1:2\\ng@' + new URL('vendor/pyscript/core.js', location) + ':1:2'}))",
    "without a stack": "Promise.reject(Object.assign(new TypeError('oops'), {stack: ''}))",
    "of no error": "Promise.reject('oops'); Promise.reject(null); Promise.reject(undefined); Promise.reject({})",
    "of the browser": "Promise.reject(new DOMException('oops', 'AbortError'))",
}
EVENTS = {
    "of another site": "['Script error.', '']",
    "of a late observer": "['ResizeObserver loop completed with undelivered notifications.', '']",
    "of a worker": "['Uncaught NoGilError: of a worker that was ended', new URL('vendor/pyodide/a.mjs', location).href]",
}
ERRORS = {
    "of an extension": "new ErrorEvent('error', {error: new Error('oops'), filename: 'chrome-extension://abc/content.js'})",
    "of an injected script": "new ErrorEvent('error', {error: new Error('oops'), filename: location.href})",
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
    **{f"a rejection {name}": script for name, script in REJECTIONS.items()},
    **{
        f"an event {name}": f"const [message, filename] = {script}; dispatchEvent(new ErrorEvent('error', {{message, filename}}))"
        for name, script in EVENTS.items()
    },
    **{f"an error {name}": f"dispatchEvent({script})" for name, script in ERRORS.items()},
    **ELEMENTS,
}


@pytest.mark.engines
def test_what_strangers_do_in_the_middle_of_training_stops_nothing(
    page: Page, site: str, complaints: Complaints
) -> None:
    complaints.expected += [*NOISE, "request off the site"]
    lab = Lab(page, site)
    lab.open("#epochs=60000")
    lab.press("Train")
    lab.wait_until("training")
    for name, script in DEEDS.items():
        page.evaluate(f"async () => {{ {script} }}")
        # The guard looks two frames later whether a fault can be read.
        page.evaluate(
            "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))"
        )
        expect(lab.failure, name).to_be_hidden()
    lab.wait_until("trained")
    lab.expect_epoch(60_000)
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
