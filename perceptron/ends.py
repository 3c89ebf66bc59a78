"""What training leaves at the end of each epoch, as one array: quick to write, and to take columns from."""

from array import array
from collections.abc import Sequence
from itertools import chain
from typing import overload

from perceptron.learning import EpochEnd


class Ends(Sequence[EpochEnd]):
    """The ends of epochs, one after another in `numbers`, which has `width` of them for each epoch.

    Of these, the numbers at `places` make up an EpochEnd; the others belong to somebody else. Where a place is None,
    the number is 0.
    """

    def __init__(self, numbers: "array[float]", width: int, places: Sequence[int | None] = ()) -> None:
        self.numbers, self.width = numbers, width
        self.places = places or range(width)

    def __len__(self) -> int:
        return len(self.numbers) // self.width

    def column(self, place: int | None, first: int, stride: int) -> "array[float]":
        """The numbers at one place of every so manieth end from one on."""
        if place is None:
            return array("d", bytes(8 * len(range(first, len(self), stride))))
        return self.numbers[first * self.width + place :: stride * self.width]

    @overload
    def __getitem__(self, index: int) -> EpochEnd: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[EpochEnd]: ...
    def __getitem__(self, index: int | slice) -> EpochEnd | Sequence[EpochEnd]:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(len(self)))]
        first = range(len(self))[index] * self.width
        return tuple([0.0 if place is None else self.numbers[first + place] for place in self.places])


def columns(ends: Sequence[EpochEnd], first: int, stride: int) -> list[Sequence[float]]:
    """The numbers of every so manieth end from one on, each kind by itself; empty when there is no such end."""
    if isinstance(ends, Ends) and first < len(ends):
        return [ends.column(place, first, stride) for place in ends.places]
    return list(zip(*ends[first::stride], strict=True))


def joined(pieces: list[Sequence[EpochEnd]]) -> Sequence[EpochEnd]:
    """The ends of one stretch of training after another."""
    return pieces[0] if len(pieces) == 1 else list(chain(*pieces))
