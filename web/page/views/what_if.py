"""Experiments beside the baseline: a button for each, the question of the open one, and what came of it."""

from web.page.markup import escaped
from web.page.runs import TRIAL, baseline_of, known_as
from web.page.state import State
from web.page.update.what_if import is_under_way, outcome_in_words
from web.page.views.runs import how_far

RUNS = "Each experiment starts as the baseline {} does, changes one thing, and trains for as long."
WAITING = "The experiment runs."
DONE = "{} of its {} runs are done."
REFUSED = "Not offered here"


def view(state: State) -> list:
    """The writes for the experiments; none while another tab is open or there is no baseline."""
    baseline = baseline_of(state)
    if state.look.tab != "runs" or not baseline:
        return []
    what_if = state.what_if
    offers = what_if.offers if what_if.offers_of == known_as(baseline) else ()
    refused = [offer for offer in offers if offer["refusal"]]
    opened = [offer for offer in offers if offer["name"] == what_if.experiment]
    offer = opened[0] if opened else {}
    return [
        ("what-if-place", "hidden", not offers),
        ("what-if-about", "text", RUNS.format(baseline.letter)),
        ("what-ifs", "html", "".join([_button(one, what_if.experiment) for one in offers if not one["refusal"]])),
        ("what-if-question-place", "hidden", not offer or bool(what_if.expected)),
        ("what-if-question", "text", offer.get("question", "")),
        ("what-if-choices", "html", "".join([_choice(word, says) for word, says in offer.get("choices", ())])),
        ("what-if-told", "text", _told(state)),
        ("what-if-told-place", "hidden", not what_if.expected),
        ("what-if-stop", "hidden", not is_under_way(state)),
        ("what-if-refused", "hidden", not refused),
        ("what-if-refusals", "html", "".join([_refusal(one) for one in refused])),
    ]


def button_of(name: str) -> str:
    """The id of an experiment's button."""
    return f"what-if-{name}"


def _button(offer: dict, opened: str) -> str:
    name = offer["name"]
    pressed = "true" if name == opened else "false"
    return (
        f'<button type="button" id="{button_of(name)}" data-what-if="{name}" aria-pressed="{pressed}">'
        f"{escaped(offer['called'])}</button>"
    )


def _choice(word: str, says: str) -> str:
    return f'<button type="button" data-expected="{escaped(word)}">{escaped(says)}</button>'


def _refusal(offer: dict) -> str:
    return f"<li>{escaped(offer['called'])}: {escaped(offer['refusal'])}</li>"


def _told(state: State) -> str:
    what_if = state.what_if
    if not what_if.expected:
        return ""
    if what_if.outcome:
        return outcome_in_words(what_if.outcome)
    count, done = len(what_if.trials), len([trial for trial in what_if.trials if trial.told])
    words = [DONE.format(done, count) if count > 1 else "", how_far(state, TRIAL)]
    return " ".join([WAITING] + [said for said in words if said])
