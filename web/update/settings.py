"""What follows when something is typed: the settings, the question, the start, and what the address bar says."""

from perceptron.fields import FIELDS, PARAMETER, PARAMETER_LABELS, as_number
from web import messages
from web.state import State

QUESTION_FIELDS = ("First number", "Second number")
PARAMETER_FIELDS = ("weight-1", "weight-2", "bias")


def _address_read(state: State, message: messages.AddressRead) -> State:
    after = with_settings(state, message.settings).but(notices=tuple(message.notices), complaints={})
    return after if after.wanted == state.wanted else _unknown(after)


def _setting_typed(state: State, message: messages.SettingTyped) -> State:
    try:
        value = FIELDS[message.name].canonical(message.text)
    except ValueError as error:
        kept = f"{error} It stays {state.settings[message.name]}."
        return _with_complaint(state, message.name, kept)
    settings = dict(state.settings)
    settings[message.name] = value
    if message.name == "seed":
        settings["start"] = ""
    return with_settings(_with_complaint(state, message.name, ""), settings)


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
    return _with_complaint(state, name, "").but(question=tuple(question))


def _new_start_pressed(state: State, message: messages.NewStartPressed) -> State:
    settings = dict(state.settings)
    settings["seed"] = str(message.seed)
    settings["start"] = ""
    return with_settings(_with_complaint(state, "seed", ""), settings)


def _parameter_typed(state: State, message: messages.ParameterTyped) -> State:
    """The others stay as they are shown, and all three together are a new start."""
    name = PARAMETER_FIELDS[message.position]
    if not state.report:
        return state
    numbers = state.report["weights_in_full"] + [state.report["bias_in_full"]]
    if state.by_hand and state.opened != state.wanted:
        numbers = list(state.by_hand)  # Python has not heard of the last change yet
    numbers = [PARAMETER.clamp(number) for number in numbers]  # training may have gone beyond what may be set
    try:
        numbers[message.position] = PARAMETER.named(PARAMETER_LABELS[message.position]).canonical(message.text)
    except ValueError as error:
        return _with_complaint(state, name, f"{error} It stays as it was.")
    return _from_start(_with_complaint(state, name, ""), ",".join(numbers))


def _seed_start_pressed(state: State, _: messages.SeedStartPressed) -> State:
    return _from_start(state, "")


def _from_start(state: State, start: str) -> State:
    settings = dict(state.settings)
    settings["start"] = start
    return with_settings(state, settings)


def with_settings(state: State, settings: dict) -> State:
    """Another seed, learning rate or start is another experiment, so it begins at its start; more epochs are not."""
    after = state.but(settings=settings, notices=())
    if settings["epochs"] != state.settings["epochs"]:
        after = after.but(goal=max(after.epochs, 0 if after.outdated else after.epoch))
    if after.wanted != state.wanted:
        # Also what Python has in hand, should it come to be wanted again, is no longer at its start.
        after = at_the_start(after).but(opened=(), milestones=(), looked_back=())
        if not after.by_hand:
            # The numbers of another start would be wrong; those set by hand only change where they were set.
            after = _unknown(after)
    return after


def _unknown(state: State) -> State:
    """Nothing that Python said is shown any longer."""
    return state.but(report={}, start={}, panel={}, answer={}, answered=(), summary="")


def at_the_start(state: State) -> State:
    """Before the first epoch, and nothing going on."""
    return state.but(
        training=False, steps=0, back_to=-1, goal=state.epochs, place=(), stretch=(), moment=(), playing=False,
        stage=0, answered_stages=(), guess=(), mark={},
    )  # fmt: skip


def _with_complaint(state: State, name: str, sentence: str) -> State:
    complaints = dict(state.complaints)
    complaints.pop(name, None)
    if sentence:
        complaints[name] = sentence
    return state.but(complaints=complaints)


UPDATES = {
    messages.AddressRead: _address_read,
    messages.SettingTyped: _setting_typed,
    messages.QuestionTyped: _question_typed,
    messages.NewStartPressed: _new_start_pressed,
    messages.ParameterTyped: _parameter_typed,
    messages.SeedStartPressed: _seed_start_pressed,
}
