"""The settings in the address bar: `#seed=7&epochs=500` brings an experiment back.

Only what differs from the defaults is written. Whatever cannot be used is named, so that nobody
wonders why a link does not do what it says.
"""

from perceptron.fields import DEFAULTS, FIELDS, as_number, canonical_start, shortened


def read_address(text: str) -> tuple:
    """Settings and notices from the part behind the #: a dict of every setting, and a list of sentences."""
    settings = dict(DEFAULTS)
    notices = []
    for part in text.lstrip("#").split("&"):
        name, _, value = part.partition("=")
        if not part:
            continue
        if name == "start":
            try:
                settings[name] = canonical_start(value)
            except ValueError as error:
                notices.append(f"In the address: {error} It is ignored.")
            continue
        if name not in FIELDS:
            notices.append(f"The address names “{shortened(name)}”, which is not a setting; it is ignored.")
            continue
        field = FIELDS[name]
        try:
            settings[name] = field.clamp(value)
        except ValueError as error:
            notices.append(f"In the address: {error} It is ignored.")
            continue
        if not field.least <= as_number(value) <= field.most:
            notices.append(
                f"In the address, {field.label} is {shortened(value)}; the nearest allowed is {settings[name]}."
            )
    return settings, notices


def write_address(settings: dict) -> str:
    """The part behind the #, empty when every setting is at its default."""
    return "&".join(f"{name}={settings[name]}" for name in DEFAULTS if settings[name] != DEFAULTS[name])
