"""What the page knows, by topic, and what follows from it.

Nothing here touches the page: it runs in MicroPython and is tested without a browser.
"""

from perceptron.aspects import FLOWS
from perceptron.settings_table import KEPT_BY_A_RUN, OF_THE_DIGITS, ZEROS
from web.page.held import is_blank
from web.page.speeds import EASED, FULL
from web.page.topics import (
    Code,
    Course,
    Curve,
    Form,
    Guide,
    Hand,
    Landscape,
    Lines,
    Live,
    Look,
    Own,
    Pace,
    Pair,
    Pointer,
    Runs,
    Said,
    Sharing,
    Stepper,
    Sweep,
    Teacher,
    Topic,
    Trainer,
    Visit,
    Wants,
    WhatIf,
    parts_of,
)

# What the inputs are called while Python has not said it.
UNNAMED = ("Input 1", "Input 2")

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from typing import Any

FIRST = {
    "form": Form(),
    "own": Own(),
    "code": Code(),
    "wants": Wants(),
    "hand": Hand(),
    "live": Live(),
    "look": Look(),
    "runs": Runs(),
    "what_if": WhatIf(),
    "sweep": Sweep(),
    "landscape": Landscape(),
    "pair": Pair(),
    "sharing": Sharing(),
    "stepper": Stepper(),
    "trace": Lines(),
    "curve": Curve(),
    "pointer": Pointer(),
    "course": Course(),
    "guide": Guide(),
    "teacher": Teacher(),
    "trainer": Trainer(),
    "said": Said(),
    "pace": Pace(),
    "visit": Visit(),
}
# No two topics have a part of the same name, so a part says which topic it belongs to.
TOPIC_OF = {part: name for name, topic in FIRST.items() for part in parts_of(topic)}


class State:
    """Everything the page shows. It is never changed: `but` makes the next one."""

    form: Form
    own: Own
    code: Code
    wants: Wants
    hand: Hand
    live: Live
    look: Look
    runs: Runs
    what_if: WhatIf
    sweep: Sweep
    landscape: Landscape
    pair: Pair
    sharing: Sharing
    stepper: Stepper
    trace: Lines
    curve: Curve
    pointer: Pointer
    course: Course
    guide: Guide
    teacher: Teacher
    trainer: Trainer
    said: Said
    pace: Pace
    visit: Visit

    def __init__(self, topics: "dict[str, Topic]" = FIRST) -> None:
        for name, topic in topics.items():
            setattr(self, name, topic)

    def but(self, **changes: object) -> "State":
        """The same State with some parts replaced, of whatever topics. Raises KeyError for a part that there is not."""
        by_topic: dict = {}
        for part, value in changes.items():
            by_topic.setdefault(TOPIC_OF[part], {})[part] = value
        topics = dict(self.__dict__)
        for name, parts in by_topic.items():
            topics[name] = topics[name].but(**parts)
        return State(topics)

    def part(self, name: str) -> "Any":
        """A part by its name alone. Raises KeyError when there is none of that name."""
        return getattr(getattr(self, TOPIC_OF[name]), name)

    @property
    def epoch(self) -> int:
        """The epochs done."""
        return self.said.report["epoch"] if self.said.report else 0

    @property
    def row(self) -> int:
        """The training rows already used in the epoch under way."""
        return self.said.report["row"] if self.said.report else 0

    @property
    def outdated(self) -> bool:
        """Whether the report still belongs to the run before, or to a later moment that the person has left."""
        goes_on = self.goes_on and not self.wants.back_to
        return (
            self.trainer.opened != self.wanted
            and not goes_on
            and not self.trainer.place
            and (self.epoch > 0 or self.row > 0)
        )

    @property
    def goes_on(self) -> bool:
        """Whether Python has a run from the wanted start, which may have to go on at another learning rate."""
        opened, settings = self.trainer.opened, self.form.settings
        return bool(opened) and all(opened[name] == settings[name] for name in KEPT_BY_A_RUN)

    @property
    def here(self) -> tuple:
        """Where the run is, or will be as soon as Python has gone back or got there: an epoch and a row."""
        if self.wants.back_to or self.trainer.place:
            return self.wants.back_to or self.trainer.place
        return (0, 0) if self.outdated else (self.epoch, self.row)

    @property
    def run(self) -> str:
        """untrained, training, paused or trained."""
        is_wanted = self.wants.training and self.epoch and self.trainer.status == "ready"
        if is_wanted or self.trainer.request.get("do", [])[:1] == ["advance"]:
            return "training"
        if not self.epoch and not self.row:
            return "untrained"
        return "trained" if self.epoch >= self.wants.goal else "paused"

    @property
    def wants_more(self) -> bool:
        """Whether the person waits for Python to do something, other than to show."""
        return self.wants.training or bool(self.wants.steps or self.wants.back_to or self.stepper.guess)

    @property
    def can_pause(self) -> bool:
        """Whether Train is Pause: while the neuron is trained, be it on or only again to where it was."""
        return self.trainer.status == "ready" and (self.wants.training or self.catches_up)

    @property
    def catches_up(self) -> bool:
        """Whether a restarted trainer is on its way to where the one before was."""
        return bool(self.trainer.place) and self.goes_on

    @property
    def voice(self) -> str:
        """How live regions speak, as aria-live takes it: not while numbers flow faster than they can be read."""
        return "off" if self.run == "training" or self.curve.playing or self.live.holding else "polite"

    @property
    def is_paced(self) -> bool:
        """Whether it trains, but not as fast as it can. Slow first epochs are motion, which not everyone wants."""
        free = self.pace.speed == FULL or (self.pace.speed == EASED and self.visit.still)
        return self.wants.training and not free and not self.trainer.place and self.trainer.status == "ready"

    @property
    def epochs(self) -> int:
        """The chosen number of epochs."""
        return int(self.form.settings["epochs"])

    @property
    def wanted(self) -> dict:
        """The settings that decide a run's digits: all but the epochs, which only say how far it goes."""
        return {name: self.form.settings[name] for name in OF_THE_DIGITS}

    @property
    def by_hand(self) -> tuple:
        """The weights and the bias that were set by hand, as texts; empty for every other start."""
        start = self.form.settings["start"]
        return tuple(start.split(",")) if start not in ("", ZEROS) else ()

    @property
    def input_names(self) -> tuple:
        """What the columns of the inputs are called; so there are as many inputs as names."""
        return tuple(self.said.columns.get("inputs", UNNAMED))

    @property
    def target_name(self) -> str:
        """What the column of the targets is called."""
        return str(self.said.columns.get("target", "Target"))

    @property
    def has_bias(self) -> bool:
        """Whether the neuron has a bias."""
        return bool(self.form.settings["bias"] == "on")

    @property
    def flowing(self) -> tuple:
        """The inputs that flow into the neuron, as texts."""
        selected = self.said.report.get("selected")
        return self.form.question if self.look.flow == FLOWS[0] or not selected else tuple(selected["inputs"])

    @property
    def to_read(self) -> tuple:
        """What there is to be read as own data: the name of a file, its content or else a text, and the ways."""
        return (self.own.opened_file or ("", self.own.pasted)) + (self.own.ways,)

    @property
    def is_to_be_read(self) -> bool:
        """Whether there is something that Python has not read yet."""
        return bool(self.own.opened_file or not is_blank(self.own.pasted)) and self.own.read_of != self.to_read

    @property
    def program(self) -> str:
        """What stands in the text box of the program; empty while Python has not told it."""
        return str(self.code.draft[0] if self.code.draft else self.panel_of("code").get("program", ""))

    @property
    def fault_of_run(self) -> dict:
        """Why the program in use cannot go on from here, as web.worker.code.told has it; empty if it can."""
        found = self.code.run_fault
        is_here = bool(found) and found["run"] == self.wanted and found["at"] == (self.epoch, self.row)
        return found["fault"] if is_here and not self.wants.training else {}

    @property
    def shown_epoch(self) -> int:
        """The epoch of the moment that is looked at; a trainer that catches up has not come there yet."""
        return min(self.look.moment[0], self.epoch) if self.look.moment else self.epoch

    @property
    def reason_is_open(self) -> bool:
        """Whether the reason for the chosen row stands beside it."""
        return self.pointer.reason_of == (self.form.settings["data"], self.look.test_row)

    def panel_of(self, tab: str) -> dict:
        """What Python said for this tab; empty while another is open, or Python has not said anything yet."""
        return self.said.panel if self.look.tab == tab and self.said.panel.get("name") == tab else {}


def with_nothing_said(state: State) -> State:
    """The same State without anything that Python said of a run."""
    about = {part: subject for part, subject in state.said.about.items() if part == "ceiling"}
    return state.but(
        report={},
        start={},
        panel={},
        lines={},
        ground={},
        answer={},
        answered=(),
        summary={},
        reason={},
        about=about,
    )
