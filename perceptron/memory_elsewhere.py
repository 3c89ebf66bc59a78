"""Finds out whether a changed program remembers something outside of its neuron's numbers.

What it keeps in global names, in closures, in other objects or in an unseeded `random` does not come back when the run
goes back to an earlier moment. So two things are compared: what the program holds before and after an epoch, and
whether a program that is run anew from a remembered moment does the same again.
"""

import random
from collections.abc import Callable, Sequence
from types import FunctionType, ModuleType
from typing import NamedTuple

from perceptron.changed_neuron import ChangedNeuron, Rates
from perceptron.datasets import Row
from perceptron.faults import Stopped
from perceptron.neuron_state import State


class Elsewhere(NamedTuple):
    """The names of what is kept elsewhere, as far as they are known, and whether digits depend on it."""

    names: tuple[str, ...]
    is_exact: bool


def memory_elsewhere(neuron: ChangedNeuron, rows: Sequence[Sequence[Row]], rates: Sequence[Rates]) -> Elsewhere:
    """What is found out in the first two epochs, with these rows and learning rates. Raises ProgramError."""
    through = neuron.anew()
    before = held_outside(through)
    states = _trained(through, rows, rates, 0, 2)
    after = held_outside(through)
    names = tuple([name for name in after if after[name] != before.get(name)])
    again = _trained(neuron.anew(), rows, rates, 0, 1) + _trained(
        neuron.anew().with_state(states[0]), rows, rates, 1, 2
    )
    return Elsewhere(names, repr(states) == repr(again))


def _trained(
    neuron: ChangedNeuron, rows: Sequence[Sequence[Row]], rates: Sequence[Rates], first: int, last: int
) -> list[State]:
    """The states at the ends of the epochs from the first to before the last."""
    states = []
    for epoch in range(first, last):
        neuron.train_rows(rows[epoch], rates[epoch], epoch)
        states.append(neuron.state)
    return states


def held_outside(neuron: ChangedNeuron) -> dict[str, str]:
    """Everything else in which a program can keep something, as texts by the names that people know."""
    found: dict[str, str] = {}
    for name, value in neuron.namespace.items():
        if isinstance(value, ModuleType):
            if value is random:
                found[name] = str(hash(random.getstate()))
        elif isinstance(value, FunctionType):
            found |= _of_function(name, value)
        elif isinstance(value, type):
            for part, held in vars(value).items():
                if isinstance(held, FunctionType):
                    found |= _of_function(f"{name}.{part}", held)
                elif not part.startswith("__"):
                    found[f"{name}.{part}"] = text_of(held)
        elif not name.startswith("__"):
            found[name] = text_of(value)
    return found | {f"self.{name}": text_of(value) for name, value in neuron.others().items()}


def _of_function(name: str, function: FunctionType) -> dict[str, str]:
    """What a function keeps in its closure, its defaults and its own attributes."""
    found = {name: text_of((function.__defaults__, function.__kwdefaults__, vars(function)))}
    for variable, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=True):
        if variable != "__class__":
            found[f"{name}: {variable}"] = text_of(cell.cell_contents)
    return found


def text_of(value: object) -> str:
    """A value as a text that changes with it; a generator of random numbers does not show its own."""
    try:
        state: Callable[[], object] | None = getattr(value, "getstate", None)
        return str(hash(state())) if state else repr(value)
    except Stopped:
        raise
    except BaseException:  # a person's own __repr__
        return ""
