"""Compiles an update rule to a WebAssembly program that trains with it: the same bits as Python, many times faster.

The rule is Python, for example the program that the page shows; see perceptron.tracing for how it is compiled.
Where the rule would raise an error, the program gives up, and Python has to do the work.
"""

from array import array
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from perceptron import webassembly as wasm
from perceptron.activations import Activation
from perceptron.datasets import Row
from perceptron.learning import learn
from perceptron.neuron import Perceptron
from perceptron.tracing import Traced, Tracer, stored

# From parameters, a row (its inputs, then its target) and a learning rate to the new parameters and the error.
Rule = Callable[[list[Any], tuple[Any, ...], Any], tuple[Sequence[Any], Any]]

DONE, GAVE_UP = range(2)  # what a program gives
# What a program is called with, see Work.arguments. Its own variables follow.
PARAMETERS, ROWS, ROWS_END, NEXT_ROWS, ENDS, EPOCHS, LEARNING_RATE, ROW, FIRST_FREE = range(9)
ARGUMENTS = wasm.I32 * 6 + wasm.F64
GIVE_UP = ("i32", wasm.whole(GAVE_UP), "return")
BYTES = 8  # of a 64-bit float


class Work(NamedTuple):
    """What a program does when it is called: so many epochs from these parameters, which it moves.

    `rows` are the numbers of all rows of one epoch, or, where every epoch has another order, of all epochs. The program
    writes the end of every epoch to `ends`: the parameters, and the sum of the squared errors; of each lane in turn.
    """

    parameters: "array[float]"
    rows: "array[float]"
    ends: "array[float]"
    epochs: int
    learning_rate: float
    has_other_orders: bool = False

    def arguments(self, parameters: int, rows: int, ends: int) -> tuple[float, ...]:
        """What the program's `run` is called with, when the arrays are at these addresses."""
        size = BYTES * len(self.rows) // (self.epochs if self.has_other_orders else 1)
        return parameters, rows, rows + size, size * self.has_other_orders, ends, self.epochs, self.learning_rate


class Lane(NamedTuple):
    """The variables of one of the neurons that a program trains: its parameters, and the sum of its squared errors."""

    parameters: list[Traced]
    squares: Traced


class Program:
    """A rule for so many parameters and so many numbers in a row: `module` are the bytes.

    With several `lanes` it trains as many neurons with the same rows side by side, which takes less time than one after
    another: a processor does the next lane's work while it waits for what this one's depends on.

    The module imports env.memory, in which there are only 64-bit floats, and C's functions `imports`. It exports `run`,
    which does a Work and gives DONE or GAVE_UP. Raises Unsupported.
    """

    def __init__(self, rule: Rule, parameters: int, numbers_in_a_row: int, lanes: int = 1) -> None:
        self.parameters, self.numbers_in_a_row, self.lanes = parameters, numbers_in_a_row, lanes
        self._tracer = Tracer(FIRST_FREE, GIVE_UP)
        self._write_loops(rule)
        self.imports = self._tracer.imports
        self.module = wasm.module(self.imports, ARGUMENTS, self._tracer.floats, bytes(self._tracer.code))

    def check(self, work: Work) -> None:
        """Raises ValueError for a work in which the program would read or write beyond an array."""
        epochs, ends = work.epochs, len(work.ends)
        whole, rest = divmod(len(work.rows), self.numbers_in_a_row * (epochs if work.has_other_orders else 1) or 1)
        if epochs < 1 or not whole or rest:
            raise ValueError("A program needs an epoch and a row, and rows of the size that it was compiled for.")
        parameters, lanes = self.parameters, self.lanes
        if len(work.parameters) != lanes * parameters or ends != epochs * lanes * (parameters + 1):
            raise ValueError("A program needs the parameters that it was compiled for, and a place for every end.")

    def _write_loops(self, rule: Rule) -> None:
        """All epochs, in each of them all rows, and for each of these the rule."""
        put = self._tracer.put
        lanes = [Lane(self._variables(self.parameters), self._tracer.variable()) for _ in range(self.lanes)]
        row = self._variables(self.numbers_in_a_row)
        parameters = [number for lane in lanes for number in lane.parameters]
        self._load(parameters, PARAMETERS)
        put("loop", wasm.NO_RESULT)
        for lane in lanes:
            put(0.0, *stored(lane.squares))
        put("get", wasm.whole(ROWS), "set", wasm.whole(ROW), "loop", wasm.NO_RESULT)
        self._load(row, ROW)
        for lane in lanes:
            put("block", wasm.NO_RESULT)
            self._write_rule(rule, lane, row)
            put("end")
        self._add(ROW, "i32", wasm.whole(BYTES * len(row)))
        put("get", wasm.whole(ROW), "get", wasm.whole(ROWS_END), "i32.ne", "br_if", wasm.whole(0), "end")
        end = [number for lane in lanes for number in (*lane.parameters, lane.squares)]
        self._store(end, ENDS)
        self._add(ENDS, "i32", wasm.whole(BYTES * len(end)))
        self._add(ROWS, "get", wasm.whole(NEXT_ROWS))
        self._add(ROWS_END, "get", wasm.whole(NEXT_ROWS))
        self._add(EPOCHS, "i32", wasm.whole(-1))
        put("get", wasm.whole(EPOCHS), "br_if", wasm.whole(0), "end")
        self._store(parameters, PARAMETERS)
        put("i32", wasm.whole(DONE), "end")

    def _write_rule(self, rule: Rule, lane: Lane, row: list[Traced]) -> None:
        """The rule for one row and lane. It leaves the block around it when it is done."""
        tracer, (parameters, squares) = self._tracer, lane

        def run() -> None:
            after, error = rule(list(parameters), tuple(row), Traced(tracer, LEARNING_RATE))
            if len(after) != len(parameters):
                raise tracer.refused("another number of parameters")
            # All are on the stack before the first is stored, because one may be made of another.
            tracer.put(*after, *(word for number in reversed(parameters) for word in stored(number)))
            tracer.put(squares, error, error, "mul", "add", *stored(squares), "br", wasm.whole(tracer.depth))

        tracer.in_all_ways(run)

    def _variables(self, many: int) -> list[Traced]:
        return [self._tracer.variable() for _ in range(many)]

    def _load(self, numbers: list[Traced], address: int) -> None:
        for index, number in enumerate(numbers):
            self._tracer.put("get", wasm.whole(address), "load", wasm.at(BYTES * index), *stored(number))

    def _store(self, numbers: list[Traced], address: int) -> None:
        for index, number in enumerate(numbers):
            self._tracer.put("get", wasm.whole(address), number, "store", wasm.at(BYTES * index))

    def _add(self, variable: int, *step: object) -> None:
        self._tracer.put("get", wasm.whole(variable), *step, "i32.add", "set", wasm.whole(variable))


def compiled_like(neuron: Perceptron, lanes: int = 1) -> Program:
    """The program that trains neurons with this one's activation and number of inputs, with a bias or without.

    Its parameters are the weights, then the bias. Raises Unsupported.
    """
    numbers = len(neuron.weights) + 1
    return Program(learning_rule(neuron.activation, neuron.has_bias), numbers, numbers, lanes)


def learning_rule(activation: Activation, has_bias: bool) -> Rule:
    """The readable update as a rule: `learn`, which runs the program of perceptron.pieces."""

    def rule(parameters: list[Any], row: tuple[Any, ...], learning_rate: Any) -> tuple[Sequence[Any], Any]:
        neuron = Perceptron([0.0], 0.0, activation, has_bias)
        *neuron.weights, neuron.bias = parameters
        error = learn(neuron, Row(row[:-1], row[-1]), learning_rate).error
        return [*neuron.weights, neuron.bias], error

    return rule
