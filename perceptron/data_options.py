"""The command line's options for the data, and for an experiment that brings data and settings."""

import argparse
from collections.abc import Callable

from perceptron.cells import MARKS, SEPARATORS
from perceptron.data_files import STANDARD_INPUT, read_data_set
from perceptron.datasets import DataSet
from perceptron.fields import shortened
from perceptron.labels import LABELS
from perceptron.limits import MOST_BYTES, MOST_INPUTS, MOST_OF_A_RUNS_NAME, MOST_ROWS
from perceptron.preset_names import ARTICLE_NAME, PRESET_NAMES
from perceptron.presets import PRESETS
from perceptron.several_values import values_in
from perceptron.splits import EVERY_ROW, FORMS, Split, read_split
from perceptron.tables import UNDECIDED, Choices

OPTION = "--data"
FILE_FORMS = f"""
Your own data is a table of numbers with one row a line, as spreadsheets save and copy it: CSV, TSV, or with semicolons
or spaces; with decimal points or commas; with or without a header. The last column is the target: numbers, or two
names, which become 0 and 1. Or it is JSON with training_inputs, training_outputs, test_inputs and test_outputs, as in
the article; leave test_outputs out if all outputs are sums or all test rows are training rows. It may also hold
{", ".join(LABELS)}. At most {MOST_INPUTS} inputs, {MOST_ROWS:,} rows and {MOST_BYTES // 1_000_000} MB are read. An
experiment is JSON, too: {{"experiment": 1, "settings": {{"activation": "linear"}}, "data": "sums"}}. Its data may also
be JSON as above. A list of experiments, which “compare” reads, is {{"experiments": 1, "runs": [{{"name": "mine",
"settings": {{"activation": "linear"}}, "data": "sums"}}]}}. A run of it may also have “row”: how many
rows it has met after its last whole epoch.
"""


def add_data_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    group = parser.add_argument_group("data", FILE_FORMS)
    group.add_argument(
        OPTION,
        metavar="DATA",
        help=f"{', '.join(PRESET_NAMES)}; or a file, as ./{ARTICLE_NAME} if it has such a name; or - for standard "
        f"input; default {ARTICLE_NAME}; several, as in {OPTION} and or table.csv, are compared",
    )
    group.add_argument(
        "--experiment",
        metavar="FILE",
        help="the file of an experiment, or -; options that are given beside it override it",
    )
    group.add_argument("--separator", choices=SEPARATORS, default="", help="what stands between cells, if not clear")
    group.add_argument("--decimal", choices=MARKS, default="", help="the decimal mark, if not clear")
    group.add_argument("--header", choices=("yes", "no"), help="whether the first line holds names, if not clear")
    group.add_argument("--target", metavar="COLUMN", default="", help="name or number of the target's column")
    group.add_argument(
        "--test",
        metavar="ROWS",
        type=_split,
        default=EVERY_ROW,
        help=f"which rows are test rows and not for training: {FORMS.replace('%', '%%')}; by default all are both",
    )


def data_named(options: argparse.Namespace) -> list[str]:
    """What the options name as data: none, one or several. Raises ValueError with a sentence to show.

    The options that say how a table is read need one.
    """
    named = [] if options.data is None else values_in(options.data)
    if _choices(options) != UNDECIDED and all(name.lower() in PRESETS for name in named):
        raise ValueError("--separator, --decimal, --header, --target and --test are for a table; name it with --data.")
    return named


def read_named(named: str, options: argparse.Namespace, tell: Callable[[str], None]) -> DataSet:
    """The preset of this name, or what is in the file. Raises ValueError with a sentence to show."""
    return PRESETS.get(named.lower()) or read_data_set(named, tell, _choices(options))


def data_called(named: str) -> str:
    """What data is called in a table: as the page calls a preset, or by its file, of which the end tells most."""
    if named == STANDARD_INPUT:
        return "standard input"
    end = named if len(named) <= MOST_OF_A_RUNS_NAME else f"…{named[1 - MOST_OF_A_RUNS_NAME :]}"
    return PRESET_NAMES.get(named.lower()) or shortened(end, MOST_OF_A_RUNS_NAME)


def _choices(options: argparse.Namespace) -> Choices:
    header = None if options.header is None else options.header == "yes"
    return Choices(options.separator, options.decimal, header, options.target, options.test)


def _split(text: str) -> Split:
    try:
        return read_split(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
