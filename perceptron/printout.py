"""A run as the command line prints it: in the article's lines, or as one JSON object."""

import json

from perceptron.experiment import Run
from perceptron.legs import write_legs
from perceptron.scoring import Verdict, score
from perceptron.settings import Settings
from perceptron.settings_table import FIELDS, SETTINGS
from perceptron.words.verdicts import line_of, score_in_words


def as_text(run: Run) -> str:
    """The article's lines and the score, before and after training."""
    lines = []
    for title, verdicts in (("Before training", run.before), ("After training", run.verdicts())):
        lines += [f"{title}:", *map(line_of, verdicts), score_in_words(score(verdicts)), ""]
    return "\n".join(lines[:-1])


def as_json(run: Run) -> str:
    """The settings, what the neuron learned and every verdict, with floats in full."""
    settings = run.settings
    weights, bias = run.start
    after = run.verdicts()
    return json.dumps(
        {
            "settings": {"data": settings.data.name, **_told(settings)},
            "start": {"weights": weights, "bias": bias},
            "weights": run.neuron.weights,
            "bias": run.neuron.bias,
            "before": [_verdict(verdict) for verdict in run.before],
            "after": [_verdict(verdict) for verdict in after],
            "score": {"right": score(after).right, "total": score(after).total},
        },
        indent=2,
    )


def _told(settings: Settings) -> dict[str, object]:
    """The settings with a number field, and of the others those that are not at their default."""
    told = {
        name: getattr(settings, name)
        for name, setting in SETTINGS.items()
        if name in FIELDS or (name != "data" and getattr(settings, name) != setting.read(setting.default))
    }
    return {**told, "legs": write_legs(settings.legs)} if settings.legs else told


def _verdict(verdict: Verdict) -> dict[str, object]:
    return {
        "inputs": verdict.inputs,
        "target": verdict.target,
        "output": verdict.output,
        "printed": verdict.printed,
        "right": verdict.right,
    }
