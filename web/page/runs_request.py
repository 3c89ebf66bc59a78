"""What the tab “Runs” asks of Python: one run at a time, each with its settings, while nothing else is wanted."""

from perceptron.words.run_names import own_name, run_name, with_row
from web.page.pairs import asked_of, pair_of
from web.page.runs import KeptRun, baseline_of, colour_number, dash_of, drawn_runs, known_as, rows, run_called
from web.page.state import State

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from web.worker.session import Request

DEED = "runs"
# The pictures that can be had as files: which one, and of what kind.
PICTURES = ("curves-svg", "curves-png", "weights-svg", "weights-png")
SECONDS_A_RUN = 0.2  # then the page hears how far it is


def is_of_runs(request: "Request") -> bool:
    """Whether a request asks for something of runs side by side."""
    return bool(request) and request["do"][:1] == [DEED]


def runs_deed(state: State) -> tuple:
    """What is to be done with runs, see web.worker.runs; empty if there is nothing, or the tab is not open."""
    if state.look.tab != "runs" or state.runs.halted:
        return ()
    sharing = state.sharing
    if sharing.brought_runs and not sharing.preview:
        return ("runs", "open", "") + sharing.brought_runs
    all_runs, baseline = rows(state), baseline_of(state)
    # The baseline first, so that each of the others can be compared as soon as it is known.
    for run in ([baseline] if baseline else []) + list(all_runs):
        if not run.told and not run.waits:
            return ("runs", "run", run.letter) + _given(run) + (list(run.at), SECONDS_A_RUN)
        if baseline and is_to_be_compared(run, baseline):
            with_what = _given(run) + (run.told["summary"],)
            other = _given(baseline) + (baseline.told["summary"], run.told["verdicts"], baseline.told["verdicts"])
            return ("runs", "beside", run.letter) + with_what + other
    found = _sharing_deed(state) or pair_deed(state)
    if found or not baseline or not baseline.told.get("summary"):
        return found
    return _what_if_deed(state, baseline) or _map_deed(state, baseline) or _sweep_deed(state, baseline)


# What two runs must have in common for their paths to be on one landscape; see perceptron.findings.landscape.is_on.
SAME_GROUND = ("data", "activation", "loss", "bias", "scaling", "rule")


def _map_deed(state: State, baseline: KeptRun) -> tuple:
    """The landscape of the baseline with the runs that are drawn and go down it, or a race on it."""
    landscape, about = state.landscape, _given(baseline)
    if landscape.map_wanted == "race":
        starts = landscape.race_stopped or landscape.racers
        return ("runs", "race", baseline.letter) + about + (baseline.at[0], starts, landscape.map_width, SECONDS_A_RUN)
    if landscape.race_file:
        return ("runs", "race file") + landscape.map_of[2:] + (landscape.race_epoch,)
    if landscape.map_wanted != "landscape":
        return ()
    runs = []
    for run in [baseline] + [run for run in drawn_runs(state) if run is not baseline]:
        if all(run.settings[name] == baseline.settings[name] for name in SAME_GROUND):
            name = _name(run, baseline)
            curve = run.told["curve"]
            look = [colour_number(run.letter), list(dash_of(run.letter))]
            runs.append([run.letter, name] + look + [curve["epochs"], curve["parameters"]])
    return ("runs", "landscape", baseline.letter) + about + (runs, landscape.map_width, SECONDS_A_RUN)


def pair_deed(state: State) -> tuple:
    """Two runs side by side, where they are wanted and not there yet."""
    asked, pair = asked_of(state), state.pair
    if not pair.pair_open or not asked or pair.pair_of == asked:
        return ()
    return deed_of_pair(state, pair.pair_step)


def deed_of_pair(state: State, step: int) -> tuple:
    """Both runs so many steps along; there must be two."""
    left, right = pair_of(state)
    both = _given(left) + (list(left.at), right.letter) + _given(right) + (list(right.at),)
    return ("runs", "pair", left.letter) + both + (step, SECONDS_A_RUN, left.letter)


def _sweep_deed(state: State, baseline: KeptRun) -> tuple:
    """The next value of a sweep; before the first, which ones there are, and after the last, what they show."""
    sweep = state.sweep
    if sweep.sweep_of != known_as(baseline):
        return ()
    about = _given(baseline)
    if sweep.sweeping and not sweep.sweep_values:
        span = sweep.span
        return ("runs", "values", baseline.letter, sweep.swept, span["from"], span["to"], span["count"], sweep.factors)
    if sweep.sweeping:
        value = sweep.sweep_values[len(sweep.points)]
        data, texts = about
        at = list(baseline.at)
        if sweep.swept == "epochs":
            at = [int(value), 0]
        else:
            texts[sweep.swept] = value
        return ("runs", "point", baseline.letter, data, texts, at, SECONDS_A_RUN, value)
    if sweep.points and not sweep.sweep_told:
        points = [point for point, _ in sweep.points]
        return ("runs", "swept", baseline.letter) + about + (sweep.swept, points)
    return ()


def _sharing_deed(state: State) -> tuple:
    """What is to be done for files and for what can be copied."""
    sharing = state.sharing
    form, letter = sharing.wanted_file or ("", "")
    run = run_called(state, letter) if letter else None
    if run:
        wanted = (form, sharing.stride)
        return ("runs", "file", letter) + _given(run) + (list(run.at), SECONDS_A_RUN) + wanted
    if form in PICTURES:
        return _picture_deed(state, form)
    if form and not letter:
        return list_deed(state, form)
    is_told = sharing.out_of == shared(state)
    return list_deed(state, "copy") if sharing.out_open and rows(state) and not is_told else ()


def _picture_deed(state: State, form: str) -> tuple:
    """The curves of the drawn runs, or their weights, as a file: with the axes and the measure that are chosen."""
    baseline = baseline_of(state)
    runs = []
    for run in drawn_runs(state):
        curve, look = run.told["curve"], [colour_number(run.letter), list(dash_of(run.letter))]
        values = curve["parameters"]
        if not form.startswith("weights"):
            values = [curve["errors" if state.runs.measured == "error" else "scores"]]
        runs.append([run.letter, _name(run, baseline)] + look + [curve["epochs"], values, run.settings["bias"] == "on"])
    what = "weights" if form.startswith("weights") else state.runs.measured
    data, texts = _given(baseline) if baseline else ("", {})
    texts["epochs"] = str(baseline.at[0]) if baseline else ""
    return ("runs", "picture", "", data, texts) + (form, what, list(state.curve.logarithmic), runs)


def _name(run: KeptRun, baseline: "KeptRun | None") -> str:
    """What a run is called in a picture."""
    if run.called:
        return str(run.called)
    texts = _texts(run)
    name = run_name(texts, _texts(baseline)) if baseline and run is not baseline else own_name(texts)
    return str(with_row(name, *run.at))


def _texts(run: KeptRun) -> dict:
    """All settings of a run, with the epochs that it has."""
    texts = dict(run.settings)
    texts["epochs"] = str(run.at[0])
    return texts


def shared(state: State) -> tuple:
    """What of all runs is handed on, the baseline first: with it, what was made of them is outdated or not."""
    baseline = baseline_of(state)
    others = [run for run in rows(state) if run is not baseline]
    listed = ([baseline] if baseline else []) + others
    return tuple([(run.called, run.settings, run.at, bool(run.told)) for run in listed])


def list_deed(state: State, form: str) -> tuple:
    """All runs in this form, the baseline first; data that several have in common is sent once."""
    baseline = baseline_of(state)
    listed, data = [], []
    for run in ([baseline] if baseline else []) + [run for run in rows(state) if run is not baseline]:
        own, texts = _given(run)
        if own not in data:
            data.append(own)
        texts["epochs"] = str(run.at[0])
        summary = run.told.get("summary", {})
        listed.append(
            {"name": run.called, "texts": texts, "row": run.at[1], "summary": summary, "data": data.index(own)}
        )
    return ("runs", "out", "", form, listed) + tuple(data)


def _what_if_deed(state: State, baseline: KeptRun) -> tuple:
    """What is to be done for an experiment beside the baseline."""
    what_if = state.what_if
    about = _given(baseline) + (baseline.told["summary"],)
    if what_if.offers_of != known_as(baseline):
        return ("runs", "offer", baseline.letter) + about
    if not what_if.trials or what_if.outcome:
        return ()
    for trial in what_if.trials:
        if not trial.told:
            return ("runs", "run", trial.letter) + _given(trial) + (list(trial.at), SECONDS_A_RUN)
    told = [trial.told.get("summary") for trial in what_if.trials]
    return ("runs", "outcome", baseline.letter) + about + (what_if.experiment, what_if.expected, told)


def is_to_be_compared(run: KeptRun, baseline: KeptRun) -> bool:
    """Whether both are computed, and Python has not said yet how the one differs from the other."""
    return bool(run.told.get("summary") and baseline.told.get("summary")) and run.beside_of != known_as(baseline)


def _given(run: KeptRun) -> tuple:
    """The data of a run, which may be long, and the other settings that decide its digits."""
    return run.settings["data"], {name: text for name, text in run.settings.items() if name not in ("data", "epochs")}
