"""The program that the page shows, from the pieces that it runs, line by line. Each line says to which stages of the
update it belongs.

What only some neurons run is a piece of its own, which the page hides for the others; see perceptron.aspects.CODE.
"""

import html

from perceptron.aspects import CODE
from perceptron.pieces import PIECES

ANSWERS = ("sigmoid", "tanh", "linear", "relu", "step")
# The stages of the lines that are steps of the update, by what stands in the line before its comment.
STAGES_OF_LINES = {
    "total = self.bias": "sum",
    "total = 0.0": "sum",
    "for x, weight in zip(inputs, self.weights):": "products sum",
    "total += x * weight": "products sum",
    **{f"return {name}(total)": "output" for name in ANSWERS},
    "return 1.0 / (1.0 + math.exp(-x))": "output",
    "return math.tanh(x)": "output",
    "return x": "output",
    "return 0.0 if x <= 0.0 else x": "output",
    "return 1.0 if x >= 0.0 else 0.0": "output",
    "def train(self, inputs, target):": "inputs",
    "output = self.predict(inputs)": "output",
    "error = target - output": "error",
    "delta = derivative(output)": "slope",
    "return output * (1.0 - output)": "slope",
    "return 1.0 - output * output": "slope",
    "return 1.0": "slope",
    "return 1.0 if output > 0.0 else 0.0": "slope",
    "for j in range(len(self.weights)):": "changes new",
    "self.weights[j] += self.learning_rate * error * inputs[j] * delta": "changes new",
    "self.bias += self.learning_rate * error * delta": "changes new",
}


def listing() -> str:
    """All pieces as HTML, one span for each line. Raises ValueError when a line that has stages is not there."""
    shown = {_step(line) for piece in PIECES.values() for line in piece.splitlines()}
    if not shown.issuperset(STAGES_OF_LINES):
        raise ValueError(f"The program has no line {set(STAGES_OF_LINES) - shown}.")
    return "".join([_piece(name, text) for name, text in PIECES.items()])


def _piece(name: str, text: str) -> str:
    marked = f' id="code-{name}"' if name in CODE else ""
    return f"<code{marked}>" + "\n".join(map(_line, text.splitlines())) + "</code>"


def _line(text: str) -> str:
    stages = STAGES_OF_LINES.get(_step(text), "")
    marked = f' data-stages="{stages}"' if stages else ""
    indentation = len(text) - len(text.lstrip())
    marked += f' data-in="{indentation}"' if indentation else ""  # so that a long line goes on within it
    return f"<span{marked}>{html.escape(text)}</span>"


def _step(line: str) -> str:
    return line.partition("#")[0].strip()
