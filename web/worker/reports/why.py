"""Why the selected test row is right or wrong, and what the wrong rows have in common."""

from perceptron.datasets import ARTICLE_MOST_RIGHT
from perceptron.experiment import Run
from perceptron.findings.common_cause import common_cause
from perceptron.findings.comparison import is_the_articles
from perceptron.findings.explanation import explain
from perceptron.words.common_cause import cause_in_words
from perceptron.words.explanation import explanation_in_words
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


def summary(run: Run, seen: Shown) -> str:
    """What all wrong rows have in common, if anything."""
    most_right = ARTICLE_MOST_RIGHT if is_the_articles(run.settings) else None
    rows = [explain(seen.neuron, row, run.task) for row in run.settings.data.test]
    return cause_in_words(common_cause(rows, most_right))
