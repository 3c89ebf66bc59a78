"""The program of the neuron: the text that runs, what of it the person has changed, and what it printed."""

from perceptron.changed_run import ChangedRun
from perceptron.changes import CHANGES
from perceptron.differences import differences
from perceptron.experiment import Run
from perceptron.program import own_program_of, program_of
from perceptron.words.changes import CHANGES_IN_WORDS
from perceptron.words.faults import elsewhere_in_words, printed_in_words
from web.worker.reports.look import Look, Shown


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The program in use, its differences from the page's own, and the ready changes to try."""
    program, own = program_of(run.settings), own_program_of(run.settings)
    is_changed = isinstance(run, ChangedRun)
    return {
        "program": program,
        "own": own,
        "diff": differences(own, program),
        "printed": printed_in_words(run.printed) if is_changed else "",
        "elsewhere": elsewhere_in_words(run.elsewhere()) if is_changed and not run.fault else "",
        "changes": [[name, *CHANGES_IN_WORDS[name]] for name in CHANGES],
    }
