"""Which rows a picture shows when there are too many to draw them all."""


def sample(count: int, most: int, chosen: int = 0) -> tuple[int, ...]:
    """At most so many of `count` rows, by their number from 0, evenly apart; the chosen one is always there."""
    if count <= most:
        return tuple(range(count))
    numbers = {step * count // most for step in range(most)}
    if chosen not in numbers:
        numbers.remove(chosen * most // count * count // most)  # its neighbour
        numbers.add(chosen)
    return tuple(sorted(numbers))
