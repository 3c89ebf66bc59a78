"""The program in its text box, what the person changed, what is wrong with it, and what it printed."""

from web.page.markup import escaped, option
from web.page.state import State
from web.page.update.code import CHOICE_FIELD
from web.page.update.code_runs import can_stop
from web.page.views.engine import engine_of

OWN, CHANGED = "The page’s own program trains the neuron.", "This program trains the neuron."
BESIDE = "The program that you ran before trains the neuron."
NOT_YET = "This text has not run yet."
STILL_OWN, STILL_BESIDE = (
    "The page’s own program still trains the neuron.",
    "The program that you ran before still trains the neuron.",
)
RESTORED = (
    "The page’s own program is back in the text. The program that you ran before still trains the neuron, "
    "until you press “Run this Python”."
)
STOPPED = "Stopped: Python had not come to the end of the first epoch of this text."
STOPPED_TRAINING = "Stopped, because you pressed Stop."
TRAINS_AGAIN = "Python starts again and trains to epoch {} again, where it was."
PLAIN_KEYS = "Ctrl+Enter runs it. Tab leaves the text."
EDITOR_KEYS = (
    "Ctrl+Enter runs it. Tab moves the line to the right. To leave the text: Ctrl+M, then Tab; on a Mac, Ctrl+Shift+M."
)
TRIED = "Python tries the first epoch."
ALIKE = "Nothing: this is the page’s own program."
NOT_COMPARED = "This text could not be compared with the page’s own program."
BACK = "The text that you left here is back. "
CLASSES = {"+": "added", "-": "gone"}


def view(state: State) -> list:
    """The writes for the panel; none while another tab is open."""
    if state.look.tab != "code":
        return []
    code, panel = state.code, state.panel_of("code")
    writes: list = [
        ("python-state", "text", _which(state)),
        # Of the page's own program it is said where that is shown.
        ("python-engine", "text", _engine(state)),
        ("python-result", "text", _result(state)),
        ("python-hint", "text", EDITOR_KEYS if code.in_colours else PLAIN_KEYS),
        ("python-run", "disabled", not state.program.strip()),
        ("python-stop", "disabled", not can_stop(state)),
        ("python-restore", "disabled", not (code.draft or code.in_address or state.form.settings["rule"])),
        ("python-earlier", "hidden", not code.earlier),
        ("python-save", "disabled", not state.program.strip()),
    ]
    if code.draft or panel:
        writes.append(("python-text", "value", state.program))
    is_tried = code.trying or (code.draft and code.fault)  # what another program printed would be taken for its own
    if panel:
        writes += _changes(panel, code.change) + [
            ("python-diff", "html", _diff(code.compared[1] if code.draft and code.compared else panel["diff"])),
            ("python-printed", "text", panel["printed"]),
            ("python-printed", "hidden", not panel["printed"] or bool(is_tried)),
            ("python-elsewhere", "text", panel["elsewhere"]),
        ]
    return writes + _fault(state)


def _which(state: State) -> str:
    """What became of the text in the box, and which program trains the neuron."""
    code, has_changed = state.code, bool(state.form.settings["rule"])
    if code.trying:
        return TRIED
    if code.stopped_while == "training" and not code.draft:
        again = f" {TRAINS_AGAIN.format(f'{state.trainer.place[0]:,}')}" if state.trainer.place else ""
        return f"{STOPPED_TRAINING}{again}"
    if not code.draft:
        return _changed(state) if has_changed else OWN
    still = STILL_BESIDE if has_changed else STILL_OWN
    if code.stopped_while == "trying":
        return f"{STOPPED} {still}"
    if code.fault:
        return f"This text failed{_where(code.fault)}. {still}"
    if state.fault_of_run:
        return f"{NOT_YET} The program that you ran before stopped{_where(state.fault_of_run)}."
    panel = state.panel_of("code")
    if has_changed and panel and code.draft[0] == panel["own"]:
        return RESTORED
    back = BACK if code.draft_is_back else ""
    return f"{back}{NOT_YET} {BESIDE if has_changed else OWN}"


def _changed(state: State) -> str:
    """What to know of the changed program in use."""
    fault = state.fault_of_run
    return f"This program stopped{_where(fault)}, and cannot go on." if fault else CHANGED


def _where(fault: dict) -> str:
    """As in “ in epoch 1,072, line 36”; the first epoch of a text that is only tried says nothing."""
    places = [f"epoch {fault['epoch']:,}"] if fault.get("epoch", 0) > 1 else []
    places += [f"line {fault['line']}"] if fault.get("line") else []
    return f" in {', '.join(places)}" if places else ""


def stopped_in_words(state: State) -> str:
    """For the line beside Train: that the program in use cannot go on, and where; empty if it can."""
    fault = state.fault_of_run
    return f"Your program stopped{_where(fault)}. The tab Code shows why." if fault else ""


def _engine(state: State) -> str:
    """Which engine trains a changed program, and why Live is off if that is because of it."""
    if not state.form.settings["rule"]:
        return ""
    return state.live.live_off or engine_of(state)


def _result(state: State) -> str:
    """How far training is and how well it did, for a phone that shows nothing else of it here."""
    if not state.said.report or not (state.epoch or state.row) or state.code.trying:
        return ""
    return f"Epoch {state.epoch:,} of {max(state.wants.goal, state.epoch):,}: {state.said.report['score_now']}."


def _changes(panel: dict, chosen: str) -> list:
    entries = [option(name, label, name == chosen) for name, label, _ in panel["changes"]]
    told = [sentence for name, _, sentence in panel["changes"] if name == chosen]
    return [
        ("python-change", "html", "".join(entries)),
        ("python-change", "choice", chosen),
        ("python-change-text", "text", " ".join(told)),
    ]


def _diff(lines: "list | None") -> str:
    """What is new and what is gone, with a few lines around; None where that could not be found out."""
    if lines is None:
        return f"<code><span>{NOT_COMPARED}</span></code>"
    if not lines:
        return f"<code><span>{ALIKE}</span></code>"
    shown = [
        f'<span class="{CLASSES[sign]}">{sign} {escaped(text)}</span>'
        if sign in CLASSES
        else f"<span>{sign} {escaped(text)}</span>"
        for sign, text in lines
    ]
    return f"<code>{chr(10).join(shown)}</code>"


def _fault(state: State) -> list:
    """What is wrong and where, and what the variables held at that moment."""
    fault = state.code.fault or ({} if state.code.draft else state.fault_of_run)
    complaint = state.code.program_complaint or state.form.complaints.get(CHOICE_FIELD, "")
    line = fault.get("line", 0)
    held = fault.get("variables", [])
    return [
        ("python-fault", "hidden", not fault and not complaint),
        ("python-complaint", "text", fault.get("sentence", "") or complaint),
        ("python-text", "aria-invalid", "true" if fault or complaint else None),
        ("python-text", "data-fault-line", str(line) if line else None),
        ("python-where", "text", fault.get("where", "")),
        ("python-where", "hidden", not fault.get("where")),
        ("python-go-place", "hidden", not line),
        ("python-go", "hidden", not line),
        ("python-go", "text", f"Go to line {line}" if line else ""),
        ("python-variables-place", "hidden", not held),
        ("python-variables", "html", "".join([_variable(name, value) for name, value in held])),
    ]


def _variable(name: str, value: str) -> str:
    return f"<div><dt><code>{escaped(name)}</code></dt><dd><code>{escaped(value)}</code></dd></div>"
