"""The update line by line, read off a State: the lines that Python told, and the one that is looked at."""

from web.page.state import State


def lines_told(state: State) -> list:
    """The lines that ran for the update that is shown, see web.worker.reports.lines; none while they are not seen."""
    is_seen = state.look.tab == "update" and state.look.by_line
    lines: list = state.said.lines.get("ran", []) if is_seen else []
    return lines


def line_shown(state: State) -> int:
    """Which of them is looked at, from 0; another update may have fewer lines."""
    return max(0, min(state.trace.line, len(lines_told(state)) - 1))


def is_playing(state: State) -> bool:
    """Whether the next line comes by itself."""
    return state.trace.lines_playing and line_shown(state) < len(lines_told(state)) - 1


def lit_parts(state: State) -> tuple:
    """The parts of the drawing that the line is about."""
    lines = lines_told(state)
    return tuple(lines[line_shown(state)]["parts"]) if lines else ()
