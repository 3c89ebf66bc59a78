"""What a lesson is: its words, the run that it begins with, a sign that it is done, and what is said on the way."""

from collections import namedtuple

from perceptron.aspects import FLOWS
from perceptron.settings_table import DEFAULTS
from web.page.state import State

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable

# A part's last words say what its lessons have shown.
Part = namedtuple("Part", ("title", "lessons", "last_words"))
# `place` is the id of the control with which its deed is done, `done` tells of a State at rest whether it is, and
# `told` says what just happened, with its numbers. The lesson ends only when the sight, of which it speaks, is on the
# screen. `missing` says what of the deed was left out; empty where nothing was.
Lesson = namedtuple("Lesson", ("title", "text", "task", "place", "scene", "done", "told", "sight", "missing"))
# The ids of elements, one of which is enough to see it, and what it is called.
Sight = namedtuple("Sight", ("names", "words"))
# All settings, the epoch to train to, parts of the State that say where one looks and what is asked, and the names of
# the settings that the person changes in the lesson.
Scene = namedtuple("Scene", ("settings", "epoch", "shown", "free"))

ANSWER = Sight(("prediction",), "the answer, under “Ask it”")
DRAWING = Sight(("drawing",), "the drawing of the neuron")
TABLE = Sight(("results-table",), "the results")
SCORE = Sight(("score", "progress-score"), "the score, in the results")
CURVE = Sight(("curve",), "the curve and the line of words below it")
FORMULAS = Sight(("stage-formulas",), "the new weights, in the tab “One update”")
POINT = Sight(("activation-drawing",), "the curve, in the tab “Rows on the curve”")
REASON = Sight(("results-table", "why-sentences"), "the reason, beside the row")
WITHIN = Sight(("yard-within",), "the line “Right within the tolerance”, in the tab “Yardsticks”")

# What decides which experiment it is; the other settings may be changed in every lesson.
OF_THE_EXPERIMENT = ("data", "activation", "loss", "bias", "order", "scaling", "tolerance", "rule")
LOOKED_AT_FIRST = {
    "moment": (), "flow": FLOWS[0], "test_row": 0, "page": 0, "tab": "why", "stage": 0, "by_line": False,
    "tolerance": 50, "question": ("0.2", "0.1"),
}  # fmt: skip


def lesson(
    title: str,
    text: str,
    task: str,
    place: str,
    scene: Scene,
    done: "Callable[[State], bool]",
    told: "Callable[[State], str]",
    sight: Sight,
    missing: "Callable[[State], str]" = lambda state: "",
) -> Lesson:
    """A lesson; of most deeds no part can be left out."""
    return Lesson(title, text, task, place, scene, done, told, sight, missing)


def untrained(changes: dict = {}, free: tuple = (), **shown: object) -> Scene:  # noqa: B006  (it is only read)
    """The article's neuron before training, with these changes of its settings."""
    return _scene(changes, 0, free, shown)


def trained(free: tuple = (), **shown: object) -> Scene:
    """The article's neuron after its 10,000 epochs."""
    return _scene({}, int(DEFAULTS["epochs"]), free, shown)


def _scene(changes: dict, epoch: int, free: tuple, shown: dict) -> Scene:
    settings = dict(DEFAULTS)
    settings.update(changes)
    looked_at = dict(LOOKED_AT_FIRST)
    looked_at.update(shown)
    return Scene(settings, epoch, looked_at, free)


def is_in_sight(lesson: Lesson, state: State) -> bool:
    """Whether the screen shows that of which the lesson speaks."""
    return any(name in state.course.in_sight for name in lesson.sight.names)


def tab_of(lesson: Lesson) -> str:
    """The tab that the lesson opens because its deed needs it; empty for a lesson without one."""
    tab: str = lesson.scene.shown["tab"]
    return "" if tab == LOOKED_AT_FIRST["tab"] else tab


def has_its_run(lesson: Lesson, state: State) -> bool:
    """Whether the run is still one that the lesson speaks of: its experiment, trained as far as it says."""
    scene, settings = lesson.scene, state.form.settings
    fixed = [name for name in OF_THE_EXPERIMENT if name not in scene.free]
    is_there = bool(scene.free) or state.here[0] >= scene.epoch
    return is_there and all(settings[name] == scene.settings[name] for name in fixed)
