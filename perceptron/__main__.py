"""The command line: `python -m perceptron`, or `one-neuron` where it is installed, trains a neuron and prints the
article's lines."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import NoReturn

if not __package__:  # run by the name of its folder, Python does not look for the package
    print("Run it as “python3 -m perceptron”, in the folder that “perceptron” is in.", file=sys.stderr)
    sys.exit(2)

from perceptron import terminal
from perceptron.data_options import add_data_options, chosen_data
from perceptron.experiment import Run
from perceptron.fields import PARAMETER, TOLERANCE, Field, grouped, shortened
from perceptron.floats import is_held
from perceptron.legs import LEG_RATE, Leg, parse_legs, read_legs, write_legs
from perceptron.printout import as_json, as_text
from perceptron.settings import Settings
from perceptron.settings_table import FIELDS, SETTINGS, ZEROS
from perceptron.words.overflow import overflow_in_words

PROGRAM = "python -m perceptron" if __name__ == "__main__" else "one-neuron"
MOST_COMPLAINED = 500  # characters of a complaint, because argparse repeats what it was given
STARTS = {"random": None, ZEROS: ZEROS}  # the starts that are words
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
    options, unknown = parser.parse_known_args(_joined(given))
    if unknown:
        parser.error(f"“{shortened(unknown[0])}” is not known; --help lists the options.")
    try:
        values = {name: getattr(options, name) for name in SETTINGS if name != "data"}
        settings = Settings(chosen_data(options, complain), **values)
        _check_within(options.legs, options.epochs)
    except ValueError as error:
        parser.error(str(error))
    run = Run(settings)
    run.advance(options.epochs)
    if run.stopped:
        parser.error(overflow_in_words(run.stopped))
    return 0 if terminal.written(as_json(run) if options.json else as_text(run), complain) else 1


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
    for name, setting in SETTINGS.items():
        if name == "data":
            continue  # see data_options
        parser.add_argument(
            f"--{name.replace('_', '-')}",
            type=_checked(partial(_read, name)),
            default=setting.read(setting.default),
            metavar=setting.value_name,
            help=setting.help,
        )
    parser.add_argument(
        "--no-bias", dest="bias", action="store_const", const="off", default="on", help="the same as --bias off"
    )
    add_data_options(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object, floats in full")
    return parser


def _read(name: str, text: str) -> object:
    """The value of a setting. Here its numbers are not shown again, so each must be held as it is written."""
    if SETTINGS[name].choices:
        return SETTINGS[name].read(text)
    if name == "tolerance":
        return _held(TOLERANCE, text)
    if name == "start" and text.strip().lower() in STARTS:
        return STARTS[text.strip().lower()]
    if name == "start":
        return tuple(_held(PARAMETER.named("Start"), number) for number in text.split(","))
    if name == "legs":
        for leg in read_legs(text):
            _held(LEG_RATE, leg.learning_rate)
        return parse_legs(text)
    return _held(FIELDS[name], text)


def _held(field: Field, text: str) -> float:
    value = field.parse(text)
    if not is_held(Decimal(field.canonical(text)), value):
        raise ValueError(f"{field.label}: “{shortened(text)}” has more digits than a 64-bit float can hold.")
    return value


def _check_within(legs: Sequence[Leg], epochs: int) -> None:
    """Raise ValueError when a leg ends after the run: the run would never reach the next rate."""
    for leg in legs:
        if (leg.epoch, leg.row) > (epochs, 0):
            raise ValueError(
                f"Legs must end within the run; “{write_legs((leg,))}” ends after epoch {grouped(epochs)}."
            )


def _checked(parse: Callable[[str], object]) -> Callable[[str], object]:
    def parse_or_complain(text: str) -> object:
        try:
            return parse(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return parse_or_complain


if __name__ == "__main__":
    sys.exit(main())
