"""The drawing: two inputs, two tubes as thick as their weights, the bias knob and the output."""

from web.geometry import knob_angle, tube_width
from web.state import State

MOST_SHOWN = 4


def view(state: State) -> list:
    """The writes for the drawing, the numbers under it, and the sentence that says the same."""
    if not state.report:
        ids = ("weight-1", "weight-2", "bias", "weight-1-full", "weight-2-full", "bias-full")
        waiting = ("network-text", "text", "Waiting for Python to draw this start.")
        return _question(state) + [(name, "text", "…") for name in ids] + [waiting]
    report = state.report
    writes = _question(state)
    for number, (weight, short, full) in enumerate(
        zip(report["weights"], report["weights_in_short"], report["weights_in_full"]), 1
    ):
        sign = "negative" if weight < 0 else "positive"
        writes += [
            (f"tube-{number}", "stroke-width", f"{tube_width(weight):.2f}"),
            (f"tube-{number}", "class", f"tube {sign}"),
            (f"tube-{number}-text", "text", short),
            (f"weight-{number}", "text", short),
            (f"weight-{number}-full", "text", full),
        ]
    writes += [
        ("knob-pointer", "transform", f"rotate({knob_angle(report['bias']):.1f})"),
        ("knob-text", "text", report["bias_in_short"]),
        ("bias", "text", report["bias_in_short"]),
        ("bias-full", "text", report["bias_in_full"]),
        ("network-text", "text", _sentence(report)),
    ]
    return writes


def _question(state: State) -> list:
    """The numbers that are asked about flow in on the left, and their prediction comes out on the right."""
    first, second = state.question
    known = state.answered == state.question
    return [
        ("input-1-text", "text", first if len(first) <= MOST_SHOWN else first[:MOST_SHOWN] + "…"),
        ("input-2-text", "text", second if len(second) <= MOST_SHOWN else second[:MOST_SHOWN] + "…"),
        ("output-text", "text", state.answer["prediction"] if known else "…"),
    ]


def _sentence(report: dict) -> str:
    first, second = report["weights_in_short"]
    return f"Weight 1 is {first}, weight 2 is {second}, the bias is {report['bias_in_short']}."
