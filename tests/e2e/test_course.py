"""The guide: every lesson is done as a person would do it, left and taken up again, and done by keyboard."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.lab import Lab
from web.page.lessons import LESSONS

TITLES = [lesson.title for lesson in LESSONS]


@pytest.fixture
def lab(shared: Lab) -> Lab:
    """The guide closed, at its first lesson, and nothing done."""
    shared.rest()  # or what the last test did is written down after all
    shared.page.evaluate("localStorage.clear()")
    shared.page.goto("about:blank")
    shared.open()
    return shared


def open_guide(lab: Lab) -> None:
    lab.press("Guide")
    expect(lab.page.get_by_role("region", name=TITLES[0])).to_be_visible()


def expect_count(lab: Lab, number: int, done: int) -> None:
    count = f"Lesson {number + 1} of {len(LESSONS)}, {done} done"
    expect(lab.guide.get_by_text(count, exact=True)).to_be_visible()


def expect_done(lab: Lab, done: bool) -> None:
    expect(lab.guide.get_by_role("status")).to_have_text("✓ Done." if done else "")


def point_at_the_prediction(lab: Lab) -> None:
    lab.part("prediction").hover()


def choose_the_second_row(lab: Lab) -> None:
    lab.rows.nth(1).click()


def set_weight_1_below_zero(lab: Lab) -> None:
    lab.choose("Weight 1", "-1")


def set_the_bias_to_2(lab: Lab) -> None:
    lab.slider("Bias").fill("2")


def choose_a_row_whose_sum_is_1(lab: Lab) -> None:
    lab.rows.nth([cells[2] for cells in lab.table].index("1.0")).click()


def ask_for_its_sum(lab: Lab) -> None:
    lab.enter("First number", "0.6")
    lab.enter("Second number", "0.2")


def walk_to_the_last_stage(lab: Lab) -> None:
    for _ in range(7):
        expect_done(lab, False)
        lab.press("Next stage")
        lab.rest()


def step_once(lab: Lab) -> None:
    lab.press("Step")


def train(lab: Lab) -> None:
    lab.press("Train")


def train_with_a_large_learning_rate(lab: Lab) -> None:
    lab.choose("Learning rate", "2")
    expect_done(lab, False)
    lab.press("Train")


def choose_a_wrong_row(lab: Lab) -> None:
    lab.page.get_by_role("button", name="✗ wrong").last.click()


def go_back_to_epoch_1150(lab: Lab) -> None:
    lab.time.fill("1150")


def forgive_until_all_rows_are_right(lab: Lab) -> None:
    lab.page.get_by_role("slider", name="Tolerance").fill("200")


TASKS: dict[str, Callable[[Lab], None]] = {
    "A neuron": point_at_the_prediction,
    "Layers": choose_the_second_row,
    "Weights": set_weight_1_below_zero,
    "Bias": set_the_bias_to_2,
    "Activation": choose_a_row_whose_sum_is_1,
    "Prediction": ask_for_its_sum,
    "Error and backpropagation": walk_to_the_last_stage,
    "One row after another": step_once,
    "Epochs": train,
    "Learning rate": train_with_a_large_learning_rate,
    "Before and after": train,
    "Why not 25?": choose_a_wrong_row,
    "When did it learn?": go_back_to_epoch_1150,
    "A choice of yardstick": forgive_until_all_rows_are_right,
}


def test_the_tasks_below_are_those_of_the_guide() -> None:
    assert list(TASKS) == TITLES


def test_every_lesson_can_be_done_from_the_first_to_the_last(lab: Lab) -> None:
    open_guide(lab)
    expect(lab.page.get_by_role("button", name="Previous lesson")).to_be_disabled()
    for number, lesson in enumerate(LESSONS):
        expect(lab.lesson).to_have_text(lesson.title)
        expect(lab.guide.get_by_text(lesson.task, exact=True)).to_be_visible()
        lab.rest()
        expect_done(lab, False)
        expect_count(lab, number, number)
        TASKS[lesson.title](lab)
        expect_done(lab, True)
        expect_count(lab, number, number + 1)
        if number + 1 < len(LESSONS):
            lab.press("Next lesson")
    expect(lab.page.get_by_role("button", name="Next lesson")).to_be_disabled()
    expect(lab.yardstick("Right within the tolerance")).to_have_text("25 of 25")


def test_a_lesson_that_was_done_can_be_done_again(lab: Lab) -> None:
    open_guide(lab)
    point_at_the_prediction(lab)
    expect_done(lab, True)
    lab.press("Next lesson")
    expect_count(lab, 1, 1)
    lab.press("Previous lesson")
    expect_count(lab, 0, 0)
    expect_done(lab, False)
    point_at_the_prediction(lab)
    expect_done(lab, True)
    expect_count(lab, 0, 1)


def test_the_guide_is_taken_up_where_it_was_left(lab: Lab) -> None:
    open_guide(lab)
    for lesson in LESSONS[:3]:
        TASKS[lesson.title](lab)
        expect_done(lab, True)
        lab.press("Next lesson")
    expect_count(lab, 3, 3)
    lab.press("Leave the guide")
    expect(lab.lesson).to_be_hidden()
    expect(lab.page.get_by_role("button", name="Guide", exact=True)).to_have_attribute("aria-expanded", "false")
    lab.page.reload()
    lab.wait_for_python()
    expect(lab.lesson).to_be_hidden()
    lab.press("Guide")
    expect(lab.lesson).to_be_visible()
    expect(lab.lesson).to_have_text(TITLES[3])
    expect_count(lab, 3, 3)
    expect_done(lab, False)
    # Open it stays over a reload, too.
    lab.page.reload()
    lab.wait_for_python()
    expect(lab.lesson).to_be_visible()
    expect_count(lab, 3, 3)


def test_a_closed_guide_notices_nothing(lab: Lab) -> None:
    point_at_the_prediction(lab)
    expect(lab.part_text).to_contain_text("The prediction for this row")
    lab.page.get_by_role("heading", level=1).hover()
    lab.press("Guide")
    expect_count(lab, 0, 0)
    expect_done(lab, False)


def test_the_first_three_lessons_are_done_by_keyboard_alone(lab: Lab) -> None:
    lab.tab_to(lab.button("Guide"))
    lab.keys("Enter")
    expect(lab.lesson).to_be_visible()
    expect(lab.lesson).to_have_text("A neuron")
    lab.tab_to(lab.part("prediction"))
    expect_done(lab, True)
    next_lesson(lab, "Layers")
    lab.tab_to(lab.verdict(0))
    lab.keys("ArrowDown")
    expect_done(lab, True)
    expect(lab.verdict(1)).to_be_focused()
    next_lesson(lab, "Weights")
    lab.tab_to(lab.slider("Weight 1"))
    for _ in range(400):
        if lab.guide.get_by_role("status").inner_text():
            break
        lab.keys("ArrowLeft")
    expect_done(lab, True)
    expect_count(lab, 2, 3)


def next_lesson(lab: Lab, name: str) -> None:
    lab.tab_to(lab.button("Next lesson"), "Shift+Tab")
    lab.keys("Enter")
    expect(lab.lesson).to_have_text(name)
    expect_done(lab, False)


def test_whoever_leaves_the_guide_by_keyboard_is_back_at_its_button(lab: Lab) -> None:
    lab.tab_to(lab.button("Guide"))
    lab.keys("Enter")
    lab.tab_to(lab.button("Leave the guide"))
    lab.keys("Enter")
    expect(lab.lesson).to_be_hidden()
    expect(lab.button("Guide")).to_be_focused()


def test_the_end_of_the_guide_keeps_the_focus_in_the_guide(lab: Lab) -> None:
    open_guide(lab)
    for name, ends in (("Next lesson", len(LESSONS) - 1), ("Previous lesson", 0)):
        button = lab.button(name)
        button.focus()
        for _ in range(len(LESSONS) - 1):
            lab.keys("Enter")
        expect(lab.lesson).to_have_text(TITLES[ends])
        expect(button).to_be_disabled()
        expect(lab.guide.locator(":focus"), f"the focus is lost after {name}").to_have_count(1)


def test_show_me_where_leads_to_the_place_and_leaves_the_address_alone(lab: Lab) -> None:
    open_guide(lab)
    link = lab.page.get_by_role("link", name="Show me where")
    for number, lesson in enumerate(LESSONS):
        if number:
            lab.press("Next lesson")
        expect(lab.lesson).to_have_text(lesson.title)
        lab.rest()
        link.click()
        focused = lab.page.locator(":focus")
        expect(focused).to_have_id(lesson.place)
        expect(focused).to_be_in_viewport()
        lab.rest()
        assert not re.search("#(train|network|panels|results|curve|question)", lab.page.url)
