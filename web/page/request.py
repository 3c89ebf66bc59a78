"""What the page asks of Python next: read off a State, so that a wish is kept until Python is free, or has started.

The worker remembers nothing of the person. A request, web.worker.session.Request, says all that the reply depends on:

- `run`, the settings that decide the digits, and `at`, the epoch and the row where the run is before anything is done;
- `look`, where the person looks, and `question`, what they ask;
- `compiled`, whether the compiled program may train, which changes no digit;
- `do`: nothing, or a deed with its arguments;
- `tell`: the parts of web.page.reply that the reply should have.
"""

from perceptron.settings_table import FIELDS
from web.page.reply import AT_REST, SHOWN, SKETCHED, subjects, untold
from web.page.runs_request import is_of_runs, runs_deed
from web.page.state import State
from web.page.topics import NOTHING, parts_of

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from web.worker.session import Request

SECONDS_A_REQUEST = 0.1  # ten pictures a second; with twice as many, training would take a tenth longer
SECONDS_A_REQUEST_WHILE_CATCHING_UP = 0.2
CHANGING = tuple([part for part in SHOWN if part != "start"])  # while the neuron is trained
AT_REST_ONLY = ("data", "code", "runs")  # panels that training does not change, or which would change too fast
# What follows a hand that moves; the rest is told when it lets go.
FOLLOWING = ("report", "selected", "answer") + SKETCHED
MOVE = "move"  # the deed that is an edit of own data and then a live run with it, see web.worker.session
MOVES = ("change", "place", "step")  # the edits that leave as many rows as before
WORDS = ("lines", "summary", "reason")  # to be read when the neuron rests


def next_request(state: State) -> "Request":
    """What Python should do now; NOTHING when there is nothing to do."""
    if state.trainer.status != "ready" or state.trainer.request:
        return NOTHING
    request = _wanted(state)
    # What failed would fail again, unless the person wants it again; runs are halted by a failure until then.
    if request == state.trainer.error.get("request") and not state.wants_more and not is_of_runs(request):
        return NOTHING
    return request


def asked(state: State, at: tuple, tell: tuple, do: tuple = ()) -> "Request":
    """A request that does this and tells those parts which some panel shows."""
    look = {}
    for name in parts_of(state.look):
        value = getattr(state.look, name)
        look[name] = list(value) if isinstance(value, tuple) else value
    request: Request = {
        "run": state.wanted,
        "at": list(at),
        "look": look,
        "question": list(state.form.question),
        "compiled": state.visit.compiled,
        "do": list(do),
        "tell": [],
    }
    shown = subjects(request, request["at"])
    request["tell"] = [part for part in tell if shown[part]]
    return request


def answers(reply: dict) -> tuple:
    """The replies that a reply stands for: itself, or one to each of the two deeds of a move."""
    request: Request = reply["request"]
    if not request["do"] or request["do"][0] != MOVE or "own" not in reply:
        return (reply,)
    _, epochs, *edit = request["do"]
    of_edit, of_run, trained = dict(request), dict(request), dict(reply)
    of_edit.update({"do": ["edit"] + edit, "tell": []})
    edited = {"request": of_edit, "own": trained.pop("own")}
    if "data" not in edited["own"]:
        return (edited,)
    run = dict(request["run"])
    run.update({"data": edited["own"]["data"], "legs": ""})
    of_run.update({"run": run, "at": [0, 0], "do": ["live", epochs]})
    trained["request"] = of_run
    return edited, trained


def deed(state: State, request: "Request") -> str:
    """What a request is for: what it does, or how it brings the run to where it is wanted; empty if it only looks."""
    if request["do"]:
        return str(request["do"][0])
    if state.trainer.opened != request["run"]:
        return "follow" if state.goes_on else "open"
    return "rewind" if state.wants.back_to == tuple(request["at"]) else ""


def _wanted(state: State) -> "Request":
    here = (state.epoch, state.row)
    if state.live.whole:
        return _live(state, here if state.trainer.opened else (0, 0))
    is_open = state.live.holding or state.trainer.opened == state.wanted
    if state.live.live and is_open and state.own.edits and state.own.edits[0][0] in MOVES:
        return _move(state, here)
    if state.live.holding:
        return NOTHING  # the hand may move again at any moment, and then Python should be free
    if state.trainer.opened != state.wanted:
        # What Python has done since it was last heard is undone: it did so at a rate that no longer holds.
        return asked(state, here if state.goes_on else (0, 0), SHOWN + WORDS)
    missing = untold(state, asked(state, here, ()), SHOWN + AT_REST)
    if any(part in SHOWN for part in missing):
        # All of the run is looked through for its milestones, and a ceiling may take a second, so they come last.
        return asked(state, here, tuple([part for part in missing if part in SHOWN + WORDS]))
    wants, place = state.wants, state.trainer.place
    own = _own_deed(state) or _code_deed(state)
    if own:
        return asked(state, here, (), own)
    if place and state.epoch < place[0]:
        return _advance(state, place[0], SECONDS_A_REQUEST_WHILE_CATCHING_UP)
    if place and state.row < place[1]:
        return _step(state)
    if wants.back_to:
        return asked(state, wants.back_to, SHOWN + WORDS)
    if wants.steps:
        return _step(state)
    if state.stepper.guess:
        return asked(state, here, (), ("mark",) + state.stepper.guess)
    if wants.training:
        goal = min(wants.goal, state.epoch + int(state.pace.owed)) if state.is_paced else wants.goal
        return _advance(state, goal, SECONDS_A_REQUEST) if goal > state.epoch else NOTHING
    quick = [part for part in missing if part != "ceiling"]
    if quick or missing:
        return asked(state, here, tuple(quick or missing))
    runs = runs_deed(state)
    return asked(state, here, (), runs) if runs else NOTHING


def _own_deed(state: State) -> tuple:
    """What is to be done with own data, see web.worker.own_data; empty if there is nothing."""
    own = state.own
    if own.using:
        return ("use",) + state.to_read
    if state.is_to_be_read:
        return ("read",) + state.to_read
    if own.edits:
        edit: tuple = own.edits[0]
        return ("edit",) + edit
    if own.saving:
        texts = {name: text for name, text in state.form.settings.items() if name != "data"}
        # A run that was trained on and on is whole only with all of its epochs.
        if state.epochs < state.epoch <= FIELDS["epochs"].most:
            texts["epochs"] = str(state.epoch)
        return ("save", texts)
    return ()


def _code_deed(state: State) -> tuple:
    """What is to be done with the program, see web.worker.code; empty if there is nothing."""
    code, epochs = state.code, state.form.settings["epochs"]
    if code.brought:
        return ("code", "bring", code.brought, epochs)
    if code.changing:
        return ("code", "change", code.change, epochs)
    if code.trying:
        return ("code", "try", state.program, epochs)
    if code.taking_home and state.program:
        return ("code", "take home", state.program, epochs)
    if code.draft and code.draft != code.compared[:1] and state.look.tab == "code":
        return ("code", "compare", code.draft[0], epochs)
    return ()


def _advance(state: State, goal: int, seconds: float) -> "Request":
    return asked(state, (state.epoch, state.row), _changing(state), ("advance", goal - state.epoch, seconds))


def _live(state: State, at: tuple) -> "Request":
    """All epochs at once, and what can be seen of them in a frame."""
    start = tuple(untold(state, asked(state, at, ("start",)), ("start",)))
    return asked(state, at, _following(state) + start, ("live", max(0, state.epochs - at[0])))


def _move(state: State, at: tuple) -> "Request":
    """A row in another place, and all epochs with it."""
    edit: tuple = state.own.edits[0]
    return asked(state, at, _following(state) + ("start",), (MOVE, state.epochs) + edit)


def _following(state: State) -> tuple:
    return FOLLOWING + (("panel", "ground") if state.look.tab == "map" else ())


def _step(state: State) -> "Request":
    return asked(state, (state.epoch, state.row), _changing(state) + WORDS, ("step",))


def _changing(state: State) -> tuple:
    """What a person sees change while the neuron is trained; the data does not."""
    return tuple([part for part in CHANGING if part != "panel"]) if state.look.tab in AT_REST_ONLY else CHANGING
