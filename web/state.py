"""What the page knows, and what it asks of Python next.

`next_call` reads off a State what the trainer must do, so a wish is kept until Python is free, or has
started, or has been started again. Nothing here touches the page: it runs in MicroPython and is
tested without a browser.
"""

from perceptron.fields import DEFAULTS

SECONDS_A_CALL = 0.05
SECONDS_A_CALL_WHILE_CATCHING_UP = 0.2


class State:
    """Everything the page shows. It is never changed: `but` makes the next one."""

    def __init__(self) -> None:
        # What the person chose, what was wrong with what was typed, and what was wrong in the address.
        # Settings and question are texts, as Field.canonical gives them.
        self.settings = dict(DEFAULTS)
        self.complaints: dict = {}
        self.notices: tuple = ()
        self.question: tuple = ("0.3", "0.4")
        # What the person wants: `wish` is "", "step" or "reset".
        self.training = False
        self.wish = ""
        self.goal = int(DEFAULTS["epochs"])
        # How Python is: `trainer` is booting, ready or failed, `call` the call under way, if any.
        self.trainer = "booting"
        self.phase = 0
        self.call: tuple = ()
        self.overdue = False
        self.failure: dict = {}
        # What Python has in hand, and where a restarted one must get to first: an epoch and a row.
        self.opened: tuple = ()
        self.asked: tuple = ()
        self.place: tuple = ()
        # What Python said last; `answered` is the question that `answer` belongs to.
        self.report: dict = {}
        self.record: dict = {}
        self.answer: dict = {}
        self.answered: tuple = ()
        # For the speed: the time in milliseconds and the epoch at which this stretch of training began.
        self.stretch: tuple = ()
        self.epochs_a_second = 0.0
        # Whether the page opens without a network, and whether a newer version of it waits.
        self.kept_offline = False
        self.new_version = False
        # The sentence for those who listen.
        self.spoken = ""

    def but(self, **changes: object) -> "State":
        """The same State with some parts replaced."""
        state = State()
        for name, value in self.__dict__.items():
            setattr(state, name, changes.get(name, value))
        return state

    @property
    def epoch(self) -> int:
        """The epochs done."""
        return self.report["epoch"] if self.report else 0

    @property
    def row(self) -> int:
        """The training rows already used in the epoch under way."""
        return self.report["row"] if self.report else 0

    @property
    def run(self) -> str:
        """untrained, training, paused or trained."""
        if (self.training and self.epoch and self.trainer == "ready") or self.call[:1] == ("advance",):
            return "training"
        if not self.epoch and not self.row:
            return "untrained"
        return "trained" if self.epoch >= self.goal else "paused"

    @property
    def epochs(self) -> int:
        """The chosen number of epochs."""
        return int(self.settings["epochs"])

    @property
    def wanted(self) -> tuple:
        """What decides a run's digits: its seed and its learning rate."""
        return self.settings["seed"], self.settings["learning_rate"]


def next_call(state: State) -> tuple:
    """What the trainer should do now, as a tuple of name and arguments; empty when there is nothing to do."""
    if state.trainer != "ready" or state.call:
        return ()
    # The question comes first, so that the first reply about a run answers it already.
    if state.asked != state.question:
        return ("ask",) + state.question
    if state.opened != state.wanted:
        return ("open_run",) + state.wanted
    if state.wish == "reset":
        return ("reset",)
    if state.place and state.epoch < state.place[0]:
        return ("advance", state.place[0] - state.epoch, SECONDS_A_CALL_WHILE_CATCHING_UP)
    if state.wish == "step" or (state.place and state.row < state.place[1]):
        return ("step",)
    if state.training:
        return ("advance", state.goal - state.epoch, SECONDS_A_CALL)
    return ()
