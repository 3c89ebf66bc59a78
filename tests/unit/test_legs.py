"""A run whose learning rate changes on the way: its legs as text, and its digits."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import perceptron.history
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Overflow, Run
from perceptron.findings.milestones import ScoreBook, milestones
from perceptron.judging import judge
from perceptron.learning import EpochEnd, train_epochs
from perceptron.legs import (
    MOST_LEGS,
    TRAINING_ROWS,
    Leg,
    canonical_legs,
    check_legs,
    parse_legs,
    rate_from,
    read_legs,
    write_legs,
)
from perceptron.neuron import Perceptron
from perceptron.scoring import score
from perceptron.settings import Settings
from tests.examples import examples

ROWS = len(ARTICLE.training)
RATES = st.sampled_from([0.1, 0.5, 3.0, 100.0]) | st.floats(0.0001, 100)


def legs_ending(moments: list[int], rates: list[float]) -> tuple[Leg, ...]:
    """Legs that end after so many updates."""
    return tuple(Leg(rate, *divmod(moment, ROWS)) for moment, rate in zip(moments, rates, strict=False))


LEGS = st.lists(st.integers(1, 60 * ROWS) | st.integers(1, 60).map(lambda epoch: epoch * ROWS), unique=True, max_size=8)
SETTINGS = st.builds(
    lambda moments, rates, rate, seed: Settings(
        seed=seed, learning_rate=rate, legs=legs_ending(sorted(moments), rates)
    ),
    LEGS,
    st.lists(RATES, min_size=8, max_size=8),
    RATES,
    st.integers(0, 1000),
)


class Straightforward:
    """The article's loop, with a rate for each update, and all that it went through."""

    def __init__(self, of: Settings, epochs: int) -> None:
        neuron = of.first_neuron()
        (w1, w2), bias = neuron.weights, neuron.bias
        self.moments, self.errors = [(w1, w2, bias)], []
        for number in range(epochs * ROWS):
            (x1, x2), target = ARTICLE.training[number % ROWS]
            rate = next((leg.learning_rate for leg in of.legs if number < leg.epoch * ROWS + leg.row), of.learning_rate)
            total = bias
            total += x1 * w1
            total += x2 * w2
            output = 1 / (1 + math.exp(-total)) if total > -700 else 0.0
            error = target - output
            delta = output * (1.0 - output)
            w1 += rate * error * x1 * delta
            w2 += rate * error * x2 * delta
            bias += rate * error * delta
            self.moments.append((w1, w2, bias))
            self.errors.append(error)

    def at(self, epoch: int, row: int = 0) -> tuple[float, ...]:
        return self.moments[epoch * ROWS + row]

    def error(self, epoch: int) -> float:
        total = 0.0
        for error in self.errors[(epoch - 1) * ROWS : epoch * ROWS]:
            total += error * error
        return total / ROWS


def now(run: Run) -> tuple[float, ...]:
    return (*run.neuron.weights, run.neuron.bias)


def everything(run: Run) -> tuple[object, ...]:
    kept = run.history
    return run.epoch, run.row, now(run), run.error, kept.stride, kept.weights, kept.bias, kept.errors


def trained(of: Settings, epochs: int, steps: int = 0) -> Run:
    run = Run(of)
    run.advance(epochs)
    for _ in range(steps):
        run.step()
    return run


@pytest.fixture
def short_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(perceptron.history, "MOST_NUMBERS", 80)


@examples(60)
@given(SETTINGS, st.lists(st.integers(1, 30) | st.just("step"), max_size=8), st.data())
def test_a_run_with_legs_is_the_straightforward_loop_bit_for_bit(
    of: Settings, cuts: list[object], data: st.DataObject
) -> None:
    run, plain = Run(of), Straightforward(of, 70)
    for cut in cuts:
        if cut == "step":
            run.step()
        else:
            run.advance(min(int(str(cut)), 65 - run.epoch))
        assert now(run) == plain.at(run.epoch, run.row)
    run.advance(65 - run.epoch)
    assert list(run.history.errors)[1:] == [plain.error(epoch) for epoch in range(1, 66)]
    epoch, row = data.draw(st.integers(0, 65)), data.draw(st.integers(0, ROWS - 1))
    moment, update = run.at(epoch), run.update_at(epoch + 1, row + 1)
    assert (*moment.neuron.weights, moment.neuron.bias) == plain.at(epoch)
    assert (*update.weights, update.bias) == plain.at(epoch, row)
    assert (*update.new_weights, update.new_bias) == plain.moments[epoch * ROWS + row + 1]
    moves = [
        math.dist(plain.moments[epoch * ROWS + number], plain.moments[epoch * ROWS + number + 1])
        for number in range(ROWS)
    ]
    assert moves[run.largest_update(epoch + 1) - 1] == pytest.approx(max(moves), rel=1e-6)
    run.rewind(epoch, row if epoch < 65 else 0)
    assert everything(run) == everything(trained(of, epoch, row if epoch < 65 else 0))


@pytest.mark.usefixtures("short_memory")
def test_what_a_run_with_legs_has_forgotten_is_computed_again_bit_for_bit() -> None:
    of = Settings(learning_rate=0.2, legs=parse_legs("3@3,0.5@37.5,20@38.9,1@38.11,0.1@96"))
    run, plain = trained(of, 150), Straightforward(of, 150)
    assert run.history.stride == 8
    for epoch in range(151):
        moment = run.at(epoch)
        assert (*moment.neuron.weights, moment.neuron.bias) == plain.at(epoch)
        assert not epoch or moment.error == plain.error(epoch)


@examples(60)
@given(SETTINGS, st.integers(0, 60), st.integers(0, ROWS - 1), SETTINGS)
def test_a_run_that_follows_other_rates_is_one_that_always_had_them(
    of: Settings, epochs: int, steps: int, others: Settings
) -> None:
    other = Settings(seed=of.seed, learning_rate=others.learning_rate, legs=others.legs, epochs=77)
    run = trained(of, epochs, steps)
    before = (run.epoch, run.row)
    run.follow(other)
    parting = of.schedule.parting(other.schedule)
    assert (run.epoch, run.row) == min(before, parting or before)
    assert everything(run) == everything(trained(other, run.epoch, run.row))
    run.advance(70 - run.epoch)
    assert everything(run) == everything(trained(other, 70))


@examples(60)
@given(SETTINGS, st.integers(0, 60), st.integers(0, ROWS - 1), RATES)
def test_a_rate_that_is_changed_now_keeps_all_that_was_learned(
    of: Settings, epochs: int, steps: int, rate: float
) -> None:
    run = trained(of, epochs, steps)
    before = everything(run)
    kept = [(repr(leg.learning_rate), leg.epoch, leg.row) for leg in of.legs]
    legs = rate_from(tuple(Leg(*leg) for leg in kept), repr(of.learning_rate), (run.epoch, run.row), repr(rate))
    run.follow(Settings(seed=of.seed, learning_rate=rate, legs=parse_legs(write_legs(legs))))
    assert everything(run) == before
    update = run.step()
    assert update and update.learning_rate == rate


def test_a_run_without_legs_is_trained_in_one_call(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def counted(neuron: Perceptron, rows: Sequence[Row], learning_rate: float, epochs: int) -> list[EpochEnd]:
        calls.append(epochs)
        return train_epochs(neuron, rows, learning_rate, epochs)

    monkeypatch.setattr("perceptron.engine.train_epochs", counted)
    trained(Settings(), 178)
    assert calls == [178]
    calls.clear()
    trained(Settings(legs=parse_legs("3@100.5")), 178)
    assert calls == [100, 77]


def test_only_rates_and_epochs_change_while_a_run_goes_on() -> None:
    run = trained(Settings(), 5)
    own = DataSet("own", ARTICLE.training[:5], ARTICLE.test, 1)
    for other in (Settings(seed=1), Settings(start=(1.0, 2.0, 3.0)), Settings(data=own)):
        with pytest.raises(ValueError, match="Only the learning rate, the epochs and the tolerance"):
            run.follow(other)
    run.follow(Settings(epochs=3))
    assert (run.epoch, run.settings.epochs) == (5, 3)


def test_a_stopped_run_goes_on_at_another_rate_but_not_when_only_its_future_changes() -> None:
    data = DataSet("huge", (Row((1.0, 1.0), 0.5), Row((1e308, 1e308), -1e308)), ARTICLE.test, 1)
    start = {"data": data, "start": (0.0, 0.0, 0.0)}
    run = Run(Settings(**start, learning_rate=100))  # type: ignore[arg-type]
    run.step()
    run.step()
    assert run.stopped
    run.follow(Settings(**start, learning_rate=0.5, legs=(Leg(100, 7, 0),)))  # type: ignore[arg-type]
    assert run.stopped
    run.follow(Settings(**start, learning_rate=0.0001, legs=(Leg(100, 0, 1),)))  # type: ignore[arg-type]
    assert not run.stopped
    assert run.row == 1


def test_numbers_that_overflow_in_an_epoch_of_two_rates_stop_the_run_before_it() -> None:
    data = DataSet("huge", (Row((1.0, 1.0), 0.5), Row((1e308, 1e308), -1e308)), ARTICLE.test, 1)
    run = Run(Settings(data=data, start=(0.0, 0.0, 0.0), learning_rate=100, legs=(Leg(0.5, 0, 1),)))
    run.advance(3)
    assert run.stopped == Overflow(epoch=1, weights=(1, 2), bias=True)
    assert (run.epoch, run.row, now(run)) == (0, 0, (0.0, 0.0, 0.0))


def test_the_milestones_follow_the_legs() -> None:
    run = trained(Settings(learning_rate=0.5), 400)
    book = ScoreBook(run)
    milestones(book)
    run.follow(Settings(learning_rate=3.0, legs=parse_legs("0.5@200.5")))
    book.forget_after(run.epoch)
    run.advance(200)
    assert milestones(book) == milestones(ScoreBook(run))
    for mark in milestones(ScoreBook(run)):
        assert mark.right == score(judge(run.at(mark.epoch).neuron, ARTICLE)).right


@pytest.mark.usefixtures("short_memory")
def test_the_milestones_of_a_thinned_out_run_follow_the_legs() -> None:
    run = trained(Settings(learning_rate=0.1, legs=parse_legs("3@101.3")), 700)
    plain = Straightforward(run.settings, 700)
    for mark in milestones(ScoreBook(run)):
        weights = plain.at(mark.epoch)
        neuron = run.at(mark.epoch).neuron
        assert (*neuron.weights, neuron.bias) == weights
        assert mark.right == score(judge(neuron, ARTICLE)).right


# As text.


def test_the_page_knows_how_many_rows_its_data_has() -> None:
    assert len(ARTICLE.training) == TRAINING_ROWS


@pytest.mark.parametrize(
    ("text", "kept", "legs"),
    [
        ("", "", ()),
        (" ", "", ()),
        ("0.1@300", "0.1@300", (Leg(0.1, 300, 0),)),
        ("0.1@300,0.5@512.7", "0.1@300,0.5@512.7", (Leg(0.1, 300, 0), Leg(0.5, 512, 7))),
        (" +.10@007.0 , 1E1@7.027", ".10@7,1e1@7.27", (Leg(0.1, 7, 0), Leg(10.0, 7, 27))),
        ("5@0.1", "5@0.1", (Leg(5.0, 0, 1),)),
    ],
)
def test_legs_are_read_and_written_alike(text: str, kept: str, legs: tuple[Leg, ...]) -> None:
    assert (canonical_legs(text), parse_legs(text)) == (kept, legs)
    assert canonical_legs(kept) == kept


FORM = "Legs must be earlier learning rates, each with the moment when it ended"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        *((text, FORM) for text in ("300", "0.1@", "@", "0.1@x", "0.1@3.", "0.1@.5", "0.1@-3", "0.1@1.5.2", "0.1@3@4")),
        *((text, FORM) for text in ("0.1@3,", ",", "0,1@3", "0.1@1e3", "0.1@٣", "0.1@1234567890", "0.1@ 3", "0.1@３")),
        ("0@3", "The learning rate of a leg must be a number from 0.0001 to 100; “0” is not."),
        ("@3", "The learning rate of a leg must be a number from 0.0001 to 100; this is empty."),
        ("<b>@3", "“<b>” is not."),
        ("0.1@5,0.2@5", "Legs must end one after another and after the start; “5” does not."),
        ("0.1@5.3,0.2@5.2", "“5.2” does not."),
        ("0.1@0", "“0” does not."),
        ("0.1@5.28", "Legs must end after whole epochs and 0 to 27 rows; “5.28” does not."),
        (",".join(f"1@{epoch}" for epoch in range(1, MOST_LEGS + 2)), "can change at most 100 times, not 101 times."),
    ],
)
def test_legs_that_cannot_be_used_are_refused_in_words(text: str, complaint: str) -> None:
    with pytest.raises(ValueError) as error:
        canonical_legs(text)
    assert complaint in str(error.value)
    assert len(str(error.value)) < 200


@pytest.mark.parametrize("leg", [Leg(0.1, 2.5, 0), Leg(0.1, -1, 0), Leg(0.1, 1, -1), Leg(0.1, 0, 0), Leg(0.1, 1, 28)])
def test_a_run_refuses_legs_that_its_data_has_no_moment_for(leg: Leg) -> None:
    with pytest.raises(ValueError, match="Legs must end"):
        Settings(legs=(leg,))
    with pytest.raises(ValueError, match="The learning rate of a leg must be"):
        Settings(legs=(Leg(101, 5, 0),))


@given(SETTINGS)
def test_what_is_written_of_legs_is_read_again(of: Settings) -> None:
    text = write_legs(of.legs)
    assert (parse_legs(text), canonical_legs(text)) == (of.legs, text)
    check_legs(of.legs, ROWS)


@pytest.mark.parametrize(
    ("legs", "moment", "rate", "then"),
    [
        ("", (300, 0), "0.5", "0.1@300"),
        ("", (0, 0), "0.5", ""),
        ("", (512, 7), "0.5", "0.1@512.7"),
        ("", (300, 0), "0.10", ""),
        ("3@200", (300, 0), "0.5", "3@200,0.1@300"),
        ("3@200", (200, 0), "0.5", "3@200"),
        ("3@200", (200, 0), "3.0", ""),
        ("3@200", (200, 0), "30e-1", ""),
        ("3@200", (100, 0), "0.5", "3@100"),
        ("3@200", (100, 0), "3", ""),
        ("3@200", (0, 0), "0.5", ""),
        ("3@200,1@300.5", (300, 5), "0.1", "3@200,1@300.5"),
        ("3@200,1@300.5", (300, 4), "0.1", "3@200,1@300.4"),
        ("3@200,1@300.5", (300, 4), "1.000", "3@200"),
    ],
)
def test_a_rate_holds_from_a_moment_on_and_what_was_before_stays(
    legs: str, moment: tuple[int, int], rate: str, then: str
) -> None:
    assert write_legs(rate_from(read_legs(legs), "0.1", moment, rate)) == then


@pytest.mark.parametrize(("one", "other"), [(".1", "0.1000"), ("1e-1", "0.1"), ("010", "1e1"), ("100", "1E+2")])
def test_the_same_number_in_other_digits_is_no_change(one: str, other: str) -> None:
    assert rate_from((), one, (5, 0), other) == rate_from((), other, (5, 0), one) == ()
