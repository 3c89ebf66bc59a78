"""The results: the table of test rows, the score, and how it compares with the article."""

from web.page.state import State

UNKNOWN = "…"
CHANGING = "When training pauses, you can read here what the wrong rows have in common."


def view(state: State) -> list:
    """The writes for the results panel."""
    report = state.said.report
    if not report:
        return [
            ("score", "text", f"{UNKNOWN} of {UNKNOWN} test sums right"),
            ("score-note", "text", "Waiting for Python to predict these sums."),
            ("comparison", "text", ""),
            ("comparison", "class", "comparison"),
            ("differences", "text", ""),
            ("differences-more", "hidden", True),
            ("results-body", "html", ""),
            ("summary", "text", ""),
        ]
    shown = report["shown"]
    trained = shown["epoch"] > 0 or shown["row"] > 0
    # While it trains they would change too fast to be read.
    differences = "" if state.run == "training" else report["comparison"]["differences"]
    writes = [
        ("score", "text", f"{report['right_count']} of {state.said.start['rows']} test sums right"),
        ("score-note", "text", f"Before training: {state.said.start['score']}" if trained else "Before training"),
        ("comparison", "text", report["comparison"]["sentence"]),
        ("comparison", "class", "comparison same" if report["comparison"]["same"] else "comparison"),
        ("differences", "text", differences),
        ("differences-more", "hidden", not differences),
        ("results-body", "html", _body(state)),
        ("summary", "text", state.said.summary or CHANGING),
    ]
    for number, (printed, right) in enumerate(zip(report["printed"], report["right"])):
        chosen = number == state.look.test_row
        writes += [
            (f"after-{number}", "text", printed if trained else "–"),
            (f"verdict-{number}", "text", "✓ right" if right else "✗ wrong"),
            (f"verdict-{number}", "class", "verdict right" if right else "verdict wrong"),
            (f"verdict-{number}", "aria-pressed", "true" if chosen else "false"),
            (f"verdict-{number}", "tabindex", "0" if chosen else "-1"),
        ]
    return writes


_bodies: dict = {}


def _body(state: State) -> str:
    """The rows of this start; they are written once for each start, because they are many."""
    table = state.said.start["table"]
    if _bodies.get("of") is not table:
        _bodies["of"], _bodies["html"] = table, "".join(_row(number, row) for number, row in enumerate(table))
    return str(_bodies["html"])


def _row(number: int, row: dict) -> str:
    """The cells that stay as they are for one start, and two empty ones that training fills."""
    first, second = row["inputs"]
    cells = "".join(f"<td>{text}</td>" for text in (first, second, row["target"], row["before"]))
    button = (
        f'<button type="button" id="verdict-{number}" data-row="{number}" aria-describedby="verdict-hint"></button>'
    )
    return f'<tr>{cells}<td id="after-{number}"></td><td>{button}</td></tr>'
