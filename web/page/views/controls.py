"""The controls: the three settings, the four buttons, and the line that says what Python is doing."""

from perceptron.fields import FIELDS, counted
from web.page.state import State

PHASES = ("fetching Python", "starting Python", "loading the neuron", "checking the neuron")


def view(state: State) -> list:
    """The writes for the controls."""
    writes = []
    for name in FIELDS:
        writes += number_writes(state, name, state.form.settings[name])
    writes += [
        ("train", "text", "Pause" if state.can_pause else "Train"),
        ("train-note", "text", _note(state)),
        ("notices", "text", " ".join(state.form.notices)),
        ("notices", "hidden", not state.form.notices),
    ]
    return writes


def number_writes(state: State, name: str, value: str) -> list:
    """The number in a field, or the refused text, with the message under it and the mark on it."""
    complaint = state.form.complaints.get(name, "")
    return [
        (name, "value", state.form.refused.get(name, value)),
        (name, "aria-valuenow", None if complaint else value or None),
        (f"{name}-complaint", "text", complaint),
        (name, "aria-invalid", "true" if complaint else None),
    ]


def _note(state: State) -> str:
    if state.trainer.status == "failed":
        return "Python is not running. See the message above."
    if state.trainer.status == "booting":
        kept = ""
        if state.wants.training:
            kept = " Train will run when Python is ready."
        elif state.wants.steps:
            kept = " Step will run when Python is ready."
        step = f"step {state.trainer.phase + 1} of {len(PHASES)}"
        return f"Python is starting, {step}: {PHASES[state.trainer.phase]}.{kept}"
    if state.trainer.overdue:
        return "Python does not answer. See the message above."
    if state.trainer.place:
        return f"Training again to epoch {state.trainer.place[0]:,}, where you were."
    if state.said.report and state.said.report["stopped"]:
        return str(state.said.report["stopped"])
    if state.run == "training":
        return "Training. Watch the numbers change."
    if state.run == "trained":
        return f"Trained: {state.said.report['score_now']}. Train again for {counted(state.epochs, 'more epoch')}."
    if state.run == "paused":
        return f"Paused. Press Train to continue to epoch {state.wants.goal:,}."
    return "Python is ready."
