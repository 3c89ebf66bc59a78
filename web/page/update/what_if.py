"""What follows in an experiment beside the baseline: first what is expected, then its runs, then what came of it."""

from web.page import messages
from web.page.runs import TRIAL, KeptRun, baseline_of, is_asked_for, known_as
from web.page.state import State
from web.page.update.runs import with_added

STOPPED = "Stopped."
NOTHING_OPEN = {"experiment": "", "expected": "", "trials": (), "outcome": {}}


def offer_of(state: State, name: str) -> dict:
    """What Python offers under this name beside the baseline; empty for nothing."""
    baseline, what_if = baseline_of(state), state.what_if
    if not baseline or what_if.offers_of != known_as(baseline):
        return {}
    found = [offer for offer in what_if.offers if offer["name"] == name and not offer["refusal"]]
    return dict(found[0]) if found else {}


def was_offered(state: State, do: list, own: dict) -> State:
    """Python offers experiments, unless another run is the baseline by now."""
    baseline = baseline_of(state)
    if not baseline or do[2] != baseline.letter or not is_asked_for(do[:5] + [list(baseline.at)], baseline):
        return state
    offers = tuple(own.get("offers", ()))
    return state.but(offers=offers, offers_of=known_as(baseline), **NOTHING_OPEN)


def computed(state: State, do: list, own: dict) -> State:
    """Python is so far with a run of the experiment, or with all of it."""
    trials = state.what_if.trials
    asked = [trial for trial in trials if trial.letter == do[2] and is_asked_for(do, trial)]
    if not asked or not own["done"]:
        return state.but(reached=(TRIAL, do[2], own["epoch"], do[5][0])) if asked else state
    trial = asked[0].but(told=own)
    after = state.but(trials=tuple([trial if one is asked[0] else one for one in trials]))
    return with_outcome(after, {"sentence": own["complaint"]}) if own.get("complaint") else after


def came_out(state: State, do: list, own: dict) -> State:
    """What came of the experiment is said. A single run joins the others; ten of one kind would push them out."""
    what_if, baseline = state.what_if, baseline_of(state)
    if do[6:8] != [what_if.experiment, what_if.expected] or not baseline or not what_if.trials:
        return state
    after = with_outcome(state, own).but(baseline=baseline.letter)
    return with_added(after, what_if.trials[0]) if len(what_if.trials) == 1 else after


def with_outcome(state: State, outcome: dict) -> State:
    """The State in which the experiment is over, and what came of it is told."""
    return state.but(outcome=outcome, reached=(), spoken=outcome_in_words(outcome))


def outcome_in_words(outcome: dict) -> str:
    """Whether it came as the person expected, and what came."""
    return " ".join([words for words in (outcome.get("guess", ""), outcome["sentence"]) if words])


def _what_if_pressed(state: State, message: messages.WhatIfPressed) -> State:
    """Ask what is expected; pressed again before the answer, the question goes."""
    what_if = state.what_if
    if not offer_of(state, message.name):
        return state
    closes = what_if.experiment == message.name and not what_if.expected
    return state.but(**NOTHING_OPEN).but(experiment="" if closes else message.name, reached=())


def _what_if_stopped(state: State, _: messages.WhatIfStopped) -> State:
    """What came of the runs that are through is told; without any, the question is there again."""
    what_if = state.what_if
    done = tuple([trial for trial in what_if.trials if trial.told])
    if not is_under_way(state):
        return state
    if not done:
        return state.but(expected="", trials=(), reached=(), spoken=STOPPED)
    return state.but(trials=done, reached=(), halted=False)


def is_under_way(state: State) -> bool:
    """Whether an experiment is computed."""
    return bool(state.what_if.trials) and not state.what_if.outcome


def _expectation_chosen(state: State, message: messages.ExpectationChosen) -> State:
    """Now the experiment runs, from the same start and for as long as the baseline."""
    offer, baseline = offer_of(state, state.what_if.experiment), baseline_of(state)
    if (
        not offer
        or not baseline
        or message.word not in [word for word, _ in offer["choices"]]
        or state.what_if.expected
    ):
        return state
    trials = []
    for number, changes in enumerate(offer["changes"], 1):
        settings = dict(baseline.settings)
        settings.update(changes)
        trials.append(KeptRun().but(letter=f"{number}", settings=settings, at=(baseline.at[0], 0)))
    return state.but(expected=message.word, trials=tuple(trials), halted=False)


UPDATES: dict = {
    messages.WhatIfPressed: _what_if_pressed,
    messages.ExpectationChosen: _expectation_chosen,
    messages.WhatIfStopped: _what_if_stopped,
}
