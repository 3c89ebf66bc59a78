"""What stands around the pictures of runs, and the same in words and numbers; web.browser.runs_charts draws them."""

from perceptron.numerals import with_minus
from web.page.comparison import epoch_read, last_epoch, nearest, parameter_names
from web.page.markup import escaped
from web.page.runs import KeptRun, chosen_of, drawn_runs
from web.page.state import State
from web.page.views.curve import error_in_words
from web.page.views.runs import called, ordered, sample

ABOUT_WEIGHTS = "Each run has a line for every weight (w1, w2, …) and for its bias (b)."


def view(state: State) -> list:
    """The writes around both pictures; none while another tab is open or there is no run."""
    if state.look.tab != "runs" or not state.runs.kept + state.runs.present:
        return []
    seen, epoch = drawn_runs(state), epoch_read(state)
    drawn = [run for run in ordered(state) if run in seen]  # as the table has them
    return [
        ("runs-measure", "choice", state.runs.measured),
        ("runs-cursor", "min", "0"),
        ("runs-cursor", "max", str(last_epoch(state))),
        ("runs-cursor", "value", str(epoch)),
        ("runs-cursor", "disabled", not drawn),
        ("runs-cursor", "aria-valuetext", f"Epoch {epoch:,}"),
        ("runs-reading", "html", "".join([_reading(state, run, epoch) for run in drawn])),
        ("runs-weights-text", "text", ABOUT_WEIGHTS),
        ("runs-twin-head", "html", _twin_head(drawn)),
        ("runs-twin-body", "html", "".join([_twin_row(drawn, at) for at in _epochs_told(state)])),
    ]


def _reading(state: State, run: KeptRun, epoch: int) -> str:
    """What a run had come to at this epoch, or where it ended before."""
    is_chosen = ' class="bold"' if run is chosen_of(state) else ""
    at, error, right = _point(run, epoch)
    score = f"{right:,} of {run.told['curve']['rows']:,} right"
    words = f"{run.letter}, {called(run, state)}: epoch {at:,}, error {error_in_words(error)}, {score}"
    return f"<li{is_chosen}>{sample(run.letter)}{escaped(words)}</li>"


def _point(run: KeptRun, epoch: int) -> tuple:
    curve = run.told["curve"]
    place = nearest(curve["epochs"], epoch)
    return curve["epochs"][place], curve["errors"][place], curve["scores"][place]


def _epochs_told(state: State) -> list:
    """The start, each power of ten, and the end."""
    last = last_epoch(state)
    epochs, power = [0], 1
    while power < last:
        epochs.append(power)
        power *= 10
    return epochs + ([last] if last else [])


def _twin_head(drawn: list) -> str:
    heads = ["Epoch"]
    for run in drawn:
        names = parameter_names(len(run.told["curve"]["parameters"]), run.settings["bias"] == "on")
        heads += [f"{run.letter} {word}" for word in ["error", "right"] + names]
    return "<tr>" + "".join([f'<th scope="col">{head}</th>' for head in heads]) + "</tr>"


def _twin_row(drawn: list, epoch: int) -> str:
    cells = ""
    for run in drawn:
        curve = run.told["curve"]
        place = nearest(curve["epochs"], epoch)
        if epoch > curve["epochs"][-1]:
            cells += "<td>–</td>" * (2 + len(curve["parameters"]))
            continue
        cells += f"<td>{error_in_words(curve['errors'][place])}</td><td>{curve['scores'][place]:,}</td>"
        cells += "".join([f"<td>{with_minus(f'{values[place]:.4g}')}</td>" for values in curve["parameters"]])
    return f'<tr><th scope="row">{epoch:,}</th>{cells}</tr>'
