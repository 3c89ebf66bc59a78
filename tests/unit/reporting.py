"""Asks for reports as the page would, with any run and any way of looking at it."""

from perceptron.experiment import Run
from perceptron.findings.milestones import ScoreBook
from perceptron.settings import Settings
from web.page import topics
from web.worker.reports import PARTS, Look, Scene, shown


def run_of(epochs: int, steps: int = 0, **settings: object) -> Run:
    run = Run(Settings(**settings))  # type: ignore[arg-type]
    run.advance(epochs)
    for _ in range(steps):
        run.step()
    return run


def look_at(**parts: object) -> Look:
    """Where the page looks at first, with some parts replaced."""
    first = topics.Look()
    return Look(**{name: getattr(first, name) for name in topics.parts_of(first)} | parts)


def said(part: str, run: Run, **look: object) -> dict[str, object]:
    where = look_at(**look)
    scene = Scene(run, ScoreBook(run), where, shown(run, where), (0.3, 0.4))
    found = PARTS[part](scene)
    assert isinstance(found, dict)
    return found


def report(run: Run, **look: object) -> dict[str, object]:
    return said("report", run, **look)


def panel(run: Run, tab: str, **look: object) -> dict[str, object]:
    found = said("panel", run, tab=tab, **look)
    assert found["name"] == tab
    return found
