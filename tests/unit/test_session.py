"""What the worker holds and answers: plain values, about the run that was opened and the way it is looked at."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perceptron.experiment import Run
from perceptron.settings import Settings
from web.page.state import State
from web.page.topics import TABS
from web.worker.session import Session


def plain(reply: object) -> Any:
    """The reply as it reaches the page. Raises ValueError for what is no JSON, such as NaN."""
    return json.loads(json.dumps(reply, allow_nan=False))


def test_a_session_begins_with_the_default_run_at_its_start() -> None:
    reply = plain(Session().ask("0.3", "0.4"))
    assert (reply["report"]["epoch"], reply["report"]["score"]) == (0, "2 of 25 right")


@settings(max_examples=40)
@given(st.integers(0, 999_999_999), st.floats(0.0001, 100), st.integers(1, 30), st.integers(0, 30))
def test_a_session_trains_as_a_run_does(seed: int, rate: float, epochs: int, steps: int) -> None:
    session, run = Session(), Run(Settings(seed=seed, learning_rate=rate))
    session.open_run({"seed": str(seed), "learning_rate": repr(rate)})
    session.advance(epochs, 60)
    run.advance(epochs)
    for _ in range(steps):
        session.step()
        run.step()
    report = plain(session.ask("0.3", "0.4"))["report"]
    assert report["weights_in_full"] == list(map(repr, run.neuron.weights))
    assert (report["bias_in_full"], report["epoch"], report["row"]) == (repr(run.neuron.bias), run.epoch, run.row)


@given(st.lists(st.floats(-1000, 1000), min_size=3, max_size=3))
def test_a_start_set_by_hand_is_opened_as_it_is(start: list[float]) -> None:
    session = Session()
    reply = plain(session.open_run({"start": ",".join(map(repr, start))}))
    assert [*reply["report"]["weights_in_full"], reply["report"]["bias_in_full"]] == list(map(repr, start))
    assert reply["start"]["score"] == reply["report"]["score"]


@pytest.mark.parametrize("tab", TABS)
def test_every_reply_is_plain_values_with_the_open_panel_only(tab: str) -> None:
    session = Session()
    for reply in (
        session.look_at(*State().but(tab=tab).look_wanted),
        session.open_run({"seed": "7", "start": "1000,-1000,0"}),
        session.advance(3, 60),
        session.step(),
        session.look_back(),
        session.mark("error", "1"),
        session.rewind(1),
    ):
        found = plain(reply)
        assert found["panel"]["name"] == tab
        assert found["answer"].keys() == {"printed", "in_full", "true_sum", "remark"}


def test_numbers_from_the_page_may_come_as_floats() -> None:
    session = Session()
    session.advance(5.0, 60.0)
    session.look_at(2.0, 0.0, 3.0, "why", "prediction", 0.0, 12.0, 16.0, 50.0)
    assert plain(session.step())["report"]["shown"] == {"epoch": 2, "row": 0, "is_now": False}
    assert plain(session.rewind(2.0))["report"]["epoch"] == 2


def test_the_summary_and_the_marks_come_only_when_there_is_time_to_read_them() -> None:
    session = Session()
    assert "summary" not in session.advance(5, 60)
    assert "summary" in session.step()
    assert "milestones" not in session.step()
    assert plain(session.look_back())["milestones"] == [{"epoch": 0, "sentence": "2 of 25 since the start"}]


def test_a_guess_is_marked_at_the_moment_that_is_looked_at() -> None:
    session = Session()
    session.advance(40, 60)
    assert plain(session.mark("output", "0.714361"))["mark"]["right"] is False
    session.look_at(*State().but(moment=(0, 0)).look_wanted)
    assert plain(session.mark("output", "0.714361"))["mark"] == {
        "stage": "output",
        "right": True,
        "sentence": f"Right. In full it is {Run(Settings()).update_at(1, 1).output!r}.",
    }


def test_an_answer_belongs_to_the_moment_that_is_looked_at() -> None:
    session = Session()
    before = plain(session.ask("0.3", "0.4"))["answer"]
    after = plain(session.advance(1000, 60))["answer"]
    assert after["in_full"] != before["in_full"]
    assert plain(session.look_at(*State().but(moment=(0, 0)).look_wanted))["answer"] == before
