"""The command line: `python -m perceptron`, or `one-neuron` where it is installed, trains a neuron and prints the
article's lines."""

import argparse
import re
import sys
from collections.abc import Sequence

if not __package__:  # run by the name of its folder, Python does not look for the package
    print("Run it as “python3 -m perceptron”, in the folder that “perceptron” is in.", file=sys.stderr)
    sys.exit(2)

from perceptron import ctrl_c, terminal
from perceptron.changed_run import ChangedRun, run_of
from perceptron.data_options import OPTION as DATA
from perceptron.experiment import Run
from perceptron.fault_lines import placed
from perceptron.faults import ProgramError
from perceptron.fields import grouped, shortened
from perceptron.out import comparing, racing
from perceptron.out.curves import STYLES
from perceptron.out.parsers import COMPARE, RACE, TRAIN, parser_of
from perceptron.out.spreadsheets import history_csv, results_csv
from perceptron.out.wanted_runs import Wanted, wanted_runs
from perceptron.printout import as_json, as_text
from perceptron.question_option import OPTION as QUESTION
from perceptron.question_option import check_question
from perceptron.setting_options import NAMES, option_of
from perceptron.several_values import with_values_joined
from perceptron.take_home import take_home
from perceptron.words.faults import elsewhere_in_words, fault_in_words
from perceptron.words.overflow import overflow_in_words

PROGRAM = "python -m perceptron" if __name__ == "__main__" else "one-neuron"
INTERRUPTED = 130  # what shells expect of a program that Ctrl+C has stopped


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one experiment, or compare several. Returns the exit status: 0, 1 for lost output, 2 for bad input."""
    try:
        with ctrl_c.heard():
            return _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(given: Sequence[str]) -> int:
    command = given[0] if given and given[0] in (COMPARE, RACE) else TRAIN
    parser = parser_of(command, PROGRAM, complain)
    for argument in given:
        if re.fullmatch(r"--[\w-]+=--", argument):  # argparse would drop the value, and check nothing
            parser.error(f"“{shortened(argument)}” gives no value.")
    several = [QUESTION, DATA, *map(option_of, NAMES)]
    options, unknown = parser.parse_known_args(with_values_joined(_joined(given[bool(command) :]), several))
    if unknown:
        parser.error(f"“{shortened(unknown[0])}” is not known; --help lists the options.")
    try:
        wanted, refused = wanted_runs(options, options.files, complain)
        if command == RACE:
            return _race(options, wanted, refused)
        if command == COMPARE or len(wanted) + len(refused) > 1 or options.markdown or options.svg:
            return _compare(options, wanted, refused)
        settings = wanted[0].settings
        check_question(options.ask, settings.data)
    except ValueError as error:
        parser.error(str(error))
    except ProgramError as error:
        parser.error(fault_in_words(error.fault))
    if options.program:
        return 0 if terminal.written(take_home(settings).rstrip("\n"), complain) else 1
    try:
        run = run_of(settings)
        run.advance(settings.epochs)
        if run.stopped:
            parser.error(overflow_in_words(run.stopped))
        text = _printed(run, options)
        if isinstance(run, ChangedRun) and elsewhere_in_words(run.elsewhere()):
            complain(elsewhere_in_words(run.elsewhere()))
    except ProgramError as error:
        parser.error(fault_in_words(placed(error.fault, settings.rule)))
    except ValueError as error:
        parser.error(str(error))
    return 0 if terminal.written(text, complain) else 1


def _printed(run: Run, options: argparse.Namespace) -> str:
    """A trained run in the form that the options ask for. Raises ValueError when its history is too long for a file."""
    if options.history is not None:
        return history_csv(run, options.history).rstrip("\n")
    if options.csv:
        return results_csv(run.task, run.before, run.verdicts()).rstrip("\n")
    return as_json(run, options.ask) if options.json else as_text(run, options.ask)


def _compare(options: argparse.Namespace, wanted: Sequence[Wanted], refused: Sequence[str]) -> int:
    """Print several runs together. Raises ValueError for an option that is for one run only, or without a run."""
    _refuse(options, "json", "program", "ask", "history")
    for sentence in refused:
        complain(sentence)
    if not wanted:
        raise ValueError("There is no run to compare.")
    if options.svg and len(wanted) > len(STYLES):
        raise ValueError(f"--svg draws {len(STYLES)} runs at most; these are {grouped(len(wanted))}.")
    form = comparing.as_csv if options.csv else comparing.as_markdown if options.markdown else comparing.as_table
    status = comparing.compare(wanted, comparing.as_picture if options.svg else form, complain)
    return status or (2 if refused else 0)


def _race(options: argparse.Namespace, wanted: Sequence[Wanted], refused: Sequence[str]) -> int:
    """Print where many starts of one experiment end. Raises ValueError for what does not go with it."""
    _refuse(options, "json", "program", "ask", "history", "markdown")
    if len(wanted) + len(refused) > 1:
        raise ValueError("A race is of one experiment, so there is one data set, and each setting has one value.")
    settings = wanted[0].settings
    racing.check_race(settings, options.svg)
    form = racing.as_csv_table if options.csv else racing.as_picture if options.svg else racing.as_text
    return racing.race(settings, options.racers, form, complain)


def _refuse(options: argparse.Namespace, *names: str) -> None:
    """Raise ValueError for an option that is for one run only."""
    for name in names:
        if getattr(options, name) not in (None, False):
            raise ValueError(f"--{name} is for one run; several are printed as a table, with --csv for spreadsheets.")


def _joined(arguments: Sequence[str]) -> list[str]:
    """Join a number below zero to its option: by itself, argparse takes “-1,2,3” for an option."""
    joined: list[str] = []
    for argument in arguments:
        if re.match(r"-[\d.]", argument) and joined and re.fullmatch(r"--[a-z-]+", joined[-1]):
            joined[-1] += f"={argument}"
        else:
            joined.append(argument)
    return joined


def complain(sentence: str) -> None:
    """Print one line to standard error, with the program's name in front."""
    terminal.complain(f"{PROGRAM}: {sentence}")


if __name__ == "__main__":
    sys.exit(main())
