"""Names a neuron by its activation."""

from perceptron.settings import Settings

NAMES = {"relu": "ReLU"}


def activation_in_words(name: str) -> str:
    """The activation’s name as people write it."""
    return NAMES.get(name, name)


def neuron_in_words(settings: Settings) -> str:
    """As in “a sigmoid neuron” or “a linear neuron without a bias”."""
    return f"a {activation_in_words(settings.activation)} neuron{'' if settings.has_bias else ' without a bias'}"
