"""Names files by what they hold, in letters that every system takes."""

from perceptron.words.run_names import own_name

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789."
MOST_LETTERS = 60


def file_name(what: str, texts: dict[str, str], ending: str) -> str:
    """As in “history-learning-rate-1-tanh.csv”, of a run; `texts` are all its settings, and `what` is a word."""
    return f"{_plain(f'{what} {own_name(texts)}')}.{ending}"


def file_name_of_runs(what: str, count: int, ending: str) -> str:
    """As in “runs-5.csv”, of several runs."""
    return f"{_plain(f'{what} {count}')}.{ending}"


def _plain(text: str) -> str:
    """Small letters, digits and points, with a hyphen for all between them."""
    parted = "".join([letter if letter in LETTERS else " " for letter in text.lower()])
    return "-".join(parted.split())[:MOST_LETTERS].strip("-.")
