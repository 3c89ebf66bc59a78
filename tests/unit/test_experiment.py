"""Settings, runs, and what a run remembers."""

import tracemalloc
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Overflow, Run
from perceptron.fields import counted, grouped
from perceptron.history import MOST_NUMBERS, History
from perceptron.numerals import as_number
from perceptron.settings import Settings
from perceptron.settings_table import FIELDS
from perceptron.words.overflow import overflow_in_words
from tests.examples import examples


def digits(run: Run) -> tuple[object, ...]:
    return run.epoch, run.row, run.neuron.weights, run.neuron.bias, run.error, list(run.history.errors)


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        ({"seed": -1}, "Seed must be a whole number from 0 to 999,999,999; “-1” is not."),
        ({"epochs": 0}, "Epochs must be a whole number from 1 to 1,000,000; “0” is not."),
        ({"epochs": 2.5}, "“2.5” is not"),
        ({"learning_rate": float("nan")}, "Learning rate must be a number from 0.0001 to 100; “nan” is not."),
        ({"learning_rate": 101.0}, "“101.0” is not"),
    ],
)
def test_a_bad_setting_is_refused_by_name_value_and_range(bad: dict[str, float], complaint: str) -> None:
    with pytest.raises(ValueError) as error:
        Settings(**bad)  # type: ignore[arg-type]
    assert complaint in str(error.value)


@pytest.mark.parametrize("text", ["", " ", "x", "--1", "1_0", "nan", "inf", "0x10", "1e", "<img onerror=1>", "½"])
def test_text_that_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Learning rate must be"):
        FIELDS["learning_rate"].parse(text)


def test_a_decimal_comma_and_an_exponent_are_understood() -> None:
    assert FIELDS["learning_rate"].parse("0,5") == 0.5
    assert FIELDS["epochs"].canonical("1e4") == "10000"
    assert FIELDS["learning_rate"].canonical(" 0,30 ") == "0.30"


@given(st.text(max_size=200))
def test_whatever_is_typed_gives_an_allowed_value_or_one_short_sentence(text: str) -> None:
    for field in FIELDS.values():
        assert field.least is not None and field.most is not None
        try:
            assert field.least <= field.parse(text) <= field.most
        except ValueError as error:
            assert len(str(error)) < 160


@given(st.floats(-1e12, 1e12))
def test_clamping_moves_a_number_to_the_nearest_allowed_one(value: float) -> None:
    assert as_number(FIELDS["learning_rate"].clamp(repr(value))) == min(max(value, 0.0001), 100)


def test_one_thing_is_singular_and_any_other_number_of_them_plural() -> None:
    assert [counted(number, "row") for number in (0, 1, 2_000)] == ["0 rows", "1 row", "2,000 rows"]


def test_thousands_are_grouped_as_a_person_reads_them() -> None:
    assert (grouped(1_000_000), grouped(999), grouped(0.0001)) == ("1,000,000", "999", "0.0001")


@examples(40)
@given(st.lists(st.one_of(st.integers(1, 40), st.just("step")), max_size=12))
def test_the_digits_do_not_depend_on_how_a_run_is_cut(cuts: list[object]) -> None:
    cut, whole = Run(Settings()), Run(Settings())
    for part in cuts:
        if part == "step":
            cut.step()
        else:
            cut.advance(int(str(part)))
    cut.advance(600 - cut.epoch)
    whole.advance(600)
    assert digits(cut) == digits(whole)


def test_a_time_budget_ends_a_call_but_changes_no_digit() -> None:
    ticks = iter(range(1_000_000))
    run, whole = Run(Settings()), Run(Settings())
    run.advance(3_000, seconds=3, clock=lambda: float(next(ticks)))
    assert 0 < run.epoch < 3_000
    run.advance(3_000 - run.epoch)
    whole.advance(3_000)
    assert digits(run) == digits(whole)


def test_a_run_goes_on_past_its_end() -> None:
    run, longer = Run(Settings(epochs=10)), Run(Settings(epochs=20))
    run.advance(10)
    run.advance(10)
    longer.advance(20)
    assert digits(run) == digits(longer)


def test_28_steps_are_one_epoch() -> None:
    stepped, trained = Run(Settings()), Run(Settings())
    for _ in range(28):
        stepped.step()
    trained.advance(1)
    assert digits(stepped) == digits(trained)


def test_reset_returns_to_the_same_start() -> None:
    run = Run(Settings(seed=4))
    fresh = digits(run)
    run.advance(20)
    run.step()
    run.reset()
    assert digits(run) == fresh


def test_no_epochs_change_nothing() -> None:
    run = Run(Settings())
    run.step()
    before = digits(run)
    run.advance(0)
    assert digits(run) == before


def test_a_run_remembers_weights_bias_and_error_of_every_epoch() -> None:
    run = Run(Settings())
    run.advance(50)
    other = Run(Settings())
    other.advance(20)
    assert len(run.history) == 51
    assert [kept[20] for kept in run.history.weights] == other.neuron.weights
    assert run.history.bias[20] == other.neuron.bias
    assert run.history.errors[20] == other.error


def test_the_error_of_an_epoch_is_that_of_the_predictions_made_in_it() -> None:
    run, stepped = Run(Settings()), Run(Settings())
    run.advance(1)
    updates = [stepped.step() for _ in range(28)]
    assert run.error == pytest.approx(sum(update.error**2 for update in updates if update) / 28, rel=1e-14)


@pytest.mark.slow
def test_ten_thousand_epochs_are_remembered_in_a_few_hundred_kilobytes() -> None:
    tracemalloc.start()
    run = Run(Settings())
    run.advance(10_000)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size < 450_000


@pytest.mark.parametrize("inputs", [2, 100])
def test_a_long_history_is_thinned_out_evenly_and_stays_below_its_bound(inputs: int) -> None:
    history = History(inputs)
    epochs = 4 * MOST_NUMBERS // (inputs + 2)
    epoch = 0
    while epoch <= epochs:
        ends = [(*[float(e)] * inputs, -float(e), 4.0 * e) for e in range(epoch, min(epoch + 777, epochs + 1))]
        history.extend(epoch, ends, rows=2)
        epoch += len(ends)
    assert len(history) * (inputs + 2) <= MOST_NUMBERS
    assert list(history.bias) == [-float(i * history.stride) for i in range(len(history))]
    assert list(history.errors) == [2.0 * i * history.stride for i in range(len(history))]
    assert (len(history) - 1) * history.stride > epochs - history.stride


@given(st.integers(1, 500), st.integers(2, 80))
def test_a_sample_of_the_history_is_evenly_spaced_and_small_enough(epochs: int, most: int) -> None:
    history = History(1)
    for epoch in range(epochs):
        history.extend(epoch, [(0.0, 0.0, float(epoch))], rows=1)
    sampled, errors = history.sample(most)
    assert len(sampled) <= most
    assert sampled[0] == 0
    assert errors == [float(epoch) for epoch in sampled]
    assert len({b - a for a, b in pairwise(sampled)}) <= 1


def test_numbers_that_overflow_stop_the_run_and_it_says_which() -> None:
    rows = (Row((1e300, 1e300), 1e300), Row((-1e300, 1e300), -1e300))
    for training in (rows, rows[::-1]):
        run = Run(Settings(data=DataSet("huge", training, ARTICLE.test, 1), learning_rate=100))
        run.neuron.weights = [0.0, 0.0]
        run.advance(10_000)
        assert run.stopped == Overflow(epoch=1, weights=(1, 2), bias=True)
        assert run.neuron.weights == [0.0, 0.0]
        assert run.step() is None
        run.reset()
        assert not run.stopped


def test_a_step_that_overflows_stops_the_run_and_keeps_the_last_numbers() -> None:
    data = DataSet("huge", (Row((1e308, 1e308), -1e308),), ARTICLE.test, 1)
    run = Run(Settings(data=data, learning_rate=100))
    run.neuron.weights = [0.0, 0.0]
    assert run.step() is None
    assert run.stopped == Overflow(epoch=1, weights=(1, 2), bias=True)
    assert run.neuron.weights == [0.0, 0.0]


@pytest.mark.parametrize(
    ("overflow", "broken"),
    [
        (Overflow(1, (1, 2), True), "epoch 1: weight 1, weight 2 and the bias grew"),
        (Overflow(1_234, (2,), False), "epoch 1,234: weight 2 grew"),
        (Overflow(7, (), True), "epoch 7: the bias grew"),
    ],
)
def test_a_stopped_run_is_told_by_what_grew_too_large(overflow: Overflow, broken: str) -> None:
    assert overflow_in_words(overflow) == (
        f"Training stopped in {broken} too large for a 64-bit float. "
        "Try a smaller learning rate, or the scaling 0 to 1 if the data has large numbers."
    )
