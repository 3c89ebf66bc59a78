"""Rules that all targets of a data set may follow, so that the true answer to any question is known."""

from collections.abc import Callable, Sequence

from perceptron.datasets import DataSet


def product(inputs: Sequence[float]) -> float:
    """All inputs multiplied, from the first to the last."""
    result = 1.0
    for value in inputs:
        result *= value
    return result


RULES: dict[str, Callable[[Sequence[float]], float]] = {
    "sum": sum,
    "difference": lambda inputs: inputs[0] - inputs[1],
    "average": lambda inputs: sum(inputs) / len(inputs),
    "product": product,
    "fahrenheit": lambda inputs: inputs[0] * 9.0 / 5.0 + 32.0,
}


def is_followed(rule: str, data: DataSet) -> bool:
    """Whether the rule is known and every target follows it, at the data's own decimals."""
    try:
        return all(
            _agree(RULES[rule](inputs), target, data.decimals) for inputs, target in (*data.training, *data.test)
        )
    except (KeyError, IndexError):  # no such rule, or one for more inputs
        return False


def _agree(true: float, target: float, decimals: int) -> bool:
    return round(true, decimals) == round(target, decimals)


def truth(data: DataSet, inputs: Sequence[float]) -> float | None:
    """The true answer to a question, not rounded; None where the data's rule is not known."""
    return RULES[data.rule](inputs) if data.rule else None
