"""What follows when a setting is chosen: another run, the way back to the one before, or a refusal."""

from perceptron.fields import PARAMETER
from perceptron.settings_table import DEFAULTS, OF_A_PROGRAM, RANDOM, SETTINGS, ZEROS
from web.page import messages
from web.page.attempts import NO_ATTEMPTS
from web.page.guide import tabs_shown
from web.page.reply import ceiling_of
from web.page.state import State
from web.page.update.form import (
    NUMBER_FIELDS,
    PARAMETER_FIELDS,
    with_complaint,
    with_other_data,
    with_settings,
    without_complaints,
)
from web.page.update.hand import parameters_in_full

BY_HAND = "hand"
OWN = "own"  # the entry of the list of data for a person's own
DATA_HIDDEN = "The link of this page hides the tab Data, where own data is given."
GIVE_IT = "The tab Data is open. Paste or type your data there, and press “Use this data”."
DECIDED = (
    "Your program decides activation, loss and bias. To choose them here again, use the page’s own Python. Yours stays "
    "in the tab Code."
)
LISTS = ("data", "activation", "loss", "order", "scaling", "start")  # and the bias is a switch


def choice_field(name: str) -> str:
    """The id of the control with which a setting is chosen."""
    return f"choose-{name}"


CHOICE_FIELDS = tuple([choice_field(name) for name in LISTS + ("bias",)])
CHOSEN = tuple([name for name in LISTS if name != "start"]) + ("bias",)


def start_choice(start: str) -> str:
    """Which entry of the list of starts a start is."""
    return (start or RANDOM) if start in ("", ZEROS) else BY_HAND


def _choice_made(state: State, message: messages.ChoiceMade) -> State:
    name = message.name
    state = without_complaints(state, CHOICE_FIELDS)
    if name == "data" and message.word == OWN:
        if "data" not in tabs_shown(state):
            return with_complaint(state, choice_field(name), DATA_HIDDEN, message.word)
        return state.but(tab="data", spoken=GIVE_IT)  # until it is given there, the old data stays
    settings = dict(state.form.settings)
    if settings["rule"] and name in OF_A_PROGRAM:
        return with_complaint(state, choice_field(name), DECIDED, message.word)
    if name == "start" and message.word == BY_HAND:
        settings[name] = ",".join([PARAMETER.clamp(number) for number in parameters_in_full(state)])
    else:
        try:
            settings[name] = SETTINGS[name].canonical(message.word)
        except ValueError as error:
            return with_complaint(state, choice_field(name), str(error), message.word)
    if settings == state.form.settings:
        return state
    return another_run(state, settings)


def _way_up_pressed(state: State, _: messages.WayUpPressed) -> State:
    way_up = ceiling_of(state).get("way_up")
    if not way_up:
        return state
    settings = dict(state.form.settings)
    for name, word in way_up[0]:
        settings[name] = word
    # What it promises is there after training.
    return another_run(without_complaints(state, CHOICE_FIELDS), settings).but(training=True)


def another_run(state: State, settings: dict) -> State:
    """A run with other settings, which has had one learning rate only."""
    before = state.form.settings
    settings["legs"] = ""
    settings["start"] = _fitting_start(before, settings)
    after = with_settings(without_complaints(state, PARAMETER_FIELDS), settings)
    if settings["data"] == before["data"]:
        return after
    return with_other_data(after).but(**NO_ATTEMPTS)


def _fitting_start(before: dict, settings: dict) -> str:
    """Weights set by hand stay, but for those of other data; a bias comes as 0, and goes."""
    start = str(settings["start"])
    if start_choice(start) != BY_HAND or start != before["start"]:
        return start
    if settings["data"] != before["data"]:
        return ""
    if settings["bias"] == before["bias"]:
        return start
    return f"{start},0" if settings["bias"] == "on" else ",".join(start.split(",")[:-1])


def _article_pressed(state: State, _: messages.ArticlePressed) -> State:
    settings = dict(DEFAULTS)
    earlier = state.code.draft or state.code.earlier
    state = without_complaints(state, CHOICE_FIELDS + tuple(SETTINGS))
    state = state.but(draft=(), draft_is_back=False, earlier=earlier, in_address="", fault={})
    return state if settings == state.form.settings else another_run(state, settings)


def _run_before_pressed(state: State, _: messages.RunBeforePressed) -> State:
    left = state.form.run_before
    if not left or (left["settings"] == state.form.settings and left["at"] == state.here):
        return state  # there is none, or it is back already
    return back_to(state, left)


def back_to(state: State, left: dict) -> State:
    """A run that was left is trained again to the moment where it was."""
    moment = left["at"]
    other_data = left["settings"]["data"] != state.form.settings["data"]
    after = with_settings(without_complaints(state, CHOICE_FIELDS + PARAMETER_FIELDS), dict(left["settings"]))
    after = after.but(place=moment if any(moment) else (), goal=max(after.epochs, moment[0]))
    if after.form.run_before == left:
        after = after.but(run_before={})  # what was there instead was not worth a way back
    return with_other_data(after) if other_data else after


def refused(state: State, reply: dict) -> State:
    """Python cannot use these settings together: those before hold again, and it is said where they were chosen."""
    request, name, sentence = reply["request"], reply["refused"]["setting"], reply["refused"]["sentence"]
    state = state.but(request={}, overdue=False)
    if request["run"] != state.wanted:
        return state  # they are others by now
    settings, accepted = state.form.settings, state.form.accepted
    if not accepted:
        notices = state.form.notices + (f"In the address: {sentence} It is ignored.",)
        repaired = dict(settings)
        repaired[name] = DEFAULTS[name]
        return with_settings(state, repaired).but(notices=notices)
    # A start and legs of before go by themselves, with the data or the activation that was chosen.
    chosen = [one for one in CHOSEN if settings[one] != accepted["settings"][one]]
    run_before = state.form.run_before
    after = back_to(state, accepted).but(run_before=run_before)
    given = chosen[0] if len(chosen) == 1 else name
    return with_complaint(after, given if given in NUMBER_FIELDS else choice_field(given), sentence, "")


UPDATES = {
    messages.ChoiceMade: _choice_made,
    messages.WayUpPressed: _way_up_pressed,
    messages.ArticlePressed: _article_pressed,
    messages.RunBeforePressed: _run_before_pressed,
}
