"""Whether all of a run can be trained anew in every frame of a screen, and what keeps it from that."""

from typing import Literal, NamedTuple

from perceptron.engine import Ran
from perceptron.settings import Settings

# So much is trained, scored and told in about a fiftieth of a second.
MOST_ROWS = 300
MOST_EPOCHS = 40_000
MOST_UPDATES = 1_000_000


class Hindrance(NamedTuple):
    """What keeps a run from it: it is too “large”, “plain” Python trains it, or this computer is too “slow” for it.

    `rows` and `epochs` are those of the run, the training rows or the test rows, of which there are more. Where plain
    Python trains, `ran` says why; `is_wanted` is False where the person has switched compiling off.
    """

    kind: Literal["large", "plain", "slow"]
    rows: int
    epochs: int
    ran: Ran = Ran()
    has_changed_program: bool = False
    is_wanted: bool = True


def too_large(settings: Settings, epochs: int) -> Hindrance | None:
    """The hindrance if a run with these settings has too many rows, epochs or updates; else None."""
    rows = max(len(settings.data.training), len(settings.data.test))
    if rows <= MOST_ROWS and epochs <= MOST_EPOCHS and len(settings.data.training) * epochs <= MOST_UPDATES:
        return None
    return Hindrance("large", rows, epochs)


def is_too_plain(ran: Ran) -> bool:
    """Whether plain Python trained for another reason than numbers that no program but Python can go on with."""
    return ran.engine == "python" and ran.cause != "numbers"
