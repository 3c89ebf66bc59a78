"""The quiz, read off a State: which number of the update it asks for, and what it keeps secret until then."""

from perceptron.aspects import STAGES
from web.page.state import State

# So many misses, and the answer may be had without a right one.
MISSES_FOR_THE_ANSWER = 2
SECRET = "?"  # stands for a number that the quiz asks for
# What belongs to one update, and is forgotten with it.
NOTHING_ASKED: dict = {"worked_out": (), "missed": (), "guess": (), "mark": {}}


def question(state: State) -> tuple:
    """The stage and the number of it, from 0, that is asked for; () when the stage has none left, or without a quiz."""
    open_questions = questions(state)
    return open_questions[0] if open_questions else ()


def questions(state: State) -> list:
    """All that the open stage still asks for, in its order; a number past all floats is not worked out."""
    panel, stage = state.panel_of("update"), STAGES[state.look.stage]
    if not state.stepper.quiz or not panel or panel["stage"] != stage:
        return []
    numbered = [(stage, number) for number, result in enumerate(panel["results"]) if result["asked"]]
    return [one for one in numbered if one not in state.stepper.worked_out]


def misses(state: State) -> int:
    """How many wrong answers the open question has had; the same one again does not count."""
    asked = question(state)
    return len([missed for missed in state.stepper.missed if missed[:2] == asked])


def is_secret(state: State, stage: str, number: int = 0) -> bool:
    """Whether the quiz asks for this number of the shown update, now or in a later stage."""
    if not state.stepper.quiz or state.look.tab != "update":
        return False
    return STAGES.index(stage) >= state.look.stage and (stage, number) not in state.stepper.worked_out


def is_kept_back(state: State, stage: str, number: int = 0) -> bool:
    """Whether the drawing would tell such a number with what flows in now."""
    selected = state.said.report.get("selected")
    return bool(selected and selected["of_update"][stage][number] and is_secret(state, stage, number))


def flowing_shown(state: State) -> dict:
    """What flows through the neuron as Python told it, with a sign where the quiz asks for a number."""
    selected = dict(state.said.report["selected"])
    drawn = dict(selected["drawn"])
    for told in (selected, drawn):
        told["products"] = [
            SECRET if is_kept_back(state, "products", number) else product
            for number, product in enumerate(told["products"])
        ]
    if is_kept_back(state, "sum"):
        selected["sum"] = drawn["sum"] = SECRET
    if is_kept_back(state, "output"):
        selected["activated"] = selected["output"] = drawn["output"] = SECRET
    selected["drawn"] = drawn
    return selected


def rows_kept_back(state: State, when: str) -> list:
    """The test rows, from 0, whose prediction “now” or “before” is the output that the quiz asks for."""
    panel = state.panel_of("update")
    return panel[f"same_{when}"] if panel and is_secret(state, "output") else []


def place(state: State) -> tuple:
    """Where the open question is: an epoch, a row, a stage and a number; the last is left out where there is none."""
    return (state.look.moment or (state.epoch, state.row)) + (question(state) or (state.look.stage,))
