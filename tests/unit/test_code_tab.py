"""The tab “Code”: a person’s program runs when they say so, and whatever is wrong with it, the page stays true."""

import json
from dataclasses import replace
from typing import Any

import pytest

from perceptron import time_limit
from perceptron.changed_run import run_of
from perceptron.changes import CHANGES, changed
from perceptron.experiment import Run
from perceptron.experiments import as_experiment
from perceptron.packed import pack_program, unpack_program
from perceptron.presets import PRESETS
from perceptron.settings import Settings
from perceptron.take_home import take_home
from perceptron.words.asked_curve import NO_SUM
from perceptron.words.changed_rule import UNSAID
from tests.unit.playing import Trainer, ready, says, settle
from tests.unit.programs import MOMENTUM, OWN, in_start
from web.page import messages as m
from web.page.address import BROUGHT, address_of, read_address, read_rule
from web.page.attempts import by_training, subject
from web.page.request import next_request
from web.page.state import State
from web.page.topics import TABS
from web.page.update import update
from web.page.update.look import to_keep

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

EPOCHS = m.SettingTyped("epochs", "30")
MISSPELLED = OWN.replace("error = target - output", "error = target - outputs")


def failing_at(row: int) -> str:
    """A program that fails in its row of this number, from 1."""
    return in_start("self.rows = 0").replace(
        "        output = self.predict(inputs)\n",
        f"        self.rows += 1\n        output = self.predict(inputs) / (self.rows - {row})\n",
    )


LATE = failing_at(100)


def opened() -> tuple[State, Trainer]:
    return ready(EPOCHS, m.TabChosen("code"))


def told(state: State, trainer: Trainer, *those: object) -> State:
    for message in those:
        state = settle(update(state, message), trainer)
    return state


def digits(state: State) -> list[str]:
    return [*state.said.report["weights_in_full"], state.said.report["bias_in_full"]]


def digits_of(run: Run) -> list[str]:
    return list(map(repr, [*run.neuron.weights, run.neuron.bias]))


def by_engine(program: str, epochs: int = 30, **settings: Any) -> Run:
    run = run_of(Settings(rule=program, epochs=epochs, **settings))
    run.advance(epochs)
    return run


def test_the_box_shows_the_pages_own_program() -> None:
    state, _ = opened()
    page = says(state)
    assert page["python-text", "value"] == OWN
    assert page["python-state", "text"] == "The page’s own program trains the neuron."
    assert (page["python-restore", "disabled"], page["python-stop", "disabled"]) == (True, True)
    assert "Nothing" in str(page["python-diff", "html"])


def test_a_ready_change_is_written_into_the_box_and_trains_only_when_it_is_run() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ChangeChosen("momentum"), m.ChangePressed())
    page = says(state)
    assert page["python-text", "value"] == MOMENTUM
    assert "has not run yet" in str(page["python-state", "text"])
    assert "added" in str(page["python-diff", "html"]) and "gone" in str(page["python-diff", "html"])
    assert (state.form.settings["rule"], state.epoch) == ("", 0)
    state = told(state, trainer, m.RunProgramPressed())
    assert unpack_program(state.form.settings["rule"]) == MOMENTUM
    assert (state.epoch, state.run) == (30, "trained")
    assert digits(state) == digits_of(by_engine(MOMENTUM))
    page = says(state)
    assert page["python-state", "text"] == "This program trains the neuron."
    assert "velocity" in str(page["python-diff", "html"])
    assert page["comparison", "text"] == "A changed program trains this neuron, see the tab Code."
    assert state.said.engine[0] == "python"


def test_every_ready_change_can_be_chosen_and_says_what_it_is_for() -> None:
    state, trainer = opened()
    for name, change in CHANGES.items():
        state = told(state, trainer, m.ChangeChosen(name), m.ChangePressed())
        assert state.program == changed(OWN, change)
        assert says(state)["python-change-text", "text"]


def test_a_change_that_does_not_fit_the_settings_is_not_made() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ChoiceMade("bias", "off"), m.ChangePressed())
    assert state.code.draft == ()
    assert "is for a sigmoid" in str(says(state)["python-complaint", "text"])


def test_restored_and_run_the_neuron_learns_as_before() -> None:
    state, trainer = opened()
    own = digits(told(state, trainer, m.TrainPressed()))
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed())
    assert digits(state) != own
    state = told(state, trainer, m.RestorePressed())
    assert state.program == OWN and state.form.settings["rule"]
    state = told(state, trainer, m.RunProgramPressed())
    assert (digits(state), state.form.settings["rule"]) == (own, "")


def test_the_articles_experiment_brings_the_pages_own_program_back() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed(), m.ArticlePressed())
    assert (state.form.settings["rule"], state.program) == ("", OWN)


def test_run_again_the_same_program_begins_anew() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed())
    before = digits(state)
    state = told(state, trainer, m.RunProgramPressed())
    assert (digits(state), state.epoch) == (before, 30)


@pytest.mark.parametrize(
    ("program", "line", "words"),
    [
        (OWN.replace("total = self.bias", "total = = self.bias"), "total = = self.bias", "cannot read this line"),
        (MISSPELLED, "error = target - outputs", "is not defined"),
        (OWN.replace("class NeuralNetwork", "class Network"), "", "no class NeuralNetwork"),
        ("", "", "no class NeuralNetwork"),
        (OWN.replace("return sigmoid(total)", "return None"), "", "must return a number"),
        (f"{OWN}\nprint(input())\n", "print(input())", "asks for something to be typed"),
    ],
)
def test_a_program_that_is_wrong_is_told_and_the_last_run_stays(program: str, line: str, words: str) -> None:
    state, trainer = opened()
    state = told(state, trainer, m.TrainPressed())
    before, settings = digits(state), state.form.settings
    state = told(state, trainer, m.ProgramTyped(program), m.RunProgramPressed())
    page = says(state)
    assert words in str(page["python-complaint", "text"])
    assert line in str(page["python-where", "text"])
    assert page["python-text", "aria-invalid"] == "true"
    assert (digits(state), state.form.settings, state.epoch) == (before, settings, 30)
    assert state.program == program
    state = told(state, trainer, m.TrainPressed())
    assert state.epoch == 60


def test_the_variables_at_that_moment_are_told() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MISSPELLED), m.RunProgramPressed())
    held = dict(state.code.fault["variables"])
    assert held["inputs"] == "(0.5, 0.5)" and "self.weights" in held
    assert "^" in str(says(state)["python-where", "text"]).splitlines()[1]


def test_a_fault_later_on_stops_the_run_where_it_is() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(LATE), m.RunProgramPressed())
    assert "line" in state.code.fault["sentence"] and "in epoch 4, row 16" in state.code.fault["sentence"]
    assert (state.epoch, state.run) == (3, "paused")
    assert digits(state) == digits_of(by_engine(LATE, 3))
    again = told(state, trainer, m.TrainPressed(), m.StepPressed())
    assert again.epoch == 3 and not next_request(again)
    for tab in TABS:
        told(state, trainer, m.TabChosen(tab))


def test_beside_train_it_says_that_the_program_stopped_and_where_and_the_tab_is_one_press_away() -> None:
    state, trainer = opened()
    assert says(state)["train-fault", "hidden"] is True
    state = told(state, trainer, m.ProgramTyped(LATE), m.RunProgramPressed(), m.TabChosen("map"))
    for stopped in (state, told(state, trainer, m.TrainPressed())):
        page = says(stopped)
        assert page["train-note", "text"] == "Your program stopped in epoch 4, line 32. The tab Code shows why."
        assert page["train-fault", "hidden"] is False
        assert stopped.visit.spoken.startswith("Your program, line 32, in epoch 4, row 16: ZeroDivisionError")
    page = says(told(state, trainer, m.TabChosen("code")))
    assert page["python-state", "text"] == "This program stopped in epoch 4, line 32, and cannot go on."
    assert "ZeroDivisionError" in str(page["python-complaint", "text"])
    typed = says(told(state, trainer, m.TabChosen("code"), m.ProgramTyped(MOMENTUM)))
    assert str(typed["python-state", "text"]).endswith("The program that you ran before stopped in epoch 4, line 32.")
    assert typed["python-complaint", "text"] == ""
    assert typed["train-fault", "hidden"] is False
    back = told(state, trainer, m.MomentChosen(2, 0), m.RewindPressed())
    assert says(back)["train-note", "text"] == "Paused. Press Train to continue to epoch 30."


def test_a_text_that_failed_says_so_beside_the_button_and_which_program_goes_on() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MISSPELLED), m.RunProgramPressed())
    told_of_it = "This text failed in line 31. The page’s own program still trains the neuron."
    assert says(state)["python-state", "text"] == told_of_it
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed())
    assert says(state)["python-result", "text"] == f"Epoch 30 of 30: {state.said.report['score_now']}."
    state = told(state, trainer, m.ProgramTyped(MISSPELLED), m.RunProgramPressed())
    beside = "This text failed in line 31. The program that you ran before still trains the neuron."
    assert says(state)["python-state", "text"] == beside


def test_restored_it_says_that_the_changed_program_trains_until_the_other_is_run() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed(), m.RestorePressed())
    page = says(state)
    assert "The page’s own program is back in the text." in str(page["python-state", "text"])
    assert "still trains the neuron, until you press “Run this Python”." in str(page["python-state", "text"])


def test_what_a_changed_program_decides_cannot_be_chosen_until_the_pages_own_is_back() -> None:
    state, trainer = opened()
    own = says(state)
    assert "sigmoid" in str(own["choose-activation", "html"]) and own["by-program-place", "hidden"] is True
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed())
    page = says(state)
    for name in ("activation", "loss"):
        assert "set by your program" in str(page[f"choose-{name}", "html"])
        assert (page[f"choose-{name}", "choice"], page[f"choose-{name}", "disabled"]) == ("", True)
    assert page["choose-bias", "disabled"] is True
    assert str(page["by-program", "text"]).startswith("Your program decides activation, loss and bias.")
    assert "your own Python" in str(page["settings-text", "text"])
    refused = told(state, trainer, m.ChoiceMade("activation", "tanh"))
    assert (refused.form.settings, refused.epoch) == (state.form.settings, 30)
    assert "choose-activation" in refused.form.complaints
    state = told(state, trainer, m.RestorePressed(), m.RunProgramPressed())
    assert says(state)["choose-activation", "disabled"] is False
    assert says(told(state, trainer, m.ChoiceMade("activation", "tanh")))["choose-activation", "choice"] == "tanh"


def test_one_press_brings_the_pages_own_program_back_and_nothing_is_lost() -> None:
    state, trainer = opened()
    own = told(state, trainer, m.TrainPressed())
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed())
    rule, other = state.form.settings["rule"], state.said.report["weights"]
    state = told(state, trainer, m.OwnPythonPressed())
    assert (state.form.settings["rule"], state.epoch, state.run) == ("", 30, "trained")
    assert state.said.report["weights"] == own.said.report["weights"] != other
    assert (state.program, says(state)["by-program-place", "hidden"]) == (MOMENTUM, True)
    back = told(state, trainer, m.RunBeforePressed())
    assert (back.form.settings["rule"], back.said.report["weights"]) == (rule, other)
    again = told(state, trainer, m.RunProgramPressed())
    assert (again.form.settings["rule"], again.said.report["weights"]) == (rule, other)
    assert update(own, m.OwnPythonPressed()) is own


def test_what_was_typed_since_the_program_ran_stays_when_the_pages_own_trains_again() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed(), m.ProgramTyped(MOMENTUM + "# more\n"))
    state = told(state, trainer, m.OwnPythonPressed())
    assert state.program == MOMENTUM + "# more\n"
    assert told(state, trainer, m.EarlierPressed()).program == MOMENTUM


def test_the_row_in_which_it_fails_can_be_looked_at() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(failing_at(85)), m.RunProgramPressed(), m.TabChosen("update"))
    assert (state.epoch, state.row) == (3, 0)
    assert says(state)["stage-sentence", "text"] == UNSAID["update"]
    state = told(state, trainer, m.StageChosen(3))
    assert says(state)["stage-sentence", "text"] == UNSAID["no numbers"]


def test_an_endless_loop_is_found_and_nothing_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit.Watch.__init__, "__defaults__", (0.3,))
    state, trainer = opened()
    endless = OWN.replace("        delta = derivative(output)\n", "        while True:\n            pass\n")
    state = told(state, trainer, m.ProgramTyped(endless), m.RunProgramPressed())
    assert "comes to no end" in str(says(state)["python-complaint", "text"])
    assert state.form.settings["rule"] == ""


def test_stop_brings_another_worker_and_keeps_the_text_and_the_run() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.TrainPressed())
    before = digits(state)
    state = update(update(state, m.ProgramTyped(MOMENTUM)), m.RunProgramPressed())
    request = next_request(state)
    assert request["do"][:2] == ["code", "try"]
    state = update(update(state, m.RequestSent(request, 0.0)), m.StopPressed())
    assert (state.trainer.status, state.trainer.restarts, state.code.trying) == ("booting", 1, False)
    page = says(state)
    assert str(page["python-state", "text"]).startswith("Stopped: Python had not come to the end of the first epoch")
    state = settle(update(state, m.TrainerReady()), Trainer())
    assert (state.program, digits(state), state.epoch, state.run) == (MOMENTUM, before, 30, "trained")
    page = says(state)
    assert str(page["python-state", "text"]).endswith("The page’s own program still trains the neuron.")
    assert "velocity" in str(page["python-diff", "html"])  # the comparison waited behind it, and is made now
    assert "has not run yet" in str(says(update(state, m.ProgramTyped(MISSPELLED)))["python-state", "text"])


def test_stopped_in_training_it_says_so_and_trains_to_where_it_was() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed())
    state = update(update(state, m.TrainPressed()), m.StopPressed())
    assert says(state)["python-state", "text"] == (
        "Stopped, because you pressed Stop. Python starts again and trains to epoch 30 again, where it was."
    )
    state = settle(update(state, m.TrainerReady()), Trainer())
    assert (says(state)["python-state", "text"], state.epoch) == ("Stopped, because you pressed Stop.", 30)
    state = told(state, trainer, m.TrainPressed())
    assert says(state)["python-state", "text"] == "This program trains the neuron."


def test_without_anything_under_way_stop_does_nothing() -> None:
    state, _ = opened()
    assert update(state, m.StopPressed()).trainer.restarts == 0


def test_a_program_of_an_address_is_shown_and_does_not_run() -> None:
    state, trainer = ready(EPOCHS)
    state = told(state, trainer, m.ProgramBrought(pack_program(MOMENTUM)))
    assert (state.look.tab, state.program, state.form.settings["rule"]) == ("code", MOMENTUM, "")
    state = told(state, trainer, m.RunProgramPressed())
    assert digits(state) == digits_of(by_engine(MOMENTUM))


def test_the_program_of_an_address_stays_there_until_it_is_run_or_thrown_away() -> None:
    packed = pack_program(MOMENTUM)
    state, trainer = ready(EPOCHS)
    state = told(state, trainer, m.ProgramBrought(packed), m.AddressRead({**state.form.settings, "seed": "7"}, ()))
    assert address_of(state) == f"seed=7&epochs=30&rule={packed}"
    state = told(state, trainer, m.SettingTyped("seed", "8"), m.TrainPressed(), m.ProgramTyped(f"{MOMENTUM}#"))
    assert read_rule(address_of(state)) == packed
    assert address_of(told(state, trainer, m.RestorePressed())) == "seed=8&epochs=30"
    assert address_of(told(state, trainer, m.ArticlePressed())) == ""
    assert address_of(told(state, trainer, m.ProgramBrought(""))) == "seed=8&epochs=30"
    run = told(state, trainer, m.RunProgramPressed())
    assert unpack_program(read_rule(address_of(run))) == f"{MOMENTUM}#" and run.code.in_address == ""


def reloaded(state: State) -> tuple[State, Trainer]:
    """The page opened again, with its address and what the browser kept."""
    kept, address = json.loads(json.dumps(to_keep(state))), address_of(state)
    brought = m.ProgramBrought(read_rule(address))
    return ready(m.MemoryRead(kept), brought, m.AddressRead(*read_address(address)))


def test_what_was_typed_is_back_after_a_reload_and_does_not_run() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MISSPELLED))
    state, trainer = reloaded(state)
    page = says(state)
    assert page["python-text", "value"] == MISSPELLED
    assert str(page["python-state", "text"]).startswith("The text that you left here is back. This text has not run")
    assert (state.form.settings["rule"], state.epoch) == ("", 0)
    assert says(told(state, trainer, m.ProgramTyped(OWN)))["python-state", "text"] == (
        "This text has not run yet. The page’s own program trains the neuron."
    )
    thrown = told(state, trainer, m.RestorePressed())
    assert (thrown.program, reloaded(thrown)[0].program) == (OWN, OWN)


def test_what_was_typed_after_a_run_is_back_too_and_the_program_that_ran_is_one_press_away() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed(), m.ProgramTyped(MISSPELLED))
    state, trainer = reloaded(state)
    assert (state.program, state.code.earlier) == (MISSPELLED, (MOMENTUM,))
    assert read_rule(address_of(state)) == pack_program(MOMENTUM)
    state = told(state, trainer, m.EarlierPressed())
    assert (state.program, state.code.earlier) == (MOMENTUM, (MISSPELLED,))
    assert reloaded(state)[0].program == MOMENTUM


def test_another_address_does_not_take_away_what_was_typed() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MISSPELLED), m.ProgramBrought(pack_program(MOMENTUM)))
    page = says(state)
    assert (page["python-text", "value"], page["python-earlier", "hidden"]) == (MOMENTUM, False)
    state, trainer = reloaded(state)
    assert (state.program, state.code.earlier) == (MOMENTUM, (MISSPELLED,))
    assert told(state, trainer, m.EarlierPressed()).program == MISSPELLED


@pytest.mark.parametrize("replacing", [(m.ChangePressed(),), (m.ArticlePressed(),)])
def test_a_text_that_another_one_replaces_can_be_had_back(replacing: tuple[object, ...]) -> None:
    state, trainer = opened()
    assert says(state)["python-earlier", "hidden"] is True
    state = told(state, trainer, m.ProgramTyped(MISSPELLED), *replacing)
    assert state.program != MISSPELLED
    assert told(state, trainer, m.EarlierPressed()).program == MISSPELLED


def test_the_hint_says_how_the_text_is_left() -> None:
    state, trainer = opened()
    assert "Tab leaves the text" in str(says(state)["python-hint", "text"])
    assert "Ctrl+M, then Tab" in str(says(told(state, trainer, m.EditorReady()))["python-hint", "text"])


def test_the_line_that_is_wrong_is_told_to_the_editor() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MISSPELLED), m.RunProgramPressed())
    assert says(state)["python-text", "data-fault-line"] == "31"
    state = told(state, trainer, m.ProgramTyped(OWN))
    assert says(state)["python-text", "data-fault-line"] is None


def test_a_damaged_program_of_an_address_is_told() -> None:
    state, trainer = ready(EPOCHS)
    state = told(state, trainer, m.ProgramBrought("1damaged"))
    assert (state.program, state.code.brought) == (OWN, "")
    assert "is not complete" in str(says(state)["python-complaint", "text"])


def test_a_program_of_an_experiments_file_is_shown_and_does_not_run() -> None:
    state, trainer = ready(EPOCHS)
    texts = {**state.form.settings, "rule": pack_program(MOMENTUM), "seed": "7"}
    state = told(state, trainer, m.TabChosen("data"), m.OwnTyped(as_experiment(texts, PRESETS["article"])))
    assert "It is in the tab Code" in str(says(state)["own-reading", "text"])
    state = told(state, trainer, m.UsePressed(), m.TabChosen("code"))
    assert (state.program, state.form.settings["rule"], state.form.settings["seed"]) == (MOMENTUM, "", "7")


def test_the_program_is_taken_home_as_it_stands_in_the_box() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.TakeHomePressed())
    assert state.code.program_file == take_home(Settings(epochs=30, rule=MOMENTUM))
    state = told(state, trainer, m.ProgramTyped(OWN), m.TakeHomePressed())
    assert state.code.program_file == take_home(Settings(epochs=30))
    state = told(state, trainer, m.ProgramTyped("def"), m.TakeHomePressed())
    assert "cannot read this line" in str(says(state)["python-complaint", "text"])


def test_a_program_that_is_too_long_is_not_run() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(OWN + "#" * 20_000), m.RunProgramPressed())
    assert "20,000 are the most" in str(says(state)["python-complaint", "text"])


def test_settings_with_which_a_changed_program_fails_are_refused() -> None:
    loop = "        for x, weight in zip(inputs, self.weights):\n"
    two = OWN.replace(loop, f"        x1, x2 = inputs\n{loop}")
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(two), m.RunProgramPressed())
    before = digits(state)
    state = told(state, trainer, m.ChoiceMade("data", "three"))
    assert "too many values to unpack" in state.form.complaints["choose-data"]
    assert (state.form.settings["data"], digits(state)) == ("article", before)


def test_a_question_at_which_the_program_fails_is_told_and_not_asked_again() -> None:
    careful = OWN.replace("        total = self.bias\n", "        assert max(inputs) < 5\n        total = self.bias\n")
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(careful), m.RunProgramPressed())
    state = told(state, trainer, m.QuestionTyped(0, "7"))
    assert "AssertionError" in state.code.fault["sentence"]
    assert not next_request(state)
    state = told(state, trainer, m.QuestionTyped(0, "0.5"))
    assert state.said.answered == ("0.5", "0.1") and not state.trainer.error


def test_what_cannot_be_said_of_a_changed_program_is_not_said() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed(), m.WorksheetPressed())
    page = says(state)
    assert page["ceiling", "text"] == UNSAID["ceiling"]
    assert (page["formula", "text"], page["way-up", "hidden"], page["lift", "hidden"]) == ("", True, True)
    state = told(state, trainer, m.TabChosen("update"), m.QuizSwitched(True), m.StageChosen(3))
    page = says(state)
    assert (page["update-python", "hidden"], page["stage-formulas", "html"]) == (True, "")
    assert page["guess-label", "text"] == "Press Enter for the next stage."


def test_why_an_answer_of_a_changed_program_is_right_or_wrong_is_said_as_far_as_asking_it_tells() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed(), m.TabChosen("why"))
    run = by_engine(MOMENTUM)
    verdicts = list(run.verdicts())
    for number in (0, 7, 24):
        state = told(state, trainer, m.RowPressed(number))
        page, told_of = says(state), " ".join(state.said.panel["sentences"])
        assert page["panel-why", "hidden"] is False
        assert str(page["why-verdict", "text"]).endswith("right" if verdicts[number].right else "wrong")
        assert f"which rounds to {verdicts[number].printed}." in told_of
        assert f"Your program answers {verdicts[number].output:.4f}" in state.said.reason["sentence"]
    wrong = sum(not verdict.right for verdict in verdicts)
    assert str(wrong) in str(says(state)["why-all", "text"])


def test_the_rows_of_a_changed_program_are_drawn_over_the_sum_that_it_calls_total() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed(), m.TabChosen("activation"))
    page, run = says(state), by_engine(MOMENTUM)
    assert page["panel-activation", "hidden"] is False
    assert state.said.panel["outputs"] == [verdict.output for verdict in run.verdicts()]
    assert "The curve is what your program answers" in str(page["activation-note", "text"])
    assert 'class="tangent"' not in str(page["activation-points", "html"])
    without = MOMENTUM.replace("total", "z")
    state = told(state, trainer, m.ProgramTyped(without), m.RunProgramPressed())
    page = says(state)
    assert (page["panel-activation", "hidden"], page["panels-note", "text"]) == (True, NO_SUM)


def test_the_map_and_the_answers_are_those_of_the_program() -> None:
    turned = OWN.replace("return sigmoid(total)", "return 1.0 - sigmoid(total)")
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(turned), m.RunProgramPressed(), m.TabChosen("map"))
    run = by_engine(turned)
    assert state.said.ground["values"][-41] == pytest.approx(run.neuron.predict((0.0, 0.0)), abs=1e-4)
    assert state.said.report["selected"]["activated"] == f"{run.neuron.predict((0.2, 0.1)):.4f}"
    assert float(state.said.answer["in_full"]) == run.neuron.predict((0.2, 0.1))
    assert state.said.ground["contours"] == []


def test_a_moment_of_a_changed_run_is_looked_at_as_it_was() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed(), m.MomentChosen(7, 0))
    assert digits(state) == digits_of(by_engine(MOMENTUM, 7))
    state = told(state, trainer, m.RewindPressed())
    assert state.epoch == 7
    assert digits(told(state, trainer, m.TrainPressed())) == digits_of(by_engine(MOMENTUM))


def test_the_drawing_shows_the_weighted_sum_of_a_program_that_has_one() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed())
    first, second, bias = map(float, digits(state))
    x, y = map(float, state.form.question)
    assert says(state)["sum-text", "text"] == f"{first * x + second * y + bias:.4f}".replace("-", "−")
    unnamed = told(state, trainer, m.ProgramTyped(MOMENTUM.replace("total", "s")), m.RunProgramPressed())
    assert says(unnamed)["sum-text", "text"] == UNSAID["sum"]


def test_what_one_program_printed_is_not_shown_while_another_is_tried_or_has_failed() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(f"print('hello')\n{OWN}"), m.RunProgramPressed())
    assert says(state)["python-printed", "hidden"] is False
    state = update(told(state, trainer, m.ProgramTyped(MISSPELLED)), m.RunProgramPressed())
    for shown in (state, settle(state, trainer)):
        assert says(shown)["python-printed", "hidden"] is True


def test_what_the_program_prints_is_shown() -> None:
    state, trainer = opened()
    printing = f"print('hello')\n{OWN}"
    state = told(state, trainer, m.ProgramTyped(printing), m.RunProgramPressed())
    page = says(state)
    assert "hello" in str(page["python-printed", "text"]) and page["python-printed", "hidden"] is False


def test_a_lock_on_the_settings_also_keeps_the_program() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.GuideRead((), ("settings",)), m.ProgramTyped(MOMENTUM), m.RunProgramPressed())
    assert (state.form.settings["rule"], state.epoch) == ("", 0)


def test_a_changed_program_learns_as_the_engine_does_with_other_settings() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ChoiceMade("order", "shuffled"), m.ProgramTyped(MOMENTUM), m.RunProgramPressed())
    assert digits(state) == digits_of(by_engine(MOMENTUM, order="shuffled"))
    state = told(state, trainer, m.SettingTyped("learning_rate", "0.5"), m.TrainPressed())
    settings = replace(Settings(), rule=MOMENTUM)
    assert settings.rule and state.epoch == 60


def test_an_address_names_the_program_that_it_brings_and_none_that_is_damaged() -> None:
    packed = pack_program(MOMENTUM)
    settings, notices = read_address(f"seed=7&rule={packed}")
    assert (settings["seed"], settings["rule"]) == ("7", "")
    assert notices == [BROUGHT]
    assert read_rule(f"seed=7&rule={packed}") == packed
    assert read_rule("seed=7&rule=hello") == read_rule("seed=7") == ""
    assert "is not. It is ignored" in read_address("rule=hello")[1][0]


def test_the_way_back_to_a_run_names_its_program() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed(), m.ChoiceMade("order", "shuffled"))
    assert "your own Python" in str(says(state)["run-before-text", "text"])
    back = told(state, trainer, m.RunBeforePressed())
    assert digits(back) == digits_of(by_engine(MOMENTUM))


def test_rows_set_right_by_hand_are_compared_within_one_program_only() -> None:
    state, trainer = opened()
    state = told(state, trainer, m.TrainPressed())
    assert by_training(state) >= 0
    state = update(told(state, trainer, m.ProgramTyped(MOMENTUM), m.RunProgramPressed()), m.TabChosen("data"))
    assert state.hand.by_training[1:] == subject(state)
