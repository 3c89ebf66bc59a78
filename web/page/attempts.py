"""Attempts to set the neuron by hand: what belongs to them, which count, and how they are drawn."""

from web.page.reply import ceiling_of
from web.page.state import State

# The settings that decide which rows are right; attempts with others are no comparison.
OF_AN_ATTEMPT = ("data", "activation", "bias", "scaling", "tolerance", "rule")
NO_ATTEMPTS: dict = {"best_by_hand": -1, "best_start": "", "attempts": (), "attempts_of": ()}
MOST_ATTEMPTS = 50
# The picture of the attempts, in drawing units.
PICTURE_WIDTH, PICTURE_HEIGHT, PICTURE_EDGE = 240.0, 48.0, 6.0


def subject(state: State) -> tuple:
    """What attempts made now belong to."""
    return tuple([state.form.settings[name] for name in OF_AN_ATTEMPT])


def own_attempts(state: State) -> tuple:
    """How many rows each attempt with these settings got right."""
    return state.hand.attempts if state.hand.attempts_of == subject(state) else ()


def own_best(state: State) -> int:
    """The most rows that were right by hand; of an earlier visit only that number is known. -1 for none."""
    return state.hand.best_by_hand if state.hand.attempts_of in ((), subject(state)) else -1


def best_start(state: State) -> str:
    """The weights and the bias of the best attempt; empty when there is none, or they stand there already."""
    start = state.hand.best_start if own_attempts(state) else ""
    return "" if start == state.form.settings["start"] and not (state.epoch or state.row) else start


def by_training(state: State) -> int:
    """The most rows that training got right on this visit; -1 where it is not known."""
    known = state.hand.by_training
    return known[0] if known and known[1:] == subject(state) else -1


def is_set_by_hand(state: State) -> bool:
    """Whether the neuron is as it was set by hand, and has not learned since."""
    return bool(state.by_hand and state.said.report and not state.epoch and not state.row)


def starts_lifted(state: State) -> bool:
    """Whether the run starts as a lift has left it: with trained weights and a moved bias, see web.page.update.lift."""
    lifted = state.hand.lifted
    return bool(lifted) and state.form.settings["start"] == lifted["start"]


def is_lifted(state: State) -> bool:
    """Whether the neuron is so now, and has not learned since."""
    return starts_lifted(state) and is_set_by_hand(state)


def is_in_a_lesson(state: State) -> bool:
    """Whether a lesson has set the page up. What it asks to be set is no attempt."""
    return bool(state.course.left)


def with_attempt_counted(state: State) -> State:
    """Weights and bias that were let go count as an attempt as soon as Python has scored them."""
    if not state.hand.let_go or state.trainer.opened != state.wanted or not state.said.report:
        return state
    state = state.but(let_go=False)
    if not is_set_by_hand(state) or state.hand.borrowed:
        return state
    said = f"{set_in_words(state)}. {reached_in_words(state)}".strip()
    if is_in_a_lesson(state):
        return state.but(spoken=said)
    right, best = state.said.report["right_count"], own_best(state)
    kept = state.hand.best_start if own_attempts(state) else ""
    is_best = right > best or (right == best and not kept)
    return state.but(
        attempts=(own_attempts(state) + (right,))[-MOST_ATTEMPTS:],
        attempts_of=subject(state),
        best_by_hand=max(best, right),
        best_start=state.form.settings["start"] if is_best else kept,
        spoken=said,
    )


def with_training_counted(state: State) -> State:
    """The most that training got is something to compare with. On its way it may have been more than at its end."""
    if not state.epoch or state.look.moment or not state.said.report:
        return state
    on_the_way = [mark["right"] for mark in state.said.milestones if 0 < mark["epoch"] <= state.epoch]
    right = max([state.said.report["right_count"]] + on_the_way)
    return state if right <= by_training(state) else state.but(by_training=(right,) + subject(state))


def set_in_words(state: State) -> str:
    """The score of the neuron that was set by hand, and to which side the wrong answers are off."""
    report = state.said.report
    high, low = report["too_high"], report["too_low"]
    sides = ([f"{high:,} too high ▲"] if high else []) + ([f"{low:,} too low ▼"] if low else [])
    return ", ".join([str(report["score"])] + sides)


def reached_in_words(state: State) -> str:
    """What was reached by hand, if that is the most there is or what training got; else empty."""
    if not is_set_by_hand(state) or state.hand.borrowed:
        return ""
    right, trained, most = state.said.report["right_count"], by_training(state), ceiling_of(state).get("most")
    reached = f"You did it: {right:,} of {state.said.start['rows']:,} right"
    if most is not None and right >= most:
        return f"{reached}, the most there is."
    if not 0 <= trained <= right:
        return ""
    return f"{reached}, {'as many as' if right == trained else 'more than'} the neuron got by training."


def points(attempts: tuple, total: int) -> list:
    """Where the attempts lie in their picture, from left to right; higher is better."""
    apart = (PICTURE_WIDTH - 2 * PICTURE_EDGE) / max(1, len(attempts) - 1)
    return [(PICTURE_EDGE + number * apart, height(right, total)) for number, right in enumerate(attempts)]


def height(right: int, total: int) -> float:
    """How far down in the picture a score lies."""
    return PICTURE_HEIGHT - PICTURE_EDGE - (PICTURE_HEIGHT - 2 * PICTURE_EDGE) * right / max(1, total)
