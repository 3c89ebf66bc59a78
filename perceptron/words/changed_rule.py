"""What cannot be said of a neuron that a changed program trains, and what is said instead."""

from collections.abc import Mapping
from types import MappingProxyType

TRAINED_BY_IT = "A changed program trains this neuron, see the tab Code."

# By the part of the page that would say something of the page’s own program.
UNSAID: Mapping[str, str] = MappingProxyType(
    {
        "ceiling": "The most rows that can be right is not known for a changed program.",
        "worksheet": "There is no worksheet about a changed program.",
        "update": "The page writes no formulas for a changed program. These are the numbers that it gave.",
        "no numbers": "Your program gives no such number. The page looks for names as in its own program.",
        "sum": "…",
    }
)
