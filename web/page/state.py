"""What the page knows, and what it asks of Python next.

`next_call` reads off a State what the trainer must do, so a wish is kept until Python is free, or has
started, or has been started again. Nothing here touches the page: it runs in MicroPython and is
tested without a browser.
"""

from perceptron.fields import DEFAULTS

TABS = ("update", "why", "activation", "map", "yardsticks")
# What the map can show, as perceptron.grid.QUANTITIES names it; and the axes of the curve.
QUANTITIES = ("prediction", "true sum", "error", "right")
AXES = ("x", "y")
# The stages of an update, as web.worker.reports.update.STAGES names them.
STAGES = ("inputs", "products", "sum", "output", "error", "slope", "changes", "new")
PLAYBACKS = (10, 100, 1000, 10000)  # epochs a second

SECONDS_A_CALL = 0.1  # ten pictures a second; with twice as many, training would take a tenth longer
SECONDS_A_CALL_WHILE_CATCHING_UP = 0.2


class State:
    """Everything the page shows. It is never changed: `but` makes the next one."""

    def __init__(self) -> None:
        # What the person chose, what was wrong with what was typed, the texts that were refused so, and what was wrong
        # in the address. Settings and question are texts, as Field.canonical gives them.
        self.settings = dict(DEFAULTS)
        self.complaints: dict = {}
        self.refused: dict = {}
        self.notices: tuple = ()
        self.question: tuple = ("0.3", "0.4")
        # What the person wants: `steps` counts the single updates still to be asked for, `back_to` is the moment to
        # train on from, an epoch and a row, if any.
        self.training = False
        self.steps = 0
        self.back_to: tuple = ()
        self.goal = int(DEFAULTS["epochs"])
        # The most rows that were right with weights and bias set by hand; -1 before there were any.
        self.best_by_hand = -1
        # Whether what is set by hand began with numbers that were learned.
        self.helped = False
        # Where the person looks, in the words of web.worker.reports.look: a moment of () is now.
        self.moment: tuple = ()
        self.test_row = 0
        self.tab = TABS[0]
        self.quantity = "prediction"
        self.cursor: tuple = (12, 16)
        self.tolerance = 50
        # The panel of the update: the stage, whether it asks first, which stages were answered, and what was
        # guessed (a stage and a text, until it is marked) and said of it.
        self.stage = 0
        self.quiz = False
        self.answered_stages: tuple = ()
        self.guess: tuple = ()
        # What stands in the quiz's field, after the question that it was typed for.
        self.typed: tuple = ()
        self.mark: dict = {}
        # Which axes of the curve are logarithmic; whether the run is played back, at which speed and how far it
        # is, in epochs with fractions; the part of the drawing and the point of the curve that are
        # pointed at.
        self.logarithmic: tuple = ()
        self.playing = False
        self.playback = PLAYBACKS[2]
        self.played = 0.0
        self.part = ""
        self.point = -1
        # The guide: whether it is open, at which lesson, and the lessons that were done.
        self.guide_open = False
        self.lesson = 0
        self.lessons_done: tuple = ()
        self.shortcuts = True
        # How Python is: `trainer` is booting, ready or failed, `call` the call under way, if any.
        self.trainer = "booting"
        self.phase = 0
        self.call: tuple = ()
        self.overdue = False
        self.awaited = ""
        self.failure: dict = {}
        # What Python has in hand, and where a restarted one must get to first: an epoch and a row.
        self.opened: tuple = ()
        self.asked: tuple = ()
        self.looked: tuple = ()
        self.looked_back: tuple = ()
        self.place: tuple = ()
        # What Python said last; `answered` is the question that `answer` belongs to.
        self.report: dict = {}
        self.start: dict = {}
        self.panel: dict = {}
        self.summary = ""
        self.milestones: tuple = ()
        self.answer: dict = {}
        self.answered: tuple = ()
        # For the speed: the time in milliseconds and the epoch at which this stretch of training began.
        self.stretch: tuple = ()
        self.epochs_a_second = 0.0
        # Whether the page opens without a network, and whether a newer version of it waits, or has taken over already.
        self.offline = ""  # a key of web.page.views.offline.WORDS; "" while it is not known
        self.new_version = False
        self.taken_over = False
        # The sentence for those who listen.
        self.spoken = ""

    def but(self, **changes: object) -> "State":
        """The same State with some parts replaced."""
        state = State()
        for name, value in self.__dict__.items():
            setattr(state, name, changes.get(name, value))
        return state

    def with_first_reply(self, reply: dict) -> "State":
        """The State that the page is built with: what Python says of the default start."""
        parts = {name: reply[name] for name in ("report", "start", "panel", "summary", "answer")}
        return self.but(
            answered=self.question, milestones=tuple(reply["milestones"]), looked_back=(self.wanted, 0), **parts
        )

    @property
    def epoch(self) -> int:
        """The epochs done."""
        return self.report["epoch"] if self.report else 0

    @property
    def row(self) -> int:
        """The training rows already used in the epoch under way."""
        return self.report["row"] if self.report else 0

    @property
    def outdated(self) -> bool:
        """Whether epoch and row are those of what was before: the run is still to be put to its start, or back."""
        goes_on = self.goes_on and not self.back_to
        return self.opened != self.wanted and not goes_on and not self.place and (self.epoch > 0 or self.row > 0)

    @property
    def goes_on(self) -> bool:
        """Whether Python has a run from the wanted start, which may have to go on at another learning rate."""
        return bool(self.opened) and (self.opened[0], self.opened[2]) == (self.settings["seed"], self.settings["start"])

    @property
    def here(self) -> tuple:
        """Where the run is, or will be as soon as Python has gone back or got there: an epoch and a row."""
        if self.back_to or self.place:
            return self.back_to or self.place
        return (0, 0) if self.outdated else (self.epoch, self.row)

    @property
    def run(self) -> str:
        """untrained, training, paused or trained."""
        if (self.training and self.epoch and self.trainer == "ready") or self.call[:1] == ("advance",):
            return "training"
        if not self.epoch and not self.row:
            return "untrained"
        return "trained" if self.epoch >= self.goal else "paused"

    @property
    def can_pause(self) -> bool:
        """Whether Train is Pause: while the neuron is trained, be it on or only again to where it was."""
        return self.trainer == "ready" and (self.training or self.catches_up)

    @property
    def catches_up(self) -> bool:
        """Whether a restarted trainer is on its way to where the one before was."""
        return bool(self.place) and self.goes_on

    @property
    def voice(self) -> str:
        """How live regions speak, as aria-live takes it: not while numbers flow faster than they can be read."""
        return "off" if self.run == "training" or self.playing else "polite"

    @property
    def epochs(self) -> int:
        """The chosen number of epochs."""
        return int(self.settings["epochs"])

    @property
    def wanted(self) -> tuple:
        """What decides a run's digits: its seed, its learning rate, the start if set by hand, and the rates before."""
        return tuple([self.settings[name] for name in ("seed", "learning_rate", "start", "legs")])

    @property
    def by_hand(self) -> tuple:
        """The weights and the bias that were set by hand, as texts; empty where the seed draws them."""
        start = self.settings["start"]
        return tuple(start.split(",")) if start else ()

    @property
    def look(self) -> tuple:
        """Where the person looks, as web.worker.reports.look.Look takes it."""
        return (
            (self.moment or (-1, 0))
            + (self.test_row, self.tab, self.quantity, self.stage)
            + self.cursor
            + (self.tolerance,)
        )

    @property
    def asked_stage(self) -> tuple:
        """Which question the quiz asks: an epoch, a row and a stage."""
        return (self.moment or (self.epoch, self.row)) + (self.stage,)

    @property
    def shown_epoch(self) -> int:
        """The epoch of the moment that is looked at; a trainer that catches up has not come there yet."""
        return min(self.moment[0], self.epoch) if self.moment else self.epoch

    def panel_of(self, tab: str) -> dict:
        """What Python said for this tab; empty while another is open, or Python has not said anything yet."""
        return self.panel if self.tab == tab and self.panel.get("name") == tab else {}


def unknown(state: State) -> State:
    """The same State without anything that Python said."""
    return state.but(report={}, start={}, panel={}, answer={}, answered=(), summary="")


def next_call(state: State) -> tuple:
    """What the trainer should do now, as a tuple of name and arguments; empty when there is nothing to do."""
    if state.trainer != "ready" or state.call:
        return ()
    # Question and look come first, so that the first reply about a run tells of them already.
    if state.asked != state.question:
        return ("ask",) + state.question
    if state.looked != state.look:
        return ("look_at",) + state.look
    if state.opened != state.wanted:
        # What Python has done since it was last heard is undone: it did so at a rate that no longer holds.
        return ("follow",) + state.wanted + (state.epoch, state.row) if state.goes_on else ("open_run",) + state.wanted
    if state.place and state.epoch < state.place[0]:
        return ("advance", state.place[0] - state.epoch, SECONDS_A_CALL_WHILE_CATCHING_UP)
    if state.place and state.row < state.place[1]:
        return ("step",)
    if state.back_to:
        return ("rewind",) + state.back_to
    if state.steps:
        return ("step",)
    if state.guess:
        return ("mark",) + state.guess
    if state.training:
        return ("advance", state.goal - state.epoch, SECONDS_A_CALL)
    if state.report and state.looked_back != (state.opened, state.epoch):
        return ("look_back",)
    return ()
