"""Which parts of the drawing the lines of an update are about, by the names that the program uses.

The page's own program names its numbers so, and changed programs keep most of these names. A line with other names is
about no part.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from perceptron.activations import ACTIVATIONS
from perceptron.line_by_line import RETURN, Ran

# Parts as the page calls them. Of inputs and weights there is one for each number, counted from 1.
INPUT, WEIGHT, BIAS, SUM, ACTIVATION, OUTPUT = "input", "weight", "bias", "sum", "activation", "output"
LISTS: Mapping[str, str] = MappingProxyType({"inputs": INPUT, "self.weights": WEIGHT})
NUMBERS: Mapping[str, str] = MappingProxyType(
    {"self.bias": BIAS, "total": SUM, "output": OUTPUT, "target": OUTPUT, "error": OUTPUT, "delta": ACTIVATION}
)
OF_THE_ACTIVATION = (*ACTIVATIONS, "derivative")


def parts_of_lines(ran: Sequence[Ran], inputs: int) -> tuple[tuple[str, ...], ...]:
    """For each line the parts that its values belong to, each once. `inputs` is how many the neuron has."""
    found = []
    # What the names of a loop over inputs or weights stand for in its turn, by the function.
    stands_for: dict[str, dict[str, list[str]]] = {}
    for line in ran:
        names = stands_for.setdefault(line.function, {})
        if line.turns and line.turns[-1][0] == line.line:
            names |= _in_this_turn(line, inputs)
        if line.function in OF_THE_ACTIVATION:
            parts = [ACTIVATION]
        else:
            parts = [part for name in _names(line) for part in names.get(name) or _parts(name, line, inputs)]
        found.append(tuple(dict.fromkeys(parts)))
    return tuple(found)


def _names(line: Ran) -> Iterator[str]:
    for name, _ in (*line.read, *line.wrote):
        yield OUTPUT if name == RETURN and line.function == "predict" else name


def _parts(name: str, line: Ran, inputs: int) -> list[str]:
    """What a name stands for by itself."""
    holder, bracket, index = name.partition("[")
    if holder in LISTS:
        places = _places(index.rstrip("]"), line, inputs) if bracket else _places_of_all(line, inputs)
        return [f"{LISTS[holder]}-{place}" for place in places]
    return [NUMBERS[name]] if name in NUMBERS else []


def _places(index: str, line: Ran, inputs: int) -> list[int]:
    """Which number of a list an index means, counted from 1; all of them where that is not known."""
    value = dict((*line.read, *line.wrote)).get(index, index)
    try:
        place = int(value)
    except ValueError:
        return list(range(1, inputs + 1))
    place += inputs if place < 0 else 0
    return [place + 1] if 0 <= place < inputs else []


def _places_of_all(line: Ran, inputs: int) -> list[int]:
    """Of a whole list that a loop goes through, the number that it has come to."""
    if line.turns and line.turns[-1][0] == line.line:
        return [line.turns[-1][1]] if line.turns[-1][1] <= inputs else []
    return list(range(1, inputs + 1))


def _in_this_turn(loop: Ran, inputs: int) -> dict[str, list[str]]:
    """As in `for x, weight in zip(inputs, self.weights)`: names and lists in the same order, if there are as many."""
    read = [part for name, _ in loop.read if name in LISTS for part in _parts(name, loop, inputs)]
    wrote = [name for name, _ in loop.wrote]
    if len(read) == len(wrote):
        return {name: [part] for name, part in zip(wrote, read, strict=True)}
    return dict.fromkeys(wrote, read)
