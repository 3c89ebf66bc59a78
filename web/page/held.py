"""What the browser keeps for the page: the bytes of a file, or of a long text. Python here only passes them on.

MicroPython has no room for a text that is longer than all it holds so far, and takes long to copy one.
"""


class Held:
    """Bytes in an array of the browser's, and how many they are. No two are equal, whatever they hold."""

    def __init__(self, content: object, size: int) -> None:
        self.content = content
        self.size = size

    def __str__(self) -> str:
        return f"{self.size} bytes"


def is_blank(text: "str | Held") -> bool:
    """Whether there is nothing to read: a long text is taken to hold something."""
    return not isinstance(text, Held) and not text.strip()
