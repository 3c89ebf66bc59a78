"""Plays the page without a browser: messages go in, and a session in this process answers what the State asks."""

import json
import re
from typing import Any, ClassVar

from perceptron.compiled import Compiled
from perceptron.experiment import Run
from tests.machine import wasmtime_machine
from web.page import long_texts as page_texts
from web.page import messages as m
from web.page.held import Held
from web.page.reply import AT_REST, SHOWN
from web.page.request import asked, next_request
from web.page.runs import KeptRun
from web.page.state import TOPIC_OF, State
from web.page.update import update
from web.page.views import VIEWS
from web.worker import long_texts as worker_texts
from web.worker.session import Request, Session, as_json

# The kinds of writes that a person reads or hears; the value of a field is what they typed.
READ = ("text", "html", "aria-label", "aria-valuetext")
# Lists of the columns in own data, and what is Python.
NAMED_BY_THE_PERSON = (
    *("own-target", "own-column", "python-where", "python-diff", "python-variables", "python-printed"),
    *("line-text", "lines-body", "line-values"),
)
HYPHEN = re.compile(r"(?<![\w)])-[\d∞]|\de-\d")


class Trainer:
    """The worker's session without the worker: it answers requests in this process."""

    def __init__(self) -> None:
        self.session = Session()

    @property
    def run(self) -> Run:
        """The run that the session computed last."""
        assert self.session.kept
        return self.session.kept.run

    def reply(self, request: Request, most: int = 400) -> dict[str, Any]:
        if request["do"][:1] == ["advance"]:
            request = {**request, "do": ["advance", min(request["do"][1], most), 60]}
        return plain(self.session, request)


class Compiling(Trainer):
    """The same with the compiled program, as the worker has it."""

    engine: ClassVar[Compiled] = Compiled(wasmtime_machine)

    def __init__(self) -> None:
        self.session = Session(lambda: self.engine)


class Recalling(Trainer):
    """Computes each request once for all of its kind; the worker remembers nothing, so the reply stays the same.

    But not where there was no time for a part of it: that is asked for again.
    """

    replies: ClassVar[dict[str, str]] = {}

    def reply(self, request: Request, most: int = 400) -> dict[str, Any]:
        words = json.dumps(request, default=lambda held: held.content.hex())
        if words not in self.replies:
            found = super().reply(request, most)
            if not set(request["tell"]) <= set(found):
                return found
            self.replies[words] = json.dumps(found)
        recalled: dict[str, Any] = json.loads(self.replies[words])
        return recalled


def plain(session: Session, request: Any) -> dict[str, Any]:
    """The reply as it reaches the page."""
    short, texts = page_texts.LongTexts().without(request)
    contents: list[Any] = [text.content if isinstance(text, Held) else text for text in texts]
    told = session.reply(worker_texts.LongTexts().within(json.loads(json.dumps(short)), contents))
    found: dict[str, Any] = json.loads(as_json({**told, "request": {}}))
    return {**found, "request": request}


def held(content: bytes) -> Held:
    """A file's bytes as the browser holds them."""
    return Held(content, len(content))


def settle(state: State, trainer: Trainer, most: int = 10_000) -> State:
    """Carry out requests until there is none, as the page does."""
    clock = 0.0
    while ((request := next_request(state)) or state.is_paced) and most:
        most -= 1
        clock += 10
        if not request:
            state = update(state, m.TrainingTicked(1.0))
            continue
        state = update(state, m.RequestSent(request, clock))
        state = update(state, m.RequestAnswered(trainer.reply(request), clock + 5))
    return state


def ready(*before: object, kind: type[Trainer] = Trainer) -> tuple[State, Trainer]:
    """The page with Python ready, where training goes as fast as it can."""
    state, trainer = State(), kind()
    for message in (m.MotionAsked(True), *before, m.TrainerReady()):
        state = update(state, message)
    return settle(state, trainer), trainer


def kept_run(**parts: object) -> KeptRun:
    """A run with these parts, as it is kept."""
    run: KeptRun = KeptRun().but(**parts)  # type: ignore[no-untyped-call]
    return run


def play(state: State, trainer: Trainer, *those: object) -> State:
    """One message after the other, each followed by all that the page then asks."""
    for message in those:
        state = settle(update(state, message), trainer)
    return state


def place(state: State) -> tuple[int, int, str]:
    return state.epoch, state.row, state.run


def busy(state: State, trainer: Trainer, *those: object) -> State:
    """Messages that come while a request is under way; its reply comes after them."""
    request = looking(state)
    state = update(state, m.RequestSent(request, 0.0))
    reply = trainer.reply(request)
    for message in those:
        state = update(state, message)
    return update(state, m.RequestAnswered(reply, 1.0))


def looking(state: State) -> Request:
    """A request that does nothing and asks for everything."""
    return asked(state, (state.epoch, state.row), SHOWN + AT_REST)


def doing(state: State, *do: object) -> Request:
    """A request that does this."""
    return asked(state, (state.epoch, state.row), SHOWN, do)


def says(state: State) -> dict[tuple[str, str], object]:
    """What the whole page says in a State, by place and kind."""
    return {(name, kind): value for view in VIEWS for name, kind, value in view(state)}


def with_hyphens(said: dict[tuple[str, str], object]) -> dict[tuple[str, str], str]:
    """The texts in which a number has a hyphen instead of a minus sign, but for what a person typed and is quoted."""
    texts = {
        place: re.sub("“[^”]*”", "", re.sub("<[^>]*>", " ", value) if place[1] == "html" else value)
        for place, value in said.items()
        if isinstance(value, str) and place[1] in READ and place[0] not in NAMED_BY_THE_PERSON
    }
    return {place: text for place, text in texts.items() if HYPHEN.search(text)}


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
