"""The one place where a State follows from another: `update(state, message)`, which is pure."""

from perceptron.fields import FIELDS, as_number
from web import messages
from web.state import State

QUESTION_FIELDS = ("First number", "Second number")


def update(state: State, message: object) -> State:
    """The State after a message."""
    after: State = _UPDATES[type(message)](state, message)  # type: ignore[operator]
    return after


def _address_read(state: State, message: messages.AddressRead) -> State:
    return _with_settings(state, message.settings).but(notices=tuple(message.notices), complaints={})


def _setting_typed(state: State, message: messages.SettingTyped) -> State:
    try:
        value = FIELDS[message.name].canonical(message.text)
    except ValueError as error:
        kept = f"{error} It stays {state.settings[message.name]}."
        return _with_complaint(state, message.name, kept)
    settings = dict(state.settings)
    settings[message.name] = value
    return _with_settings(_with_complaint(state, message.name, ""), settings)


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


def _train_pressed(state: State, _: messages.TrainPressed) -> State:
    if state.training:
        # An early click is kept until Python is there; a second early click does not take it back.
        return state if state.trainer != "ready" else state.but(training=False, spoken=_standing("Paused", state))
    return state.but(training=True, goal=_goal(state), stretch=())


def _goal(state: State) -> int:
    """The goal that was set, or from there on as many epochs again."""
    return state.goal if state.epoch < state.goal else state.epoch + state.epochs


def _step_pressed(state: State, _: messages.StepPressed) -> State:
    return state.but(wish="step", training=False)


def _reset_pressed(state: State, _: messages.ResetPressed) -> State:
    return _at_the_start(state).but(wish="reset")


def _new_start_pressed(state: State, message: messages.NewStartPressed) -> State:
    settings = dict(state.settings)
    settings["seed"] = str(message.seed)
    return _with_settings(_with_complaint(state, "seed", ""), settings)


def _phase_reached(state: State, message: messages.PhaseReached) -> State:
    return state.but(phase=max(state.phase, message.phase), overdue=False)


def _trainer_ready(state: State, _: messages.TrainerReady) -> State:
    return state.but(trainer="ready", overdue=False, failure={}, spoken="Python is ready.")


def _trainer_failed(state: State, message: messages.TrainerFailed) -> State:
    failure = {"sentence": message.sentence, "details": message.details}
    if state.failure:  # the first fault is the cause, and what comes after it mostly its consequence
        failure = dict(state.failure)
        failure["details"] += f"\n\nAfter that:\n{message.details}"
    return _without_trainer(state).but(trainer="failed", failure=failure)


def _trainer_overdue(state: State, _: messages.TrainerOverdue) -> State:
    return state.but(overdue=True)


def _wait_pressed(state: State, _: messages.WaitPressed) -> State:
    return state.but(overdue=False)


def _restart_pressed(state: State, _: messages.RestartPressed) -> State:
    return _without_trainer(state).but(trainer="booting", failure={}, phase=0)


def _without_trainer(state: State) -> State:
    """Nothing is under way any more; a new trainer must first get to where this one was."""
    place = state.place or (state.epoch, state.row)
    if (state.opened and state.opened != state.wanted) or state.wish == "reset":
        place = ()
    return state.but(
        call=(), overdue=False, opened=(), asked=(), place=place if any(place) else (), wish="", stretch=()
    )


def _kept_offline(state: State, _: messages.KeptOffline) -> State:
    return state.but(kept_offline=True)


def _new_version_waiting(state: State, _: messages.NewVersionWaiting) -> State:
    return state.but(new_version=True)


def _call_sent(state: State, message: messages.CallSent) -> State:
    stretch = state.stretch
    if message.call[0] == "advance" and not stretch:
        stretch = (message.milliseconds, state.epoch)
    return state.but(call=message.call, stretch=stretch)


def _call_answered(state: State, message: messages.CallAnswered) -> State:
    name = state.call[0]
    opened = state.call[1:] if name == "open_run" else state.opened
    after = state.but(call=(), overdue=False, opened=opened, asked=state.call[1:] if name == "ask" else state.asked)
    if opened != state.wanted:
        return after  # the settings changed meanwhile, so this reply is about a run that is no longer wanted
    after = after.but(report=message.reply["report"], answer=message.reply["answer"], answered=after.asked)
    if name == state.wish or name == "step":
        after = after.but(wish="")
    if name == "step":
        after = after.but(record=message.reply.get("update", {}))
    elif name != "ask":
        after = after.but(record={})
    if after.place and (after.epoch, after.row) >= after.place:
        after = after.but(place=())
    return _after_training(state, after, message.milliseconds)


def _after_training(before: State, after: State, milliseconds: float) -> State:
    """Stop at the goal, measure the speed, and say what those who listen should hear."""
    if after.stretch and milliseconds > after.stretch[0]:
        after = after.but(epochs_a_second=1000 * (after.epoch - after.stretch[1]) / (milliseconds - after.stretch[0]))
    if after.report["stopped"]:
        return after.but(training=False, stretch=(), spoken=after.report["stopped"])
    if after.training and after.epoch >= after.goal:
        after = after.but(training=False)
    if not after.training and before.call[0] == "advance" and not after.place:
        words = "Training finished" if after.epoch >= after.goal else "Paused"
        return after.but(stretch=(), spoken=_standing(words, after))
    if before.call[0] == "step":
        return after.but(spoken=f"One update: {after.report['score']}.")
    if before.call[0] in ("reset", "open_run"):
        return after.but(spoken=f"At the start: {after.report['score']}.")
    return after


def _standing(words: str, state: State) -> str:
    return f"{words} at epoch {state.epoch:,}: {state.report['score']}."


def _with_settings(state: State, settings: dict) -> State:
    """Another seed or learning rate is another experiment, so it begins at its start; more epochs are not."""
    after = state.but(settings=settings, notices=())
    if after.wanted != state.wanted:
        after = _at_the_start(after).but(report={}, record={}, answer={}, answered=())
    if settings["epochs"] != state.settings["epochs"]:
        after = after.but(goal=max(after.epochs, after.epoch))
    return after


def _at_the_start(state: State) -> State:
    return state.but(training=False, wish="", goal=state.epochs, place=(), stretch=())


def _with_complaint(state: State, name: str, sentence: str) -> State:
    complaints = dict(state.complaints)
    complaints.pop(name, None)
    if sentence:
        complaints[name] = sentence
    return state.but(complaints=complaints)


_UPDATES = {
    messages.AddressRead: _address_read,
    messages.SettingTyped: _setting_typed,
    messages.QuestionTyped: _question_typed,
    messages.TrainPressed: _train_pressed,
    messages.StepPressed: _step_pressed,
    messages.ResetPressed: _reset_pressed,
    messages.NewStartPressed: _new_start_pressed,
    messages.PhaseReached: _phase_reached,
    messages.TrainerReady: _trainer_ready,
    messages.TrainerFailed: _trainer_failed,
    messages.TrainerOverdue: _trainer_overdue,
    messages.WaitPressed: _wait_pressed,
    messages.RestartPressed: _restart_pressed,
    messages.KeptOffline: _kept_offline,
    messages.NewVersionWaiting: _new_version_waiting,
    messages.CallSent: _call_sent,
    messages.CallAnswered: _call_answered,
}
