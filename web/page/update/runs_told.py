"""What Python said of a run: how far it is with it, its numbers, and how they differ from those of the baseline."""

from web.page.runs import TABLE, baseline_of, is_asked_for, known_as, run_called
from web.page.runs_request import is_of_runs, is_to_be_compared
from web.page.state import State
from web.page.update import landscape, pairs, sharing, sweep, what_if
from web.page.update.runs import with_run

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from web.worker.session import Request


def answered(state: State, reply: dict) -> State:
    """What came of a deed, unless what it was about is gone or another by now."""
    do = reply["request"]["do"]
    return ANSWERED[do[1]](state, do, reply["own"])


def given_up(state: State, request: "Request") -> State:
    """What was to be done with runs failed or hung, and would do so again."""
    if not is_of_runs(request):
        return state
    return state.but(
        halted=True,
        reached=(),
        wanted_file=(),
        sweeping=False,
        race_plays=False,
        race_file="",
        **landscape.NOTHING_WANTED,
        **sharing.NOTHING_BROUGHT,
    )


def _was_computed(state: State, do: list, own: dict) -> State:
    run = run_called(state, do[2])
    if not run or not is_asked_for(do, run):
        return what_if.computed(state.but(reached=()), do, own)
    if not own["done"]:
        return state.but(reached=(TABLE, run.letter, own["epoch"], run.at[0]))
    return with_run(state, run.but(told=own)).but(reached=())


def _was_compared(state: State, do: list, own: dict) -> State:
    run, baseline = run_called(state, do[2]), baseline_of(state)
    if not run or not baseline or not is_to_be_compared(run, baseline):
        return state
    if (do[5], do[8]) != (run.told["summary"], baseline.told["summary"]):
        return state
    return with_run(state, run.but(beside=own, beside_of=known_as(baseline)))


ANSWERED = {
    "run": _was_computed,
    "beside": _was_compared,
    "offer": what_if.was_offered,
    "outcome": what_if.came_out,
    "values": sweep.with_values,
    "point": sweep.with_point,
    "swept": sweep.told,
    "landscape": landscape.made,
    "race": landscape.made,
    "race file": landscape.file_made,
    "pair": pairs.told,
    "out": sharing.made,
    "file": sharing.made_of_one,
    "picture": sharing.drawn,
    "open": sharing.opened,
}
