"""What a neuron of a person's program remembers: which of its attributes, whether they are still right, and back again.

Its state are all attributes that are numbers or lists of numbers.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from perceptron.faults import COUNT, LOST, NAN, NO_NUMBER, NOT_FINITE, TRUE_OR_FALSE, Fault, ProgramError, short

Number = int | float
State = tuple[Number | tuple[Number, ...], ...]
WEIGHTS, BIAS = "weights", "bias"


class Slot(NamedTuple):
    """One attribute of the state: its name, and of a list or tuple its type and how many numbers it has."""

    name: str
    holder: type | None = None
    length: int = 0


def slots_of(held: Mapping[str, object], inputs: int) -> tuple[Slot, ...]:
    """The attributes that are the state. Raises ProgramError where the weights are not what a neuron needs."""
    check_slot(Slot(WEIGHTS, list, inputs), held)
    return tuple(
        [
            Slot(name, type(value), len(value)) if isinstance(value, list | tuple) else Slot(name)
            for name, value in held.items()
            if is_number_or_numbers(value)
        ]
    )


def check_slot(slot: Slot, held: Mapping[str, object]) -> None:
    """Raise ProgramError when an attribute is gone or holds something else."""
    name = slot.name
    if name not in held:
        raise ProgramError(Fault(LOST, name=name))
    value = held[name]
    if slot.holder and not isinstance(value, list | tuple):
        raise ProgramError(
            Fault(TRUE_OR_FALSE if isinstance(value, bool) else NO_NUMBER, name=name, value=short(value))
        )
    numbers: Sequence[Any] = value if isinstance(value, list | tuple) and slot.holder else [value]
    if slot.holder and len(numbers) != slot.length:
        raise ProgramError(Fault(COUNT, name=name, value=short(value)))
    for number in numbers:
        if type(number) not in (float, int):
            raise ProgramError(Fault(_kind_of_no_number(number), name=name, value=short(value)))
        if name in (WEIGHTS, BIAS) and not _is_finite(number):
            raise ProgramError(Fault(NOT_FINITE if number == number else NAN, name=name, value=short(value)))


def flat(state: Sequence[Any]) -> list[Any]:
    """All numbers of a state, one after another."""
    return [number for held in state for number in (held if isinstance(held, list | tuple) else (held,))]


def shaped(slots: tuple[Slot, ...], numbers: Iterable[Any], whole: Sequence[bool] = ()) -> State:
    """The state with these numbers; those at which `whole` is true become ints."""
    typed = zip(numbers, whole, strict=True)
    found = iter([int(number) if is_int else number for number, is_int in typed] if whole else numbers)
    return tuple([tuple([next(found) for _ in range(slot.length)]) if slot.holder else next(found) for slot in slots])


def whole_ones(state: Sequence[Any]) -> tuple[bool, ...]:
    """Which of the numbers of a state, one after another, are ints."""
    return tuple([isinstance(number, int) for number in flat(state)])


def is_held_by_floats(numbers: Iterable[Number]) -> bool:
    """Whether each of these numbers is a float, or the same as one."""
    try:
        return all(isinstance(number, float) or int(float(number)) == number for number in numbers)
    except OverflowError:  # a whole number that no float holds
        return False


def _kind_of_no_number(value: object) -> str:
    return TRUE_OR_FALSE if isinstance(value, bool) else NO_NUMBER


def restore(own: Any, others: Mapping[str, object], slots: tuple[Slot, ...], state: State) -> None:
    """Give a neuron this state, and what else it holds."""
    held = {slot.name: slot.holder(value) if slot.holder else value for slot, value in zip(slots, state, strict=True)}
    own.__dict__.update({**others, **held})


def held_by(own: object) -> dict[str, Any]:
    """The attributes of a neuron; none where its class keeps them in another way."""
    return getattr(own, "__dict__", {})


def is_number_or_numbers(value: object) -> bool:
    """Whether an attribute that holds this belongs to the state."""
    numbers = value if isinstance(value, list | tuple) else [value]
    return all(type(number) in (float, int) for number in numbers)


def _is_finite(number: Number) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:  # a whole number that no float holds
        return False
