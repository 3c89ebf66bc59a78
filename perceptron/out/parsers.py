"""The parsers of the command line's commands: training one experiment or several, comparing files, and a race."""

import argparse
import sys
from collections.abc import Callable
from typing import NoReturn

from perceptron import terminal
from perceptron.data_options import add_data_options
from perceptron.fields import Field, shortened
from perceptron.findings.race import MOST_RACERS, USUAL_RACERS
from perceptron.question_option import add_question_option
from perceptron.setting_options import add_setting_options, checked
from perceptron.settings_table import FIELDS

MOST_COMPLAINED = 500  # characters of a complaint, because argparse repeats what it was given
TRAIN, COMPARE, RACE = "", "compare", "race"
ABOUT = {
    TRAIN: "Train one neuron to add two numbers, as in the article. A setting may have several values, as in "
    "--learning-rate 0.01 0.1 1: then all combinations are trained and compared in one table. "
    f"“{COMPARE} FILE...” compares the experiments of files, “{RACE}” trains many starts; each has a --help.",
    COMPARE: "Train the experiments of some files and print them as one table, each beside the first. Settings that "
    "are given override those of the files; with several values, each file is trained with each. Ctrl+C keeps what is "
    "done. The files come first: what follows an option is a value of it.",
    RACE: "Train an experiment from many starts, drawn with the seed and those after it, and say where each ends. "
    "Ctrl+C keeps what is done.",
}


class OneLineParser(argparse.ArgumentParser):
    """An argument parser that complains in one line, without the usage, and fails if its help cannot be printed."""

    def __init__(self, complain: Callable[[str], None], prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description)
        self._complain = complain

    def error(self, message: str) -> NoReturn:
        self._complain(shortened(message, MOST_COMPLAINED))
        sys.exit(2)

    def print_help(self, file: object = None) -> None:
        if not terminal.written(self.format_help().rstrip("\n"), self._complain):
            sys.exit(1)


def parser_of(command: str, program: str, complain: Callable[[str], None]) -> OneLineParser:
    """The parser of TRAIN, COMPARE or RACE. What it parses has the same names for all of them."""
    parser = OneLineParser(complain, f"{program} {command}".rstrip(), ABOUT[command])
    parser.set_defaults(files=[], racers=0)
    if command == COMPARE:
        parser.add_argument(
            "files", nargs="*", metavar="FILE", help="an experiment or a list of them; - is standard input"
        )
    if command == RACE:
        parser.add_argument(
            "racers",
            nargs="?",
            type=checked(_racers),
            default=USUAL_RACERS,
            metavar="STARTS",
            help=f"how many starts, up to {MOST_RACERS}; default {USUAL_RACERS}",
        )
    add_setting_options(parser)
    add_data_options(parser)
    add_question_option(parser)
    _add_forms(parser)
    return parser


def _add_forms(parser: argparse.ArgumentParser) -> None:
    """Add the options for what is printed, and in which form."""
    parser.add_argument("--json", action="store_true", help="print one JSON object, floats in full")
    parser.add_argument(
        "--csv",
        action="store_true",
        help="print a table for spreadsheets: the test rows, or the runs or starts if there are several",
    )
    parser.add_argument(
        "--history", type=checked(_stride), metavar="N", help="print weights and error after every N epochs, as CSV"
    )
    parser.add_argument("--markdown", action="store_true", help="print the table of runs in Markdown")
    parser.add_argument(
        "--svg",
        action="store_true",
        help="print a picture: the error over the epochs, of up to six runs; or the landscape with the starts’ paths",
    )
    parser.add_argument(
        "--program",
        action="store_true",
        help="do not train, but print the whole experiment as one Python program that does",
    )


def _stride(text: str) -> int:
    return int(Field("History", True, 1, FIELDS["epochs"].most, 1, "1").parse(text))


def _racers(text: str) -> int:
    return int(Field("Starts", True, 1, MOST_RACERS, USUAL_RACERS, "1").parse(text))
