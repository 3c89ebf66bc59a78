"""Writes a data set as `data_form` reads it, so that every float comes back bit for bit."""

from collections.abc import Sequence

from perceptron.datasets import DataSet, Row

SAME = "same"  # stands for the test rows where they are the training rows
MOST_EXACT = 1e15  # below, a whole number is shorter without its point


def as_form(data: DataSet) -> dict[str, object]:
    """What JSON should hold of a data set; all but its own name."""
    form: dict[str, object] = {
        "input_names": list(data.input_names),
        "target_name": data.target_name,
        "classes": list(data.classes),
        "decimals": data.decimals,
        "rule": data.rule,
        "training_inputs": _inputs(data.training),
        "training_outputs": _outputs(data.training),
    }
    if data.test is data.training or repr(data.test) == repr(data.training):  # which tells 0 from -0, as == does not
        form["test_inputs"] = SAME
    else:
        form |= {"test_inputs": _inputs(data.test), "test_outputs": _outputs(data.test)}
    return {key: value for key, value in form.items() if value or key not in ("classes", "rule")}


def _inputs(rows: Sequence[Row]) -> list[list[float]]:
    return [[short_number(value) for value in row.inputs] for row in rows]


def _outputs(rows: Sequence[Row]) -> list[float]:
    return [short_number(row.target) for row in rows]


def short_number(value: float) -> float:
    """A whole number as an int; but not -0, which would lose its sign."""
    return int(value) if value.is_integer() and abs(value) < MOST_EXACT and repr(value) != "-0.0" else value
