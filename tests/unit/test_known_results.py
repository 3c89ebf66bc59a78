"""What is known of one neuron: scores on the article's sums, and which tables of logic it can learn."""

from itertools import product

import pytest

from perceptron.datasets import DataSet, Row
from perceptron.experiment import Run
from perceptron.findings.milestones import ScoreBook
from perceptron.scoring import score
from perceptron.settings import Settings


def table(inputs: int, truths: tuple[int, ...]) -> DataSet:
    """All rows of 0 and 1, in counting order, with these targets; to learn from and to be tested on."""
    rows = zip(product((0.0, 1.0), repeat=inputs), map(float, truths), strict=True)
    training = tuple(Row(*row) for row in rows)
    return DataSet("table", training, training, decimals=1)


AND, OR, NAND, XOR = (table(2, truths) for truths in ((0, 0, 0, 1), (0, 1, 1, 1), (1, 1, 1, 0), (0, 1, 1, 0)))


def scores(run: Run, epochs: int) -> list[int]:
    run.advance(epochs)
    return ScoreBook(run).scores(range(epochs + 1))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("choices", "right"),
    [
        ({}, 21),
        ({"activation": "linear"}, 25),
        ({"activation": "relu"}, 25),
        ({"activation": "tanh"}, 11),
        ({"loss": "cross-entropy"}, 18),
        ({"bias": "off"}, 5),
        ({"order": "shuffled"}, 21),
        ({"start": "zeros"}, 21),
    ],
    ids=str,
)
def test_the_scores_on_the_articles_sums_are_the_known_ones(choices: dict[str, str], right: int) -> None:
    run = Run(Settings(**choices))  # type: ignore[arg-type]
    run.advance(10_000)
    assert score(run.verdicts()).right == right


@pytest.mark.slow
def test_a_linear_neuron_gets_all_sums_right_from_epoch_34_on_and_learns_addition_itself() -> None:
    run = Run(Settings(activation="linear"))
    rights = scores(run, 10_000)
    assert rights[33] < 25
    assert set(rights[34:]) == {25}
    assert [*run.neuron.weights, run.neuron.bias] == pytest.approx([1.0, 1.0, 0.0], abs=1e-12)


@pytest.mark.parametrize("seed", [109, 0, 7, 12345])
@pytest.mark.parametrize("data", [AND, OR, NAND], ids=["and", "or", "nand"])
def test_a_step_learns_and_or_and_nand_within_20_epochs(data: DataSet, seed: int) -> None:
    assert scores(Run(Settings(data, seed=seed, activation="step")), 20)[20] == 4


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "linear", "relu", "step"])
def test_no_neuron_ever_learns_xor(activation: str) -> None:
    assert max(scores(Run(Settings(XOR, activation=activation)), 1_000)) < 4


def test_and_is_learned_by_a_sigmoid_although_its_answers_are_not_whole() -> None:
    run = Run(Settings(AND))
    run.advance(10_000)
    assert [round(verdict.output, 2) for verdict in run.verdicts()] == [0.0, 0.06, 0.06, 0.93]
    assert score(run.verdicts()).right == 4


def separable(truths: tuple[int, ...]) -> bool:
    """Whether some plane has all ones on one side; with three inputs, small whole numbers are enough to find it."""
    corners = list(product((0, 1), repeat=3))
    planes = product(range(-2, 3), range(-2, 3), range(-2, 3), [half / 2 for half in range(-11, 12, 2)])
    return any(
        all((a * x + b * y + c * z > edge) == truth for (x, y, z), truth in zip(corners, truths, strict=True))
        for a, b, c, edge in planes
    )


@pytest.mark.slow
def test_of_the_256_tables_of_three_inputs_a_step_learns_the_104_that_a_plane_separates() -> None:
    tables = list(product((0, 1), repeat=8))
    learned = set()
    for truths in tables:
        run = Run(Settings(table(3, truths), activation="step", start="zeros", learning_rate=1.0))
        run.advance(60)
        if score(run.verdicts()).right == 8:
            learned.add(truths)
    assert len(learned) == 104
    assert learned == set(filter(separable, tables))


def test_celsius_is_turned_into_fahrenheit_in_its_own_units() -> None:
    rows = tuple(Row((float(celsius),), celsius * 1.8 + 32.0) for celsius in range(-40, 61, 10))
    run = Run(Settings(DataSet("temperatures", rows, (Row((100.0,), 212.0),), 1), activation="linear", scaling="0-1"))
    run.advance(1_000)
    (verdict,) = run.verdicts()
    assert (verdict.inputs, verdict.printed, verdict.right) == ((100.0,), "212.0", True)
