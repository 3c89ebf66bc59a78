"""The stories that every engine must tell, in WebKit. No service worker is blocked here, so each has its own site."""

import shutil
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from selenium.webdriver import Keys, WebKitGTK

from perceptron.datasets import ARTICLE_AFTER, ARTICLE_BEFORE
from perceptron.settings_table import DEFAULTS
from tests.e2e.conftest import DIST
from tests.e2e.digits import digits
from tests.e2e.webkit import WebKitLab
from web.build import serve


@pytest.fixture
def lab(driver: WebKitGTK, site: str) -> WebKitLab:
    """The page with Python ready, at the article's experiment; it is opened only where it is not open yet."""
    lab = WebKitLab(driver, site)
    if not driver.current_url.startswith(site):
        lab.open()
        return lab
    for name in ("Epochs", "Learning rate", "Seed"):
        lab.choose(name, DEFAULTS[name.lower().replace(" ", "_")])
        lab.wait_until(partial(lab.is_valid, name), f"no complaint about {name}")
    lab.press("Reset")
    lab.wait_for_run("untrained")
    return lab


def test_a_reader_trains_the_article_and_finds_its_fifty_lines(driver: WebKitGTK, site: str) -> None:
    lab = WebKitLab(driver, site)
    driver.get(site)
    assert lab.score == "2 of 25 test sums right"
    assert [row[4] for row in lab.table] == ["–"] * 25
    lab.wait_for_python()
    assert driver.title == "One neuron learns to add"
    assert tuple(row[3] for row in lab.table) == ARTICLE_BEFORE
    assert lab.parameters == digits(0)

    lab.train_to_the_end()

    assert lab.epoch == 10_000
    assert lab.score == "21 of 25 test sums right"
    assert "Same as the article: 50 of 50 lines." in lab.words
    assert tuple(row[4] for row in lab.table) == ARTICLE_AFTER
    assert [row[5] for row in lab.table].count("✗ wrong") == 4
    assert lab.parameters == digits(10_000)
    assert "Training finished" in lab.spoken


def test_where_c_libraries_differ_in_the_last_bit_it_shows_the_same_as_every_browser(lab: WebKitLab) -> None:
    lab.choose("Seed", "58")
    lab.choose("Epochs", "1000")
    lab.train_to_the_end()
    assert lab.parameters[0] == "4.23253256539105"


def test_a_missing_file_of_the_trainer_is_said_and_restart_goes_on(driver: WebKitGTK, tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    shutil.copytree(DIST, folder)
    missing = (folder / "web" / "trainer.zip").rename(tmp_path / "trainer.zip")
    running = serve.server(folder, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    lab = WebKitLab(driver, f"http://127.0.0.1:{running.server_port}/")
    driver.get(lab.site)
    lab.press("Train")
    lab.wait_for("Python could not start.", lambda: lab.failure)
    assert lab.data("trainer") == "failed"
    assert lab.score == "2 of 25 test sums right"
    missing.rename(folder / "web" / "trainer.zip")
    lab.press("Restart Python")
    lab.wait_for_run("trained")
    assert not lab.failure
    assert lab.score == "21 of 25 test sums right"
    running.shutdown()


def test_the_page_starts_trains_and_answers_without_a_server(driver: WebKitGTK) -> None:
    # A process of its own: when that ends, so do the connections that a browser keeps open.
    command = [sys.executable, "-m", serve.__name__, str(DIST), "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        try:
            lab = WebKitLab(driver, running.stdout.readline().split()[4])
            lab.open()
            lab.wait_for("Available offline", lambda: lab.words)
        finally:
            running.terminate()
    driver.refresh()
    lab.wait_for_python()
    lab.train_to_the_end()
    assert lab.score == "21 of 25 test sums right"
    assert lab.parameters == digits(10_000)
    lab.choose("First number", "0.6")
    lab.wait_for("0.7", lambda: lab.field("Prediction").text)


def test_numbers_are_taken_as_people_write_them_or_said_to_be_unclear(lab: WebKitLab) -> None:
    for name, text, shown in (
        ("Learning rate", "0,3", "0.3"),
        ("Epochs", "1 000", "1000"),
        ("Epochs", "2\u202f000", "2000"),
        ("Epochs", "１２", "12"),
        ("Weight 1", "−2.5605", "-2.5605"),
        ("First number", "–0,25", "-0.25"),
    ):
        lab.paste(name, text)
        lab.wait_until(partial(has_value, lab, name, shown), f"{name} {shown}")
        assert lab.is_valid(name)
    assert lab.parameters[0] == "-2.5605"
    for text, shown, words in (
        ("1/2", "1/2", "“1/2” is not"),
        ("1,000", "1,000", "“1,000” is not clear; write 1000 or 1."),
        ("0,3\t0,4", "0,3⇥0,4", "“0,3⇥0,4” is not"),
        ("30\n40", "30↵40", "“30↵40” is not"),
    ):
        lab.paste("Epochs", text)
        lab.wait_for(words, partial(lab.complaint, "Epochs"))
        assert lab.field("Epochs").get_property("value") == shown
    assert "epochs=12&" in lab.driver.current_url


def test_the_arrow_keys_step_exactly(lab: WebKitLab) -> None:
    lab.choose("First number", "0.2")
    field = lab.field("First number")
    for key, shown in ((Keys.ARROW_UP, "0.3"), (Keys.PAGE_DOWN, "-0.7"), (Keys.ARROW_UP, "-0.6")):
        field.send_keys(key)
        lab.wait_until(partial(has_value, lab, "First number", shown), shown)
    lab.wait_for("The true sum is −0.5.", lambda: lab.words)


def has_value(lab: WebKitLab, name: str, value: str) -> bool:
    return bool(lab.field(name).get_property("value") == value)
