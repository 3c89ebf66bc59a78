"""A run as plain values for the page: every digit that a person will read, already written out.

One file for each panel, as in web/page/views. They work where `perceptron` works: in the worker, and in the
build, which draws the page with them.
"""

from collections.abc import Callable

from perceptron.experiment import Run
from perceptron.findings.milestones import ScoreBook
from web.worker.reports import activation, map, run, update, why, yardsticks
from web.worker.reports.look import Look, Shown, shown

PANELS: dict[str, Callable[[Run, Look, Shown], dict[str, object]]] = {
    "update": update.report,
    "why": why.report,
    "activation": activation.report,
    "map": map.report,
    "yardsticks": yardsticks.report,
}


def reply(of: Run, look: Look, question: list[float], book: ScoreBook) -> dict[str, object]:
    """What the page needs after every call: the run, its answer to the question, and the panel that is open."""
    seen = shown(of, look)
    return {
        "report": run.report(of, look, seen, book),
        "answer": run.answer_to(of, seen, question),
        "panel": {"name": look.tab, **PANELS[look.tab](of, look, seen)},
    }


__all__ = ["PANELS", "Look", "reply"]
