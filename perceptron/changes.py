"""Ready changes of the page's own program, each a few lines, to try and to go on from."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

LOOP = """\
        for j in range(len(self.weights)):
            self.weights[j] += self.learning_rate * error * inputs[j] * delta
"""
BIAS = "        self.bias += self.learning_rate * error * delta\n"
RATE = "        self.learning_rate = learning_rate\n"
TERMS = """\
        output = self.predict(inputs)
        error = target - output
        delta = derivative(output)
"""
SIGMOID = """\
def sigmoid(x):
    try:
        return 1.0 / (1.0 + math.exp(-x))
    except OverflowError:  # e^-x is past the largest float
        return 0.0
"""
SLOPE = "    return output * (1.0 - output)\n"


class Edit(NamedTuple):
    """Lines of the program, which stand there once, and what takes their place."""

    old: str
    new: str


class Change(NamedTuple):
    """What is edited in the program that the settings give; its words are in perceptron.words.changes.

    `settings` are those that it is made for, by their names; the others are as they are.
    """

    edits: tuple[Edit, ...]
    settings: Mapping[str, str] = MappingProxyType({"activation": "sigmoid", "loss": "squared", "bias": "on"})


def changed(program: str, change: Change) -> str:
    """The program after a change. Raises ValueError when it does not have the lines."""
    for old, new in change.edits:
        if program.count(old) != 1:
            raise ValueError(f"The program has not once, but {program.count(old)} times:\n{old}")
        program = program.replace(old, new)
    return program


CHANGES: Mapping[str, Change] = MappingProxyType(
    {
        "momentum": Change(
            (
                Edit(RATE, f"{RATE}        self.velocity = [0.0 for weight in weights] + [0.0]\n"),
                Edit(
                    LOOP + BIAS,
                    """\
        for j, x in enumerate([*inputs, 1.0]):
            self.velocity[j] = 0.9 * self.velocity[j] + self.learning_rate * error * x * delta
        for j in range(len(self.weights)):
            self.weights[j] += self.velocity[j]
        self.bias += self.velocity[-1]
""",
                ),
            )
        ),
        "decay": Change(
            (
                Edit(RATE, f"{RATE}        self.steps = 0\n"),
                Edit(
                    LOOP + BIAS,
                    """\
        rate = self.learning_rate / (1.0 + self.steps / 10000)
        self.steps += 1
        for j in range(len(self.weights)):
            self.weights[j] += rate * error * inputs[j] * delta
        self.bias += rate * error * delta
""",
                ),
            )
        ),
        "weight decay": Change(
            (
                Edit(
                    LOOP,
                    """\
        for j in range(len(self.weights)):
            self.weights[j] *= 1.0 - self.learning_rate * 0.001
            self.weights[j] += self.learning_rate * error * inputs[j] * delta
""",
                ),
            )
        ),
        "clipped step": Change((Edit(TERMS, f"{TERMS}        error = max(-0.1, min(0.1, error))\n"),)),
        "tanh by hand": Change(
            (
                Edit(
                    SIGMOID,
                    """\
def sigmoid(x):
    if x > 20.0 or x < -20.0:
        return 1.0 if x > 0.0 else -1.0
    return 2.0 / (1.0 + math.exp(-2.0 * x)) - 1.0  # this is tanh
""",
                ),
                Edit(SLOPE, "    return 1.0 - output * output\n"),
            )
        ),
        "leaky relu": Change(
            (
                Edit(SIGMOID, "def sigmoid(x):\n    return x if x > 0.0 else 0.01 * x  # a leaky ReLU\n"),
                Edit(SLOPE, "    return 1.0 if output > 0.0 else 0.01\n"),
            )
        ),
        "softsign": Change(
            (
                Edit(SIGMOID, "def sigmoid(x):\n    return 0.5 + 0.5 * x / (1.0 + abs(x))\n"),
                Edit(SLOPE, "    return 0.5 * (1.0 - abs(2.0 * output - 1.0)) ** 2\n"),
            )
        ),
        "no slope": Change((Edit("delta = derivative(output)", "delta = 1.0"),)),
        "Rosenblatt": Change(
            (
                Edit(SIGMOID, "def sigmoid(x):\n    return 1.0 if x >= 0.0 else 0.0  # a step\n"),
                Edit(SLOPE, "    return 1.0\n"),
            )
        ),
        "sign updates": Change(
            (Edit(TERMS, TERMS.replace("error = target - output", "error = math.copysign(0.1, target - output)")),)
        ),
        "Huber loss": Change(
            (
                Edit(
                    TERMS,
                    TERMS.replace(
                        "        delta =",
                        "        if abs(error) > 0.2:\n            error = math.copysign(0.2, error)\n        delta =",
                    ),
                ),
            )
        ),
        "noise": Change(
            (
                Edit("import math\n", "import math\nimport random\n"),
                Edit(RATE, f"{RATE}        self.steps = 0\n"),
                Edit(
                    TERMS,
                    """\
        self.steps += 1
        noise = random.Random(self.steps)  # the steps are its seed
        inputs = [x + noise.gauss(0.0, 0.05) for x in inputs]
"""
                    + TERMS,
                ),
            )
        ),
    }
)
