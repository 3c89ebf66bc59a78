"""The order in which an epoch goes through the training rows: as given, or shuffled anew for every epoch."""

import random
from collections.abc import Sequence

from perceptron.datasets import Row
from perceptron.settings_table import FIELDS

SEEDS = int(FIELDS["seed"].most or 0) + 1


class Order:
    """Training rows and their order in each epoch. `seed` shuffles them; without one they stay as given.

    A shuffled order depends on the seed and the number of the epoch only, so it is the same however one came there.
    """

    def __init__(self, rows: Sequence[Row], seed: int | None = None) -> None:
        self.rows = rows
        self._seed = seed
        self._shuffled: tuple[int, list[Row]] = (-1, [])

    @property
    def is_shuffled(self) -> bool:
        """Whether each epoch has an order of its own."""
        return self._seed is not None

    def rows_of(self, epoch: int) -> Sequence[Row]:
        """The rows as an epoch meets them, where so many epochs came before."""
        if self._seed is None:
            return self.rows
        if self._shuffled[0] != epoch:  # kept, because steps ask for the same epoch again and again
            self._shuffled = (epoch, self._shuffle(self._seed, epoch))
        return self._shuffled[1]

    def _shuffle(self, seed: int, epoch: int) -> list[Row]:
        """The rows sorted by one random number each.

        Python promises the same numbers from `random` in every version, but not the same order from `shuffle`.
        """
        # Each seed and epoch has a number that no other has, and not that of the start's weights, the seed alone.
        draw = random.Random(seed + (epoch + 1) * SEEDS).random
        keys = [draw() for _ in self.rows]
        return [self.rows[number] for number in sorted(range(len(keys)), key=keys.__getitem__)]
