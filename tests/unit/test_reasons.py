"""Why a row is right or wrong, beside the row; the most that a neuron can get, and the way to more."""

from typing import Any

import pytest

from perceptron.datasets import DataSet, Row
from perceptron.findings.ceiling import ceiling
from perceptron.findings.explanation import explain
from perceptron.findings.milestones import ScoreBook, milestones
from perceptron.findings.way_up import way_up
from perceptron.presets import PRESETS
from perceptron.settings import Settings
from perceptron.words.ceiling import limit_in_words, most_in_words, way_up_in_words
from perceptron.words.explanation import reason_in_words
from tests.unit.playing import Trainer, ready, says, settle
from tests.unit.reporting import run_of, said
from web.page import messages as m
from web.page.reply import ceiling_of
from web.page.request import next_request
from web.page.state import State
from web.page.update import update

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

LATE = run_of(10_000)


def after(*those: object, epochs: int = 30) -> tuple[State, Trainer]:
    state, trainer = ready(m.SettingTyped("epochs", str(epochs)))
    for message in those:
        state = settle(update(state, message), trainer)
    return state, trainer


def open_rows(state: State) -> list[int]:
    page, rows = says(state), range(len(state.said.report["right"]))
    shown = [row for row in rows if not page[f"reason-{row}", "hidden"]]
    assert shown == [row for row in rows if page[f"verdict-{row}", "aria-expanded"] == "true"]
    return shown


def reason_of(run: Any, row: int) -> str:
    return reason_in_words(explain(run.neuron, run.settings.data.test[row], run.task))


def test_no_reason_stands_there_before_somebody_wants_one() -> None:
    assert open_rows(after()[0]) == []
    assert open_rows(after(m.RowChosen(3))[0]) == []


def test_the_reason_opens_beside_the_row_that_is_pressed_and_closes_when_it_is_pressed_again() -> None:
    state, trainer = after(m.TrainPressed(), m.RowPressed(3))
    assert open_rows(state) == [3]
    page = says(state)
    assert page["reason-text-3", "text"] == reason_of(trainer.run, 3)
    assert page["verdict-3", "aria-describedby"] == "reason-text-3"
    assert (state.look.test_row, state.look.tab) == (3, "why")
    state = settle(update(state, m.RowPressed(5)), trainer)
    assert open_rows(state) == [5]
    assert open_rows(update(state, m.RowPressed(5))) == []
    assert open_rows(update(state, m.ReasonClosed())) == []
    assert says(update(state, m.ReasonClosed()))["verdict-5", "aria-describedby"] == "verdict-hint"


def test_the_arrow_keys_take_the_reason_along_and_stay_within_the_table() -> None:
    state, trainer = after(m.RowStepped(1), m.RowStepped(1))
    assert open_rows(state) == [2]
    for _ in range(4):
        state = settle(update(state, m.RowStepped(-1)), trainer)
    assert open_rows(state) == [0]
    assert says(state)["reason-text-0", "text"] == reason_of(trainer.run, 0)


def test_other_data_have_no_row_whose_reason_is_open() -> None:
    state, _ = after(m.RowPressed(0), m.ChoiceMade("data", "and"))
    assert open_rows(state) == []


def test_while_it_trains_the_reason_waits_because_it_would_change_too_fast() -> None:
    state, trainer = after(m.RowPressed(0), m.TrainPressed(), epochs=1000)
    request = next_request(update(state, m.TrainPressed()))
    assert request["do"][0] == "advance"
    assert not {"reason", "summary", "ceiling", "milestones"} & set(request["tell"])
    state = update(update(state, m.TrainPressed()), m.RequestSent(request, 0.0))
    state = update(state, m.RequestAnswered(trainer.reply(request), 1.0))
    assert says(state)["reason-text-0", "text"] == "When training pauses, you can read here why."


@pytest.mark.parametrize(
    ("settings", "row", "words"),
    [
        (
            {},
            0,
            "The sigmoid squashes the weighted sum 2.438 to 0.9197, which rounds to 0.9. That is too low: "
            "the target is 1.0. "
            "To round to 1.0, the output must be at least 0.95, so the weighted sum must be at least 2.944. "
            "It is 2.438.",
        ),
        (
            {"activation": "linear"},
            0,
            "A linear neuron answers with the weighted sum 1.0000 itself, which rounds to 1.0. That is right. "
            "It can fall or rise by about 0.05 and still round to 1.0.",
        ),
        (
            {"activation": "relu"},
            2,
            "The ReLU leaves the weighted sum 0.500 as it is, which rounds to 0.5. That is right.",
        ),
        ({"activation": "step"}, 2, "The step turns the weighted sum "),
    ],
)
def test_the_reason_is_told_in_short(settings: dict[str, Any], row: int, words: str) -> None:
    found = said("reason", run_of(10_000, **settings), test_row=row)
    assert found["row"] == row
    assert str(found["sentence"]).startswith(words)


def test_a_person_s_own_names_are_never_markup() -> None:
    rows = (Row((0.0,), 0.0), Row((1.0,), 1.0))
    data = DataSet("own", rows, rows, 0, ("<b>",), "<i>", ("<u>", "&"))
    run = run_of(0, data=data)
    state = ready()[0]
    told = said("start", run), said("report", run)
    state = state.but(start=told[0], report={**state.said.report, **told[1]}, panel=said("panel", run, tab="why"))
    page = says(state.but(tab="why"))
    for place in ("results-head", "results-body", "why-sentences"):
        assert not any(tag in str(page[place, "html"]) for tag in ("<b>", "<i>", "<u>")), place
    assert "&lt;u&gt;" in str(page["results-body", "html"])


def test_the_ceiling_stands_under_the_score() -> None:
    state, _ = after()
    assert says(state)["ceiling", "text"] == "The most a sigmoid neuron can get: 21"
    assert (
        says(after(m.ChoiceMade("activation", "linear"))[0])["ceiling", "text"]
        == "A linear neuron can get all 25 right"
    )
    assert says(after(m.ChoiceMade("data", "three"))[0])["ceiling", "text"] == ""


def test_the_ceiling_is_asked_for_once_for_all_starts() -> None:
    state, trainer = after(m.ChoiceMade("activation", "tanh"))
    assert ceiling_of(state)["most"] == 18
    state = update(state, m.SettingTyped("seed", "5"))
    asked = []
    while request := next_request(state):
        asked += request["tell"]
        state = update(update(state, m.RequestSent(request, 0.0)), m.RequestAnswered(trainer.reply(request), 1.0))
    assert "report" in asked and "ceiling" not in asked
    assert ceiling_of(state)["most"] == 18
    assert ceiling_of(update(state, m.ChoiceMade("bias", "off"))) == {}


def test_after_training_the_way_to_more_is_one_press_away() -> None:
    state, trainer = after(epochs=1_000)
    assert says(state)["way-up", "hidden"] is True
    state = settle(update(state, m.TrainPressed()), trainer)
    page = says(state)
    assert (page["way-up", "hidden"], page["way-up", "text"]) == (False, "Without the sigmoid: 25 right")
    state = settle(update(state, m.WayUpPressed()), trainer)
    assert state.form.settings["activation"] == "linear"
    assert (state.run, says(state)["score", "text"]) == ("trained", "25 of 25 test sums right")
    assert says(state)["way-up", "text"] == ""
    assert update(state, m.WayUpPressed()) is state


def test_the_way_up_and_the_facts_follow_another_learning_rate() -> None:
    """With a tiny rate nothing overshoots, so scaling is not needed."""
    state, trainer = after(m.ChoiceMade("data", "celsius"), m.TabChosen("data"), m.TrainPressed())
    assert says(state)["way-up", "text"] == "Without the sigmoid and with the scaling 0 to 1: 8 right"
    state = settle(update(state, m.SettingTyped("learning_rate", "0.0001")), trainer)
    page = says(settle(update(state, m.TrainPressed()), trainer))
    assert (page["way-up", "hidden"], page["way-up", "text"]) == (False, "Without the sigmoid: 8 right")
    state = settle(update(state, m.WayUpPressed()), trainer)
    assert "too large for the learning rate" not in str(says(state)["data-facts", "html"])
    overshoots = says(settle(update(state, m.SettingTyped("learning_rate", "0.5")), trainer))["data-facts", "html"]
    assert overshoots != says(state)["data-facts", "html"]
    assert "0.5" in str(overshoots)


def test_where_no_ceiling_is_known_it_is_still_said_that_a_linear_neuron_gets_all_right() -> None:
    state, trainer = after(m.ChoiceMade("data", "three"))
    assert says(state)["way-up", "hidden"] is True
    state = settle(update(state, m.TrainPressed()), trainer)
    page = says(state)
    assert (page["way-up", "hidden"], page["way-up", "text"]) == (False, "A linear neuron gets all 8 right")
    state = settle(update(state, m.WayUpPressed()), trainer)
    assert says(state)["ceiling", "text"] == "A linear neuron can get all 8 right"
    assert (says(state)["score", "text"], says(state)["way-up", "hidden"]) == ("8 of 8 test sums right", True)


def test_who_has_all_right_is_led_nowhere_else() -> None:
    state, _ = after(m.ChoiceMade("data", "three"), m.TrainPressed())
    report = {**state.said.report, "right_count": state.said.start["rows"]}
    assert says(state.but(report=report))["way-up", "hidden"] is True


@pytest.mark.parametrize(
    ("settings", "most", "raised"),
    [
        ({}, 21, 25),
        ({"activation": "step"}, 4, 25),
        ({"activation": "linear"}, 25, None),
        ({"data": PRESETS["xor"]}, 3, None),
        ({"data": PRESETS["iris"]}, 19, None),
        ({"loss": "cross-entropy"}, 21, None),
    ],
    ids=str,
)
def test_another_activation_is_offered_only_where_it_helps(
    settings: dict[str, Any], most: int, raised: int | None
) -> None:
    chosen = Settings(**settings)
    found = ceiling(chosen)
    assert found is not None
    way = way_up(chosen, found)
    assert (found.most, way.most if way else None) == (most, raised)
    if way:
        assert way.remedies[0] == ("activation", "linear")
        assert way_up_in_words(way, chosen) == f"Without the {chosen.activation}: {raised} right"


def test_what_is_not_known_is_not_said() -> None:
    assert (most_in_words(None, Settings()), limit_in_words(None)) == ("", "")
    assert limit_in_words(ceiling(Settings(activation="linear"))) == ""


def test_the_summary_says_why_other_weights_do_not_help() -> None:
    page = says(after(m.TrainPressed(), epochs=1200)[0])
    assert str(page["summary", "text"]).endswith(
        "Weights that do so break other rows: no weights and bias get more than 21 right."
    )
    page = says(after(m.ChoiceMade("activation", "linear"), m.TrainPressed(), epochs=100)[0])
    assert page["summary", "text"] == "All 25 rows are right."


@pytest.mark.parametrize("epochs", [0, 7, 60])
@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"tolerance": 0.11},
        {"tolerance": 0.5, "scaling": "0-1"},
        {"data": PRESETS["and"], "loss": "cross-entropy"},
        {"data": PRESETS["iris"], "order": "shuffled", "scaling": "0-1"},
        {"data": PRESETS["celsius"], "scaling": "0-1", "activation": "linear"},
        {"data": PRESETS["three"], "activation": "tanh", "bias": "off"},
    ],
    ids=str,
)
def test_every_count_on_the_screen_is_the_same(settings: dict[str, Any], epochs: int) -> None:
    run = run_of(epochs, **settings)
    right = sum(said("report", run)["right"])  # type: ignore[call-overload]
    assert said("report", run)["right_count"] == right
    assert said("curve", run)["scores"][-1] == right  # type: ignore[index]
    total = len(run.settings.data.test)
    words = f"{right} of {total} right"
    assert said("report", run)["score"] == said("report", run)["score_now"] == words
    assert said("panel", run, tab="yardsticks")["score"] == words
    assert milestones(ScoreBook(run))[-1].right == right
    summary = str(said("summary", run)["sentence"])
    assert (right == total) == summary.endswith(("rows are right.", "row is right."))


def test_the_results_mark_the_chosen_row_only_while_the_drawing_shows_it() -> None:
    state, trainer = after(m.RowPressed(3))
    assert says(state)["results-body", "data-shown"] == ""
    asked = settle(update(state, m.QuestionTyped(0, "0.350")), trainer)
    page = says(asked)
    assert page["results-body", "data-shown"] is None
    assert page["asked", "text"] == "0.35 + 0.6 ≈"
    assert (page["question-0", "value"], page["question-0", "data-long"]) == ("0.350", None)
    long = update(asked, m.QuestionTyped(0, "0.350.4"))
    assert (says(long)["question-0", "value"], says(long)["question-0", "data-long"]) == ("0.350.4", "")
