"""What is said of an answer: which class it is nearer to, and that its question is not like the training rows."""

import math

from perceptron.fields import counted, listed
from perceptron.findings.answer import Answer, Span
from perceptron.scoring import readable
from perceptron.task import Task
from perceptron.words.numbers import past_floats
from perceptron.words.questions import value_in_words
from perceptron.words.reach import always_in_words
from perceptron.words.targets import half_way_in_words, targets_called

MOST_INPUTS_TOLD = 3


def answer_in_words(answer: Answer) -> str:
    """The prediction, and with two targets the nearer one, as in “0.93, nearer to passed (1)”."""
    task = answer.task
    is_finite = math.isfinite(answer.prediction)
    shown = task.shown(answer.prediction) if is_finite else past_floats(answer.prediction)
    if answer.nearer is None:
        return f"{shown}, {half_way_in_words(task)}" if answer.half_way else shown
    number, name = task.shown_target(answer.nearer), task.class_of(answer.nearer)
    return f"{shown}, nearer to {name} ({number})" if name else f"{shown}, nearer to {number}"


def remark_on(answer: Answer) -> str:
    """How the question differs from the training rows, and what the neuron cannot give; empty when it is like them."""
    spans = _about_inputs(answer)
    if answer.targets:
        spans.append(f"{targets_called(answer.task)} {_from_to(answer.task, answer.targets)}")
    if not spans:
        return ""
    remark = f"It was not trained on numbers like these. In training {listed(spans)}."
    if not answer.out_of_reach or answer.truth is None:
        return remark
    asked_for = _asked_for(answer.task, answer.truth)
    near = answer.out_of_reach == "near"
    how = f"can come near {asked_for} but never reach it" if near else f"can never be {asked_for}"
    return f"{remark} {always_in_words(answer.reach)}, so it {how}."


def _about_inputs(answer: Answer) -> list[str]:
    """The training spans of the inputs that lie outside them."""
    outside, task = answer.outside, answer.task
    names = [_called(name) for name in task.data.input_names]
    if len(outside) == len(names) == 2 and outside[0] == outside[1]:
        both = "both numbers" if all(map(_is_number, task.data.input_names)) else " and ".join(names)
        return [f"{both} were {_from_to(task, outside[0])}"]
    told = [f"{names[i]} was {_from_to(task, span)}" for i, span in outside.items()]
    more = len(told) - MOST_INPUTS_TOLD
    return [*told[:MOST_INPUTS_TOLD], f"{counted(more, 'more input')} had other values"] if more > 0 else told


def _called(name: str) -> str:
    """An input as it stands within a sentence: “First number” becomes “the first number”."""
    return f"the {name[0].lower()}{name[1:]}" if _is_number(name) else name


def _is_number(name: str) -> bool:
    return name.endswith(" number")


def _from_to(task: Task, span: Span) -> str:
    least, most = value_in_words(task.data, span.least), value_in_words(task.data, span.most)
    return f"from {least} to {most}" if least != most else f"always {least}"


def _asked_for(task: Task, truth: float) -> str:
    """The true answer as the page shows it: never rounded to another number."""
    shown = readable(truth, task.data.decimals)
    exact = f"{truth:.12g}"
    return shown if not math.isfinite(truth) or f"{float(shown):.12g}" == exact else exact
