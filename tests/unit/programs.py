"""Programs that a person might write, made from the page's own."""

from dataclasses import replace

from perceptron.changed_run import ChangedRun, run_of
from perceptron.changes import BIAS, CHANGES, RATE, changed
from perceptron.program import own_program_of
from perceptron.settings import Settings

OWN = own_program_of(Settings())


def with_lines(lines: str, before: str = BIAS) -> str:
    """The page's own program with more lines before one of its own, as deep as that one."""
    depth = before[: len(before) - len(before.lstrip())]
    indented = "".join([f"{depth}{line}\n" for line in lines.splitlines()])
    assert OWN.count(before) == 1
    return OWN.replace(before, indented + before)


def in_start(line: str) -> str:
    return OWN.replace(RATE, f"{RATE}        {line}\n")


def run_with(program: str, settings: Settings | None = None) -> ChangedRun:
    run = run_of(replace(settings or Settings(epochs=20), rule=program))
    assert isinstance(run, ChangedRun)
    return run


NOISE = changed(OWN, CHANGES["noise"])  # which only plain Python runs
MOMENTUM = changed(OWN, CHANGES["momentum"])
