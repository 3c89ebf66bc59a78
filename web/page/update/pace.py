"""What follows when the speed of training is chosen, and as time passes while it trains at a pace."""

from web.page import messages
from web.page.speeds import SPEEDS, gained
from web.page.state import State


def _speed_chosen(state: State, message: messages.SpeedChosen) -> State:
    return state.but(speed=message.speed, owed=0.0) if message.speed in SPEEDS else state


def _ticked(state: State, message: messages.TrainingTicked) -> State:
    if not state.is_paced:
        return state
    owed, most = state.pace.owed, max(0, state.wants.goal - state.epoch)
    return state.but(owed=min(owed + gained(state.pace.speed, state.epoch + owed, message.seconds), float(most)))


def _motion_asked(state: State, message: messages.MotionAsked) -> State:
    return state.but(still=message.still)


UPDATES: dict = {
    messages.SpeedChosen: _speed_chosen,
    messages.TrainingTicked: _ticked,
    messages.MotionAsked: _motion_asked,
}
