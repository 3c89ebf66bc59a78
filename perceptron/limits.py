"""How much own data may be, with the sentences that say so."""

from perceptron.fields import counted, grouped, shortened

MOST_INPUTS = 10
MOST_ROWS = 10_000
MOST_BYTES = 2_000_000
MOST_WRITTEN = 4 * MOST_BYTES  # JSON that is made of data may write longer numbers than it was read from
MOST_IN_THE_BOX = 20_000  # characters; a longer text stays the browser's, and is not shown
MOST_OF_A_NAME = 100
MOST_OF_A_RUNS_NAME = 80  # that a person gives it
MOST_PROGRAM = 20_000  # characters of a changed program


def check_bytes(count: int, most: int = MOST_BYTES) -> None:
    """Raise ValueError for a file that is too large."""
    if count > most:
        raise ValueError(f"is larger than {most // 1_000_000} MB, the most that is read.")


def check_inputs(count: int) -> None:
    """Raise ValueError for more inputs than the neuron takes."""
    if count > MOST_INPUTS:
        raise ValueError(f"has {counted(count, 'input')}; the neuron takes {MOST_INPUTS} at most.")


def check_row_count(count: int, kind: str = "row") -> None:
    """Raise ValueError for too many rows."""
    if count > MOST_ROWS:
        raise ValueError(f"has more than {grouped(MOST_ROWS)} {kind}s, the most that are read.")


def check_name(name: str, kind: str) -> None:
    """Raise ValueError for a name of a column or a class that cannot be shown as it is."""
    if len(name) > MOST_OF_A_NAME:
        raise ValueError(f"“{kind}” holds “{shortened(name)}”; a name has {MOST_OF_A_NAME} characters at most.")
    if not name.strip() or shortened(name, MOST_OF_A_NAME) != name:
        why = "has characters that cannot be shown" if name.strip() else "is empty"
        raise ValueError(f"“{kind}” holds “{shortened(name)}”, a name that {why}.")


def check_program(text: str) -> None:
    """Raise ValueError for a changed program that is too long, or has halves of characters."""
    if len(text) > MOST_PROGRAM:
        raise ValueError(f"has {grouped(len(text))} characters; {grouped(MOST_PROGRAM)} are the most that are read.")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError("has characters that cannot be written.")
