"""Another activation with which a neuron can get more test rows right than with its own."""

from dataclasses import replace
from typing import NamedTuple

from perceptron.findings.ceiling import Ceiling, ceiling
from perceptron.findings.overshoot import TRIED as AGAINST_OVERSHOOTING
from perceptron.findings.overshoot import overshooting
from perceptron.findings.remedies import Remedy, remedies_that_help
from perceptron.settings import Settings

TRIED: tuple[Remedy, ...] = (("activation", "linear"),)


class WayUp(NamedTuple):
    """Changes of settings, and the most test rows that the neuron can then get right.

    The first change raises it; others are there so that training does not overshoot. Where it is not known how many the
    neuron gets right without them, `raises` is false, and with them it gets all right.
    """

    remedies: tuple[Remedy, ...]
    most: int
    raises: bool


def way_up(settings: Settings, found: Ceiling | None) -> WayUp | None:
    """The change that raises this ceiling of the neuron, or gets all right if it is not known; None if none does."""
    known: dict[str, int] = {}
    total = len(settings.data.test)

    def helps(changed: Settings) -> bool:
        higher = ceiling(changed)
        known[changed.activation] = higher.most if higher else 0
        return known[changed.activation] > found.most if found else known[changed.activation] == total

    if found and found.most == total:
        return None
    for name, value in remedies_that_help(settings, TRIED, helps):
        changed = replace(settings, **{name: value})  # type: ignore[arg-type]  # Remedies are for settings with words.
        also = remedies_that_help(changed, AGAINST_OVERSHOOTING, lambda tame: not overshooting(tame))
        return WayUp(((name, value), *(also if overshooting(changed) else ())), known[value], found is not None)
    return None
