"""An update line by line on the page: which line is looked at, what is said of it, and what of the drawing is lit."""

import re

import pytest

from perceptron.changes import CHANGES, changed
from perceptron.experiment import Run
from perceptron.findings import lines_in_drawing
from perceptron.findings.lines_in_drawing import parts_of_lines
from perceptron.line_by_line import Ran, lines_at
from perceptron.settings import Settings
from tests.unit.playing import Trainer, ready, says, settle
from tests.unit.programs import MOMENTUM, OWN, in_start, run_with, with_lines
from tests.unit.samples import TEN
from web.page import messages as m
from web.page.lines import is_playing, line_shown, lines_told, lit_parts
from web.page.request import next_request
from web.page.state import State
from web.page.update import update
from web.page.views.network import parts

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”


def by_line(*before: object) -> tuple[State, Trainer]:
    state, trainer = ready(m.SettingTyped("epochs", "20"), *before)
    return told(state, trainer, m.LinesSwitched(True)), trainer


def told(state: State, trainer: Trainer, *those: object) -> State:
    for message in those:
        state = settle(update(state, message), trainer)
    return state


def lit(state: State) -> set[str]:
    return {name for (name, kind), value in says(state).items() if kind == "data-lit" and value == ""}


def parts_of(program: str, text: str) -> list[tuple[str, ...]]:
    """Of each line with this text in it, the parts that it is about."""
    found = lines_at(run_with(program), 1, 2).ran
    return [about for line, about in zip(found, parts_of_lines(found, 2), strict=True) if text in line.text]


def test_the_lines_are_asked_for_only_when_they_are_looked_at() -> None:
    state, trainer = ready()
    assert state.said.lines == {} and says(state)["lines", "hidden"] is True
    state = told(state, trainer, m.LinesSwitched(True))
    page = says(state)
    assert (page["lines", "hidden"], page["stages", "hidden"], page["by-line", "checked"]) == (False, True, True)
    assert [line["text"] for line in lines_told(state)] == [line.text for line in lines_at(Run(Settings()), 1, 1).ran]
    assert (line_shown(state), page["line-most", "text"], page["line-number", "value"]) == (0, "of 19", "1")
    state = told(state, trainer, m.TabChosen("map"))
    assert lines_told(state) == [] and lit(state) == set()


def test_a_line_says_where_it_stands_and_what_it_reads_and_writes() -> None:
    state, trainer = by_line()
    page = says(told(state, trainer, m.LineChosen(3)))
    assert page["line-text", "text"] == "total += x * weight"
    assert page["line-where", "text"] == "Line 26 of the program, in predict, turn 1 of the loop in line 25."
    values = re.sub("<[^>]*>", " ", str(page["line-values", "html"]))
    assert " ".join(values.split()) == (
        "reads total 0.547230743302136 reads x 0.5 reads weight 0.27958303860586786 writes total 0.6870222626050699"
    )
    assert "gives back" in str(says(told(state, trainer, m.LineChosen(7)))["line-values", "html"])
    assert "no value" in str(says(told(state, trainer, m.LineChosen(8)))["line-values", "html"])


def test_the_table_has_every_line_with_its_turn_and_its_values() -> None:
    state, _ = by_line()
    rows = re.findall(r"<tr .*?</tr>", str(says(state)["lines-body", "html"]))
    cells = [re.findall(r"<t[dh].*?>(.*?)</t[dh]>", row) for row in rows]
    assert len(rows) == 19
    assert cells[5][:3] == ["6", "26", "2"]
    assert cells[5][3] == '<code data-in="8">        total += x * weight</code>'
    assert cells[5][5] == "total = 0.9166617497600149"


def test_the_way_leads_back_on_to_the_first_the_last_and_a_line_by_its_number() -> None:
    state, trainer = by_line()
    for message, number in (
        (m.LineMoved(1), 1),
        (m.LineMoved(-1), 0),
        (m.LineMoved(-1), 0),
        (m.LineChosen(18), 18),
        (m.LineMoved(1), 18),
        (m.LineTyped("7"), 6),
        (m.LineTyped(" 19 "), 18),
        (m.LineChosen(-5), 0),
    ):
        state = told(state, trainer, message)
        assert line_shown(state) == number
        assert says(state)["line-complaint", "text"] == ""
    page = says(state)
    assert (page["line-back", "disabled"], page["line-on", "disabled"]) == (True, False)


@pytest.mark.parametrize("text", ["0", "20", "1.5", "", "abc", "-1", "1e999"])
def test_what_is_no_number_of_a_line_is_said_and_kept(text: str) -> None:
    state, trainer = by_line()
    state = told(state, trainer, m.LineChosen(4), m.LineTyped(text))
    page = says(state)
    assert page["line-complaint", "text"] == "There are lines 1 to 19."
    assert (page["line-number", "value"], page["line-number", "aria-invalid"]) == (text, "true")
    assert line_shown(state) == 4
    assert says(told(state, trainer, m.LineMoved(1)))["line-complaint", "text"] == ""


def test_played_it_goes_on_by_itself_to_the_last_line_and_then_begins_again() -> None:
    state, trainer = by_line()
    state = told(state, trainer, m.LineChosen(16), m.LinesPlayPressed(), m.LinesTicked())
    assert (line_shown(state), is_playing(state), says(state)["line-play", "text"]) == (17, True, "Pause the lines")
    assert says(state)["line-where", "aria-live"] == "off"
    state = told(state, trainer, m.LinesTicked(), m.LinesTicked())
    assert (line_shown(state), is_playing(state), says(state)["line-play", "text"]) == (18, False, "Play the lines")
    state = told(state, trainer, m.LinesPlayPressed())
    assert (line_shown(state), is_playing(state)) == (0, True)
    state = told(state, trainer, m.LinesPlayPressed(), m.LinesTicked())
    assert (line_shown(state), is_playing(state)) == (0, False)
    state = told(state, trainer, m.LinesPlayPressed(), m.TabChosen("map"), m.LinesTicked())
    assert not is_playing(state)


def test_from_row_to_row_the_same_line_is_looked_at() -> None:
    state, trainer = by_line()
    state = told(state, trainer, m.LineChosen(2), m.RowMoved(1))
    assert (state.row, line_shown(state)) == (1, 2)
    assert lines_told(state)[2]["read"][0] == ["inputs", "(0.2, 0.8)"]
    run = Run(Settings())
    assert lines_told(state)[0]["wrote"] == [list(value) for value in lines_at(run, 1, 2).ran[0].wrote]


def test_at_another_moment_the_lines_are_those_of_that_moment() -> None:
    state, trainer = by_line(m.TrainPressed())
    state = told(state, trainer, m.MomentChosen(3, 5))
    run = Run(Settings())
    run.advance(20)
    assert [line["text"] for line in lines_told(state)] == [line.text for line in lines_at(run, 4, 6).ran]
    assert lines_told(state)[0]["wrote"] == [list(value) for value in lines_at(run, 4, 6).ran[0].wrote]


def test_while_the_neuron_is_trained_there_are_no_lines_and_then_they_come() -> None:
    state, trainer = by_line()
    state = update(state, m.TrainPressed())
    request = next_request(state)
    state = update(state, m.RequestSent(request, 0.0))
    state = update(state, m.RequestAnswered(trainer.reply(request, most=5), 1.0))
    page = says(state)
    assert (page["lines-note", "text"], page["lines-place", "hidden"]) == (
        "The lines come when the neuron rests.",
        True,
    )
    state = settle(state, trainer)
    assert says(state)["lines-note", "text"] == "" and len(lines_told(state)) == 19


def test_the_numbers_of_the_lines_end_the_quiz_and_a_stage_or_a_quiz_ends_the_lines() -> None:
    state, trainer = ready()
    state = told(state, trainer, m.QuizSwitched(True), m.LinesSwitched(True))
    assert (state.stepper.quiz, state.look.by_line) == (False, True)
    assert told(state, trainer, m.StageChosen(3)).look.by_line is False
    state = told(state, trainer, m.QuizSwitched(True))
    assert (state.stepper.quiz, state.look.by_line) == (True, False)


def test_a_changed_program_is_shown_line_by_line_with_its_own_numbers() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "20"), m.TabChosen("code"))
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed(), m.TabChosen("update"))
    state = told(state, trainer, m.LinesSwitched(True))
    [first, *_] = [line for line in lines_told(state) if "self.velocity[j] =" in line["text"]]
    assert [name for name, _ in first["wrote"]] == ["self.velocity[j]"]
    assert first["turns"] == [[first["line"] - 1, 1]]


def test_a_program_that_fails_in_the_row_says_so_and_ends_with_that_line() -> None:
    late = in_start("self.rows = 0").replace(
        "        output = self.predict(inputs)\n",
        "        self.rows += 1\n        output = self.predict(inputs) / (self.rows - 85)\n",
    )
    state, trainer = ready(m.SettingTyped("epochs", "20"), m.TabChosen("code"))
    state = told(state, trainer, m.ProgramTyped(late), m.RunProgramPressed(), m.TabChosen("update"))
    state = told(state, trainer, m.LinesSwitched(True))
    assert "ZeroDivisionError" in str(says(state)["lines-note", "text"])
    assert "output = self.predict(inputs) / " in lines_told(state)[1]["text"]
    assert lines_told(state)[1]["wrote"] == []


def test_of_many_lines_the_first_are_shown_and_the_others_counted() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "2"), m.TabChosen("code"))
    many = with_lines("for turn in range(400):\n    last = turn")
    state = told(state, trainer, m.ProgramTyped(many), m.RunProgramPressed(), m.TabChosen("update"))
    state = told(state, trainer, m.LinesSwitched(True))
    page = says(state)
    assert page["lines-note", "text"] == "These are the first 500 lines. 320 more lines ran."
    assert page["line-most", "text"] == "of 500"


def test_what_a_line_is_about_is_lit_in_the_drawing() -> None:
    state, trainer = by_line()
    state = told(state, trainer, m.LineChosen(3))
    assert lit(state) == {"part-input-1", "copied-input-1", "part-weight-1", "part-sum"}
    assert says(state)["drawing", "data-stage"] is None
    assert lit(told(state, trainer, m.LineChosen(5))) == {
        *("part-input-2", "copied-input-2", "part-weight-2", "part-sum")
    }
    assert lit(told(state, trainer, m.LineChosen(9))) == {"part-activation"}
    assert lit(told(state, trainer, m.LinesSwitched(False))) == set()


@pytest.mark.parametrize(
    ("program", "text", "about"),
    [
        (OWN, "total = self.bias", [("bias", "sum")]),
        (OWN, "return sigmoid(total)", [("sum", "output")]),
        (OWN, "for j in", [("weight-1",), ("weight-2",), ("weight-1", "weight-2")]),
        (MOMENTUM, "self.weights[j] +=", [("weight-1",), ("weight-2",)]),
        (
            with_lines("error = self.weights[-1] + self.weights[0]"),
            "error = self.w",
            [("weight-2", "weight-1", "output")],
        ),
        (with_lines("k = 7\nif k < 0:\n    self.weights[k] = 1.0"), "if k", [()]),
        (with_lines("for k, x in enumerate(inputs):\n    last = x"), "last = x", [("input-1",), ("input-2",)]),
        (with_lines("error = max(inputs)"), "error = max", [("input-1", "input-2", "output")]),
    ],
)
def test_which_parts_a_line_is_about(program: str, text: str, about: list[tuple[str, ...]]) -> None:
    assert parts_of(program, text) == about


@pytest.mark.parametrize("name", CHANGES)
def test_every_part_that_is_lit_is_there(name: str) -> None:
    state, trainer = ready(m.SettingTyped("epochs", "2"), m.TabChosen("code"))
    program = changed(OWN, CHANGES[name])
    state = told(state, trainer, m.ProgramTyped(program), m.RunProgramPressed(), m.TabChosen("update"))
    state = told(state, trainer, m.LinesSwitched(True))
    about = {part for line in lines_told(state) for part in line["parts"]}
    assert about <= set(parts(state))
    assert {"weight-1", "weight-2", "bias", "input-1", "input-2", "sum", "output"} <= about


def test_with_ten_inputs_each_turn_is_about_its_own() -> None:
    run = Run(Settings(data=TEN))
    ran = lines_at(run, 1, 1).ran
    adding = [about for line, about in zip(ran, parts_of_lines(ran, 10), strict=True) if "total +=" in line.text]
    assert adding == [("sum", f"input-{number}", f"weight-{number}") for number in range(1, 11)]


def test_a_name_that_stands_for_nothing_is_about_nothing() -> None:
    line = Ran(1, "other = 1", "train", (), (("self.weights[9]", "1"),), (("other", "1"),))
    assert parts_of_lines([line], 2) == ((),)
    assert lit_parts(State()) == ()
    assert set(lines_in_drawing.NUMBERS.values()) <= set(parts(ready()[0]))
