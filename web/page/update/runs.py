"""What follows for the runs that are kept: one is left for another, named, pinned, removed, chosen or gone back to."""

from perceptron.fields import counted, shortened
from perceptron.legs import read_legs
from perceptron.limits import MOST_OF_A_RUNS_NAME
from perceptron.settings_table import KEPT_BY_A_RUN
from web.page import messages
from web.page.runs import (
    MEASURES,
    MOST_DRAWN,
    MOST_KEPT,
    KeptRun,
    baseline_of,
    free_letter,
    is_run,
    rows,
    run_called,
)
from web.page.state import State
from web.page.update.choices import back_to

# Where nothing of these has changed, no run has begun or ended.
LOOKED_AT = ("said", "form", "wants", "live", "trainer", "course")
TOO_LONG = "A name has at most {} characters; “{}” has {}. The old one stays."
GONE = "Run {} was removed, because at most {} runs are kept. Pin a run that must stay."
NOT_KEPT = (
    "This browser does not keep your runs: it has no room, or does not allow it. They stay until you close the page. "
    "“All runs, JSON” saves them."
)
ASIDE = (
    "What this browser keeps of your runs is damaged, or of another version of this page. It is put aside there, and "
    "nothing of it is deleted."
)
UNREAD = (
    "This browser also keeps {} that this page cannot read: damaged, or of another version. All of that stays there."
)
DATA_GONE = "{} cannot be shown, because the data is no longer in this browser."
CANNOT_GO_BACK = "Run {} cannot be trained again. {}"
ALL_PINNED = "All {} runs are pinned, so the last one was not kept. Unpin or remove one to keep others."


def with_runs_kept(before: State, after: State, message: object) -> State:
    """The State in which the run that was left is kept, and in which the run that the page shows now is one of them.

    Of all the runs that a hand passes on its way while Live is on, none is kept: only the one before, and the last. It
    is the same when one thing is moved press by press.
    """
    if all(getattr(before, name) is getattr(after, name) for name in LOOKED_AT):
        return after
    was_on_its_way, is_on_its_way = _is_on_its_way(before), _is_on_its_way(after)
    is_left = not was_on_its_way and _is_left(before, after, message)
    goes_on = bool(before.live.made_by) and before.live.made_by == after.live.moved
    if was_on_its_way and not is_on_its_way:
        for run in before.runs.present:  # which is still the one before
            after = with_kept(after, run.settings, run.at, before.runs.present)
    elif not was_on_its_way and goes_on and (is_left or is_on_its_way):
        after = after.but(present=())
    elif is_left:
        after = with_kept(after, before.form.settings, before.here, before.runs.present)
    return after if is_on_its_way else _with_present(after)


def _is_left(before: State, after: State, message: object) -> bool:
    """Whether the run that was there is there no longer. The course brings a run back, and shows others meanwhile."""
    if before.course.left or after.course.left or not is_run_of_its_own(before):
        return False
    is_same = after.wanted == before.wanted
    if is_same and isinstance(message, messages.RequestAnswered):
        return False  # the engine could not be trusted, so the same run began anew
    if after.here < before.here:
        return True
    settings, others = before.form.settings, after.form.settings
    if any(settings[name] != others[name] for name in KEPT_BY_A_RUN):
        return True  # whoever goes back to another run may get to the same epoch
    # The same run at another learning rate: its first part is a run of its own only if it was trained to its end.
    is_other_rate = any(settings[name] != others[name] for name in ("learning_rate", "legs"))
    return is_other_rate and before.run == "trained"


def _is_on_its_way(state: State) -> bool:
    """Whether a hand moves something live, or Python is still to take in where it let go."""
    return state.live.holding or bool(state.live.left_by_hand)


def is_run_of_its_own(state: State) -> bool:
    """Whether it was trained, and since the last change of the learning rate."""
    legs = read_legs(state.form.settings["legs"])
    return state.here[0] > 0 and (not legs or (legs[-1].epoch, legs[-1].row) < state.here)


def with_kept(state: State, settings: dict, at: tuple, told: tuple = ()) -> State:
    """The State with the run kept that the page shows; where it is known already, `told` holds it."""
    runs = state.runs
    if any(is_run(run, settings, at) for run in runs.kept):
        return state.but(present=())
    known = [run for run in told if is_run(run, settings, at)]
    run = known[0] if known else KeptRun().but(letter=runs.letter, settings=settings, at=tuple(at))
    after = _with_room(state.but(present=()))
    if len(after.runs.kept) >= MOST_KEPT:
        return after
    kept = after.runs.kept + (run,)
    letter = free_letter([old.letter for old in kept])
    after = after.but(kept=kept, letter=letter)
    return after.but(drawn=_with_drawn(after, letter))


def with_added(state: State, run: KeptRun) -> State:
    """The State with one more run, which the page has not shown, and which gets a letter."""
    known = [old for old in rows(state) if is_run(old, run.settings, run.at)]
    if known:
        return with_run(state, known[0].but(told=run.told)) if not known[0].told else state
    after = _with_room(state)
    if len(after.runs.kept) >= MOST_KEPT:
        return after
    runs, taken = after.runs, [old.letter for old in after.runs.kept] + [state.runs.letter]
    # The run that the page shows keeps its letter; where there is none, the next one has to take another.
    letter, following = runs.letter, free_letter(taken)
    if runs.present:
        letter, following = following, letter
    after = after.but(kept=runs.kept + (run.but(letter=letter),), letter=following)
    return after.but(drawn=_with_drawn(after, letter))


def _with_room(state: State) -> State:
    """The State with room for one more run, if there is one that can go: the oldest that is not pinned."""
    kept, baseline = state.runs.kept, baseline_of(state)
    if len(kept) < MOST_KEPT:
        return state.but(runs_note="")
    free = [old for old in kept if not old.pinned and not (baseline and old.letter == baseline.letter)]
    if not free:
        return state.but(runs_note=ALL_PINNED.format(MOST_KEPT))
    note = GONE.format(free[0].letter, MOST_KEPT)
    return _without(state, free[0].letter).but(runs_note=note, spoken=note)


def _without(state: State, letter: str) -> State:
    runs = state.runs
    kept = tuple([old for old in runs.kept if old.letter != letter])
    return state.but(kept=kept, drawn=tuple([drawn for drawn in runs.drawn if drawn != letter]))


def _with_drawn(state: State, letter: str) -> tuple:
    """The letters of the runs to draw with one more; the oldest but the baseline makes room for it."""
    baseline = baseline_of(state)
    drawn = tuple([other for other in state.runs.drawn if other != letter])
    while len(drawn) >= MOST_DRAWN:
        gone = next(iter([other for other in drawn if not baseline or other != baseline.letter]))
        drawn = tuple([other for other in drawn if other != gone])
    return drawn + (letter,)


def _with_present(state: State) -> State:
    """The run that the page shows is one of the runs while it rests after some training."""
    present, settings = state.runs.present, state.form.settings
    is_there = (
        is_run_of_its_own(state)
        and state.trainer.opened == state.wanted
        and not (state.wants.training or state.wants.back_to or state.trainer.place or state.course.left)
        and state.run != "training"
    )
    if not is_there or any(is_run(run, settings, state.here) for run in state.runs.kept):
        return state.but(present=()) if present else state
    if present and is_run(present[0], settings, state.here):
        return state
    return state.but(present=(KeptRun().but(letter=state.runs.letter, settings=settings, at=state.here),))


def with_run(state: State, run: KeptRun) -> State:
    """The State with this run in the place of the one with the same letter."""
    runs = state.runs
    if runs.present and runs.present[0].letter == run.letter:
        return state.but(present=(run,))
    return state.but(kept=tuple([run if old.letter == run.letter else old for old in runs.kept]))


def _run_chosen(state: State, message: messages.RunChosen) -> State:
    return state.but(chosen_run=message.letter, run_complaint="") if run_called(state, message.letter) else state


def _run_drawn(state: State, message: messages.RunDrawn) -> State:
    drawn = state.runs.drawn
    if not run_called(state, message.letter):
        return state
    if message.letter in drawn:
        return state.but(drawn=tuple([letter for letter in drawn if letter != message.letter]))
    return state.but(drawn=_with_drawn(state, message.letter))


def _run_named(state: State, message: messages.RunNamed) -> State:
    run = run_called(state, message.letter)
    if not run:
        return state
    name = message.text.strip()
    if len(name) > MOST_OF_A_RUNS_NAME:
        return state.but(run_complaint=TOO_LONG.format(MOST_OF_A_RUNS_NAME, shortened(name), len(name)))
    return with_run(state, run.but(called=name)).but(run_complaint="")


def _run_pinned(state: State, message: messages.RunPinned) -> State:
    run = run_called(state, message.letter)
    return with_run(state, run.but(pinned=not run.pinned)) if run else state


def _run_removed(state: State, message: messages.RunRemoved) -> State:
    """The run that the page shows stays there; it cannot be removed from the table alone."""
    if message.letter not in [run.letter for run in state.runs.kept]:
        return state
    note = f"Run {message.letter} is removed."
    return _with_present(_without(state, message.letter).but(runs_note=note, spoken=note))


def _run_gone_back_to(state: State, message: messages.RunGoneBackTo) -> State:
    """The run is trained again to the same moment. Whoever presses this lets a changed program run."""
    run = run_called(state, message.letter)
    if not run or is_run(run, state.form.settings, state.here):
        return state
    if run.told.get("complaint") and not run.settings["rule"]:
        return state.but(runs_note=CANNOT_GO_BACK.format(run.letter, run.told["complaint"]))
    after = with_run(state, run.but(waits=False)).but(notices=())
    return back_to(after, {"settings": run.settings, "at": run.at})


def _baseline_chosen(state: State, message: messages.BaselineChosen) -> State:
    return state.but(baseline=message.letter) if run_called(state, message.letter) else state


def _runs_sorted(state: State, message: messages.RunsSorted) -> State:
    """Best first; sorted by the same again, the other way round."""
    by, backwards = state.runs.sorted_by
    if message.measure not in MEASURES + ("",):
        return state
    return state.but(sorted_by=(message.measure, not backwards if by == message.measure else False))


def _differences_switched(state: State, message: messages.DifferencesSwitched) -> State:
    return state.but(differences_only=message.on)


def _measure_chosen(state: State, message: messages.MeasureChosen) -> State:
    return state.but(measured=message.measure) if message.measure in ("error", "score") else state


def _runs_pointed(state: State, message: messages.RunsPointed) -> State:
    last = max([run.at[0] for run in rows(state)] + [0])
    epoch = max(-1, min(message.epoch, last))
    return state.but(pointed_epoch=epoch) if epoch != state.runs.pointed_epoch else state


def _halt_pressed(state: State, _: messages.HaltPressed) -> State:
    """What is done stays; pressed again, it goes on."""
    return state.but(halted=not state.runs.halted, reached=())


def _run_let(state: State, message: messages.RunLet) -> State:
    run = run_called(state, message.letter)
    return with_run(state, run.but(waits=False)) if run else state


def _runs_remembered(state: State, message: messages.RunsRemembered) -> State:
    """With the run that the page showed last there may be one more than are kept; then the oldest one goes."""
    if not message.runs or state.runs.kept:
        return state
    after = state.but(kept=tuple(message.runs))
    after = _with_room(after) if len(message.runs) > MOST_KEPT else after
    letters = [run.letter for run in after.runs.kept]
    letter = free_letter(letters)
    return after.but(letter=letter, drawn=tuple(letters[: MOST_DRAWN - 1]) + (letter,))


def _runs_unread(state: State, message: messages.RunsUnread) -> State:
    notes = [ASIDE] if message.is_aside else []
    if message.unread:
        notes.append(UNREAD.format(counted(message.unread, "run")))
    if message.without_data:
        notes.append(DATA_GONE.format(counted(message.without_data, "run")))
    return state.but(runs_note=" ".join(notes))


def _runs_not_kept(state: State, _: messages.RunsNotKept) -> State:
    return state.but(runs_note=NOT_KEPT)


UPDATES: dict = {
    messages.RunsRemembered: _runs_remembered,
    messages.RunsUnread: _runs_unread,
    messages.RunsNotKept: _runs_not_kept,
    messages.RunChosen: _run_chosen,
    messages.RunDrawn: _run_drawn,
    messages.RunNamed: _run_named,
    messages.RunPinned: _run_pinned,
    messages.RunRemoved: _run_removed,
    messages.RunGoneBackTo: _run_gone_back_to,
    messages.RunLet: _run_let,
    messages.BaselineChosen: _baseline_chosen,
    messages.RunsSorted: _runs_sorted,
    messages.DifferencesSwitched: _differences_switched,
    messages.MeasureChosen: _measure_chosen,
    messages.RunsPointed: _runs_pointed,
    messages.HaltPressed: _halt_pressed,
}
