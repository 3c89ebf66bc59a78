"""Why an answer of a changed program is right or wrong: what is said is true of the program, however it computes."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.changed_run import ChangedRun
from perceptron.datasets import Row
from perceptron.findings.asked_row import AskedRow, answer_judged, ask_row
from perceptron.findings.common_cause import common_cause, common_cause_of_answers
from perceptron.findings.explanation import explain
from perceptron.presets import PRESETS
from perceptron.settings import Settings
from perceptron.words.asked_row import asked_reason_in_words, asked_row_in_words
from perceptron.words.common_cause import cause_in_words
from tests.examples import examples
from tests.unit.programs import MOMENTUM, OWN, run_with

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

NEW_ANSWER = "return sigmoid(total)"
PROGRAMS = {
    "momentum": MOMENTUM,
    "an answer that falls": OWN.replace(NEW_ANSWER, "return 1.0 - sigmoid(total)"),
    "waves": OWN.replace(NEW_ANSWER, "return abs(math.sin(3.0 * total))"),
    "of the inputs alone": OWN.replace(NEW_ANSWER, "return inputs[0] * inputs[1]"),
    "another total": OWN.replace(NEW_ANSWER, "total = total * total\n        return sigmoid(total)"),
    "no total": OWN.replace("total", "z"),
    "no bias": OWN.replace("total = self.bias", "total = 0.5"),
}


def trained(program: str, data: str = "article") -> ChangedRun:
    run = run_with(program, Settings(PRESETS[data], epochs=30, learning_rate=0.5))
    run.advance(30)
    return run


def asked(run: ChangedRun) -> list[tuple[Row, AskedRow]]:
    return [(row, ask_row(run.neuron, row, run.task)) for row in run.settings.data.test]


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.parametrize("data", ["article", "xor", "celsius"])
def test_what_is_said_of_each_row_is_what_the_program_does(name: str, data: str) -> None:
    run = trained(PROGRAMS[name], data) if data != "celsius" or name != "of the inputs alone" else trained(OWN, data)
    accepts = run.task.criterion.accepts
    for (row, told), verdict in zip(asked(run), run.verdicts(), strict=True):
        assert (told.answer, told.right, told.target) == (verdict.output, verdict.right, row.target)
        if told.needed_answer is not None:
            past = math.nextafter(told.needed_answer, -math.inf if told.way == "low" else math.inf)
            assert accepts(told.needed_answer, row.target)
            assert not accepts(past, row.target)
        if told.bias_step is not None:
            moved = run.neuron.with_numbers(run.neuron.weights, run.neuron.bias + told.bias_step)
            assert accepts(run.task.answer(moved, row.inputs), row.target)
            almost = run.neuron.with_numbers(run.neuron.weights, run.neuron.bias + told.bias_step * (1 - 1e-6))
            assert not accepts(run.task.answer(almost, row.inputs), row.target)
        for room in (told.can_fall, told.can_rise):
            assert room is None or (told.right and room >= 0.0)
        assert all(asked_row_in_words(told))
        assert asked_reason_in_words(told)


@pytest.mark.parametrize(
    ("name", "has_total", "adds_up"),
    [("momentum", True, True), ("another total", True, False), ("no total", False, False), ("no bias", True, False)],
)
def test_a_weighted_sum_is_called_one_only_if_it_is_one(name: str, has_total: bool, adds_up: bool) -> None:
    for _, told in asked(trained(PROGRAMS[name])):
        assert (told.weighted_sum is not None, told.adds_up) == (has_total, adds_up)
        assert ("the weighted sum of the inputs" in " ".join(asked_row_in_words(told))) is adds_up


def test_no_bias_is_promised_where_it_changes_nothing() -> None:
    wrong = [told for _, told in asked(trained(PROGRAMS["of the inputs alone"])) if not told.right]
    assert wrong
    assert all(told.bias_step is None for told in wrong)


def test_of_the_pages_own_program_it_says_the_same_as_the_explanation_does() -> None:
    run = trained(OWN + "# mine\n")
    explained = [explain(run.neuron, row, run.task) for row in run.settings.data.test]
    for (_, told), known in zip(asked(run), explained, strict=True):
        assert (told.answer, told.right, told.expected, told.printed) == (
            known.answer, known.right, known.expected, known.printed
        )  # fmt: skip
        assert (told.needed_answer, told.way, told.weighted_sum) == (known.needed_answer, known.way, known.weighted_sum)
        if told.bias_step is not None and known.needed_sum is not None:
            assert told.weighted_sum is not None
            assert told.weighted_sum + told.bias_step == pytest.approx(known.needed_sum, abs=1e-6)
    cause, other = common_cause_of_answers([told for _, told in asked(run)]), common_cause(explained)
    assert (cause.rows, cause.wrong, cause.ways) == (other.rows, other.wrong, other.ways)


@examples(200)
@given(st.floats(), st.sampled_from(sorted(PRESETS)), st.data())
def test_any_answer_can_be_said(answer: float, name: str, data: st.DataObject) -> None:
    task = Settings(PRESETS[name]).task()
    row = data.draw(st.sampled_from(task.data.test))
    told = answer_judged(answer, row, task)
    assert all(asked_row_in_words(told))
    assert asked_reason_in_words(told)
    assert cause_in_words(common_cause_of_answers([told]))
