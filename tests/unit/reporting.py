"""Asks for reports as the page would, with any run and any way of looking at it."""

from perceptron.experiment import Run
from perceptron.findings.milestones import ScoreBook
from perceptron.settings import Settings
from web.worker import reports
from web.worker.reports.look import Look


def run_of(epochs: int, steps: int = 0, **settings: object) -> Run:
    run = Run(Settings(**settings))  # type: ignore[arg-type]
    run.advance(epochs)
    for _ in range(steps):
        run.step()
    return run


def said(run: Run, **look: object) -> dict[str, object]:
    where = Look(**look)  # type: ignore[arg-type]
    return reports.reply(run, where, [0.3, 0.4], ScoreBook(run))


def report(run: Run, **look: object) -> dict[str, object]:
    found = said(run, **look)["report"]
    assert isinstance(found, dict)
    return found


def panel(run: Run, tab: str, **look: object) -> dict[str, object]:
    found = said(run, tab=tab, **look)["panel"]
    assert isinstance(found, dict)
    assert found["name"] == tab
    return found
