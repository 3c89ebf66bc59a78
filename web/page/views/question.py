"""Ask it: two numbers in, the prediction out, with the true sum and a remark beside it."""

from web.page.state import State
from web.page.update.form import QUESTION_FIELDS
from web.page.views.controls import number_writes


def view(state: State) -> list:
    """The writes for the question panel."""
    writes = []
    for name, number in zip(QUESTION_FIELDS, state.form.question):
        writes += number_writes(state, name, number)
    writes.append(("prediction", "aria-live", state.voice))
    if not state.said.answer or state.said.answered != state.form.question:
        return writes + [
            ("prediction", "text", "…"),
            ("prediction-full", "text", "Waiting for Python"),
            ("true-sum", "text", ""),
            ("remark", "text", ""),
        ]
    answer = state.said.answer
    return writes + [
        ("prediction", "text", answer["printed"]),
        ("prediction-full", "text", f"Before rounding it is {answer['in_full']}"),
        ("true-sum", "text", f"The true sum is {answer['true_sum']}."),
        ("remark", "text", answer["remark"]),
    ]
