"""What a teacher’s link hides and locks, with the words about it and the way out."""

from perceptron.fields import listed
from web.page.guide import is_way_back_locked, locks_held, tabs_shown
from web.page.state import State
from web.page.topics import LOCK_NAMES, TAB_NAMES, TABS

# What each lock switches off: controls, and groups of controls.
SWITCHED_OFF = {
    "settings": (
        "settings", "more-settings", "live-rate", "rate-back", "to-article", "new-start", "way-up", "allow",
        "own-fields", "data-known", "row-fields", "new-row",
    ),
    "weights": ("parameters", "seed-start", "hand-best", "lift"),
}  # fmt: skip
WAYS_BACK = ("run-before", "lift-back", "run-before-edit")


def view(state: State) -> list:
    """The writes for the line about it, for what is hidden and for what is switched off."""
    held, shown = locks_held(state), tabs_shown(state)
    words = _words(state, held, shown)
    writes: list = [
        ("guide", "hidden", not words),
        ("guide-text", "text", words),
        ("panels", "hidden", not shown),
        ("own-locked", "hidden", "settings" not in held),
        ("own-way", "hidden", "data" not in shown or "settings" in held),
    ]
    for lock, names in SWITCHED_OFF.items():
        writes += [(name, "disabled", lock in held) for name in names]
    writes += [(name, "disabled", is_way_back_locked(state)) for name in WAYS_BACK]
    return writes + [(f"tab-{tab}", "hidden", tab not in shown) for tab in TABS]


def guide_in_words(hidden_tabs: tuple, locks: tuple) -> str:
    """As in “hides Map and One update, and locks the settings”; empty where it does neither."""
    told = []
    if hidden_tabs:
        told.append(f"hides {listed([TAB_NAMES[tab] for tab in hidden_tabs])}")
    if locks:
        told.append(f"locks {listed([LOCK_NAMES[lock] for lock in locks])}")
    return ", and ".join(told)


def _words(state: State, held: tuple, shown: tuple) -> str:
    guide = state.guide
    if not guide.hidden_tabs and not guide.locks:
        return ""
    needed = [TAB_NAMES[tab] for tab in guide.hidden_tabs if tab in shown]
    needed += [LOCK_NAMES[lock] for lock in guide.locks if lock not in held]
    lesson = f" The open lesson needs {listed(needed)}, so this is here now." if needed else ""
    return (
        f"The link that you opened {guide_in_words(guide.hidden_tabs, guide.locks)}.{lesson} "
        "It only guides you: “Unlock” brings everything back."
    )
