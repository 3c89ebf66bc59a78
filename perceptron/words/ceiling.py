"""Says how many test rows any weights and bias get right."""

from perceptron.findings.ceiling import Ceiling
from perceptron.findings.way_up import WayUp
from perceptron.settings import Settings
from perceptron.words.activation import activation_in_words, neuron_in_words


def most_in_words(found: Ceiling | None, settings: Settings) -> str:
    """As in “The most a sigmoid neuron can get: 21”, to stand under a score; empty when it is not known."""
    if found is None:
        return ""
    neuron = neuron_in_words(settings)
    if found.most == found.total:
        return f"{neuron[0].upper()}{neuron[1:]} can get {f'all {found.total:,}' if found.total > 1 else 'it'} right"
    return f"The most {neuron} can get: {found.most:,}"


def limit_in_words(found: Ceiling | None) -> str:
    """Why weights that would get some more rows right do not help; empty when all can be right, or it is not known."""
    if found is None or found.most == found.total:
        return ""
    return f"Weights that do so break other rows: {found.most:,} right is the most that any weights get."


def way_up_in_words(way: WayUp, settings: Settings) -> str:
    """As in “Without the sigmoid: 25 right” or “A linear neuron gets all 8 right”: the activation is to be linear."""
    scaled = "with the scaling 0 to 1" if len(way.remedies) > 1 else ""
    if not way.raises:
        return f"A linear neuron {scaled and scaled + ' '}gets all {way.most:,} right"
    scaled = scaled and f" and {scaled}"
    return f"Without the {activation_in_words(settings.activation)}{scaled}: {way.most:,} right"
