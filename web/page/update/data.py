"""What follows when a person brings own data, uses it, or changes training rows.

What is read changes nothing; only “Use this data” and a change of a row make other data, and so another run.
"""

from perceptron.aspects import TRAINING_ROWS_A_PAGE
from perceptron.limits import MOST_WRITTEN, check_bytes
from perceptron.settings_table import DEFAULTS, SETTINGS
from web.page import messages
from web.page.attempts import NO_ATTEMPTS
from web.page.geometry import between
from web.page.held import Held, is_blank
from web.page.request import MOVE, MOVES
from web.page.state import State
from web.page.topics import Own
from web.page.update import live
from web.page.update.choices import CHOICE_FIELDS, another_run
from web.page.update.form import PARAMETER_FIELDS, with_settings, without_complaints

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from web.worker.session import Request

NEW_ROW = "new"
KEPT = "The old value stays in use."
NOTHING_TO_USE = "There is nothing to use yet. Paste or type a table, or open a file."


def cell_key(row: object, column: int) -> str:
    """What a cell's complaint and refused text are kept under; the row is its number, or NEW_ROW."""
    return f"{row}-{column}"


def new_row(state: State) -> list:
    """The texts of the row that is to be added: what was typed there, and else the question."""
    asked = list(state.form.question) + [""]
    texts = state.own.row_texts
    return [texts.get(cell_key(NEW_ROW, column), text) for column, text in enumerate(asked)]


def _own_typed(state: State, message: messages.OwnTyped) -> State:
    try:
        check_bytes(message.text.size if isinstance(message.text, Held) else 0, MOST_WRITTEN)
    except ValueError as error:
        # Nor is the text before it used any longer: the person has given another.
        return state.but(
            file_complaint=f"This text {error}", pasted="", opened_file=(), reading={}, read_of=(), using=False
        )
    if message.text == state.own.pasted and state.own.opened_file:
        return state  # only what was typed before the file was undone, which Chromium tells of as well
    ways = Own().ways if is_blank(message.text) else state.own.ways
    return state.but(pasted=message.text, opened_file=(), file_complaint="", ways=ways, using=False)


def _file_opened(state: State, message: messages.FileOpened) -> State:
    """What was chosen for another text need not hold for a file."""
    return state.but(
        opened_file=(message.name, message.content), ways=Own().ways, reading={}, file_complaint="", using=False
    )


def _file_refused(state: State, message: messages.FileRefused) -> State:
    """What was given before stays, unless that cannot be used either."""
    state = state.but(opened_file=(), reading={}) if state.own.reading.get("complaint") else state
    return state.but(file_complaint=message.sentence)


def _way_chosen(state: State, message: messages.WayChosen) -> State:
    return _with_ways(state, {message.name: message.text})


def _reading_chosen(state: State, message: messages.ReadingChosen) -> State:
    return _with_ways(state, {"separator": message.separator, "decimal": message.decimal})


def _with_ways(state: State, changes: dict) -> State:
    ways = dict(state.own.ways)
    ways.update(changes)
    columns = state.own.reading.get("columns", [])
    if ways["test"] == "column" and not ways["column"] and columns:
        ways["column"] = columns[0][0]
    return state.but(ways=ways, using=False)


def _use_pressed(state: State, _: messages.UsePressed) -> State:
    if not state.own.opened_file and is_blank(state.own.pasted):
        return state.but(file_complaint=state.own.file_complaint or NOTHING_TO_USE)
    return state.but(using=True, file_complaint="")


def _cell_typed(state: State, message: messages.CellTyped) -> State:
    """The number or the class is judged by Python; until then the text stays in its field."""
    panel = state.panel_of("data")
    row, column = message.row, message.column
    place = row - panel["first"] if panel else -1
    if not panel or not 0 <= place < len(panel["rows"]):
        return state
    renumbered = _renumbered(state, row)
    if renumbered < 0:
        return state
    state = _without_row_complaint(state, cell_key(row, column))
    if message.text == panel["rows"][place][column]:
        return state
    texts = dict(state.own.row_texts)
    texts[cell_key(row, column)] = message.text
    return _with_edit(state.but(row_texts=texts), ("change", renumbered, column, [message.text]))


def _cell_moved(state: State, message: messages.CellMoved) -> State:
    """Of the places that a slider has been at, only the newest counts, and the one that is under way."""
    panel, (row, column) = state.panel_of("data"), slid_cell(state)
    if not state.live.live or not panel or not panel["slides"][column]:
        return state
    names = panel["slides"][column]["names"]
    text = names[int(message.text)] if names else message.text
    key = cell_key(row, column)
    state = _without_row_complaint(state, key)
    texts = dict(state.own.row_texts)
    texts[key] = text
    return with_newest_edit(state.but(row_texts=texts), ("change", row, column, [text]))


def with_newest_edit(state: State, edit: tuple) -> State:
    """The edit is still to be made, instead of others of its kind that are not under way."""
    under_way, waiting = edits_under_way(state)
    return state.but(edits=under_way + tuple([other for other in waiting if other[:3] != edit[:3]]) + (edit,))


def edits_under_way(state: State) -> tuple:
    """The edits that Python has been asked for, at most one, and those that wait."""
    count = 1 if state.trainer.request.get("do", [])[:1] in (["edit"], [MOVE]) else 0
    return state.own.edits[:count], state.own.edits[count:]


def slid_cell(state: State) -> tuple:
    """The row and the column that the slider moves: the chosen ones, or the first ones that are shown."""
    panel, (row, column) = state.panel_of("data"), state.live.cell
    if not panel:
        return state.live.cell
    is_shown = 0 <= row - panel["first"] < len(panel["rows"])
    return row if is_shown else panel["first"], between(column, 0, len(panel["columns"]) - 1)


def _row_removed(state: State, message: messages.RowRemoved) -> State:
    panel = state.panel_of("data")
    if _may_renumber(state) or not panel or not 0 <= message.row < panel["count"]:
        return state
    return _with_edit(state, ("remove", message.row, -1, []))


def _new_cell_typed(state: State, message: messages.NewCellTyped) -> State:
    key = cell_key(NEW_ROW, message.column)
    state = _without_row_complaint(state, key)
    texts = dict(state.own.row_texts)
    texts[key] = message.text
    return state.but(row_texts=texts)


def _row_added(state: State, _: messages.RowAdded) -> State:
    if _may_renumber(state):
        return state
    return _with_edit(state, ("add", NEW_ROW, -1, new_row(state)))


def _may_renumber(state: State) -> bool:
    """Whether the rows may soon have other numbers than those that are shown, and the new row other cells."""
    return any(edit[0] not in MOVES for edit in state.own.edits)


def _renumbered(state: State, row: int) -> int:
    """The number of a row that is shown, when the rows that are still to be removed have gone; -1 for one of these."""
    for removed in [edit[1] for edit in state.own.edits if edit[0] == "remove"]:
        if row == removed:
            return -1
        row = row - 1 if row > removed else row
    return row


def _with_edit(state: State, edit: tuple) -> State:
    return state.but(edits=state.own.edits + (edit,))


def _training_page_chosen(state: State, message: messages.TrainingPageChosen) -> State:
    rows = int(state.said.start["training_rows"]) if state.said.start else 0
    return state.but(training_page=between(message.page, 0, max(0, rows - 1) // TRAINING_ROWS_A_PAGE))


def _was_read(state: State, reply: dict) -> State:
    return _with_reading(state, tuple(reply["request"]["do"][1:]), reply["own"])


def _with_reading(state: State, read: tuple, reading: dict) -> State:
    """What was found in what was to be read then; a file that is not too long comes into the text box."""
    name, text, ways = read
    if reading.get("runs"):
        # A list of runs is no data: the tab “Runs” shows it, and the text box is free again.
        brought = ("file" if name else "text", name, text)
        after = state.but(pasted="", opened_file=(), reading={}, read_of=(), using=False)
        return after.but(brought_runs=brought, preview={}, tab="runs", halted=False)
    after = state.but(reading=reading, read_of=read)
    if not name or reading["complaint"] or (name, text) != state.own.opened_file:
        return after
    if not reading["text"]:
        return after.but(pasted="")
    return after.but(pasted=reading["text"], opened_file=(), read_of=("", reading["text"], ways))


def _was_used(state: State, reply: dict) -> State:
    """Unless the person has gone on typing meanwhile."""
    read, own = tuple(reply["request"]["do"][1:]), reply["own"]
    if read != state.to_read or not state.own.using:
        return state
    state = state.but(using=False)
    if "reading" in own:
        return _with_reading(state, read, own["reading"])
    after = _with_experiment(state, own) if "settings" in own else _with_data(state, own["data"])
    return after.but(training_page=0, used=own["data"], used_of=read, spoken="Your data is in use.")


def _with_experiment(state: State, own: dict) -> State:
    """All settings are those of a file: what it does not name is at its default."""
    settings = dict(DEFAULTS)
    settings.update(own["settings"])
    settings["data"] = own["data"]
    state = without_complaints(state, CHOICE_FIELDS + PARAMETER_FIELDS + tuple(SETTINGS))
    after = with_settings(state, settings).but(test_row=0, page=0, question=(), **NO_ATTEMPTS)
    return after.but(brought=own["rule"]) if own["rule"] else after


def _save_pressed(state: State, _: messages.SavePressed) -> State:
    return state.but(saving=True)


def _was_saved(state: State, reply: dict) -> State:
    return state.but(saving=False, saved=reply["own"]["experiment"])


def _was_edited(state: State, reply: dict) -> State:
    """Other data, another run; the question stays, since it has as many numbers as before."""
    deed, row, column, _ = edit = tuple(reply["request"]["do"][1:])
    if not state.own.edits or state.own.edits[0] != edit:
        return state  # other data was chosen meanwhile
    state, own = state.but(edits=state.own.edits[1:]), reply["own"]
    if "complaint" in own:
        key = cell_key(row, column if own["column"] < 0 else own["column"])
        complaints = dict(state.own.row_complaints)
        complaints[key] = own["complaint"] + (f" {KEPT}" if deed in MOVES else "")
        return state.but(row_complaints=complaints)
    if "same" in own:
        return _without_row_complaint(state, cell_key(row, column))
    question, page = state.form.question, state.look.training_page
    if deed in MOVES and state.live.live:
        return _with_moved_row(state, own["data"])
    if deed in MOVES:
        state = _without_row_complaint(state, cell_key(row, column))
    else:
        kept = (
            {} if deed == "add" else {key: text for key, text in state.own.row_texts.items() if key.startswith(NEW_ROW)}
        )
        state = state.but(row_complaints={}, row_texts=kept)
    # What stands in the text box is not the data any longer, and to use it would undo the change.
    after = _with_data(state.but(edited=own["data"], pasted="", opened_file=(), reading={}, read_of=()), own["data"])
    last = (reply["own"]["rows"] - 1) // TRAINING_ROWS_A_PAGE
    return after.but(question=question, training_page=last if deed == "add" else min(page, last))


def with_rows_told(state: State, reply: dict) -> State:
    """What was put into a cell stays there until Python tells the rows: a next key may come before that."""
    own = state.own
    if reply.get("panel", {}).get("name") != "data" or own.edits or not own.row_texts:
        return state
    kept = {key: text for key, text in own.row_texts.items() if key in own.row_complaints or key.startswith(NEW_ROW)}
    return state.but(row_texts=kept)


def _with_moved_row(state: State, packed: str) -> State:
    """The same run with another row, at once. Its cell shows what was put there, until Python tells of the rows."""
    settings = dict(state.form.settings)
    settings["data"], settings["legs"] = packed, ""
    state = without_complaints(state, CHOICE_FIELDS).but(
        edited=packed, pasted="", opened_file=(), reading={}, read_of=()
    )
    return state if settings == state.form.settings else live.moved_to(state, settings)


def _with_data(state: State, packed: str) -> State:
    settings = dict(state.form.settings)
    settings["data"] = packed
    state = without_complaints(state, CHOICE_FIELDS)
    return state if settings == state.form.settings else another_run(state, settings)


def _without_row_complaint(state: State, key: str) -> State:
    own = state.own
    if key not in own.row_complaints and key not in own.row_texts:
        return state
    return state.but(row_complaints=_without(own.row_complaints, key), row_texts=_without(own.row_texts, key))


def _without(texts: dict, key: str) -> dict:
    return {name: text for name, text in texts.items() if name != key}


def without_outdated_edits(before: State, after: State) -> State:
    """Changes of rows are for the data that was shown; with other data they are gone, and so is what was said."""
    old, new = before.form.settings, after.form.settings
    if new is old or new["data"] == old["data"] or new["data"] == after.own.edited:
        return after
    return after.but(edits=(), edited="", row_complaints={}, row_texts={}, training_page=0)


def given_up(state: State, request: "Request") -> State:
    """What was to be done with own data failed or hung, and would do so again."""
    deed = request["do"][0] if request and request["do"] else ""
    if deed not in ANSWERED and deed != MOVE:
        return state
    return state.but(
        using=False, edits=(), saving=False, read_of=state.to_read if deed in ("read", "use") else state.own.read_of
    )


ANSWERED = {"read": _was_read, "use": _was_used, "edit": _was_edited, "save": _was_saved}

UPDATES = {
    messages.OwnTyped: _own_typed,
    messages.FileOpened: _file_opened,
    messages.FileRefused: _file_refused,
    messages.WayChosen: _way_chosen,
    messages.ReadingChosen: _reading_chosen,
    messages.UsePressed: _use_pressed,
    messages.CellTyped: _cell_typed,
    messages.CellMoved: _cell_moved,
    messages.RowRemoved: _row_removed,
    messages.NewCellTyped: _new_cell_typed,
    messages.RowAdded: _row_added,
    messages.SavePressed: _save_pressed,
    messages.TrainingPageChosen: _training_page_chosen,
}
