"""What follows when something is typed: the settings, the question, the start, and what the address bar says."""

from perceptron.aspects import FLOWS
from perceptron.fields import PARAMETER, QUESTION, TOLERANCE
from perceptron.limits import MOST_INPUTS
from perceptron.numerals import with_minus
from perceptron.preset_names import PRESET_NAMES
from perceptron.settings_table import FIELDS, SETTINGS
from web.page import messages
from web.page.asking import NOTHING_ASKED
from web.page.state import State, with_nothing_said
from web.page.update.rate import rate_typed

# As many as any data needs; see parameter_fields.
QUESTION_FIELDS = tuple([f"question-{position}" for position in range(MOST_INPUTS)])
WEIGHT_FIELDS = tuple([f"weight-{number}" for number in range(1, MOST_INPUTS + 1)])
PARAMETER_FIELDS = WEIGHT_FIELDS + ("bias",)
HELD = "held-"
SHEET_SEED = "sheet-seed"  # of the worksheet
# Every field of the page that holds a number, by the id of its element.
NUMBER_FIELDS = dict(FIELDS)
NUMBER_FIELDS["tolerance"] = TOLERANCE
NUMBER_FIELDS[SHEET_SEED] = FIELDS["seed"].named("Seed of the worksheet")
NUMBER_FIELDS["bias"] = PARAMETER.named("Bias")
NUMBER_FIELDS.update({name: PARAMETER.named(f"Weight {number}") for number, name in enumerate(WEIGHT_FIELDS, 1)})
NUMBER_FIELDS.update(dict.fromkeys(QUESTION_FIELDS, QUESTION))  # their labels are the columns' names


def parameter_fields(state: State) -> tuple:
    """The fields of the weights and the bias that the neuron has."""
    return WEIGHT_FIELDS[: len(state.input_names)] + (("bias",) if state.has_bias else ())


def held_field(position: int) -> str:
    """The id of the field for the value at which the map holds an input."""
    return HELD + str(position)


def _address_read(state: State, message: messages.AddressRead) -> State:
    after = with_settings(state, message.settings).but(notices=tuple(message.notices))
    if message.settings["data"] != state.form.settings["data"]:
        after = with_other_data(after)
    # All these fields now show what the address says, so no complaint about them is left.
    after = without_complaints(after, tuple(FIELDS) + PARAMETER_FIELDS)
    if after.by_hand != state.by_hand:
        after = after.but(borrowed=PARAMETER_FIELDS if after.by_hand else ())
    # Of an address that is refused, all that can be used is; so there is nothing to fall back to.
    return after if after.wanted == state.wanted else with_nothing_said(after).but(accepted={})


def _typing_begun(state: State, message: messages.TypingBegun) -> State:
    return without_complaint(state, message.name)


def _setting_typed(state: State, message: messages.SettingTyped) -> State:
    try:
        value = SETTINGS[message.name].canonical(message.text)
        if message.name == "learning_rate":
            way_on = _begun_anew if state.said.report.get("stopped") or state.live.live else rate_typed
            return way_on(without_complaint(state, message.name), value)
    except ValueError as error:
        kept = f"{error} It stays {state.form.settings[message.name] or 'empty'}."
        return with_complaint(state, message.name, kept, message.text)
    state = without_complaint(state, message.name)
    if value == state.form.settings[message.name]:
        return state  # typing the same seed again must not delete weights that were set by hand
    if message.name == "seed":
        return from_start(without_complaints(state, PARAMETER_FIELDS), value, "")
    settings = dict(state.form.settings)
    settings[message.name] = value
    if message.name == "tolerance":  # which changes no weight
        return state.but(settings=settings, notices=())
    return with_settings(state, settings)


def _begun_anew(state: State, rate: str) -> State:
    """From numbers that grew too large there is no way on, so another rate begins at the start. Live, any rate does."""
    settings = dict(state.form.settings)
    settings["learning_rate"], settings["legs"] = rate, ""
    return at_its_start(state.but(settings=settings, notices=()))


def _question_typed(state: State, message: messages.QuestionTyped) -> State:
    """What flows in, with one number changed, is a question."""
    name = QUESTION_FIELDS[message.position]
    question = list(state.flowing)
    if message.position >= len(question):
        return state  # these are other data by now, or Python has not yet said what is asked of them
    try:
        question[message.position] = QUESTION.named(state.input_names[message.position]).canonical(message.text)
    except ValueError as error:
        kept = f"{error} The answer is still for {with_minus(question[message.position])}."
        return with_complaint(state, name, kept, message.text)
    return without_complaint(state, name).but(question=tuple(question), flow=FLOWS[0])


def _new_start_pressed(state: State, message: messages.NewStartPressed) -> State:
    return from_start(without_complaints(state, ("seed",) + PARAMETER_FIELDS), str(message.seed), "")


def from_start(state: State, seed: str, start: str) -> State:
    """Another start begins with the learning rate that is shown, and has had no other."""
    settings = dict(state.form.settings)
    if (seed, start) != (settings["seed"], settings["start"]):
        settings["seed"], settings["start"], settings["legs"] = seed, start, ""
    return with_settings(state, settings)


def with_settings(state: State, settings: dict) -> State:
    """Another run begins at its start; more epochs do not make another."""
    after = state.but(settings=settings, notices=())
    if settings["epochs"] != state.form.settings["epochs"]:
        done = 0 if after.outdated else after.epoch
        goal = max(after.epochs, done)
        # Fewer epochs than are done leave nothing to train.
        after = after.but(goal=goal, training=after.wants.training and done < goal)
    if settings["data"] != state.form.settings["data"]:
        after = without_held_complaints(after).but(across=0, up=1, held=())
    if after.wanted != state.wanted:
        after = at_its_start(after).but(milestones=(), borrowed=after.hand.borrowed if after.by_hand else ())
        after = with_run_before(state, after)
        if not after.by_hand:
            # The numbers of another start would be wrong; those set by hand only change where they were set.
            after = with_nothing_said(after)
    return after


def with_run_before(before: State, after: State) -> State:
    """The State with the way back to the run that is left, if Python has accepted it."""
    if not before.trainer.opened:
        return after
    left = {"settings": before.form.settings, "at": before.here}
    # Own data that is left for a preset is dear, also before it was trained with.
    is_own = before.form.settings["data"] not in PRESET_NAMES and after.form.settings["data"] in PRESET_NAMES
    is_dear = any(before.here) or is_own
    return after.but(accepted=left, run_before=left if is_dear else before.form.run_before)


def at_its_start(state: State) -> State:
    """The run is to be opened at its start: before the first epoch, and nothing going on but a Train that is kept.

    Python's run may be wanted again later, but then it is no longer at its start.
    """
    kept = state.wants.training and state.trainer.status == "booting"
    after = state.but(
        training=kept, whole=False, steps=0, back_to=(), goal=state.epochs, place=(),
        stretch=(), epochs_a_second=0.0, moment=(), playing=False, stage=0, **NOTHING_ASKED,
        opened={},
    )  # fmt: skip
    # Without Python it may take long until the numbers are those of the start.
    return with_nothing_said(after) if after.outdated and after.trainer.status != "ready" else after


def with_flow(state: State, flow: str) -> State:
    """Something else flows in, so the fields show its numbers instead of a text that was refused there."""
    return without_complaints(state, QUESTION_FIELDS).but(flow=flow)


def with_other_data(state: State) -> State:
    """Nothing that was chosen or asked of the data before is there any longer."""
    return with_flow(state, FLOWS[0]).but(test_row=0, page=0, question=())


def with_complaint(state: State, name: str, sentence: str, text: str) -> State:
    """A refused text stays in its field as long as the complaint about it."""
    complaints, refused = dict(state.form.complaints), dict(state.form.refused)
    complaints[name], refused[name] = sentence, text
    return state.but(complaints=complaints, refused=refused)


def without_complaint(state: State, name: str) -> State:
    """Nothing is wrong with this field any longer. Every reply asks for it: a State is copied only if it changes."""
    form = state.form
    if name not in form.complaints and name not in form.waiting:
        return state
    return state.but(
        complaints=_without(form.complaints, name),
        refused=_without(form.refused, name),
        waiting=_without(form.waiting, name),
    )


def _without(texts: dict, name: str) -> dict:
    return {key: text for key, text in texts.items() if key != name}


def without_complaints(state: State, names: tuple) -> State:
    """Nothing is wrong with any of these fields any longer."""
    for name in names:
        state = without_complaint(state, name)
    return state


def without_held_complaints(state: State) -> State:
    """Nothing is wrong with any value at which the map holds an input: its inputs are others now."""
    return without_complaints(state, tuple([name for name in state.form.complaints if name.startswith(HELD)]))


def without_outdated_complaints(before: State, after: State) -> State:
    """A setting that has changed is shown in its field, instead of the text that was refused there."""
    old, new = before.form.settings, after.form.settings
    changed = [name for name in SETTINGS if new[name] != old[name]] if new is not old else []
    return without_complaints(after, tuple(changed))


UPDATES = {
    messages.AddressRead: _address_read,
    messages.TypingBegun: _typing_begun,
    messages.SettingTyped: _setting_typed,
    messages.QuestionTyped: _question_typed,
    messages.NewStartPressed: _new_start_pressed,
}
