"""What a person does with the page, from opening it to the end."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from perceptron.datasets import ARTICLE_AFTER, ARTICLE_BEFORE
from perceptron.experiment import Run
from perceptron.settings import Settings
from tests.e2e.digits import digits
from tests.e2e.lab import Lab


@pytest.mark.engines
def test_a_reader_trains_the_article_and_finds_its_fifty_lines(page: Page, site: str) -> None:
    lab = Lab(page, site)
    page.goto(site)
    # Drawn before any Python runs.
    expect(lab.score).to_have_text("2 of 25 test sums right")
    assert [row[4] for row in lab.table] == ["–"] * 25
    lab.wait_for_python()
    expect(page).to_have_title("One neuron learns to add")
    assert tuple(row[3] for row in lab.table) == ARTICLE_BEFORE
    assert lab.parameters == digits(0)
    expect(lab.comparison).to_have_text("Same as the article so far: 25 of 25 lines before training.")

    lab.train_to_the_end()

    lab.expect_epoch(10_000)
    expect(lab.score).to_have_text("21 of 25 test sums right")
    expect(lab.comparison).to_have_text("Same as the article: 50 of 50 lines.")
    assert tuple(row[4] for row in lab.table) == ARTICLE_AFTER
    assert [row[5] for row in lab.table].count("✗ wrong") == 4
    assert lab.parameters == digits(10_000)
    expect(page.get_by_role("status").filter(has_text="Training finished")).to_have_count(1)
    expect(lab.curve.locator("canvas")).to_be_visible()

    lab.train_to_the_end() if lab.epoch != 10_000 else lab.press("Train")
    expect(lab.root).to_have_attribute("data-epoch", "20000")
    lab.wait_until("trained")
    assert lab.parameters == digits(20_000)


def test_pause_and_resume_give_the_same_digits_as_no_pause(lab: Lab) -> None:
    lab.choose_a_long_run()
    lab.press("Train")
    lab.wait_until("training")
    expect(lab.region("Train")).to_contain_text("epochs a second")
    lab.press("Pause")
    lab.wait_until("paused")
    paused = lab.epoch
    assert 0 < paused < 1_000_000
    lab.enter("First number", "0.6")
    lab.rest()  # what was asked since the pause is answered
    assert lab.epoch == paused
    assert lab.parameters == digits(paused)
    end = paused + 20_000
    lab.choose("Epochs", str(end))
    lab.train_to_the_end()
    lab.expect_epoch(end)
    assert lab.parameters == digits(end)


def test_step_makes_the_update_whose_terms_are_shown_and_the_panel_moves_on(lab: Lab) -> None:
    run = Run(Settings())
    for number in range(1, 3):
        lab.expect_next_update(1, number)
        update = run.step()
        assert update
        record = {}
        for stage in lab.stages.all_inner_texts():
            lab.press(stage)
            lab.rest()
            record.update(lab.record())
        assert record["Weighted sum"] == repr(update.weighted_sum)
        assert record["Output"] == repr(update.output)
        assert record["Error"] == repr(update.error)
        assert record["Slope"] == repr(update.derivative)
        assert record["Change of weight 1"] == repr(update.weight_changes[0])
        assert record["Change of bias"] == repr(update.bias_change)
        new = [repr(number) for number in (*update.new_weights, update.new_bias)]
        assert [record[f"New {name}"] for name in ("weight 1", "weight 2", "bias")] == new
        lab.press("Step")
        lab.rest()
        assert lab.parameters == new
    lab.expect_next_update(1, 3)
    expect(lab.root).to_have_attribute("data-run", "paused")
    lab.train_to_the_end()
    assert lab.parameters == digits(10_000)


def test_reset_returns_to_the_same_start_and_new_start_to_another(lab: Lab) -> None:
    lab.train_to_the_end()
    lab.press("Reset")
    lab.wait_until("untrained")
    lab.expect_epoch(0)
    assert lab.parameters == digits(0)
    expect(lab.score).to_have_text("2 of 25 test sums right")

    lab.press("New start")
    expect(lab.field("Seed")).not_to_have_value("109")
    seed = int(lab.field("Seed").input_value())
    expect(lab.description("Weight 1", 1)).to_have_text(digits(0, seed)[0])
    expect(lab.page).to_have_url(re.compile(f"#seed={seed}$"))
    lab.train_to_the_end()
    expect(lab.score).to_have_text("21 of 25 test sums right")
    expect(lab.comparison).to_contain_text("25 of 25 after")


def test_a_bad_setting_is_explained_beside_its_field_and_changes_nothing(lab: Lab) -> None:
    names = ("Epochs", "Learning rate", "Seed")
    for name in names:
        for bad, words in (
            ("-1", "“-1” is not. It stays"),
            ("1e99", "“1e99” is not. It stays"),
            ("", "this is empty"),
        ):
            lab.choose(name, bad)
            expect(lab.complaint(name)).to_contain_text(words)
            expect(lab.complaint(name)).to_contain_text(f"{name} must be")
            expect(lab.field(name)).to_have_attribute("aria-invalid", "true")
            expect(lab.field(name)).to_have_value(bad)
    assert "#" not in lab.page.url
    lab.train_to_the_end()
    assert lab.parameters == digits(10_000)
    for name in names:
        lab.choose(name, "1")
        expect(lab.field(name)).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.engines
def test_where_c_libraries_differ_in_the_last_bit_every_browser_shows_the_same(page: Page, site: str) -> None:
    """glibc, with fused multiply-add, ends in …051 here."""
    lab = Lab(page, site)
    lab.open("#seed=58&epochs=1000")
    lab.train_to_the_end()
    assert lab.parameters == digits(1000, 58) == ["4.23253256539105", "4.509023663399085", "-2.1158982925363494"]


def test_the_address_bar_carries_the_settings_and_brings_them_back(lab: Lab) -> None:
    lab.choose("Seed", "7")
    lab.choose("Epochs", "500")
    lab.choose("Learning rate", "0.25")
    expect(lab.page).to_have_url(re.compile(r"#seed=7&epochs=500&learning_rate=0\.25$"))
    lab.train_to_the_end()
    trained = lab.parameters
    assert trained == digits(500, 7, 0.25)
    lab.page.reload()
    lab.wait_for_python()
    expect(lab.field("Epochs")).to_have_value("500")
    lab.train_to_the_end()
    assert lab.parameters == trained


def test_nonsense_in_the_address_is_named_and_ignored(page: Page, site: str) -> None:
    lab = Lab(page, site)
    lab.open("#seed=abc&epochs=99999999&what=<img src=x onerror=alert(1)>&learning_rate=0.5")
    notices = lab.notice
    expect(notices).to_contain_text("“abc” is not. It is ignored.")
    expect(notices).to_contain_text("The nearest allowed value is 1000000")
    expect(notices).to_contain_text("which is not a setting")
    expect(lab.field("Seed")).to_have_value("109")
    expect(lab.field("Epochs")).to_have_value("1000000")
    expect(lab.field("Learning rate")).to_have_value("0.5")
    expect(page).to_have_url(re.compile(r"#epochs=1000000&learning_rate=0\.5$"))
    page.evaluate("location.hash = 'seed=3'")
    expect(lab.field("Seed")).to_have_value("3")
    expect(lab.field("Epochs")).to_have_value("10000")
    expect(lab.description("Weight 1", 1)).to_have_text(digits(0, 3)[0])


def test_ask_it_answers_at_once_and_remarks_on_strange_questions(lab: Lab) -> None:
    lab.train_to_the_end()
    prediction = lab.page.get_by_label("Prediction", exact=True)
    expect(prediction).to_have_text("0.3")
    lab.field("First number").fill("0.6")
    expect(prediction).to_have_text("0.7")
    lab.field("Second number").fill("0.2")
    expect(prediction).to_have_text("0.8")
    expect(lab.region("Ask it")).to_have_text(
        re.compile(r"The true sum is 0\.8\. Before rounding it is 0\.\d+\.\s*$")
    )  # and no remark
    lab.field("First number").fill("5")
    lab.field("Second number").fill("3")
    expect(prediction).to_have_text("1.0")
    expect(lab.region("Ask it")).to_contain_text("It was not trained on numbers like these.")
    expect(lab.region("Ask it")).to_contain_text("never be 8.0")
    lab.field("First number").fill("")
    expect(lab.complaint("First number")).to_have_text(
        "First number must be a number; this is empty. The answer is still for 5."
    )
    expect(prediction).to_have_text("1.0")


def test_a_click_on_train_before_python_is_ready_is_kept(page: Page, site: str) -> None:
    lab = Lab(page, site)
    held: list[Route] = []
    page.route("**/web/trainer.zip", lambda route: held.append(route))
    with page.expect_request("**/web/trainer.zip"):
        page.goto(site, wait_until="commit")
        lab.press("Train")
        expect(lab.region("Train")).to_contain_text("Train will run")
    held[0].continue_()
    lab.wait_until("trained")
    lab.expect_epoch(10_000)
    expect(lab.score).to_have_text("21 of 25 test sums right")


def test_the_whole_story_works_with_the_keyboard_alone(lab: Lab) -> None:
    page = lab.page
    page.locator("body").evaluate("body => body.focus()")
    lab.tab_to(lab.field("Epochs"))
    page.keyboard.type("300")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#epochs=300$"))
    lab.tab_to(lab.button("Train"))
    page.keyboard.press("Space")
    lab.wait_until("trained")
    lab.expect_epoch(300)
    lab.expect_next_update(301, 1)
    lab.tab_to(lab.button("Step"))
    page.keyboard.press("Enter")
    lab.expect_next_update(301, 2)
    lab.tab_to(lab.button("Reset"))
    page.keyboard.press("Enter")
    lab.wait_until("untrained")
    lab.tab_to(lab.field("First number"))
    page.keyboard.press("ArrowUp")
    expect(lab.true_sum).not_to_have_text("The true sum is 0.3.")


def test_a_new_address_is_taken_over_in_the_middle_of_training(lab: Lab) -> None:
    """The address bar follows the settings in every frame, and must not follow them over what was just typed."""
    lab.choose_a_long_run()
    for seed in range(1, 11):
        lab.press("Train")
        lab.wait_until("training")
        lab.page.evaluate(f"location.hash = 'seed={seed}&epochs=1000000'")
        expect(lab.field("Seed")).to_have_value(str(seed))
        lab.wait_until("untrained")
