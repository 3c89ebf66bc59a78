"""Which test rows two runs judge differently: those that only one of them gets right."""

from collections.abc import Sequence
from typing import NamedTuple

from perceptron.scoring import Verdict


class VerdictChange(NamedTuple):
    """A test row, from 0, that is right in one of two runs only; `gained` if it is right in the first."""

    row: int
    inputs: tuple[float, ...]
    gained: bool
    here: str
    there: str


class VerdictChanges(NamedTuple):
    """How many rows both get right, how many neither, and those in which they differ, in order."""

    both: int
    neither: int
    changed: tuple[VerdictChange, ...]


def verdict_changes(here: Sequence[Verdict], there: Sequence[Verdict]) -> VerdictChanges:
    """Compare a run with another one. Raises ValueError when they have other test rows."""
    if [(one.inputs, one.target) for one in here] != [(one.inputs, one.target) for one in there]:
        raise ValueError("Verdicts can be compared only for the same test rows.")
    pairs = list(zip(here, there, strict=True))
    return VerdictChanges(
        both=sum(one.right and other.right for one, other in pairs),
        neither=sum(not one.right and not other.right for one, other in pairs),
        changed=tuple(
            [
                VerdictChange(row, one.inputs, one.right, one.printed, other.printed)
                for row, (one, other) in enumerate(pairs)
                if one.right != other.right
            ]
        ),
    )
