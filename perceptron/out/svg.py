"""The parts of a picture in SVG: its page with a heading, texts and lines. Every text is escaped.

A picture in a file has title, settings and legend in it. One that is shown among words needs none of these: it is bare,
and as wide as its place, so that its letters have the usual size there.
"""

from collections.abc import Sequence
from html import escape

WIDTH, HEIGHT = 800, 360
LEFT, RIGHT, TOP, LINE = 80, 24, 24, 20
LEAST_HEIGHT, STEEPNESS = 220, 0.75  # of what is between the axes of a bare picture: at least, and beside its width
LETTERS = 104  # that fit into a line of the settings
MOST_LINES = 4
# What XML cannot hold, not even escaped: control characters, halves of characters, and two that are none.
NO_XML = dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd")


class Page:
    """Where things stand: a heading, then the picture, then the legend; of a bare one, given by its width, no words."""

    def __init__(self, title: str, settings: str, curves: int, width: int = 0) -> None:
        self.title, self.settings = title, settings
        self.is_bare, self.width = bool(width), width or WIDTH
        self.left, self.right = LEFT, self.width - RIGHT
        if self.is_bare:
            self.lines: list[str] = []
            self.top = TOP
            self.bottom = self.top + max(LEAST_HEIGHT, min(HEIGHT, round(STEEPNESS * (self.right - self.left))))
            self.height = self.bottom + 2 * LINE + TOP // 2
        else:
            self.lines = _wrapped(settings)
            self.top = TOP + LINE * (2 + len(self.lines))
            self.bottom = self.top + HEIGHT
            self.height = self.bottom + 3 * LINE + LINE * curves + TOP

    def x(self, share: float) -> float:
        """How far from the left a place is, so far along the axis across."""
        return self.left + share * (self.right - self.left)

    def y(self, share: float) -> float:
        """How far from the top a place is, so far along the axis up."""
        return self.bottom - share * (self.bottom - self.top)

    def svg(self, body: Sequence[str]) -> str:
        """The whole file, with the heading and these parts below it."""
        heading = [] if self.is_bare else [text(LEFT, TOP + LINE, self.title, 'font-size="18" font-weight="bold"')]
        heading += [text(LEFT, TOP + LINE * (2 + place), words) for place, words in enumerate(self.lines)]
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}" '
                f'viewBox="0 0 {self.width} {self.height}" font-family="sans-serif" font-size="13" role="img">',
                f"<title>{escaped(self.title)}</title>",
                f"<desc>{escaped(self.settings)}</desc>",
                f'<rect width="{self.width}" height="{self.height}" fill="#ffffff"/>',
                *heading,
                *body,
                "</svg>",
                "",
            ]
        )


def line(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    """A straight line; `look` holds its attributes."""
    ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
    return f"<line {ends} {look}/>"


def text(x: float, y: float, content: str, look: str = "") -> str:
    """A text in one line; `look` holds its attributes."""
    return f'<text x="{number(x)}" y="{number(y)}"{look and " " + look}>{escaped(content)}</text>'


def number(value: float) -> str:
    """A place or a length, as finely as it can be seen."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def escaped(content: str) -> str:
    """A text as XML may hold it, also within the quotes of an attribute."""
    return escape(content.translate(NO_XML))


def _wrapped(content: str) -> list[str]:
    """A few lines of words; what has no room is left out, and said to be."""
    lines: list[str] = []
    for word in content.split():
        if lines and len(lines[-1]) + 1 + len(word) <= LETTERS:
            lines[-1] += f" {word}"
        else:
            lines.append(word[:LETTERS])
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1][:-1]}…"]
