"""Answers what the page asks.

A request says all that its reply depends on, so any worker gives the same reply, also one that just started; only a
part for which there was no time yet is left out.
Settings and numbers come as text, see Field.canonical, and every reply is a dict of plain values.
"""

import json
import math
from collections.abc import Callable
from typing import Any, NamedTuple, TypedDict

from perceptron.datasets import DataSet
from perceptron.engine import PLAIN_PYTHON, Engine
from perceptron.experiment import Run
from perceptron.faults import ProgramError
from perceptron.fields import QUESTION
from perceptron.findings.milestones import ScoreBook
from perceptron.findings.one_update import one_update
from perceptron.findings.quiz import mark
from perceptron.presets import PRESETS
from perceptron.settings import SettingError, Settings
from perceptron.settings_table import KEPT_BY_A_RUN, read_settings
from perceptron.words.engine import engine_in_words
from perceptron.words.numbers import with_minuses
from perceptron.words.one_update import hint_in_words
from perceptron.words.quiz import mark_in_words
from web.worker import live
from web.worker.reports import PARTS, Look, Scene, shown
from web.worker.reports.for_people import for_people
from web.worker.reports.update import decimals_asked_for, results


class Request(TypedDict):
    """What web/page/request.py makes."""

    run: dict[str, str]  # the settings
    at: list[int]  # where the run is before anything is done: an epoch and a row
    look: dict[str, Any]  # as Look has it
    question: list[str]
    compiled: bool  # whether the compiled program may train
    # Nothing, "advance" by epochs for seconds, "live" by epochs, "step", "mark" a stage's number and a guess at it,
    # CODE, RUNS, one of OWN, or MOVE by epochs and with the arguments of “edit”.
    do: list[Any]
    tell: list[str]  # the parts of reports.PARTS that the reply should have


Reply = dict[str, object]
# The deeds about own data: read a text, have it packed, change a row, write a file; see web.worker.own_data.
OWN = ("read", "use", "edit", "save")
MOVE = "move"  # the deed that is an “edit” and then, with the other data and from its start, a “live” run
RUNS = "runs"  # the deed about other runs than the one that the page shows, see web.worker.runs
CODE = "code"  # the deed about the program, with one of the verbs of web.worker.code


# JSON has no infinite numbers, and a drawing no place for them; what is read comes as text anyway.
LARGEST_TO_DRAW = 1e300


def as_json(reply: Reply) -> str:
    """A reply as the page can read it."""
    # MicroPython does not join the two halves of a character that is escaped as such, so none is escaped.
    try:
        return json.dumps(reply, allow_nan=False, ensure_ascii=False)
    except ValueError:
        return json.dumps(_finite(reply), allow_nan=False, ensure_ascii=False)


def _finite(value: object) -> object:
    """The same with large numbers for infinite ones, and 0 for what is no number."""
    if isinstance(value, float) and not math.isfinite(value):
        return 0.0 if math.isnan(value) else math.copysign(LARGEST_TO_DRAW, value)
    if isinstance(value, dict):
        return {key: _finite(part) for key, part in value.items()}
    return [_finite(part) for part in value] if isinstance(value, list | tuple) else value


class Computed(NamedTuple):
    """A run, with the texts of its settings, and the scores that were counted in it."""

    texts: dict[str, str]
    run: Run
    book: ScoreBook


class Session:
    """It keeps the last run, which would take long to compute again, and the engine, and nothing else.

    `compiled` makes the engine that trains instead of plain Python, if there is one here.
    """

    def __init__(self, compiled: Callable[[], Engine] | None = None) -> None:
        self.kept: Computed | None = None
        self._make_compiled = compiled
        self._runs: Any = None  # of web.worker.runs, once they are asked for
        self._engines: dict[str, Engine] = {}  # by the changed program that they train by, empty for the page's own

    def reply(self, request: Request) -> Reply:
        """The request itself, where the run is after what was to be done, and what was to be told.

        If the settings do not go with each other, it says so instead of all this.
        """
        if request["do"][:1] == [MOVE]:
            return self._moved(request)
        # While a request is under way nothing is kept: a run that an error left half changed is not used again.
        kept, self.kept = self.kept, None
        try:
            computed = _run_of(request["run"], kept)
        except SettingError as error:
            self.kept = kept
            return {"request": request, "refused": {"setting": error.setting, "sentence": with_minuses(str(error))}}
        except ProgramError as wrong:
            self.kept = kept
            return {"request": request, "refused": {"setting": "rule", "sentence": _fault_told(wrong)["sentence"]}}
        run, history = computed.run, computed.run.history
        deed, *arguments = request["do"] or [""]
        trains = deed in ("advance", "live") or request["at"][0] > run.epoch
        run.engine = self._engine(run.settings.rule) if request["compiled"] and trains else PLAIN_PYTHON
        told: dict[str, object] = {}
        try:
            _go_to(run, *request["at"])
            if deed == "advance":
                run.advance(*arguments)
            elif deed == "live":
                told = {"live": live.train(run, arguments[0], request["compiled"])}
            elif deed == "step":
                run.step()
            elif deed not in ("", "mark", CODE, RUNS, *OWN):
                raise ValueError(f"“{deed}” is nothing that can be done.")
        except ProgramError as wrong:
            told = {"fault": _fault_told(wrong, run.settings.rule)}
        if run.history is not history:  # the run has begun anew, because the engine could not be trusted
            computed = computed._replace(book=ScoreBook(run))
        reply: Reply = {"request": request, "at": [run.epoch, run.row], **told}
        reply["engine"] = self._engine_of(run)
        look = Look(**request["look"])
        question = _question(request["question"], run.settings.data)
        try:
            with run.watched():
                scene = Scene(run, computed.book, look, shown(run, look), question)
                for part in request["tell"]:
                    told_of = PARTS[part](scene)
                    if told_of is not None:
                        reply[part] = for_people(told_of, part)
        except ProgramError as wrong:  # the program fails at what is looked at
            self.kept = computed
            return {"request": request, "broken": _fault_told(wrong, run.settings.rule)}
        if deed == "mark":
            reply["mark"] = _marked(scene, *arguments)
        if deed == CODE:
            reply["own"] = _code(run.settings, arguments)
        if deed == RUNS:
            reply["own"] = self._runs_told(computed, request["compiled"], arguments)
        if deed in OWN:
            reply["own"] = _own(run.settings.data, deed, arguments)
        self.kept = computed
        return reply

    def _moved(self, request: Request) -> Reply:
        """What came of two deeds, so that a hand that moves a row need not wait for the page between them.

        The run stays as it is where there is no other data.
        """
        _, epochs, *edit = request["do"]
        edited = self.reply({**request, "do": ["edit", *edit], "tell": []})
        own: Any = edited.get("own", {})
        if "data" not in own:
            return {**edited, "request": request}
        run = {**request["run"], "data": own["data"], "legs": ""}
        trained = self.reply({**request, "run": run, "at": [0, 0], "do": ["live", epochs]})
        return {**trained, "request": request, "own": own}

    def _runs_told(self, computed: Computed, compiled: bool, arguments: list[Any]) -> dict[str, object]:
        """What came of other runs. The run itself stays as it is."""
        from web.worker.runs import AtHand, Runs  # nobody needs it for a single run

        if not self._runs:
            self._runs = Runs(lambda texts: _settings(texts, None), self._engine)
        told: dict[str, object] = self._runs.do(AtHand(*computed), compiled, *arguments)
        return told

    def _engine_of(self, run: Run) -> list[str]:
        """Which engine trained the run, and a sentence about it; at its start, why plain Python will have to."""
        ran, engine = run.ran, self._engines.get(run.settings.rule)
        if not run.epoch and engine and engine.ran.cause in ("unsupported", "bits"):
            ran = engine.ran
        return [ran.engine, engine_in_words(ran, run.has_changed_program)]

    def _engine(self, rule: str) -> Engine:
        """The engine that trains by this program; the page's own keeps its engine, and the last changed one."""
        if rule not in self._engines:
            made = self._make_compiled() if self._make_compiled else PLAIN_PYTHON
            self._engines = {kept: engine for kept, engine in self._engines.items() if not kept} | {rule: made}
        return self._engines[rule]


def _run_of(texts: dict[str, str], kept: Computed | None) -> Computed:
    """The run with these settings: the one that was kept, as far as it is the same, or another at its start."""
    if kept and texts == kept.texts:
        return kept
    settings = _settings(texts, kept)
    if kept and all(texts[name] == kept.texts[name] for name in KEPT_BY_A_RUN):
        kept.run.follow(settings)
        if texts["tolerance"] != kept.texts["tolerance"]:
            return Computed(texts, kept.run, ScoreBook(kept.run))  # other rows are right
        kept.book.forget_after(kept.run.epoch)
        return kept._replace(texts=texts)
    run = _new_run(settings)
    return Computed(texts, run, ScoreBook(run))


def _new_run(settings: Settings) -> Run:
    if not settings.rule:
        return Run(settings)
    from perceptron.changed_run import ChangedRun  # few ever change the program

    return ChangedRun(settings)


def _question(texts: list[str], data: DataSet) -> tuple[float, ...]:
    """What is asked; the first test row where the question is not for data with so many inputs."""
    return tuple([QUESTION.parse(text) for text in texts]) if len(texts) == data.inputs else data.test[0].inputs


def _settings(texts: dict[str, str], kept: Computed | None) -> Settings:
    """The settings that are meant by these texts. Raises SettingError when they do not go with each other."""
    values = read_settings(texts)
    if values.get("rule"):
        values["rule"] = _program_of(values["rule"])
    # The same data is not made again: it may have ten thousand rows.
    same_data = kept is not None and kept.texts["data"] == texts["data"]
    values["data"] = kept.run.settings.data if kept and same_data else _data_of(texts["data"])
    return Settings(**values)


def _data_of(text: str) -> DataSet:
    """A preset by its word, or own data that is packed. Raises SettingError with a sentence to show."""
    if text in PRESETS:
        return PRESETS[text]
    from perceptron.packed import unpack  # what it needs of the library is rarely needed

    try:
        return unpack(text)
    except ValueError as error:
        raise SettingError("data", str(error)) from None


def _program_of(packed: str) -> str:
    """The text of a changed program. Raises SettingError with a sentence to show."""
    from perceptron.packed import unpack_program

    try:
        return unpack_program(packed)
    except ValueError as error:
        raise SettingError("rule", str(error)) from None


def _go_to(run: Run, epoch: int, row: int) -> None:
    """Go back to this moment and forget what came after it, or train on to it."""
    if (run.epoch, run.row) > (epoch, row):
        run.rewind(epoch, row)
    run.advance(epoch - run.epoch)
    while run.epoch == epoch and run.row < row and run.step():
        pass


def _own(data: DataSet, deed: str, arguments: list[Any]) -> dict[str, object]:
    """What was read in own data, or what became of the data in use. The run stays as it is."""
    from web.worker import own_data  # what it needs of the library is rarely needed

    if deed == "edit":
        return own_data.edit(data, *arguments)
    if deed == "save":
        return own_data.save(arguments[0], data)
    return own_data.read(*arguments) if deed == "read" else own_data.use(*arguments)


def _code(settings: Settings, arguments: list[Any]) -> dict[str, object]:
    """What came of a person's program. The run stays as it is."""
    from web.worker import code  # rarely needed, too

    return code.do(settings, *arguments)


def _fault_told(wrong: ProgramError, program: str = "") -> dict[str, object]:
    """What is wrong with a program; with its text, also where."""
    from web.worker import code

    return code.told(wrong.fault, program)


def _marked(scene: Scene, stage: str, number: int, guess: str) -> dict[str, object]:
    """Whether a guess at a number of a stage of the shown update, counted from 0, is right."""
    seen = scene.shown
    one = one_update(scene.run, seen.epoch + 1, seen.row + 1, seen.update)
    _, asked_for = results(stage, one)[number]
    marked = mark(guess, asked_for, decimals_asked_for(stage, number, one))
    sentence = with_minuses(mark_in_words(marked, hint_in_words(stage, number + 1, one)))
    return {"stage": stage, "number": number, "right": marked.right, "is_miss": marked.is_miss, "sentence": sentence}
