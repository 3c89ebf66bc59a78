"""How many test rows the neuron can get right at all, whatever its weights are, and with which activation more."""

from perceptron.experiment import Run
from perceptron.findings.ceiling import ceiling
from perceptron.findings.way_up import way_up
from perceptron.words.ceiling import limit_in_words, most_in_words, way_up_in_words
from perceptron.words.changed_rule import UNSAID


def report(run: Run) -> dict[str, object]:
    """The sentences are empty and `most` is None when it is not known, and `way_up` is empty when there is none."""
    if run.has_changed_program:
        return {"most": None, "sentence": UNSAID["ceiling"], "limit": "", "way_up": []}
    found = ceiling(run.settings)
    way = way_up(run.settings, found)
    return {
        "most": found.most if found else None,
        "sentence": most_in_words(found, run.settings),
        "limit": limit_in_words(found),
        "way_up": [list(way.remedies), way_up_in_words(way, run.settings)] if way else [],
    }
