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
        self._shuffled: tuple[int, list[int], list[Row]] = (-1, [], [])

    @property
    def is_shuffled(self) -> bool:
        """Whether each epoch has an order of its own."""
        return self._seed is not None

    def rows_of(self, epoch: int) -> Sequence[Row]:
        """The rows as an epoch meets them, where so many epochs came before."""
        return self.rows if self._seed is None else self._in_epoch(self._seed, epoch)[2]

    def positions_of(self, epoch: int) -> Sequence[int]:
        """Which of the rows, from 0, an epoch meets one after another, where so many epochs came before."""
        return range(len(self.rows)) if self._seed is None else self._in_epoch(self._seed, epoch)[1]

    def position_of(self, epoch: int, place: int) -> int:
        """Which of the rows, from 0, stands at this place, from 0, of an epoch, where so many epochs came before."""
        return place if self._seed is None else self._in_epoch(self._seed, epoch)[1][place]

    def _in_epoch(self, seed: int, epoch: int) -> tuple[int, list[int], list[Row]]:
        if self._shuffled[0] != epoch:  # kept, because steps ask for the same epoch again and again
            positions = self._shuffle(seed, epoch)
            self._shuffled = (epoch, positions, [self.rows[position] for position in positions])
        return self._shuffled

    def _shuffle(self, seed: int, epoch: int) -> list[int]:
        """The positions of the rows sorted by one random number each.

        Python promises the same numbers from `random` in every version, but not the same order from `shuffle`.
        """
        # Each seed and epoch has a number that no other has, and not that of the start's weights, the seed alone.
        draw = random.Random(seed + (epoch + 1) * SEEDS).random
        keys = [draw() for _ in self.rows]
        return sorted(range(len(keys)), key=keys.__getitem__)
