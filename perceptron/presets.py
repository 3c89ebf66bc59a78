"""The data sets that come with the page, by the words of `preset_names`.

Most are made of a grid: the neuron learns from the even tenths and is tested on the odd ones, which it has never seen.
"""

from collections.abc import Iterable
from itertools import product

from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.preset_names import ARTICLE_NAME
from perceptron.rules import RULES

EVEN_TENTHS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
ODD_TENTHS = (0.1, 0.3, 0.5, 0.7, 0.9)
TWO_NUMBERS = ("First number", "Second number")
THREE_NUMBERS = (*TWO_NUMBERS, "Third number")
CELSIUS_TRAINED = range(-40, 81, 10)
CELSIUS_TESTED = (-35, -15, 5, 25, 45, 65, 85, 100)

# Petal length and width in centimetres of the first 30 plants of each kind in Fisher's table. R. A. Fisher, “The use of
# multiple measurements in taxonomic problems”, Annals of Eugenics 7 (1936), 179-188.
VERSICOLOR = (
    "4.7,1.4 4.5,1.5 4.9,1.5 4.0,1.3 4.6,1.5 4.5,1.3 4.7,1.6 3.3,1.0 4.6,1.3 3.9,1.4 "
    "3.5,1.0 4.2,1.5 4.0,1.0 4.7,1.4 3.6,1.3 4.4,1.4 4.5,1.5 4.1,1.0 4.5,1.5 3.9,1.1 "
    "4.8,1.8 4.0,1.3 4.9,1.5 4.7,1.2 4.3,1.3 4.4,1.4 4.8,1.4 5.0,1.7 4.5,1.5 3.5,1.0"
)
VIRGINICA = (
    "6.0,2.5 5.1,1.9 5.9,2.1 5.6,1.8 5.8,2.2 6.6,2.1 4.5,1.7 6.3,1.8 5.8,1.8 6.1,2.5 "
    "5.1,2.0 5.3,1.9 5.5,2.1 5.0,2.0 5.1,2.4 5.3,2.3 5.5,1.8 6.7,2.2 6.9,2.3 5.0,1.5 "
    "5.7,2.3 4.9,2.0 6.7,2.0 4.9,1.8 5.7,2.1 6.0,1.8 4.8,1.8 4.9,1.8 5.6,2.1 5.8,1.6"
)
TEST_EVERY = 3  # of so many plants of a kind, the last is for the test


def _followed(rule: str, questions: Iterable[tuple[float, ...]], decimals: int) -> tuple[Row, ...]:
    """Rows that follow a rule, which is rounded, so that the target of 0.1 and 0.2 is 0.3."""
    return tuple([Row(inputs, round(RULES[rule](inputs), decimals)) for inputs in questions])


def _grid(name: str, rule: str, target_name: str, decimals: int) -> DataSet:
    training, test = (_followed(rule, product(tenths, repeat=2), decimals) for tenths in (EVEN_TENTHS, ODD_TENTHS))
    return DataSet(name, training, test, decimals, TWO_NUMBERS, target_name, rule=rule)


def _three_numbers(name: str) -> DataSet:
    training, test = (_followed("sum", product(tenths, repeat=3), 1) for tenths in ((0.0, 0.4, 0.8), (0.2, 0.6)))
    return DataSet(name, training, test, 1, THREE_NUMBERS, "Sum", rule="sum")


def _logic(name: str, targets: tuple[float, ...]) -> DataSet:
    """A table of logic; its four rows are all there is, so they are training and test rows."""
    rows = tuple([Row(*row) for row in zip(product((0.0, 1.0), repeat=2), targets, strict=True)])
    return DataSet(name, rows, rows, 0, ("A", "B"), f"A {name.upper()} B")


def _celsius(name: str) -> DataSet:
    training, test = (
        _followed("fahrenheit", [(float(degrees),) for degrees in temperatures], 0)
        for temperatures in (CELSIUS_TRAINED, CELSIUS_TESTED)
    )
    return DataSet(name, training, test, 0, ("Celsius",), "Fahrenheit", rule="fahrenheit")


def _iris(name: str) -> DataSet:
    """Plants of the two kinds in turn, so that no epoch ends with many of one kind."""
    training: list[Row] = []
    test: list[Row] = []
    for number, pair in enumerate(zip(_petals(VERSICOLOR), _petals(VIRGINICA), strict=True), start=1):
        rows = test if number % TEST_EVERY == 0 else training
        rows += [Row(petal, float(kind)) for kind, petal in enumerate(pair)]
    names = ("Petal length", "Petal width")
    return DataSet(name, tuple(training), tuple(test), 0, names, "Kind", ("versicolor", "virginica"))


def _petals(text: str) -> list[tuple[float, ...]]:
    return [tuple([float(number) for number in petal.split(",")]) for petal in text.split()]


PRESETS: dict[str, DataSet] = {
    ARTICLE_NAME: ARTICLE,
    "sums": _grid("sums", "sum", "Sum", 1),
    "differences": _grid("differences", "difference", "Difference", 1),
    "averages": _grid("averages", "average", "Average", 1),
    "products": _grid("products", "product", "Product", 2),
    "and": _logic("and", (0.0, 0.0, 0.0, 1.0)),
    "or": _logic("or", (0.0, 1.0, 1.0, 1.0)),
    "nand": _logic("nand", (1.0, 1.0, 1.0, 0.0)),
    "xor": _logic("xor", (0.0, 1.0, 1.0, 0.0)),
    "celsius": _celsius("celsius"),
    "three": _three_numbers("three"),
    "iris": _iris("iris"),
}
