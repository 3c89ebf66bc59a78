"""Two runs side by side: any two, at one moment of both, with all that is different between them."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from perceptron.aspects import PAIR_STEPS
from perceptron.experiment import Run
from perceptron.settings import Settings
from perceptron.words.runs import weight_in_words
from tests.unit.playing import Trainer, kept_run, out_of_shape, ready, says, settle, with_hyphens
from web.page import messages as m
from web.page.pairs import pair_of
from web.page.request import next_request
from web.page.state import State
from web.page.update import update

LINEAR, EPOCHS, MORE = m.ChoiceMade("activation", "linear"), 60, 120


def play(state: State, trainer: Trainer, *those: object) -> State:
    for message in those:
        state = settle(update(state, message), trainer)
    return state


@pytest.fixture(scope="module")
def two() -> tuple[State, Trainer]:
    """Run A has a sigmoid, run B is linear and twice as long; both stand side by side."""
    state, trainer = ready(m.SettingTyped("epochs", str(EPOCHS)), m.TabChosen("runs"))
    state = play(state, trainer, m.TrainPressed(), LINEAR, m.TrainPressed(), m.TrainPressed(), m.PairSwitched())
    return state, trainer


def sides(state: State) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = state.pair.pair_told["sides"]
    return found


def text(state: State, name: str, kind: str = "text") -> str:
    """What stands in a place of the page, without its markup."""
    return re.sub("<[^>]*>", " ", str(says(state)[name, kind]))


def runs() -> tuple[Run, Run]:
    """The same two, trained here."""
    one, other = Run(Settings()), Run(Settings(activation="linear"))
    one.advance(EPOCHS)
    other.advance(MORE)
    return one, other


def test_both_are_asked_for_only_once_their_place_is_open(two: tuple[State, Trainer]) -> None:
    state, _ = two
    closed = update(state.but(pair_told={}, pair_of=()), m.PairSwitched())
    assert (says(closed)["pair", "hidden"], says(closed)["pair-switch", "aria-expanded"]) == (True, "false")
    assert not next_request(closed)
    assert next_request(update(closed, m.PairSwitched()))["do"][:3] == ["runs", "pair", "A"]


def test_at_first_both_are_at_their_own_ends(two: tuple[State, Trainer]) -> None:
    state, _ = two
    for side, run in zip(sides(state), runs(), strict=True):
        assert (side["epoch"], side["end"]) == (run.epoch, run.epoch)
        assert side["weights"] == run.neuron.weights
        assert side["bias"] == run.neuron.bias
        assert (side["right"], side["total"]) == run.verdicts().score
    assert text(state, "pair-moment") == (
        "100 % of the way from each run’s start to its own end: epoch 60 of run A and epoch 120 of run B."
    )


@pytest.mark.parametrize("step", [0, 50, 133])
def test_at_any_moment_they_have_the_numbers_of_a_fresh_run(two: tuple[State, Trainer], step: int) -> None:
    state, trainer = two
    state = play(state, trainer, m.PairPlaced(step))
    for side, run in zip(sides(state), runs(), strict=True):
        moment = run.at(round(run.epoch * step / PAIR_STEPS))
        assert (side["epoch"], side["weights"], side["bias"]) == (
            moment.epoch, moment.neuron.weights, moment.neuron.bias,
        )  # fmt: skip
        assert side["right"] == run.verdicts_of(moment.neuron).score.right
        assert weight_in_words(moment.neuron.bias) in text(state, "pair-numbers", "html")


def test_a_hand_that_has_moved_on_still_sees_where_it_was(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    state = update(state, m.PairPlaced(40))
    state = update(state, m.RequestSent(next_request(state), 0.0))
    state = update(state, m.PairPlaced(80))
    state = update(state, m.RequestAnswered(trainer.reply(state.trainer.request), 1.0))
    assert [side["epoch"] for side in sides(state)] == [12, 24]
    assert [side["epoch"] for side in sides(settle(state, trainer))] == [24, 48]


def test_rows_that_only_one_gets_right_are_told_and_stand_out(two: tuple[State, Trainer]) -> None:
    state, _ = two
    one, other = (run.verdicts() for run in runs())
    different = sum(a.right != b.right for a, b in zip(one, other, strict=True))
    assert different
    rows = str(says(state)["pair-rows", "html"])
    assert (rows.count("<tr"), rows.count('<tr class="bold"')) == (25, different)
    words = text(state, "pair-changes")
    assert "Only run B gets" in words
    assert re.search(r"\(A says [\d.]+, B says [\d.]+\)", words)


def test_whoever_chooses_the_run_of_the_other_side_swaps_both(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    swapped = play(state, trainer, m.PairChosen(0, "B"))
    assert [run.letter for run in pair_of(swapped)] == ["B", "A"]
    assert sides(swapped) == sides(state)[::-1]
    assert [says(swapped)[f"pair-{name}", "choice"] for name in ("left", "right")] == ["B", "A"]


def test_runs_with_other_test_rows_are_shown_and_no_verdicts_are_compared(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    state = play(state, trainer, m.ChoiceMade("data", "xor"), m.TrainPressed(), m.PairChosen(1, "C"))
    assert text(state, "pair-changes") == ("Runs A and C have different test rows, so no row can change its verdict.")
    assert says(state)["pair-rows-place", "hidden"] is True
    assert "bias" in text(state, "pair-right-drawing", "html")


def test_negative_numbers_have_real_minus_signs(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    state = play(state, trainer, m.ChoiceMade("data", "differences"), m.TrainPressed(), m.PairChosen(1, "C"))
    state = play(state, trainer, m.PairChosen(0, "B"), m.PairPlaced(100))
    assert "−" in text(state, "pair-right-map", "html")
    assert with_hyphens(says(state)) == {}


def test_one_input_has_a_curve_and_a_neuron_without_a_bias_a_dash(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    state = play(state, trainer, m.ChoiceMade("data", "celsius"), m.ChoiceMade("bias", "off"), m.TrainPressed())
    state = play(state, trainer, m.PairChosen(1, "C"))
    assert says(state)["pair-right-map-place", "class"] == "map-place wide"
    assert "Weight 2 5" not in text(state, "pair-numbers", "html")
    assert text(state, "pair-numbers", "html").count("–") == 2  # its second weight and its bias
    assert "bias" not in text(state, "pair-right-drawing", "html")


def test_a_long_run_is_told_of_while_it_is_trained(two: tuple[State, Trainer]) -> None:
    state, _ = two
    request = next_request(update(state.but(pair_of=()), m.PairPlaced(3)))
    state = update(update(state.but(pair_of=()), m.PairPlaced(3)), m.RequestSent(request, 0.0))
    own = {"done": False, "letter": "B", "epoch": 30, "end": MORE}
    reply = {"request": request, "at": request["at"], "engine": ["python", ""], "own": own}
    state = update(state, m.RequestAnswered(reply, 1.0))
    assert says(state)["runs-progress-text", "text"] == "Run B is trained: epoch 30 of 120."


def test_a_run_of_many_rows_tells_only_those_that_differ(two: tuple[State, Trainer]) -> None:
    state, _ = two
    state = state.but(pair_told={**state.pair.pair_told, "are_all": False})
    assert "many test rows" in text(state, "pair-rows-note")


@pytest.mark.parametrize("message", [m.PairChosen(2, "A"), m.PairChosen(0, "Z"), m.PairPlaced(10**9)])
def test_what_cannot_be_chosen_changes_nothing(two: tuple[State, Trainer], message: Callable[..., object]) -> None:
    state, trainer = two
    after = play(state, trainer, message)
    assert (pair_of(after), sides(after), out_of_shape(after)) == (pair_of(state), sides(state), [])


def test_a_single_run_has_nothing_to_stand_beside() -> None:
    state, trainer = ready(m.TabChosen("runs"))
    state = play(state.but(kept=(kept_run(letter="A", settings=state.form.settings, at=(5, 0)),), letter="B"), trainer)
    assert says(state)["pair-place", "hidden"] is True
    assert pair_of(play(state, trainer, m.PairSwitched())) == ()
