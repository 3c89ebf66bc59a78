"""The controls: the three settings, the four buttons, and the line that says what Python is doing."""

from perceptron.fields import counted
from perceptron.settings_table import FIELDS
from web.page.guide import locks_held
from web.page.reply import ceiling_of, score_called
from web.page.state import State
from web.page.update.form import NUMBER_FIELDS
from web.page.views.code import stopped_in_words

WAITS = "changes to this when Python is ready."
PHASES = ("fetching Python", "starting Python", "loading the neuron", "checking the neuron")


def view(state: State) -> list:
    """The writes for the controls."""
    writes = []
    for name in list(FIELDS) + ["tolerance"]:
        writes += number_writes(state, name, state.form.settings[name])
    writes += [
        ("train", "text", "Pause" if state.can_pause else "Train"),
        ("train-note", "text", _note(state)),
        ("train-fault", "hidden", not state.fault_of_run),
        ("notices", "text", "\n".join(state.form.notices)),
        ("notices", "hidden", not state.form.notices),
    ]
    return writes


def number_writes(state: State, name: str, value: str) -> list:
    """The number in a field, or a text that is refused or waits, with the words about it."""
    complaint, waits = state.form.complaints.get(name, ""), name in state.form.waiting
    shown = state.form.waiting[name] if waits else state.form.refused.get(name, value)
    return [
        (name, "value", shown),
        (name, "aria-valuenow", None if complaint else shown or None),
        (f"{name}-complaint", "text", f"{NUMBER_FIELDS[name].label} {WAITS}" if waits else complaint),
        (f"{name}-complaint", "class", "note" if waits else "complaint"),
        (name, "aria-invalid", "true" if complaint else None),
    ]


def _kept(state: State) -> str:
    """What the person asked for while Python is not ready."""
    if state.wants.training:
        return " Train will run when Python is ready."
    return " Step will run when Python is ready." if state.wants.steps else ""


def _note(state: State) -> str:
    kept = _kept(state)
    if state.trainer.status == "failed":
        return f"Python is not running. See the message above.{kept}"
    if state.trainer.status == "booting":
        step = f"step {state.trainer.phase + 1} of {len(PHASES)}"
        return f"Python is starting, {step}: {PHASES[state.trainer.phase]}.{kept}"
    if state.trainer.overdue:
        return "Python does not answer. See the message above."
    if state.trainer.place:
        return f"Training again to epoch {state.trainer.place[0]:,}, where you were."
    if state.fault_of_run:
        return stopped_in_words(state)
    if state.said.report and state.said.report["stopped"]:
        return str(state.said.report["stopped"])
    if state.run == "training":
        return "Training. Watch the numbers change."
    if state.run == "trained":
        return _trained(state)
    if state.run == "paused":
        return f"Paused. Press Train to continue to epoch {state.wants.goal:,}."
    return "Python is ready. Press Train."


def _trained(state: State) -> str:
    """How it did, and what to do next: where no more rows can be right, training again does not help."""
    right, rows = state.said.report["right_now"], state.said.start["rows"]
    score = f"Trained: {score_called(right, state.said.start)}"
    is_locked = "settings" in locks_held(state)
    if right == rows:
        other = "" if is_locked else ", or choose other data"
        return f"{score}, the most there is. Ask the neuron something new{other}."
    ceiling = ceiling_of(state)
    if right != ceiling.get("most"):
        standstill = state.said.report["standstill"]
        if standstill:
            return f"{score}. {standstill} {'More epochs hardly help.' if is_locked else 'Try another setting.'}"
        return f"{score}. Train again for {counted(state.epochs, 'more epoch')}."
    if is_locked:
        return f"{score}, the most this neuron can get. Ask it something new."
    way_up = () if state.look.moment else ceiling.get("way_up")  # it can only be pressed now
    other = f"More: “{way_up[1]}”." if way_up else "Choose other data, or ask it something."
    return f"{score}, the most this neuron can get. {other}"
