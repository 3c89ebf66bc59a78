"""The update line by line: the lines in the order in which they ran, and the values of the one that is looked at."""

from perceptron.fields import grouped
from web.page.lines import is_playing, line_shown, lines_told
from web.page.markup import escaped
from web.page.state import State

WAITING = "The lines come when the neuron rests."
NOTHING = "no value"
RETURN = "return"  # stands for what a function gives back


def view(state: State) -> list:
    """The writes for this way of looking at an update; none while another tab is open."""
    panel = state.panel_of("update")
    if not panel:
        return []
    lines, said = lines_told(state), state.said.lines
    number, complaint = line_shown(state), state.trace.line_complaint
    playing, last = is_playing(state), len(lines) - 1
    line = lines[number] if lines else {}
    return [
        ("by-line", "checked", state.look.by_line),
        ("stages", "hidden", state.look.by_line),
        ("lines", "hidden", not state.look.by_line),
        ("lines-note", "text", " ".join([text for text in _notes(said) if text])),
        ("lines-place", "hidden", not lines),
        ("line-first", "disabled", number == 0),
        ("line-back", "disabled", number == 0),
        ("line-on", "disabled", number >= last),
        ("line-last", "disabled", number >= last),
        ("line-play", "text", "Pause the lines" if playing else "Play the lines"),
        ("line-number", "value", state.trace.line_refused if complaint else str(number + 1)),
        ("line-number", "aria-invalid", "true" if complaint else None),
        ("line-most", "text", f"of {grouped(len(lines))}"),
        ("line-complaint", "text", complaint),
        ("line-text", "text", line["text"].strip() if line else ""),
        ("line-where", "text", _where(line) if line else ""),
        ("line-where", "aria-live", "off" if playing else state.voice),
        ("line-values", "html", _values(line) if line else ""),
        ("lines-body", "html", _table(lines)),
    ]


def _notes(said: dict) -> tuple:
    """What there is to know about the lines as a whole."""
    return (said["left_out"], said["fault"]) if said else (WAITING,)


def _where(line: dict) -> str:
    """As in “Line 26 of the program, in predict, turn 2 of the loop in line 25.”"""
    function = "" if line["function"] == "<module>" else f", in {line['function']}"
    turns = "".join([f", turn {grouped(turn)} of the loop in line {loop}" for loop, turn in line["turns"]])
    return f"Line {line['line']} of the program{function}{turns}."


def _values(line: dict) -> str:
    """What it reads and what it writes, as entries of a list of terms."""
    read = [_term(f"reads {escaped(name)}", value, "") for name, value in line["read"]]
    wrote = [_term(_deed(name), value, ' class="wrote"') for name, value in line["wrote"]]
    return "".join(read + wrote) or _term("reads and writes", NOTHING, "")


def _deed(name: str) -> str:
    return "gives back" if name == RETURN else f"writes {escaped(name)}"


def _term(what: str, value: str, marked: str) -> str:
    return f"<div{marked}><dt>{what}</dt><dd>{escaped(value)}</dd></div>"


_tables: dict = {}


def _table(lines: list) -> str:
    """All lines as rows; they are written once for an update, because there may be many."""
    if _tables.get("of") is not lines:
        around = min([_indentation(line) for line in lines] or [0])
        rows = [_row(number, line, around) for number, line in enumerate(lines)]
        _tables["of"], _tables["html"] = lines, "".join(rows)
    return str(_tables["html"])


def _indentation(line: dict) -> int:
    return len(line["text"]) - len(line["text"].lstrip())


def _row(number: int, line: dict, around: int) -> str:
    """A row, without so many spaces before the line, which all lines have."""
    inside = _indentation(line) - around
    inner = f' data-in="{inside}"' if inside else ""  # so that a long line goes on within it
    turns = ", ".join([grouped(turn) for _, turn in line["turns"]])
    read = "; ".join([f"{name} = {value}" for name, value in line["read"]])
    wrote = "; ".join([value if name == RETURN else f"{name} = {value}" for name, value in line["wrote"]])
    return (
        f'<tr data-line="{number}"><th scope="row">{number + 1}</th><td>{line["line"]}</td><td>{turns}</td>'
        f"<td><code{inner}>{escaped(line['text'][around:])}</code></td><td>{escaped(read)}</td><td>{escaped(wrote)}</td></tr>"
    )
