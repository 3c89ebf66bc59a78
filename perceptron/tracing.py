"""Writes down as WebAssembly what a piece of Python does to numbers, by running it with Traced in place of them.

All else, from loops and calls to lists and classes, Python does here and now, and nothing of it is left. Where numbers
decide, the piece is run again for the other outcome. Nothing is approximated: e^x and its like are the interpreter's
own, imported, and IEEE 754 is the rest.
"""

import builtins
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from perceptron import webassembly as wasm

# What Python hands to C's function of that name, and raises when the result is infinite or NaN and the argument is not.
MATH: dict[str, type[Exception]] = dict.fromkeys(("exp", "expm1", "sinh", "cosh"), OverflowError)
MATH |= dict.fromkeys(("log", "log1p", "sqrt", "sin", "cos", "tan", "tanh", "atan"), ValueError)
COMPARISONS = ("eq", "ne", "lt", "gt", "le", "ge")
MOST_BYTES = 100_000


class Unsupported(BaseException):
    """Why something cannot be compiled, or not run here: a sentence to show. No rule catches it by mistake."""


class Traced:
    """A number that is known only when the program runs: which of the program's variables it is."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, tracer: "Tracer", index: int) -> None:
        self.tracer, self.index = tracer, index

    def __bool__(self) -> bool:
        return bool(self.tracer.operated("ne", self, 0.0))

    def __neg__(self) -> "Traced":
        return self.tracer.computed(self, "neg")

    def __abs__(self) -> "Traced":
        return self.tracer.computed(self, "abs")

    def _refuse(self, *_: object) -> Any:
        raise self.tracer.refused("something done to a number")

    __float__ = __int__ = __index__ = __round__ = __format__ = __repr__ = _refuse


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

    C's functions `imports` are to be imported, in this order.
    """

    def __init__(self, first_variable: int) -> None:
        self.code = bytearray()
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
            if isinstance(word, Traced):
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

    def variable(self) -> Traced:
        """A variable that nothing else uses."""
        self._taken += 1
        self.floats = max(self.floats, self._taken)
        return Traced(self, self._first + self._taken - 1)

    def in_all_ways(self, run: Callable[[], object], give_up: tuple[object, ...]) -> None:
        """Write what `run` does, for every way that its decisions can come out; where it raises, the program gives up.

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
                self.put(*give_up)
            except Exception as error:
                raise self.refused(f"a {type(error).__name__} ({error})") from error
            if self._reason:  # the rule has caught it
                raise Unsupported(self._reason)
            if not self._has_another_way():
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
            return self.computed(left, right, name)
        power = self.computed(left, right, "call", self._imported(name))
        for number in (left, right, power):  # where one is infinite or NaN, C and Python do not agree
            if self._decided(number, number, "sub", 0.0, "ne"):
                raise OverflowError
        return power

    def called(self, name: str, x: Traced) -> Traced:
        """What a function of math gives."""
        y = self.computed(x, "sqrt") if name == "sqrt" else self.computed(x, "call", self._imported(name))
        if self._decided(y, y, "sub", 0.0, "ne", x, x, "sub", 0.0, "eq", "and"):
            raise MATH[name]
        if MATH[name] is ValueError and self._decided(y, y, "ne", x, x, "eq", "and"):
            raise ValueError
        return y

    def computed(self, *words: object) -> Traced:
        """What the words leave, in a variable of its own."""
        result = self.variable()
        self.put(*words, *stored(result))
        return result

    def refused(self, what: str) -> Unsupported:
        """The reason is kept, for a rule may catch even this."""
        self._reason = f"The rule has {what}, which cannot be compiled."
        return Unsupported(self._reason)

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
    """Meanwhile functions of math take Traced, and those that add floats more exactly than + does are refused."""

    def tracing(name: str, plain: Callable[..., object]) -> Callable[..., object]:
        return lambda x, *more: tracer.called(name, x) if isinstance(x, Traced) and not more else plain(x, *more)

    def refuse(*_: object, **__: object) -> None:
        raise tracer.refused("a sum, which since Python 3.12 is more exact than +")

    kept, kept_sum = {name: getattr(math, name) for name in MATH}, builtins.sum
    sumprod = vars(math).get("sumprod")
    vars(math).update({name: tracing(name, plain) for name, plain in kept.items()}, sumprod=refuse)
    builtins.sum = refuse  # type: ignore[assignment]
    try:
        yield
    finally:
        vars(math).update(kept, sumprod=sumprod)
        if not sumprod:
            del math.sumprod  # type: ignore[attr-defined]  # new in Python 3.12
        builtins.sum = kept_sum
