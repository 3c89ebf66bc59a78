"""What to know about a data set before training."""

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.activations import ACTIVATIONS
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Run
from perceptron.findings.ceiling import ceiling
from perceptron.findings.column_checks import ConstantInput, DifferentSizes, Outside, OutsideOfTraining
from perceptron.findings.data_checks import Fact, known_of
from perceptron.findings.overshoot import overshoot
from perceptron.findings.row_checks import AllInBoth, Contradiction, InBoth, LineNotKnown, NoLine, Repeated, TooFew
from perceptron.findings.target_checks import NearAnEnd, OneTarget, OutOfReach
from perceptron.findings.way_up import way_up
from perceptron.presets import PRESETS
from perceptron.settings import Settings
from perceptron.words.ceiling import way_up_in_words
from perceptron.words.data_checks import fact_in_words, remedy_in_words
from tests.examples import examples

Rows = Sequence[tuple[tuple[float, ...], float]]
SQUARE = tuple(product((0.0, 1.0), repeat=2))
LINEAR, SCALING, TANH = ("activation", "linear"), ("scaling", "0-1"), ("activation", "tanh")
CELSIUS = [((10.0 * degrees,), 32.0 + 18.0 * degrees) for degrees in range(-4, 11)]
SUMS_TO_2 = [((a / 5.0, b / 5.0), round((a + b) / 5.0, 1)) for a in range(6) for b in range(6)]


def data_of(training: Rows, test: Rows | None = None, decimals: int = 1, names: tuple[str, ...] = ()) -> DataSet:
    """Training rows that are test rows, too, if there are no others."""
    rows = tuple(Row(inputs, float(target)) for inputs, target in training)
    others = rows if test is None else tuple(Row(inputs, float(target)) for inputs, target in test)
    return DataSet("made", rows, others, decimals, input_names=names)


def truths(*targets: float, inputs: int = 2) -> DataSet:
    return data_of(list(zip(product((0.0, 1.0), repeat=inputs), targets, strict=True)), decimals=0)


def known(data: DataSet, **options: object) -> tuple[Fact, ...]:
    return known_of(Settings(data, **options))  # type: ignore[arg-type]


def known_but_for_the_test(data: DataSet, **options: object) -> tuple[Fact, ...]:
    return tuple(fact for fact in known(data, **options) if not isinstance(fact, AllInBoth))


def told(facts: Sequence[Fact]) -> list[str]:
    return [fact_in_words(fact) for fact in facts]


def test_what_to_know_about_the_articles_data() -> None:
    facts = known_of(Settings())
    assert facts == (InBoth(8, 25), Repeated(6, 28))
    assert told(facts) == [
        "8 of 25 test rows are also training rows, so the neuron has seen their targets.",
        "6 of 28 training rows repeat an earlier one and count again in every epoch.",
    ]


def test_what_to_know_about_the_petals_of_iris() -> None:
    assert told(known(PRESETS["iris"])) == [
        "2 of 60 rows have equal inputs but different targets, for example 4.8, 1.8 with versicolor and virginica. "
        "No neuron gets all of them right.",
        "No line separates the two classes, so no neuron gets all training rows right.",
        "3 of 20 test rows are also training rows, so the neuron has seen their targets.",
        "6 of 40 training rows repeat an earlier one and count again in every epoch.",
    ]


def test_targets_above_all_that_a_sigmoid_gives() -> None:
    found = known_but_for_the_test(data_of(SUMS_TO_2))
    assert found == (OutOfReach(15, 0, 0, 36, "sigmoid", 0.0, 1.0, (LINEAR, SCALING)),)
    assert told(found) == ["15 of 36 targets are above 1, and a sigmoid stays below 1."]
    assert [remedy_in_words(remedy) for remedy in (LINEAR, SCALING, ("bias", "on"))] == [
        "Activation: linear",
        "Scaling: 0 to 1",
        "Bias: on",
    ]


def test_targets_below_and_on_both_sides() -> None:
    differences = data_of([((a / 5.0, b / 5.0), round((a - b) / 5.0, 1)) for a in range(6) for b in range(6)])
    assert known(differences)[0] == OutOfReach(0, 15, 0, 36, "sigmoid", 0.0, 1.0, (LINEAR, SCALING, TANH))
    assert told(known(differences))[0] == "15 of 36 targets are below 0, and a sigmoid stays above 0."
    assert told(known(differences, activation="relu"))[0] == (
        "15 of 36 targets are below 0, and a ReLU stays at 0 or above."
    )
    assert told(known(data_of(CELSIUS)))[0] == (
        "12 of 15 targets are above 1 and 3 below 0, and a sigmoid stays between 0 and 1."
    )


def test_a_step_gives_only_two_numbers() -> None:
    found = known(ARTICLE, activation="step")[0]
    assert found == OutOfReach(0, 0, 44, 53, "step", 0.0, 1.0, (LINEAR, TANH))
    assert told([found]) == ["44 of 53 targets are neither 0 nor 1, and a step gives only these."]
    assert told(known(data_of([((1.0,), 1.0), ((2.0,), 3.0), ((3.0,), 4.0)]), activation="step"))[0] == (
        "2 of 3 targets are above 1, and a step stays at most 1."
    )


def test_scaling_helps_only_where_the_test_rows_keep_to_the_trained_range() -> None:
    wider = data_of(CELSIUS, [((200.0,), 392.0)])
    assert known(data_of(CELSIUS))[0].remedies == (LINEAR, SCALING)  # type: ignore[union-attr]
    assert known(wider)[0].remedies == (LINEAR,)  # type: ignore[union-attr]
    found = known(wider, scaling="0-1")[0]
    assert found == OutOfReach(1, 0, 0, 16, "sigmoid", -40.0, 212.0, (LINEAR,), True)
    assert told([found]) == ["1 of 16 targets is above 212, and with this scaling a sigmoid stays below 212."]


def test_a_remedy_that_another_setting_forbids_is_not_offered() -> None:
    beyond = data_of([((0.0,), 0.0), ((1.0,), 0.5), ((2.0,), 1.0)], [((3.0,), 1.5)])
    assert known(beyond, loss="cross-entropy")[0].remedies == ()  # type: ignore[union-attr]


def test_targets_that_a_tolerance_lets_a_sigmoid_reach_are_not_out_of_reach() -> None:
    data = data_of([((0.0,), 0.1), ((1.0,), 0.5), ((2.0,), 1.1)])
    assert isinstance(known(data)[0], OutOfReach)
    assert not known_but_for_the_test(data, tolerance=0.2)


def test_targets_at_an_end_matter_only_if_the_right_answers_are_where_it_is_flat() -> None:
    rows = [((0.0,), 0.0), ((1.0,), 0.25), ((2.0,), 0.75), ((3.0,), 1.0)]
    assert not known_but_for_the_test(data_of(rows, decimals=2))
    finer = [*rows, ((1.5,), 0.375)]
    found = known_but_for_the_test(data_of(finer, decimals=3))
    assert found == (NearAnEnd(2, 5, "sigmoid", (0.0, 1.0), (LINEAR,)),)
    assert told(found) == ["2 of 5 targets are 0 or 1, which a sigmoid only comes near. It hardly learns there."]
    assert not known_but_for_the_test(data_of(finer, decimals=3), loss="cross-entropy")
    assert not known_but_for_the_test(data_of(finer, decimals=3), activation="linear")
    scaled = known_but_for_the_test(data_of(CELSIUS), scaling="0-1")
    assert scaled == (NearAnEnd(2, 15, "sigmoid", (-40.0, 212.0), (LINEAR,)),)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "linear", "relu", "step"])
def test_two_classes_of_0_and_1_are_in_reach_of_every_neuron(activation: str) -> None:
    assert not known_but_for_the_test(truths(0, 0, 0, 1), activation=activation)


def test_no_line_separates_xor() -> None:
    found = known_but_for_the_test(truths(0, 1, 1, 0))
    assert found == (NoLine(2, True, ()),)
    assert told(found) == ["No line separates the two classes, so no neuron gets all training rows right."]
    parity = truths(0, 1, 1, 0, 1, 0, 0, 1, inputs=3)
    assert told(known(parity))[0] == "No plane separates the two classes, so no neuron gets all training rows right."
    assert not known_but_for_the_test(truths(0, 1, 1, 1, 1, 1, 1, 1, inputs=3))


def test_without_a_bias_a_line_must_go_through_0() -> None:
    found = known_but_for_the_test(truths(0, 0, 0, 1), bias="off")
    assert found == (NoLine(2, False, (("bias", "on"),)),)
    assert told(found) == [
        "No line through the point where all inputs are 0 separates the two classes, "
        "so no neuron without a bias gets all training rows right."
    ]
    assert known_but_for_the_test(truths(0, 1, 1, 0), bias="off") == (NoLine(2, False, ()),)


def test_two_targets_that_one_answer_suits_need_no_line() -> None:
    data = data_of([(inputs, target) for inputs, target in zip(SQUARE, (0.5, 0.6, 0.6, 0.5), strict=True)])
    assert isinstance(known(data)[0], NoLine)
    assert not known_but_for_the_test(data, tolerance=0.1)


def test_whether_a_line_separates_very_many_rows_is_not_known() -> None:
    rows = [((float(x), *(9 * [float(x % 7)])), float(x % 2)) for x in range(1_100)]
    assert known_but_for_the_test(data_of(rows), scaling="0-1") == (LineNotKnown(1_100, 10),)
    assert told([LineNotKnown(1_100, 10)]) == [
        "Whether one flat boundary separates the two classes is not known: "
        "1,100 rows with 10 inputs are too many to find out."
    ]


def test_equal_inputs_with_different_targets_contradict_each_other() -> None:
    data = data_of([((0.1, 0.2), 0.3), ((0.1, 0.2), 0.4), ((0.2, 0.2), 0.4), ((0.3, 0.1), 0.2)], [((0.1, 0.2), 0.3)])
    found = known(data)[0]
    assert found == Contradiction(3, 5, (0.1, 0.2), (0.3, 0.4))
    assert told([found]) == [
        "3 of 5 rows have equal inputs but different targets, for example 0.1, 0.2 with 0.3 and 0.4. "
        "No neuron gets all of them right."
    ]
    assert not any(isinstance(fact, Contradiction) for fact in known(data, tolerance=0.1))


def test_a_contradiction_is_not_also_told_as_classes_without_a_line() -> None:
    data = data_of([((0.0,), 0.0), ((0.0,), 1.0), ((1.0,), 1.0), ((2.0,), 1.0)], decimals=0)
    assert [type(fact) for fact in known(data)] == [Contradiction, AllInBoth]


def test_test_rows_may_be_some_of_the_training_rows_or_just_these() -> None:
    rows = [((x / 10.0,), x / 10.0) for x in range(1, 6)]
    assert known(data_of(rows)) == (AllInBoth(5),)
    assert known(data_of(rows, rows[::-1])) == (AllInBoth(5),)
    assert known(data_of(rows, rows[:1])) == (InBoth(1, 1),)
    assert known(data_of(rows, [((0.25,), 0.3)])) == ()
    assert told(known(data_of(rows))) == [
        "All rows are both training and test rows, so the score does not tell how it does on new ones."
    ]
    assert told([InBoth(1, 2)]) == ["1 of 2 test rows is also a training row, so the neuron has seen its targets."]
    assert told([Repeated(1, 2)]) == ["1 of 2 training rows repeats an earlier one and counts again in every epoch."]


def test_few_rows_fit_many_neurons() -> None:
    data = data_of([((0.1, 0.2), 0.3), ((0.2, 0.2), 0.4), ((0.1, 0.3), 0.4), ((0.1, 0.2), 0.3)])
    found = known(data)
    assert found == (TooFew(3, 2), AllInBoth(4), Repeated(1, 4))
    assert told(found)[0] == (
        "There are only 3 different training rows for 2 inputs. Many different neurons fit so few rows."
    )
    assert told([TooFew(1, 1)]) == ["There is only 1 training row for 1 input. Many different neurons fit so few rows."]
    assert not any(isinstance(fact, TooFew) for fact in known(data_of([*SUMS_TO_2[:3], SUMS_TO_2[8]])))


def test_columns_that_never_change() -> None:
    data = data_of([((0.1, 5.0), 0.3), ((0.2, 5.0), 0.3), ((0.3, 5.0), 0.3), ((0.4, 5.0), 0.3)], names=("a", "b"))
    found = known_but_for_the_test(data)
    assert found == (OneTarget(0.3, "Target"), ConstantInput("b", 5.0))
    assert told(found) == [
        "Target is 0.3 in all training rows, so the neuron learns only this one answer.",
        "b is 5 in all training rows, so the neuron cannot learn what it changes.",
    ]


@pytest.mark.parametrize(("widest", "found"), [(99.0, False), (100.0, True), (250_000.0, True)])
def test_columns_of_very_different_size(widest: float, found: bool) -> None:
    rows = [((x * widest / 4.0, 2.0 + x / 4.0), x / 5.0) for x in range(5)]
    data = data_of(rows, names=("Area", "Rooms"))
    expected = (DifferentSizes("Area", "Rooms", widest, (SCALING,)),)
    assert known_but_for_the_test(data) == (expected if found else ())
    scaled = known_but_for_the_test(data, scaling="0-1")
    assert not any(isinstance(fact, DifferentSizes) for fact in scaled)


def test_columns_of_very_different_size_in_words() -> None:
    assert told([DifferentSizes("Area", "Rooms", 4_000.0, (SCALING,))]) == [
        "Area varies 4,000 times as much as Rooms, so no learning rate suits the weights of both."
    ]


def test_test_rows_outside_of_what_was_trained() -> None:
    inside = [((a / 5.0, b / 5.0), round((a + b) / 10.0, 1)) for a in range(6) for b in range(6)]
    data = data_of(inside, [((2.0, 0.5), 0.5), ((3.0, -1.0), 0.5), ((0.5, 0.51), 0.5)], names=("a", "b"))
    found = known(data)
    assert found == (OutsideOfTraining(2, 3, (Outside("a", 2, 0.0, 1.0), Outside("b", 1, 0.0, 1.0))),)
    assert told(found) == [
        "2 of 3 test rows are outside of what was trained: a in 2 (0 to 1 in training), b in 1 (0 to 1 in training)."
    ]
    many = OutsideOfTraining(1, 3, tuple(Outside(name, 1, 0.0, 1.0) for name in "abcde"))
    assert told([many])[0].endswith("c in 1 (0 to 1 in training) and 2 more inputs.")


values = st.sampled_from([-2.0, -0.5, 0.0, 0.1, 0.25, 0.5, 1.0, 1.5, 40.0])
row_lists = st.lists(st.builds(Row, st.tuples(values, values), values), min_size=1, max_size=8)
kinds = st.sampled_from(sorted(ACTIVATIONS))
choices = st.sampled_from(["none", "0-1"])


@examples(150)
@given(row_lists, row_lists, kinds, choices, st.sampled_from(["on", "off"]))
def test_every_remedy_is_allowed_and_removes_what_it_is_for(
    training: list[Row], test: list[Row], activation: str, scaling: str, bias: str
) -> None:
    chosen = Settings(
        DataSet("drawn", tuple(training), tuple(test), 2), activation=activation, scaling=scaling, bias=bias
    )
    for fact in known_of(chosen):
        for name, value in getattr(fact, "remedies", ()):
            changed = replace(chosen, **{name: value})
            assert changed != chosen
            assert type(fact) not in map(type, known_of(changed))


@examples(150)
@given(row_lists, row_lists, kinds, choices, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_matters_for_examples_only(
    training: list[Row], test: list[Row], activation: str, scaling: str, draw: random.Random
) -> None:
    def facts(training: list[Row], test: list[Row]) -> list[Fact]:
        data = DataSet("drawn", tuple(training), tuple(test), 2)
        found = known_of(Settings(data, activation=activation, scaling=scaling))
        return [fact._replace(inputs=(), targets=()) if isinstance(fact, Contradiction) else fact for fact in found]

    before = facts(training, test)
    draw.shuffle(training)
    draw.shuffle(test)
    assert facts(training, test) == before


@examples(150)
@given(row_lists, row_lists, kinds, choices)
def test_every_fact_is_told_in_full_sentences(
    training: list[Row], test: list[Row], activation: str, scaling: str
) -> None:
    data = DataSet("drawn", tuple(training), tuple(test), 2)
    for sentence in told(known_of(Settings(data, activation=activation, scaling=scaling))):
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
        assert "None" not in sentence and "  " not in sentence


def test_steps_overshoot_where_a_linear_neuron_meets_large_numbers_and_scaling_stops_that() -> None:
    large = Settings(PRESETS["celsius"], activation="linear")
    (found,) = overshoot(large)
    assert (found.rows, found.training) == (12, 13)
    assert found.remedies == (("scaling", "0-1"),)
    assert fact_in_words(found) == (
        "12 of 13 training rows have numbers that are too large for the learning rate 0.1: each step of a linear "
        "neuron goes past its goal."
    )
    run = Run(large)
    run.advance(100)
    assert run.stopped
    for fine in (replace(large, scaling="0-1"), Settings(activation="linear"), Settings(PRESETS["celsius"])):
        assert not list(overshoot(fine))
        run = Run(fine)
        run.advance(100)
        assert not run.stopped


def test_the_way_up_does_not_lead_into_an_overflow() -> None:
    grades = tuple(Row((float(hours), float(sleep)), hours * 0.5 + sleep) for hours in range(1, 5) for sleep in (5, 7))
    settings = Settings(DataSet("grades", grades, grades, 1))
    found = ceiling(settings)
    assert found
    way = way_up(settings, found)
    assert way
    assert way.remedies == (("activation", "linear"), ("scaling", "0-1"))
    assert way_up_in_words(way, settings) == "Without the sigmoid and with the scaling 0 to 1: 8 right"
    run = Run(Settings(settings.data, activation="linear", scaling="0-1"))
    run.advance(3000)
    assert sum(verdict.right for verdict in run.verdicts()) == way.most == 8
