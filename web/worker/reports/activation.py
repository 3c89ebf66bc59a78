"""Where every test row lies on the sigmoid, with the tangent at the selected one."""

from perceptron.experiment import Run
from perceptron.scoring import bounds, printed
from web.worker.reports.digits import short
from web.worker.reports.look import Look, Shown

CURVE = [step / 5 for step in range(-30, 31)]
MOST_ZONES = 11


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The sum and the output of every test row; of the selected one also the slope and the zone that it should hit."""
    data = run.settings.data
    sums = [seen.neuron.weighted_sum(verdict.inputs) for verdict in seen.verdicts]
    chosen = seen.verdicts[look.test_row]
    slope = seen.neuron.activation.derivative(chosen.output)
    least, most = run.task.criterion.bounds(chosen.target)
    inputs = " + ".join(map(str, chosen.inputs))
    return {
        "curve": [[total, seen.neuron.activation.function(total)] for total in CURVE],
        "zones": _zones(data.decimals),
        "sums": sums,
        "outputs": [verdict.output for verdict in seen.verdicts],
        "right": [verdict.right for verdict in seen.verdicts],
        "slope": slope,
        "zone": [least, most],
        "points": _points(seen, sums),
        "sentence": (
            f"Row {look.test_row + 1}, {inputs}: the sum {short(sums[look.test_row])} gives the output "
            f"{short(chosen.output)}, which rounds to {printed(chosen.output, data.decimals)}. Outputs from "
            f"{short(max(least, 0.0))} to {short(min(most, 1.0))} round to {chosen.expected}. "
            f"The slope here is {short(slope)}. The sigmoid’s steepest slope is 0.25."
        ),
    }


def _points(seen: Shown, sums: list[float]) -> list[str]:
    """The same points in words."""
    return [
        f"{' + '.join(map(str, verdict.inputs))}: sum {short(total)}, output {short(verdict.output)}, "
        f"rounds to {verdict.printed}, {'right' if verdict.right else 'wrong'}"
        for verdict, total in zip(seen.verdicts, sums, strict=True)
    ]


def _zones(decimals: int) -> list[list[object]]:
    """Which outputs round to which decimal; none for two decimals or more, where zones are too thin to see."""
    unit = 10**decimals
    if unit + 1 > MOST_ZONES:
        return []
    labels = [printed(step / unit, decimals) for step in range(unit + 1)]
    return [[label, *(min(max(edge, 0.0), 1.0) for edge in bounds(label, decimals))] for label in labels]
