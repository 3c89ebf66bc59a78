"""The worksheet: whoever calculates with the numbers on the paper gets the answers of the key."""

import math
from fractions import Fraction
from typing import Any

import pytest

from perceptron.criteria import Rounding
from perceptron.findings.worksheet import MOST, Worksheet, worksheet
from perceptron.findings.worksheet.change import Change
from perceptron.findings.worksheet.correction import Correction
from perceptron.findings.worksheet.directions import Directions
from perceptron.findings.worksheet.forward import Forward
from perceptron.findings.worksheet.needed import Needed
from perceptron.findings.worksheet.paper import last_place
from perceptron.findings.worksheet.subject import LIVELY
from perceptron.findings.worksheet.verdicts import Verdicts
from perceptron.presets import PRESETS
from perceptron.words.worksheet import exercise_in_words, scaled_in_words, subject_in_words
from tests.unit.reporting import run_of
from tests.unit.samples import EVERY_KIND

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

SEEDS = range(60)
RUN = run_of(300)
RUNS = [
    RUN,
    run_of(0),
    run_of(40, activation="tanh"),
    run_of(40, activation="linear"),
    run_of(40, loss="cross-entropy"),
    run_of(40, data=PRESETS["iris"], scaling="0-1"),
    run_of(40, data=PRESETS["three"], activation="relu", bias="off"),
    run_of(40, tolerance=0.07),
    *[run_of(20, data=data) for data in EVERY_KIND],
    run_of(20, data=PRESETS["and"], activation="step"),
]


def of(run: Any, seed: int) -> Worksheet:
    return worksheet(run, run.neuron, run.epoch, run.row, seed)


def fraction(number: Any) -> Fraction:
    """A number as it is read from the paper."""
    return Fraction(format(number, "f"))


def is_near(found: Fraction, answer: Any) -> bool:
    return abs(found - fraction(answer)) <= fraction(last_place(answer))


def slope(name: str, output: Fraction) -> Fraction:
    return {"sigmoid": output - output**2, "tanh": 1 - output**2, "relu": Fraction(output > 0)}[name]


def check(exercise: Any) -> None:
    """Calculate an exercise with fractions, from the written numbers alone."""
    name = exercise.subject.neuron.activation.name
    match exercise:
        case Forward():
            pairs = zip(exercise.inputs, exercise.weights, strict=True)
            total = sum((fraction(x) * fraction(weight) for x, weight in pairs), fraction(exercise.bias or 0))
            assert is_near(total, exercise.weighted_sum)
            if exercise.looked_up is not None:
                read = dict(exercise.table)[exercise.looked_up]
                assert abs(fraction(exercise.looked_up) - total) <= Fraction(6, 100)
                assert read == exercise.output
                curve = math.tanh if name == "tanh" else lambda x: 1 / (1 + math.exp(-x))
                assert all(abs(curve(float(at)) - float(output)) <= 0.0005001 for at, output in exercise.table)
        case Verdicts(subject, rows):
            for row in rows:
                assert subject.run.task.criterion.accepts(float(row.answer), row.met.row.target) is row.right
                if isinstance(subject.run.task.criterion, Rounding):
                    places = subject.run.task.criterion.decimals
                    up = math.floor(abs(fraction(row.answer)) * 10**places + Fraction(1, 2))
                    assert up == abs(Fraction(row.counts_as)) * 10**places
        case Correction():
            assert fraction(exercise.target) - fraction(exercise.prediction) == fraction(exercise.error)
            if exercise.slope is not None:
                assert is_near(slope(name, fraction(exercise.prediction)), exercise.slope)
        case Change():
            moved = fraction(exercise.rate) * fraction(exercise.error) * fraction(exercise.x)
            moved *= 1 if exercise.slope is None else fraction(exercise.slope)
            assert is_near(moved, exercise.change)
            assert is_near(fraction(exercise.weight) + moved, exercise.new_weight)
        case Directions():
            for directed in exercise.rows:
                product = (fraction(directed.target) - fraction(directed.prediction)) * fraction(directed.x)
                assert directed.way == (product > 0) - (product < 0)
        case Needed():
            first = next(
                total
                for total, output in exercise.table
                if output > exercise.least or (output == exercise.least and not exercise.more_than)
            )
            assert first == exercise.enough


@pytest.mark.parametrize("run", RUNS, ids=range(len(RUNS)))
def test_whoever_calculates_with_the_written_numbers_gets_the_answers(run: Any) -> None:
    for seed in SEEDS:
        for exercise in of(run, seed).exercises:
            check(exercise)


@pytest.mark.parametrize("run", RUNS, ids=range(len(RUNS)))
def test_each_question_and_each_blank_row_has_one_answer(run: Any) -> None:
    for seed in range(5):
        sheet = of(run, seed)
        assert 1 <= len(sheet.exercises) <= MOST
        assert subject_in_words(sheet.subject).endswith(".")
        for exercise in sheet.exercises:
            words = exercise_in_words(exercise)
            assert len(words.answers) == (len(words.asks) or len(words.table) - 1)
            assert words.note or any(words.answer_notes)
            assert len(words.answer_notes) in (0, len(words.answers))
            assert len({len(row) for row in words.table}) <= 1


def test_a_note_for_teachers_stands_under_the_answer_that_it_is_about() -> None:
    (asked,) = [
        words for words in map(exercise_in_words, of(RUN, 1).exercises) if words.title.startswith("Training rows")
    ]
    often, also_right = asked.answer_notes
    assert (asked.answers[0], often.split(":")[0]) == ("5 ÷ 17 = 29 %", "Students often divide by all 25 test rows")
    assert also_right == "“A test should ask something new” is right too."


def test_the_article_has_as_many_exercises_as_fit_and_the_sum_that_a_target_of_one_needs() -> None:
    sheets = [of(RUN, seed) for seed in range(10)]
    assert {len(sheet.exercises) for sheet in sheets} == {MOST}
    needed = [exercise for sheet in sheets for exercise in sheet.exercises if isinstance(exercise, Needed)]
    assert {(str(one.least), str(one.needed_sum), str(one.enough)) for one in needed} == {("0.95", "2.94", "3.0")}


def test_the_same_seed_gives_the_same_sheet_and_others_differ() -> None:
    def written(seed: int) -> list[Any]:
        return [exercise_in_words(exercise) for exercise in of(RUN, seed).exercises]

    assert written(5) == written(5)
    assert len({str(written(seed)) for seed in SEEDS}) == len(SEEDS)


SATURATED = [
    run_of(2_000, data=PRESETS["and"], learning_rate=5.0),
    run_of(1_000, learning_rate=100.0),
    run_of(1_000, data=PRESETS["or"], activation="tanh", learning_rate=1.0),
]


@pytest.mark.parametrize("run", SATURATED, ids=range(len(SATURATED)))
def test_the_numbers_of_a_saturated_run_are_drawn_from_an_earlier_moment(run: Any) -> None:
    earlier = 0
    for seed in range(20):
        for exercise in of(run, seed).exercises:
            check(exercise)
            words = exercise_in_words(exercise)
            if isinstance(exercise, (Correction, Change)):
                assert abs(exercise.error) >= LIVELY
                assert exercise.slope is None or exercise.slope >= LIVELY
            if exercise.subject.is_earlier:
                earlier += 1
                epoch = exercise.subject.epoch
                moment = f"after {epoch:,} epoch{'s' if epoch > 1 else ''}" if epoch else "before training"
                assert words.given.endswith(f"(These are its numbers {moment}.)")
                assert exercise.subject.neuron.weights == run.at(epoch).neuron.weights
            else:
                assert "These are its numbers" not in words.given
    assert earlier


def test_a_run_whose_numbers_live_is_asked_about_as_it_is() -> None:
    assert not any(exercise.subject.is_earlier for seed in SEEDS for exercise in of(RUN, seed).exercises)


def test_that_numbers_are_scaled_is_said_once() -> None:
    sheet = of(run_of(40, data=PRESETS["iris"], scaling="0-1"), 1)
    words = [exercise_in_words(exercise).given for exercise in sheet.exercises]
    assert "scaled" not in "".join(words)
    assert scaled_in_words(sheet).startswith("Inputs, targets and predictions are scaled to 0 to 1")
    assert scaled_in_words(of(RUN, 1)) == ""


def test_a_question_that_asks_why_is_answered_in_sentences() -> None:
    asked = [exercise_in_words(exercise) for seed in range(20) for exercise in of(RUN, seed).exercises]
    for words in asked:
        for number, ask in enumerate(words.asks):
            assert (number in words.to_explain) is ask.startswith(("Why ", "What does "))
    assert any(words.to_explain for words in asked)
