"""The program of the neuron: the text that runs, what of it the person has changed, and what it printed."""

from perceptron.changes import CHANGES
from perceptron.differences import differences
from perceptron.experiment import Run
from perceptron.program import own_program_of, program_of
from perceptron.words.changes import CHANGES_IN_WORDS
from web.worker.reports.look import Look, Shown


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The program in use, its differences from the page's own, and the ready changes to try."""
    program, own = program_of(run.settings), own_program_of(run.settings)
    printed, elsewhere = _said_of(run)
    return {
        "program": program,
        "own": own,
        "diff": differences(own, program),
        "printed": printed,
        "elsewhere": elsewhere,
        "changes": [[name, *CHANGES_IN_WORDS[name]] for name in CHANGES],
    }


def _said_of(run: Run) -> tuple[str, str]:
    """What a changed program has printed, and what it remembers in a place that does not count."""
    if not run.has_changed_program:
        return "", ""
    from perceptron.changed_run import ChangedRun  # few ever change the program
    from perceptron.words.faults import elsewhere_in_words, printed_in_words

    assert isinstance(run, ChangedRun)
    return printed_in_words(run.printed), "" if run.fault else elsewhere_in_words(run.elsewhere())
