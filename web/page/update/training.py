"""What follows when the neuron is to be trained, and when Python answers."""

from perceptron.legs import read_legs
from web.page import messages
from web.page.asking import NOTHING_ASKED
from web.page.attempts import with_attempt_counted, with_training_counted
from web.page.reply import with_told
from web.page.request import deed
from web.page.runs_request import DEED as RUNS
from web.page.state import State
from web.page.update import code, data, live, runs_told
from web.page.update.choices import refused
from web.page.update.form import (
    PARAMETER_FIELDS,
    at_its_start,
    parameter_fields,
    without_complaint,
    without_complaints,
)
from web.page.update.hand import drawn_parameters, in_short, with_waiting_parameters
from web.page.update.rate import gone_back, rate_sentence, settings_from
from web.page.update.stepper import marked


def _train_pressed(state: State, _: messages.TrainPressed) -> State:
    if state.can_pause:
        paused = state.but(training=False, spoken=_standing("Paused", state))
        return _stayed(paused) if state.catches_up else paused
    if state.wants.training:
        return state  # an early click is kept until Python is there; a second early click does not take it back
    if state.fault_of_run:
        state = state.but(spoken="")  # the same fault is to be told aloud again
    return state.but(training=True, goal=_goal(state), stretch=(), owed=0.0, moment=(), playing=False, stopped_while="")


def _stayed(state: State) -> State:
    """A run that is catching up stops where it is. Everything after that moment is gone."""
    moment = state.look.moment if state.look.moment < (state.epoch, state.row) else ()
    return state.but(place=(), steps=0, back_to=(), moment=moment, **NOTHING_ASKED)


def _goal(state: State) -> int:
    """The goal that was set, or as many epochs again after it is reached."""
    return state.wants.goal if state.outdated or state.epoch < state.wants.goal else state.epoch + state.epochs


def _step_pressed(state: State, _: messages.StepPressed) -> State:
    return state.but(steps=state.wants.steps + 1, training=False, moment=(), playing=False)


def _reset_pressed(state: State, _: messages.ResetPressed) -> State:
    """The same start again, with the learning rate that is shown."""
    settings = dict(state.form.settings)
    settings["legs"] = ""
    return at_its_start(without_complaints(state.but(settings=settings), ("learning_rate",) + PARAMETER_FIELDS))


def _rewind_pressed(state: State, _: messages.RewindPressed) -> State:
    """From there on the neuron learns at the learning rate that is shown."""
    if not state.look.moment:
        return state
    moment = (state.look.moment[0], 0)
    if state.wants.back_to and state.wants.back_to < moment:
        return state  # the run is about to end before it
    return gone_back(state, settings_from(state, moment, state.form.settings["learning_rate"]), moment)


def _request_sent(state: State, message: messages.RequestSent) -> State:
    name = deed(state, message.request)
    stretch = state.pace.stretch
    if name == "advance" and not stretch:
        stretch = (message.milliseconds, state.epoch)
    on_its_way = 1 if name == "step" and not state.trainer.place else 0
    owed = state.pace.owed
    if name == "advance" and state.is_paced:
        owed -= message.request["do"][1]
    return state.but(request=message.request, stretch=stretch, owed=owed, steps=state.wants.steps - on_its_way)


def _request_answered(state: State, message: messages.RequestAnswered) -> State:
    reply = message.reply
    error = {} if _is_another(reply["request"], state.trainer.error.get("request")) else state.trainer.error
    if "refused" in reply:
        return refused(state.but(error=error), reply)
    if "broken" in reply:
        failed = _request_failed(state, messages.RequestFailed(reply["broken"]["sentence"]))
        return code.with_fault(failed, reply["broken"])
    name = deed(state, reply["request"])
    after = state.but(request={}, error=error, overdue=False, opened=_opened(state, reply))
    if name in data.ANSWERED:
        return data.ANSWERED[name](after, reply)
    if name == code.DEED:
        return code.answered(after, reply)
    if name == "live":
        seen = live.answered(after, reply)
        is_over = after.live.whole and not seen.live.whole
        return code.with_run_stopped(seen, reply["fault"]) if "fault" in reply and is_over else seen
    if name == RUNS:
        return runs_told.answered(after, reply)
    if after.trainer.opened != after.wanted:
        # The settings changed meanwhile, so this reply is about a run that is no longer wanted. Where only the
        # learning rate did, a step is made again.
        return after.but(steps=after.wants.steps + 1) if _is_to_be_made_again(after, name) else after
    after = data.with_rows_told(with_told(after, reply).but(old=_old(state, name)), reply)
    for field, old, new in zip(parameter_fields(after), in_short(state), in_short(after)):
        if old and old != new:  # the new value replaces the refused text
            after = without_complaint(after, field)
    after = _said(name, _ANSWERED.get(name, _nothing_more)(after, reply), message.milliseconds)
    after = with_waiting_parameters(with_attempt_counted(with_training_counted(after)))
    return code.with_run_stopped(after, reply["fault"]) if "fault" in reply else after


def _old(state: State, name: str) -> tuple:
    """What a reply changes in the drawing: the numbers before it, if they have been learned from since."""
    if not name:
        return state.said.old
    return drawn_parameters(state) if name in ("step", "advance") else ()


def _opened(state: State, reply: dict) -> dict:
    """The settings of the run that the reply tells of, if that is taken over.

    Where the run is to begin at its start, only what tells of the whole start is, and not what another deed left.
    """
    request = reply["request"]
    is_start = request["at"] == [0, 0] and not request["do"] and "report" in reply and request["run"] == state.wanted
    return request["run"] if state.trainer.opened or is_start else {}


def _is_another(request: dict, failed: dict | None) -> bool:
    """Whether the person, since a request failed, has asked for something else or looked elsewhere."""
    return (
        not failed or bool(request["do"]) or any(request[name] != failed[name] for name in ("run", "look", "question"))
    )


def _request_failed(state: State, message: messages.RequestFailed) -> State:
    """Nothing that was wanted is asked for again by itself, for it might fail again. Python is there all the same."""
    after = state.but(
        request={}, error={"request": state.trainer.request, "details": message.details}, overdue=False,
        training=False, whole=False, steps=0, back_to=(), guess=(), stretch=(), playing=False,
    )  # fmt: skip
    after = runs_told.given_up(data.given_up(after, state.trainer.request), state.trainer.request)
    after = code.given_up(after, state.trainer.request)
    return _stayed(after) if after.catches_up else after


def _is_to_be_made_again(state: State, name: str) -> bool:
    return name == "step" and state.goes_on and not state.trainer.place and not state.wants.back_to


def _nothing_more(state: State, _: dict) -> State:
    return state


def _rewound(state: State, _: dict) -> State:
    return state.but(back_to=(), place=(), moment=(), goal=max(state.epochs, state.epoch), milestones=())


def _followed(state: State, _: dict) -> State:
    """What is looked at may no longer be there."""
    return state if state.look.moment < max(state.trainer.place, (state.epoch, state.row)) else state.but(moment=())


def _at_another_row(state: State, _: dict) -> State:
    """What was asked of the row before is over; a trainer that catches up is on its way back to that row."""
    return state if state.trainer.place else state.but(**NOTHING_ASKED)


_ANSWERED = {
    "follow": _followed,
    "rewind": _rewound,
    "mark": marked,
    "step": _at_another_row,
    "advance": _at_another_row,
}


def _said(name: str, after: State, milliseconds: float) -> State:
    """Stop at the goal, measure the speed, and set the sentence for screen readers."""
    if after.trainer.place and (after.epoch, after.row) >= after.trainer.place:
        after = after.but(place=())
    if after.pace.stretch and milliseconds > after.pace.stretch[0]:
        after = after.but(
            epochs_a_second=1000 * (after.epoch - after.pace.stretch[1]) / (milliseconds - after.pace.stretch[0])
        )
    if after.said.report["stopped"]:
        # Where another worker had got to before, this one does not get either.
        return after.but(training=False, stretch=(), place=(), spoken=after.said.report["stopped"])
    if after.wants.training and after.epoch >= after.wants.goal:
        after = after.but(training=False)
    if not after.wants.training and name == "advance" and not after.trainer.place:
        words = "Training finished" if after.epoch >= after.wants.goal else "Paused"
        return after.but(stretch=(), old=(), spoken=_standing(words, after))
    if name == "step":
        return after.but(spoken=f"One update: {after.said.report['score_now']}.")
    if name == "open":
        return after.but(spoken=f"At the start: {after.said.report['score_now']}.")
    if name == "rewind":
        return after.but(spoken=_standing("Back", after) + _changed_here(after))
    return after


def _changed_here(state: State) -> str:
    """A sentence about the learning rate if it changes here."""
    legs = read_legs(state.form.settings["legs"])
    if not legs or (legs[-1].epoch, legs[-1].row) != (state.epoch, state.row):
        return ""
    return " " + rate_sentence((state.epoch, state.row), state.form.settings["learning_rate"])


def _standing(words: str, state: State) -> str:
    if not state.said.report:
        return f"{words}."
    return f"{words} at epoch {state.epoch:,}: {state.said.report['score_now']}."


UPDATES = {
    messages.TrainPressed: _train_pressed,
    messages.StepPressed: _step_pressed,
    messages.ResetPressed: _reset_pressed,
    messages.RewindPressed: _rewind_pressed,
    messages.RequestSent: _request_sent,
    messages.RequestAnswered: _request_answered,
    messages.RequestFailed: _request_failed,
}
