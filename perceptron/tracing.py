"""Writes down as WebAssembly what a piece of Python does to numbers, by running it with Traced in place of them.

All else, from loops and calls to lists and classes, Python does here and now, and nothing of it is left. Where numbers
decide, the piece is run again for the other outcome. Nothing is approximated: e^x and its like are the interpreter's
own, imported, and IEEE 754 is the rest.
"""

import builtins
import math
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial, reduce
from typing import Any

from perceptron import webassembly as wasm

# What Python hands to C's function of that name, and raises when the result is infinite or NaN and the argument is not.
MATH: dict[str, type[Exception]] = dict.fromkeys(("exp", "expm1", "sinh", "cosh"), OverflowError)
ROUNDINGS = ("floor", "ceil", "trunc")  # to an int
MATH |= dict.fromkeys(ROUNDINGS, OverflowError)
MATH |= dict.fromkeys(("log", "log1p", "sqrt", "sin", "cos", "tan", "tanh", "atan"), ValueError)
COMPARISONS = ("eq", "ne", "lt", "gt", "le", "ge")
WHOLE_AGAIN = ("add", "sub", "mul")  # what gives a whole number of two
MOST_WHOLE = 2.0**53  # up to here a float holds every whole number
MOST_BYTES = 100_000
COMPENSATES = sys.version_info >= (3, 12)  # whether `sum` keeps what adding floats loses


# What math is asked of a number, whose place None is: the words that leave the answer.
QUESTIONS: dict[str, tuple[object, ...]] = {
    "isnan": (None, None, "ne"),
    "isinf": (None, "abs", math.inf, "eq"),
    "isfinite": (None, None, "sub", 0.0, "eq"),
}
Plain = Callable[..., Any]


class Unsupported(BaseException):
    """Why something cannot be compiled, or not run here: a sentence to show. No rule catches it by mistake."""


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

    def _refuse(self, *_: object) -> Any:
        raise self.tracer.refused("something done to a number")

    __float__ = __int__ = __index__ = __round__ = __format__ = __repr__ = __hash__ = _refuse


def is_whole(number: object) -> bool:
    """Whether Python has an int there."""
    return number.is_whole if isinstance(number, Traced) else isinstance(number, int)


def _is_divisor(number: object) -> bool:
    """Whether it is an ordinary whole number by which every float that is whole can be divided exactly enough."""
    return type(number) is int and 0 < number < MOST_WHOLE


def _operator(name: str, is_turned: bool = False) -> Callable[[Traced, object], object]:
    def operate(self: Traced, other: object) -> object:
        if not isinstance(other, Traced | int | float):
            return NotImplemented
        return self.tracer.operated(name, *((other, self) if is_turned else (self, other)))

    return operate


for _name in ("add", "sub", "mul", "truediv", "pow"):
    setattr(Traced, f"__{_name}__", _operator(_name))
    setattr(Traced, f"__r{_name}__", _operator(_name, is_turned=True))
for _name in COMPARISONS:
    setattr(Traced, f"__{_name}__", _operator(_name))


class Tracer:
    """The code of a program while it is written. `floats` is how many variables it needs from `first_variable` on.

    C's functions `imports` are to be imported, in this order. `give_up` are the words that end the program where
    Python has to do the work.
    """

    def __init__(self, first_variable: int, give_up: tuple[object, ...]) -> None:
        self.code = bytearray()
        self._give_up = give_up
        self.imports: list[str] = []
        self.floats = 0
        self._first = first_variable
        self._taken = 0
        self._path: list[bool] = []  # how the decisions came out on the way to here
        self._passed = 0  # how many of them this run has come by
        self._reason = ""

    def put(self, *words: object) -> None:
        """Write numbers, instructions and their operands, unless an earlier run came by here and has."""
        if self._passed < len(self._path):
            return
        for word in words:
            if type(word) is Traced:
                self.code += wasm.instruction("get") + wasm.whole(word.index)
            elif isinstance(word, str):
                self.code += wasm.instruction(word)
            elif isinstance(word, bytes):
                self.code += word
            elif isinstance(word, int | float) and (float(word) == word or word != word):
                self.code += wasm.number(word)
            else:
                raise self.refused(f"something in place of a float ({type(word).__name__})")
        if len(self.code) > MOST_BYTES:
            raise self.refused("so much to do")

    def variable(self, is_whole: bool = False) -> Traced:
        """A variable that nothing else uses."""
        self._taken += 1
        self.floats = max(self.floats, self._taken)
        return Traced(self, self._first + self._taken - 1, is_whole)

    def in_all_ways(self, run: Callable[[], object]) -> None:
        """Write what `run` does, for every way that its decisions can come out; where it raises, the program gives up.

        The variables that it takes are free again afterwards.

        `run` is called with a math that takes Traced, and must put all it does. Raises Unsupported.
        """
        taken = self._taken
        while True:
            self._passed, self._taken = 0, taken
            try:
                with _traced_math(self):
                    run()
                if self._passed != len(self._path):
                    raise self.refused("a decision that comes out by chance")
            except (ArithmeticError, ValueError):
                self.put(*self._give_up)
            except Exception as error:
                raise self.refused(f"a {type(error).__name__} ({error})") from error
            if self._reason:  # the rule has caught it
                raise Unsupported(self._reason)
            if not self._has_another_way():
                self._taken = taken
                return

    @property
    def depth(self) -> int:
        """Within how many decisions the program is."""
        return len(self._path)

    def operated(self, name: str, left: object, right: object) -> object:
        """What an operator gives between two numbers, of which one at least is Traced."""
        if name == "truediv" and (isinstance(right, Traced) or not right) and self._decided(right, 0.0, "eq"):
            raise ZeroDivisionError
        if name in COMPARISONS:
            return self._decided(left, right, name)
        if name != "pow":
            return self._of_two(name, left, right)
        if is_whole(left) and is_whole(right):
            raise self.refused("a power of whole numbers")
        return self.power(left, right)

    def power(self, left: object, right: object) -> "Traced":
        """What C's pow gives."""
        power = self.computed(left, right, "call", self._imported("pow"))
        for number in (left, right, power):  # where one is infinite or NaN, C and Python do not agree
            self._give_up_if(number, number, "sub", 0.0, "ne")
        return power

    def divided(self, number: Traced, divisor: object) -> "Traced":
        """How many times a whole number holds another, which is greater than 0."""
        return self.computed(number, divisor, "truediv", "floor", 0.0, "add", is_whole=True)

    def chosen(self, comparison: str, best: object, other: object) -> object:
        """The other number where the comparison of it with the best holds, and otherwise the best: min and max."""
        if is_whole(best) != is_whole(other):
            return other if self._decided(other, best, comparison) else best
        return self.computed(other, best, other, best, comparison, "select", is_whole=is_whole(best))

    def summed(self, start: Any, items: Sequence[Any]) -> Any:
        """What `sum` gives. Since Python 3.12 it adds floats more exactly than + does, after Neumaier (1974)."""
        total, left = start, list(items)
        while left and (is_whole(total) or not COMPENSATES):
            total = total + left.pop(0)
        if not left:
            return total
        lost: Any = 0.0
        for x in left:
            if is_whole(x):
                raise self.refused("a sum of floats and whole numbers")
            new = self.computed(total, x, "add")
            after_total = self.computed(total, new, "sub", x, "add")
            after_x = self.computed(x, new, "sub", total, "add")
            part = self.computed(after_total, after_x, total, "abs", x, "abs", "ge", "select")
            total, lost = new, self.computed(lost, part, "add")
        is_good = (lost, 0.0, "ne", lost, lost, "sub", 0.0, "eq", "and")
        return self.computed(total, lost, "add", total, *is_good, "select")

    def called(self, name: str, x: Traced) -> Traced:
        """What a function of math gives."""
        if name in ROUNDINGS:
            rounded = self.computed(x, name, 0.0, "add", is_whole=True)
            self._give_up_unless_held(rounded)
            return rounded
        y = self.computed(x, "sqrt") if name == "sqrt" else self.computed(x, "call", self._imported(name))
        if self._decided(y, y, "sub", 0.0, "ne", x, x, "sub", 0.0, "eq", "and"):
            raise MATH[name]
        if MATH[name] is ValueError and self._decided(y, y, "ne", x, x, "eq", "and"):
            raise ValueError
        return y

    def asked(self, name: str, x: Traced) -> bool:
        """What a question of math is answered."""
        return self._decided(*[x if word is None else word for word in QUESTIONS[name]])

    def computed(self, *words: object, is_whole: bool = False) -> Traced:
        """What the words leave, in a variable of its own."""
        result = self.variable(is_whole)
        self.put(*words, *stored(result))
        return result

    def refused(self, what: str) -> Unsupported:
        """The reason is kept, for a rule may catch even this."""
        self._reason = f"The rule has {what}, which cannot be compiled."
        return Unsupported(self._reason)

    def _of_two(self, name: str, left: object, right: object) -> Traced:
        """What an operator of arithmetic gives."""
        if name not in WHOLE_AGAIN or not (is_whole(left) and is_whole(right)):
            return self.computed(left, right, name)
        result = self.computed(left, right, name, 0.0, "add", is_whole=True)
        self._give_up_unless_held(result)
        return result

    def _give_up_unless_held(self, number: Traced) -> None:
        """A float may not hold a whole number beyond MOST_WHOLE, nor is one that is infinite or NaN whole."""
        self._give_up_if(number, "abs", MOST_WHOLE, "lt", "not")

    def _give_up_if(self, *words: object) -> None:
        """The condition that the words leave is no decision: where it holds, nothing more is to be done."""
        self.put(*words, "if", wasm.NO_RESULT, *self._give_up, "end")

    def _decided(self, *words: object) -> bool:
        """Whether the condition that the words leave holds: in this run it does, in a later one it does not."""
        if self._passed == len(self._path):
            self.put(*words, "if", wasm.NO_RESULT)
            self._path.append(True)
        self._passed += 1
        return self._path[self._passed - 1]

    def _has_another_way(self) -> bool:
        """Whether a decision can come out otherwise; then the code goes on with that."""
        while self._path and not self._path[-1]:
            self._path.pop()
            self.code += wasm.instruction("end")
        if not self._path:
            return False
        self._path[-1] = False
        self.code += wasm.instruction("else")
        return True

    def _imported(self, name: str) -> bytes:
        if name not in self.imports:
            self.imports.append(name)
        return wasm.whole(self.imports.index(name))


def stored(number: Traced) -> tuple[object, ...]:
    """The words that keep what is on the stack as this number."""
    return "set", wasm.whole(number.index)


@contextmanager
def _traced_math(tracer: Tracer) -> Iterator[None]:
    """Meanwhile functions take Traced."""

    def summed(numbers: Iterable[Any], /, start: Any = 0) -> Any:
        items = list(numbers)
        is_traced = any(type(one) is Traced for one in (start, *items))
        return tracer.summed(start, items) if is_traced else plain_sum(items, start)

    def refuse(*_: object, **__: object) -> None:
        raise tracer.refused("a sum of products that is more exact than +")

    def traced(plain: Plain, instead: Plain) -> Plain:
        return lambda *given, **more: (instead if any(type(one) is Traced for one in given) else plain)(*given, **more)

    def best(plain: Plain, comparison: str) -> Plain:
        def chosen(*given: Any, **more: Any) -> object:
            numbers = list(given[0] if len(given) == 1 else given)
            if more or not any(type(number) is Traced for number in numbers):
                return plain(numbers, **more)
            return reduce(partial(tracer.chosen, comparison), numbers)

        return chosen

    of_math: dict[str, Plain] = {name: partial(tracer.called, name) for name in MATH}
    of_math |= {name: partial(tracer.asked, name) for name in QUESTIONS}
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
