"""Works out only once what depends on the data alone: there may be ten thousand rows, drawn ten times a second."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from perceptron.datasets import DataSet

MOST_KEPT = 64
Arguments = ParamSpec("Arguments")
Found = TypeVar("Found")


def once(
    function: Callable[Concatenate[DataSet, Arguments], Found],
) -> Callable[Concatenate[DataSet, Arguments], Found]:
    """The function, with what it found for the last data kept; data are told apart as objects, without comparing rows.

    All arguments must be hashable and given by position.
    """
    kept: dict[object, tuple[DataSet, Found]] = {}

    @wraps(function)
    def found(data: DataSet, /, *arguments: Arguments.args, **named: Arguments.kwargs) -> Found:
        key = (id(data), arguments)
        if key not in kept:
            if len(kept) >= MOST_KEPT:
                kept.clear()
            # The data is kept too, so that no other gets its id.
            kept[key] = (data, function(data, *arguments, **named))
        return kept[key][1]

    return found
