"""Why the selected test row is right or wrong, and what the wrong rows have in common."""

from collections.abc import Sequence

from perceptron.datasets import Row
from perceptron.experiment import Run
from perceptron.fields import PARAMETER
from perceptron.findings.asked_row import AskedRow, answer_judged, ask_row
from perceptron.findings.common_cause import common_cause, common_cause_of_answers
from perceptron.findings.explanation import Explanation, explain
from perceptron.findings.lift import Lift, lift
from perceptron.findings.near_misses import NearMisses, near_misses
from perceptron.words.common_cause import cause_in_words
from perceptron.words.explanation import explanation_in_words, reason_in_words
from perceptron.words.lift import label_in_words, lift_in_words
from perceptron.words.near_misses import allowance_in_words, near_misses_in_words
from perceptron.words.questions import row_in_words
from web.worker.reports.look import Look, Shown


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The selected row, explained in sentences."""
    row = run.settings.data.test[look.test_row]
    told, sentences = _asked(run, row, seen) if run.has_changed_program else _explained(run, row, seen)
    return {
        "title": f"Row {look.test_row + 1}: {row_in_words(run.task, row.inputs, row.target, told.expected)}",
        "verdict": "✓ right" if told.right else "✗ wrong",
        "right": told.right,
        "sentences": list(sentences),
    }


def _explained(run: Run, row: Row, seen: Shown) -> tuple[Explanation, Sequence[str]]:
    explanation = explain(seen.neuron, row, run.task)
    return explanation, explanation_in_words(explanation)


def _asked(run: Run, row: Row, seen: Shown) -> tuple[AskedRow, Sequence[str]]:
    """What can be said of a changed program, which may compute in any way."""
    from perceptron.changed_neuron import ChangedNeuron  # few ever change the program
    from perceptron.words.asked_row import asked_row_in_words

    assert isinstance(seen.neuron, ChangedNeuron)
    asked = ask_row(seen.neuron, row, run.task)
    return asked, asked_row_in_words(asked)


def reason(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The same in short, to stand beside the row."""
    row = run.settings.data.test[look.test_row]
    if run.has_changed_program:
        from perceptron.words.asked_row import asked_reason_in_words

        judged = answer_judged(seen.verdicts[look.test_row].output, row, run.task)
        return {"row": look.test_row, "sentence": asked_reason_in_words(judged)}
    return {"row": look.test_row, "sentence": reason_in_words(explain(seen.neuron, row, run.task))}


def summary(run: Run, seen: Shown) -> dict[str, object]:
    """What all wrong rows have in common, if anything, and whether other weights would get them right."""
    if run.has_changed_program:
        rows = zip(seen.verdicts, run.settings.data.test, strict=True)
        cause = common_cause_of_answers([answer_judged(verdict.output, row, run.task) for verdict, row in rows])
        near = _near(near_misses(run.task, seen.verdicts))
        return {"sentence": cause_in_words(cause), "asks_for_other_weights": False, "lift": {}, "near": near}
    explanations = [explain(seen.neuron, row, run.task) for row in run.settings.data.test]
    cause = common_cause(explanations)
    moved = lift(seen.neuron, run.task, cause, explanations)
    return {
        "sentence": cause_in_words(cause),
        "asks_for_other_weights": cause.asks_for_other_weights,
        "lift": _lift(moved, seen.neuron.weights) if moved else {},
        "near": _near(near_misses(run.task, seen.verdicts)),
    }


def _near(found: NearMisses | None) -> dict[str, object]:
    """A tolerance with which more rows are right, as text for its setting; empty where it is not the point."""
    if found is None:
        return {}
    sentence, label = near_misses_in_words(found), allowance_in_words(found)
    return {"tolerance": repr(found.tolerance), "sentence": sentence, "label": label}


def _lift(moved: Lift, weights: list[float]) -> dict[str, object]:
    """A start by hand that does it, and what it does; empty where the page has no room for such numbers."""
    numbers = [*weights, moved.bias]
    if any(PARAMETER.clamp(repr(number)) != PARAMETER.canonical(repr(number)) for number in numbers):
        return {}
    start = ",".join([PARAMETER.canonical(repr(number)) for number in numbers])
    return {"start": start, "label": label_in_words(moved), "sentence": lift_in_words(moved)}
