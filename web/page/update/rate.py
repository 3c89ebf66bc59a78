"""What follows when the learning rate changes: the neuron continues from there, or goes back to the last change."""

from perceptron.legs import MOST_LEGS, rate_from, read_legs, write_legs
from web.page import messages
from web.page.asking import NOTHING_ASKED
from web.page.state import State, with_nothing_said


def rate_typed(state: State, rate: str) -> State:
    """The rate holds from where the run is. What Python does meanwhile at the old one is dropped.

    Raises ValueError with a sentence when it was changed too often.
    """
    settings = settings_from(state, state.here, rate)
    if len(settings["legs"].split(",")) > MOST_LEGS:
        raise ValueError(f"The learning rate can change at most {MOST_LEGS} times in one run. Reset begins a new run.")
    return _goes_on(state, settings)


def settings_from(state: State, moment: tuple, rate: str) -> dict:
    """The settings with another learning rate from a moment on."""
    settings = dict(state.form.settings)
    legs = rate_from(read_legs(settings["legs"]), settings["learning_rate"], moment, rate)
    settings["legs"], settings["learning_rate"] = write_legs(legs), rate
    return settings


def gone_back(state: State, settings: dict, moment: tuple) -> State:
    """The run goes back to a moment, and stays there; from there on these settings hold."""
    after = state.but(settings=settings, back_to=moment, steps=0, training=False, playing=False)
    if not state.trainer.place or after.wanted == state.wanted:
        return after
    # A trainer that is catching up needs to go no further than this.
    place = min(state.trainer.place, moment)
    after = after.but(place=place if any(place) else (), moment=())
    return after if state.trainer.status == "ready" else with_nothing_said(after)


def rate_sentence(moment: tuple, rate: str) -> str:
    """Which rate holds, and from when."""
    epoch, row = moment
    if row:
        return f"The learning rate is {rate} from epoch {epoch + 1:,}, row {row + 1}, on."
    return f"The learning rate is {rate} from epoch {epoch + 1:,} on." if epoch else f"The learning rate is {rate}."


def _goes_on(state: State, settings: dict) -> State:
    after = state.but(settings=settings, notices=())
    if after.wanted == state.wanted:
        return after
    return after.but(
        **NOTHING_ASKED, spoken=rate_sentence(state.here, settings["learning_rate"]),
        panel=state.said.panel if state.trainer.status == "ready" else {},  # it tells of an update at the old rate
    )  # fmt: skip


def _rate_back_pressed(state: State, _: messages.RateBackPressed) -> State:
    """Back to the moment of the last change, with the rate before it, as if it had never changed."""
    legs = read_legs(state.form.settings["legs"])
    if not legs:
        return state
    settings = dict(state.form.settings)
    settings["legs"], settings["learning_rate"] = write_legs(legs[:-1]), legs[-1].learning_rate
    moment = (legs[-1].epoch, legs[-1].row)
    return gone_back(state, settings, moment) if moment < state.here else _goes_on(state, settings)


UPDATES = {messages.RateBackPressed: _rate_back_pressed}
