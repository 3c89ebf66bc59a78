"""The quiz on the page: it asks for every number of an update, hides each until then, and keeps the tally."""

from typing import Any

import pytest

from perceptron.aspects import STAGES
from perceptron.numerals import MINUS
from perceptron.words.quiz import RULE
from tests.unit.playing import Trainer, ready, says, settle
from web.page import messages as m
from web.page.asking import SECRET, question, questions
from web.page.state import State
from web.page.update import update

CASES = [
    {},
    {"bias": "off"},
    {"activation": "tanh"},
    {"activation": "relu"},
    {"activation": "step"},
    {"activation": "linear", "data": "celsius", "scaling": "0-1"},
    {"loss": "cross-entropy", "data": "xor"},
    {"data": "iris"},
]


def at(state: State, trainer: Trainer, *those: object) -> State:
    for message in those:
        state = settle(update(state, message), trainer)
    return state


def quiz(stage: int, **settings: str) -> tuple[State, Trainer]:
    """The quiz at a stage of the first update."""
    state, trainer = ready()
    choices = [m.ChoiceMade(name, word) for name, word in settings.items()]
    return at(state, trainer, *choices, m.QuizSwitched(True), m.StageChosen(stage)), trainer


def asked(*those: object) -> dict[tuple[str, str], object]:
    """The page at the sum of the first update, after these messages."""
    state, trainer = quiz(2)
    return says(at(state, trainer, *those))


def answers(state: State) -> list[str]:
    """The numbers of the open stage, in full."""
    return [result["value"] for result in state.said.panel["results"]]


def words_of(page: dict[tuple[str, str], object]) -> str:
    """All that a page says or draws of numbers; not what stands in fields, nor what it says of attributes."""
    return "\n".join(str(value) for (_, kind), value in page.items() if kind in ("text", "html"))


def test_the_quiz_asks_before_it_shows() -> None:
    page = asked()
    assert page["quiz-form", "hidden"] is False
    assert page["guess-label", "text"] == "Weighted sum: what will it be?"
    assert page["update-terms", "html"] == ""
    assert "<mi>?</mi>" in str(page["stage-formulas", "html"])
    assert str(page["guess-rule", "text"]).startswith("Two significant digits are enough")
    for number in ("0.9166", "0.7143"):
        assert number not in words_of(page)


def test_without_the_quiz_all_of_it_is_there() -> None:
    words = words_of(asked(m.QuizSwitched(False), m.PartPointed("activation")))
    assert "0.9167" in words and "0.7144" in words and SECRET not in words.split()


@pytest.mark.parametrize("part", ["weight-1", "weight-2", "sum", "activation", "output"])
def test_no_part_of_the_drawing_and_no_text_for_listeners_tells_what_is_asked_for(part: str) -> None:
    state, trainer = quiz(1)
    page = says(at(state, trainer, m.PartPointed(part)))
    for number in ("0.1398", "0.2296", "0.9167", "0.7144"):
        assert number not in words_of(page)
    names = ("product-1-text", "product-2-text", "sum-text", "output-text", "prediction")
    assert [page[name, "text"] for name in names] == [SECRET] * 5
    assert page["prediction-full", "text"] == "The quiz asks for this prediction"


def test_what_was_worked_out_is_shown_and_what_comes_later_is_not() -> None:
    page = asked(m.Guessed("0.92"))
    assert page["sum-text", "text"] == "0.9167"
    assert (page["product-1-text", "text"], page["output-text", "text"]) == ("0.1398", SECRET)


def test_another_question_may_be_asked_meanwhile_but_not_the_same() -> None:
    state, trainer = quiz(3)
    other = at(state, trainer, m.QuestionTyped(0, "0.9"))
    assert says(other)["prediction", "text"] != SECRET
    again = at(other, trainer, m.QuestionTyped(0, state.flowing[0]))
    assert again.look.flow == "question"
    assert says(again)["prediction", "text"] == SECRET


@pytest.mark.parametrize("column", ["before", "after"])
def test_a_test_row_with_the_same_prediction_does_not_tell_it(column: str) -> None:
    state, trainer = quiz(3, data="xor")
    if column == "after":
        state = at(state, trainer, m.StepPressed(), m.StageChosen(3))
    same = state.said.panel["same_before" if column == "before" else "same_now"]
    page = says(state)
    assert same
    for number in range(4):
        assert (page[f"{column}-{number}", "html"] == SECRET) is (number in same)
    opened = at(state, trainer, m.RowPressed(same[0]), m.TabChosen("update"), m.StageChosen(3))
    if column == "after":
        assert says(opened)[f"reason-text-{same[0]}", "text"] == "The quiz asks for this prediction."
    shown = says(at(state, trainer, m.QuizSwitched(False)))
    assert SECRET not in {shown[f"{column}-{number}", "html"] for number in range(4)}


@pytest.mark.parametrize("settings", CASES)
def test_every_number_of_every_stage_is_asked_for_one_after_the_other(settings: dict[str, str]) -> None:
    state, trainer = quiz(0, **settings)
    count = same = 0
    for stage in range(1, len(STAGES)):
        state = at(state, trainer, m.Guessed(""))  # nothing is left to ask for, so it goes on
        assert state.look.stage == stage
        unasked = [result for result in state.said.panel["results"] if not result["asked"]]
        same += len(unasked)
        assert not unasked or stage == len(STAGES) - 1  # a weight that looks the same as before
        for number, result in enumerate(state.said.panel["results"]):
            if not result["asked"]:
                continue
            value = result["value"]
            assert question(state) == (STAGES[stage], number)
            page = says(state)
            assert str(page["guess-rule", "text"]) == result["rule"]
            left = [known for known in state.said.panel["results"][number:] if known["asked"]]
            assert str(page["stage-formulas", "html"]).count("<mi>?</mi>") == len(left)
            assert str(page["update-terms", "html"]).count("<dd>") == len(answers(state)) - len(left)
            exact = float(value.replace(MINUS, "-"))
            rounded = f"{exact:.1e}" if result["rule"] == RULE else f"{exact:.6f}"
            state = at(state, trainer, m.GuessTyped(rounded), m.Guessed(rounded))
            assert state.stepper.mark["right"], state.stepper.mark
            assert says(state)["guess", "value"] == ""
            count += 1
        assert questions(state) == []
    inputs, bias = len(state.input_names), int(state.has_bias)
    assert count + same == 3 * inputs + 2 * bias + 4
    assert says(state)["guess-tally", "text"] == f"{count} of {count} at the first try."
    state = at(state, trainer, m.Guessed(""))
    assert (state.look.stage, (state.epoch, state.row) > (0, 0), state.stepper.quiz) == (0, True, True)


def test_ten_inputs_are_asked_for_too() -> None:
    state, trainer = ready()
    row = ",".join(str(number / 10) for number in range(11))
    state = at(state, trainer, m.OwnTyped(f"{row}\n{row.replace('0.1', '0.7')}"), m.UsePressed(), m.TabChosen("update"))
    state = at(state, trainer, m.QuizSwitched(True), m.StageChosen(6))
    assert len(questions(state)) == 11
    for value in answers(state):
        state = at(state, trainer, m.Guessed(value))
    assert questions(state) == []


@pytest.mark.parametrize("text", ["0,92", "0.917", "0.9166617497600149", "+0.92", "9.17e-1"])
def test_any_correct_rounding_is_accepted(text: str) -> None:
    page = asked(m.Guessed(text))
    assert page["guess-mark", "text"] == "✓ Right. In full it is 0.9166617497600149. That was the last of this stage."
    assert page["guess-label", "text"] == "Press Enter for the next stage."
    assert (page["guess-field", "hidden"], page["guess-send", "text"]) == (True, "Go on")
    assert page["quiz-form", "hidden"] is False
    assert "0.9166617497600149" in str(page["update-terms", "html"])


def test_a_right_answer_says_what_comes_next() -> None:
    state, trainer = quiz(1)
    page = says(at(state, trainer, m.Guessed("0.14")))
    assert str(page["guess-mark", "text"]).endswith(" Next: Product 2.")
    assert page["guess-label", "text"] == "Product 2: what will it be?"


@pytest.mark.parametrize("text", ["0.91", "1.9", "-0.92", "<b>"])
def test_a_wrong_guess_is_said_and_asked_again(text: str) -> None:
    page = asked(m.Guessed(text))
    mark = str(page["guess-mark", "text"])
    assert mark.startswith("✗ ")
    assert mark.endswith(" Add the three numbers above.") is (text != "<b>")
    assert "0.9166" not in words_of(page)
    assert page["guess", "aria-invalid"] == "true"
    assert (page["quiz-form", "hidden"], page["guess-show", "hidden"]) == (False, True)


def test_after_two_misses_the_answer_may_be_had_and_each_miss_sounds_another() -> None:
    state, trainer = quiz(2)
    assert at(state, trainer, m.AnswerWanted()) is state
    marks = set()
    for miss in range(1, 4):
        state = at(state, trainer, m.Guessed(str(4 + miss)))
        assert at(state, trainer, m.Guessed(f" {4 + miss}")).stepper.missed == state.stepper.missed
        marks.add(says(state)["guess-mark", "text"])
        assert says(state)["guess-show", "hidden"] is (miss < 2)
    assert len(marks) == 3
    page = says(at(state, trainer, m.AnswerWanted()))
    assert page["guess-mark", "text"] == "It is 0.9166617497600149. That was the last of this stage."
    assert page["guess-tally", "text"] == "0 of 1 at the first try."
    assert (page["guess-show", "hidden"], page["guess", "aria-invalid"]) == (True, None)


def test_the_tally_counts_what_was_right_at_the_first_try() -> None:
    state, trainer = quiz(1)
    assert says(state)["guess-tally", "text"] == ""
    # What is not precise enough is asked for again; to leave a question and come back makes no first try of it.
    state = at(state, trainer, m.Guessed("0.1"), m.Guessed("0.14"), m.Guessed("7"), m.StageChosen(3), m.StageChosen(1))
    value = answers(state)[1]
    state = at(state, trainer, m.Guessed(value))
    assert says(state)["guess-tally", "text"] == "1 of 2 at the first try."
    ended = at(state, trainer, m.QuizSwitched(False))
    assert ended.visit.spoken == "The quiz is over. 1 of 2 at the first try."
    assert says(at(ended, trainer, m.QuizSwitched(True)))["guess-tally", "text"] == ""


def test_the_next_row_is_asked_for_anew() -> None:
    state, trainer = quiz(2)
    state = at(state, trainer, m.Guessed("0.92"), m.StepPressed(), m.StageChosen(2))
    assert question(state) == ("sum", 0)
    assert says(state)["guess-tally", "text"] == "1 of 1 at the first try."


def test_a_mark_that_comes_after_the_question_was_left_counts_for_nothing() -> None:
    state, _ = quiz(2)
    state = update(state, m.Guessed("0.92"))
    request: Any = {"run": state.wanted, "at": [0, 0], "do": ["mark", "sum", 0, "0.92"], "tell": [], "question": []}
    request["look"] = {"tab": "update", "moment": [], "flow": "training row", "stage": 2, "page": 0, "test_row": 0}
    request["look"].update(sheet="", by_line=False)
    state = update(update(state, m.RequestSent(request, 0.0)), m.StageChosen(3))
    mark = {"stage": "sum", "number": 0, "right": True, "is_miss": False, "sentence": "Right."}
    reply = {"request": request, "at": [0, 0], "engine": ["python", ""], "mark": mark}
    state = update(state, m.RequestAnswered(reply, 1.0))
    assert (state.stepper.tally, state.stepper.worked_out, state.stepper.mark) == ((0, 0), (), {})


def test_what_was_said_of_a_guess_goes_with_its_stage() -> None:
    page = asked(m.Guessed("7"), m.StageChosen(3))
    assert page["guess-mark", "text"] == ""
    assert page["guess", "aria-invalid"] is None


def test_what_was_typed_for_one_question_is_gone_at_the_next() -> None:
    assert asked(m.GuessTyped("0.9"))["guess", "value"] == "0.9"
    assert asked(m.GuessTyped("0.9"), m.Guessed("0.8"))["guess", "value"] == "0.9"
    for message in (m.StageChosen(3), m.StepPressed(), m.QuizSwitched(False)):
        assert asked(m.GuessTyped("0.9"), message)["guess", "value"] == ""


def test_a_quiz_that_is_switched_off_shows_everything() -> None:
    page = asked(m.QuizSwitched(False))
    assert (page["quiz", "checked"], page["quiz-form", "hidden"]) == (False, True)


def test_a_guess_without_a_quiz_or_before_python_has_told_the_stage_asks_for_nothing() -> None:
    state, _ = ready()
    assert update(state, m.Guessed("5")) is state
    early = update(update(state, m.QuizSwitched(True)), m.StageChosen(3))
    assert update(early, m.Guessed("5")) is early
