"""Changes of one setting that remove a problem."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from perceptron.settings import Settings

# A setting and its new value, as in ("activation", "linear").
Remedy = tuple[str, str]


def remedies_that_help(
    settings: Settings, tried: Iterable[Remedy], helps: Callable[[Settings], bool]
) -> tuple[Remedy, ...]:
    """Those of the tried ones that are a change, that the other settings allow, and that help."""
    return tuple(remedy for remedy in tried if _is_allowed_and_helps(settings, remedy, helps))


def _is_allowed_and_helps(settings: Settings, remedy: Remedy, helps: Callable[[Settings], bool]) -> bool:
    name, value = remedy
    if getattr(settings, name) == value:
        return False
    try:
        changed = replace(settings, **{name: value})  # type: ignore[arg-type]  # Remedies are for settings with words.
    except ValueError:
        return False
    return helps(changed)
