"""One update, stage by stage: the formula with its numbers, every digit, and the Python that does it."""

from perceptron.aspects import CODE, STAGES
from web.page.asking import MISSES_FOR_THE_ANSWER, misses, place, question, questions
from web.page.markup import escaped
from web.page.state import State
from web.page.update.stepper import tally_in_words

LAST_STAGE = len(STAGES) - 1


def view(state: State) -> list:
    """The writes for the panel; none while another tab is open."""
    panel = state.panel_of("update")
    if not panel:
        return []
    asked = questions(state)
    return [(f"code-{piece}", "hidden", piece not in panel["code"]) for piece in CODE] + [
        ("update-python", "hidden", panel["is_changed"]),
        ("update-title", "text", panel["title"]),
        ("row-on", "text", "Next row" if state.look.moment else "Train on next row"),
        ("row-back", "disabled", not state.shown_epoch and not state.said.report["shown"]["row"]),
        ("update-first", "disabled", not state.epoch and not state.row),
        ("update-largest", "disabled", not state.epoch),
        ("update-last", "disabled", not state.epoch),
        ("stage-back", "disabled", state.look.stage == 0),
        ("stage-on", "disabled", state.look.stage == LAST_STAGE),
        ("stage-trail", "html", _trail(state, panel)),
        ("stage-title", "text", f"{state.look.stage + 1} of {len(STAGES)}: {panel['titles'][state.look.stage]}"),
        ("stage-sentence", "text", panel["question" if asked else "sentence"]),
        ("stage-formulas", "html", _formulas(panel, asked)),
        ("update-terms", "html", _terms(panel, asked)),
        ("update-code", "data-stage", panel["stage"]),
    ] + _quiz(state, panel)  # fmt: skip


def _quiz(state: State, panel: dict) -> list:
    """The question, or with none left the way on, which the same button leads."""
    asked, mark = question(state), state.stepper.mark
    return [
        ("quiz", "checked", state.stepper.quiz),
        ("guess-field", "hidden", state.stepper.quiz and not asked),
        ("quiz-form", "hidden", not state.stepper.quiz),
        ("guess-label", "text", f"{_name(panel, asked)}: what will it be?" if asked else _way_on(state)),
        ("guess-send", "text", "Check" if asked else "Go on"),
        ("guess-show", "hidden", not asked or misses(state) < MISSES_FOR_THE_ANSWER),
        ("guess-rule", "text", panel["results"][asked[1]]["rule"] if asked else ""),
        ("guess-tally", "text", tally_in_words(state) if state.stepper.quiz else ""),
        ("guess-mark", "text", _mark(state, panel)),
        # What was typed for one question is no guess at the next.
        ("guess", "value", state.stepper.typed[1] if state.stepper.typed[:1] == (place(state),) else ""),
        ("guess", "aria-invalid", "true" if asked and mark and asked == _of(mark) else None),
    ]


def _way_on(state: State) -> str:
    if state.look.stage == 0:
        return "The inputs are given. Press Enter to go on."
    return f"Press Enter for the next {'row' if state.look.stage == LAST_STAGE else 'stage'}."


def _of(mark: dict) -> tuple:
    """The question that a mark is about."""
    return mark["stage"], mark["number"]


def _name(panel: dict, asked: tuple) -> str:
    return str(panel["results"][asked[1]]["name"])


def _formulas(panel: dict, asked: list) -> str:
    """A formula for each number of the stage, without its result while the quiz asks for it."""
    lines = enumerate(zip(panel["formulas"], panel["questions"]))
    return "".join([hidden if (panel["stage"], number) in asked else whole for number, (whole, hidden) in lines])


def _trail(state: State, panel: dict) -> str:
    items = []
    for number, title in enumerate(panel["titles"]):
        current = ' aria-current="step"' if number == state.look.stage else ""
        items.append(f'<li><button type="button" data-number="{number}"{current}>{title}</button></li>')
    return "".join(items)


def _terms(panel: dict, asked: list) -> str:
    known = [result for number, result in enumerate(panel["results"]) if (panel["stage"], number) not in asked]
    return "".join([f"<div><dt>{escaped(result['name'])}</dt><dd>{result['value']}</dd></div>" for result in known])


def _mark(state: State, panel: dict) -> str:
    """What became of the last answer, and what is asked for now; no two misses sound alike."""
    mark, asked = state.stepper.mark, question(state)
    if not mark or mark["stage"] != panel["stage"]:
        return ""
    if mark["right"] or mark.get("shown"):
        said = f"✓ {mark['sentence']}" if mark["right"] else f"It is {panel['results'][mark['number']]['value']}."
        return f"{said} Next: {_name(panel, asked)}." if asked else f"{said} That was the last of this stage."
    tries = misses(state)
    if mark["is_miss"] and tries >= MISSES_FOR_THE_ANSWER:
        return f"✗ {mark['sentence']} That was miss {tries}: “Show me” gives the answer."
    return f"✗ {mark['sentence']}"
