"""How far the training has come, how fast it is, and how long it will still take."""

from perceptron.fields import counted
from web.page.speeds import EASED
from web.page.state import State

SECONDS_WORTH_TELLING = 2


def view(state: State) -> list:
    """The writes for the progress bar, the line under it, and the live region."""
    goal = max(state.wants.goal, state.epoch, 1)
    position = f"Epoch {state.epoch:,} of {goal:,}"
    if state.row:
        position = f"Epoch {state.epoch + 1:,}, row {state.row} of {state.said.report['rows_per_epoch']}"
    return [
        ("progress", "value", str(min(1.0, state.epoch / goal))),
        ("progress", "aria-valuetext", position),
        ("progress-text", "text", position),
        ("speed", "text", _speed(state)),
        ("training-speed", "value", state.pace.speed),
        ("spoken", "text", state.visit.spoken),
    ]


def _speed(state: State) -> str:
    if not state.pace.epochs_a_second:
        return ""
    speed = f"{counted(_rounded(state.pace.epochs_a_second), 'epoch')} a second"
    left = (state.wants.goal - state.epoch) / state.pace.epochs_a_second
    # Where it gets faster and faster, what is left cannot be told from the speed.
    gets_faster = state.is_paced and state.pace.speed == EASED
    if state.run == "training" and left >= SECONDS_WORTH_TELLING and not gets_faster:
        return f"{speed}, {round(left):,} s left"
    return speed


def _rounded(speed: float) -> int:
    """Two significant digits: the rest only flickers."""
    unit = 1
    while speed / unit >= 100:
        unit *= 10
    return round(speed / unit) * unit
