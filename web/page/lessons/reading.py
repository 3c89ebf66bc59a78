"""What the lessons read off a State: the one place that knows where Python's numbers stand in it."""

from perceptron.aspects import FLOWS, ROWS_A_PAGE
from perceptron.numerals import as_number, with_minus
from web.page.state import State


def is_asked(state: State, first: float, second: float) -> bool:
    """Whether Python has answered just this question."""
    return state.said.answered == state.form.question and [as_number(text) for text in state.form.question] == [
        first,
        second,
    ]


def answer(state: State) -> str:
    """The prediction for what is asked, rounded."""
    return str(state.said.answer["printed"])


def true_value(state: State) -> str:
    """What the right answer to the question would be."""
    return str(state.said.answer["true_sum"])


def by_hand(state: State, position: int) -> float:
    """A weight (0, 1) or the bias (2) that was set by hand; 0 for every other start."""
    return as_number(state.by_hand[position]) if state.by_hand else 0.0


def by_hand_in_words(state: State, position: int) -> str:
    """The same as text, with a real minus."""
    return with_minus(state.by_hand[position])


def parameters(state: State) -> str:
    """Weights and bias in words."""
    report = state.said.report
    weights = [f"weight {number + 1} is {with_minus(text)}" for number, text in enumerate(report["weights_in_short"])]
    return f"{', '.join(weights)} and the bias is {with_minus(report['bias_in_short'])}"


def through_weight_1(state: State) -> tuple:
    """As the drawing shows them: the first input that flows in, what weight 1 makes of it, the sum, the prediction."""
    selected = state.said.report["selected"]
    drawn = selected["drawn"]
    return with_minus(selected["inputs"][0]), drawn["products"][0], drawn["sum"], drawn["output"]


def first_weight_in_update(state: State) -> tuple:
    """Weight 1 before the shown update and after it, to the last digit; the last stage must be open."""
    return state.said.report["weights_in_full"][0], state.panel_of("update")["results"][0]["value"]


def stages_left_out(state: State) -> list:
    """The names of those stages of the update that have not been open, before the furthest that has."""
    titles, seen = state.panel_of("update").get("titles", []), state.course.stages_seen
    return [title for number, title in enumerate(titles) if number not in seen and number < max(seen, default=0)]


def beginning(number: str) -> str:
    """The first digits of a long number."""
    return with_minus(number[:8]) + ("…" if len(number) > 8 else "")


def lowest_and_highest(state: State) -> tuple:
    """Of all predictions for the test rows, rounded."""
    answers = sorted(state.said.report["printed"], key=as_number)
    return answers[0], answers[-1]


def printed(state: State, row: int) -> str:
    """The prediction for a test row on the page of results that is shown, rounded."""
    return str(state.said.report["printed"][row % ROWS_A_PAGE])


def chosen_row(state: State) -> dict:
    """The chosen test row: its inputs and its target as texts."""
    found: dict = state.said.start["table"][state.look.test_row % ROWS_A_PAGE]
    return found


def chosen_row_in_words(state: State) -> str:
    """The inputs of the chosen test row as a sum."""
    return " + ".join(chosen_row(state)["inputs"])


def is_right(state: State) -> bool:
    """Whether the answer to the chosen test row is."""
    return bool(state.said.report["right"][state.look.test_row % ROWS_A_PAGE])


def is_told_why(state: State) -> bool:
    """Whether the page says why the chosen row is right or wrong."""
    return state.reason_is_open or bool(state.panel_of("why"))


def is_row_on_the_curve(state: State) -> bool:
    """Whether the chosen test row is shown as a point on the activation’s curve, and flows through the drawing."""
    return bool(state.panel_of("activation")) and _row_flows(state)


def _row_flows(state: State) -> bool:
    _, test_row, _ = FLOWS
    return state.look.flow == test_row


def was_in_training(state: State) -> bool:
    """Whether the chosen test row is a training row too."""
    return bool(chosen_row(state)["trained"])


def sum_and_output(state: State) -> tuple:
    """The weighted sum of what flows in, and what the activation makes of it, as texts."""
    selected = state.said.report["selected"]
    return with_minus(selected["sum"]), with_minus(selected["output"])


def score(state: State) -> str:
    """How many test rows are right at the moment that is looked at."""
    return str(state.said.report["score"])


def right_count(state: State) -> int:
    """The same as a number."""
    return int(state.said.report["right_count"])


def are_all_right(state: State) -> bool:
    """Whether all test rows are."""
    return right_count(state) == int(state.said.start["rows"])


def score_at_the_start(state: State) -> str:
    """How many were right before training."""
    return str(state.said.start["score"])


def is_trained(state: State, epochs: int) -> bool:
    """Whether training has come to its goal and done at least so many epochs, and now is looked at."""
    return state.run == "trained" and state.epoch >= epochs and not state.look.moment


def number_setting(state: State, name: str) -> float:
    """The number in a setting."""
    return as_number(state.form.settings[name])
