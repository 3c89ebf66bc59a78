"""The lessons of the course, in three parts with a good place to stop after each.

They follow the sections of the article, and then go beyond it.
"""

from web.page.lessons import beyond, learning, neuron

PARTS = (neuron.PART, learning.PART, beyond.PART)
LESSONS = neuron.PART.lessons + learning.PART.lessons + beyond.PART.lessons


def part_of(number: int) -> tuple:
    """The part that this lesson, counted from 0, belongs to, and the numbers of the part's first and last lesson."""
    first = 0
    for part in PARTS:
        last = first + len(part.lessons) - 1
        if number <= last:
            return part, first, last
        first = last + 1
    raise IndexError(f"There is no lesson {number}.")
