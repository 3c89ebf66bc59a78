"""Back and forth in time: the slider, playback, the marks, and training on from an earlier epoch."""

import re

import pytest
from playwright.sync_api import expect

from perceptron.datasets import ARTICLE
from perceptron.findings.milestones import ScoreBook, milestones
from perceptron.judging import judge
from perceptron.scoring import score
from perceptron.words.milestones import milestone_in_words
from tests.e2e import desk
from tests.e2e.lab import Lab

TRAINED = 10_000


@pytest.fixture
def lab(whole_run: Lab) -> Lab:
    return whole_run


def after_training(lab: Lab) -> list[str]:
    return [row[4] for row in lab.table]


def test_scrubbing_to_epoch_1150_shows_that_epoch_everywhere(lab: Lab) -> None:
    moment = desk.run(TRAINED).at(1150)
    lab.scrub(1150)
    lab.expect_moment(1150)
    lab.expect_epoch(TRAINED)
    expect(lab.score).to_have_text("21 of 25 test sums right")
    assert lab.parameters == desk.parameters(moment.neuron) == desk.parameters(desk.run(1150).neuron)
    assert after_training(lab) == desk.predictions(moment.neuron)
    expect(lab.curve_text).to_have_text(
        f"Looking back at epoch 1,150: mean squared error {moment.error:.6f}, 21 of 25 right. "
        "The run is at epoch 10,000."
    )
    expect(lab.time).to_have_attribute("aria-valuetext", "Epoch 1,150 of 10,000: 21 of 25 right")
    expect(lab.region("Ask it")).to_contain_text(f"Before rounding it is {moment.neuron.predict((0.2, 0.1))!r}.")
    expect(lab.part("weight 1")).to_contain_text(f"{moment.neuron.weights[0]:.4f}")
    expect(lab.update_title).to_have_text("Epoch 1,151, training row 1 of 28")
    lab.press("Back to now")
    lab.rest()
    lab.expect_moment(None)
    assert lab.parameters == desk.parameters(desk.run(TRAINED).neuron)
    assert after_training(lab) == desk.predictions(desk.run(TRAINED).neuron)


def test_the_arrow_keys_move_by_one_epoch_and_the_page_keys_by_a_hundredth(lab: Lab) -> None:
    lab.time.focus()
    for key, epoch in (
        ("ArrowLeft", 9_999),
        ("ArrowDown", 9_998),
        ("ArrowRight", 9_999),
        ("PageDown", 9_899),
        ("PageDown", 9_799),
        ("PageUp", 9_899),
        ("Home", 0),
        ("PageUp", 100),
        ("ArrowUp", 101),
    ):
        lab.keys(key)
        lab.expect_moment(epoch)
        expect(lab.time).to_have_value(str(epoch))
    assert lab.parameters == desk.parameters(desk.run(101).neuron)
    lab.keys("End")
    lab.expect_moment(None)
    assert lab.parameters == desk.parameters(desk.run(TRAINED).neuron)


def test_playback_goes_on_until_it_is_stopped_and_at_a_higher_speed_to_the_end(lab: Lab) -> None:
    lab.page.emulate_media(reduced_motion="no-preference")
    speed = lab.page.get_by_role("combobox", name="Playback speed")
    speed.select_option("100 epochs/s")
    lab.press("Play")
    lab.page.wait_for_function("Number(document.documentElement.dataset.moment) >= 30")
    lab.press("Stop")
    lab.rest()
    stopped = lab.root.get_attribute("data-moment")
    assert 30 <= int(stopped or "-1") < TRAINED
    lab.rest()  # two more frames, in which playback would go on
    assert lab.root.get_attribute("data-moment") == stopped
    assert lab.parameters == desk.parameters(desk.run(TRAINED).at(int(stopped or "-1")).neuron)
    # Only at this speed can it be there before the test gives up waiting.
    speed.select_option("10,000 epochs/s")
    play_to_the_end(lab)
    lab.rest()
    assert lab.parameters == desk.parameters(desk.run(TRAINED).neuron)
    lab.page.emulate_media(reduced_motion="reduce")


def play_to_the_end(lab: Lab) -> None:
    lab.press("Play")
    expect(lab.page.get_by_role("button", name="Stop", exact=True)).to_be_visible()
    expect(lab.page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    lab.expect_moment(None)


def test_where_motion_is_unwanted_playback_shows_a_few_stills(lab: Lab) -> None:
    lab.page.evaluate(
        """window.moments = new Set();
        new MutationObserver(() => moments.add(document.documentElement.dataset.moment))
            .observe(document.documentElement, {attributes: true, attributeFilter: ["data-moment"]});"""
    )
    lab.scrub(7_000)
    lab.page.get_by_role("combobox", name="Playback speed").select_option("1,000 epochs/s")
    play_to_the_end(lab)
    assert 2 <= lab.page.evaluate("moments.size") <= 5


def test_training_on_from_an_earlier_epoch_gives_the_digits_of_an_uninterrupted_run(lab: Lab) -> None:
    lab.scrub(1150)
    lab.press("Train on from here")
    lab.rest()
    lab.expect_epoch(1150)
    lab.expect_moment(None)
    lab.wait_until("paused")
    assert lab.parameters == desk.parameters(desk.run(1150).neuron)
    expect(lab.time).to_have_attribute("max", "1150")
    expect(lab.page.get_by_role("button", name="Train on from here")).to_be_disabled()
    expect(lab.page.get_by_role("list", name="Marks")).to_contain_text("21 of 25 since epoch 1,143")
    expect(lab.page.get_by_role("list", name="Marks")).not_to_contain_text("10,000")
    lab.train_to_the_end()
    lab.expect_epoch(TRAINED)
    assert lab.parameters == desk.parameters(desk.run(TRAINED).neuron)


def test_the_marks_say_what_happened_when_and_lead_there(lab: Lab) -> None:
    marks = lab.page.get_by_role("list", name="Marks").get_by_role("button")
    known = milestones(ScoreBook(desk.run(TRAINED)))
    expect(marks).to_have_text([milestone_in_words(milestone) for milestone in known])
    sentences = marks.all_inner_texts()
    assert "18 of 25 at epoch 1,000" in sentences
    assert "21 of 25 since epoch 1,143" in sentences
    for milestone in known[:-1]:
        marks.get_by_text(milestone_in_words(milestone), exact=True).click()
        lab.rest()
        lab.expect_moment(milestone.epoch)
        expect(lab.score).to_have_text(f"{milestone.right} of 25 test sums right")
    lab.press("Back to now")
    marks.get_by_text("18 of 25 at epoch 1,000").focus()
    lab.keys("Enter")
    lab.expect_moment(1_000)
    expect(lab.score).to_have_text("18 of 25 test sums right")


def test_the_last_mark_holds_from_its_epoch_on_and_not_before(lab: Lab) -> None:
    lab.scrub(1142)
    expect(lab.score).not_to_have_text("21 of 25 test sums right")
    lab.page.keyboard.press("ArrowRight")
    lab.expect_moment(1143)
    expect(lab.score).to_have_text("21 of 25 test sums right")


def under_the_pointer(lab: Lab, part: float) -> int:
    """Point at this part of the curve's width, check what is said there, and return its epoch."""
    box = lab.plot.bounding_box()
    assert box
    lab.page.mouse.move(box["x"] + part * box["width"], box["y"] + box["height"] / 2)
    said = lab.curve_text
    expect(said).to_contain_text("At the pointer")
    words = re.fullmatch(
        r"At the pointer: epoch ([\d,]+), mean squared error ([\d.]+), (\d+) of 25 right\.", said.inner_text()
    )
    assert words, said.inner_text()
    epoch = int(words[1].replace(",", ""))
    moment = desk.run(TRAINED).at(epoch)
    assert abs(float(words[2]) - moment.error) <= 1e-6
    assert int(words[3]) == score(judge(moment.neuron, ARTICLE)).right
    return epoch


def test_the_curve_tells_the_values_under_the_pointer_and_a_click_leads_there(lab: Lab) -> None:
    lab.curve.scroll_into_view_if_needed()
    assert 0 <= under_the_pointer(lab, 0.01) < 300
    epoch = under_the_pointer(lab, 0.5)
    assert 4_900 < epoch < 5_100
    lab.page.mouse.down()
    lab.page.mouse.up()
    lab.rest()
    lab.expect_moment(epoch)
    lab.page.get_by_role("heading", level=1).hover()
    expect(lab.curve_text).to_contain_text(f"Looking back at epoch {epoch:,}")


def picture(lab: Lab) -> str:
    """A text that changes when the drawn curve does."""
    return str(lab.curve.locator("canvas").evaluate("canvas => canvas.toDataURL()"))


def test_both_axes_can_be_logarithmic(lab: Lab) -> None:
    linear = picture(lab)
    lab.page.get_by_label("Log error").check()
    lab.rest()
    only_error = picture(lab)
    lab.page.get_by_label("Log epochs").check()
    lab.rest()
    assert len({linear, only_error, picture(lab)}) == 3
    lab.curve.scroll_into_view_if_needed()
    assert under_the_pointer(lab, 0.98) > 5_000
    assert under_the_pointer(lab, 0.5) < 1_500
    lab.page.get_by_role("heading", level=1).hover()
    lab.page.get_by_label("Log epochs").uncheck()
    lab.page.get_by_label("Log error").uncheck()
    lab.rest()
    assert picture(lab) == linear


def test_time_can_be_scrubbed_in_a_run_of_a_million_epochs(lab: Lab) -> None:
    lab.choose_a_long_run()
    lab.press("Train")
    # Past 32,768 epochs the history is thinned out, and what it left out is computed again.
    lab.page.wait_for_function("Number(document.documentElement.dataset.epoch) > 33000")
    lab.press("Pause")
    lab.wait_until("paused")
    lab.rest()
    assert lab.parameters == desk.parameters(desk.run(lab.epoch).neuron)
    for epoch in (33_001, 1_143, 12_345):
        lab.scrub(epoch)
        lab.expect_moment(epoch)
        assert lab.parameters == desk.parameters(desk.run(epoch).neuron)
        expect(lab.score).to_have_text("21 of 25 test sums right")
    lab.time.focus()
    lab.keys("PageUp")
    epoch = 12_345 + lab.epoch // 100
    lab.expect_moment(epoch)
    lab.press("Train on from here")
    lab.rest()
    lab.expect_epoch(epoch)
    assert lab.parameters == desk.parameters(desk.run(epoch).neuron)
