"""The command line: `python -m perceptron`, or `one-neuron` where it is installed, trains a neuron and prints the
article's lines."""

import argparse
import re
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

if not __package__:  # run by the name of its folder, Python does not look for the package
    print("Run it as “python3 -m perceptron”, in the folder that “perceptron” is in.", file=sys.stderr)
    sys.exit(2)

from perceptron import terminal
from perceptron.changed_run import ChangedRun, run_of
from perceptron.data_files import read_experiment_file
from perceptron.data_options import add_data_options, chosen_data
from perceptron.datasets import ARTICLE
from perceptron.fault_lines import placed
from perceptron.faults import ProgramError
from perceptron.fields import grouped, shortened
from perceptron.legs import Leg, write_legs
from perceptron.printout import as_json, as_text
from perceptron.question_option import add_question_option, check_question, with_question_joined
from perceptron.setting_options import add_setting_options, given_values, read_value
from perceptron.settings import Settings
from perceptron.take_home import take_home
from perceptron.words.faults import elsewhere_in_words, fault_in_words
from perceptron.words.overflow import overflow_in_words

PROGRAM = "python -m perceptron" if __name__ == "__main__" else "one-neuron"
MOST_COMPLAINED = 500  # characters of a complaint, because argparse repeats what it was given
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
    """Run one experiment and print it. Returns the exit status: 0, 1 for lost output, 2 for bad input."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: Sequence[str] | None) -> int:
    parser = _parser()
    given = sys.argv[1:] if arguments is None else arguments
    for argument in given:
        if re.fullmatch(r"--[\w-]+=--", argument):  # argparse would drop the value, and check nothing
            parser.error(f"“{shortened(argument)}” gives no value.")
    options, unknown = parser.parse_known_args(with_question_joined(_joined(given)))
    if unknown:
        parser.error(f"“{shortened(unknown[0])}” is not known; --help lists the options.")
    try:
        settings = _settings(options)
        _check_within(settings.legs, settings.epochs)
        check_question(options.ask, settings.data)
    except ValueError as error:
        parser.error(str(error))
    if options.program:
        return 0 if terminal.written(take_home(settings).rstrip("\n"), complain) else 1
    try:
        run = run_of(settings)
        run.advance(settings.epochs)
        if run.stopped:
            parser.error(overflow_in_words(run.stopped))
        text = as_json(run, options.ask) if options.json else as_text(run, options.ask)
        if isinstance(run, ChangedRun) and elsewhere_in_words(run.elsewhere()):
            complain(elsewhere_in_words(run.elsewhere()))
    except ProgramError as error:
        parser.error(fault_in_words(placed(error.fault, settings.rule)))
    return 0 if terminal.written(text, complain) else 1


def _settings(options: argparse.Namespace) -> Settings:
    """The article's settings, an experiment's instead, and what is given beside it instead of both."""
    path = options.experiment
    texts, data = ({}, ARTICLE) if path is None else read_experiment_file(path, complain)
    values: dict[str, Any] = {name: read_value(name, text) for name, text in texts.items()}
    return Settings(chosen_data(options, data, complain), **{**values, **given_values(options)})


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


def _parser() -> OneLineParser:
    parser = OneLineParser(prog=PROGRAM, description="Train one neuron to add two numbers, as in the article.")
    add_setting_options(parser)
    add_data_options(parser)
    add_question_option(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object, floats in full")
    parser.add_argument(
        "--program",
        action="store_true",
        help="do not train, but print the whole experiment as one Python program that does",
    )
    return parser


def _check_within(legs: Sequence[Leg], epochs: int) -> None:
    """Raise ValueError when a leg ends after the run: the run would never reach the next rate."""
    for leg in legs:
        if (leg.epoch, leg.row) > (epochs, 0):
            raise ValueError(
                f"Legs must end within the run; “{write_legs((leg,))}” ends after epoch {grouped(epochs)}."
            )


if __name__ == "__main__":
    sys.exit(main())
