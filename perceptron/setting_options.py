"""The command line's options for the settings, one for each row of their table but the data."""

import argparse
from collections.abc import Callable
from decimal import Decimal
from functools import partial

from perceptron.fields import PARAMETER, TOLERANCE, Field, shortened
from perceptron.floats import is_held
from perceptron.legs import LEG_RATE, parse_legs, read_legs
from perceptron.packed import unpack_program
from perceptron.settings_table import FIELDS, RANDOM, SETTINGS, ZEROS
from perceptron.several_values import values_in

NAMES = tuple([name for name in SETTINGS if name not in ("data", "rule")])  # a changed program comes from a file
STARTS = {RANDOM: None, ZEROS: ZEROS}  # the starts that are words


def add_setting_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser, each of which takes several values. What is not given stays away from the result."""
    for name in NAMES:
        parser.add_argument(
            option_of(name),
            type=checked(partial(_read_values, name)),
            default=argparse.SUPPRESS,
            metavar=SETTINGS[name].value_name,
            help=SETTINGS[name].help,
        )
    parser.add_argument(
        "--no-bias",
        dest="bias",
        action="store_const",
        const=("off",),
        default=argparse.SUPPRESS,
        help="the same as --bias off",
    )


def option_of(name: str) -> str:
    """The option of a setting."""
    return f"--{name.replace('_', '-')}"


def given_values(options: argparse.Namespace) -> dict[str, tuple[object, ...]]:
    """The values of the settings that are given, one or several of each."""
    return {name: values for name, values in vars(options).items() if name in NAMES}


def _read_values(name: str, text: str) -> tuple[object, ...]:
    return tuple([read_value(name, value) for value in values_in(text)])


def read_value(name: str, text: str) -> object:
    """The value of a setting. Here its numbers are not shown again, so each must be held as it is written.

    Raises ValueError with a sentence to show.
    """
    if SETTINGS[name].choices:
        return SETTINGS[name].read(text)
    if name == "rule":
        return unpack_program(text)
    if name == "tolerance":
        return held_number(TOLERANCE, text)
    if name == "start" and text.strip().lower() in STARTS:
        return STARTS[text.strip().lower()]
    if name == "start":
        return tuple(held_number(PARAMETER.named("Start"), number) for number in text.split(","))
    if name == "legs":
        for leg in read_legs(text):
            held_number(LEG_RATE, leg.learning_rate)
        return parse_legs(text)
    return held_number(FIELDS[name], text)


def held_number(field: Field, text: str) -> float:
    """The number that is written. Raises ValueError with a sentence to show when no float holds it."""
    value = field.parse(text)
    if not is_held(Decimal(field.canonical(text)), value):
        raise ValueError(f"{field.label}: “{shortened(text)}” has more digits than a 64-bit float can hold.")
    return value


def checked(parse: Callable[[str], object]) -> Callable[[str], object]:
    """The same reading for argparse, which shows the sentence of its own error only."""

    def parse_or_complain(text: str) -> object:
        try:
            return parse(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return parse_or_complain
