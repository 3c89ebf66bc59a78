"""Trains several runs, one after another, and prints them as one table; what is done stays when it is stopped."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from perceptron import terminal
from perceptron.changed_run import run_of
from perceptron.faults import ProgramError
from perceptron.fields import counted, grouped
from perceptron.findings.run_summary import summary_of
from perceptron.out.runs_table import TableRun
from perceptron.out.wanted_runs import Wanted
from perceptron.progress import Progress
from perceptron.setting_texts import texts_of
from perceptron.words.faults import fault_in_words

BETWEEN_WORDS = 0.5  # seconds of training between two words about the progress


class Failed(NamedTuple):
    """A run whose changed program is wrong; its number, from 1, and what is wrong."""

    number: int
    sentence: str


def compare(
    wanted: Sequence[Wanted], table: Callable[[Sequence[TableRun]], str], complain: Callable[[str], None]
) -> bool:
    """Train the runs and print the table. Returns whether all of it could be done.

    Raises KeyboardInterrupt after Ctrl+C, when the table of what is done is printed.
    """
    done: list[TableRun] = []
    failed: list[Failed] = []
    progress = Progress()
    interrupted = False
    try:
        for run in trained(wanted, progress.tell):
            if isinstance(run, Failed):
                failed.append(run)
            else:
                done.append(run)
    except KeyboardInterrupt:
        interrupted = True
    progress.close()
    for number, sentence in failed:
        complain(f"Run {grouped(number)}: {sentence}")
    if interrupted:
        complain(f"Stopped; {grouped(len(done))} of {counted(len(wanted), 'run')} are done.")
    written = not done or terminal.written(table(done).rstrip("\n"), complain)
    if interrupted:
        raise KeyboardInterrupt
    return written and not failed


def trained(wanted: Sequence[Wanted], tell: Callable[[str], None]) -> Iterator[TableRun | Failed]:
    """The runs, each as soon as it is trained. `tell` gets a sentence about the progress now and then."""
    for number, (name, settings) in enumerate(wanted, start=1):
        try:
            run = run_of(settings)
            while run.epoch < settings.epochs and not run.stopped:
                run.advance(settings.epochs - run.epoch, BETWEEN_WORDS)
                tell(f"Run {grouped(number)} of {grouped(len(wanted))}, epoch {grouped(run.epoch)}")
            yield TableRun(name, texts_of(settings), settings, summary_of(run))
        except ProgramError as error:
            yield Failed(number, fault_in_words(error.fault))
