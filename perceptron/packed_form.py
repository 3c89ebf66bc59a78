"""Tells own data that is packed into one text, as it stands in an address, from other texts.

It runs in MicroPython, which does not unpack it; `perceptron.packed` does.
"""

PACKED_VERSION = "1"
# Characters; about as many as 10,000 rows with ten inputs of ten digits need. MicroPython has no room for many more.
MOST_PACKED = 900_000
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def is_packed(text: str) -> bool:
    """Whether a text looks like packed data: the version, and then letters of base64url."""
    return text[:1] == PACKED_VERSION and 1 < len(text) <= MOST_PACKED and not text.strip(LETTERS)
