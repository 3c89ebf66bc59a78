"""Runs on their way out and in: what can be copied, what a link or a file brought, and what became of it."""

from perceptron.fields import counted
from perceptron.words.run_names import own_name, with_row
from web.page.markup import escaped
from web.page.runs import FILE, chosen_of
from web.page.runs_request import shared
from web.page.state import State
from web.page.views.link import SELECTED, length_in_words
from web.page.views.runs import how_far

RUNS = "runs"
FROM = {"link": "The link that you opened brings {}.", "text": "Your text brings {}.", "file": "{} brings {}."}
READING = "Python reads the runs."
CHANGED = "its Python was changed, and runs only when you say so"
UNTOLD = "Python is making it."
PARTLY = "A history in CSV ends with the last whole epoch."


def view(state: State) -> list:
    """The writes for both ways; none while another tab is open."""
    if state.look.tab != "runs":
        return []
    sharing = state.sharing
    out = sharing.out if sharing.out_of == shared(state) else {}
    chosen = chosen_of(state)
    letter = chosen.letter if chosen else ""
    return [
        ("runs-markdown", "value", out.get("markdown", "")),
        ("runs-markdown-copy", "disabled", not out.get("markdown")),
        ("runs-link-copy", "disabled", not out.get("packed")),
        ("runs-link-text", "value", link_of(state)),
        ("runs-out-note", "text", _note(state, out)),
        ("runs-copied", "text", _copied(state)),
        ("runs-results", "text", f"Results of run {letter}, CSV"),
        ("runs-history", "text", f"History of run {letter}, CSV"),
        ("runs-stride", "choice", str(sharing.stride)),
        ("runs-sharing-note", "text", how_far(state, FILE) or sharing.sharing_note),
    ] + _brought(state)


def link_of(state: State) -> str:
    """The link that brings all runs; empty while Python has not made it."""
    sharing = state.sharing
    packed = sharing.out.get("packed", "") if sharing.out_of == shared(state) else ""
    return f"{state.teacher.page_address}#{RUNS}={packed}" if packed else ""


def _note(state: State, out: dict) -> str:
    if not state.sharing.out_open:
        return ""
    words = [out.get("note", "")] if out else [UNTOLD]
    if any(at[1] for _, _, at, _ in shared(state)):
        words.append(PARTLY)
    link = link_of(state)
    return " ".join([part for part in words + [length_in_words(link) if link else ""] if part])


def _copied(state: State) -> str:
    if not state.sharing.copied_runs:
        return ""
    what, done, text = state.sharing.copied_runs
    now = state.sharing.out.get("markdown") if what == "markdown" else link_of(state)
    if text != now:
        return ""
    return f"{'Table' if what == 'markdown' else 'Link'} copied." if done else SELECTED


def _brought(state: State) -> list:
    sharing, preview = state.sharing, state.sharing.preview
    runs = preview.get("runs", [])
    source, name, _ = sharing.brought_runs or ("", "", "")
    words = READING if sharing.brought_runs and not preview else preview.get("complaint", "")
    if runs:
        many = counted(len(runs), "run")
        words = FROM["file"].format(name, many) if source == "file" else FROM[source].format(many)
    return [
        ("brought", "hidden", not sharing.brought_runs),
        ("brought-text", "text", words),
        ("brought-text", "class", "complaint" if preview.get("complaint") else ""),
        ("brought-list", "html", "".join([_one(run) for run in runs])),
        ("brought-notes", "html", "".join([f"<li>{escaped(note)}</li>" for note in preview.get("notes", [])])),
        ("brought-add", "hidden", not runs),
        ("brought-add", "text", f"Add {counted(len(runs), 'run')}"),
    ]


def _one(run: dict) -> str:
    name = run["name"]
    usual = with_row(own_name(run["texts"]), int(run["texts"]["epochs"]), run["row"])
    words = f"{name}: {usual}" if name else usual
    program = f" ({CHANGED})" if run["texts"]["rule"] else ""
    return f"<li>{escaped(words + program)}</li>"
