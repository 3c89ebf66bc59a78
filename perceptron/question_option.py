"""The command line's option for a question to the trained neuron: as many numbers as the data has inputs."""

import argparse

from perceptron.datasets import DataSet
from perceptron.fields import QUESTION, counted, shortened
from perceptron.setting_options import checked, held_number
from perceptron.several_values import values_in

OPTION = "--ask"


def add_question_option(parser: argparse.ArgumentParser) -> None:
    """Add the option to a parser."""
    parser.add_argument(
        OPTION,
        metavar="N...",
        type=checked(_read),
        help="ask the trained neuron; give a number for each input, with spaces between them",
    )


def check_question(question: tuple[float, ...] | None, data: DataSet) -> None:
    """Raise ValueError when there is a question, but not with a number for each input."""
    if question is not None and len(question) != data.inputs:
        names = ", ".join([shortened(name) for name in data.input_names])
        needed, given = counted(data.inputs, "number"), counted(len(question), "number")
        raise ValueError(f"{OPTION} needs {needed} for this data ({names}); it has {given}.")


def _read(text: str) -> tuple[float, ...]:
    return tuple([held_number(QUESTION.named("Ask"), number) for number in values_in(text)])
