"""A number that is not known while a program is traced: it writes down what is done to it.

See perceptron.tracing. Python's ints are traced as floats of the same value, as far as there are any.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from perceptron.tracing import Tracer

COMPARISONS = ("eq", "ne", "lt", "gt", "le", "ge")
# What Python can do to a number besides arithmetic.
REFUSED = {
    "float": "float() of a number",
    "int": "int() of a number",
    "index": "a number as a place in a list, or as a count",
    "round": "round() of a number",
    "format": "a number within a text",
    "repr": "a number as a text",
    "hash": "the hash of a number, as for a key or a seed",
}
MOST_WHOLE = 2.0**53  # up to here a float holds every whole number


class Traced:
    """A number that is known only when the program runs: which of the program's variables it is.

    `is_whole` says that Python has an int there. The program has a float of the same value, and gives up where no
    float is. It is never -0.0, which no int is either.
    """

    def __init__(self, tracer: "Tracer", index: int, is_whole: bool = False) -> None:
        self.tracer, self.index, self.is_whole = tracer, index, is_whole

    def as_whole(self) -> "Traced":
        """The same number where Python has an int."""
        return Traced(self.tracer, self.index, is_whole=True)

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        """What `isinstance` asks for."""
        return int if self.is_whole else float

    def __copy__(self) -> "Traced":
        return self

    def __deepcopy__(self, _: object) -> "Traced":
        return self

    def __bool__(self) -> bool:
        return bool(self.tracer.operated("ne", self, 0.0))

    def __pos__(self) -> "Traced":
        return self

    def __neg__(self) -> "Traced":
        words = (self, "neg", 0.0, "add") if self.is_whole else (self, "neg")
        return self.tracer.computed(*words, is_whole=self.is_whole)

    def __abs__(self) -> "Traced":
        return self.tracer.computed(self, "abs", is_whole=self.is_whole)

    def __floordiv__(self, other: object) -> object:
        return self.tracer.divided(self, other) if self.is_whole and _is_divisor(other) else NotImplemented

    def __mod__(self, other: object) -> object:
        if not self.is_whole or not _is_divisor(other):
            return NotImplemented
        return self.tracer.computed(self, self.tracer.divided(self, other), other, "mul", "sub", is_whole=True)


def is_whole(number: object) -> bool:
    """Whether Python has an int there."""
    return number.is_whole if isinstance(number, Traced) else isinstance(number, int)


def _is_divisor(number: object) -> bool:
    """Whether it is an ordinary whole number by which every float that is whole can be divided exactly enough."""
    return type(number) is int and 0 < number < MOST_WHOLE


def _refusal(what: str) -> Callable[..., Any]:
    def refuse(self: Traced, *_: object) -> Any:
        raise self.tracer.refused(what)

    return refuse


def _operator(name: str, is_turned: bool = False) -> Callable[[Traced, object], object]:
    def operate(self: Traced, other: object) -> object:
        if not isinstance(other, Traced | int | float):
            return NotImplemented
        return self.tracer.operated(name, *((other, self) if is_turned else (self, other)))

    return operate


for _name in ("add", "sub", "mul", "truediv", "pow"):
    setattr(Traced, f"__{_name}__", _operator(_name))
    setattr(Traced, f"__r{_name}__", _operator(_name, is_turned=True))
for _name, _what in REFUSED.items():
    setattr(Traced, f"__{_name}__", _refusal(_what))
for _name in COMPARISONS:
    setattr(Traced, f"__{_name}__", _operator(_name))
