"""What a person types, pastes and steps to in the number fields: taken as it is meant, or said to be unclear."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.lab import Lab

PARAMETERS = ("Weight 1", "Weight 2", "Bias")
SETTINGS = {"Epochs": "10000", "Learning rate": "0.1", "Seed": "109"}
# As people write numbers, and what stands in the field when they have left it.
MEANT = (
    ("Learning rate", "0,3", "0.3"),
    ("Learning rate", "０．２５", "0.25"),
    ("Learning rate", "+.5", ".5"),
    ("Epochs", "1 000", "1000"),
    ("Epochs", "2\u202f000", "2000"),
    ("Epochs", "3\u00a0000", "3000"),
    ("Epochs", "1,000,000", "1000000"),
    ("Epochs", "１２", "12"),
    ("Seed", "+7", "7"),
    ("Weight 1", "−2.5605", "-2.5605"),
    ("Weight 2", "–2,5", "-2.5"),
    ("Bias", "－１", "-1"),
    ("First number", "−0,25", "-0.25"),
    ("Second number", "1\u2009000,5", "1000.5"),
)
# What is not one number, what the field shows of it, and the words beside it.
REFUSED = (
    ("1/2", "1/2", "“1/2” is not"),
    ("1,000", "1,000", "“1,000” is not clear; write 1000 or 1"),
    ("1 2", "1 2", "“1 2” is not"),
    ("abc", "abc", "“abc” is not"),
    ("0,3\t0,4\n", "0,3⇥0,4", "“0,3⇥0,4” is not"),
    ("300\n400\n", "300↵400", "“300↵400” is not"),
)


@pytest.fixture
def lab(shared: Lab) -> Lab:
    """The settings of a new page."""
    shared.page.evaluate("document.activeElement.blur()")
    shared.page.evaluate("location.hash = 'seed=1'")
    expect(shared.field("Seed")).to_have_value("1")
    shared.page.evaluate("location.hash = ''")
    shared.rest()
    for name, value in SETTINGS.items():
        expect(shared.field(name)).to_have_value(value)
    return shared


def leave(lab: Lab, name: str) -> None:
    lab.field(name).press("Tab")
    lab.rest()


@pytest.mark.engines
def test_numbers_are_taken_as_people_write_them(lab: Lab) -> None:
    for number, (name, text, shown) in enumerate(MEANT):
        (lab.paste if number % 2 else lab.enter)(name, text)
        expect(lab.field(name)).to_have_value(text)
        leave(lab, name)
        expect(lab.complaint(name)).to_be_hidden()
        if name in PARAMETERS:
            assert float(lab.field(name).input_value()) == float(shown), text
            assert float(lab.parameters[PARAMETERS.index(name)]) == float(shown), text
        else:
            expect(lab.field(name)).to_have_value(shown)
        if name in SETTINGS:
            expect(lab.page).to_have_url(re.compile(re.escape(f"{name.lower().replace(' ', '_')}={shown}")))
    expect(lab.true_sum).to_have_text("The true sum is 1000.25.")


def test_what_is_not_one_number_is_said_beside_its_field_and_changes_nothing(lab: Lab) -> None:
    address, parameters = lab.page.url, lab.parameters
    for number, name in enumerate((*SETTINGS, *PARAMETERS, "First number")):
        # One parser reads them all: every text in one field, and one text in every field.
        for text, shown, words in REFUSED if not number else REFUSED[number - 1 : number]:
            lab.paste(name, text)
            expect(lab.field(name)).to_have_value(shown)
            leave(lab, name)
            expect(lab.complaint(name)).to_contain_text(name)
            expect(lab.complaint(name)).to_contain_text(words)
            expect(lab.field(name)).to_have_value(shown)
            expect(lab.field(name)).to_have_attribute("aria-invalid", "true")
            expect(lab.field(name)).not_to_have_attribute("aria-valuenow", re.compile(""))
    assert (lab.page.url, lab.parameters) == (address, parameters)
    expect(lab.true_sum).to_have_text(re.compile(r"The true sum is (0\.3|1000\.25)\."))


# A field, what is typed into it, the keys that are pressed then, and what the field shows in the end.
STEPS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("Epochs", "10", ("ArrowUp",), "11"),
    ("Epochs", "10", ("PageDown",), "1"),
    ("Epochs", "1 000", ("PageUp", "ArrowDown"), "1009"),
    ("Seed", "0", ("ArrowDown",), "0"),
    ("Learning rate", "0,1", ("ArrowUp", "ArrowUp"), "0.3"),
    ("Learning rate", "0,1", ("ArrowDown",), "0.09"),
    ("Learning rate", "0.0001", ("PageDown",), "0.0001"),
    ("Learning rate", "100", ("ArrowUp",), "100"),
    ("First number", "0", ("ArrowUp", "ArrowUp", "ArrowUp"), "0.3"),
    ("First number", "0.05", ("ArrowDown",), "-0.05"),
    ("Second number", "−1", ("PageUp",), "0"),
)


@pytest.mark.engines
def test_the_arrow_keys_step_exactly_and_stay_within_what_is_allowed(lab: Lab) -> None:
    for name, typed, keys, shown in STEPS:
        case = f"{typed} in {name}, then {keys}"
        lab.enter(name, typed)
        lab.keys(*keys)
        expect(lab.field(name), case).to_be_focused()
        expect(lab.field(name), case).to_have_value(shown)
        expect(lab.field(name), case).to_have_attribute("aria-valuenow", shown)
        expect(lab.complaint(name), case).to_be_hidden()


def test_the_arrow_keys_step_weights_by_a_tenth(lab: Lab) -> None:
    lab.enter("Bias", "0,1")
    lab.keys("ArrowUp", "ArrowUp", "PageDown", "PageDown")
    assert lab.parameters[2] == "-1.7"
    lab.keys("ArrowUp")
    assert lab.parameters[2] == "-1.6"


def test_an_arrow_key_in_what_is_no_number_says_so(lab: Lab) -> None:
    lab.enter("Epochs", "x")
    lab.keys("ArrowUp")
    expect(lab.field("Epochs")).to_have_value("x")
    expect(lab.complaint("Epochs")).to_contain_text("“x” is not")


def test_home_end_and_keys_with_others_do_what_they_do_in_every_text(lab: Lab) -> None:
    lab.enter("Epochs", "25")
    lab.page.keyboard.press("Home")
    lab.page.keyboard.type("1")
    lab.page.keyboard.press("End")
    lab.page.keyboard.type("0")
    lab.page.keyboard.press("Shift+ArrowUp")  # selects all of it
    expect(lab.field("Epochs")).to_have_value("1250")


def test_every_number_field_is_a_spin_button_with_its_bounds(lab: Lab) -> None:
    for name, least, most in (
        ("Epochs", "1", "1000000"),
        ("Learning rate", "0.0001", "100"),
        ("Seed", "0", "999999999"),
        *((name, "-1000", "1000") for name in PARAMETERS),
    ):
        expect(lab.field(name)).to_have_attribute("aria-valuemin", least)
        expect(lab.field(name)).to_have_attribute("aria-valuemax", most)
        expect(lab.field(name)).to_have_attribute("aria-valuenow", lab.field(name).input_value())
        lab.enter(name, "5")
        expect(lab.field(name)).not_to_have_attribute("aria-valuenow", re.compile(""))
        lab.keys("Enter")
        expect(lab.field(name)).to_have_attribute("aria-valuenow", re.compile(r"^5(\.0+)?$"))


@pytest.mark.engines
def test_a_lesson_that_sets_what_is_set_already_takes_the_refused_text_away(lab: Lab) -> None:
    for name, value in SETTINGS.items():
        lab.choose(name, "x")
        expect(lab.complaint(name)).to_contain_text(f"It stays {value}.")
        expect(lab.field(name)).to_have_value("x")
    lab.press("Course")
    lab.press("Start with lesson 1")
    for name, value in SETTINGS.items():
        expect(lab.complaint(name)).to_be_hidden()
        expect(lab.field(name)).to_have_value(value)
    lab.press("Leave the course")


@pytest.mark.engines
def test_what_is_undone_from_another_field_leaves_no_field_behind(page: Page, site: str) -> None:
    """Browsers undo across fields: then a field changes that nobody types into, and nobody leaves it either."""
    lab = Lab(page, site)
    lab.open()
    lab.choose("Weight 1", "3")
    lab.rest()
    lab.choose("Epochs", "20")
    lab.field("First number").focus()
    for _ in range(6):
        lab.page.keyboard.press("ControlOrMeta+z")
    lab.page.evaluate("document.activeElement.blur()")
    lab.rest()
    epochs = lab.field("Epochs").input_value()  # one engine takes what was typed back, and goes to its field for that
    assert ("epochs=20" in lab.page.url) == (epochs == "20")
    weight = lab.field("Weight 1").input_value()
    # This is what an engine does that goes to no field for it.
    for name in ("Weight 1", "Epochs", "Seed"):
        lab.field(name).evaluate(
            """field => {
                field.value = "7";
                field.dispatchEvent(new InputEvent("input", {bubbles: true, inputType: "historyUndo"}));
            }"""
        )
    lab.rest()
    expect(lab.field("Epochs")).to_have_value(epochs)
    expect(lab.field("Seed")).to_have_value("109")
    expect(lab.field("Weight 1")).to_have_value(weight)
    lab.train_to_the_end()
    lab.rest()
    assert abs(float(lab.field("Weight 1").input_value()) - float(lab.parameters[0])) < 0.0001
    expect(lab.field("Weight 1")).not_to_have_value(weight)


def test_a_field_keeps_what_is_being_typed_while_the_window_is_left(lab: Lab) -> None:
    for name, text in (("Epochs", "50"), ("Bias", "2,5")):
        lab.enter(name, text)
        lab.field(name).evaluate("field => field.dispatchEvent(new FocusEvent('focusout', {bubbles: true}))")
        lab.rest()
        expect(lab.field(name)).to_have_value(text)
        lab.page.keyboard.type("0")
        leave(lab, name)
    expect(lab.page).to_have_url(re.compile("epochs=500"))
    assert lab.parameters[2] == "2.5"


@pytest.mark.engines
def test_what_is_typed_counts_whatever_the_field_had_before(lab: Lab) -> None:
    """Firefox tells no change where the text is what it was at the last one, whatever an arrow key put there since."""
    for name, value, key in (
        ("Learning rate", "0.1", "ArrowUp"),
        ("Epochs", "50", "ArrowUp"),
        ("Bias", "5", "ArrowDown"),
    ):
        for end in ("Tab", "Enter"):
            lab.enter(name, value)
            lab.keys("Enter", key)
            expect(lab.field(name)).not_to_have_value(value)
            lab.enter(name, value)
            lab.keys(end)
            expect(lab.field(name)).to_have_value(re.compile(rf"^{re.escape(value)}(\.0+)?$"))
            lab.keys("Enter")
            lab.field(name).blur()
            lab.rest()
            assert float(lab.parameters[2]) == 5 or name != "Bias"
    expect(lab.page).not_to_have_url(re.compile("learning_rate"))
    expect(lab.page).to_have_url(re.compile("epochs=50(&|$)"))


@pytest.mark.engines
def test_what_is_typed_over_and_back_changes_nothing(lab: Lab) -> None:
    lab.choose("Epochs", "3")
    lab.train_to_the_end()
    trained = lab.parameters
    lab.enter("Weight 1", lab.field("Weight 1").input_value())
    leave(lab, "Weight 1")
    lab.enter("Seed", "109")
    leave(lab, "Seed")
    assert lab.parameters == trained
    lab.expect_epoch(3)


@pytest.mark.engines
def test_what_is_undone_is_never_added_to_what_stands_there_now(lab: Lab) -> None:
    """Chromium undoes a deletion also where the page has put another text since."""
    undone = {"109", "10000", "0.1", "0.4593", "0.3", ""}
    for name, typed, key in (
        ("Seed", "1 000", "Tab"),
        ("Seed", "5", "ArrowUp"),
        ("Epochs", "1 000", "Enter"),
        ("Learning rate", "0,5", "Enter"),
        ("Weight 2", "2", "Tab"),
        ("First number", "2", "ArrowUp"),
    ):
        lab.enter(name, typed)
        lab.keys(key)
        shown = lab.field(name).input_value()
        for _ in range(3):
            lab.page.keyboard.press("ControlOrMeta+z")
        lab.page.evaluate("document.activeElement.blur()")
        lab.rest()
        assert lab.field(name).input_value() in undone | {shown, typed}, name


def test_arrow_keys_and_a_turned_sign_keep_every_digit_of_a_weight(lab: Lab) -> None:
    before = lab.parameters
    lab.field("Weight 2").focus()
    lab.keys("ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown")
    assert [float(number) for number in lab.parameters] == pytest.approx(
        [float(number) for number in before], rel=1e-14
    )
    for _ in range(2):
        lab.page.get_by_label("Change the sign of weight 1", exact=True).evaluate("button => button.click()")
    lab.rest()
    assert lab.parameters[0] == before[0]


def test_an_address_that_a_person_changes_is_read_and_not_written_over(lab: Lab) -> None:
    """The page writes its address at most every 0.4 seconds, so a write may wait while somebody changes it."""
    for seed in range(2, 12):
        lab.page.evaluate(f"location.hash = 'seed={seed}'")
        lab.page.evaluate("new Promise(requestAnimationFrame)")
        lab.page.evaluate("location.hash = 'epochs=7'")
        lab.page.evaluate("new Promise(requestAnimationFrame)")
        lab.page.evaluate(f"location.hash = 'seed={seed}'")
        expect(lab.field("Seed")).to_have_value(str(seed))
        expect(lab.field("Epochs")).to_have_value("10000")


def test_the_quiz_takes_a_guess_as_people_write_it(lab: Lab) -> None:
    lab.open_tab("One update")
    lab.page.get_by_label("Quiz me").check()
    lab.open_stage("Error")
    for text in ("０，２９", "0,29"):
        lab.guess.fill("−" + text)
        lab.press("Check")
        lab.rest()
        expect(lab.mark).to_contain_text("✗ Almost: only the sign is wrong. Error = target − prediction.")
    lab.guess.fill(text)
    lab.press("Check")
    expect(lab.mark).to_contain_text("✓ Right.")
    lab.page.get_by_label("Quiz me").uncheck()


def test_a_mouse_needs_no_button_for_the_sign(lab: Lab) -> None:
    expect(lab.page.get_by_label("Change the sign of weight 1", exact=True)).to_be_hidden()


def test_a_finger_turns_the_sign_and_the_typing_goes_on(browser: Browser, site: str) -> None:
    """The keys that a phone shows for decimals may have no minus."""
    context = browser.new_context(
        service_workers="block", viewport={"width": 320, "height": 844}, has_touch=True, is_mobile=True
    )
    lab = Lab(context.new_page(), site)
    lab.open()
    page = lab.page
    for name, label in (("Weight 1", "weight 1"), ("First number", "First number")):
        turn = page.get_by_role("button", name=f"Change the sign of {label}", exact=True)
        lab.field(name).tap()
        box = turn.bounding_box()
        assert box and box["width"] >= 36 and box["height"] >= 36
        lab.enter(name, "2,5")
        turn.tap()
        expect(lab.field(name)).to_be_focused()
        expect(lab.field(name)).to_have_value("-2,5")
        page.keyboard.type("6")
        lab.field(name).blur()
        lab.rest()
        expect(lab.field(name)).to_have_value(re.compile(r"^-2\.560*$"))
        lab.field(name).tap()
        turn.tap()
        lab.field(name).blur()
        lab.rest()
        expect(lab.field(name)).to_have_value(re.compile(r"^2\.560*$"))
        expect(lab.complaint(name)).to_be_hidden()
    assert lab.parameters[0] == "2.56"
    expect(lab.true_sum).to_have_text("The true sum is 2.66.")
    for text, turned in (("–2,5", "2,5"), ("+5", "-5"), ("－１", "１"), (" -  4", "4")):
        lab.enter("Bias", text)
        page.get_by_role("button", name="Change the sign of the bias", exact=True).tap()
        expect(lab.field("Bias")).to_have_value(turned)
        expect(lab.complaint("Bias")).to_be_hidden()
    # An empty field gets the minus that is typed on, and one with nothing else loses it.
    for _ in range(2):
        lab.enter("Bias", "-")
        page.get_by_role("button", name="Change the sign of the bias", exact=True).tap()
        expect(lab.field("Bias")).to_have_value("")
        expect(lab.complaint("Bias")).to_be_hidden()
    lab.field("Bias").tap()
    lab.enter("Bias", "")
    page.get_by_role("button", name="Change the sign of the bias", exact=True).tap()
    expect(lab.complaint("Bias")).to_be_hidden()
    page.keyboard.type("3")
    lab.field("Bias").blur()
    lab.rest()
    assert lab.parameters[2] == "-3.0"
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()
