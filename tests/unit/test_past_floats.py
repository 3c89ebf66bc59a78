"""Numbers at the ends of what 64-bit floats hold: the page shows all its panels, and says what is too large."""

import json
import math
import re
from typing import Any

import pytest

from perceptron.aspects import FLOWS, STAGES
from perceptron.datasets import DataSet
from perceptron.experiment import Run
from perceptron.findings.ceiling import ceiling
from perceptron.findings.column_checks import DifferentSizes
from perceptron.findings.grid import Axis
from perceptron.findings.spans import rounded_span
from perceptron.own_data import own_data
from perceptron.packed import pack
from perceptron.printout import as_text
from perceptron.scoring import Verdict, yardsticks
from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS, SETTINGS
from perceptron.tables import UNDECIDED
from perceptron.words.data_checks import fact_in_words
from tests.unit.playing import plain, ready, says, settle
from web.page import messages as m
from web.page.geometry import knob_angle, tangent
from web.page.reply import AT_REST, SHOWN
from web.page.request import asked
from web.page.state import State
from web.page.topics import TABS
from web.page.update import update
from web.page.views.network import part_sentence, parts
from web.worker.session import Session

NO_WORDS = re.compile(r"(?<![\w.])-?(inf|nan)(?![\w])", re.IGNORECASE)
MANY_DIGITS = re.compile(r"\d{30}|(\d{1,3},){8}")
HUGE = "1e308,1e308,1e308\n-1e308,1e308,-1e308\n1,2,3"
LARGE = "1e160,1\n2e160,2"
WIDE = "-1.7e308,1,0\n1.7e308,2,1\n0,3,2"
CLASSES = "1e308,1e308,0\n-1e308,1e308,1\n1,2,1"
TINY = "1e-308,1e-308,1\n2e-308,5e-324,0"
TINIEST = "1e-310,1\n2e-310,0"
NARROW = "5e-324,0,0\n0,2,3\n5e-324,2,4"
EVERY = [
    (HUGE, {}),
    (HUGE, {"activation": "linear"}),
    (HUGE, {"activation": "relu", "scaling": "0-1"}),
    (LARGE, {"activation": "linear"}),
    (WIDE, {}),
    (WIDE, {"activation": "linear"}),
    (WIDE, {"activation": "linear", "scaling": "0-1"}),
    (TINY, {"activation": "tanh"}),
    (TINY, {"activation": "linear"}),
    (TINIEST, {}),
    (TINIEST, {"activation": "linear"}),
    (NARROW, {"activation": "linear", "scaling": "0-1"}),
    (NARROW, {}),
    (HUGE, {"activation": "linear", "start": "1000,1000,0"}),
    (HUGE, {"activation": "linear", "start": "1000,-1000,0"}),
    (HUGE, {"activation": "tanh", "start": "1000,-1000,0"}),
    (HUGE, {"activation": "step", "start": "1000,-1000,0"}),
    (HUGE, {"activation": "linear", "scaling": "0-1", "start": "1000,1000,0"}),
    (WIDE, {"activation": "relu", "start": "-1000,1000,0"}),
    (WIDE, {"activation": "sigmoid", "start": "-1000,1000,0"}),
    (CLASSES, {"activation": "sigmoid", "start": "1000,1000,0"}),
    (CLASSES, {"activation": "linear", "start": "1000,-1000,0"}),
    (CLASSES, {"activation": "linear", "start": "1000,1000,0", "tolerance": "0.5"}),
    (CLASSES, {"activation": "relu", "start": "1000,1000,0"}),
    (CLASSES, {"activation": "sigmoid", "loss": "cross-entropy", "start": "1000,-1000,0"}),
]


def read(text: str) -> DataSet:
    return own_data("own", text, UNDECIDED, lambda sentence: None)


def state_of(text: str, settings: dict[str, str], **look: object) -> State:
    state = State().but(settings={**DEFAULTS, "data": pack(read(text)), **settings})
    return state.but(**look) if look else state


def reply_to(state: State, *do: object, session: Session | None = None) -> dict[str, Any]:
    return plain(session or Session(), asked(state, (0, 0), SHOWN + AT_REST, do))


def update_panel(stage: str) -> dict[str, Any]:
    state = state_of(LARGE, {"activation": "linear"}, tab="update", stage=STAGES.index(stage))
    found: dict[str, Any] = reply_to(state)["panel"]
    return found


@pytest.mark.slow
@pytest.mark.parametrize(("text", "settings"), EVERY)
@pytest.mark.parametrize("do", [(), ("advance", 3, 60), ("step",)])
def test_every_panel_is_shown_and_no_number_reads_inf_or_nan(
    text: str, settings: dict[str, str], do: tuple[object, ...]
) -> None:
    state, session = state_of(text, settings), Session()
    for tab in TABS:
        for flow in FLOWS:
            reply = reply_to(state.but(tab=tab, flow=flow), *do, session=session)
            told = json.dumps({name: part for name, part in reply.items() if name != "request"}, ensure_ascii=False)
            assert not NO_WORDS.search(told), NO_WORDS.search(told)


@pytest.mark.parametrize(("text", "settings"), EVERY)
def test_the_page_writes_no_inf_or_nan_and_no_number_of_very_many_digits(text: str, settings: dict[str, str]) -> None:
    state, trainer = ready(m.AddressRead({**DEFAULTS, "data": pack(read(text)), **settings}, ()))
    assert state.said.report
    state = settle(update(state, m.StepPressed()), trainer)
    for tab in TABS:
        state = settle(update(state, m.TabChosen(tab)), trainer)
        page = says(state)
        for part in parts(state):
            page["part-text", part] = part_sentence(update(state, m.PartPointed(part)))
        for place, value in page.items():
            written = re.sub(r"<[^>]*>", " ", str(value))
            assert not NO_WORDS.search(written), (place, written)
            assert not MANY_DIGITS.search(written), (place, written)


@pytest.mark.parametrize("stage", STAGES)
def test_an_update_that_overflows_is_shown_and_said_to_be_impossible(stage: str) -> None:
    panel = update_panel(stage)
    assert "This update cannot be made" in panel["sentence"]
    assert not NO_WORDS.search(json.dumps(panel))


def test_the_new_weight_of_such_an_update_is_called_too_large() -> None:
    panel = update_panel("new")
    assert panel["results"][0]["value"] == "too large for a 64-bit float"
    assert "∞" in panel["formulas"][0]


def test_the_quiz_asks_for_no_number_that_is_too_large() -> None:
    assert not update_panel("new")["results"][0]["asked"]
    state = state_of(LARGE, {"activation": "linear"}, tab="update", stage=STAGES.index("new"))
    marked = reply_to(state, "mark", "new", 0, "5")["mark"]
    assert marked["sentence"] == "There is nothing to work out here: the number is too large for a 64-bit float."


@pytest.mark.parametrize(("text", "settings"), [EVERY[0], EVERY[3]])
def test_training_stops_in_the_first_epoch(text: str, settings: dict[str, str]) -> None:
    report = reply_to(state_of(text, settings), "advance", 5, 60)["report"]
    assert report["stopped"].startswith("Training stopped in epoch 1: ")
    assert report["epoch"] == 0


@pytest.mark.parametrize("text", [TINY, TINIEST, NARROW])
@pytest.mark.parametrize("activation", ["tanh", "linear"])
@pytest.mark.parametrize("scaling", ["none", "0-1"])
def test_where_floats_hold_no_weights_the_ceiling_is_not_known(text: str, activation: str, scaling: str) -> None:
    settings = Settings(data=read(text), activation=activation, scaling=scaling)
    found = ceiling(settings)
    assert found is None or all(map(math.isfinite, (*found.weights, found.bias)))


def test_the_ceiling_of_subnormal_inputs_is_not_known() -> None:
    assert ceiling(Settings(data=read(TINIEST), activation="linear")) is None


@pytest.mark.parametrize("span", [(-1.7e308, 1.7e308), (0.0, 5e-324), (-1.0, 3.0)])
def test_an_axis_goes_from_its_least_to_its_most_and_back(span: tuple[float, float]) -> None:
    axis = Axis(0, *span)
    assert (axis.at(0, 8), axis.at(8, 8)) == span
    assert [axis.share(end) for end in span] == [0.0, 1.0]
    assert axis.part(span[1]) == pytest.approx(span[1] / 2.0 / (span[1] / 2.0 - span[0] / 2.0) if span[1] > 1 else 1.0)


def test_a_wide_axis_has_its_steps_evenly_apart() -> None:
    assert Axis(0, -1.7e308, 1.7e308).along(5) == pytest.approx([-1.7e308, -0.85e308, 0.0, 0.85e308, 1.7e308])


def test_a_span_around_one_value_stays_within_the_floats() -> None:
    assert all(map(math.isfinite, rounded_span([1.7e308])))


@pytest.mark.parametrize("output", [1e300, math.inf, math.nan])
def test_errors_whose_squares_overflow_have_no_r_squared(output: float) -> None:
    row = Verdict((0.0,), 0.0, output, "0", "", False)
    assert yardsticks([row, row._replace(target=1.0)]).r_squared is None


@pytest.mark.parametrize(
    ("start", "said"), [("1000,1000,0", "too large for a 64-bit float"), ("1000,-1000,0", "no number")]
)
def test_the_command_line_has_words_for_what_floats_do_not_hold(start: str, said: str) -> None:
    settings = Settings(activation="linear", start=SETTINGS["start"].read(start))
    assert as_text(Run(settings), [1e308, 1e308]).endswith(f"Prediction: {said}")


def test_the_command_line_writes_no_sign_that_a_terminal_may_lack() -> None:
    text = as_text(Run(Settings(data=read(HUGE), activation="linear", start=SETTINGS["start"].read("1000,1000,0"))))
    assert "Input: [1e+308, 1e+308], Prediction: too large for a 64-bit float" in text
    assert text.isascii()


def test_a_drawing_has_the_sign_and_a_sentence_the_words() -> None:
    state = state_of(HUGE, {"activation": "linear", "start": "1000,1000,0"}, flow="test row")
    selected = reply_to(state)["selected"]
    assert selected["drawn"]["sum"] == "∞"
    assert selected["sum"] == "too large for a 64-bit float"


@pytest.mark.parametrize(("bias", "angle"), [(1.7e308, 135.0), (-1.7e308, -135.0), (2.0, 67.5), (0.0, 0.0)])
def test_the_knob_never_turns_further_than_its_sweep(bias: float, angle: float) -> None:
    assert knob_angle(bias) == angle


@pytest.mark.parametrize("slope", [0.0, 0.5, 1.0])
def test_a_tangent_in_the_widest_plot_has_places(slope: float) -> None:
    wide = (-1.7e308, 1.7e308)
    assert all(map(math.isfinite, tangent(0.0, 0.0, slope, wide, wide)))
    assert all(map(math.isfinite, tangent(1e-320, 0.0, slope, (0.0, 5e-324), (0.0, 5e-324))))


@pytest.mark.parametrize(("times", "said"), [(1234.4, "1,234"), (1e308, "1e+308"), (math.inf, "more than 1e+308")])
def test_how_many_times_an_input_varies_is_told_in_short(times: float, said: str) -> None:
    assert fact_in_words(DifferentSizes("B", "A", times, ())).startswith(f"B varies {said} times as much as A,")
