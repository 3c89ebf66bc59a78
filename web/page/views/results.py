"""The results: the table of test rows, the score with its ceiling, and how it compares with the article."""

from perceptron.aspects import FLOWS, ROWS_A_PAGE
from web.page.asking import SECRET, rows_kept_back
from web.page.attempts import is_lifted, is_set_by_hand
from web.page.guide import tabs_shown
from web.page.markup import escaped
from web.page.reply import ceiling_of, lift_of, near_of, score_called, summary_of
from web.page.state import State

UNKNOWN = "…"
BEFORE = "Before training"
TEST_ROW = FLOWS[1]
# Of more inputs than these the columns are narrow; and of more than those they do not fit anyway, so they scroll.
FEW_INPUTS, SOME_INPUTS = 2, 3
CHANGING = "When training pauses, you can read here what the wrong rows have in common."
# Whoever sets the neuron by hand wants to know to which side a wrong answer is off.
SIDES = {"high": "▲ too high", "low": "▼ too low"}
WHEN_LET_GO = "When you let go, you can read here what the most is."
REASON_ASKED = "The quiz asks for this prediction."
REASON_CHANGING = "When training pauses, you can read here why."


def view(state: State) -> list:
    """The writes for the results panel."""
    report = state.said.report
    if not report:
        return [
            ("score", "text", f"{UNKNOWN} of {UNKNOWN} right"),
            ("progress-score", "text", ""),
            ("score-note", "text", "Waiting for Python to predict the test rows."),
            ("ceiling", "text", ""),
            ("way-up", "hidden", True),
            ("way-up", "text", ""),
            ("lift", "hidden", True),
            ("lift", "text", ""),
            ("lift-place", "hidden", True),
            ("lift-text", "text", ""),
            ("near", "hidden", True),
            ("near-text", "text", ""),
            ("allow", "text", ""),
            ("comparison", "text", ""),
            ("comparison", "class", "comparison"),
            ("comparison", "hidden", False),
            ("differences", "text", ""),
            ("differences-more", "hidden", True),
            ("results-head", "html", ""),
            ("results-body", "html", ""),
            ("results-body", "data-shown", None),
            ("summary", "text", ""),
        ] + _pager(0, 0)
    shown, start = report["shown"], state.said.start
    trained = shown["epoch"] > 0 or shown["row"] > 0
    # While it trains they would change too fast to be read.
    differences = "" if state.run == "training" else report["comparison"]["differences"]
    compares = not state.by_hand  # whoever sets the weights has another goal than the article’s lines
    score = score_called(report["right_count"], start)
    writes = [
        ("score", "text", score),
        ("progress-score", "text", score),
        ("score-note", "text", f"{BEFORE}: {start['score']}" if trained else start_called(state)[0]),
        ("comparison", "text", report["comparison"]["sentence"] if compares else ""),
        ("comparison", "class", "comparison same" if report["comparison"]["same"] else "comparison"),
        ("comparison", "hidden", not report["comparison"]["sentence"] or not compares),
        ("differences", "text", differences),
        ("differences-more", "hidden", not differences or not compares),
        ("results-head", "html", _head(start, start_called(state)[1])),
        ("results-body", "html", _body(start)),
        ("summary", "text", summary_of(state) or CHANGING),
    ]
    writes.append(("results-body", "data-shown", "" if state.look.flow == TEST_ROW else None))
    return writes + _ceiling(state) + _pager(report["page"], start["rows"]) + _rows(state, trained)


def _ceiling(state: State) -> list:
    """The most that this neuron can get, and after training, where another activation can get more, the way there."""
    ceiling = ceiling_of(state)
    way_up = ceiling.get("way_up")
    all_right = state.said.report["right_count"] == state.said.start["rows"]
    return [
        ("ceiling", "text", ceiling.get("sentence", WHEN_LET_GO if state.live.holding else "")),
        ("way-up", "hidden", not way_up or all_right or state.run != "trained" or bool(state.look.moment)),
        ("way-up", "text", way_up[1] if way_up else ""),
    ] + _lift(state)


def _lift(state: State) -> list:
    """The way to see what other weights would do, and once it is taken, what they do."""
    lift = lift_of(state)
    return [
        ("lift", "hidden", not lift or not (state.epoch or state.row) or state.run == "training"),
        ("lift", "text", lift.get("label", "")),
        ("lift-place", "hidden", not is_lifted(state)),
        ("lift-text", "text", state.hand.lifted["sentence"] if is_lifted(state) else ""),
    ] + _near(state)


def _near(state: State) -> list:
    """Where the answers are near and few of them right, the way to the tolerance that shows it."""
    near = near_of(state)
    is_trained = state.said.report["shown"]["epoch"] > 0 and state.run != "training"
    return [
        ("near", "hidden", not near or not is_trained),
        ("near-text", "text", near.get("sentence", "")),
        ("allow", "text", near.get("label", "")),
    ]


def _rows(state: State, trained: bool) -> list:
    """What training changes in each row, and the reason beside the chosen one."""
    report, writes = state.said.report, []
    told, by_hand = zip(report["printed"], report["answered"], report["right"], report["side"]), is_set_by_hand(state)
    now, before = rows_kept_back(state, "now"), rows_kept_back(state, "before")
    for number, (printed, answered, right, side) in enumerate(told, report["page"] * ROWS_A_PAGE):
        after = SECRET if number in now else _answer(printed, answered)
        chosen = number == state.look.test_row
        is_open = chosen and state.reason_is_open
        writes += [
            (f"after-{number}", "html", after if trained else "–"),
            (f"verdict-{number}", "text", SIDES[side] if side and by_hand else "✓ right" if right else "✗ wrong"),
            (f"verdict-{number}", "class", "verdict right" if right else "verdict wrong"),
            (f"verdict-{number}", "aria-pressed", "true" if chosen else "false"),
            (f"verdict-{number}", "aria-expanded", "true" if is_open else "false"),
            (f"verdict-{number}", "aria-describedby", f"reason-text-{number}" if is_open else "verdict-hint"),
            (f"verdict-{number}", "tabindex", "0" if chosen else "-1"),
            (f"reason-{number}", "hidden", not is_open),
            (f"reason-text-{number}", "text", _reason(state, number) if is_open else ""),
        ]
        if is_open:
            writes.append((f"more-{number}", "hidden", "why" not in tabs_shown(state)))
    for number, row in enumerate(state.said.start["table"], state.said.start["page"] * ROWS_A_PAGE):
        known = SECRET if number in before else _answer(row["before"], row["answered"])
        writes.append((f"before-{number}", "html", known))
    return writes


def _answer(printed: str, answered: str) -> str:
    """An answer, and under it the class that it is nearer to, if there are classes."""
    return f"{printed}<small>{escaped(answered)}</small>" if answered else printed


def _reason(state: State, number: int) -> str:
    if number in rows_kept_back(state, "now"):
        return REASON_ASKED
    reason = state.said.reason
    return str(reason["sentence"]) if reason and reason["row"] == number else REASON_CHANGING


def _pager(page: int, rows: int) -> list:
    """Which rows are on this page, where there are more than fit on one."""
    first, last = page * ROWS_A_PAGE + 1, min((page + 1) * ROWS_A_PAGE, rows)
    return [
        ("pager", "hidden", rows <= ROWS_A_PAGE),
        ("pager-text", "text", f"Rows {first:,} to {last:,} of {rows:,}"),
        ("rows-back", "disabled", page == 0),
        ("rows-on", "disabled", last >= rows),
    ]


def start_called(state: State) -> tuple:
    """What the neuron at its start is called, below the score and at the head of a column.

    Weights that were learned and then changed are not those of before training.
    """
    if is_lifted(state):
        return "Trained weights with another bias", "Bias moved"
    if is_set_by_hand(state) and state.hand.borrowed:
        return "As it is set now", "As set now"
    return BEFORE, BEFORE


def _head(start: dict, start_name: str) -> str:
    """The names of the columns."""
    names = start["inputs"] + [start["target"], start_name, "After training", "Verdict"]
    return (
        f'<tr class="{_width(len(start["inputs"]))}">'
        + "".join([f'<th scope="col"><span>{escaped(name)}</span></th>' for name in names])
        + "</tr>"
    )


def _width(inputs: int) -> str:
    """How much room the style sheet gives to the columns."""
    if inputs <= FEW_INPUTS:
        return "few"
    return "some" if inputs <= SOME_INPUTS else "many"


_bodies: dict = {}


def _body(start: dict) -> str:
    """The rows of this start; they are written once for each start, because they are many."""
    table = start["table"]
    if _bodies.get("of") is not table:
        first = start["page"] * ROWS_A_PAGE
        _bodies["of"], _bodies["html"] = table, "".join(_row(number, row) for number, row in enumerate(table, first))
    return str(_bodies["html"])


def _row(number: int, row: dict) -> str:
    """The cells that stay as they are for one start, empty ones for what the neuron says, a place for the reason."""
    cells = "".join([f"<td>{escaped(text)}</td>" for text in row["inputs"] + [row["target"]]])
    cells += f'<td id="before-{number}"></td>'
    button = f'<button type="button" id="verdict-{number}" aria-controls="reason-{number}"></button>'
    label = f"More about row {number + 1}"
    more = f'<button type="button" id="more-{number}" data-more="{number}" aria-label="{label}">More</button>'
    columns = len(row["inputs"]) + 4
    return (
        f'<tr data-row="{number}">{cells}<td id="after-{number}"></td><td>{button}</td></tr>'
        f'<tr class="reason" id="reason-{number}"><td colspan="{columns}"><p><span id="reason-text-{number}"></span> '
        f"{more}</p></td></tr>"
    )
