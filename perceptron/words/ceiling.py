"""Says how many test rows any weights and bias get right."""

from perceptron.findings.ceiling import Ceiling
from perceptron.settings import Settings
from perceptron.words.activation import neuron_in_words


def ceiling_in_words(found: Ceiling | None, settings: Settings) -> str:
    """As in “21 of 25, the most a sigmoid neuron can get”."""
    neuron, total = neuron_in_words(settings), len(settings.data.test)
    if found is None:
        rows = "the only test row" if total == 1 else f"the {total:,} test rows"
        return f"It is not known how many of {rows} {neuron} can get right"
    score = f"{found.most:,} of {total:,}"
    if found.most == total:
        return f"{score}: {neuron} can get all right" if total > 1 else f"{score}: {neuron} can get it right"
    return f"{score}, the most {neuron} can get" if found.most else f"{score}: {neuron} can get none right"
