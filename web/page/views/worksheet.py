"""The worksheet and its key as two pages."""

from perceptron.fields import counted
from web.page.address import write_address
from web.page.markup import escaped
from web.page.state import State

MOST_OF_AN_ADDRESS = 200  # characters that somebody types from paper
LINES = 2  # for an answer in sentences
TOO_LONG = "The link to this run is too long to print. Save the experiment in the tab Data instead."


def sheet(state: State, told: dict) -> str:
    """The page for students."""
    exercises = "".join([_exercise(exercise) for exercise in told["exercises"]])
    return (
        "<h3>One neuron: worksheet</h3>"
        '<p class="lines"><span>Name</span><span>Date</span></p>'
        f"<p>{_about(told)} The numbers are rounded. A last digit that differs by 1 is right too.</p>"
        f"<ol>{exercises}</ol>{_foot(state, told)}"
    )


def key(state: State, told: dict) -> str:
    """The page for teachers."""
    answers = "".join([_answered(exercise) for exercise in told["exercises"]])
    return (
        "<h3>One neuron: answers, for teachers</h3>"
        f"<p>{_about(told)} All answers are calculated with the numbers on the sheet.</p>"
        f"<ol>{answers}</ol>{_foot(state, told)}"
    )


def _about(told: dict) -> str:
    """The neuron, and which of its numbers are scaled."""
    return escaped(" ".join([words for words in (told["about"], told["scaled"]) if words]))


def _foot(state: State, told: dict) -> str:
    """Which sheet this is, and where its run is."""
    settings = dict(state.form.settings)
    if told["epoch"]:
        settings["epochs"] = str(told["epoch"])
    address = write_address(settings)
    whole = state.teacher.page_address + (f"#{address}" if address else "")
    if len(whole) > MOST_OF_AN_ADDRESS:
        return f'<p class="foot">Worksheet {escaped(told["seed"])}. {TOO_LONG}</p>'
    trains = f" (there press Train, for {counted(told['epoch'], 'epoch')})" if told["epoch"] else ""
    return f'<p class="foot">Worksheet {escaped(told["seed"])}. This run: {escaped(whole)}{trains}</p>'


def _exercise(exercise: dict) -> str:
    """One exercise with room for its answers."""
    asks = "".join([_ask(ask, number in exercise["to_explain"]) for number, ask in enumerate(exercise["asks"])])
    given = f"<p>{escaped(exercise['given'])}</p>{_table(exercise['table'])}"
    return f"<li><h4>{escaped(exercise['title'])}</h4>{given}{f'<ol>{asks}</ol>' if asks else ''}</li>"


def _ask(ask: str, to_explain: bool) -> str:
    """A question with a short line for a number, or with whole lines for sentences."""
    lines = "<span></span>" * LINES
    return f'<li class="wide">{escaped(ask)}{lines}</li>' if to_explain else f"<li>{escaped(ask)} <span></span></li>"


def _table(rows: list) -> str:
    if not rows:
        return ""
    heads = "".join([f'<th scope="col">{escaped(text)}</th>' for text in rows[0]])
    lines = []
    for row in rows[1:]:
        cells = "".join([f"<td>{escaped(text)}</td>" for text in row[1:]])
        lines.append(f'<tr><th scope="row">{escaped(row[0])}</th>{cells}</tr>')
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


def _answered(exercise: dict) -> str:
    """Its answers, and what a teacher should know about them."""
    notes = exercise["answer_notes"] or [""] * len(exercise["answers"])
    answers = "".join([f"<li>{escaped(answer)}{_aside(note)}</li>" for answer, note in zip(exercise["answers"], notes)])
    return f"<li><h4>{escaped(exercise['title'])}</h4><ol>{answers}</ol>{_aside(exercise['note'])}</li>"


def _aside(note: str) -> str:
    """A note for teachers under what it is about."""
    return f'<p class="aside">{escaped(note)}</p>' if note else ""
