"""The curves of runs as lines to draw and to read: which points, in which colour, how dashed, and which is bold."""

from web.page.runs import KeptRun, chosen_of, colour_number, dash_of, drawn_runs
from web.page.state import State

# A line to draw; `label` is what stands at it.
ERROR, SCORE = "error", "score"


class Line:
    """The line of one run: its epochs and values, and how it is drawn."""

    def __init__(self, run: KeptRun, values: list, label: str, is_chosen: bool) -> None:
        self.letter = run.letter
        self.epochs = run.told["curve"]["epochs"]
        self.values = values
        self.label = label
        self.colour = colour_number(run.letter)
        self.dash = dash_of(run.letter)
        self.is_chosen = is_chosen


def curves(state: State) -> list:
    """A line for each run that is drawn: its error or its score."""
    chosen = chosen_of(state)
    part = "errors" if state.runs.measured == ERROR else "scores"
    return [Line(run, run.told["curve"][part], run.letter, run is chosen) for run in drawn_runs(state)]


def parameters(state: State) -> list:
    """A line for each weight and bias of each run that is drawn."""
    chosen, lines = chosen_of(state), []
    for run in drawn_runs(state):
        columns = run.told["curve"]["parameters"]
        names = parameter_names(len(columns), run.settings["bias"] == "on")
        lines += [Line(run, values, run.letter + name, run is chosen) for name, values in zip(names, columns)]
    return lines


def parameter_names(count: int, has_bias: bool) -> list:
    """What stands at the lines of weights and bias."""
    weights = [f"w{number + 1}" for number in range(count - (1 if has_bias else 0))]
    return weights + (["b"] if has_bias else [])


def last_epoch(state: State) -> int:
    """Where the longest of the runs that are drawn ends."""
    epochs: list = [run.told["curve"]["epochs"][-1] for run in drawn_runs(state)]
    return int(max(epochs + [0]))


def epoch_read(state: State) -> int:
    """The epoch at which the pictures are read."""
    last = last_epoch(state)
    return last if state.runs.pointed_epoch < 0 else min(state.runs.pointed_epoch, last)


def nearest(epochs: list, epoch: float) -> int:
    """Which of these epochs, in order, is the last that is not after this one; by halving, for there are many."""
    first, last = 0, len(epochs) - 1
    while first < last:
        middle = (first + last + 1) // 2
        if epochs[middle] <= epoch:
            first = middle
        else:
            last = middle - 1
    return first
