"""The data: what is in use, a person's own and how it is read, and the training rows, which can be changed."""

from perceptron.aspects import TRAINING_ROWS_A_PAGE
from perceptron.fields import grouped
from perceptron.limits import MOST_BYTES, MOST_INPUTS, MOST_ROWS
from perceptron.numerals import as_number, with_minus
from web.page.held import Held, is_blank
from web.page.markup import escaped, option
from web.page.state import State
from web.page.update.data import NEW_ROW, cell_key, new_row, slid_cell
from web.page.views.link import MOST_SAFE

# What the list of ways to divide the rows says; the build writes it.
TESTS = {
    "all": "all rows train and test",
    "every": "every n-th row tests",
    "share": "a share tests, drawn with a seed",
    "column": "a column says which",
}
AUTOMATIC = "find out"
CHOOSE = "Go to another cell to move that one."
TOO_FAR = "These numbers are too large or too small for a slider."
REMOVE = '<td><span class="spoken">Remove</span></td>'
LIMITS = (
    "Paste cells from a spreadsheet, or type: one row a line, the last column is the target. "
    f"At most {MOST_INPUTS} inputs, {grouped(MOST_ROWS)} rows and {MOST_BYTES // 1_000_000} MB."
)
TOO_LONG = "{} is too long to show here. Its first rows are shown below."
STILL_USABLE = "You can use it as it is. Then you can change its rows one by one, among the training rows."
LONG_ADDRESS = (
    "This page’s address holds your data. It has more than {} characters, and mail and chat programs may cut it. "
    "Save the experiment as a file instead, and open it here again."
)


def view(state: State) -> list:
    """The writes for the panel; none while another tab is open."""
    if state.look.tab != "data":
        return []
    return _own(state) + _used(state) + _ways(state) + _found(state) + _in_use(state) + _new_row(state)


def _own(state: State) -> list:
    """What the person gives, and why it could not be taken."""
    own = state.own
    complaint = own.file_complaint or state.form.complaints.get("choose-data", "")
    name = own.opened_file[0] if own.opened_file else ""
    waits = own.using or state.is_to_be_read
    refused = complaint or own.reading.get("complaint")
    is_long = name and not waits and not own.reading.get("complaint")
    return [
        ("own-hint", "text", LIMITS),
        ("own-text", "placeholder", TOO_LONG.format(name) if is_long else None),
        ("own-file-name", "text", f"{name} is open. {STILL_USABLE}" if is_long else ""),
        ("own-complaint", "text", complaint),
        ("own-text", "aria-invalid", "true" if not name and refused else None),
        ("own-file", "aria-invalid", "true" if name and refused else None),
        ("own-wait", "text", "Python reads it." if waits else ""),
    ] + ([] if isinstance(own.pasted, Held) else [("own-text", "value", own.pasted)])


def _used(state: State) -> list:
    """What “Use this data” has done, beside it, and the next step; gone with other data, or when another was given."""
    panel, settings = state.panel_of("data"), state.form.settings
    is_used = bool(state.own.used) and settings["data"] == state.own.used and bool(panel) and not state.own.using
    is_used = is_used and state.to_read == state.own.used_of and not state.own.file_complaint
    is_new = state.run == "untrained"
    return [
        ("own-used", "hidden", not is_used),
        ("own-used-text", "text", f"✓ In use now. {panel['in_use']}{_next_step(state)}" if is_used else ""),
        ("own-train", "hidden", not is_new),
    ]


def _next_step(state: State) -> str:
    """What comes next, and after training what came of it: the results are out of sight from here."""
    if state.run == "untrained":
        return " Next, train the neuron on it."
    return f" Trained: {state.said.report['score_now']}." if state.run == "trained" else ""


def _ways(state: State) -> list:
    """How a table is to be read."""
    ways, columns = state.own.ways, state.own.reading.get("columns", [])
    is_table = bool(columns) or ways != State().own.ways or bool(state.own.reading.get("ways"))
    writes: list = [("own-ways", "hidden", not is_table)]
    for name in ("separator", "decimal", "header", "test"):
        writes.append((f"own-{name}", "choice", ways[name]))
    for name, kind in (("every", "every"), ("percent", "share"), ("seed", "share")):
        writes += [(f"own-{name}", "value", ways[name]), (f"own-{name}-field", "hidden", ways["test"] != kind)]
    known = [value for value, _ in columns]
    for name in ("target", "column"):
        entries = columns if ways[name] in known or not ways[name] else columns + [[ways[name], ways[name]]]
        options = [option(value, words, value == ways[name]) for value, words in entries]
        if name == "target":
            options = [option("", "the last column", not ways[name])] + options
        writes.append((f"own-{name}", "html", "".join(options)))
    return writes + [("own-column-field", "hidden", ways["test"] != "column")]


def _found(state: State) -> list:
    """How it was read, or why it was not, and the ways out."""
    reading = state.own.reading if state.own.opened_file or not is_blank(state.own.pasted) else {}
    ways, table = reading.get("ways", []), reading.get("table", [])
    buttons = [
        f'<button type="button" data-separator="{way["separator"]}" data-decimal="{way["decimal"]}">'
        f"{escaped(way['words'])}</button>"
        for way in ways
    ]
    body = "".join([_line(row) for row in table[1:]])
    return [
        ("own-read", "hidden", not reading),
        ("own-reading", "text", " ".join(reading.get("notes", [])) if not reading.get("complaint") else ""),
        ("own-refusal", "text", reading.get("complaint", "")),
        ("own-which", "hidden", not ways),
        ("own-readings", "html", "".join(buttons)),
        ("own-preview-place", "hidden", not table),
        ("own-preview", "html", f"<thead>{_heads(table[0])}</thead><tbody>{body}</tbody>" if table else ""),
    ]


def _in_use(state: State) -> list:
    """The data in use, and a page of its training rows. While another run is opened, the rows stay as they are."""
    length = len(state.form.settings["data"])
    writes: list = [
        ("data-address", "text", LONG_ADDRESS.format(grouped(length)) if length > MOST_SAFE else ""),
    ]
    panel = state.panel_of("data")
    if not panel:
        return writes
    first, rows, count = panel["first"], panel["rows"], panel["count"]
    writes += [
        ("data-in-use", "text", panel["in_use"]),
        ("data-teaches", "text", panel["teaches"]),
        ("data-known", "hidden", not panel["facts"]),
        ("data-facts", "html", "".join([_fact(fact) for fact in panel["facts"]])),
        ("data-heads", "html", _heads(panel["columns"], REMOVE)),
        ("data-rows", "html", _cells(panel)),
        ("training-shown", "text", f"Rows {grouped(first + 1)} to {grouped(first + len(rows))} of {grouped(count)}"),
        ("training-back", "disabled", first == 0),
        ("training-on", "disabled", first + len(rows) >= count),
        ("training-pager", "hidden", count <= TRAINING_ROWS_A_PAGE),
        ("training-note", "text", "Each change is for training and for the test." if panel["for_both"] else ""),
        ("rows-changed", "hidden", not _left_by_an_edit(state)),
    ]
    writes += _slider(state, panel)
    for place, row in enumerate(rows):
        complaints = []
        for column, text in enumerate(row):
            key = cell_key(first + place, column)
            complaint = state.own.row_complaints.get(key, "")
            complaints += [complaint] if complaint else []
            writes += [
                (f"cell-{place}-{column}", "value", state.own.row_texts.get(key, text)),
                (f"cell-{place}-{column}", "aria-invalid", "true" if complaint else None),
            ]
        last = state.own.row_complaints.get(cell_key(first + place, -1), "")
        writes.append((f"row-{place}-complaint", "text", " ".join(complaints + ([last] if last else []))))
    return writes


def _left_by_an_edit(state: State) -> bool:
    """Whether a change of the rows has left a trained run, to which the person may want to go back."""
    data, before = state.form.settings["data"], state.form.run_before
    return bool(before) and data == state.own.edited != before["settings"]["data"]


def _new_row(state: State) -> list:
    """The row that is to be added: one field for each column, with the question in it."""
    panel = state.panel_of("data")
    if not panel:
        return []
    names, complaints = panel["columns"], state.own.row_complaints
    fields = [
        f'<div class="field"><label for="new-{column}">{escaped(name)}</label><input type="text" id="new-{column}" '
        f'data-column="{column}" autocomplete="off" aria-describedby="new-complaint"></div>'
        for column, name in enumerate(names)
    ]
    writes: list = [("new-cells", "html", "".join(fields))]
    said = []
    for column, text in enumerate(new_row(state)[: len(names)]):
        complaint = complaints.get(cell_key(NEW_ROW, column), "")
        said += [complaint] if complaint else []
        writes += [
            (f"new-{column}", "value", text),
            (f"new-{column}", "aria-invalid", "true" if complaint else None),
        ]
    whole = complaints.get(cell_key(NEW_ROW, -1), "")
    return writes + [("new-complaint", "text", " ".join(said + ([whole] if whole else [])))]


def _fact(fact: dict) -> str:
    """What to know, and what would help as buttons."""
    buttons = [
        f'<button type="button" data-setting="{remedy["setting"]}" data-word="{escaped(remedy["word"])}">'
        f"{escaped(remedy['words'])}</button>"
        for remedy in fact["remedies"]
    ]
    return f"<li>{escaped(fact['sentence'])} {' '.join(buttons)}</li>"


def _slider(state: State, panel: dict) -> list:
    """While Live is on, the chosen cell can be moved. Its slider stands where the cell's number is."""
    if not state.live.live:
        return [("live-cell-place", "hidden", True)]
    row, column = slid_cell(state)
    slide, name = panel["slides"][column], panel["columns"][column]
    text = state.own.row_texts.get(cell_key(row, column), panel["rows"][row - panel["first"]][column])
    writes: list = [
        ("live-cell-place", "hidden", False),
        ("live-cell-label", "text", f"Row {row + 1}, {name}: {_number(text)}"),
        ("live-cell-text", "text", CHOOSE if slide else f"{TOO_FAR} {CHOOSE}"),
        ("live-cell", "disabled", not slide),
        ("live-cell", "aria-valuetext", _number(text)),
    ]
    if not slide:
        return writes
    names = slide["names"]
    place = str(names.index(text)) if text in names else _plain(text)
    return writes + [
        ("live-cell", "min", slide["least"]),
        ("live-cell", "max", slide["most"]),
        ("live-cell", "step", slide["step"]),
        ("live-cell", "value", place),
    ]


def _plain(text: str) -> str:
    """What stands in a cell as a slider takes it; a person may have typed it with a comma."""
    try:
        return f"{as_number(text):.15g}"
    except ValueError:
        return text


def _cells(panel: dict) -> str:
    """The fields of the rows, without what stands in them."""
    names, lines = panel["columns"], []
    for place in range(len(panel["rows"])):
        row = panel["first"] + place
        cells = [
            f'<td><input type="text" id="cell-{place}-{column}" data-row="{row}" data-column="{column}" '
            f'autocomplete="off" aria-label="Row {row + 1}, {escaped(name)}" '
            f'aria-describedby="row-{place}-complaint"></td>'
            for column, name in enumerate(names)
        ]
        lines.append(
            f'<tr><th scope="row">{row + 1}</th>{"".join(cells)}<td><button type="button" data-row="{row}" '
            f'aria-label="Remove row {row + 1}">Remove</button>'
            f'<p class="complaint" id="row-{place}-complaint"></p></td></tr>'
        )
    return "".join(lines)


def _heads(names: list, more: str = "") -> str:
    before = '<th scope="col">Row</th>' if more else ""
    cells = "".join([f'<th scope="col">{escaped(name)}</th>' for name in names])
    return f"<tr>{before}{cells}{more}</tr>"


def _line(texts: list) -> str:
    return f"<tr>{''.join([f'<td>{escaped(_number(text))}</td>' for text in texts])}</tr>"


def _number(text: str) -> str:
    """A cell as people read it: with a minus sign, if it is a negative number."""
    return with_minus(text) if text[:1] == "-" and text[1:2].isdigit() else text
