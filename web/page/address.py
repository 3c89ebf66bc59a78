"""The settings in the address bar: `#seed=7&epochs=500` brings an experiment back.

Only settings that differ from the defaults are written. The page names every part it cannot use, so that
a person knows why a link does not do what it says.
"""

from perceptron.fields import counted, shortened
from perceptron.settings_table import DEFAULTS, SETTINGS

MOST_NOTICES = 5
HEXADECIMAL = "0123456789abcdefABCDEF"


def read_address(text: str) -> tuple:
    """Settings and notices from the part behind the #: a dict of every setting, and a list of sentences."""
    settings = dict(DEFAULTS)
    notices = []
    seen: list = []
    for part in text.lstrip("#").split("&"):
        if not part:
            continue
        name, _, value = [_decoded(piece) for piece in part.partition("=")]
        if name not in DEFAULTS:
            notices.append(f"The address has “{shortened(name)}”, which is not a setting. It is ignored.")
            continue
        if seen.count(name) == 1:
            notices.append(f"The address sets {SETTINGS[name].label} more than once. The last usable value counts.")
        if seen.count(name) < 2:
            seen.append(name)
        notices += _take(settings, name, value)
    left_out = len(notices) - MOST_NOTICES
    if left_out > 0:
        notices = notices[:MOST_NOTICES] + [f"And {counted(left_out, 'more part')} of the address could not be used."]
    return settings, notices


def write_address(settings: dict) -> str:
    """The part behind the #, empty when every setting is at its default."""
    return "&".join(f"{name}={settings[name]}" for name in DEFAULTS if settings[name] != DEFAULTS[name])


def _take(settings: dict, name: str, value: str) -> list:
    """Put a value, or the nearest that is allowed, into the settings; returns what must be said about it."""
    setting = SETTINGS[name]
    try:
        settings[name] = setting.canonical(value)
        return []
    except ValueError as error:
        ignored = [f"In the address: {error} It is ignored."]
    if not setting.clamp:
        return ignored
    try:
        settings[name] = setting.clamp(value)
    except ValueError:
        return ignored
    return [f"The address sets {setting.label} to {shortened(value)}. The nearest allowed value is {settings[name]}."]


def _decoded(text: str) -> str:
    """The text without percent-encoding, or as it is when that is malformed."""
    first, *rest = text.split("%")
    decoded = bytearray(first.encode())
    for piece in rest:
        if len(piece) < 2 or piece[0] not in HEXADECIMAL or piece[1] not in HEXADECIMAL:
            return text
        decoded.append(int(piece[:2], 16))
        decoded.extend(piece[2:].encode())
    try:
        return bytes(decoded).decode()
    except UnicodeError:
        return text
