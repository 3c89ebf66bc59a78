"""When a run reached which score, and from where on it kept its last one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import perceptron.findings.milestones
import perceptron.history
from perceptron.datasets import DataSet, Row
from perceptron.experiment import Run
from perceptron.findings.milestones import Milestone, OutOfTimeError, ScoreBook, milestones
from perceptron.judging import Scorer
from perceptron.scoring import score
from perceptron.settings import Settings
from perceptron.words.milestones import milestone_in_words
from tests.examples import examples
from tests.unit.samples import AND, CELSIUS, PETALS, TEN, THREE, XOR

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”


def trained(epochs: int, **options: object) -> Run:
    run = Run(Settings(**options))  # type: ignore[arg-type]
    run.advance(epochs)
    return run


def found_in(run: Run) -> list[Milestone]:
    return milestones(ScoreBook(run))


def told_of(run: Run) -> list[str]:
    return [milestone_in_words(milestone) for milestone in found_in(run)]


def counted(run: Run) -> list[int]:
    """The scores of all epochs of a run, by training it again one by one."""
    again = Run(run.settings)
    rights = [score(again.verdicts()).right]
    while again.epoch < run.epoch:
        again.advance(1)
        rights.append(score(again.verdicts()).right)
    return rights


@pytest.fixture
def short_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """A history that keeps 20 epochs of two inputs, so that short runs are thinned out as long ones are."""
    monkeypatch.setattr(perceptron.history, "MOST_NUMBERS", 80)


def test_the_articles_run_has_all_its_right_answers_after_little_more_than_a_tenth_of_it() -> None:
    run = trained(10_000)
    assert ScoreBook(run).scores([0, 500, 1_000, 1_142, 1_143, 1_150, 10_000]) == [2, 10, 18, 20, 21, 21, 21]
    assert told_of(run) == [
        "2 of 25 at the start",
        "2 of 25 at epoch 10",
        "3 of 25 at epoch 100",
        "18 of 25 at epoch 1,000",
        "21 of 25 since epoch 1,143",
        "21 of 25 at epoch 10,000",
    ]


def test_a_milestone_has_its_numbers_too() -> None:
    assert found_in(trained(1_200))[-1] == (1_143, 21, 25, "kept")


def test_before_training_there_is_the_start_only() -> None:
    assert told_of(Run(Settings())) == ["2 of 25 at the start"]


def test_a_score_that_never_changes_holds_from_the_start() -> None:
    assert told_of(trained(20, start=(10.0, 10.0, 10.0))) == [
        "4 of 25 since the start",
        "4 of 25 at epoch 10",
    ]


@pytest.mark.parametrize(
    ("seed", "sentence"),
    [
        (1, "4 of 25 at the start, the best so far, then lost again"),
        (18, "2 of 25 at epoch 10, for the first time, then lost again"),
    ],
)
def test_a_best_score_that_was_lost_again_is_told(seed: int, sentence: str) -> None:
    assert sentence in told_of(trained(100, seed=seed))


def test_a_score_that_was_only_just_reached_is_not_said_to_hold() -> None:
    assert told_of(trained(1_143))[-1] == "21 of 25 at epoch 1,143"


@given(st.integers(0, 999), st.integers(0, 130), st.sampled_from([0.1, 1.0, 10.0, 100.0]))
@examples(40)
def test_milestones_are_true_of_every_epoch(seed: int, epochs: int, rate: float) -> None:
    run = trained(epochs, seed=seed, learning_rate=rate)
    rights = counted(run)
    found = found_in(run)
    assert all(a.epoch < b.epoch for a, b in pairwise(found))
    assert all(milestone.right == rights[milestone.epoch] for milestone in found)
    assert all(milestone_in_words(milestone).startswith(f"{milestone.right} of 25 ") for milestone in found)
    held_from = max((epoch + 1 for epoch, right in enumerate(rights) if right != rights[-1]), default=0)
    first_best = rights.index(max(rights))
    expected = {0, held_from, *(power for power in (10, 100) if power <= epochs)}
    if first_best < held_from:
        expected.add(first_best)
    assert {milestone.epoch for milestone in found} == expected
    assert [m.epoch for m in found if m.kind in ("best", "first")] == ([first_best] if first_best < held_from else [])
    holding = [m.epoch for m in found if m.kind == "kept"]
    assert holding == ([held_from] if held_from < epochs else [])


@pytest.mark.usefixtures("short_memory")
@pytest.mark.parametrize("epochs", [300, 1_139, 1_143, 1_200])
def test_milestones_between_kept_epochs_are_found_exactly(epochs: int) -> None:
    run = trained(epochs)
    assert run.history.stride > 8
    rights = counted(run)
    found = {milestone.epoch: milestone for milestone in found_in(run)}
    assert all(milestone.right == rights[epoch] for epoch, milestone in found.items())
    held_from = max(epoch + 1 for epoch, right in enumerate(rights) if right != rights[-1])
    assert found[held_from].right == rights[-1]


def test_of_very_many_answers_only_some_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    run, exact = trained(3_000), found_in(trained(3_000))
    rights = counted(run)
    monkeypatch.setattr(perceptron.findings.milestones, "MOST_ANSWERS", 2_500)
    monkeypatch.setattr(perceptron.findings.milestones, "MANY_EPOCHS", 40)
    asked: list[float] = []
    count = run.scorer().right

    def watched(weights: list[float], bias: float) -> int:
        asked.append(bias)
        return count(weights, bias)

    monkeypatch.setattr(run.scorer(), "right", watched)
    found = found_in(run)
    assert len(asked) < 250
    assert all(milestone.right == rights[milestone.epoch] for milestone in found)
    assert [m.epoch for m in found if m.kind == "reached"] == [m.epoch for m in exact if m.kind == "reached"]


@given(st.lists(st.integers(0, 60), max_size=20))
def test_the_score_of_any_epoch_is_that_of_its_verdicts(epochs: list[int]) -> None:
    run = trained(60, learning_rate=10.0)
    rights = counted(run)
    assert ScoreBook(run).scores(epochs) == [rights[epoch] for epoch in epochs]


def test_a_score_book_counts_each_epoch_once(monkeypatch: pytest.MonkeyPatch) -> None:
    run = trained(50)
    book = ScoreBook(run)
    counted_epochs: list[int] = []
    count = run.right_at

    def watched(epoch: int, scorer: Scorer) -> int:
        counted_epochs.append(epoch)
        return count(epoch, scorer)

    rights = ScoreBook(trained(80)).scores([0, 16, 32, 48, 64, 80])
    monkeypatch.setattr(run, "right_at", watched)
    assert book.scores([0, 16, 32]) == rights[:3]
    run.advance(30)
    assert book.scores([0, 16, 32, 48, 64, 80]) == rights
    assert counted_epochs == [0, 16, 32, 48, 64, 80]


@pytest.mark.usefixtures("short_memory")
def test_a_score_book_stays_true_and_small_when_the_run_grows_and_goes_back() -> None:
    run = Run(Settings())
    book = ScoreBook(run)
    for _ in range(8):
        run.advance(50)
        assert milestones(book) == found_in(run)
    assert len(book._known) <= 3 * len(run.history)
    run.rewind(60)
    assert milestones(book) == found_in(trained(60))
    run.reset()
    run.advance(100)
    assert milestones(book) == found_in(trained(100))


def test_milestones_count_the_rows_of_any_data() -> None:
    rows = (Row((0.1, 0.2, 0.3), 0.6), Row((0.2, 0.2, 0.2), 0.6))
    found = found_in(trained(200, data=DataSet("three", rows, rows, 1)))
    assert found[-1].right == found[-1].total == 2


def test_a_half_done_epoch_is_not_counted() -> None:
    run = trained(10)
    run.step()
    assert found_in(run) == found_in(trained(10))


@pytest.mark.parametrize("epoch", [-1, 11])
def test_an_epoch_outside_the_run_has_no_score(epoch: int) -> None:
    with pytest.raises(ValueError, match="The epoch to look at"):
        ScoreBook(trained(10)).scores([epoch])


@pytest.mark.parametrize(
    ("data", "options"),
    [
        (AND, {"activation": "step"}),
        (XOR, {"order": "shuffled"}),
        (PETALS, {"loss": "cross-entropy", "learning_rate": 0.5}),
        (CELSIUS, {"activation": "linear", "scaling": "0-1"}),
        (THREE, {"bias": "off", "tolerance": 0.1}),
        (TEN, {"activation": "tanh", "scaling": "0-1"}),
    ],
)
def test_milestones_are_true_of_any_data_and_settings(data: DataSet, options: dict[str, object]) -> None:
    run = trained(60, data=data, **options)
    rights, found = counted(run), found_in(run)
    assert all(milestone.right == rights[milestone.epoch] for milestone in found)
    assert all(milestone.total == len(data.test) for milestone in found)
    held = next(epoch for epoch in range(61) if len(set(rights[epoch:])) == 1)
    assert held in [milestone.epoch for milestone in found]


@pytest.mark.usefixtures("short_memory")
@pytest.mark.parametrize("epochs", [30, 400, 1_500])
def test_counted_a_little_at_a_time_they_are_the_same(epochs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though no time at all is given, each look ends further on, and no epoch is counted twice."""
    monkeypatch.setattr(perceptron.findings.milestones, "ANSWERS_AT_ONCE", 100)
    run = trained(epochs)
    book, looks, found = ScoreBook(run), 0, None
    while found is None:
        try:
            with book.limited(0.0):
                found = milestones(book)
        except OutOfTimeError:
            looks += 1
            assert looks <= 3 * epochs
    assert found == found_in(run)
    assert looks > 3
    assert milestones(book) == found  # without a limit again
