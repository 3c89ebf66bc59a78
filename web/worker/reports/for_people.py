"""Puts a real minus sign before every negative number in what the page is told.

Only what the page hands on as a setting, a question or the text of a field stays as Python writes it.
"""

from perceptron.words.numbers import with_minuses

# Numbers that the page may send back, by the part of the reply: weights and bias, the question, the cells of the
# training rows, the words of settings, the ends of axes.
NUMBERS = ("weights_in_full", "bias_in_full", "weights_in_short", "bias_in_short")
HANDED_ON: dict[str, tuple[str, ...]] = {
    "report": NUMBERS,
    "start": NUMBERS,
    "selected": ("inputs",),
    "answer": ("question",),
    "lines": ("ran",),
    "ground": ("ends",),
    "panel": ("rows", "slides", "facts", "program", "own", "printed", "diff"),
}


def for_people(told: object, part: str = "") -> object:
    """What is told, with real minus signs in all its texts; `part` is what it is called in the reply."""
    if isinstance(told, str):
        return with_minuses(told) if "-" in told else told
    if isinstance(told, dict):
        kept = HANDED_ON.get(part, ())
        return {key: value if key in kept else for_people(value) for key, value in told.items()}
    return [for_people(value) for value in told] if isinstance(told, list | tuple) else told
