"""How a row or a question is named: by its inputs."""

from perceptron.datasets import DataSet
from perceptron.scoring import readable
from perceptron.task import Task
from perceptron.words.targets import target_in_words

SIGNS = {"sum": "+", "difference": "−", "product": "×"}
MOST_NAMED = 3


def question_in_words(data: DataSet, inputs: tuple[float, ...]) -> str:
    """As in “0.3 + 0.4”; where inputs have names that say more, “hours 2.5, sleep 7”."""
    sign, numbers = SIGNS.get(data.rule), [value_in_words(data, x) for x in inputs]
    if sign:
        return f" {sign} ".join([numbers[0], *(f"({x})" if x.startswith("-") else x for x in numbers[1:])])
    if len(inputs) > MOST_NAMED:
        return ", ".join(numbers)
    return ", ".join(f"{name} {x}" for name, x in zip(data.input_names, numbers, strict=True))


def value_in_words(data: DataSet, value: float) -> str:
    """A value of the data, with the data's decimals if it has no more of them."""
    text = readable(value, data.decimals)
    return text if float(text) == value else f"{value:.12g}"


def row_in_words(task: Task, inputs: tuple[float, ...], target: float, text: str = "") -> str:
    """A question with its target, as in “0.3 + 0.4 = 0.7” and “hours 2.5, sleep 7: 1 (passed)”."""
    follows = " =" if task.data.rule in SIGNS else ":"
    return f"{question_in_words(task.data, inputs)}{follows} {target_in_words(task, target, text)}"
