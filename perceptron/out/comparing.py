"""Trains several runs, one after another, and prints them together; what is done stays when it is stopped."""

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from perceptron import terminal
from perceptron.changed_run import ChangedRun, run_of
from perceptron.experiment import Run
from perceptron.faults import ProgramError
from perceptron.fields import counted, grouped
from perceptron.findings.run_summary import alike, summary_of
from perceptron.findings.verdict_changes import verdict_changes
from perceptron.out.curves import STYLES, Curve, Points
from perceptron.out.pictures import curves_svg
from perceptron.out.runs_table import TableRun, name_of, runs_csv, runs_markdown, runs_text
from perceptron.out.scales import scale_around
from perceptron.out.wanted_runs import Wanted
from perceptron.progress import Progress
from perceptron.scoring import Verdict
from perceptron.setting_texts import texts_of
from perceptron.words.faults import elsewhere_in_words, fault_in_words
from perceptron.words.run_names import own_name
from perceptron.words.verdict_changes import verdict_changes_in_words

BETWEEN_WORDS = 0.5  # seconds of training between two words about the progress
TO_A_DECADE = 40  # points of a curve; as many as are seen
ROOM = 2.0  # times the largest error at a start; what is far above leaves the picture


class Done(NamedTuple):
    """A trained run, and what is told of it: its curve, its verdicts if two runs are compared, and a note."""

    run: TableRun
    curve: Points
    verdicts: Sequence[Verdict]
    note: str


class Failed(NamedTuple):
    """A run whose changed program is wrong; its number, from 1, and what is wrong."""

    number: int
    sentence: str


Form = Callable[[Sequence[Done]], str]


def as_table(done: Sequence[Done]) -> str:
    """The runs as text; of two with the same test rows also the rows that only one of them gets right."""
    text = runs_text([one.run for one in done])
    if len(done) != 2 or not alike(done[0].run.settings, done[1].run.settings).rows:
        return text
    changes = verdict_changes(done[1].verdicts, done[0].verdicts)
    return f"{text}\n\n{verdict_changes_in_words(done[0].run.settings.data, changes)}"


def as_csv(done: Sequence[Done]) -> str:
    """The runs for spreadsheets."""
    return runs_csv([one.run for one in done])


def as_markdown(done: Sequence[Done]) -> str:
    """The runs in Markdown."""
    return runs_markdown([one.run for one in done])


def as_picture(done: Sequence[Done]) -> str:
    """The error over the epochs as SVG, for at most as many runs as there are styles."""
    baseline = done[0].run
    highest = ROOM * max([one.curve[0][1] for one in done if one.curve], default=0.0)
    curves = [
        Curve(name_of(one.run, baseline), style, list(takewhile(lambda point: point[1] <= highest, one.curve)))
        for one, style in zip(done, STYLES, strict=False)
    ]
    points = [point for curve in curves for point in curve.points]
    across = scale_around("Epoch", [epoch for epoch, _ in points], logarithmic=True)
    up = scale_around("Mean squared error", [0.0, *[error for _, error in points]])
    return curves_svg("The error over the epochs", own_name(dict(baseline.texts)), across, up, curves)


def compare(wanted: Sequence[Wanted], form: Form, complain: Callable[[str], None]) -> int:
    """Train the runs and print them in a form. Returns the exit status: 1 for lost output, 2 for a wrong program.

    Raises KeyboardInterrupt after Ctrl+C, when what is done is printed.
    """
    done: list[Done] = []
    failed: list[Failed] = []
    progress = Progress()
    interrupted = False
    try:
        for one in trained(wanted, progress.tell):
            if isinstance(one, Failed):
                failed.append(one)
            else:
                done.append(one)
    except KeyboardInterrupt:
        interrupted = True
    progress.close()
    for sentence in [one.note for one in done if one.note]:
        complain(sentence)
    for number, sentence in failed:
        complain(f"Run {grouped(number)}: {sentence}")
    if interrupted:
        complain(f"Stopped; {grouped(len(done))} of {counted(len(wanted), 'run')} are done.")
    if done and not terminal.written(form(done).rstrip("\n"), complain):
        return 1
    if interrupted:
        raise KeyboardInterrupt
    return 2 if failed else 0


def trained(wanted: Sequence[Wanted], tell: Callable[[str], None]) -> Iterator[Done | Failed]:
    """The runs, each as soon as it is trained. `tell` gets a sentence about the progress now and then."""
    for number, (name, settings, row) in enumerate(wanted, start=1):
        try:
            run = run_of(settings)
            while run.epoch < settings.epochs and not run.stopped:
                run.advance(settings.epochs - run.epoch, BETWEEN_WORDS)
                tell(f"Run {grouped(number)} of {grouped(len(wanted))}, epoch {grouped(run.epoch)}")
            while run.row < row and run.step():
                pass
            verdicts = list(run.verdicts()) if len(wanted) == 2 else []
            yield Done(TableRun(name, texts_of(settings), settings, summary_of(run)), _curve(run), verdicts, _note(run))
        except ProgramError as error:
            yield Failed(number, fault_in_words(error.fault))


def _curve(run: Run) -> Points:
    """The error at epochs that are evenly apart on a logarithmic axis, as far as they are kept; not at the start."""
    epochs = {round(10 ** (step / TO_A_DECADE)) for step in range(TO_A_DECADE * len(str(run.epoch)))}
    kept = [run.history.nearest(epoch) for epoch in sorted({*epochs, run.epoch}) if epoch <= run.epoch]
    return [(float(epoch), error) for epoch, _, _, error in kept if epoch]


def _note(run: Run) -> str:
    return elsewhere_in_words(run.elsewhere()) if isinstance(run, ChangedRun) else ""
