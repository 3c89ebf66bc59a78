"""Functions of Python's library that take numbers which are traced: those of math, and min, max and sum.

Nothing is approximated: what C computes, C computes in the program, too.
"""

import builtins
import math
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial, reduce
from typing import TYPE_CHECKING, Any

from perceptron.traced import Traced, is_whole

if TYPE_CHECKING:
    from perceptron.tracing import Tracer

# What Python hands to C's function of that name, and raises when the result is infinite or NaN and the argument is not.
MATH: dict[str, type[Exception]] = dict.fromkeys(("exp", "expm1", "sinh", "cosh"), OverflowError)
MATH |= dict.fromkeys(("log", "log1p", "sqrt", "sin", "cos", "tan", "tanh", "atan"), ValueError)
ROUNDINGS = ("floor", "ceil", "trunc")  # to an int
# What is asked of a number, whose place None is: the words that leave the answer.
QUESTIONS: dict[str, tuple[object, ...]] = {
    "isnan": (None, None, "ne"),
    "isinf": (None, "abs", math.inf, "eq"),
    "isfinite": (None, None, "sub", 0.0, "eq"),
}
COMPENSATES = sys.version_info >= (3, 12)  # whether `sum` keeps what adding floats loses

Plain = Callable[..., Any]


@contextmanager
def traced_functions(tracer: "Tracer") -> Iterator[None]:
    """Meanwhile functions take Traced."""

    def summed(numbers: Iterable[Any], /, start: Any = 0) -> Any:
        items = list(numbers)
        is_traced = any(type(one) is Traced for one in (start, *items))
        return _summed(tracer, start, items) if is_traced else plain_sum(items, start)

    def refuse(*_: object, **__: object) -> None:
        raise tracer.refused("a sum of products that is more exact than +")

    def traced(plain: Plain, instead: Plain) -> Plain:
        return lambda *given, **more: (instead if any(type(one) is Traced for one in given) else plain)(*given, **more)

    def best(plain: Plain, comparison: str) -> Plain:
        def chosen(*given: Any, **more: Any) -> object:
            numbers = list(given[0] if len(given) == 1 else given)
            if more or not any(type(number) is Traced for number in numbers):
                return plain(numbers, **more)
            return reduce(partial(_chosen, tracer, comparison), numbers)

        return chosen

    of_math: dict[str, Plain] = {name: partial(_called, tracer, name) for name in MATH}
    of_math |= {name: partial(_rounded, tracer, name) for name in ROUNDINGS}
    of_math |= {name: partial(_asked, tracer, name) for name in QUESTIONS}
    of_math |= {
        "fabs": lambda x: tracer.computed(x, "abs"),
        "copysign": lambda x, y: tracer.computed(x, y, "copysign"),
        "pow": tracer.power,
    }
    of_math = {name: traced(getattr(math, name), instead) for name, instead in of_math.items()}
    plain_sum = sum
    built_in = {"sum": summed, "min": best(min, "lt"), "max": best(max, "gt")}
    with _replaced(vars(math), {**of_math, "sumprod": refuse}), _replaced(vars(builtins), built_in):
        yield


def _called(tracer: "Tracer", name: str, x: Traced) -> Traced:
    """What a function of math gives."""
    y = tracer.computed(x, "sqrt") if name == "sqrt" else tracer.computed(x, "call", tracer.imported(name))
    if tracer.decided(y, y, "sub", 0.0, "ne", x, x, "sub", 0.0, "eq", "and"):
        raise MATH[name]
    if MATH[name] is ValueError and tracer.decided(y, y, "ne", x, x, "eq", "and"):
        raise ValueError
    return y


def _rounded(tracer: "Tracer", name: str, x: Traced) -> Traced:
    """The int that it is rounded to."""
    rounded = tracer.computed(x, name, 0.0, "add", is_whole=True)
    tracer.give_up_unless_held(rounded)
    return rounded


def _asked(tracer: "Tracer", name: str, x: Traced) -> bool:
    """What a question of math is answered."""
    return tracer.decided(*[x if word is None else word for word in QUESTIONS[name]])


def _chosen(tracer: "Tracer", comparison: str, best: object, other: object) -> object:
    """The other number where the comparison of it with the best holds, and otherwise the best: min and max."""
    if is_whole(best) != is_whole(other):
        return other if tracer.decided(other, best, comparison) else best
    return tracer.computed(other, best, other, best, comparison, "select", is_whole=is_whole(best))


def _summed(tracer: "Tracer", start: Any, items: Sequence[Any]) -> Any:
    """What `sum` gives. Since Python 3.12 it adds floats more exactly than + does, after Neumaier (1974)."""
    total, left = start, list(items)
    while left and (is_whole(total) or not COMPENSATES):
        total = total + left.pop(0)
    if not left:
        return total
    lost: Any = 0.0
    for x in left:
        if is_whole(x):
            raise tracer.refused("a sum of floats and whole numbers")
        new = tracer.computed(total, x, "add")
        after_total = tracer.computed(total, new, "sub", x, "add")
        after_x = tracer.computed(x, new, "sub", total, "add")
        part = tracer.computed(after_total, after_x, total, "abs", x, "abs", "ge", "select")
        total, lost = new, tracer.computed(lost, part, "add")
    is_good = (lost, 0.0, "ne", lost, lost, "sub", 0.0, "eq", "and")
    return tracer.computed(total, lost, "add", total, *is_good, "select")


@contextmanager
def _replaced(names: dict[str, Any], others: dict[str, Any]) -> Iterator[None]:
    """Meanwhile these names stand for something else."""
    kept = {name: names[name] for name in others if name in names}
    names.update(others)
    try:
        yield
    finally:
        for name in others:
            del names[name]
        names.update(kept)
