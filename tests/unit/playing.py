"""Plays the page without a browser: messages go in, and a session in this process answers what the State asks."""

import json
from typing import Any

from web.page import messages as m
from web.page.request import next_call
from web.page.state import TOPIC_OF, State
from web.page.update import update
from web.page.views import VIEWS
from web.worker.session import Session


class Trainer:
    """The worker's session without the worker: it answers calls in this process."""

    def __init__(self) -> None:
        self.session = Session()

    def reply(self, call: tuple[Any, ...]) -> dict[str, Any]:
        name, *arguments = call
        if name == "advance":
            arguments = [min(arguments[0], 400), 60]
        reply: dict[str, Any] = json.loads(json.dumps(getattr(self.session, name)(*arguments)))
        return reply


def settle(state: State, trainer: Trainer, most: int = 10_000) -> State:
    """Carry out calls until there is none, as the page does."""
    clock = 0.0
    while (call := next_call(state)) and most:
        most -= 1
        clock += 10
        state = update(state, m.CallSent(call, clock))
        state = update(state, m.CallAnswered(trainer.reply(call), clock + 5))
    return state


def ready(*before: object) -> tuple[State, Trainer]:
    state, trainer = State(), Trainer()
    for message in (*before, m.TrainerReady()):
        state = update(state, message)
    return settle(state, trainer), trainer


def place(state: State) -> tuple[int, int, str]:
    return state.epoch, state.row, state.run


def busy(state: State, trainer: Trainer, *those: object) -> State:
    """Messages that come while a call is under way; its reply comes after them."""
    call = ("ask", *state.form.question)
    state = update(state, m.CallSent(call, 0.0))
    reply = trainer.reply(call)
    for message in those:
        state = update(state, message)
    return update(state, m.CallAnswered(reply, 1.0))


def says(state: State) -> dict[tuple[str, str], object]:
    """What the whole page says in a State, by place and kind."""
    return {(name, kind): value for view in VIEWS for name, kind, value in view(state)}


def parts(state: State) -> dict[str, object]:
    """All that a State knows, by the names of its parts."""
    return {name: state.part(name) for name in TOPIC_OF}


def out_of_shape(state: State) -> list[str]:
    """The parts that are of another type than at first; a whole number may stand for a float."""
    first, now = parts(State()), parts(state)
    return [
        name
        for name, value in now.items()
        if type(value) is not type(first[name]) and not (type(value) is int and type(first[name]) is float)
    ]
