"""The link to this experiment: what became of copying it, beside the button that was pressed."""

from perceptron.fields import grouped
from web.page.state import State
from web.page.topics import LINK_PLACES

MOST_SAFE = 2_000  # characters of an address
LONG = (
    "It has {} characters, and mail and chat programs may cut what is longer than {}. "
    "A file is safer: “Save this experiment” in the tab “Data”."
)
LONG_RUNS = (
    "The link has {} characters, and mail and chat programs may cut what is longer than {}. A file is safer: "
    "“All runs, JSON”."
)
SELECTED = "This browser does not let the page copy. The link is selected, so you can copy it yourself."


def view(state: State) -> list:
    """The writes for both places. What was said of a link holds until the settings are others."""
    link = state.visit.link
    if link and link["settings"] != state.form.settings:
        link = {}
    writes: list = []
    for place in LINK_PLACES:
        is_here = bool(link) and link["place"] == place
        by_hand = is_here and not link["copied"]
        writes += [
            (f"link-{place}-said", "text", _said(link) if is_here else ""),
            (f"link-{place}-field", "hidden", not by_hand),
            (f"link-{place}-text", "value", link["text"] if by_hand else ""),
        ]
    return writes


def _said(link: dict) -> str:
    said = "Link copied." if link["copied"] else SELECTED
    return f"{said} {length_in_words(link['text'], LONG)}".strip()


def length_in_words(link: str, words: str = LONG_RUNS) -> str:
    """What a long link may meet; empty for a short one."""
    return words.format(grouped(len(link)), grouped(MOST_SAFE)) if len(link) > MOST_SAFE else ""
