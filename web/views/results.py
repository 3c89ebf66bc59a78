"""The results: the table of test rows, the score, and how it compares with the article."""

from web.state import State

UNKNOWN = "…"


def view(state: State) -> list:
    """The writes for the results panel."""
    report = state.report
    if not report:
        return [
            ("score", "text", f"{UNKNOWN} of {UNKNOWN} correct"),
            ("score-note", "text", "Python is working out this start."),
            ("comparison", "text", ""),
            ("comparison", "class", "comparison"),
            ("differences", "text", ""),
            ("results-body", "html", ""),
        ]
    trained = state.run != "untrained"
    writes = [
        ("score", "text", report["score"]),
        ("score-note", "text", f"before training: {report['score_before']}" if trained else "before training"),
        ("comparison", "text", report["comparison"]["sentence"]),
        # While it trains they would change too fast to be read.
        ("differences", "text", "" if state.run == "training" else report["comparison"]["differences"]),
        ("comparison", "class", "comparison same" if report["comparison"]["same"] else "comparison"),
        ("results-body", "html", "".join(_row(number, row) for number, row in enumerate(report["table"]))),
    ]
    for number, (printed, right) in enumerate(zip(report["printed"], report["right"])):
        writes += [
            (f"after-{number}", "text", printed if trained else "–"),
            (f"verdict-{number}", "text", "✓ right" if right else "✗ wrong"),
            (f"verdict-{number}", "class", "right" if right else "wrong"),
        ]
    return writes


def _row(number: int, row: dict) -> str:
    """The cells that stay as they are for one start, and two empty ones that training fills."""
    first, second = row["inputs"]
    cells = "".join(f"<td>{text}</td>" for text in (first, second, row["sum"], row["before"]))
    return f'<tr>{cells}<td id="after-{number}"></td><td id="verdict-{number}"></td></tr>'
