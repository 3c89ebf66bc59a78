"""Runs side by side for the page: each is computed again from its settings, and compared with a baseline.

Everything here depends on its arguments alone. The last run that was computed is kept, because it may be asked for
again before it is trained to its end; any other worker would come to the same numbers.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from perceptron.changed_run import run_of
from perceptron.engine import PLAIN_PYTHON, Engine
from perceptron.experiment import Run
from perceptron.faults import ProgramError
from perceptron.fields import counted, grouped
from perceptron.findings.milestones import OutOfTimeError, ScoreBook
from perceptron.findings.run_summary import alike, compared, summary_of
from perceptron.findings.sweep import SweepPoint, sweep_values
from perceptron.findings.what_ifs import what_ifs
from perceptron.scoring import yardsticks
from perceptron.settings import SettingError, Settings
from perceptron.words.faults import fault_in_words
from perceptron.words.numbers import with_minuses
from perceptron.words.sweep import point_in_words, sweep_in_words
from perceptron.words.what_ifs import (
    choices,
    found_in,
    guess_in_words,
    outcome_in_words,
    question_in_words,
    refusal_in_words,
    what_if_called,
)
from web.worker import runs_out
from web.worker.reports.run import early_epochs
from web.worker.reports.runs import beside, rows_in_words, summary_read, summary_written

Told = dict[str, object]
Texts = dict[str, str]
POINTS = 128  # of a run's curve
NO_SUCH_ROW = "It ends after {} rows of an epoch, but its data has {}."
MOST_ROWS = 300  # test rows whose verdicts are told one by one


class AtHand(NamedTuple):
    """A run that somebody else has computed, by the texts of its settings, with its scores."""

    texts: Texts
    run: Run
    book: ScoreBook


class Runs:
    """Computes runs one at a time. `settings_of` reads a run's texts, `engine` gives what trains by a program."""

    def __init__(self, settings_of: Callable[[Texts], Settings], engine: Callable[[str], Engine]) -> None:
        self._settings_of = settings_of
        self._engine = engine
        self._last: tuple[Texts, Run, ScoreBook] | None = None
        self._maps: Any = None  # of web.worker.runs_maps, once they are asked for
        self._pairs: Any = None  # of web.worker.runs_pairs, likewise

    def do(self, at_hand: AtHand, compiled: bool, verb: str, _: str, *arguments: Any) -> Told:
        """Carry out a verb for a run. Raises KeyError for another verb. What is wrong with a run is its complaint."""
        try:
            if verb in ("run", "file", "point"):
                return self._trained(at_hand, compiled, verb, *arguments)
            if verb in ("landscape", "race", "race file"):
                return self._map(compiled, verb, *arguments)
            if verb == "pair":
                return self._pair(compiled, *arguments)
            deeds: dict[str, Callable[..., Told]] = {
                "beside": self._beside,
                "offer": self._offered,
                "outcome": self._outcome,
                "out": lambda *those: runs_out.list_of(self._settings_of, *those),
                "open": runs_out.opened,
                "picture": self._picture,
                "values": _values,
                "swept": self._swept,
            }
            return deeds[verb](*arguments)
        except SettingError as error:
            return _complaint(str(error))
        except ProgramError as wrong:
            return _complaint(fault_in_words(wrong.fault))

    def _trained(
        self,
        at_hand: AtHand,
        compiled: bool,
        verb: str,
        data: str,
        texts: Texts,
        at: list[int],
        seconds: float,
        *wanted: Any,
    ) -> Told:
        """Train for so many seconds; at the end, tell the summary and the curves, a file, or a point of a sweep."""
        texts = {**texts, "data": data}
        if at_hand.texts == texts and [at_hand.run.epoch, at_hand.run.row] == at:
            run, book = at_hand.run, at_hand.book
        else:
            run, book = self._computed(texts)
            if at[1] >= len(run.settings.data.training):
                return _complaint(NO_SUCH_ROW.format(grouped(at[1]), counted(len(run.settings.data.training), "row")))
            run.engine = self._engine(run.settings.rule) if compiled else PLAIN_PYTHON
            epoch, row = at
            if run.epoch < epoch and not run.stopped:
                run.advance(epoch - run.epoch, seconds)
            if run.epoch < epoch and not run.stopped:
                return {"done": False, "epoch": run.epoch}
            while run.row < row and run.step():
                pass
        try:
            with run.watched(), book.limited(seconds):
                if verb == "point":
                    told = _point(run, *wanted)
                elif verb == "run":
                    told = _finished(run, book)
                else:
                    told = runs_out.file_of(run, {**texts, "epochs": str(run.epoch)}, *wanted)
        except OutOfTimeError:
            return {"done": False, "epoch": run.epoch}
        if self._last and self._last[1] is run:
            self._last = None
        return told

    def _computed(self, texts: Texts) -> tuple[Run, ScoreBook]:
        if not self._last or self._last[0] != texts:
            run = run_of(self._settings_of(texts))
            self._last = texts, run, ScoreBook(run)
        return self._last[1:]

    def _beside(
        self,
        data: str,
        texts: Texts,
        summary: Told,
        base_data: str,
        base_texts: Texts,
        base_summary: Told,
        verdicts: list[list[Any]],
        base_verdicts: list[list[Any]],
    ) -> Told:
        """The numbers of a run in words, how far they are from the baseline, and which rows only one gets right."""
        settings, baseline = self._settings(data, texts), self._settings(base_data, base_texts)
        one, other = summary_read(summary), summary_read(base_summary)
        measured = compared(one, other, alike(settings, baseline))
        common = settings.data.test == baseline.data.test and verdicts and base_verdicts
        rows = rows_in_words(settings.data, verdicts, base_verdicts) if common else ""
        return {"cells": beside(settings.task(), one, measured), "rows": with_minuses(rows)}

    def _offered(self, data: str, texts: Texts, summary: Told) -> Told:
        """The experiments beside a baseline, each with its question and its three choices, or why it is refused."""
        baseline = summary_read(summary)
        return {
            "offers": [
                {
                    "name": one.name,
                    "called": what_if_called(one),
                    "refusal": with_minuses(refusal_in_words(one.refusal)) if one.refusal else "",
                    "question": question_in_words(one, baseline),
                    "choices": list(map(list, choices(one, baseline))),
                    "changes": list(one.changes),
                }
                for one in what_ifs(self._settings(data, texts))
            ]
        }

    def _outcome(self, data: str, texts: Texts, summary: Told, name: str, expected: str, summaries: list[Told]) -> Told:
        """What came of an experiment, and whether it was expected."""
        settings, baseline = self._settings(data, texts), summary_read(summary)
        [one] = [experiment for experiment in what_ifs(settings) if experiment.name == name]
        found = list(map(summary_read, summaries))
        sentence = outcome_in_words(one, found, baseline, settings.task())
        return {"sentence": sentence, "guess": guess_in_words(expected, found_in(one, found, baseline))}

    def _map(self, compiled: bool, verb: str, data: str, texts: Texts, *wanted: Any) -> Told:
        """The landscape below runs, or a race on it."""
        from web.worker.runs_maps import Maps  # few look at it

        self._maps = self._maps or Maps()
        settings = self._settings(data, texts)
        if verb == "landscape":
            found: Told = self._maps.of_runs(settings, *wanted)
        else:
            engine = self._engine(settings.rule) if compiled else PLAIN_PYTHON
            found = self._maps.of_race(settings, engine, *wanted)
        return found

    def _pair(
        self,
        compiled: bool,
        data: str,
        texts: Texts,
        at: list[int],
        other_letter: str,
        other_data: str,
        other_texts: Texts,
        other_at: list[int],
        step: int,
        seconds: float,
        letter: str,
    ) -> Told:
        """Two runs side by side at one moment."""
        from web.worker.runs_pairs import Asked, Pairs  # few look at it

        self._pairs = self._pairs or Pairs(lambda texts: run_of(self._settings_of(texts)))
        left, right = Asked(letter, data, texts, at), Asked(other_letter, other_data, other_texts, other_at)
        engine = self._engine if compiled else lambda rule: PLAIN_PYTHON
        found: Told = self._pairs.at(left, right, step, seconds, engine)
        return found

    def _picture(self, data: str, texts: Texts, form: str, *wanted: Any) -> Told:
        """The curves of runs as a file."""
        from web.worker.runs_pictures import picture  # few want it

        return picture({**texts, "data": data}, form, *wanted)

    def _swept(self, data: str, texts: Texts, name: str, points: list[list[Any]]) -> Told:
        """What a sweep shows, also of one that was stopped."""
        task = self._settings(data, texts).task()
        return {"sentence": sweep_in_words(name, [_point_read(point) for point in points], task)}

    def _settings(self, data: str, texts: Texts) -> Settings:
        return self._settings_of({**texts, "data": data})


def _values(name: str, least: str, most: str, count: str, logarithmic: bool) -> Told:
    """The values of a sweep; or what is wrong with what was typed."""
    try:
        return {"values": sweep_values(name, least, most, count, logarithmic), "complaint": ""}
    except ValueError as error:
        return {"values": [], "complaint": with_minuses(str(error))}


def _point(run: Run, value: str) -> Told:
    """What came of one value: numbers to hand back to `_swept`, and words."""
    verdicts = run.verdicts()
    measured = yardsticks(list(verdicts))
    point = SweepPoint(
        value, *verdicts.score, measured.r_squared, measured.mean_absolute_error, run.epoch, bool(run.stopped)
    )
    return {
        "done": True,
        "point": [value, *verdicts.score, repr(point.mean_error), run.epoch, point.stopped],
        "words": with_minuses(point_in_words(point, run.task)),
    }


def _point_read(told: list[Any]) -> SweepPoint:
    """The part of what `_point` told that the sentence needs."""
    value, right, total, mean_error, epoch, stopped = told
    return SweepPoint(value, right, total, None, float(mean_error), epoch, stopped)


def _finished(run: Run, book: ScoreBook) -> Told:
    verdicts = [[one.right, one.printed] for one in run.verdicts()] if len(run.settings.data.test) <= MOST_ROWS else []
    summary = summary_written(summary_of(run, book))
    return {"done": True, "summary": summary, "curve": curve(run, book), "verdicts": verdicts}


def curve(run: Run, book: ScoreBook) -> Told:
    """Error, score, weights and bias over the epochs, thinned out but dense at the start, with all powers of ten."""
    epochs, _ = run.history.sample(POINTS)
    early = early_epochs(epochs[1], run.history.stride) if len(epochs) > 1 else []
    powers = [10**digits for digits in range(len(str(run.epoch)))] if run.epoch else []
    epochs = sorted({*epochs, *early, *powers, run.epoch})
    moments = [run.at(epoch) for epoch in epochs]
    weights = [list(map(_short, column)) for column in zip(*[one.neuron.weights for one in moments], strict=True)]
    bias = [[_short(moment.neuron.bias) for moment in moments]] if run.settings.has_bias else []
    return {
        "epochs": epochs,
        "errors": [_short(moment.error) for moment in moments],
        "scores": book.scores(epochs),
        "rows": len(run.settings.data.test),
        "parameters": weights + bias,
    }


def _short(number: float) -> float:
    return float(f"{number:.6g}")


def _complaint(sentence: str) -> Told:
    return {"done": True, "complaint": with_minuses(sentence)}
