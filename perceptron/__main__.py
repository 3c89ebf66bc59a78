"""The command line: `python -m perceptron`, or `one-neuron` where it is installed, trains a neuron and prints the
article's lines."""

import argparse
import re
import sys
from collections.abc import Sequence
from typing import NoReturn

if not __package__:  # run by the name of its folder, Python does not look for the package
    print("Run it as “python3 -m perceptron”, in the folder that “perceptron” is in.", file=sys.stderr)
    sys.exit(2)

from perceptron import terminal
from perceptron.changed_run import ChangedRun, run_of
from perceptron.data_options import add_data_options
from perceptron.experiment import Run
from perceptron.faults import ProgramError
from perceptron.fields import Field, shortened
from perceptron.out.comparing import compare
from perceptron.out.runs_table import runs_csv, runs_markdown, runs_text
from perceptron.out.spreadsheets import history_csv, results_csv
from perceptron.out.wanted_runs import Wanted, wanted_runs
from perceptron.printout import as_json, as_text
from perceptron.question_option import OPTION as QUESTION
from perceptron.question_option import add_question_option, check_question
from perceptron.setting_options import NAMES, add_setting_options, checked, option_of
from perceptron.settings_table import FIELDS
from perceptron.several_values import with_values_joined
from perceptron.take_home import take_home
from perceptron.words.faults import elsewhere_in_words, fault_in_words
from perceptron.words.overflow import overflow_in_words

PROGRAM = "python -m perceptron" if __name__ == "__main__" else "one-neuron"
MOST_COMPLAINED = 500  # characters of a complaint, because argparse repeats what it was given
COMPARE = "compare"
ABOUT = (
    "Train one neuron to add two numbers, as in the article. A setting may have several values, as in "
    "--learning-rate 0.01 0.1 1: then all combinations are trained and compared in one table. "
    f"“{COMPARE} FILE...” compares the experiments of files, see “{COMPARE} --help”."
)
ABOUT_COMPARING = (
    "Train the experiments of some files and print them as one table, each beside the first. Settings that are given "
    "override those of the files; with several values, each file is trained with each. Ctrl+C keeps what is done."
)
INTERRUPTED = 130  # what shells expect of a program that Ctrl+C has stopped


class OneLineParser(argparse.ArgumentParser):
    """An argument parser that complains in one line, without the usage, and fails if its help cannot be printed."""

    def error(self, message: str) -> NoReturn:
        complain(shortened(message, MOST_COMPLAINED))
        sys.exit(2)

    def print_help(self, file: object = None) -> None:
        if not terminal.written(self.format_help().rstrip("\n"), complain):
            sys.exit(1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one experiment, or compare several. Returns the exit status: 0, 1 for lost output, 2 for bad input."""
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(given: Sequence[str]) -> int:
    is_comparing = list(given[:1]) == [COMPARE]
    parser = _parser(is_comparing)
    for argument in given:
        if re.fullmatch(r"--[\w-]+=--", argument):  # argparse would drop the value, and check nothing
            parser.error(f"“{shortened(argument)}” gives no value.")
    several = [QUESTION, *map(option_of, NAMES)]
    options, unknown = parser.parse_known_args(with_values_joined(_joined(given[is_comparing:]), several))
    if unknown:
        parser.error(f"“{shortened(unknown[0])}” is not known; --help lists the options.")
    try:
        wanted, refused = wanted_runs(options, options.files if is_comparing else (), complain)
        if is_comparing or len(wanted) + len(refused) > 1:
            return _compare(options, wanted, refused)
        (_, settings) = wanted[0]
        check_question(options.ask, settings.data)
    except ValueError as error:
        parser.error(str(error))
    if options.markdown:
        return _compare(options, wanted, refused)
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
        parser.error(fault_in_words(error.fault))
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
    """Print the table of several runs. Raises ValueError for an option that is for one run only, or without a run."""
    for name in ("json", "program", "ask", "history"):
        if getattr(options, name) not in (None, False):
            raise ValueError(f"--{name} is for one run; several are printed as a table, with --csv for spreadsheets.")
    for sentence in refused:
        complain(sentence)
    if not wanted:
        raise ValueError("There is no run to compare.")
    table = runs_csv if options.csv else runs_markdown if options.markdown else runs_text
    return 0 if compare(wanted, table, complain) and not refused else 2


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


def _parser(is_comparing: bool) -> OneLineParser:
    if is_comparing:
        parser = OneLineParser(prog=f"{PROGRAM} {COMPARE}", description=ABOUT_COMPARING)
        parser.add_argument(
            "files", nargs="*", metavar="FILE", help="an experiment or a list of them; - is standard input"
        )
    else:
        parser = OneLineParser(prog=PROGRAM, description=ABOUT)
    add_setting_options(parser)
    add_data_options(parser)
    add_question_option(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object, floats in full")
    parser.add_argument(
        "--csv",
        action="store_true",
        help="print a table for spreadsheets: the test rows, or the runs if there are several",
    )
    parser.add_argument(
        "--history", type=checked(_stride), metavar="N", help="print weights and error after every N epochs, as CSV"
    )
    parser.add_argument("--markdown", action="store_true", help="print the table of runs in Markdown")
    parser.add_argument(
        "--program",
        action="store_true",
        help="do not train, but print the whole experiment as one Python program that does",
    )
    return parser


def _stride(text: str) -> int:
    return int(Field("History", True, 1, FIELDS["epochs"].most, 1, "1").parse(text))


if __name__ == "__main__":
    sys.exit(main())
