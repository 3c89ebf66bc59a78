"""How a row or a question is named: by its inputs."""

from perceptron.datasets import DataSet
from perceptron.task import Task
from perceptron.words.targets import target_in_words

SIGNS = {"sum": "+", "difference": "−", "product": "×"}
MOST_NAMED = 3


def question_in_words(data: DataSet, inputs: tuple[float, ...]) -> str:
    """As in “0.3 + 0.4”; where inputs have names that say more, “hours 2.5, sleep 7.0”."""
    sign = SIGNS.get(data.rule)
    if sign:
        numbers = [f"({x})" if i and x < 0.0 else str(x) for i, x in enumerate(inputs)]
        return f" {sign} ".join(numbers)
    if len(inputs) > MOST_NAMED:
        return ", ".join(map(str, inputs))
    return ", ".join(f"{name} {x}" for name, x in zip(data.input_names, inputs, strict=True))


def row_in_words(task: Task, inputs: tuple[float, ...], target: float, text: str = "") -> str:
    """A question with its target, as in “0.3 + 0.4 = 0.7” and “hours 2.5, sleep 7.0: 1 (passed)”."""
    follows = " =" if task.data.rule in SIGNS else ":"
    return f"{question_in_words(task.data, inputs)}{follows} {target_in_words(task, target, text)}"
