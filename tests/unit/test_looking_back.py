"""A start set by hand, any epoch and any update of a run again, and going back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import perceptron.history
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Moment, Run
from perceptron.fields import PARAMETER
from perceptron.history import History
from perceptron.learning import Update, learn
from perceptron.settings import Settings
from tests.examples import examples


def digits(moment: Moment) -> tuple[object, ...]:
    return moment.epoch, 0, moment.neuron.weights, moment.neuron.bias, moment.error


def now(run: Run) -> tuple[object, ...]:
    return run.epoch, run.row, list(run.neuron.weights), run.neuron.bias, run.error


def trained(epochs: int, **options: object) -> Run:
    run = Run(Settings(**options))  # type: ignore[arg-type]
    run.advance(epochs)
    return run


@pytest.fixture
def short_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """A history that keeps 20 epochs of two inputs, so that short runs are thinned out as long ones are."""
    monkeypatch.setattr(perceptron.history, "MOST_NUMBERS", 80)


def test_a_start_set_by_hand_takes_the_place_of_the_seed() -> None:
    run = trained(10_000, start=(0.3, 0.6, 0.1))
    assert run.start == ((0.3, 0.6), 0.1)
    digits = [4.977809586158749, 5.18896701575378, -2.5605192488208983]
    assert [*run.neuron.weights, run.neuron.bias] == pytest.approx(digits, rel=1e-12)


def test_reset_returns_to_the_start_set_by_hand() -> None:
    run = trained(3, start=(-5, -5, 5))
    run.reset()
    assert now(run) == now(Run(Settings(start=(-5.0, -5.0, 5.0))))
    assert (run.neuron.weights, run.neuron.bias) == ([-5.0, -5.0], 5.0)


@pytest.mark.parametrize(
    ("start", "complaint"),
    [
        ((1.0, 2.0), "must have 3 numbers, the weights and then the bias; it has 2."),
        ((1.0, 1001.0, 0.0), "Weight 2 must be a number from −1,000 to 1,000; “1001.0” is not."),
        ((float("nan"), 0.0, 0.0), "Weight 1 must be a number from −1,000 to 1,000; “nan” is not."),
        ((0.0, 0.0, float("-inf")), "Bias must be a number from −1,000 to 1,000; “-inf” is not."),
    ],
)
def test_a_bad_start_is_refused_by_the_name_of_the_number(start: tuple[float, ...], complaint: str) -> None:
    with pytest.raises(ValueError) as error:
        Settings(start=start)
    assert complaint in str(error.value)


def test_a_field_under_another_name_allows_the_same() -> None:
    field = PARAMETER.named("Weight 1")
    assert (field.parse("-2,5"), field.clamp("5000")) == (-2.5, "1000")
    with pytest.raises(ValueError, match="Weight 1 must be"):
        field.parse("x")


@given(epoch=st.integers(0, 90))
def test_any_epoch_can_be_seen_again_as_it_was(epoch: int) -> None:
    run = trained(90)
    run.step()
    assert digits(run.at(epoch)) == now(trained(epoch))


@pytest.mark.usefixtures("short_memory")
def test_an_epoch_that_was_thinned_out_is_computed_again_bit_for_bit() -> None:
    run = trained(150)
    assert run.history.stride == 8
    for epoch in range(151):
        assert digits(run.at(epoch)) == now(trained(epoch))


def test_looking_changes_nothing_and_what_is_seen_is_a_copy() -> None:
    run = trained(12)
    run.step()
    before = now(run)
    for moment in (run.at(12), run.at(0)):
        moment.neuron.weights[0] = 9.0
    run.update_at(13, 5)
    run.largest_update(3)
    assert now(run) == before
    assert before[:2] == (12, 1)
    assert run.at(0).neuron.weights == list(run.start[0])


@pytest.mark.parametrize("epoch", [-1, 1_001])
def test_an_epoch_outside_the_run_is_refused_in_words(epoch: int) -> None:
    run = trained(1_000)
    for look in (run.at, run.rewind):
        with pytest.raises(ValueError, match=r"The epoch to look at must be from 0 to 1,000; .* is not"):
            look(epoch)


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 27), st.booleans())
@examples(50)
def test_training_on_after_going_back_gives_the_digits_it_gave_before(
    trained_to: int, back_to: int, steps: int, again: bool
) -> None:
    back_to = min(back_to, trained_to)
    run = trained(trained_to)
    for _ in range(steps):
        run.step()
    run.rewind(back_to)
    assert now(run) == now(trained(back_to))
    assert list(run.history.errors) == list(trained(back_to).history.errors)
    if again:
        for _ in range(28):
            run.step()
    run.advance(70 - run.epoch)
    whole = trained(70)
    assert now(run) == now(whole)
    assert run.history.bias == whole.history.bias


@pytest.mark.usefixtures("short_memory")
@pytest.mark.parametrize("back_to", [0, 1, 16, 95, 150])
def test_a_thinned_out_run_goes_back_and_on_as_well(back_to: int) -> None:
    run = trained(150)
    run.rewind(back_to)
    run.advance(200 - back_to)
    assert now(run) == now(trained(200))
    for epoch in (0, 7, 96, 199):
        assert digits(run.at(epoch)) == now(trained(epoch))


@pytest.mark.usefixtures("short_memory")
def test_a_run_that_goes_back_to_the_start_remembers_every_epoch_again() -> None:
    run = trained(150)
    run.rewind(0)
    run.advance(10)
    assert run.history.sample(20)[0] == list(range(11))


def test_going_back_lets_a_stopped_run_go_on() -> None:
    data = DataSet("huge", (Row((1.0, 1.0), 0.5), Row((1e308, 1e308), -1e308)), ARTICLE.test, 1)
    run = Run(Settings(data=data, start=(0.0, 0.0, 0.0), learning_rate=100))
    run.step()
    run.step()
    assert run.stopped
    run.rewind(0)
    assert not run.stopped
    assert run.row == 0
    assert run.step() is not None


@given(st.integers(1, 31), st.integers(1, 28))
def test_an_update_can_be_seen_again_and_so_can_the_next_ones(epoch: int, row: int) -> None:
    run, stepped = trained(30), trained(epoch - 1)
    *_, update = (stepped.step() for _ in range(row))
    assert run.update_at(epoch, row) == update


def test_what_is_seen_again_of_a_half_done_epoch_is_what_was_done() -> None:
    run = trained(4)
    made = [run.step() for _ in range(9)]
    assert [run.update_at(5, row) for row in range(1, 10)] == made


@pytest.mark.parametrize(("epoch", "row"), [(0, 1), (6, 1), (5, 0), (5, 29)])
def test_an_update_outside_the_run_is_refused_in_words(epoch: int, row: int) -> None:
    with pytest.raises(ValueError, match=r"must be from 1 to (5|28); \d+ is not"):
        trained(4).update_at(epoch, row)


@given(st.integers(1, 21))
def test_the_largest_update_moved_the_neuron_furthest(epoch: int) -> None:
    run = trained(20)
    neuron = run.at(epoch - 1).neuron

    def distance(update: Update) -> float:
        before, after = (*update.weights, update.bias), (*update.new_weights, update.new_bias)
        return float(sum((b - a) ** 2 for a, b in zip(before, after, strict=True)))

    distances = [distance(learn(neuron, row, 0.1)) for row in ARTICLE.training]
    assert run.largest_update(epoch) == distances.index(max(distances)) + 1


def test_no_update_comes_after_one_whose_numbers_overflow() -> None:
    data = DataSet("huge", (Row((0.1, 0.1), 0.2), Row((1e308, 1e308), -1e308), Row((1.0, 1.0), 1.0)), ARTICLE.test, 1)
    run = Run(Settings(data=data, start=(0.0, 0.0, 0.0), learning_rate=100))
    assert [run.update_at(1, row).can_be_made for row in (1, 2)] == [True, False]
    assert run.largest_update(1) == 2
    with pytest.raises(ValueError, match="In epoch 1 the numbers grow past"):
        run.update_at(1, 3)


@given(st.integers(1, 400), st.integers(1, 60))
def test_the_nearest_kept_epoch_is_the_last_one_that_is_not_later(kept: int, asked: int) -> None:
    history = History(1)
    history.extend(0, [(float(epoch), -float(epoch), 2.0 * epoch) for epoch in range(kept)], rows=2)
    epoch = min(asked, kept - 1)
    assert history.nearest(asked) == (epoch, [float(epoch)], -float(epoch), float(epoch))


@given(st.integers(1, 500), st.integers(0, 500), st.integers(1, 80))
def test_a_longer_runs_sample_needs_no_epoch_between_those_of_a_shorter_one(epochs: int, more: int, most: int) -> None:
    history = History(1)
    history.extend(0, [(0.0, 0.0, 0.0)] * epochs, rows=1)
    shorter, _ = history.sample(most)
    history.extend(epochs, [(0.0, 0.0, 0.0)] * more, rows=1)
    longer, _ = history.sample(most)
    assert {epoch for epoch in longer if epoch < epochs} <= set(shorter)
    for sampled, of in ((shorter, epochs), (longer, epochs + more)):
        assert min(of, most) / 2 < len(sampled) <= most
        assert len({b - a for a, b in pairwise(sampled)}) <= 1
