"""Tells own data that is packed into one text, as it stands in an address, from other texts.

It runs in MicroPython, which does not unpack it; `perceptron.packed` does.
"""

PACKED_VERSION = "1"
DENSE_VERSION = "2"  # of data whose numbers have so many digits that JSON would be too long
# Characters; as many as Firefox takes in an address, but for 10,000 for the settings and a few for the site. 2 MB of
# numbers need up to 1,000,000.
MOST_PACKED = 1_030_000
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def is_packed(text: str) -> bool:
    """Whether a text looks like packed data: a version, and then letters of base64url."""
    return text[:1] in (PACKED_VERSION, DENSE_VERSION) and 1 < len(text) <= MOST_PACKED and not text.strip(LETTERS)
