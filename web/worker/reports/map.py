"""The square of all pairs of numbers from 0 to 1, and what the neuron makes of them."""

from perceptron.aspects import MAP_SIDE, MAP_STEPS
from perceptron.experiment import Run
from perceptron.findings.grid import grid
from perceptron.scoring import printed
from web.worker.reports.digits import short
from web.worker.reports.look import Look, Shown

ROUNDED = 4


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """All quantities at the cursor."""
    return {"reading": _reading(look, seen, run.settings.data.decimals)}


def ground(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The values of the chosen quantity, row by row from the top."""
    values = grid(seen.neuron, run.task, look.quantity, MAP_SIDE)
    return {"quantity": look.quantity, "values": [round(value, ROUNDED) for value in values]}


def _reading(look: Look, seen: Shown, decimals: int) -> str:
    first, second = [step / (MAP_STEPS) for step in look.cursor]
    prediction, total = seen.neuron.predict((first, second)), first + second
    said, expected = printed(prediction, decimals), printed(round(total, decimals), decimals)
    verdict = "✓ right" if said == expected else f"✗ wrong, it should round to {expected}"
    return (
        f"{first:.3f} + {second:.3f} = {total:.3f}. Prediction {short(prediction)}, error {short(total - prediction)}. "
        f"It rounds to {said}: {verdict}."
    )
