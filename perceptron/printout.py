"""A run as the command line prints it: in the article's lines, or as one JSON object."""

import json
import math

from perceptron.changed_run import ChangedRun
from perceptron.experiment import Run
from perceptron.findings.answer import Answer, ask
from perceptron.legs import write_legs
from perceptron.neuron import Vector
from perceptron.scoring import Verdict
from perceptron.settings import Settings
from perceptron.settings_table import FIELDS, SETTINGS
from perceptron.words.answer import answer_in_words
from perceptron.words.faults import printed_in_words
from perceptron.words.verdicts import line_of, score_in_words


def as_text(run: Run, question: Vector | None = None) -> str:
    """The article's lines and the score, before and after training; then the answer to a question, if there is one."""
    lines = []
    for title, verdicts in (("Before training", run.before), ("After training", run.verdicts())):
        lines += [f"{title}:", *map(line_of, verdicts), score_in_words(verdicts.score), ""]
    text = "\n".join([*lines, _line_of(run, question)] if question else lines[:-1])
    printed = printed_in_words(run.printed) if isinstance(run, ChangedRun) else ""
    return f"{text}\n\n{printed}" if printed else text


def as_json(run: Run, question: Vector | None = None) -> str:
    """The settings, what the neuron learned, every verdict, and the answer to a question, with floats in full.

    An output that is infinite or NaN is null, because JSON has no such numbers.
    """
    settings = run.settings
    weights, bias = run.start
    after = run.verdicts()
    content = {
        "settings": {"data": settings.data.name, **_told(settings)},
        "start": {"weights": weights, "bias": bias},
        "weights": run.neuron.weights,
        "bias": run.neuron.bias,
        "before": [_verdict(verdict) for verdict in run.before],
        "after": [_verdict(verdict) for verdict in after],
        "score": after.score._asdict(),
    }
    if isinstance(run, ChangedRun):
        content["printed"] = run.printed.text
    if question:
        content["ask"] = _answer(run, question)
    return json.dumps(content, indent=2, allow_nan=False)


def _in_json(output: float) -> float | None:
    return output if math.isfinite(output) else None


def _told(settings: Settings) -> dict[str, object]:
    """The settings with a number field, and of the others those that are not at their default."""
    told = {
        name: getattr(settings, name)
        for name, setting in SETTINGS.items()
        if name in FIELDS or (name != "data" and getattr(settings, name) != setting.read(setting.default))
    }
    return {**told, "legs": write_legs(settings.legs)} if settings.legs else told


def _asked(run: Run, question: Vector) -> Answer:
    return ask(run.neuron, run.task, tuple(question))


def _line_of(run: Run, question: Vector) -> str:
    """The answer to a question as the test rows have theirs, and in full."""
    answer = _asked(run, question)
    line = f"Ask: {list(question)}, Prediction: {answer_in_words(answer)}"
    return f"{line} (in full {answer.prediction!r})" if math.isfinite(answer.prediction) else line


def _answer(run: Run, question: Vector) -> dict[str, object]:
    answer = _asked(run, question)
    told: dict[str, object] = {
        "inputs": question,
        "output": _in_json(answer.prediction),
        "printed": run.task.shown(answer.prediction),
    }
    kind = run.task.class_of(answer.nearer)
    return {**told, "class": kind} if kind else told


def _verdict(verdict: Verdict) -> dict[str, object]:
    return {
        "inputs": verdict.inputs,
        "target": verdict.target,
        "output": _in_json(verdict.output),
        "printed": verdict.printed,
        "right": verdict.right,
    }
