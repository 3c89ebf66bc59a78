"""Fields for numbers: which values are allowed, which one is the default, and what is said of a bad one.

The page's fields, the address bar, the command line and the experiment all ask this module, so one
value is judged alike everywhere. It uses nothing that MicroPython lacks.
"""

from perceptron.numerals import MOST_TYPED, is_less, is_whole, readings, step_on, with_minus

MOST_SHOWN = 40
# Soft hyphens, marks for the direction of writing, and others that take no room.
WITHOUT_ROOM = ((0xAD, 0xAD), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF))
# Control characters, separators of lines, and halves of characters, which also are where a file's name is not UTF-8.
NOT_SHOWN = ((0, 31), (127, 159), (0x2028, 0x2029), (0xD800, 0xDFFF))
# These join letters of Persian and parts of emoji, or keep them apart; in Latin letters they have nothing to do.
JOINERS = "\u200c\u200d"
LAST_LATIN = 0x2FF


class Field:
    """A number to choose: its label, whether it is whole, the least, most and default value, and the arrows' step.

    Without a least and a most every finite number is allowed; without a step, a step is one in the first digit.
    """

    def __init__(
        self, label: str, whole: bool, least: float | None, most: float | None, default: float, step: str
    ) -> None:
        self.label = label
        self.whole = whole
        self.least = least
        self.most = most
        self.default = default
        self.step = step

    @property
    def bounds(self) -> str:
        """As in " from 1 to 1,000,000"; empty where every number is allowed."""
        if self.least is None or self.most is None:
            return ""
        return with_minus(f" from {grouped(self.least)} to {grouped(self.most)}")

    def named(self, label: str) -> "Field":
        """The same field under another label, for a message that says which of several numbers is meant."""
        return Field(label, self.whole, self.least, self.most, self.default, self.step)

    def check(self, value: float) -> float:
        """Return the value, as an int where the field is whole. Raises ValueError when it is not allowed."""
        if not _is_finite(value) or self._passed(str(float(value))) is not None or (self.whole and value != int(value)):
            raise ValueError(self._complaint(str(value)))
        return int(value) if self.whole else value

    def parse(self, text: str) -> float:
        """Read what a person typed, as `canonical` does, and return the number."""
        return int(self.canonical(text)) if self.whole else float(self.canonical(text))

    def canonical(self, text: str) -> str:
        """What a person typed as plain text that every Python reads alike; decimals stay as they were typed.

        MicroPython does not read every decimal to the last bit, so what it hands on is the text.
        Raises ValueError with a sentence to show.
        """
        plain = self._read(text)
        if not _is_finite(float(plain)) and not self.bounds:
            raise ValueError(f"{self.label}: “{shortened(text)}” is too large; a 64-bit float cannot hold it.")
        if not _is_finite(float(plain)) or self._passed(plain) is not None or (self.whole and not is_whole(plain)):
            raise ValueError(self._complaint(text))
        return str(int(float(plain))) if self.whole else plain

    def clamp(self, text: str) -> str:
        """Canonical text of the nearest allowed value. Raises ValueError when the text is no number at all."""
        passed = self._passed(self._read(text))
        return self.canonical(text) if passed is None else str(passed)

    def step_on(self, text: str, count: int) -> str:
        """The text after so many steps up, or down when the count is negative, but not past the least and the most."""
        return self.clamp(step_on(self._read(text), self.step, count))

    def _read(self, text: str) -> str:
        """The one number that the text means. Raises ValueError when it means none, or can mean two."""
        if len(text) > MOST_TYPED:
            raise ValueError(
                f"{self.label}: “{shortened(text)}” is too long; a number can have at most {MOST_TYPED} characters."
            )
        found = readings(text, self.whole)
        if not found:
            raise ValueError(self._complaint(text))
        if len(found) > 1:
            meant = [str(int(float(plain))) for plain in found if is_whole(plain)] if self.whole else found
            if len(meant) == 1:
                raise ValueError(f"{self._complaint(text)} If you mean {meant[0]}, write it so.")
            raise ValueError(f"{self.label}: “{shortened(text)}” is not clear; write {' or '.join(meant)}.")
        return found[0]

    def _passed(self, plain: str) -> float | None:
        """The least or the most if a number is past it, even if a float cannot tell the two apart."""
        if self.least is not None and is_less(plain, str(self.least)):
            return self.least
        if self.most is not None and is_less(str(self.most), plain):
            return self.most
        return None

    def _complaint(self, text: str) -> str:
        kind = "a whole number" if self.whole else "a number"
        given = f"“{shortened(text)}” is not" if text.strip() else "this is empty"
        return f"{self.label} must be {kind}{self.bounds}; {given}."


# The learning rates of a run, the last and the earlier ones.
LEARNING_RATE = Field("Learning rate", False, 0.0001, 100, 0.1, "")
# What a weight or a bias may be when it is set by hand.
PARAMETER = Field("Weight or bias", False, -1000, 1000, 0, "0.1")
# How far from its target an answer may be and still count as right.
TOLERANCE = Field("Tolerance", False, 0, 1_000_000_000, 0, "")
# What the neuron may be asked.
QUESTION = Field("Number", False, None, None, 0, "0.1")


def grouped(value: float) -> str:
    """A number with commas between its thousands, as a person reads it."""
    return str(value) if value != int(value) else f"{int(value):,}"


def counted(number: float, thing: str) -> str:
    """So many things, as in "1 row" and "2,000 rows"."""
    return f"{grouped(number)} {thing}" if number == 1 else f"{grouped(number)} {thing}s"


def listed(names: list[str]) -> str:
    """As in “a, b and c”."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def shortened(text: str, most: int = MOST_SHOWN) -> str:
    """A person's text, safe to repeat in a message: short and without invisible characters."""
    characters = list(text[: most + 1])
    shown = ["�" if _is_unseen(characters, place) else characters[place] for place in range(min(len(text), most))]
    return "".join(shown) + ("…" if len(text) > most else "")


def _is_finite(value: float) -> bool:
    return value - value == 0  # which for infinity is no number at all


def _is_unseen(characters: "list[str]", place: int) -> bool:
    """Whether it cannot be shown; what joins letters can."""
    if not _is_unshown(characters[place]):
        return False
    around = characters[max(0, place - 1) : place] + characters[place + 1 : place + 2]
    joins = characters[place] in JOINERS and len(around) == 2
    return not joins or any(ord(other) <= LAST_LATIN or _is_unshown(other) for other in around)


def _is_unshown(character: str) -> bool:
    code = ord(character)
    return any(first <= code <= last for ranges in (WITHOUT_ROOM, NOT_SHOWN) for first, last in ranges)
