"""The neuron of a person's program, with everything that it remembers.

That is all of its attributes that are numbers or lists of numbers: weights and bias, and as well a velocity or a
counter of steps. They are its state, which can be kept and brought back.
"""

import copy
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from perceptron.activations import Activation
from perceptron.changed_program import Program
from perceptron.datasets import Row
from perceptron.faults import ENDLESS, NEW, NO_ANSWER, Fault, ProgramError, short
from perceptron.learning import Terms, Update
from perceptron.neuron import Perceptron
from perceptron.neuron_state import (
    BIAS,
    WEIGHTS,
    State,
    check_slot,
    held_by,
    is_number_or_numbers,
    restore,
    slots_of,
)
from perceptron.pieces import CLASS

Rates = Mapping[int, float]
RATE = "learning_rate"
TOTAL = "total"  # what the page's own program calls the weighted sum
UNKNOWN = math.nan  # a term of an update that a changed program does not have


class ChangedNeuron(Perceptron):
    """A neuron as a person's program makes, asks and trains it. It raises ProgramError where the program is wrong.

    `weights` and `bias` are those of the program's neuron after the last row. A program without a bias has one of 0.
    The activation is that of the settings, and perhaps not what the program uses.
    """

    answers_by_activation = False

    def __init__(
        self, program: Program, weights: Sequence[float], bias: float, learning_rate: float, activation: Activation
    ) -> None:
        super().__init__(weights, bias, activation)
        self.program = program
        self.namespace = program.namespace()
        self._first = (tuple(weights), bias, learning_rate)
        self._met: list[object] = []  # what the neuron answered to the row under way
        self._noted_class: tuple[type, Terms] | None = None
        start: Mapping[str, Any] = {WEIGHTS: list(self.weights), BIAS: self.bias, RATE: learning_rate}
        with program.guarded():
            self._class = _watched(self.namespace[CLASS], self._met)
            self.own: Any = self._class(**{name: start[name] for name in program.start_names})
        self.slots = slots_of(held_by(self.own), len(weights))
        self.has_bias = any(slot.name == BIAS for slot in self.slots)
        self._take_over()

    @property
    def state(self) -> State:
        """All that it remembers, in the order in which the program first assigned it."""
        held = held_by(self.own)
        return tuple([tuple(held[slot.name]) if slot.holder else held[slot.name] for slot in self.slots])

    @property
    def holds_a_rate(self) -> bool:
        """Whether it has a learning rate that it can be given, in whatever way."""
        with self.program.guarded():
            return hasattr(self.own, RATE)

    def others(self) -> dict[str, Any]:
        """What the program's neuron holds that is no number, and so does not belong to its state."""
        names = self._names
        return {
            name: value
            for name, value in held_by(self.own).items()
            if name not in names and not is_number_or_numbers(value)
        }

    def anew(self) -> "ChangedNeuron":
        """The neuron as it stood before training, in a program that is run anew."""
        return ChangedNeuron(self.program, *self._first, self.activation)

    def with_state(self, state: State) -> "ChangedNeuron":
        """Another neuron of the same program that remembers this."""
        other = copy.copy(self)
        other.own = self._copy(self._class, state)
        other._take_over()
        return other

    def with_numbers(self, weights: Sequence[float], bias: float) -> "ChangedNeuron":
        """Another neuron that remembers the same but for these weights and this bias."""
        replaced: Mapping[str, Any] = {WEIGHTS: tuple(weights), BIAS: bias}
        return self.with_state(
            tuple([replaced.get(slot.name, held) for slot, held in zip(self.slots, self.state, strict=True)])
        )

    def predict(self, inputs: Sequence[float]) -> float:
        """What the program answers. It is asked on a copy, and prints nothing, so that asking changes nothing."""
        with self.program.quiet(), self.program.guarded():
            answer = self._copy(self._class, self.state).predict(tuple(inputs))
        self.program.watch.alive()
        return _answer(answer)

    def weighted_sum(self, inputs: Sequence[float]) -> float:
        """What the program calls `total` when it is asked; UNKNOWN where it has no such number."""
        return _last(self._noted_in(lambda own: own.predict(tuple(inputs))), TOTAL)

    def train_rows(self, rows: Sequence[Row], rates: Rates, epoch: int = 0, first: int = 0) -> float:
        """Train with rows of an epoch, and return the sum of the squared errors of their answers.

        `rates` has the learning rates that begin at some of the rows. `epoch` and `first`, the place of the first of
        the rows, count from 0.
        """
        before, others = self.state, {**held_by(self.own)}
        try:
            squared_errors = self._train_rows(rows, rates, epoch, first, self._see_nothing)
            self._take_over()
        except ProgramError as wrong:
            if wrong.fault.kind == ENDLESS:
                raise
            # The attribute that is wrong may have been so for some rows, and the first of them is told.
            again = copy.copy(self)
            again.own = object.__new__(self._class)
            restore(again.own, others, self.slots, before)
            with self.program.quiet():
                again._train_rows(rows, rates, epoch, first, again._take_over)
            raise wrong from None
        return squared_errors

    def tried(self, state: State, row: Row) -> tuple[dict[str, Any], object]:
        """What a neuron that remembers this holds after a row, and what it answered; `train_rows` without checks.

        The numbers may be such as are known only later, see perceptron.tracing. What the program raises is raised.
        """
        own, inputs = self._copy(self._class, state), tuple(row.inputs)
        answer = None if self.program.asks_itself else self._copy(self._class, state).predict(inputs)
        self._met.clear()
        own.train(inputs, row.target)
        held = held_by(own)
        if self.program.asks_itself:
            now = tuple([held[slot.name] for slot in self.slots])
            answer = self._met[0] if self._met else self._copy(self._class, now).predict(inputs)
        return held, answer

    def learn(self, row: Row, rates: Rates, epoch: int, place: int) -> Update:
        """Train with one row, and return what is known of its terms: UNKNOWN where the program has no such term."""
        weights, bias = tuple(self.weights), self.bias
        terms = self._terms(row, rates, place)
        with self.program.guarded():
            rate = getattr(self.own, RATE, UNKNOWN)
        self.train_rows([row], rates, epoch, place)
        changes = terms.get("self.weights[j] +=", [])
        if len(changes) != len(weights):
            changes = [new - old for new, old in zip(self.weights, weights, strict=True)]
        output = _answer(self._met[0])
        return Update(
            inputs=row.inputs,
            target=row.target,
            learning_rate=rates.get(place, rate) if isinstance(rate, int | float) else UNKNOWN,
            weights=weights,
            bias=bias,
            weighted_sum=_last(terms, TOTAL),
            output=output,
            error=row.target - output,
            derivative=_last(terms, "delta"),
            weight_changes=tuple(changes),
            bias_change=_last(terms, "self.bias +=") if "self.bias +=" in terms else self.bias - bias,
            new_weights=tuple(self.weights),
            new_bias=self.bias,
            has_bias=self.has_bias,
        )

    def _train_rows(self, rows: Sequence[Row], rates: Rates, epoch: int, first: int, look: Callable[[], None]) -> float:
        """As `train_rows`, with a look at the neuron after each row."""
        squared_errors, place = 0.0, first
        own, met, asks_itself = self.own, self._met, self.program.asks_itself
        alive, hear = self.program.watch.alive, self.program.hear
        try:
            with self.program.guarded():
                for place, (inputs, target) in enumerate(rows, start=first):
                    if place in rates and hasattr(own, RATE):
                        own.learning_rate = rates[place]
                    met.clear()
                    answer = None if asks_itself else self.predict(inputs)
                    own.train(inputs, target)
                    alive()
                    hear()
                    if answer is None:
                        # A row in which the program does not answer is asked for afterwards.
                        if not met:
                            self._take_over()
                        answer = _answer(met[0]) if met else self.predict(inputs)
                    else:
                        met[:] = [answer]
                    error = target - answer
                    squared_errors += error * error
                    look()
        except ProgramError as wrong:
            raise ProgramError(wrong.fault._replace(epoch=epoch + 1, row=place + 1)) from None
        return squared_errors

    def _see_nothing(self) -> None:
        """What `_train_rows` looks at when it is to be quick."""

    def _take_over(self) -> None:
        """Check that the program's neuron still holds what it did, and take its weights and bias over."""
        held = held_by(self.own)
        for slot in self.slots:
            check_slot(slot, held)
        for name, value in held.items():
            if name not in self._names and is_number_or_numbers(value):
                raise ProgramError(Fault(NEW, name=name, value=short(value)))
        self.weights = list(map(float, held[WEIGHTS]))
        self.bias = float(held[BIAS]) if self.has_bias else 0.0

    @property
    def _names(self) -> set[str]:
        return {slot.name for slot in self.slots}

    def _copy(self, of: type, state: State) -> Any:
        """A neuron of this class that remembers this, with copies of what else the program's neuron holds."""
        others = self.others()
        if others:
            with self.program.guarded():  # a person's own class may say how it is copied
                others = copy.deepcopy(others)
        made: Any = object.__new__(of)
        restore(made, others, self.slots, state)
        return made

    def _terms(self, row: Row, rates: Rates, place: int) -> Terms:
        """What the program assigns in a row."""

        def train(own: Any) -> None:
            if place in rates and hasattr(own, RATE):
                own.learning_rate = rates[place]
            own.train(row.inputs, row.target)

        return self._noted_in(train)

    def _noted_in(self, deed: Callable[[Any], object]) -> Terms:
        """What the program assigns when this is done with a copy of its neuron; nothing where that fails."""
        if self._noted_class is None:
            found: Terms = {}

            def note(name: str, value: Any) -> Any:
                if isinstance(value, int | float):
                    found.setdefault(name, []).append(value)
                return value

            with self.program.quiet():
                self._noted_class = self.program.noted(note)[CLASS], found
        made_of, terms = self._noted_class
        own = self._copy(made_of, self.state)
        terms.clear()
        try:
            with self.program.quiet(), self.program.guarded():
                deed(own)
        except ProgramError:
            return {}
        return dict(terms)


def _watched(made_of: type, met: list[object]) -> type:
    """The program's class, whose neurons put their answers into `met`."""

    def predict(self: Any, inputs: Sequence[float]) -> object:
        answer = made_of.predict(self, inputs)  # type: ignore[attr-defined]  # as it was checked
        met.append(answer)
        return answer

    return type(made_of.__name__, (made_of,), {"predict": predict, "__module__": made_of.__module__})


def _answer(answer: object) -> float:
    """The number that a neuron answered. Raises ProgramError for anything else."""
    if type(answer) is float:
        return answer
    if not isinstance(answer, int) or isinstance(answer, bool):
        raise ProgramError(Fault(NO_ANSWER, name="predict", value=short(answer)))
    return float(answer)


def _last(terms: Terms, name: str) -> float:
    return terms[name][-1] if name in terms else UNKNOWN
