"""What a run remembers: weights, bias and mean squared error at every epoch, as compact arrays.

Once the arrays are full, every second epoch is forgotten and from then on only every second one is
kept, then every fourth, and so on. So memory stays below a bound however long the run is, and the
kept epochs stay evenly spaced. Nothing is lost for good: a run is deterministic, so any epoch can be
computed again from the kept one before it.
"""

from array import array
from collections.abc import Sequence

from perceptron.ends import columns
from perceptron.learning import EpochEnd

MOST_NUMBERS = 131_072  # of 8 bytes each: one megabyte, 32,768 epochs of a neuron with two inputs


class History:
    """Entry i belongs to epoch i * `stride`; `weights` holds one array for each input.

    `errors` holds for each epoch the mean squared error of the predictions made during that epoch,
    each just before its own update; entry 0, for which there are none, holds that of the start.
    """

    def __init__(self, inputs: int) -> None:
        self.stride = 1
        self.weights = [array("d") for _ in range(inputs)]
        self.bias = array("d")
        self.errors = array("d")
        self._most = max(2, MOST_NUMBERS // (inputs + 2))

    def __len__(self) -> int:
        return len(self.bias)

    def extend(self, epoch: int, ends: Sequence[EpochEnd], rows: int) -> None:
        """Remember what `train_epochs` returned, which begins with this epoch and had so many rows.

        Epochs must come in order, without a gap, from 0.
        """
        kept = columns(ends, -epoch % self.stride, self.stride)
        if not kept:
            return
        *weights, bias, squared_errors = kept
        for remembered, column in zip(self.weights, weights, strict=True):
            remembered.extend(column)
        self.bias.extend(bias)
        self.errors.extend([total / rows for total in squared_errors])
        while len(self.bias) > self._most:
            self._thin_out()

    def sample(self, most: int) -> tuple[list[int], list[float]]:
        """At most `most` evenly spaced (epoch, error) pairs, as two lists, the first kept epoch first.

        There are more than half as many as asked for, where so many are kept. The spacing is a power of
        two, so that a run that goes on never needs an epoch between those that it has needed before.
        """
        step = 1
        while -(-len(self) // step) > most:
            step *= 2
        return list(range(0, len(self) * self.stride, step * self.stride)), list(self.errors[::step])

    def nearest(self, epoch: int) -> tuple[int, list[float], float, float]:
        """The last kept epoch that is not after this one (0 or more), with its weights, bias and error."""
        entry = min(epoch // self.stride, len(self) - 1)
        weights = [kept[entry] for kept in self.weights]
        return entry * self.stride, weights, self.bias[entry], self.errors[entry]

    def truncate(self, epoch: int) -> None:
        """Forget everything after this epoch, 0 or more."""
        entries = epoch // self.stride + 1
        for kept in (*self.weights, self.bias, self.errors):
            del kept[entries:]
        if epoch == 0:
            self.stride = 1

    def _thin_out(self) -> None:
        self.stride *= 2
        self.weights = [kept[::2] for kept in self.weights]
        self.bias = self.bias[::2]
        self.errors = self.errors[::2]
