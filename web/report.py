"""A run as plain values for the page: every digit that a person will read, already written out.

It works where `perceptron` works: in the worker, and in the build, which draws the page with it.
"""

from perceptron.asking import ask
from perceptron.comparison import compare_with_article
from perceptron.datasets import ARTICLE
from perceptron.experiment import Run
from perceptron.learning import Update
from perceptron.scoring import printed, score

POINTS_OF_THE_CURVE = 300
SHORT = 4


def report(run: Run) -> dict[str, object]:
    """Where the run stands, with the whole table and the curve up to now."""
    data = run.settings.data
    verdicts = run.verdicts()
    untrained = run.epoch == 0 and run.row == 0
    comparison = compare_with_article(run.before, None if untrained else verdicts) if data is ARTICLE else None
    epochs, errors = run.history.sample(POINTS_OF_THE_CURVE)
    if epochs[-1] != run.epoch:
        epochs.append(run.epoch)
        errors.append(run.error)
    return {
        "epoch": run.epoch,
        "row": run.row,
        "rows_per_epoch": len(data.training),
        "weights": run.neuron.weights,
        "bias": run.neuron.bias,
        "weights_in_full": [repr(weight) for weight in run.neuron.weights],
        "bias_in_full": repr(run.neuron.bias),
        "weights_in_short": [_short(weight) for weight in run.neuron.weights],
        "bias_in_short": _short(run.neuron.bias),
        "table": [
            {"inputs": list(map(str, verdict.inputs)), "sum": verdict.expected, "before": verdict.printed}
            for verdict in run.before
        ],
        "printed": [verdict.printed for verdict in verdicts],
        "right": [verdict.right for verdict in verdicts],
        "score": str(score(verdicts)),
        "score_before": str(score(run.before)),
        "comparison": {
            "sentence": comparison.sentence if comparison else "",
            "differences": comparison.differences if comparison else "",
            "same": comparison is not None and comparison.alike == comparison.total,
        },
        "error": f"{run.error:.6f}",
        "error_at_start": f"{run.history.errors[0]:.6f}",
        "curve": {"epochs": epochs, "errors": [float(f"{error:.6g}") for error in errors]},
        "stopped": run.stopped,
    }


def update_record(update: Update, run: Run) -> dict[str, object]:
    """One update, term by term, every number in full, in the order in which they are computed."""
    names = [f"{i}" for i in range(1, len(update.inputs) + 1)]
    row = run.row or len(run.settings.data.training)
    epoch = run.epoch + 1 if run.row else run.epoch
    terms = [(f"Input {name}", x) for name, x in zip(names, update.inputs, strict=True)]
    terms += [(f"Weight {name}, old", weight) for name, weight in zip(names, update.weights, strict=True)]
    terms += [
        ("Bias, old", update.bias),
        ("Weighted sum", update.weighted_sum),
        ("Output", update.output),
        ("Target", update.target),
        ("Error", update.error),
        ("Derivative", update.derivative),
    ]
    terms += [(f"Change of weight {name}", change) for name, change in zip(names, update.weight_changes, strict=True)]
    terms += [("Change of bias", update.bias_change)]
    terms += [(f"Weight {name}, new", weight) for name, weight in zip(names, update.new_weights, strict=True)]
    terms += [("Bias, new", update.new_bias)]
    return {
        "title": f"Epoch {epoch:,}, training row {row} of {len(run.settings.data.training)}",
        "terms": [{"name": name, "value": repr(value)} for name, value in terms],
    }


def answer_to(run: Run, inputs: list[float]) -> dict[str, object]:
    """The neuron's answer to two numbers."""
    answer = ask(run.neuron, run.settings.data, tuple(inputs))
    return {
        "prediction": _short(answer.prediction),
        "printed": printed(answer.prediction, run.settings.data.decimals),
        "in_full": repr(answer.prediction),
        "true_sum": f"{answer.true_sum:.12g}",
        "remark": answer.remark,
    }


def _short(value: float) -> str:
    return printed(value, SHORT)
