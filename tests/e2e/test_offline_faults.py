"""What is kept of the page when servers, networks and other copies of it misbehave: one whole version, or nothing."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import DIST, Complaints
from tests.e2e.lab import Lab
from tests.e2e.leaving import foreign_site
from tests.e2e.sites import (
    Site,
    expect_offline,
    hang_up,
    kept,
    missing,
    not_modified,
    poison,
    portal,
    redirected,
    serving,
    throw_away,
)
from web.build.service_worker import NAME

NOISE = ["console:", "page error:", "request failed:"]
PAGE = "One neuron learns to add"
UNTIL_A_NEW_VERSION_IS_GIVEN_UP = """async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await new Promise((givenUp, refuse) => {
        if (registration.waiting) refuse(new Error("It was kept."));
        registration.addEventListener("updatefound", () => {
            const version = registration.installing;
            version.addEventListener("statechange", () => {
                if (version.state === "redundant") givenUp();
                else refuse(new Error("It was kept."));
            });
        });
        registration.update();
    });
}"""
pytestmark = pytest.mark.browser_context_args(service_workers="allow")


def title(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def expect_title(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def opens_without_its_server(lab: Lab, site: Site) -> None:
    """The page starts and trains from what is kept alone."""
    site.is_down = True
    lab.open()
    lab.train_to_the_end()
    expect(lab.score).to_have_text("21 of 25 test sums right")
    site.is_down = False


@pytest.mark.parametrize("name", ["", "web/interface.py"])
def test_a_strangers_page_in_the_place_of_one_file_is_never_kept(changeable: Site, page: Page, name: str) -> None:
    lab = Lab(page, changeable.address)
    changeable.answers[name] = changeable.only_to_service_worker(portal)
    lab.open()
    expect_offline(page, "changed")
    assert not kept(page)
    page.reload()
    lab.wait_for_python()
    assert title(page) == PAGE
    changeable.answers.clear()
    page.reload()
    expect_offline(page)
    opens_without_its_server(lab, changeable)


def test_a_file_that_does_not_come_leaves_nothing_kept_and_the_cause_is_told(
    changeable: Site, page: Page, complaints: Complaints
) -> None:
    complaints.expected += NOISE
    lab = Lab(page, changeable.address)
    for name, answer, cause in (
        ("web/style.css", missing, "missing"),
        ("web/style.css", hang_up, "unreachable"),
        ("service-worker.js", missing, "missing"),
        ("service-worker.js", hang_up, "unreachable"),
        ("service-worker.js", portal, "changed"),
    ):
        changeable.answers = {name: answer if name == NAME else changeable.only_to_service_worker(answer)}
        lab.open()
        expect_offline(page, cause)
        assert not kept(page)


def test_a_deploy_seen_half_way_keeps_the_version_before(changeable: Site, page: Page) -> None:
    lab = Lab(page, changeable.address)
    lab.open()
    expect_offline(page)
    before = kept(page)
    old = (changeable.folder / "web/interface.py").read_bytes()
    changeable.become_version_two("web/interface.py")
    new = (changeable.folder / "web/interface.py").read_bytes()
    (changeable.folder / "web/interface.py").write_bytes(old)
    page.reload()
    expect_offline(page)
    page.evaluate(UNTIL_A_NEW_VERSION_IS_GIVEN_UP)
    assert kept(page) == before
    expect(page.get_by_text("A newer version of this page is ready")).to_be_hidden()
    assert title(page) == PAGE

    (changeable.folder / "web/interface.py").write_bytes(new)
    page.reload()
    page.get_by_role("button", name="Use it now").click()
    expect_title(page, "Version two")
    expect_offline(page)
    (cache,) = kept(page)
    assert cache not in before
    opens_without_its_server(lab, changeable)
    assert title(page) == "Version two"


def test_a_cache_on_the_way_that_insists_on_an_old_file_is_passed_by(changeable: Site, page: Page) -> None:
    changeable.answers["web/style.css"] = not_modified(changeable.plainly)
    Lab(page, changeable.address).open()
    expect_offline(page)
    changeable.become_version_two("web/style.css")
    page.reload()
    page.get_by_role("button", name="Use it now").click()
    expect_title(page, "Version two")
    new = (changeable.folder / "web/style.css").read_text("utf-8")
    assert page.evaluate("fetch('./web/style.css').then((response) => response.text())") == new


@pytest.mark.engines
def test_a_server_that_redirects_the_page_does_not_break_the_second_visit(changeable: Site, page: Page) -> None:
    changeable.answers[""] = redirected("./index.html")
    lab = Lab(page, changeable.address)
    lab.open()
    expect_offline(page)
    page.goto("about:blank")
    opens_without_its_server(lab, changeable)
    assert page.url == changeable.address
    expect_offline(page)


def test_two_copies_of_the_page_on_one_site_leave_each_other_alone(
    tmp_path: Path, page: Page, complaints: Complaints
) -> None:
    for name in "ab":
        shutil.copytree(DIST, tmp_path / name)
    with serving(tmp_path) as site:
        complaints.site = site.address
        first, second = Lab(page, f"{site.address}a/"), Lab(page, f"{site.address}b/")
        site.folder = tmp_path / "b"
        site.become_version_two()
        for lab in (first, second):
            lab.open()
            expect_offline(page)
        assert len(kept(page)) == 2
        site.is_down = True
        for lab, words in ((first, PAGE), (second, "Version two"), (first, PAGE)):
            lab.open()
            assert title(page) == words
            expect_offline(page)
        lab.train_to_the_end()


@pytest.mark.engines
def test_a_copy_that_is_not_kept_says_nothing_to_a_page_below_it(changeable: Site, page: Page) -> None:
    shutil.copytree(DIST, changeable.folder / "below")
    below = page.context.new_page()
    Lab(below, f"{changeable.address}below/").open()
    expect_offline(below)
    changeable.answers["web/style.css"] = changeable.only_to_service_worker(portal)
    Lab(page, changeable.address).open()
    expect_offline(page, "changed")
    expect_offline(below)


@pytest.mark.engines
def test_a_damaged_copy_mends_itself_at_the_next_visit(changeable: Site, page: Page) -> None:
    lab = Lab(page, changeable.address)
    lab.open()
    expect_offline(page)
    for name in ("", "web/interface.py", "web/trainer.zip", "vendor/pyodide/pyodide.asm.wasm"):
        poison(page, name)
    for name in ("vendor/pyscript/core.js", "web/runtime/worker.mjs"):
        poison(page, name, "")
    page.reload()
    expect_offline(page)
    assert title(page) == PAGE
    expect(lab.failure).to_be_hidden()
    opens_without_its_server(lab, changeable)


@pytest.mark.engines
def test_what_a_script_puts_where_the_page_is_kept_runs_in_no_worker(changeable: Site, page: Page) -> None:
    """It would run there without the page's policy, and could ask other sites for anything."""
    Lab(page, changeable.address).open()
    expect_offline(page)
    with foreign_site() as (foreign, asked):
        poison(page, "vendor/uplot/uPlot.esm.js", f"fetch('{foreign}', {{mode: 'no-cors'}})")
        page.evaluate("window.started = new Worker('./vendor/uplot/uPlot.esm.js', {type: 'module'})")
        # What was found there is thrown away.
        page.wait_for_function("async () => !(await caches.match('./vendor/uplot/uPlot.esm.js'))")
        page.wait_for_timeout(300)  # nothing tells that nothing is asked
        assert asked == []


def test_a_damaged_copy_stays_while_its_server_cannot_be_reached(
    changeable: Site, page: Page, complaints: Complaints
) -> None:
    complaints.expected += NOISE
    lab = Lab(page, changeable.address)
    lab.open()
    expect_offline(page)
    before = set(kept(page))
    for answer, words in ((hang_up, "Its server cannot be reached."), (portal, "Another web page came instead")):
        poison(page, "web/interface.py")
        changeable.answers = dict.fromkeys(("service-worker.js", "web/interface.py"), answer)
        with page.expect_console_message(lambda message: "The kept copy of this page stays" in message.text):
            page.reload()
        expect(lab.failure).to_contain_text(words)
        assert set(kept(page)) == before
        changeable.answers.clear()
        page.reload()
        expect_offline(page)
    opens_without_its_server(lab, changeable)


def test_a_page_that_was_fetched_anew_in_vain_says_so_and_does_not_go_on_for_ever(
    changeable: Site, page: Page, complaints: Complaints
) -> None:
    complaints.expected += NOISE
    changeable.headers["Cache-Control"] = "no-cache"
    lab = Lab(page, changeable.address)
    lab.open()
    expect_offline(page)
    poison(page, "web/interface.py")
    changeable.answers["web/interface.py"] = portal
    changeable.asked.clear()
    page.reload()
    expect(page.get_by_text("The page has already fetched itself again from its server")).to_be_visible()
    # Chromium may open an empty cache again, to put compiled code beside a file that was there.
    assert not any(kept(page).values())
    assert changeable.asked.count("") == 1
    changeable.answers.clear()
    page.reload()
    expect_offline(page)
    expect(lab.failure).to_be_hidden()


@pytest.mark.parametrize("name", ["", "vendor/pyodide/pyodide.asm.wasm"])
def test_a_file_that_the_browser_threw_away_is_fetched_and_kept_again(changeable: Site, page: Page, name: str) -> None:
    lab = Lab(page, changeable.address)
    lab.open()
    expect_offline(page)
    before = {cache: set(addresses) for cache, addresses in kept(page).items()}
    throw_away(page, name)
    page.reload()
    expect_offline(page)
    assert {cache: set(addresses) for cache, addresses in kept(page).items()} == before
    opens_without_its_server(lab, changeable)


def test_available_offline_is_said_only_of_what_is_there(changeable: Site, page: Page, complaints: Complaints) -> None:
    lab = Lab(page, changeable.address)
    lab.open()
    expect_offline(page)
    throw_away(page, "THIRD_PARTY.txt")
    changeable.is_down = True
    page.reload()
    expect_offline(page, "unreachable")
    changeable.is_down = False
    page.reload()
    expect_offline(page)


@pytest.mark.parametrize("name", ["", "web/interface.py"])
def test_a_lost_file_is_never_replaced_by_that_of_another_version(
    changeable: Site, page: Page, complaints: Complaints, name: str
) -> None:
    complaints.expected += NOISE
    lab = Lab(page, changeable.address)
    lab.open()
    expect_offline(page)
    before = kept(page)
    throw_away(page, name)
    changeable.become_version_two("web/interface.py")
    lab.page.goto("about:blank")
    lab.page.goto(changeable.address + "#seed=7")
    expect_title(page, "Version two")
    expect_offline(page)
    expect(lab.field("Seed")).to_have_value("7")
    (cache,) = kept(page)
    assert cache not in before
    opens_without_its_server(lab, changeable)
    assert title(page) == "Version two"


@pytest.mark.engines
def test_of_a_lost_page_the_servers_own_words_are_shown(changeable: Site, page: Page, complaints: Complaints) -> None:
    complaints.expected += NOISE
    lab = Lab(page, changeable.address)
    lab.open()
    expect_offline(page)
    throw_away(page, "")
    changeable.answers[""] = lambda request: request.send_error(503, "Closed for an hour")
    page.goto("about:blank")
    page.goto(changeable.address)
    expect(page.get_by_text("Closed for an hour").first).to_be_visible()
    changeable.answers.clear()
    lab.open()
