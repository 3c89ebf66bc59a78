"""The command line's options for the data, and for an experiment that brings data and settings."""

import argparse
from collections.abc import Callable

from perceptron.cells import MARKS, SEPARATORS
from perceptron.data_files import read_data_set
from perceptron.datasets import DataSet
from perceptron.labels import LABELS
from perceptron.limits import MOST_BYTES, MOST_INPUTS, MOST_ROWS
from perceptron.preset_names import ARTICLE_NAME, PRESET_NAMES
from perceptron.presets import PRESETS
from perceptron.splits import EVERY_ROW, FORMS, Split, read_split
from perceptron.tables import UNDECIDED, Choices

FILE_FORMS = f"""
Your own data is a table of numbers with one row a line, as spreadsheets save and copy it: CSV, TSV, or with semicolons
or spaces; with decimal points or commas; with or without a header. The last column is the target: numbers, or two
names, which become 0 and 1. Or it is JSON with training_inputs, training_outputs, test_inputs and test_outputs, as in
the article; leave test_outputs out if all outputs are sums or all test rows are training rows. It may also hold
{", ".join(LABELS)}. At most {MOST_INPUTS} inputs, {MOST_ROWS:,} rows and {MOST_BYTES // 1_000_000} MB are read. An
experiment is JSON, too: {{"experiment": 1, "settings": {{"activation": "linear"}}, "data": "sums"}}. Its data may also
be JSON as above. A list of experiments, which “compare” reads, is {{"experiments": 1, "runs": [{{"name": "mine",
"settings": {{"activation": "linear"}}, "data": "sums"}}]}}.
"""


def add_data_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    group = parser.add_argument_group("data", FILE_FORMS)
    group.add_argument(
        "--data",
        metavar="DATA",
        help=f"{', '.join(PRESET_NAMES)}; or a file, as ./{ARTICLE_NAME} if it has such a name; or - for standard "
        f"input; default {ARTICLE_NAME}",
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


def chosen_data(options: argparse.Namespace, otherwise: DataSet, tell: Callable[[str], None]) -> DataSet:
    """The data that the options name, or else the other. Raises ValueError with a sentence to show."""
    header = None if options.header is None else options.header == "yes"
    choices = Choices(options.separator, options.decimal, header, options.target, options.test)
    preset = (options.data or "").lower()
    if options.data is not None and preset not in PRESETS:
        return read_data_set(options.data, tell, choices)
    if choices != UNDECIDED:
        raise ValueError("--separator, --decimal, --header, --target and --test are for a table; name it with --data.")
    return PRESETS.get(preset, otherwise)


def _split(text: str) -> Split:
    try:
        return read_split(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
