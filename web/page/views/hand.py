"""Weights and bias set by hand: their fields and sliders, how many rows they get right, and the way on from there."""

from perceptron.numerals import with_minus
from web.page.attempts import (
    PICTURE_WIDTH,
    best_start,
    by_training,
    height,
    is_in_a_lesson,
    is_lifted,
    is_set_by_hand,
    own_attempts,
    own_best,
    points,
    reached_in_words,
    set_in_words,
    starts_lifted,
)
from web.page.reply import ceiling_of
from web.page.state import State
from web.page.update.form import PARAMETER_FIELDS, WEIGHT_FIELDS, parameter_fields
from web.page.update.hand import parameters_in_full, shown_in_short, slider_range
from web.page.views.controls import number_writes
from web.page.views.network import UNKNOWN

MOST_IN_WORDS = 12
OF_THE_START = "These numbers are where training starts. The score is that of the trained neuron."
BORROWED = "This does not count as yours: some of the numbers are from training or from the address."


def view(state: State) -> list:
    """The writes for the fields, and for the line under them."""
    return (
        _fields(state)
        + [
            ("hand-reached", "text", reached_in_words(state)),
            ("hand-text", "text", _text(state)),
            ("hand-learn", "hidden", not state.by_hand or state.wants.training or state.epoch > 0),
            ("seed-start", "hidden", not state.by_hand),
            ("hand-best", "hidden", not best_start(state) or is_in_a_lesson(state)),
            ("hand-best", "text", f"Back to my best: {max(0, own_best(state)):,} of {_total(state):,}"),
            ("fine", "checked", state.hand.fine),
        ]
        + _attempts(state)
    )


def _total(state: State) -> int:
    return state.said.start["rows"] if state.said.start else 0


def _target(state: State) -> str:
    """What there is to get, as far as it is known."""
    most, trained = ceiling_of(state).get("most"), by_training(state)
    if most is None:
        return f" The most that training got so far: {trained:,}." if trained >= 0 else ""
    if trained >= 0:
        return f" The most that training got so far: {trained:,}; the most there is: {most:,}."
    return f" The most there is: {most:,}."


def _attempts(state: State) -> list:
    """The scores of the attempts, as a small curve and in words."""
    attempts, total = () if is_in_a_lesson(state) else own_attempts(state), _total(state)
    return [
        ("attempts", "hidden", not attempts or not total),
        ("attempts-drawing", "html", _curve(state, attempts, total) if attempts and total else ""),
        ("attempts-text", "text", _in_words(attempts, total) if attempts and total else ""),
    ]


def _curve(state: State, attempts: tuple, total: int) -> str:
    most, places = ceiling_of(state).get("most"), points(attempts, total)
    goal = "" if most is None else f'<path class="goal" d="M0 {height(most, total):.1f} H{PICTURE_WIDTH:.0f}"/>'
    line = " ".join([f"{x:.1f},{y:.1f}" for x, y in places])
    dots = [
        f'<circle class="{"best" if right == max(attempts) else ""}" cx="{x:.1f}" cy="{y:.1f}" r="3"/>'
        for right, (x, y) in zip(attempts, places)
    ]
    return f'{goal}<polyline points="{line}"/>{"".join(dots)}'


def _in_words(attempts: tuple, total: int) -> str:
    """As in “Your attempts: 3, 12, 17 of 25 right.”"""
    scores = ", ".join([f"{right:,}" for right in attempts[-MOST_IN_WORDS:]])
    which = f"last {MOST_IN_WORDS} attempts" if len(attempts) > MOST_IN_WORDS else counted_attempts(attempts)
    return f"Your {which}: {scores} of {total:,} right."


def counted_attempts(attempts: tuple) -> str:
    """What a few of them are called."""
    return "attempts" if len(attempts) > 1 else "attempt"


def _fields(state: State) -> list:
    """As many as the neuron has weights, and one for its bias."""
    names = parameter_fields(state)
    writes: list = [(f"{name}-place", "hidden", name not in names) for name in PARAMETER_FIELDS]
    shorts = shown_in_short(state)
    fulls = parameters_in_full(state) if state.said.report else ()
    for position, name in enumerate(names):
        short = shorts[position] if position < len(shorts) else ""
        writes += number_writes(state, name, short)
        least, most = slider_range(state, position, short)
        writes += [
            (f"{name}-slider", "min", least),
            (f"{name}-slider", "max", most),
            (f"{name}-slider", "value", short or "0"),
            (f"{name}-full", "text", _in_full(fulls[position], least, most) if position < len(fulls) else UNKNOWN),
        ]
    return writes + [(f"{name}-column", "text", column) for name, column in zip(WEIGHT_FIELDS, state.input_names)]


def _in_full(number: str, least: str, most: str) -> str:
    """All digits, and whether the slider beside them cannot show so much."""
    try:
        value = float(number)
    except ValueError:  # it is past all floats
        return with_minus(number)
    if float(least) <= value <= float(most):
        return with_minus(number)
    return f"{with_minus(number)}: beyond the slider, which ends at {with_minus(most if value > 0 else least)}"


def _text(state: State) -> str:
    if state.live.live:
        return OF_THE_START
    total, best = _total(state), own_best(state)
    known = f"{_target(state)} Your best by hand is {best:,} of {total:,}." if best >= 0 and total else _target(state)
    if is_set_by_hand(state):
        if is_lifted(state):
            return f"Trained weights with another bias: {set_in_words(state)}.{known}"
        borrowed = f" {BORROWED}" if state.hand.borrowed else ""
        return f"Set by hand: {set_in_words(state)}.{borrowed}{known}"
    if state.by_hand:
        start = "the other bias" if starts_lifted(state) else "your weights"
        return f"Trained from {start}.{known}"
    return f"Can you do it by hand? Move the sliders and get as many test rows right as you can.{known}"
