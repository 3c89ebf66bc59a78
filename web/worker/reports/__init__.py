"""A run as plain values for the page: every digit that a person will read, already written out.

One file for each panel, as in web/page/views. They work where `perceptron` works: in the worker, and in the
build, which draws the page with them.
"""

from collections.abc import Callable
from typing import NamedTuple

from perceptron.experiment import Run
from perceptron.findings.milestones import OutOfTimeError, ScoreBook, milestones
from perceptron.words.milestones import milestone_in_words
from web.worker.reports import (
    activation,
    ceiling,
    code,
    data,
    flow,
    lines,
    map,
    run,
    runs,
    update,
    why,
    worksheet,
    yardsticks,
)
from web.worker.reports.look import Look, Shown, shown

SECONDS_OF_COUNTING = 0.2  # somebody may want something else meanwhile


class Scene(NamedTuple):
    """All that a report depends on: a run with its scores, where one looks, what is there, and what is asked."""

    run: Run
    book: ScoreBook
    look: Look
    shown: Shown
    question: tuple[float, ...]

    @property
    def flowing(self) -> flow.Flowing:
        """What flows into the neuron."""
        return flow.flowing(self.run, self.look, self.shown, self.question)


PANELS: dict[str, Callable[[Run, Look, Shown], dict[str, object]]] = {
    "update": update.report,
    "why": why.report,
    "activation": activation.report,
    "map": map.report,
    "yardsticks": yardsticks.report,
    "data": data.report,
    "code": code.report,
    "runs": lambda run, look, seen: runs.report(),
}


def _milestones(book: ScoreBook) -> list[dict[str, object]] | None:
    """None where there was no time to count all that they need."""
    try:
        with book.limited(SECONDS_OF_COUNTING):
            found = milestones(book)
    except OutOfTimeError:
        return None
    return [{"epoch": mark.epoch, "right": mark.right, "sentence": milestone_in_words(mark)} for mark in found]


# The parts of a reply. web/page/reply.py says what each of them is about, and asks only for those that changed.
# One for which there was no time is None, and is asked for again.
PARTS: dict[str, Callable[[Scene], object]] = {
    "report": lambda scene: run.report(scene.run, scene.look, scene.shown),
    "selected": lambda scene: flow.report(scene.run, scene.shown, scene.flowing),
    "curve": lambda scene: run.curve(scene.run, scene.book),
    "sketch": lambda scene: run.curve(scene.run, scene.book, run.POINTS_OF_A_SKETCH),
    "start": lambda scene: run.at_the_start(scene.run, scene.look),
    "answer": lambda scene: run.answer_to(scene.run, scene.shown, scene.flowing.inputs),
    "panel": lambda scene: {"name": scene.look.tab, **PANELS[scene.look.tab](scene.run, scene.look, scene.shown)},
    "lines": lambda scene: lines.report(scene.run, scene.shown),
    "ground": lambda scene: map.ground(scene.run, scene.look, scene.shown),
    "summary": lambda scene: why.summary(scene.run, scene.shown),
    "reason": lambda scene: why.reason(scene.run, scene.look, scene.shown),
    "milestones": lambda scene: _milestones(scene.book),
    "ceiling": lambda scene: ceiling.report(scene.run),
    "worksheet": lambda scene: worksheet.report(scene.run, scene.look, scene.shown),
}

__all__ = ["PANELS", "PARTS", "Look", "Scene", "shown"]
