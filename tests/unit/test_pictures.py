"""The pictures of the closer look for any data: which inputs, what is drawn, and what it says in words."""

import json
import math
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.datasets import DataSet, Row
from perceptron.experiment import Run
from perceptron.learning import is_finite
from perceptron.settings import Settings
from tests.unit.playing import Trainer, ready, settle
from tests.unit.reporting import panel, run_of, said
from tests.unit.samples import TEN
from web.page import messages as m
from web.page.reply import with_told
from web.page.request import asked
from web.page.state import State
from web.page.update import update
from web.page.views import activation, map, yardsticks
from web.worker.session import as_json

NAMED = DataSet(
    "named",
    tuple(Row((x / 4, y / 2, -1.0), x / 4) for x in range(5) for y in range(3)),
    (Row((0.5, 0.5, -1.0), 0.5), Row((1.0, 0.0, -1.0), 0.75)),
    2,
    ("<b>", "a & b", "c"),
    'the "target"',
)


VIEWS = {"map": map.view, "activation": activation.view, "yardsticks": yardsticks.view}


def says(state: State) -> dict[tuple[str, str], object]:
    """What the open panel says."""
    return {(name, kind): value for name, kind, value in VIEWS[state.look.tab](state)}


def on(tab: str, *then: object, **choices: str) -> tuple[State, Trainer]:
    """The page with this tab open, after these choices, an epoch or two, and then these messages."""
    state, trainer = ready(m.SettingTyped("epochs", "20"), m.TabChosen(tab))
    chosen = [m.ChoiceMade(name, word) for name, word in choices.items()]
    for message in (*chosen, m.TrainPressed(), *then):
        state = settle(update(state, message), trainer)
    return state, trainer


def drawn(run: Run, tab: str, **look: object) -> dict[tuple[str, str], object]:
    """What the panel's view writes of any run."""
    request = asked(State().but(tab=tab, **look), (run.epoch, run.row), ())
    parts = {part: said(part, run, tab=tab, **look) for part in ("report", "start", "panel", "ground")}
    reply = json.loads(as_json({"request": request, "at": [run.epoch, run.row], "engine": ["python", ""], **parts}))
    return says(with_told(State().but(tab=tab, **look), reply))


def test_the_map_of_three_inputs_lets_one_choose_two_and_hold_the_third() -> None:
    state, trainer = on("map", data="three", activation="linear")
    page = says(state)
    assert (page["map-axes", "hidden"], page["map-others", "hidden"]) == (False, False)
    assert (page["map-across", "choice"], page["map-up", "choice"], page["held-2", "value"]) == ("0", "1", "0.4")
    state = settle(update(state, m.HeldTyped(2, "0,8")), trainer)
    assert (state.look.held, says(state)["held-2", "value"]) == (("", "", "0.8"), "0.8")
    assert " + 0.80 = " in str(says(state)["map-reading", "text"])
    state = settle(update(state, m.MapAxisChosen("across", 2)), trainer)
    page = says(state)
    assert (page["map-across", "choice"], page["map-up", "choice"]) == ("2", "1")
    assert page["map-place", "aria-label"] == "Map of Third number and Second number; the arrow keys move the cursor"
    state = settle(update(state, m.MapAxisChosen("up", 2)), trainer)
    assert (state.look.across, state.look.up) == (1, 2)  # they change places
    state = settle(update(state, m.ChoiceMade("data", "iris")), trainer)
    assert (state.look.across, state.look.up, state.look.held) == (0, 1, ())
    assert says(state)["map-others", "hidden"] is True


def test_a_held_value_that_is_no_number_is_said_and_changes_nothing() -> None:
    state, trainer = on("map", data="three", activation="linear")
    after = settle(update(state, m.HeldTyped(2, "x")), trainer)
    page = says(after)
    assert after.look == state.look
    assert page["map-held-complaint", "text"] == "Third number must be a number; “x” is not."
    assert (page["held-2", "value"], page["held-2", "aria-invalid"]) == ("x", "true")
    assert says(settle(update(after, m.HeldTyped(2, "")), trainer))["map-held-complaint", "text"] == ""
    assert update(after, m.MapAxisChosen("up", 2)).form.complaints == {}
    assert update(after, m.ChoiceMade("data", "iris")).form.complaints == {}


@given(st.sampled_from(["across", "up", "x"]), st.integers(), st.integers(), st.text(max_size=4))
def test_only_inputs_that_there_are_can_be_axes_or_held(axis: str, position: int, other: int, text: str) -> None:
    state = update(update(ARTICLE, m.MapAxisChosen(axis, position)), m.HeldTyped(other, text))
    assert {state.look.across, state.look.up} == {0, 1}
    assert len(state.look.held) in (0, 2)


ARTICLE, _ = on("map")


def test_with_one_input_the_map_is_a_curve_with_axes_range_and_rows() -> None:
    state, trainer = on("map", data="celsius", activation="linear", scaling="0-1")
    page = says(state)
    picture = str(page["map-rows", "html"])
    assert page["map-place", "class"] == "map-place wide"
    assert page["map-place", "aria-label"] == (
        "Curve of Fahrenheit over Celsius; the left and right arrow keys move the cursor"
    )
    assert (page["map-show", "hidden"], page["map-axes", "hidden"], page["map-others", "hidden"]) == (True, True, True)
    assert picture.count('<polyline class="curve"') == picture.count('class="trained"') == 1
    assert ">Celsius</text>" in picture
    assert ">−40</text>" in picture
    before = str(page["map-reading", "text"])
    state = settle(update(state, m.CursorMoved(40, 0)), trainer)
    assert str(says(state)["map-reading", "text"]).startswith("Celsius 100.0: true value 212.0. Prediction ")
    assert before.startswith("Celsius 2.0: true value 35.6.")
    assert len(re.findall("<li>", str(page["map-list", "html"]))) == len(state.said.ground["words"]) == 21


def test_two_classes_are_coloured_with_the_line_between_them() -> None:
    state, trainer = on("map", m.QuantityChosen("class"), data="iris")
    page = says(state)
    assert page["quantity", "choice"] == "class"
    assert str(page["quantity", "html"]).count("<option") == 2
    assert "nearer to 0 (versicolor)" in str(page["map-legend", "html"])
    assert set(state.said.ground["values"]) <= {0.0, 0.5, 1.0}
    state = settle(update(state, m.ChoiceMade("data", "article")), trainer)
    assert says(state)["quantity", "choice"] == "prediction"  # there is no class


def markup(page: dict[tuple[str, str], object]) -> str:
    return "".join([str(value) for (_, kind), value in page.items() if kind == "html"])


@pytest.mark.slow
@pytest.mark.parametrize("tab", ["map", "activation", "yardsticks"])
@pytest.mark.parametrize("name", ["sigmoid", "tanh", "linear", "relu", "step"])
@pytest.mark.parametrize("data", ["article", "and", "iris", "celsius", "three"])
def test_every_picture_can_be_drawn_with_numbers_only(tab: str, name: str, data: str) -> None:
    state, _ = on(tab, data=data, activation=name)
    drawings = markup(says(state))
    assert len(drawings) > 500
    assert not re.search(r"\bnan\b|\binf\b|None|\be\+", drawings)
    assert not re.search(r">[^<]*(?<!\w)-\d[^<]*<", drawings)  # one minus sign everywhere


@pytest.mark.parametrize("tab", ["map", "activation", "yardsticks"])
def test_ten_inputs_and_names_that_look_like_markup_are_drawn(tab: str) -> None:
    ten = drawn(run_of(3, data=TEN, activation="linear", learning_rate=0.001), tab)
    named = drawn(run_of(3, data=NAMED, activation="linear"), tab, held=["", "", "2"])
    assert len(ten) > 5
    assert "<b>" not in markup(named)
    if tab == "map":
        assert str(ten["map-held", "html"]).count("<input") == 8
        assert (named["map-across", "choice"], named["held-2", "value"]) == ("0", "2")


@pytest.mark.parametrize("tab", ["map", "activation", "yardsticks"])
def test_numbers_past_all_bounds_can_be_drawn(tab: str) -> None:
    run = run_of(0, activation="linear")
    run.neuron.weights[:] = [1e308, 1e308]
    assert not is_finite([run.neuron.predict((1.0, 1.0))])
    assert drawn(run, tab)
    run.neuron.weights[:] = [math.inf, -math.inf]
    assert drawn(run, tab)


def many_rows() -> Run:
    rows = tuple(Row((i % 97 / 97, i % 89 / 89, i % 83 / 83), (i % 10) / 10) for i in range(10_000))
    return Run(Settings(DataSet("many", rows, rows, 1), activation="linear"))


@pytest.mark.slow
@pytest.mark.parametrize("tab", ["map", "activation", "yardsticks"])
def test_of_ten_thousand_rows_some_are_drawn_which_is_quick_and_said(tab: str) -> None:
    run = many_rows()
    told = json.dumps(said("ground", run, tab=tab) if tab == "map" else panel(run, tab))
    assert len(told) < 60_000
    assert re.search(r"300 of 10,000 t\w+ rows", told)
    assert "The first 100 of 300 rows that are drawn." in told
    started = time.perf_counter()
    drawn(run, tab)
    assert time.perf_counter() - started < 2
