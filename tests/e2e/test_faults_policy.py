"""No request leaves the site, not even from Python in its worker."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.breaking import NOISE, behind_install, details, in_trainer, opened
from tests.e2e.conftest import Complaints
from tests.e2e.lab import Lab
from tests.e2e.leaving import LEAVE, NOTHING_LEFT, foreign_site


@pytest.mark.engines
def test_nothing_that_python_asks_of_another_site_goes_out(page: Page, site: str, complaints: Complaints) -> None:
    complaints.expected += [*NOISE, "request off the site"]  # asked for, and refused
    with foreign_site() as (foreign, asked):
        page.context.route("**/web/trainer.zip", in_trainer(*behind_install(LEAVE.replace("FOREIGN", foreign))))
        lab = first_that_answers(lambda: opened(page, site, complaints))
        assert NOTHING_LEFT in details(lab)
        assert asked == []


def first_that_answers(again: Callable[[], Lab]) -> Lab:
    """The page that tells what became of all requests.

    Of 100 workers, Firefox stops about 7 at one of the requests while a test drives it: whichever came first, with none
    of them intercepted, and also long after the start (3 browsers at once on two cores).
    """
    for _ in range(4):
        lab = again()
        with suppress(AssertionError):
            expect(lab.failure).to_be_visible(timeout=10_000)
            return lab
    pytest.fail("No page told what became of the requests.")


@pytest.mark.engines
def test_nor_does_what_the_page_itself_asks(page: Page, site: str, complaints: Complaints) -> None:
    complaints.expected += [*NOISE, "request off the site"]
    with foreign_site() as (foreign, asked):
        Lab(page, site).open()
        assert (
            page.evaluate("address => fetch(address, {mode: 'no-cors'}).then(() => 'out', () => 'refused')", foreign)
            == "refused"
        )
        assert asked == []
