"""Why a run is not trained anew in every frame."""

from perceptron.fields import counted, grouped
from perceptron.findings.in_a_frame import MOST_EPOCHS, MOST_ROWS, MOST_UPDATES, Hindrance
from perceptron.words.engine import engine_in_words


def hindrance_in_words(hindrance: Hindrance) -> str:
    """What keeps it from that, and how it can be had."""
    rows, epochs = counted(hindrance.rows, "row"), counted(hindrance.epochs, "epoch")
    if hindrance.kind == "large":
        return (
            f"Live is off: {epochs} with {rows} take too long to train anew in every frame. "
            f"Live needs at most {grouped(MOST_ROWS)} rows, {grouped(MOST_EPOCHS)} epochs "
            f"and {grouped(MOST_UPDATES)} updates."
        )
    if hindrance.kind == "slow":
        return f"Live is off: on this computer {epochs} with {rows} take too long to train anew in every frame."
    if not hindrance.is_wanted:
        return (
            "Live is off: plain Python is too slow to train anew in every frame. "
            "Switch on “Compiled” in the tab “One update”."
        )
    why = engine_in_words(hindrance.ran, hindrance.has_changed_program)
    return f"Live is off: it needs a compiled program. {why}".rstrip()
