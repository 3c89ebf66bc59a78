"""The pieces of the rule of learning, as the text of a short program in the article's shape.

The page shows this text, `learning` runs it, and a person takes it home or changes it. Settings choose among the
pieces, so that the program is always that of the experiment and holds nothing else.
"""

from collections.abc import Mapping
from types import MappingProxyType

CLASS = "NeuralNetwork"
# What the class may ask for when it is made, by name.
START_NAMES = ("weights", "bias", "learning_rate")

# The pieces in their order. What every neuron needs has the name of no setting; the others are named in `aspects`.
HEAD, SUM, TRAIN, CHANGE = "head", "weighted-sum", "train", "change"
PIECES: Mapping[str, str] = MappingProxyType(
    {
        HEAD: '''\
"""One neuron that learns by small corrections, as in the article."""
''',
        "math": """
import math
""",
        "sigmoid": """

def sigmoid(x):
    try:
        return 1.0 / (1.0 + math.exp(-x))
    except OverflowError:  # e^-x is past the largest float
        return 0.0
""",
        "tanh": """

def tanh(x):
    return math.tanh(x)
""",
        "linear": """

def linear(x):
    return x
""",
        "relu": """

def relu(x):
    return 0.0 if x <= 0.0 else x
""",
        "step": """

def step(x):
    return 1.0 if x >= 0.0 else 0.0
""",
        "sigmoid-slope": """

def derivative(output):
    return output * (1.0 - output)
""",
        "cross-entropy": """

def derivative(output):
    return 1.0  # the slope of cross-entropy cancels that of the sigmoid
""",
        "tanh-slope": """

def derivative(output):
    return 1.0 - output * output
""",
        "linear-slope": """

def derivative(output):
    return 1.0
""",
        "relu-slope": """

def derivative(output):
    return 1.0 if output > 0.0 else 0.0
""",
        "step-slope": """

def derivative(output):
    return 1.0  # a step has no slope to learn by; with 1 this is Rosenblatt's rule
""",
        "bias": f"""

class {CLASS}:
    def __init__(self, weights, bias, learning_rate):
        self.weights = weights
        self.bias = bias
        self.learning_rate = learning_rate

    def predict(self, inputs):
        total = self.bias
""",
        "no-bias": f"""

class {CLASS}:
    def __init__(self, weights, learning_rate):
        self.weights = weights
        self.learning_rate = learning_rate

    def predict(self, inputs):
        total = 0.0
""",
        SUM: """\
        for x, weight in zip(inputs, self.weights):
            total += x * weight
""",
        "sigmoid-answer": "        return sigmoid(total)\n",
        "tanh-answer": "        return tanh(total)\n",
        "linear-answer": "        return linear(total)\n",
        "relu-answer": "        return relu(total)\n",
        "step-answer": "        return step(total)\n",
        TRAIN: """
    def train(self, inputs, target):
        output = self.predict(inputs)
        error = target - output
        delta = derivative(output)
""",
        CHANGE: """\
        for j in range(len(self.weights)):
            self.weights[j] += self.learning_rate * error * inputs[j] * delta
""",
        "bias-change": "        self.bias += self.learning_rate * error * delta\n",
    }
)
WITH_MATH = ("sigmoid", "tanh")


def rule_text(activation: str, loss: str, has_bias: bool) -> str:
    """The page's own program with this activation, with this loss, and with a bias or without."""
    return "".join([PIECES[name] for name in pieces_of(activation, loss, has_bias)])


def pieces_of(activation: str, loss: str, has_bias: bool) -> tuple[str, ...]:
    """The names of the pieces that make up such a program, in their order."""
    chosen = {
        *(HEAD, SUM, TRAIN, CHANGE),
        *(activation, f"{activation}-answer"),
        "cross-entropy" if loss == "cross-entropy" else f"{activation}-slope",
        *(["math"] if activation in WITH_MATH else []),
        *(["bias", "bias-change"] if has_bias else ["no-bias"]),
    }
    return tuple([name for name in PIECES if name in chosen])


def start_names(program: str) -> tuple[str, ...]:
    """Which of START_NAMES the program's class asks for when it is made, in its own order; none without a class.

    Raises SyntaxError for a text that is no Python.
    """
    import ast  # rarely needed

    for statement in ast.walk(ast.parse(program)):
        if isinstance(statement, ast.ClassDef) and statement.name == CLASS:
            for method in statement.body:
                if isinstance(method, ast.FunctionDef) and method.name == "__init__":
                    arguments = [*method.args.posonlyargs, *method.args.args, *method.args.kwonlyargs]
                    return tuple([argument.arg for argument in arguments if argument.arg in START_NAMES])
    return ()
