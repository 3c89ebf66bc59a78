"""A changed program's neuron as an engine sees it: the numbers that it remembers, and what trains them.

The person's own `train` is traced, and so are the functions that it calls. What it remembers elsewhere, prints or does
to numbers besides arithmetic cannot be compiled; then plain Python runs it.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from perceptron.changed_neuron import RATE, ChangedNeuron, Rates
from perceptron.compiling import Program, Rule
from perceptron.datasets import Row
from perceptron.ends import Ends
from perceptron.engine import Stretch
from perceptron.faults import EndlessLoop, ProgramError
from perceptron.learning import EpochEnd
from perceptron.memory_elsewhere import Elsewhere, held_outside, text_of
from perceptron.neuron_state import BIAS, WEIGHTS, Slot, State, flat, is_held_by_floats, shaped, whole_ones
from perceptron.traced import Traced, is_whole
from perceptron.tracing import Unsupported


class ChangedLearner:
    """The neuron as it is now, with the learning rate that it is to be given, as perceptron.engine.Learner has it.

    `whole` says which of its numbers are ints, and `is_exact` whether these numbers as floats are all there is to know.
    `elsewhere` finds out what the program remembers outside of its neuron, when it is compiled.
    """

    # After the first all numbers are what they will be: a program may begin with an int where it has floats later.
    first_epoch = 1

    def __init__(self, neuron: ChangedNeuron, rates: Rates, elsewhere: Callable[[], Elsewhere]) -> None:
        self._neuron, self._elsewhere = neuron, elsewhere
        held = [
            rates[0] if 0 in rates and slot.name == RATE else value
            for slot, value in zip(neuron.slots, neuron.state, strict=True)
        ]
        numbers = flat(held)
        self.whole = whole_ones(held)
        takes_rates = not rates or Slot(RATE) in neuron.slots or not neuron.holds_a_rate
        self.is_exact = is_held_by_floats(numbers) and takes_rates
        self.numbers: Sequence[float] = numbers
        self.kind = (neuron.program.text, neuron.slots, self.whole, text_of(neuron.others()))

    def state_of(self, numbers: Iterable[float]) -> State:
        """What the neuron remembers, from its numbers as floats."""
        return shaped(self._neuron.slots, numbers, self.whole)

    @property
    def places(self) -> tuple[int | None, ...]:
        """Where the weights, then the bias, if there is one, and the squared errors stand in an end of an epoch."""
        names = [slot.name for slot in self._neuron.slots for _ in range(slot.length if slot.holder else 1)]
        weights = [place for place, name in enumerate(names) if name == WEIGHTS]
        return (*weights, names.index(BIAS) if BIAS in names else None, len(names))

    def program(self, lanes: int) -> Program:
        """As Learner has it."""
        try:
            found = self._elsewhere()
        except ProgramError:  # it fails in its second epoch, which is told when it is trained
            found = Elsewhere((), is_exact=True)
        if found.names or not found.is_exact:
            raise Unsupported("The program remembers something outside of its neuron, which cannot be compiled.")
        traced: list[tuple[ChangedNeuron, dict[str, str]]] = []
        numbers, inputs = len(self.numbers), len(self._neuron.weights)
        try:
            with self._neuron.program.quiet() as printed, self._neuron.program.watched():
                made = Program(self._rule(traced), numbers, inputs + 1, lanes)
        except EndlessLoop:
            raise Unsupported("The program has too many steps in one row to be compiled.") from None
        [(neuron, before)] = traced
        if held_outside(neuron) != before:
            raise Unsupported("The program remembers something outside of its neuron, which cannot be compiled.")
        if printed.text or printed.left_out:
            where = f"Line {printed.line}" if printed.line else "The program"
            raise Unsupported(f"{where} prints something, which cannot be compiled.")
        return made

    def trained_again(self, numbers: Sequence[float], stretch: Stretch) -> Iterable[EpochEnd]:
        """As Learner has it. An end that could not be reached, or with an int in place of a float, has no numbers."""
        neuron = self._neuron.with_state(self.state_of(numbers))
        with self._neuron.program.watched():
            for place in range(stretch.epochs):
                try:
                    squared_errors = neuron.train_rows(stretch.rows_of(place), {}, stretch.epoch + place)
                except ProgramError:
                    yield ()
                    return
                state = neuron.state
                yield (*map(float, flat(state)), squared_errors) if whole_ones(state) == self.whole else ()

    def accepts(self, ends: Ends) -> bool:
        """As Learner has it: weights and bias are finite at the end of every epoch, and nothing is NaN."""
        finite = self.places[:-1]
        for place in range(len(self.numbers) + 1):
            column = ends.column(ends.places[place], 0, 1)
            if not math.isfinite(sum(column)):  # else all of them are
                is_fine = all(map(math.isfinite, column)) if place in finite else all(x == x for x in column)
                if not is_fine:
                    return False
        return True

    def _rule(self, traced: list[tuple[ChangedNeuron, dict[str, str]]]) -> Rule:
        """The program for one row. It is run anew at the first call, when functions take Traced, into `traced`."""

        def rule(parameters: list[Any], row: tuple[Any, ...], _: Any) -> tuple[Sequence[Any], Any]:
            if not traced:
                neuron = self._neuron.anew()
                traced.append((neuron, held_outside(neuron)))
            [(neuron, _before)] = traced
            neuron.program.watch.alive()
            numbers = [
                number.as_whole() if whole else number for number, whole in zip(parameters, self.whole, strict=True)
            ]
            state = shaped(neuron.slots, numbers)
            held, answer = neuron.tried(state, Row(row[:-1], row[-1]))
            return self._after(parameters[0], held), row[-1] - answer

        return rule

    def _after(self, any_number: Traced, held: dict[str, Any]) -> list[Any]:
        """What the program's neuron remembers after the row. Raises Unsupported where that is something else."""
        refused, slots = any_number.tracer.refused, self._neuron.slots
        others = {name for name in held if name not in {slot.name for slot in slots}}
        lists = [held.get(slot.name) for slot in slots if slot.holder]
        if changed := others ^ set(self._neuron.others()):
            raise refused(f"self.{min(changed)}, which is there in some rows only")
        if len(set(map(id, lists))) < len(lists):
            raise refused("one list that stands under two names of self")
        for slot in slots:
            value = held.get(slot.name)
            if slot.holder and not (isinstance(value, list | tuple) and len(value) == slot.length):
                raise refused(f"self.{slot.name}, a list that is no longer what it was")
        numbers = flat([held[slot.name] for slot in slots])
        names = [slot.name for slot in slots for _ in range(slot.length if slot.holder else 1)]
        for number, whole, name in zip(numbers, self.whole, names, strict=True):
            if type(number) not in (Traced, float, int):
                raise refused(f"self.{name}, which is no number in some rows")
            if is_whole(number) != whole:
                raise refused(f"self.{name}, which is a whole number in some rows only")
        return numbers
