"""The course: every lesson is done by keyboard and by touch, it is left and taken up again, and it costs no run."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.e2e.conftest import Complaints
from tests.e2e.lab import CALM, Lab
from tests.e2e.test_look import expect_no_violations, violations
from web.page.lessons import LESSONS

TITLES = [lesson.title for lesson in LESSONS]
LEAST = 44  # what a finger hits, in CSS pixels
# Whether some of one of these elements is on the screen and not under the course.
ARE_SEEN = """names => names.some(name => [0.2, 0.5, 0.8].some(share => {
  const box = document.getElementById(name).getBoundingClientRect();
  const found = document.elementFromPoint(box.x + box.width / 2, box.y + share * box.height);
  return found !== null && !document.getElementById("course").contains(found);
}))"""


@pytest.fixture
def lab(shared: Lab) -> Lab:
    """The course closed, at its first lesson, and nothing done."""
    shared.rest()  # or what the last test did is written down after all
    shared.page.evaluate("localStorage.clear()")
    shared.page.goto("about:blank")
    shared.open()
    return shared


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Lab]:
    context = browser.new_context(**CALM, has_touch=True, viewport={"width": 390, "height": 844})
    page, complaints = context.new_page(), Complaints(site)
    complaints.watch(page)
    lab = Lab(page, site)
    lab.open()
    yield lab
    context.close()
    assert not complaints.unexpected()


def go_to(lab: Lab, title: str) -> None:
    """Open a lesson by the list."""
    if lab.course.is_hidden():
        lab.press("Course")
    if lab.button("All lessons").is_visible():
        lab.press("All lessons")
    lab.course.get_by_role("button", name=f". {title}").click()
    expect(lab.lesson).to_have_text(title)
    lab.rest()


def see(lab: Lab) -> None:
    """Whatever the lesson waits for may be out of sight; the page brings it there, and the focus stays."""
    lab.rest()
    expect_done(lab, True)
    expect(lab.to_look_at).to_have_text("")


def expect_done(lab: Lab, done: bool) -> None:
    expect(lab.happened).to_have_text(re.compile("^✓ .") if done else "")


class Deeds:
    """What a person does in the lessons; `reach` brings them to a control, `press` presses it."""

    def __init__(self, lab: Lab) -> None:
        self.lab = lab

    def reach(self, place: Locator) -> None:
        raise NotImplementedError

    def press(self, place: Locator) -> None:
        raise NotImplementedError

    def enter(self, name: str, text: str) -> None:
        field = self.lab.field(name)
        self.reach(field)
        self.lab.page.keyboard.press("ControlOrMeta+a")
        self.lab.page.keyboard.type(text)
        self.lab.page.keyboard.press("Enter")
        self.lab.rest()

    def ask(self, first: str, second: str) -> None:
        self.enter("First number", first)
        self.enter("Second number", second)

    def row(self, number: int) -> None:
        self.press(self.lab.verdict(number))

    def choose(self, name: str, entry: str) -> None:
        """A list of the system's own opens; Playwright cannot press keys in it."""
        chosen = self.lab.page.get_by_role("combobox", name=name, exact=True)
        self.reach(chosen)
        chosen.select_option(entry)
        self.lab.rest()

    def slide(self, name: str, value: str) -> None:
        slider = self.lab.page.get_by_role("slider", name=name, exact=True)
        self.reach(slider)
        slider.fill(value)

    def button(self, name: str) -> None:
        self.press(self.lab.button(name))

    def train(self) -> None:
        self.button("Train")
        self.lab.wait_until("trained")


class ByKeyboard(Deeds):
    """Tab brings one to a control, and Enter presses it."""

    def reach(self, place: Locator) -> None:
        place.focus()
        expect(place).to_be_in_viewport()

    def press(self, place: Locator) -> None:
        self.reach(place)
        self.lab.keys("Enter")


class ByTouch(Deeds):
    """A finger taps what it sees."""

    def reach(self, place: Locator) -> None:
        self.lab.open_settings(place)
        place.tap()

    def press(self, place: Locator) -> None:
        place.tap()
        self.lab.rest()


def walk_to_the_last_stage(deeds: Deeds) -> None:
    for _ in range(7):
        expect_done(deeds.lab, False)
        deeds.button("Next stage")


def step_three_times(deeds: Deeds) -> None:
    for _ in range(3):
        expect_done(deeds.lab, False)
        deeds.button("Step")


def train_with_a_large_learning_rate(deeds: Deeds) -> None:
    deeds.enter("Learning rate", "1")
    expect_done(deeds.lab, False)
    deeds.train()


def choose_and_train(name: str, entry: str) -> Callable[[Deeds], None]:
    def do(deeds: Deeds) -> None:
        deeds.choose(name, entry)
        expect_done(deeds.lab, False)
        deeds.train()

    return do


TASKS: dict[str, Callable[[Deeds], None]] = {
    "A neuron": lambda deeds: deeds.ask("0.8", "0.1"),
    "Weights": lambda deeds: deeds.enter("Weight 1", "-2"),
    "Bias": lambda deeds: deeds.enter("Bias", "2"),
    "Activation": lambda deeds: deeds.row(0),
    "Prediction": lambda deeds: deeds.ask("0.6", "0.2"),
    "Error and backpropagation": walk_to_the_last_stage,
    "One row after another": step_three_times,
    "Epochs": lambda deeds: deeds.train(),
    "Learning rate": train_with_a_large_learning_rate,
    "Before and after": lambda deeds: deeds.train(),
    "Training rows and test rows": lambda deeds: deeds.row(17),
    "Why not 25?": lambda deeds: deeds.row(0),
    "When did it learn?": lambda deeds: deeds.slide("Time", "1150"),
    "How near is right?": lambda deeds: deeds.slide("Tolerance: how far off still counts as right", "100"),
    "Outside of the training rows": lambda deeds: deeds.ask("0.9", "0.9"),
    "Another activation": choose_and_train("Activation", "linear"),
    "Other data, also yours": choose_and_train("Data", "and"),
    "Layers": lambda deeds: deeds.train(),
}


def test_the_tasks_below_are_those_of_the_course() -> None:
    assert list(TASKS) == TITLES


def do_every_lesson(deeds: Deeds, lead_on: Callable[[], None]) -> None:
    lab = deeds.lab
    deeds.button("Course")
    deeds.button("Start with lesson 1")
    for lesson in LESSONS:
        expect(lab.lesson).to_have_text(lesson.title)
        expect(lab.course.get_by_text(lesson.task, exact=True)).to_be_in_viewport()
        lab.rest()
        expect_done(lab, False)
        TASKS[lesson.title](deeds)
        see(lab)
        expect(lab.course.get_by_text(lesson.task, exact=True), lesson.title).to_be_in_viewport()
        lab.page.wait_for_function(ARE_SEEN, arg=list(lesson.sight.names))
        lead_on()
    expect(lab.lesson).to_have_text("The end of the course")
    expect(lab.lesson).to_be_focused()
    expect(lab.lesson).to_be_in_viewport()
    expect(lab.course.get_by_text("18 of 18 lessons done")).to_be_visible()
    assert not violations(lab.page)


def test_every_lesson_is_done_by_keyboard_and_two_keys_lead_on_from_the_deed(lab: Lab) -> None:
    def lead_on() -> None:
        if lab.page.evaluate("document.activeElement.matches('input, select')"):
            lab.button("Reset").focus()  # single keys work outside of fields
        lab.keys("l")
        expect(lab.course.locator(":focus")).to_have_count(1)
        lab.keys("Enter")

    do_every_lesson(ByKeyboard(lab), lead_on)


def test_every_lesson_is_done_by_touch_on_a_phone(phone: Lab) -> None:
    do_every_lesson(ByTouch(phone), lambda: phone.course.locator("#lesson-on").tap())


def test_the_sheet_on_a_phone_leaves_train_in_sight_and_fits_a_finger(phone: Lab) -> None:
    go_to(phone, "Before and after")
    sheet, bar = phone.course.bounding_box(), phone.button("Train").locator("..").bounding_box()
    assert sheet and bar
    assert sheet["y"] + sheet["height"] <= bar["y"] + 1
    assert sheet["height"] <= 844 / 2
    for button in phone.course.get_by_role("button").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= LEAST, button.inner_text()
    expect(phone.button("Leave the course")).to_be_in_viewport(ratio=1)
    assert not violations(phone.page)
    phone.button("All lessons").tap()
    assert not violations(phone.page)
    phone.button("Leave the course").tap()
    assert not violations(phone.page)


def test_the_page_brings_into_sight_what_a_lesson_is_about_and_leaves_the_focus(lab: Lab) -> None:
    go_to(lab, "Activation")
    curve = lab.page.get_by_role("img", name="The activation’s curve")
    expect(curve).not_to_be_in_viewport()
    lab.verdict(0).focus()
    lab.keys("Enter")
    expect_done(lab, True)
    expect(curve).to_be_in_viewport(ratio=0.6)
    expect(lab.verdict(0)).to_be_focused()


def test_nothing_moves_under_a_hand_that_holds_a_slider(phone: Lab) -> None:
    """Until it lets go, what there is to see is only said, and the way there stands out."""
    go_to(phone, "Bias")
    slider = phone.page.get_by_role("slider", name="Bias, slider", exact=True)
    phone.page.get_by_role("link", name="Show me where").tap()
    box = slider.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    phone.page.mouse.move(box["x"] + box["width"] * 0.53, middle)
    phone.page.mouse.down()
    phone.page.mouse.move(box["x"] + box["width"] * 0.8, middle)
    expect(phone.to_look_at).to_have_text("Done. Now look at the drawing of the neuron.")
    expect(phone.page.get_by_role("link", name="Show me", exact=True)).to_be_visible()
    assert slider.bounding_box() == box
    phone.page.mouse.up()
    expect_done(phone, True)
    expect(phone.page.locator("#drawing")).to_be_in_viewport(ratio=0.6)


SIZES = {"phone": (390, 844), "laptop": (1280, 800), "wide": (1920, 1080)}


def test_the_course_never_covers_what_it_leads_to(lab: Lab) -> None:
    usual = lab.page.viewport_size
    assert usual
    try:
        for lesson in LESSONS:
            go_to(lab, lesson.title)
            for size, (width, height) in SIZES.items():
                lab.page.set_viewport_size({"width": width, "height": height})
                lab.rest()
                lab.page.get_by_role("link", name="Show me where").click()
                assert lab.page.evaluate(IS_FREE, lesson.place), f"{lesson.title}, {size}"
                assert lab.page.evaluate("document.activeElement.id") == lesson.place
    finally:
        lab.page.set_viewport_size(usual)


# Whether what a person sees in the middle of an element is the element, or something in it or around it.
IS_FREE = """name => {
  const element = document.getElementById(name), box = element.getBoundingClientRect();
  const found = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return found !== null && !document.getElementById("course").contains(found) && box.top >= 0;
}"""


def test_a_lesson_that_was_done_can_be_done_again_and_stays_done(lab: Lab) -> None:
    go_to(lab, "Activation")
    lab.rows.nth(0).click()
    see(lab)
    lab.press("Start again")
    lab.rest()
    expect_done(lab, False)
    lab.rows.nth(1).click()
    see(lab)
    lab.press("All lessons")
    expect(lab.course.get_by_text("1 of 18 lessons done")).to_be_visible()
    expect(lab.course.get_by_role("button", name="4. Activation")).to_contain_text("✓")


def test_the_course_is_taken_up_where_it_was_left_and_can_be_cleared(lab: Lab) -> None:
    go_to(lab, "Activation")
    lab.rows.nth(0).click()
    see(lab)
    assert lab.page.url.endswith("#lesson=4")
    lab.page.reload()
    lab.wait_for_python()
    expect(lab.lesson).to_have_text("Activation")
    lab.rest()
    lab.press("Leave the course")
    expect(lab.course).to_be_hidden()
    assert "#" not in lab.page.url
    lab.page.reload()
    lab.wait_for_python()
    expect(lab.course).to_be_hidden()
    lab.press("Course")
    expect(lab.button("Continue with lesson 1")).to_be_visible()  # the first one that is not done
    expect(lab.course.get_by_role("button", name="3. Bias")).to_contain_text("not done yet")
    lab.press("Clear progress")
    expect(lab.button("Start with lesson 1")).to_be_visible()
    lab.rest()
    lab.page.reload()
    lab.wait_for_python()
    lab.press("Course")
    expect(lab.course.get_by_text("0 of 18 lessons done")).to_be_visible()


def test_the_run_that_was_there_comes_back(lab: Lab) -> None:
    lab.choose("Seed", "7")
    lab.choose("Epochs", "300")
    lab.train_to_the_end()
    lab.open_tab("Map")
    lab.scrub(120)
    before = lab.parameters, lab.table
    go_to(lab, "Layers")
    expect(lab.course.get_by_text("Leaving brings your run back (epoch 300).")).to_be_visible()
    assert lab.page.url.endswith("#lesson=18&seed=7&epochs=300")
    lab.press("Leave the course")
    lab.expect_epoch(300)
    lab.rest()
    lab.expect_moment(120)
    assert (lab.parameters, lab.table) == before
    expect(lab.tab("Map")).to_have_attribute("aria-selected", "true")
    assert lab.page.url.endswith("#seed=7&epochs=300")


def test_a_link_opens_a_lesson_and_a_wrong_one_says_so(lab: Lab) -> None:
    lab.page.goto(lab.site + "#lesson=12&seed=5")
    lab.rest()
    expect(lab.lesson).to_have_text("Why not 25?")
    lab.expect_epoch(10_000)
    lab.page.goto(lab.site + "#lesson=99")
    expect(lab.notice).to_contain_text("The address asks for lesson 99. The course has lessons 1 to 18.")
    expect(lab.course).to_be_hidden()


def test_whoever_leaves_the_course_by_keyboard_is_back_at_its_button(lab: Lab) -> None:
    lab.tab_to(lab.button("Course"))
    lab.keys("Enter")
    lab.tab_to(lab.button("Leave the course"))
    lab.keys("Enter")
    expect(lab.lesson).to_be_hidden()
    expect(lab.button("Course")).to_be_focused()


def test_the_ends_of_the_course_keep_the_focus_in_it(lab: Lab) -> None:
    go_to(lab, "A neuron")
    lab.button("Next lesson").focus()
    for _ in LESSONS:
        lab.keys("Enter")
    expect(lab.lesson).to_have_text("The end of the course")
    expect(lab.lesson).to_be_focused()
    go_to(lab, "Weights")
    lab.button("Previous lesson").focus()
    lab.keys("Enter")
    expect(lab.button("Previous lesson")).to_be_disabled()
    expect(lab.button("Next lesson")).to_be_focused()


def test_show_me_where_leads_to_the_place_and_a_button_leads_back(lab: Lab) -> None:
    lesson = LESSONS[-1]
    go_to(lab, lesson.title)
    lab.page.get_by_role("link", name="Show me where").click()
    focused = lab.page.locator(":focus")
    expect(focused).to_have_id(lesson.place)
    expect(focused).to_be_in_viewport()
    assert re.search(r"#lesson=\d+$", lab.page.url)
    lab.tab_to(lab.button("Back to the course"))
    expect(lab.button("Back to the course")).to_be_in_viewport(ratio=1)
    lab.keys("Enter")
    expect(lab.lesson).to_be_focused()


def test_axe_finds_nothing_in_the_course(lab: Lab) -> None:
    lab.press("Course")
    expect_no_violations(lab.page, "the list")
    go_to(lab, "Why not 25?")
    expect_no_violations(lab.page, "a lesson")
    lab.rows.nth(0).click()
    see(lab)
    expect_no_violations(lab.page, "a lesson that is done")
