"""Why the selected test row is right or wrong, and what the wrong rows have in common."""

from perceptron.datasets import ARTICLE, ARTICLE_MOST_RIGHT, DataSet
from perceptron.experiment import Run
from perceptron.findings.common_cause import common_cause
from perceptron.findings.explanation import explain
from perceptron.neuron import Perceptron
from perceptron.words.common_cause import cause_in_words
from perceptron.words.explanation import explanation_in_words
from web.worker.reports.look import Look, Shown


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The selected row, explained in sentences."""
    data = run.settings.data
    explanation = explain(seen.neuron, data.test[look.test_row], data.decimals)
    inputs = " + ".join(map(str, explanation.inputs))
    return {
        "title": f"Row {look.test_row + 1}: {inputs} = {explanation.expected}",
        "verdict": "✓ right" if explanation.right else "✗ wrong",
        "right": explanation.right,
        "sentences": list(explanation_in_words(explanation)),
    }


def summary(neuron: Perceptron, data: DataSet) -> str:
    """What all wrong rows have in common, if anything."""
    most_right = ARTICLE_MOST_RIGHT if data is ARTICLE else None
    return cause_in_words(common_cause([explain(neuron, row, data.decimals) for row in data.test], most_right))
