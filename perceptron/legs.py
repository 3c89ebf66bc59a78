"""The legs of a run: its earlier learning rates, each with the moment when it ended.

As text they read `0.1@300,0.5@512.7`: 0.1 up to the end of epoch 300, then 0.5 up to row 7 of the epoch after 512.
The page and the command line both read them here, so this uses nothing that MicroPython lacks.
"""

from collections import namedtuple

from perceptron.fields import LEARNING_RATE, grouped, shortened

MOST_LEGS = 100
MOST_DIGITS = 9  # of an epoch or a row
TRAINING_ROWS = 28  # of the article's data, with which the page trains

LEG_RATE = LEARNING_RATE.named("The learning rate of a leg")

# A learning rate, as a number or as it was typed, and the moment: the epochs done, and the rows done of the next.
Leg = namedtuple("Leg", ("learning_rate", "epoch", "row"))


def read_legs(text: str) -> tuple[Leg, ...]:
    """The legs that a text names, their rates as texts; none for an empty text.

    Raises ValueError with a sentence to show.
    """
    parts = text.strip(" ").split(",") if text.strip(" ") else []
    _check_number(len(parts))
    return tuple([_read_leg(part.strip(" ")) for part in parts])


def parse_legs(text: str) -> tuple[Leg, ...]:
    """As `read_legs`, with the rates as numbers."""
    return tuple([Leg(LEARNING_RATE.parse(rate), epoch, row) for rate, epoch, row in read_legs(text)])


def write_legs(legs: tuple[Leg, ...]) -> str:
    """The text that `read_legs` reads."""
    return ",".join([f"{leg.learning_rate}@{_moment_text(leg)}" for leg in legs])


def canonical_legs(text: str) -> str:
    """The same legs as `write_legs` writes them. Raises ValueError when the article's data does not allow them."""
    legs = read_legs(text)
    check_legs(legs, TRAINING_ROWS)
    return write_legs(legs)


def check_legs(legs: tuple[Leg, ...], rows: int) -> None:
    """Raises ValueError unless each leg ends after the one before, at a moment that epochs of so many rows have."""
    _check_number(len(legs))
    before = (0, 0)
    for leg in legs:
        moment = (leg.epoch, leg.row)
        if any(number != int(number) or number < 0 for number in moment) or leg.row >= rows:
            last = grouped(rows - 1)
            raise ValueError(f"Legs must end after whole epochs and 0 to {last} rows; “{_moment_text(leg)}” does not.")
        if moment <= before:
            raise ValueError(f"Legs must end one after another and after the start; “{_moment_text(leg)}” does not.")
        before = moment


def rate_from(legs: tuple[Leg, ...], learning_rate: str, moment: tuple[int, int], new_rate: str) -> tuple[Leg, ...]:
    """The legs, with rates as texts, of a run that from this moment on has a new learning rate.

    Everything before the moment stays as it was. A rate that was changed and changed back leaves no leg.
    """
    kept = tuple([leg for leg in legs if (leg.epoch, leg.row) < moment])
    later = legs[len(kept) :]
    held = later[0].learning_rate if later else learning_rate
    if moment == (0, 0) or _decimal(held) == _decimal(new_rate):
        return kept
    return kept + (Leg(held, moment[0], moment[1]),)


def _read_leg(text: str) -> Leg:
    rate, _, moment = text.partition("@")
    epoch, dot, row = moment.partition(".")
    if not _is_count(epoch) or not (_is_count(row) if dot else not row):
        raise ValueError(
            "Legs must be earlier learning rates, each with the moment when it ended, as in 0.1@300,0.5@512.7; "
            f"“{shortened(text)}” is not."
        )
    return Leg(LEG_RATE.canonical(rate), int(epoch), int(row or "0"))


def _is_count(text: str) -> bool:
    return 0 < len(text) <= MOST_DIGITS and all(character in "0123456789" for character in text)


def _check_number(legs: int) -> None:
    if legs > MOST_LEGS:
        raise ValueError(f"The learning rate of a run can change at most {MOST_LEGS} times, not {grouped(legs)} times.")


def _moment_text(leg: Leg) -> str:
    return f"{leg.epoch}.{leg.row}" if leg.row else str(leg.epoch)


def _decimal(text: str) -> tuple[str, int]:
    """The digits of a positive number and where they stand, alike for 0.5, .50 and 5e-1.

    It compares exactly; MicroPython does not read every decimal to the last bit.
    """
    mantissa, _, exponent = text.lower().partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    kept = digits.rstrip("0")
    return kept, int(exponent or "0") - len(fraction) + len(digits) - len(kept)
