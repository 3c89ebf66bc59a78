"""The results: the table of test rows, the score, and how it compares with the article."""

from perceptron.aspects import ROWS_A_PAGE
from web.page.markup import escaped
from web.page.state import State

UNKNOWN = "…"
CHANGING = "When training pauses, you can read here what the wrong rows have in common."


def view(state: State) -> list:
    """The writes for the results panel."""
    report = state.said.report
    if not report:
        return [
            ("score", "text", f"{UNKNOWN} of {UNKNOWN} right"),
            ("score-note", "text", "Waiting for Python to predict the test rows."),
            ("comparison", "text", ""),
            ("comparison", "class", "comparison"),
            ("differences", "text", ""),
            ("differences-more", "hidden", True),
            ("results-head", "html", ""),
            ("results-body", "html", ""),
            ("summary", "text", ""),
        ] + _pager(0, 0)
    shown, start = report["shown"], state.said.start
    trained = shown["epoch"] > 0 or shown["row"] > 0
    # While it trains they would change too fast to be read.
    differences = "" if state.run == "training" else report["comparison"]["differences"]
    writes = [
        ("score", "text", f"{report['right_count']} of {start['rows']:,} test {_things(start)} right"),
        ("score-note", "text", f"Before training: {start['score']}" if trained else "Before training"),
        ("comparison", "text", report["comparison"]["sentence"]),
        ("comparison", "class", "comparison same" if report["comparison"]["same"] else "comparison"),
        ("differences", "text", differences),
        ("differences-more", "hidden", not differences),
        ("results-head", "html", _head(start)),
        ("results-body", "html", _body(state)),
        ("summary", "text", state.said.summary or CHANGING),
    ]
    writes += _pager(state.look.page, start["rows"])
    first = state.look.page * ROWS_A_PAGE
    for number, (printed, right) in enumerate(zip(report["printed"], report["right"]), first):
        chosen = number == state.look.test_row
        writes += [
            (f"after-{number}", "text", printed if trained else "–"),
            (f"verdict-{number}", "text", "✓ right" if right else "✗ wrong"),
            (f"verdict-{number}", "class", "verdict right" if right else "verdict wrong"),
            (f"verdict-{number}", "aria-pressed", "true" if chosen else "false"),
            (f"verdict-{number}", "tabindex", "0" if chosen else "-1"),
        ]
    return writes


def _things(start: dict) -> str:
    """What the test rows are."""
    return "sums" if start["rule"] == "sum" else "rows"


def _pager(page: int, rows: int) -> list:
    """Which rows are on this page, where there are more than fit on one."""
    first, last = page * ROWS_A_PAGE + 1, min((page + 1) * ROWS_A_PAGE, rows)
    return [
        ("pager", "hidden", rows <= ROWS_A_PAGE),
        ("pager-text", "text", f"Rows {first:,} to {last:,} of {rows:,}"),
        ("rows-back", "disabled", page == 0),
        ("rows-on", "disabled", last >= rows),
    ]


def _head(start: dict) -> str:
    """The names of the columns."""
    names = start["inputs"] + [start["target"], "Before training", "After training", "Verdict"]
    return "<tr>" + "".join([f'<th scope="col">{escaped(name)}</th>' for name in names]) + "</tr>"


_bodies: dict = {}


def _body(state: State) -> str:
    """The rows of this start; they are written once for each start, because they are many."""
    table = state.said.start["table"]
    if _bodies.get("of") is not table:
        first = state.look.page * ROWS_A_PAGE
        _bodies["of"], _bodies["html"] = table, "".join(_row(number, row) for number, row in enumerate(table, first))
    return str(_bodies["html"])


def _row(number: int, row: dict) -> str:
    """The cells that stay as they are for one start, and two empty ones that training fills."""
    cells = "".join(f"<td>{escaped(text)}</td>" for text in row["inputs"] + [row["target"], row["before"]])
    button = (
        f'<button type="button" id="verdict-{number}" data-row="{number}" aria-describedby="verdict-hint"></button>'
    )
    return f'<tr>{cells}<td id="after-{number}"></td><td>{button}</td></tr>'
