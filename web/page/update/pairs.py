"""What follows when two runs are looked at side by side."""

from perceptron.aspects import PAIR_STEPS
from web.page import messages
from web.page.pairs import SIDES, asked_of, choosable, pair_of
from web.page.runs import PAIR
from web.page.runs_request import deed_of_pair
from web.page.state import State

STEP = 10  # where a deed has the step


def told(state: State, do: list, own: dict) -> State:
    """Python is so far with one of the two, or both are there: at a step that a hand may have left already."""
    asked = asked_of(state)
    if not asked or do != list(deed_of_pair(state, do[STEP])):
        return state.but(reached=())
    if not own["done"]:
        return state.but(reached=(PAIR, own["letter"], own["epoch"], own["end"]))
    return state.but(pair_told=own, pair_of=asked[:2] + (do[STEP],), reached=())


def _switched(state: State, _: messages.PairSwitched) -> State:
    return state.but(pair_open=not state.pair.pair_open, halted=False)


def _chosen(state: State, message: messages.PairChosen) -> State:
    """Whoever chooses the run of the other side swaps both."""
    runs = pair_of(state)
    if message.side not in SIDES or message.letter not in [run.letter for run in choosable(state)] or not runs:
        return state
    letters = [runs[0].letter, runs[1].letter]
    if letters[1 - message.side] == message.letter:
        letters[1 - message.side] = letters[message.side]
    letters[message.side] = message.letter
    return state.but(pair=tuple(letters), halted=False)


def _placed(state: State, message: messages.PairPlaced) -> State:
    return state.but(pair_step=max(0, min(message.step, PAIR_STEPS)))


UPDATES: dict = {
    messages.PairSwitched: _switched,
    messages.PairChosen: _chosen,
    messages.PairPlaced: _placed,
}
