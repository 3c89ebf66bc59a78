"""Runs with any settings and any data: the same digits as a second implementation, however one comes to a moment."""

from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import perceptron.history
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Run
from perceptron.judging import judge
from perceptron.legs import Leg
from perceptron.order import Order
from perceptron.scoring import score
from perceptron.settings import Settings
from tests.unit.plain_neuron import plain_run

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

EPOCHS = 12
ZEROS_ALONE: st.SearchStrategy[Literal["zeros"]] = st.just("zeros")
RATES = st.sampled_from([0.0001, 0.01, 0.1, 0.5])


@st.composite
def any_settings(draw: st.DrawFn) -> Settings:
    inputs = draw(st.just(2) | st.integers(1, 10))
    value = st.floats(-2, 2) | st.sampled_from([-1.0, 0.0, 1.0])
    activation = draw(st.just("sigmoid") | st.sampled_from(["sigmoid", "tanh", "linear", "relu", "step"]))
    loss = draw(st.sampled_from(["squared", "cross-entropy"])) if activation == "sigmoid" else "squared"
    target = st.sampled_from([0.0, 1.0]) | st.floats(0, 1) if loss == "cross-entropy" else value
    vectors = st.lists(value, min_size=inputs, max_size=inputs).map(tuple)
    rows = st.lists(st.builds(Row, vectors, target), min_size=1, max_size=7).map(tuple)
    data = DataSet("drawn", draw(rows), draw(rows), decimals=1)
    bias = draw(st.sampled_from(["on", "off"]))
    numbers = inputs + (bias == "on")
    by_hand = st.lists(st.floats(-3, 3), min_size=numbers, max_size=numbers).map(tuple)
    updates = EPOCHS * len(data.training)
    ends = draw(st.lists(st.integers(1, updates), unique=True, max_size=3))
    return Settings(
        data=data,
        seed=draw(st.integers(0, 999_999_999)),
        learning_rate=draw(RATES),
        start=draw(st.one_of(st.none(), ZEROS_ALONE, by_hand)),
        legs=tuple(Leg(draw(RATES), *divmod(end, len(data.training))) for end in sorted(ends)),
        activation=activation,
        loss=loss,
        bias=bias,
        order=draw(st.sampled_from(["given", "shuffled"])),
        scaling=draw(st.sampled_from(["none", "0-1"])),
        tolerance=draw(st.none() | st.floats(0, 2)),
    )


def now(run: Run) -> tuple[float, ...]:
    return (*run.neuron.weights, run.neuron.bias)


def advance_in_parts(run: Run, parts: list[int], epochs: int) -> None:
    for part in parts:
        if run.epoch >= epochs - 1:
            break
        if part == 0:
            run.step()
        else:
            run.advance(min(part, epochs - 1 - run.epoch))
    run.advance(epochs - run.epoch)


@pytest.fixture
def short_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """So short that epochs must be computed again."""
    monkeypatch.setattr(perceptron.history, "MOST_NUMBERS", 12)


@pytest.mark.usefixtures("short_memory")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(any_settings(), st.lists(st.integers(0, 4), max_size=10), st.data())
def test_a_run_is_what_a_second_implementation_says_however_one_comes_to_a_moment(
    of: Settings, parts: list[int], data: st.DataObject
) -> None:
    moments, met, errors = plain_run(of, EPOCHS + 1)
    rows = len(of.data.training)
    run = Run(of)
    advance_in_parts(run, parts, EPOCHS)
    assert now(run) == moments[EPOCHS * rows]
    total = 0.0
    for error in errors[(EPOCHS - 1) * rows : EPOCHS * rows]:
        total += error * error
    assert run.error == total / rows

    epoch = data.draw(st.integers(0, EPOCHS), "epoch looked at")
    moment = run.at(epoch)
    assert (*moment.neuron.weights, moment.neuron.bias) == moments[epoch * rows]
    ends = run.ends_between(epoch, EPOCHS)
    assert [end[:-1] for end in ends] == [moments[end * rows] for end in range(epoch + 1, EPOCHS + 1)]

    row = data.draw(st.integers(1, rows), "row looked at")
    update, place = run.update_at(epoch + 1, row), epoch * rows + row
    assert (*update.inputs, update.target) == met[place - 1]
    assert (*update.new_weights, update.new_bias) == moments[place]
    assert (*update.weights, update.bias) == moments[place - 1]

    epoch = data.draw(st.integers(0, EPOCHS - 1), "epoch gone back to")
    done = data.draw(st.integers(0, rows - 1), "rows done")
    run.rewind(epoch, done)
    assert now(run) == moments[epoch * rows + done]
    run.step()
    assert now(run) == moments[epoch * rows + done + 1]
    run.advance(EPOCHS - run.epoch)
    assert now(run) == moments[EPOCHS * rows]
    run.reset()
    assert now(run) == moments[0]


@settings(deadline=None)
@given(any_settings())
def test_the_score_of_every_epoch_is_that_of_its_verdicts(of: Settings) -> None:
    run = Run(of)
    run.advance(EPOCHS)
    scorer = run.scorer()
    for epoch in range(EPOCHS + 1):
        neuron = run.at(epoch).neuron
        verdicts = run.verdicts_of(neuron)
        assert scorer.right(neuron.weights, neuron.bias) == score(verdicts).right
        assert verdicts.score == score(verdicts)
        assert list(verdicts) == judge(neuron, *run.task) == verdicts[:] == [verdicts[n] for n in range(len(verdicts))]


def test_a_shuffled_epoch_meets_every_row_once_in_an_order_of_its_own() -> None:
    run = Run(Settings(order="shuffled"))
    orders = [[run.step() for _ in range(28)] for _ in range(3)]
    met = [[(update.inputs, update.target) for update in order if update] for order in orders]
    assert [sorted(order) for order in met] == [
        sorted((row.inputs, row.target) for row in run.settings.data.training)
    ] * 3
    assert met[0] != met[1] != met[2] != met[0]


def test_the_order_of_an_epoch_depends_on_the_seed_but_the_start_is_the_same_in_any_order() -> None:
    given_order, shuffled, other = (
        Settings(seed=seed, order=order) for seed, order in ((5, "given"), (5, "shuffled"), (6, "shuffled"))
    )
    assert Run(shuffled).start == Run(given_order).start
    orders = [of.row_order(of.fitted_scaling()).rows_of(0) for of in (given_order, shuffled, other)]
    assert orders[0] == ARTICLE.training
    assert orders[0] != orders[1] != orders[2] != orders[0]


def test_the_order_of_an_epoch_is_drawn_once_and_not_for_each_of_its_rows() -> None:
    order = Order(ARTICLE.training, seed=1)
    first, again, next_one = order.rows_of(0), order.rows_of(0), order.rows_of(1)
    assert first is again
    assert first != next_one
    assert order.rows_of(0) == first


def test_without_a_bias_the_weights_drawn_stay_the_same_and_the_bias_stays_0() -> None:
    with_bias, without = Run(Settings(seed=7)), Run(Settings(seed=7, bias="off"))
    assert without.start == (with_bias.start[0], 0.0)
    without.advance(100)
    without.step()
    assert without.neuron.bias == 0.0
    assert set(without.history.bias) == {0.0}
