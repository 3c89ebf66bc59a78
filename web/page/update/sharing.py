"""What follows when runs are handed on, as a file, a table or a link, and when a link or a file brings some.

What is brought is only shown. It joins the other runs when the person says so, and none of these goes for it.
"""

from web.page import messages
from web.page.runs import FILE, MOST_KEPT, KeptRun, chosen_of, is_asked_for, is_run, rows, run_called
from web.page.runs_request import PICTURES, list_deed, shared
from web.page.state import State
from web.page.update.runs import with_added

OF_ALL, OF_ONE = ("csv", "json"), ("results", "history")
STRIDES = (1, 10, 100, 1000)
COPIES = ("markdown", "link")
NO_ROOM = "There is room for only {} of these runs, because at most {} are kept. Remove some to add the rest."
IS_HERE = "One of these runs is here already as run {}, so it was not added again."
ARE_HERE = "{} of these runs are here already, as the runs {}, so they were not added again."
NOTHING_BROUGHT: dict = {"brought_runs": (), "preview": {}}


def made(state: State, do: list, own: dict) -> State:
    """A file, or what can be copied, is made of all runs."""
    form = do[3]
    if form != "copy":
        return _with_file(state, (form, ""), own)
    return state.but(out=own, out_of=shared(state)) if do == list(list_deed(state, form)) else state


def made_of_one(state: State, do: list, own: dict) -> State:
    """Python is so far with the file of one run, or it is made."""
    run = run_called(state, do[2])
    if not run or not is_asked_for(do, run):
        return state.but(wanted_file=(), reached=())
    if not own["done"]:
        return state.but(reached=(FILE, run.letter, own["epoch"], run.at[0]))
    return _with_file(state.but(reached=()), (do[7], run.letter), own)


def _with_file(state: State, wanted: tuple, own: dict) -> State:
    if state.sharing.wanted_file != wanted:
        return state
    after = state.but(wanted_file=(), sharing_note=own.get("complaint", ""))
    if own.get("complaint"):
        return after
    name = str(own["name"])
    note = " ".join([part for part in (f"{name} is made.", own.get("note", "")) if part])
    return after.but(made_file=(name, own["kind"], own["content"]), sharing_note=note)


def drawn(state: State, do: list, own: dict) -> State:
    """A picture of the drawn runs is made."""
    return _with_file(state, (do[5], ""), own)


def opened(state: State, do: list, own: dict) -> State:
    """Python has read what a link or a file brought."""
    return state.but(preview=own) if tuple(do[3:]) == state.sharing.brought_runs else state


def _sharing_switched(state: State, message: messages.SharingSwitched) -> State:
    return state.but(out_open=message.is_open, sharing_note="")


def _file_wanted(state: State, message: messages.RunsFileWanted) -> State:
    chosen = chosen_of(state)
    if not chosen or message.form not in OF_ALL + OF_ONE + PICTURES:
        return state
    letter = chosen.letter if message.form in OF_ONE else ""
    return state.but(wanted_file=(message.form, letter), halted=False, sharing_note="")


def _stride_chosen(state: State, message: messages.StrideChosen) -> State:
    return state.but(stride=message.stride) if message.stride in STRIDES else state


def _runs_copied(state: State, message: messages.RunsCopied) -> State:
    if message.what not in COPIES:
        return state
    return state.but(copied_runs=(message.what, message.done, message.text))


def _runs_brought(state: State, message: messages.RunsBrought) -> State:
    brought = (message.source, message.name, message.content)
    return state.but(brought_runs=brought, preview={}, sharing_note="", tab="runs", halted=False)


def _runs_refused(state: State, message: messages.RunsRefused) -> State:
    return state.but(sharing_note=message.sentence, **NOTHING_BROUGHT)


def _brought_added(state: State, _: messages.BroughtAdded) -> State:
    """The runs that are new, and that there is room for, join the others; the rest stays to be added later."""
    room = MOST_KEPT - len(state.runs.kept)
    is_first = not state.runs.kept and not state.runs.present
    here: list = []  # the letters of those that are no new ones
    rest: list = []
    for one in state.sharing.preview.get("runs", []):
        run = _brought(one)
        same = [old.letter for old in rows(state) if is_run(old, run.settings, run.at)]
        if same:
            here += same
        elif len(state.runs.kept) < MOST_KEPT:
            state = with_added(state, run)
        else:
            rest.append(one)
    if is_first and state.runs.kept:
        state = state.but(baseline=state.runs.kept[0].letter, chosen_run="")
    notes = [NO_ROOM.format(room, MOST_KEPT)] if rest else []
    if here:
        notes.append(IS_HERE.format(here[0]) if len(here) == 1 else ARE_HERE.format(len(here), _listed(here)))
    state = state.but(sharing_note=" ".join(notes))
    if not rest:
        return state.but(**NOTHING_BROUGHT)
    preview = dict(state.sharing.preview)
    preview["runs"] = rest
    return state.but(preview=preview)


def _brought(one: dict) -> KeptRun:
    """The run of a preview. Its changed program, if it has one, waits until the person lets it run."""
    texts = one["texts"]
    run: KeptRun = KeptRun().but(
        settings=dict(texts), at=(int(texts["epochs"]), one["row"]), called=one["name"], waits=bool(texts["rule"])
    )
    return run


def _listed(letters: list) -> str:
    """Each letter once, in the order of the alphabet."""
    return ", ".join(sorted(set(letters)))


def _brought_dropped(state: State, _: messages.BroughtDropped) -> State:
    return state.but(**NOTHING_BROUGHT)


UPDATES: dict = {
    messages.SharingSwitched: _sharing_switched,
    messages.RunsFileWanted: _file_wanted,
    messages.StrideChosen: _stride_chosen,
    messages.RunsCopied: _runs_copied,
    messages.RunsBrought: _runs_brought,
    messages.RunsRefused: _runs_refused,
    messages.BroughtAdded: _brought_added,
    messages.BroughtDropped: _brought_dropped,
}
