"""What the tab “Runs” asks of Python: one run at a time, each with its settings, while nothing else is wanted."""

from web.page.runs import KeptRun, baseline_of, known_as, rows
from web.page.state import State

SECONDS_A_RUN = 0.2  # then the page hears how far it is


def runs_deed(state: State) -> tuple:
    """What is to be done with runs, see web.worker.runs; empty if there is nothing, or the tab is not open."""
    if state.look.tab != "runs" or state.runs.halted:
        return ()
    all_runs, baseline = rows(state), baseline_of(state)
    for run in all_runs:
        if not run.told and not run.waits:
            return ("runs", "run", run.letter) + _given(run) + (list(run.at), SECONDS_A_RUN)
    for run in all_runs:
        if baseline and is_to_be_compared(run, baseline):
            with_what = _given(run) + (run.told["summary"],)
            return ("runs", "beside", run.letter) + with_what + _given(baseline) + (baseline.told["summary"],)
    return _what_if_deed(state, baseline) if baseline and baseline.told.get("summary") else ()


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
