"""The learning rate changes while the neuron learns: it goes on, the page says so, and back is a button."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from perceptron.experiment import Run
from perceptron.legs import parse_legs
from perceptron.settings import Settings
from tests.e2e.breaking import ABORT, in_step, opened, restart
from tests.e2e.conftest import Complaints
from tests.e2e.lab import Lab
from tests.e2e.test_look import violations


def told(lab: Lab) -> Locator:
    """What the page says of the learning rates before."""
    return lab.region("Train").get_by_text(re.compile("^Learning rate: "))


def desk(lab: Lab) -> list[float]:
    """Weights and bias where the page is, trained natively through the learning rates in its address."""
    settings = dict(part.split("=") for part in lab.page.url.partition("#")[2].split("&"))
    run = Run(Settings(learning_rate=float(settings["learning_rate"]), legs=parse_legs(settings.get("legs", ""))))
    run.advance(lab.epoch)
    return [*run.neuron.weights, run.neuron.bias]


def expect_digits_of_the_desk(lab: Lab) -> None:
    """To twelve digits; the last bit of e^x is not the same in every library."""
    assert [float(text) for text in lab.parameters] == pytest.approx(desk(lab), rel=1e-12)


def train_past(lab: Lab, epoch: int) -> None:
    lab.page.wait_for_function(f"Number(document.documentElement.dataset.epoch) > {epoch}")


def pause(lab: Lab) -> None:
    lab.press("Pause")
    lab.wait_until("paused")
    lab.rest()


def test_a_rate_that_is_changed_in_mid_training_goes_on_and_the_address_tells_it_again(lab: Lab) -> None:
    lab.choose_a_long_run()
    lab.press("Train")
    train_past(lab, 300)
    lab.choose("Learning rate", "0.5")
    expect(told(lab)).to_have_text(re.compile(r"^Learning rate: 0\.1 up to epoch [\d,]+, then 0\.5\.$"))
    changed = int(re.sub(r"\D", "", told(lab).inner_text().partition(" epoch ")[2].partition(", then")[0]))
    assert changed > 300
    expect(lab.spoken).to_have_text(f"The learning rate is 0.5 from epoch {changed + 1:,} on.")
    train_past(lab, changed + 300)
    assert lab.root.get_attribute("data-run") == "training"
    lab.choose("Learning rate", "3")
    train_past(lab, lab.epoch + 300)
    pause(lab)
    epoch, parameters, sentence = lab.epoch, lab.parameters, told(lab).inner_text()
    expect_digits_of_the_desk(lab)
    expect(lab.page.get_by_role("list", name="Marks")).to_contain_text(f"Learning rate 0.5 after epoch {changed:,}")

    lab.choose("Epochs", str(epoch))
    expect(lab.page).to_have_url(re.compile(rf"#epochs={epoch}&learning_rate=3&legs=0\.1@{changed},0\.5@\d+$"))
    lab.page.reload()
    lab.wait_for_python()
    lab.expect_epoch(0)
    expect(lab.notice).to_be_hidden()
    expect(told(lab)).to_have_text(sentence)
    lab.train_to_the_end()
    lab.rest()
    lab.expect_epoch(epoch)
    assert lab.parameters == parameters


def test_it_changes_between_two_rows_and_the_keyboard_goes_back(lab: Lab) -> None:
    lab.choose("Epochs", "50")
    lab.train_to_the_end()
    for _ in range(7):
        lab.press("Step")
        lab.rest()
    before, rows = lab.parameters, lab.progress.inner_text()
    lab.choose("Learning rate", "3")
    lab.rest()
    assert (lab.parameters, lab.progress.inner_text()) == (before, rows)
    expect(told(lab)).to_have_text("Learning rate: 0.1 up to row 7 of epoch 51, then 3.")
    expect(lab.field("Learning rate")).to_have_accessible_description(re.compile("0.1 up to row 7 of epoch 51, then 3"))
    expect(lab.page).to_have_url(re.compile(r"#epochs=50&learning_rate=3&legs=0\.1@50\.7$"))
    assert not violations(lab.page)
    lab.press("Step")
    lab.rest()
    lab.open_stage("Changes")
    expect(lab.formulas).to_contain_text("3")
    lab.press("Train")
    lab.wait_until("trained")
    lab.expect_epoch(100)
    expect_digits_of_the_desk(lab)

    lab.field("Learning rate").focus()
    lab.tab_to(lab.button("Back to 0.1 at row 7 of epoch 51"))
    lab.keys("Enter")
    expect(told(lab)).to_be_hidden()
    expect(lab.field("Learning rate")).to_be_focused()
    assert (lab.parameters, lab.progress.inner_text()) == (before, rows)
    expect(lab.field("Learning rate")).to_have_value("0.1")
    expect(lab.page).to_have_url(re.compile(r"#epochs=50$"))
    expect(lab.spoken).to_have_text(re.compile(r"^Back at epoch 50: \d+ of 25 right\.$"))


def test_time_shows_each_moments_own_rate_and_training_on_from_one_is_done_at_the_new_rate(lab: Lab) -> None:
    lab.choose("Epochs", "100")
    lab.train_to_the_end()
    lab.choose("Learning rate", "0.25")
    lab.press("Train")
    lab.expect_epoch(200)
    lab.rest()
    lab.open_stage("Changes")
    rates = lab.formulas.locator("mn").filter(has_text=re.compile(r"^0\.(1|25)$"))
    for epoch, rate in ((150, "0.25"), (50, "0.1")):
        lab.scrub(epoch)
        expect(rates).to_have_text([rate] * 3)  # for two weights and the bias
    lab.press("Train on from here")
    lab.rest()
    lab.expect_epoch(50)
    expect(told(lab)).to_have_text("Learning rate: 0.1 up to epoch 50, then 0.25.")
    expect(lab.spoken).to_contain_text("The learning rate is 0.25 from epoch 51 on.")
    lab.train_to_the_end()
    lab.rest()
    lab.expect_epoch(100)
    expect_digits_of_the_desk(lab)
    lab.press("Reset")
    lab.wait_until("untrained")
    expect(told(lab)).to_be_hidden()
    expect(lab.field("Learning rate")).to_have_value("0.25")
    expect(lab.page).to_have_url(re.compile(r"#epochs=100&learning_rate=0\.25$"))


def test_a_restarted_python_comes_back_through_every_rate(page: Page, site: str, complaints: Complaints) -> None:
    page.context.route("**/web/trainer.zip", in_step(ABORT))
    lab = opened(page, site + "#epochs=400&learning_rate=3&legs=0.1@100,0.5@200.9", complaints)
    lab.wait_for_python()
    lab.train_to_the_end()
    lab.rest()
    before = lab.parameters
    expect_digits_of_the_desk(lab)
    lab.press("Step")
    expect(lab.failure).to_contain_text("An error stopped Python.")
    page.context.unroute_all()
    restart(lab)
    lab.wait_until("trained")
    lab.expect_epoch(400)
    assert lab.parameters == before


def test_legs_that_cannot_be_used_are_named(lab: Lab) -> None:
    for address, notice in (
        ("#legs=0.5@300,0.1@200", "one after another and after the start; “200” does not. It is ignored."),
        ("#legs=<img src=x onerror=alert(1)>", "It is ignored."),
        ("#legs=0.5@300.28", "“300.28” does not. It is ignored."),
    ):
        lab.page.goto(lab.site)
        expect(lab.notice, address).to_be_hidden()
        lab.page.goto(lab.site + address)
        expect(lab.notice, address).to_contain_text(notice)
        expect(told(lab), address).to_be_hidden()
