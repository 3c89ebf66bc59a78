"""Writes into the page's controls what Python's tables say of them, so that index.html does not say it again.

This is the range of every number field and slider, the entries of every list, and the size of the map.
"""

import html
from collections.abc import Iterable

from perceptron.aspects import MAP_SIDE, MOST_TOLERANCE, TOLERANCE_STEP
from perceptron.fields import Field
from perceptron.preset_names import PRESET_NAMES
from perceptron.settings_table import SETTINGS
from web.build.markup import write
from web.page.state import State
from web.page.topics import PLAYBACKS
from web.page.update.choices import LISTS, choice_field
from web.page.update.form import NUMBER_FIELDS, PARAMETER_FIELDS
from web.page.update.hand import SLIDER_MOST, SLIDER_STEP
from web.page.views import curve
from web.page.views.settings import OWN, STARTS


def with_tables(page: str, state: State) -> str:
    """The page with all that its controls allow, and with the state's choices where no view writes them at first."""
    for name, field in NUMBER_FIELDS.items():
        page = with_attributes(page, name, number_field(field))
    for name in PARAMETER_FIELDS:
        page = with_attributes(page, f"{name}-slider", slider(-SLIDER_MOST, SLIDER_MOST, SLIDER_STEP))
    page = with_attributes(page, "yard-tolerance", slider(0, MOST_TOLERANCE, TOLERANCE_STEP))
    page = write(page, "yard-tolerance", "value", state.look.tolerance)
    for name, choices in choices_by_setting().items():
        page = write(page, choice_field(name), "html", entries(choices, choices[0][0]))
    speeds = [(str(speed), curve.speed_in_words(speed)) for speed in PLAYBACKS]
    page = write(page, "playback", "html", entries(speeds, str(state.curve.playback)))
    return with_attributes(page, "map-canvas", {"width": MAP_SIDE, "height": MAP_SIDE})


def choices_by_setting() -> dict[str, list[tuple[str, str]]]:
    """The entries of each list of settings; own data is added when there is some."""
    choices = {name: list(SETTINGS[name].choices.items()) for name in LISTS if SETTINGS[name].choices}
    return {"data": [*PRESET_NAMES.items(), (OWN, "your own")], "start": list(STARTS.items()), **choices}


def with_attributes(page: str, name: str, attributes: dict[str, object]) -> str:
    """The page with these attributes of the element with this id; those of None it does not get."""
    for attribute, value in attributes.items():
        page = write(page, name, attribute, value)
    return page


def number_field(field: Field) -> dict[str, object]:
    """A field for a number is one for text, in which no digit is lost; see web/browser/number_fields.py."""
    return {
        "type": "text",
        "role": "spinbutton",
        "inputmode": "numeric" if field.whole else "decimal",
        "autocomplete": "off",
        "aria-valuemin": field.least,
        "aria-valuemax": field.most,
    }


def slider(least: float, most: float, step: float) -> dict[str, object]:
    """A browser must not fill in where it was left: the page says where it stands."""
    return {"type": "range", "min": least, "max": most, "step": step, "autocomplete": "off"}


def entries(choices: Iterable[tuple[str, str]], chosen: str) -> str:
    """The entries of a list, each a value and its words."""
    lines = [
        f'<option value="{html.escape(value)}"{" selected" if value == chosen else ""}>{html.escape(words)}</option>'
        for value, words in choices
    ]
    return "\n" + "\n".join(lines) + "\n"
