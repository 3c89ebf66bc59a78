"""Writes down as WebAssembly what a piece of Python does to numbers, by running it with Traced in place of them.

All else, from loops and calls to lists and classes, Python does here and now, and nothing of it is left. Where numbers
decide, the piece is run again for the other outcome. Nothing is approximated: e^x and its like are the interpreter's
own, imported, and IEEE 754 is the rest.
"""

import sys
from collections.abc import Callable
from types import FrameType

from perceptron import webassembly as wasm
from perceptron.faults import FILE, EndlessLoop, Stopped
from perceptron.traced import COMPARISONS, MOST_WHOLE, Traced, is_whole
from perceptron.traced_functions import traced_functions

WHOLE_AGAIN = ("add", "sub", "mul")  # what gives a whole number of two
MOST_BYTES = 100_000


class Unsupported(BaseException):
    """Why something cannot be compiled, or not run here: a sentence to show. No rule catches it by mistake."""


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
            raise self._kept(f"{_place(sys._getframe())} has too many steps in one row to be compiled.")

    def variable(self, is_whole: bool = False) -> Traced:
        """A variable that nothing else uses."""
        self._taken += 1
        self.floats = max(self.floats, self._taken)
        return Traced(self, self._first + self._taken - 1, is_whole)

    def in_all_ways(self, run: Callable[[], object]) -> None:
        """Write what `run` does, for every way that its decisions can come out; where it raises, the program gives up.

        `run` is called when functions take Traced, and must put all it does. The variables that it takes are free again
        afterwards. Raises Unsupported.
        """
        taken = self._taken
        while True:
            self._passed, self._taken = 0, taken
            try:
                with traced_functions(self):
                    run()
                if self._passed != len(self._path):
                    raise self.refused("a decision that comes out by chance")
            except (Unsupported, EndlessLoop, Stopped):
                raise
            except (ArithmeticError, ValueError, AssertionError):
                self.put(*self._give_up)
            except Exception as error:
                message = str(error).replace(Traced.__name__, "float")
                raise self.refused(f"a {type(error).__name__} ({message})", _line_at(error)) from error
            except BaseException:  # the rule ends itself, as by exit()
                self.put(*self._give_up)
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
        if name == "truediv" and (isinstance(right, Traced) or not right) and self.decided(right, 0.0, "eq"):
            raise ZeroDivisionError
        if name in COMPARISONS:
            return self.decided(left, right, name)
        if name != "pow":
            return self._of_two(name, left, right)
        if is_whole(left) and is_whole(right):
            raise self.refused("a power of whole numbers")
        return self.power(left, right)

    def power(self, left: object, right: object) -> "Traced":
        """What C's pow gives."""
        power = self.computed(left, right, "call", self.imported("pow"))
        for number in (left, right, power):  # where one is infinite or NaN, C and Python do not agree
            self.give_up_if(number, number, "sub", 0.0, "ne")
        return power

    def divided(self, number: Traced, divisor: object) -> "Traced":
        """How many times a whole number holds another, which is greater than 0."""
        return self.computed(number, divisor, "truediv", "floor", 0.0, "add", is_whole=True)

    def computed(self, *words: object, is_whole: bool = False) -> Traced:
        """What the words leave, in a variable of its own."""
        result = self.variable(is_whole)
        self.put(*words, *stored(result))
        return result

    def refused(self, what: str, line: int = 0) -> Unsupported:
        """The reason, with the line of a person's program that is known or runs now."""
        place = f"Line {line}" if line else _place(sys._getframe())
        return self._kept(f"{place} has {what}, which cannot be compiled.")

    def _kept(self, reason: str) -> Unsupported:
        """The reason is kept, for a rule may catch even this."""
        self._reason = reason
        return Unsupported(reason)

    def _of_two(self, name: str, left: object, right: object) -> Traced:
        """What an operator of arithmetic gives."""
        if name not in WHOLE_AGAIN or not (is_whole(left) and is_whole(right)):
            return self.computed(left, right, name)
        result = self.computed(left, right, name, 0.0, "add", is_whole=True)
        self.give_up_unless_held(result)
        return result

    def give_up_unless_held(self, number: Traced) -> None:
        """A float may not hold a whole number beyond MOST_WHOLE, nor is one that is infinite or NaN whole."""
        self.give_up_if(number, "abs", MOST_WHOLE, "lt", "not")

    def give_up_if(self, *words: object) -> None:
        """The condition that the words leave is no decision: where it holds, nothing more is to be done."""
        self.put(*words, "if", wasm.NO_RESULT, *self._give_up, "end")

    def decided(self, *words: object) -> bool:
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

    def imported(self, name: str) -> bytes:
        """The operand of a call of one of C's functions."""
        if name not in self.imports:
            self.imports.append(name)
        return wasm.whole(self.imports.index(name))


def _place(frame: FrameType | None) -> str:
    """The line of a person's program that runs now, as a sentence begins with it."""
    while frame and frame.f_code.co_filename != FILE:
        frame = frame.f_back
    return f"Line {frame.f_lineno}" if frame else "The rule"


def _line_at(error: BaseException) -> int:
    """The line of a person's program that raised this; 0 for none."""
    line, trace = 0, error.__traceback__
    while trace:
        line = trace.tb_lineno if trace.tb_frame.f_code.co_filename == FILE else line
        trace = trace.tb_next
    return line


def stored(number: Traced) -> tuple[object, ...]:
    """The words that keep what is on the stack as this number."""
    return "set", wasm.whole(number.index)
