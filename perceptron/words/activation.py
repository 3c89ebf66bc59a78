"""Names an activation, and a neuron by it."""

from perceptron.settings import Settings
from perceptron.settings_table import SETTINGS


def activation_in_words(name: str) -> str:
    """The activation’s name as people write it within a sentence."""
    return str(SETTINGS["activation"].choices[name])


def neuron_in_words(settings: Settings) -> str:
    """As in “a sigmoid neuron” or “a linear neuron without a bias”."""
    return f"a {activation_in_words(settings.activation)} neuron{'' if settings.has_bias else ' without a bias'}"
