"""What flows through the neuron in the drawing: a question, a test row or the next training row."""

import math
from typing import NamedTuple

from perceptron.experiment import Run
from perceptron.fields import shortened
from perceptron.learning import Update
from perceptron.rules import truth
from perceptron.task import Task
from perceptron.words.changed_rule import UNSAID
from web.worker.reports.digits import ROOM, fitting, short
from web.worker.reports.look import Look, Shown


class Flowing(NamedTuple):
    """Inputs in the data's own units with their target, which is None where nobody knows it."""

    title: str
    inputs: tuple[float, ...]
    target: float | None


def flowing(run: Run, look: Look, seen: Shown, question: tuple[float, ...]) -> Flowing:
    """What flows in where one looks."""
    if look.flow == "test row":
        verdict = seen.verdicts[look.test_row]
        return Flowing(f"Test row {look.test_row + 1}", verdict.inputs, verdict.target)
    if look.flow == "training row":
        # The update has the numbers that the neuron meets, which scaling may have changed.
        row = run.settings.data.training[seen.number - 1]
        return Flowing(f"Next training row: {seen.number:,}", row.inputs, row.target)
    return Flowing("Your question", question, truth(run.settings.data, question))


def report(run: Run, seen: Shown, flowing: Flowing) -> dict[str, object]:
    """It on its way through the neuron, in numbers to read and, under `drawn`, in numbers that fit into the drawing."""
    scaling, neuron = run.task.scaling, seen.neuron
    met = scaling.inputs(flowing.inputs)
    products = [x * weight for x, weight in zip(met, neuron.weights, strict=True)]
    total = neuron.weighted_sum(met)
    has_sum = neuron.answers_by_activation or not math.isnan(total)  # a changed program may have none
    activated = neuron.predict(met)
    output = scaling.answer(activated)
    target = _target(run.task, flowing.target)
    return {
        "title": flowing.title,
        "inputs": list(map(str, flowing.inputs)),
        "scaled": list(map(short, met)) if scaling.changes else [],
        "target": target,
        "products": list(map(short, products)),
        "sum": short(total) if has_sum else UNSAID["sum"],
        "activated": short(activated),
        "output": short(output),
        "of_update": _of_update(seen.update, products, total, activated),
        "drawn": {
            "inputs": list(map(_drawn, flowing.inputs)),
            "products": list(map(fitting, products)),
            "scaled": list(map(fitting, met)) if scaling.changes else [],
            "sum": fitting(total) if has_sum else UNSAID["sum"],
            "activated": fitting(activated),
            "output": fitting(output),
            "target": target if len(target) <= ROOM else _shorter(target),
        },
    }


def _of_update(update: Update, products: list[float], total: float, activated: float) -> dict[str, object]:
    """Which of these numbers the next update has too: its quiz hides them wherever they stand."""
    own = [x * weight for x, weight in zip(update.inputs, update.weights, strict=True)]
    return {
        "products": [product == other and math.isfinite(product) for product, other in zip(products, own, strict=True)],
        "sum": [total == update.weighted_sum and math.isfinite(total)],
        "output": [activated == update.output and math.isfinite(activated)],
    }


def _target(task: Task, target: float | None) -> str:
    """A target as people read it: its class, or its number without the noise of sums; empty where it is not known."""
    if target is None or not math.isfinite(target):
        return ""
    return task.class_of(target) or str(float(f"{target:.12g}"))


def _shorter(target: str) -> str:
    """A class's name, or a number, as far as there is room for it."""
    try:
        return fitting(float(target))
    except ValueError:
        return shortened(target, ROOM - 1)


def _drawn(value: float) -> str:
    """An input as it was typed, where there is room for it."""
    return text if len(text := str(value)) <= ROOM else fitting(value)
