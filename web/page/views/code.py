"""The program in its text box, what the person changed, what is wrong with it, and what it printed."""

from web.page.markup import escaped, option
from web.page.state import State
from web.page.update.code import CHOICE_FIELD
from web.page.update.code_runs import can_stop
from web.page.views.engine import engine_of

OWN, DRAFT, CHANGED, DRAFT_BESIDE = (
    "The page’s own program trains the neuron.",
    "This text has not run yet. The page’s own program trains the neuron.",
    "This program trains the neuron.",
    "This text has not run yet. The program that you ran before trains the neuron.",
)
PLAIN_KEYS = "Ctrl+Enter runs it. Tab leaves the text."
EDITOR_KEYS = (
    "Ctrl+Enter runs it. Tab moves the line to the right. To leave the text: Ctrl+M, then Tab; on a Mac, Ctrl+Shift+M."
)
TRIED = "Python tries the first epoch."
ALIKE = "Nothing: this is the page’s own program."
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
        ("python-engine", "text", engine_of(state) if state.form.settings["rule"] else ""),
        ("python-hint", "text", EDITOR_KEYS if code.in_colours else PLAIN_KEYS),
        ("python-run", "disabled", not state.program.strip()),
        ("python-stop", "disabled", not can_stop(state)),
        ("python-restore", "disabled", not (code.draft or code.in_address or state.form.settings["rule"])),
        ("python-earlier", "hidden", not code.earlier),
        ("python-save", "disabled", not state.program.strip()),
    ]
    if code.draft or panel:
        writes.append(("python-text", "value", state.program))
    if panel:
        writes += _changes(panel, code.change) + [
            ("python-diff", "html", _diff(code.compared[1] if code.draft and code.compared else panel["diff"])),
            ("python-printed", "text", panel["printed"]),
            ("python-printed", "hidden", not panel["printed"]),
            ("python-elsewhere", "text", panel["elsewhere"]),
        ]
    return writes + _fault(state)


def _which(state: State) -> str:
    """Which program trains the neuron."""
    if state.code.trying:
        return TRIED
    back = BACK if state.code.draft_is_back else ""
    if state.form.settings["rule"]:
        return back + DRAFT_BESIDE if state.code.draft else CHANGED
    return back + DRAFT if state.code.draft else OWN


def _changes(panel: dict, chosen: str) -> list:
    entries = [option(name, label, name == chosen) for name, label, _ in panel["changes"]]
    told = [sentence for name, _, sentence in panel["changes"] if name == chosen]
    return [
        ("python-change", "html", "".join(entries)),
        ("python-change", "choice", chosen),
        ("python-change-text", "text", " ".join(told)),
    ]


def _diff(lines: list) -> str:
    """What is new and what is gone, with a few lines around."""
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
    fault = state.code.fault
    complaint = state.code.program_complaint or state.form.complaints.get(CHOICE_FIELD, "")
    line = fault.get("line", 0)
    held = fault.get("variables", [])
    return [
        ("python-complaint", "text", fault.get("sentence", "") or complaint),
        ("python-text", "aria-invalid", "true" if fault or complaint else None),
        ("python-text", "data-fault-line", str(line) if line else None),
        ("python-where", "text", fault.get("where", "")),
        ("python-where", "hidden", not fault.get("where")),
        ("python-go", "hidden", not line),
        ("python-go", "text", f"Go to line {line}" if line else ""),
        ("python-variables-place", "hidden", not held),
        ("python-variables", "html", "".join([_variable(name, value) for name, value in held])),
    ]


def _variable(name: str, value: str) -> str:
    return f"<div><dt><code>{escaped(name)}</code></dt><dd><code>{escaped(value)}</code></dd></div>"
