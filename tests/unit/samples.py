"""Small data sets of other kinds than the article's, to be asked, explained and drawn."""

from perceptron.datasets import DataSet, Row


def _of(
    name: str, rows: list[tuple[tuple[float, ...], float]], decimals: int, *told: object, **named: object
) -> DataSet:
    own = tuple(Row(inputs, target) for inputs, target in rows)
    return DataSet(name, own, own, decimals, *told, **named)  # type: ignore[arg-type]


BITS = ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0))
AND = _of("and", [(pair, float(all(pair))) for pair in BITS], 0, ("A", "B"), "A and B")
XOR = _of("xor", [(pair, float(pair[0] != pair[1])) for pair in BITS], 0, ("A", "B"), "A xor B")
PETALS = _of(
    "petals",
    [((1.0 + 0.5 * step, 0.25 * step), float(step > 3)) for step in range(8)],
    0,
    ("Length", "Width"),
    "Kind",
    ("versicolor", "virginica"),
)
CELSIUS = _of(
    "celsius",
    [((10.0 * step,), 18.0 * step + 32.0) for step in range(11)],
    0,
    ("Celsius",),
    "Fahrenheit",
    rule="fahrenheit",
)
THREE = _of(
    "three",
    [((x / 10, y / 10, 0.1), round((x + y + 1) / 10, 1)) for x in range(4) for y in range(4)],
    1,
    ("First number", "Second number", "Third number"),
    "Sum",
    rule="sum",
)
TEN = _of("ten", [(tuple(float(step * k % 7) for k in range(1, 11)), float(step)) for step in range(8)], 0)
EVERY_KIND = (AND, XOR, PETALS, CELSIUS, THREE, TEN)
