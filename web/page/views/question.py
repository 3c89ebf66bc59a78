"""Ask it: the fields are the neuron's inputs, and what comes out is its answer, with a remark."""

from perceptron.aspects import FLOWS
from perceptron.numerals import MINUS, with_minus
from web.page.asking import SECRET, is_kept_back
from web.page.layout import is_crowded
from web.page.state import State
from web.page.update.form import QUESTION_FIELDS
from web.page.views.controls import number_writes
from web.page.views.network import UNKNOWN

FITTING = 6  # characters that a field has room for in letters of the usual size


def view(state: State) -> list:
    """The writes for the fields, which stand in the drawing, and for the answer."""
    writes = _fields(state)
    writes += [
        ("prediction", "aria-live", state.voice),
        ("asked", "text", _asked(state)),
    ]
    is_waiting = state.look.flow == FLOWS[0] and state.said.answered != state.form.question
    if is_waiting or not state.said.answer:
        return writes + [
            ("prediction", "text", UNKNOWN),
            ("prediction-full", "text", "Waiting for Python"),
            ("true-sum", "text", ""),
            ("remark", "text", ""),
        ]
    if is_kept_back(state, "output"):
        return writes + [
            ("prediction", "text", SECRET),
            ("prediction-full", "text", "The quiz asks for this prediction"),
            ("true-sum", "text", _truth(state)),
            ("remark", "text", ""),
        ]
    answer = state.said.answer
    return writes + [
        ("prediction", "text", answer["printed"]),
        ("prediction-full", "text", f"Before rounding it is {answer['in_full']}" if answer["in_full"] else ""),
        ("true-sum", "text", _truth(state)),
        ("remark", "text", answer["remark"]),
    ]


def _fields(state: State) -> list:
    """As many fields as there are inputs."""
    writes: list = []
    names, flowing = state.input_names, state.flowing
    for position, field in enumerate(QUESTION_FIELDS):
        is_there = position < len(names)
        writes.append((f"part-input-{position + 1}", "hidden", not is_there))
        if is_there:
            typed = flowing[position] if position < len(flowing) else ""
            writes += number_writes(state, field, typed)
            writes += [
                (field, "data-long", "" if len(state.form.refused.get(field, typed)) > FITTING else None),
                (f"{field}-label", "text", names[position]),
                (f"{field}-sign", "aria-label", f"Change the sign of {names[position]}"),
            ]
        else:
            writes.append((f"{field}-complaint", "text", ""))
    return writes


def _asked(state: State) -> str:
    """What the answer belongs to: where the rule is known, the question that it asks for."""
    numbers, columns = [with_minus(without_zeros(number)) for number in state.flowing], state.said.columns
    if numbers and not is_crowded(len(numbers)):
        if columns.get("sign"):
            others = [f"({number})" if number.startswith(MINUS) else number for number in numbers[1:]]
            sign = f" {columns['sign']} "
            return f"{sign.join([numbers[0]] + others)} ≈"
        if columns.get("rule") == "average" and len(numbers) > 1:
            return f"The average of {', '.join(numbers[:-1])} and {numbers[-1]} ≈"
        if columns.get("rule") == "fahrenheit":
            return f"{numbers[0]} {state.input_names[0]} in {state.target_name} ≈"
    return f"{state.target_name}:"


def without_zeros(number: str) -> str:
    """The number without zeros that say nothing, as in 0.35 for 0.350; a single one after the point stays."""
    whole, point, decimals = number.partition(".")
    if not decimals.isdigit():
        return number
    return whole + point + (decimals.rstrip("0") or "0")


def _truth(state: State) -> str:
    truth = state.said.answer["true_sum"]
    return f"The {state.said.columns['target_called']} is {truth}." if truth else ""
