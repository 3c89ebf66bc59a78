"""The lessons of the course, in three parts with a good place to stop after each.

They follow the sections of the article, and then go beyond it.
"""

from web.page.lessons import beyond, learning, neuron

PARTS = (neuron.PART, learning.PART, beyond.PART)
LESSONS = neuron.PART.lessons + learning.PART.lessons + beyond.PART.lessons


def part_of(number: int) -> tuple:
    """The part that this lesson, counted from 0, belongs to, and the number of the part's last lesson."""
    last = -1
    for part in PARTS:
        last += len(part.lessons)
        if number <= last:
            return part, last
    raise IndexError(f"There is no lesson {number}.")
