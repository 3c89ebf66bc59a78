"""Keeps all that a changed program's neuron remembered, at every epoch, as one compact array.

Once the array is full, every second epoch is forgotten, then every fourth, as in perceptron.history.
"""

from array import array

from perceptron.ends import Ends
from perceptron.neuron_state import Slot, State, flat, is_held_by_floats, shaped, whole_ones

MOST_NUMBERS = 1_048_576  # of 8 bytes each


class StateHistory:
    """Entry i belongs to epoch i * `stride`: the numbers of the state, then the sum of the epoch's squared errors.

    Python tells ints from floats, and so does this: most states have theirs at the same places. The others, and those
    with an int that no float holds, are kept as they are.
    """

    def __init__(self, slots: tuple[Slot, ...], start: State) -> None:
        self.stride = 1
        self._slots = slots
        self._whole: tuple[bool, ...] | None = None  # which numbers of most states are ints
        self._width = len(flat(start)) + 1
        self._numbers = array("d", bytes(8 * self._width))
        self._kept_apart: dict[int, State] = {0: start}
        self._most = max(2, MOST_NUMBERS // self._width)

    def __len__(self) -> int:
        return len(self._numbers) // self._width

    def put(self, epoch: int, state: State, squared_errors: float) -> None:
        """Remember the end of one epoch, see `extend`."""
        numbers = flat(state)
        if not is_held_by_floats(numbers):
            self._keep_apart(epoch, state)
            numbers = [0.0] * len(numbers)
        self.extend(epoch, Ends(array("d", [*numbers, squared_errors]), self._width), whole_ones(state))

    def extend(self, epoch: int, ends: Ends, whole: tuple[bool, ...]) -> None:
        """Remember the ends of epochs that begin with this one; each has the numbers of a state, as floats.

        Of these, `whole` says which are ints. Epochs must come in order, without a gap, from 1.
        """
        self._whole = self._whole or whole
        first = -epoch % self.stride
        if whole != self._whole:
            for place in range(first, len(ends), self.stride):
                state = shaped(self._slots, ends[place][:-1], whole)
                self._kept_apart.setdefault(epoch + place, state)
        self._numbers += _every(ends.numbers, self._width, first, self.stride)
        while len(self) > self._most:
            self.stride *= 2
            self._numbers = _every(self._numbers, self._width, 0, 2)
            self._kept_apart = {kept: state for kept, state in self._kept_apart.items() if kept % self.stride == 0}

    def nearest(self, epoch: int) -> tuple[int, State, float]:
        """The last kept epoch that is not after this one (0 or more), with its state and squared errors.

        Those of epoch 0 count as 0.
        """
        entry = min(epoch // self.stride, len(self) - 1)
        kept = entry * self.stride
        *numbers, squared_errors = self._numbers[entry * self._width : (entry + 1) * self._width]
        apart = self._kept_apart.get(kept)
        return kept, apart or shaped(self._slots, numbers, self._whole or ()), squared_errors

    def truncate(self, epoch: int) -> None:
        """Forget everything after this epoch, 0 or more."""
        del self._numbers[(epoch // self.stride + 1) * self._width :]
        self._kept_apart = {kept: state for kept, state in self._kept_apart.items() if kept <= epoch}
        if epoch == 0:
            self.stride = 1

    def _keep_apart(self, epoch: int, state: State) -> None:
        if epoch % self.stride == 0:
            self._kept_apart[epoch] = state


def _every(numbers: "array[float]", width: int, first: int, stride: int) -> "array[float]":
    """Every so manieth entry of so many numbers, from one on."""
    if stride == 1:
        return numbers[first * width :]
    entries = len(range(first, len(numbers) // width, stride))
    chosen = array("d", bytes(8 * width * entries))
    for place in range(width if entries else 0):
        chosen[place::width] = numbers[first * width + place :: stride * width]
    return chosen
