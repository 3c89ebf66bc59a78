"""The table of runs, what is done with the chosen one, and how far Python is with one that it computes again."""

from perceptron.fields import counted
from perceptron.settings_table import SETTINGS
from perceptron.words.run_names import own_name, run_name, setting_in_words, with_row
from web.page.guide import locks_held
from web.page.markup import escaped
from web.page.runs import (
    FILE,
    MEASURES,
    MOST_KEPT,
    PAIR,
    TABLE,
    KeptRun,
    baseline_of,
    chosen_of,
    colour_number,
    dash_of,
    is_run,
    rows,
    shown_letter,
)
from web.page.state import State

MEASURED = {"error": "Mean squared error", "score": "Test rows right"}
NONE_YET = (
    "A run comes here when you have trained it. Then change a setting and train again, and both stand side by side."
)
ABOUT = "Every trained run is kept when the next one begins, up to {}. Press a letter to choose a run."
HEADS = {"right": "Right", "r_squared": "R²", "mean_error": "Mean absolute error", "best_epoch": "Epochs to its best"}
LESS_IS_BETTER = ("mean_error", "best_epoch")
WHOLE_RUNS = (TABLE, PAIR, FILE)  # the others are parts of an experiment, which says itself how far it is
HALTED = "Stopped. What is computed stays."
UNKNOWN = "…"
UNTOLD = "Its Python was changed and came with an address or a file. It runs when you press “Run its Python”."


def view(state: State) -> list:
    """The writes for the panel; none while another tab is open."""
    if state.look.tab != "runs":
        return []
    all_runs = ordered(state)
    writes: list = [
        ("runs-about", "text", ABOUT.format(MOST_KEPT) if all_runs else NONE_YET),
        ("runs-there", "hidden", not all_runs),
        ("runs-note", "text", state.runs.runs_note),
        ("runs-differences", "checked", state.runs.differences_only),
        ("runs-unsort", "hidden", not state.runs.sorted_by[0]),
    ]
    if all_runs:
        writes += [("runs-head", "html", _head(state)), ("runs-body", "html", _body(state, all_runs))] + _deeds(state)
    return writes + _busy(state)


def ordered(state: State) -> list:
    """All runs as the table has them: the baseline first, then the others as they are sorted."""
    baseline = baseline_of(state)
    others = [run for run in rows(state) if run is not baseline]
    by, backwards = state.runs.sorted_by
    if by:
        known = [(_number(run, by), place, run) for place, run in enumerate(others) if _number(run, by) is not None]
        known = sorted(known, key=lambda one: one[:2], reverse=(by not in LESS_IS_BETTER) != backwards)
        others = [run for *_, run in known] + [run for run in others if _number(run, by) is None]
    return ([baseline] if baseline else []) + others


def called(run: KeptRun, state: State) -> str:
    """The name that a run has: the person's own, or else what differs from the baseline, in words."""
    baseline = baseline_of(state)
    return run.called or name_of(run, None if baseline is run else baseline, state.runs.differences_only)


def name_of(run: KeptRun, baseline: "KeptRun | None", differences_only: bool) -> str:
    """What differs from the baseline, or for the baseline itself from the usual settings; or else all settings."""
    texts = _texts(run)
    if not differences_only:
        name = ", ".join([setting_in_words(name, texts[name]) for name in SETTINGS])
    else:
        name = run_name(texts, _texts(baseline)) if baseline else own_name(texts)
    return str(with_row(name, *run.at))


def _texts(run: KeptRun) -> dict:
    texts = dict(run.settings)
    texts["epochs"] = str(run.at[0])
    return texts


def _number(run: KeptRun, measure: str) -> "float | None":
    number = run.told.get("summary", {}).get(measure)
    found = None if number is None else float(number)
    return found if found == found else None  # NaN is not equal to itself


def _head(state: State) -> str:
    by, backwards = state.runs.sorted_by
    cells = '<th scope="col">Drawn</th><th scope="col">Run</th>'
    for measure in MEASURES:
        is_rising = (measure in LESS_IS_BETTER) != backwards
        order = ("ascending" if is_rising else "descending") if measure == by else "none"
        mark = (" ↑" if is_rising else " ↓") if measure == by else ""
        cells += (
            f'<th scope="col" aria-sort="{order}">'
            f'<button type="button" data-sort="{measure}">{HEADS[measure]}{mark}</button></th>'
        )
    return f"<tr>{cells}</tr>"


def _body(state: State, all_runs: list) -> str:
    return "".join([_row(state, run) for run in all_runs])


def _row(state: State, run: KeptRun) -> str:
    chosen, baseline, letter = chosen_of(state), baseline_of(state), run.letter
    is_chosen, is_drawn = run is chosen, letter in state.runs.drawn
    marks = [
        word
        for word, holds in (
            ("baseline", run is baseline),
            ("shown now", letter == shown_letter(state)),
            ("pinned", run.pinned),
            ("stopped: numbers too large", run.told.get("summary", {}).get("stopped")),
        )
        if holds
    ]
    about = f"<small>{', '.join(marks)}</small>" if marks else ""
    if run.told.get("complaint") or run.waits:
        about += f'<small class="worse">{escaped(run.told.get("complaint") or UNTOLD)}</small>'
    pressed = ("false", "true")
    return (
        f'<tr class="{"bold" if is_chosen else ""}"><td>'
        f'<button type="button" data-draw="{letter}" aria-pressed="{pressed[is_drawn]}" aria-label="Draw run {letter}">'
        f"{'✓ ' if is_drawn else ''}{sample(letter)}</button></td>"
        f'<th scope="row"><button type="button" data-choose="{letter}" aria-pressed="{pressed[is_chosen]}" '
        f'aria-label="Choose run {letter}">{letter}</button><span>{escaped(called(run, state))}</span>{about}</th>'
        + "".join([_cell(run, measure, run is baseline) for measure in MEASURES])
        + "</tr>"
    )


def _cell(run: KeptRun, measure: str, is_baseline: bool) -> str:
    """A number, and how far it is from the baseline's; that it is better or worse is said where this is defined."""
    told = run.beside.get("cells", {}).get(measure)
    if not told:
        return f"<td>{'' if run.told.get('complaint') or run.waits else UNKNOWN}</td>"
    text, difference, judged = told
    small = "" if is_baseline or not difference else f'<small class="{judged}">{difference} {judged}</small>'
    return f"<td>{text}{small}</td>"


def sample(letter: str) -> str:
    """A piece of the line with which a run is drawn."""
    dash = " ".join([str(length) for length in dash_of(letter)])
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<svg class="sample run-{colour_number(letter)}" viewBox="0 0 30 12" aria-hidden="true">'
        f'<path d="M0 6 H30"{dashed}/></svg>'
    )


def _deeds(state: State) -> list:
    run = chosen_of(state)
    assert run
    is_shown = is_run(run, state.form.settings, state.here)
    is_kept = run.letter in [kept.letter for kept in state.runs.kept]
    return [
        ("run-title", "text", f"Run {run.letter}"),
        ("run-name", "value", run.called),
        ("run-name", "placeholder", name_of(run, baseline_of(state) if run is not baseline_of(state) else None, True)),
        ("run-name", "aria-invalid", "true" if state.runs.run_complaint else None),
        ("run-complaint", "text", state.runs.run_complaint),
        ("run-back", "disabled", is_shown or "settings" in locks_held(state)),
        ("run-let", "hidden", not run.waits),
        ("run-baseline", "disabled", run is baseline_of(state)),
        ("run-pin", "text", "Unpin" if run.pinned else "Pin"),
        ("run-pin", "aria-pressed", "true" if run.pinned else "false"),
        ("run-remove", "disabled", not is_kept),
        ("run-text", "text", _ending(run, is_shown)),
        ("run-verdicts", "text", _verdicts(run, baseline_of(state))),
    ]


def _verdicts(run: KeptRun, baseline: "KeptRun | None") -> str:
    """Which test rows only one of the two gets right."""
    words = run.beside.get("rows", "")
    return f"Beside run {baseline.letter}: {words}" if words and baseline and run is not baseline else ""


def _ending(run: KeptRun, is_shown: bool) -> str:
    epoch, row = run.at
    place = counted(epoch, "epoch") + (f" and {counted(row, 'row')}" if row else "")
    where = "The page shows it now." if is_shown else "“Go back to it” trains it again to the same numbers."
    return f"Trained for {place}. {where}"


def how_far(state: State, reason: str) -> str:
    """How far Python is with a run that it computes for this; empty where it computes none."""
    if state.runs.reached[:1] != (reason,):
        return ""
    _, letter, epoch, last = state.runs.reached
    place = f"epoch {epoch:,} of {last:,}"
    return f"Run {letter} is trained: {place}." if reason in WHOLE_RUNS else f"The next is at {place}."


def _busy(state: State) -> list:
    """How far Python is with a run that takes long, and the way to stop that."""
    halted, share = state.runs.halted, 0.0
    words = "".join([how_far(state, reason) for reason in WHOLE_RUNS])
    if halted:
        words = HALTED
    elif words:
        _, _, epoch, last = state.runs.reached
        share = epoch / last
    return [
        ("runs-busy", "hidden", not words),
        ("runs-progress", "value", str(share)),
        ("runs-progress-text", "text", words),
        ("runs-halt", "text", "Go on" if halted else "Stop"),
    ]
