"""The settings a person may choose: their ranges, their defaults, and what is said of a bad value.

The page's fields, the address bar, the command line and the experiment all ask this module, so one
value is judged alike everywhere. It uses nothing that MicroPython lacks.
"""

from collections import OrderedDict

MOST_SHOWN = 40
MOST_TYPED = 100
UNSEEN = ((0, 31), (127, 159), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF))


class Field:
    """One numeric setting: its label, whether it is whole, and the least, most and default value."""

    def __init__(self, label: str, whole: bool, least: float, most: float, default: float) -> None:
        self.label = label
        self.whole = whole
        self.least = least
        self.most = most
        self.default = default

    def named(self, label: str) -> "Field":
        """The same field under another label, for a message that says which of several numbers is meant."""
        return Field(label, self.whole, self.least, self.most, self.default)

    def check(self, value: float) -> float:
        """Return the value, as an int where the field is whole. Raises ValueError when it is not allowed."""
        # NaN is the one number that fails every comparison, so it fails this one too.
        if not self.least <= value <= self.most or (self.whole and value != int(value)):
            raise ValueError(self._complaint(str(value)))
        return int(value) if self.whole else value

    def parse(self, text: str) -> float:
        """Read what a person typed; a decimal comma will do. Raises ValueError with a sentence to show."""
        try:
            return self.check(as_number(text))
        except ValueError:
            raise ValueError(self._complaint(text)) from None

    def canonical(self, text: str) -> str:
        """The same value as text that `parse` reads alike everywhere; decimals stay as they were typed.

        MicroPython does not read every decimal to the last bit, so what it hands on is the text.
        Raises ValueError as `parse` does.
        """
        value = self.parse(text)
        return str(value) if self.whole else _without_ornament(_plain(text))

    def clamp(self, text: str) -> str:
        """Canonical text of the nearest allowed value. Raises ValueError when the text is no number at all."""
        try:
            value = as_number(text)
        except ValueError:
            raise ValueError(self._complaint(text)) from None
        if value < self.least:
            return str(self.least)
        if value > self.most:
            return str(self.most)
        return self.canonical(text)

    def _complaint(self, text: str) -> str:
        kind = "a whole number" if self.whole else "a number"
        given = f"“{shortened(text)}” is not" if text.strip() else "this is empty or no number"
        return f"{self.label} must be {kind} from {grouped(self.least)} to {grouped(self.most)}; {given}."


# MicroPython's plain dict forgets the order.
FIELDS = OrderedDict(
    (
        ("seed", Field("Seed", True, 0, 999_999_999, 109)),
        ("epochs", Field("Epochs", True, 1, 1_000_000, 10_000)),
        ("learning_rate", Field("Learning rate", False, 0.0001, 100, 0.1)),
    )
)

# What a weight or a bias may be when it is set by hand.
PARAMETER = Field("Weight or bias", False, -1000, 1000, 0)

# A start is empty where the seed decides it, or weights and bias set by hand with commas between them. For legs, see
# perceptron.legs.
DEFAULTS = OrderedDict([(name, str(field.default)) for name, field in FIELDS.items()] + [("start", ""), ("legs", "")])
PARAMETER_LABELS = ("Weight 1", "Weight 2", "Bias")


def canonical_start(text: str) -> str:
    """The same start as `Field.canonical` gives its numbers. Raises ValueError with a sentence to show."""
    parts = text.split(",")
    if len(parts) != len(PARAMETER_LABELS):
        raise ValueError(f"Start must be two weights and a bias with commas between them; “{shortened(text)}” is not.")
    return ",".join([PARAMETER.named(label).canonical(part) for label, part in zip(PARAMETER_LABELS, parts)])


def as_number(text: str) -> float:
    """A float from typed text, decimal point or comma. Raises ValueError for anything else, NaN included."""
    text = _plain(text)
    if len(text) > MOST_TYPED or any(character not in "0123456789.+-eE" for character in text):
        raise ValueError("not a number")
    # MicroPython would take "." and "e5" for zero.
    if not any(character in "0123456789" for character in text.lower().partition("e")[0]):
        raise ValueError("not a number")
    return float(text)


def _plain(text: str) -> str:
    """What was typed, with a decimal point and without the space around it, which is not the same in every Python."""
    return text.strip(" \t\r\n").replace(",", ".")


def _without_ornament(text: str) -> str:
    """The same number as a field of a page takes it, which may begin with no plus and end in no point."""
    mantissa, mark, exponent = text.lower().partition("e")
    mantissa = mantissa.lstrip("+")
    return (mantissa[:-1] if mantissa.endswith(".") else mantissa) + mark + exponent


def grouped(value: float) -> str:
    """A number with commas between its thousands, as a person reads it."""
    return str(value) if value != int(value) else f"{int(value):,}"


def shortened(text: str) -> str:
    """What a person gave, fit to be repeated in a message: short, and without signs that cannot be seen."""
    shown = "".join("�" if _is_unseen(ord(character)) else character for character in text[:MOST_SHOWN])
    return shown if len(text) <= MOST_SHOWN else shown + "…"


def _is_unseen(code: int) -> bool:
    """Control characters, and those that turn the direction of writing or take no room."""
    return any(first <= code <= last for first, last in UNSEEN)
