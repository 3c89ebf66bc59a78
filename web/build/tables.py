"""Writes into the page's controls what Python's tables say of them, so that index.html does not say it again.

This is the range of every number field and slider, the fields of which there are as many as any data needs, the
entries of every list, and the size of the map.
"""

import html
from collections.abc import Iterable

from perceptron.aspects import MAP_SIDE, MOST_TOLERANCE, PAIR_STEPS, TOLERANCE_STEP
from perceptron.cells import MARKS, SEPARATORS
from perceptron.fields import Field
from perceptron.limits import MOST_INPUTS
from perceptron.preset_names import PRESET_NAMES
from perceptron.settings_table import SETTINGS
from web.build.markup import write
from web.page.lessons import LESSONS
from web.page.palette import GROUNDS
from web.page.rates import MOST_PLACES
from web.page.speeds import SPEEDS, in_words
from web.page.state import State
from web.page.topics import LOCK_NAMES, LOCKS, PLAYBACKS, TAB_NAMES, TABS
from web.page.update.choices import LISTS, OWN, choice_field
from web.page.update.form import NUMBER_FIELDS, PARAMETER_FIELDS, QUESTION_FIELDS
from web.page.update.hand import SLIDER_MOST, SLIDER_STEP
from web.page.update.landscape import RACERS
from web.page.update.sharing import STRIDES
from web.page.views import curve, data
from web.page.views.runs import MEASURED
from web.page.views.settings import ENTRIES, STARTS
from web.page.views.sweep import NAMES, STEPS


def with_tables(page: str, state: State) -> str:
    """The page with all that its controls allow, and with the state's choices where no view writes them at first."""
    page = write(page, "asked-numbers", "html", "".join(question_field(position) for position in range(MOST_INPUTS)))
    page = write(page, "complaints-of-questions", "html", "".join(complaint(name) for name in QUESTION_FIELDS))
    page = write(page, "parameters", "html", "".join(parameter_field(name) for name in PARAMETER_FIELDS))
    for name, field in NUMBER_FIELDS.items():
        page = with_attributes(page, name, number_field(field))
    for name in PARAMETER_FIELDS:
        page = with_attributes(page, f"{name}-slider", slider(-SLIDER_MOST, SLIDER_MOST, SLIDER_STEP))
    page = with_attributes(page, "yard-tolerance", slider(0, MOST_TOLERANCE, TOLERANCE_STEP))
    page = with_attributes(page, "live-rate", slider(0, MOST_PLACES, 1))
    page = with_attributes(page, "live-cell", slider(0, 1, 1))  # until it is known which cell it moves
    page = write(page, "yard-tolerance", "value", state.look.tolerance)
    for name, choices in choices_by_setting().items():
        if name not in ENTRIES:  # which a view writes
            page = write(page, choice_field(name), "html", entries(choices, choices[0][0]))
    for name, choices in choices_of_reading().items():
        page = write(page, name, "html", entries(choices, choices[0][0]))
    speeds = [(str(speed), curve.speed_in_words(speed)) for speed in PLAYBACKS]
    page = write(page, "playback", "html", entries(speeds, str(state.curve.playback)))
    paces = [(speed, in_words(speed)) for speed in SPEEDS]
    page = write(page, "training-speed", "html", entries(paces, state.pace.speed))
    page = write(page, "runs-measure", "html", entries(MEASURED.items(), state.runs.measured))
    strides = [(str(stride), f"{stride:,} epochs" if stride > 1 else "epoch") for stride in STRIDES]
    racers = [(str(count), f"{count} starts") for count in RACERS]
    page = write(page, "racers", "html", entries(racers, str(state.landscape.racers)))
    page = write(page, "sweep-number", "html", entries(NAMES.items(), state.sweep.swept))
    page = write(page, "sweep-steps", "html", entries(STEPS.items(), next(iter(STEPS))))
    page = write(page, "runs-stride", "html", entries(strides, str(state.sharing.stride)))
    for tab in TABS:
        page = write(page, f"tab-{tab}", "text", TAB_NAMES[tab])
    lessons = [(str(number), f"lesson {number + 1}: {lesson.title}") for number, lesson in enumerate(LESSONS)]
    page = write(page, "link-lesson", "html", entries([("-1", "no lesson"), *lessons], "-1"))
    page = write(page, "link-hides", "html", "".join(check(f"link-hide-{tab}", TAB_NAMES[tab]) for tab in TABS))
    locks = "".join(check(f"link-lock-{lock}", LOCK_NAMES[lock].removeprefix("the ").capitalize()) for lock in LOCKS)
    page = write(page, "link-locks", "html", locks)
    page = with_attributes(page, "pair-step", {"type": "range", "min": 0, "max": PAIR_STEPS})
    for name in GROUNDS:
        page = with_attributes(page, name, {"width": MAP_SIDE, "height": MAP_SIDE})
    return page


def question_field(position: int) -> str:
    """A field that is an input of the neuron; the views say what its column is called."""
    name = QUESTION_FIELDS[position]
    return f"""
<div class="field part" id="part-input-{position + 1}" data-stages="inputs products changes">
<label for="{name}" id="{name}-label"></label>
<input id="{name}" enterkeyhint="next" aria-describedby="{name}-complaint">
<button type="button" class="turn" id="{name}-sign">±</button>
</div>"""


def parameter_field(name: str) -> str:
    """A field and a slider for a weight or the bias."""
    label = NUMBER_FIELDS[name].label
    spoken = "the bias" if name == "bias" else label.lower()
    column = "" if name == "bias" else f'<p class="hint" id="{name}-column"></p>'
    described = f"{name}-complaint {name}-full" + ("" if name == "bias" else f" {name}-column")
    return f"""
<div class="field" id="{name}-place">
<div><label for="{name}">{label}</label>{column}</div>
<input id="{name}" aria-describedby="{described}">
<button type="button" class="turn" id="{name}-sign" aria-label="Change the sign of {spoken}">±</button>
<div><input id="{name}-slider" aria-label="{label}, slider"><p class="full" id="{name}-full"></p></div>
{complaint(name)}
</div>"""


def complaint(name: str) -> str:
    """Where it is said what is wrong with a field."""
    return f'<p class="complaint" id="{name}-complaint"></p>'


def check(name: str, label: str) -> str:
    """A switch that can be on or off."""
    return f'<label class="check"><input type="checkbox" id="{name}" autocomplete="off"> {label}</label>'


def choices_by_setting() -> dict[str, list[tuple[str, str]]]:
    """The entries of each list of settings; own data is added when there is some."""
    choices = {name: list(SETTINGS[name].choices.items()) for name in LISTS if SETTINGS[name].choices}
    return {"data": [*PRESET_NAMES.items(), (OWN, "your own")], "start": list(STARTS.items()), **choices}


def choices_of_reading() -> dict[str, list[tuple[str, str]]]:
    """The entries of the lists that say how own data is read."""
    unsaid = ("", data.AUTOMATIC)
    return {
        "own-separator": [unsaid, *[(name, name) for name in SEPARATORS]],
        "own-decimal": [unsaid, *[(name, name) for name in MARKS]],
        "own-header": [unsaid, ("yes", "yes"), ("no", "no")],
        "own-test": list(data.TESTS.items()),
    }


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
