"""Another activation with which a neuron can get more test rows right than with its own."""

from typing import NamedTuple

from perceptron.findings.ceiling import Ceiling, ceiling
from perceptron.findings.remedies import Remedy, remedies_that_help
from perceptron.settings import Settings

TRIED: tuple[Remedy, ...] = (("activation", "linear"),)


class WayUp(NamedTuple):
    """A change of one setting, and the most test rows that the neuron can then get right."""

    remedy: Remedy
    most: int


def way_up(settings: Settings, found: Ceiling) -> WayUp | None:
    """The change that raises this ceiling of the neuron; None if none is known."""
    known: dict[str, int] = {}

    def helps(changed: Settings) -> bool:
        higher = ceiling(changed)
        known[changed.activation] = higher.most if higher else 0
        return known[changed.activation] > found.most

    if found.most == found.total:
        return None
    return next((WayUp(remedy, known[remedy[1]]) for remedy in remedies_that_help(settings, TRIED, helps)), None)
