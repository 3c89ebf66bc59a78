"""Why the selected test row is right or wrong, and what the wrong rows have in common."""

from perceptron.experiment import Run
from perceptron.findings.common_cause import common_cause
from perceptron.findings.explanation import explain
from perceptron.words.common_cause import cause_in_words
from perceptron.words.explanation import explanation_in_words, reason_in_words
from perceptron.words.questions import row_in_words
from web.worker.reports.look import Look, Shown


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The selected row, explained in sentences."""
    row = run.settings.data.test[look.test_row]
    explanation = explain(seen.neuron, row, run.task)
    return {
        "title": f"Row {look.test_row + 1}: {row_in_words(run.task, row.inputs, row.target, explanation.expected)}",
        "verdict": "✓ right" if explanation.right else "✗ wrong",
        "right": explanation.right,
        "sentences": list(explanation_in_words(explanation)),
    }


def reason(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The same in short, to stand beside the row."""
    row = run.settings.data.test[look.test_row]
    return {"row": look.test_row, "sentence": reason_in_words(explain(seen.neuron, row, run.task))}


def summary(run: Run, seen: Shown) -> dict[str, object]:
    """What all wrong rows have in common, if anything, and whether other weights would get them right."""
    cause = common_cause([explain(seen.neuron, row, run.task) for row in run.settings.data.test])
    return {"sentence": cause_in_words(cause), "asks_for_other_weights": cause.asks_for_other_weights}
