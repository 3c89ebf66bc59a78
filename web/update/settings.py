"""What follows when something is typed: the settings, the question, the start, and what the address bar says."""

from perceptron.fields import FIELDS, PARAMETER, PARAMETER_LABELS, as_number
from web import messages
from web.state import State, unknown
from web.update.rate import rate_typed

QUESTION_FIELDS = ("First number", "Second number")
PARAMETER_FIELDS = ("weight-1", "weight-2", "bias")


def _address_read(state: State, message: messages.AddressRead) -> State:
    after = with_settings(state, message.settings).but(notices=tuple(message.notices))
    for name in FIELDS:  # what stands in a field and was complained of is written over where its value changes
        if after.settings[name] != state.settings[name]:
            after = without_complaint(after, name)
    return after if after.wanted == state.wanted else unknown(after)


def _setting_typed(state: State, message: messages.SettingTyped) -> State:
    try:
        value = FIELDS[message.name].canonical(message.text)
        if message.name == "learning_rate":
            return rate_typed(without_complaint(state, message.name), value)
    except ValueError as error:
        kept = f"{error} It stays {state.settings[message.name]}."
        return _with_complaint(state, message.name, kept)
    state = without_complaint(state, message.name)
    if message.name == "seed":
        return _from_start(state, value, "")
    settings = dict(state.settings)
    settings[message.name] = value
    return with_settings(state, settings)


def _question_typed(state: State, message: messages.QuestionTyped) -> State:
    name = f"question-{message.position}"
    try:
        value = as_number(message.text)
        if value - value != 0.0:
            raise ValueError("infinite")
    except ValueError:
        label = QUESTION_FIELDS[message.position]
        kept = f"{label} must be a number. The answer is still for {state.question[message.position]}."
        return _with_complaint(state, name, kept)
    question = list(state.question)
    question[message.position] = message.text.strip().replace(",", ".")
    return without_complaint(state, name).but(question=tuple(question))


def _new_start_pressed(state: State, message: messages.NewStartPressed) -> State:
    return _from_start(without_complaint(state, "seed"), str(message.seed), "")


def _parameter_typed(state: State, message: messages.ParameterTyped) -> State:
    """The others stay as they are shown, and all three together are a new start."""
    name = PARAMETER_FIELDS[message.position]
    if state.by_hand and state.opened != state.wanted and not state.goes_on:
        numbers = list(state.by_hand)  # Python has not heard of the last change yet
    elif state.report:
        numbers = state.report["weights_in_full"] + [state.report["bias_in_full"]]
    else:
        return state
    numbers = [PARAMETER.clamp(number) for number in numbers]  # training may have gone beyond what may be set
    try:
        numbers[message.position] = PARAMETER.named(PARAMETER_LABELS[message.position]).canonical(message.text)
    except ValueError as error:
        return _with_complaint(state, name, f"{error} It stays as it was.")
    helped = state.helped or state.epoch > 0 or state.row > 0
    return _from_start(without_complaint(state, name).but(helped=helped), state.settings["seed"], ",".join(numbers))


def _seed_start_pressed(state: State, _: messages.SeedStartPressed) -> State:
    return _from_start(state, state.settings["seed"], "")


def _from_start(state: State, seed: str, start: str) -> State:
    """Another start begins with the learning rate that is shown, and has had no other."""
    settings = dict(state.settings)
    if (seed, start) != (settings["seed"], settings["start"]):
        settings["seed"], settings["start"], settings["legs"] = seed, start, ""
    return with_settings(state, settings)


def with_settings(state: State, settings: dict) -> State:
    """Another run begins at its start; more epochs do not make another."""
    after = state.but(settings=settings, notices=())
    if settings["epochs"] != state.settings["epochs"]:
        after = after.but(goal=max(after.epochs, 0 if after.outdated else after.epoch))
    if after.wanted != state.wanted:
        after = anew(after).but(milestones=(), looked_back=(), helped=after.helped and bool(after.by_hand))
        if not after.by_hand:
            # The numbers of another start would be wrong; those set by hand only change where they were set.
            after = unknown(after)
    return after


def anew(state: State) -> State:
    """The run is to be opened at its start: before the first epoch, and nothing going on but a Train that is kept.

    Also what Python has in hand, should it come to be wanted again, is no longer at its start.
    """
    after = state.but(
        training=state.training and state.trainer == "booting", steps=0, back_to=(), goal=state.epochs, place=(),
        stretch=(), epochs_a_second=0.0, moment=(), playing=False, stage=0, answered_stages=(), guess=(), mark={},
        opened=(),
    )  # fmt: skip
    # Without Python it may take long until the numbers are those of the start.
    return unknown(after) if after.outdated and after.trainer != "ready" else after


def _with_complaint(state: State, name: str, sentence: str) -> State:
    complaints = dict(state.complaints)
    complaints[name] = sentence
    return state.but(complaints=complaints)


def without_complaint(state: State, name: str) -> State:
    """Nothing is wrong with this field any longer. Every reply asks for it: a State is copied only if it changes."""
    if name not in state.complaints:
        return state
    complaints = dict(state.complaints)
    del complaints[name]
    return state.but(complaints=complaints)


UPDATES = {
    messages.AddressRead: _address_read,
    messages.SettingTyped: _setting_typed,
    messages.QuestionTyped: _question_typed,
    messages.NewStartPressed: _new_start_pressed,
    messages.ParameterTyped: _parameter_typed,
    messages.SeedStartPressed: _seed_start_pressed,
}
