"""What the worker answers: plain values, which depend on the request and on nothing that was asked before."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron import judging
from perceptron.aspects import QUANTITIES
from perceptron.datasets import DataSet, Row
from perceptron.experiment import Run
from perceptron.packed import pack
from perceptron.scoring import Verdict
from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS
from perceptron.task import Task
from tests.examples import examples
from tests.unit.playing import Trainer, doing, looking, plain
from web.page.reply import AT_REST, LOOKED_AT, SHOWN, SKETCHED
from web.page.request import asked
from web.page.state import State
from web.page.topics import TABS
from web.worker.reports import PANELS, PARTS
from web.worker.session import Session, as_json

ALL = SHOWN + SKETCHED + AT_REST


def of(**changes: str) -> State:
    """A State with other settings, as texts."""
    return State().but(settings={**DEFAULTS, **changes})


def at(state: State, epoch: int, row: int, *do: object, tell: tuple[str, ...] = ALL) -> Any:
    return asked(state, (epoch, row), tell, do)


def test_characters_beyond_the_first_plane_reach_the_page_as_they_are() -> None:
    """MicroPython's JSON does not join two escaped halves."""
    assert "😀" in as_json({"name": "😀"})


def test_while_it_trains_only_the_rows_that_are_shown_are_judged_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = tuple(Row((number / 1_000, number % 7 / 7, number % 3 / 3), number % 2 / 2) for number in range(1_000))
    state = of(data=pack(DataSet("own", rows, rows, 1)))
    session, judged = Session(), []
    plain(session, at(state, 0, 0))

    def watched(task: Task, row: Row, output: float) -> Verdict:
        judged.append(row)
        return verdict_of(task, row, output)

    verdict_of = judging._verdict
    monkeypatch.setattr(judging, "_verdict", watched)
    for tab in ("update", "why", "activation", "map", "data"):
        reply = plain(session, at(state.but(tab=tab), 0, 0, "advance", 3, 60, tell=SHOWN))
        run = Run(Settings(data=DataSet("own", rows, rows, 1)))
        run.advance(3)
        assert reply["report"]["right_count"] == run.verdicts().score.right
        assert len(judged) < 700, tab
        judged.clear()


def test_a_session_begins_wherever_it_is_asked_to() -> None:
    reply = plain(Session(), looking(State()))
    assert (reply["at"], reply["report"]["epoch"], reply["report"]["score"]) == ([0, 0], 0, "2 of 25 right")


@examples(40)
@given(st.integers(0, 999_999_999), st.floats(0.0001, 100), st.integers(1, 30), st.integers(0, 30))
def test_a_session_trains_as_a_run_does(seed: int, rate: float, epochs: int, steps: int) -> None:
    session, run = Session(), Run(Settings(seed=seed, learning_rate=rate))
    state = of(seed=str(seed), learning_rate=repr(rate))
    place = plain(session, at(state, 0, 0, "advance", epochs, 60))["at"]
    run.advance(epochs)
    for _ in range(steps):
        place = plain(session, at(state, *place, "step"))["at"]
        run.step()
    report = plain(session, at(state, *place))["report"]
    assert report["weights_in_full"] == list(map(repr, run.neuron.weights))
    assert (report["bias_in_full"], report["epoch"], report["row"]) == (repr(run.neuron.bias), run.epoch, run.row)


RUNS = st.sampled_from(
    [of(), of(seed="7"), of(learning_rate="3", legs="0.1@5.3"), of(learning_rate="3", legs="0.1@9"), of(start="1,-2,3")]
)
DEEDS = st.sampled_from([(), ("step",), ("advance", 3, 60), ("mark", "sum", 0, "0.9")])
MOMENTS = st.just(()) | st.tuples(st.integers(0, 25), st.integers(0, 27))
REQUESTS = st.builds(
    lambda state, epoch, row, moment, tab, quantity, do: at(
        state.but(moment=moment, tab=tab, quantity=quantity), epoch, row, *do
    ),
    RUNS, st.integers(0, 20), st.integers(0, 27), MOMENTS, st.sampled_from(TABS), st.sampled_from(QUANTITIES), DEEDS,
)  # fmt: skip


@examples(25)
@given(st.lists(REQUESTS, min_size=2, max_size=5))
def test_what_was_asked_before_changes_no_reply(requests: list[Any]) -> None:
    session = Session()
    for request in requests:
        assert plain(session, request) == plain(Session(), request)


@given(st.lists(st.floats(-1000, 1000), min_size=3, max_size=3))
def test_a_start_set_by_hand_is_opened_as_it_is(start: list[float]) -> None:
    reply = plain(Session(), looking(of(start=",".join(map(repr, start)))))
    assert [*reply["report"]["weights_in_full"], reply["report"]["bias_in_full"]] == list(map(repr, start))
    assert reply["start"]["score"] == reply["report"]["score"]


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("do", [(), ("advance", 3, 60), ("step",), ("mark", "error", 0, "1")])
def test_every_reply_is_plain_values_and_only_those_that_were_asked_for(tab: str, do: tuple[object, ...]) -> None:
    state = of(seed="7", start="1000,-1000,0").but(tab=tab)
    for tell in (ALL, ("panel",), ()):
        request = at(state, 2, 5, *do, tell=tell)
        reply = plain(Session(), request)
        assert reply["request"] == request
        assert set(reply) == {"request", "at", "engine", *request["tell"], *(["mark"] if do[:1] == ("mark",) else [])}
    assert plain(Session(), at(state, 2, 5, *do))["panel"]["name"] == tab


def test_the_page_knows_every_part_and_panel_that_the_worker_tells() -> None:
    assert set(ALL) == set(PARTS)
    assert set(LOOKED_AT) == set(PANELS) == set(TABS)


def test_a_step_of_the_maps_cursor_brings_its_sentence_only() -> None:
    trainer = Trainer()
    state = State().but(tab="map")
    whole = plain(trainer.session, looking(state))
    assert len(whole["ground"]["values"]) == 41 * 41
    assert set(plain(trainer.session, at(state.but(cursor=(3, 4)), 0, 0, tell=("panel",)))["panel"]) == {
        "name",
        "reading",
    }


def test_a_guess_is_marked_at_the_moment_that_is_looked_at() -> None:
    session = Session()
    guess = ("mark", "output", 0, "0.714361")
    assert plain(session, at(State(), 40, 0, *guess))["mark"]["right"] is False
    assert plain(session, at(State().but(moment=(0, 0)), 40, 0, *guess))["mark"] == {
        "stage": "output",
        "number": 0,
        "right": True,
        "is_miss": False,
        "sentence": f"Right. In full it is {Run(Settings()).update_at(1, 1).output!r}.",
    }


def test_an_answer_belongs_to_the_moment_that_is_looked_at() -> None:
    session = Session()
    before = plain(session, looking(State()))["answer"]
    after = plain(session, doing(State(), "advance", 1000, 60))
    assert after["answer"]["in_full"] != before["in_full"]
    assert plain(session, at(State().but(moment=(0, 0)), *after["at"]))["answer"] == before


def test_after_a_request_that_fails_the_next_is_answered_as_if_it_had_not_been(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session()
    plain(session, at(State(), 40, 3))

    def half_a_step(run: Run) -> None:
        run.neuron.bias = 99.0
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(Run, "step", half_a_step)
        with pytest.raises(ZeroDivisionError):
            session.reply(at(State(), 40, 3, "step"))
    assert plain(session, at(State(), 40, 3)) == plain(Session(), at(State(), 40, 3))


def test_a_deed_that_the_worker_does_not_know_is_an_error() -> None:
    with pytest.raises(ValueError, match="“fly” is nothing that can be done"):
        Session().reply(at(State(), 0, 0, "fly"))


def test_a_reply_is_json_even_when_numbers_grow_past_all_bounds() -> None:
    state = of(activation="linear", learning_rate="30")
    reply = Session().reply(asked(state, (0, 0), SHOWN + AT_REST, ("advance", 300, 9)))
    report: Any = reply["report"]
    assert report["stopped"]
    reply["drawn"] = [math.inf, {"below": -math.inf, "nothing": math.nan}, 0.1]
    found = json.loads(as_json(reply))
    assert found["drawn"] == [1e300, {"below": -1e300, "nothing": 0.0}, 0.1]
    assert found["report"]["stopped"] == report["stopped"]
