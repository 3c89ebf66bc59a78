"""The whole program of the stock page: the article's neuron, on the main thread."""

import json
import random

from pyscript import document, when

from tests.bench.article.article import NeuralNetwork  # the bench puts its source here

data = json.loads(document.getElementById("data").textContent)
draw = random.Random(109).random
network = NeuralNetwork([draw(), draw()], draw())


def predictions() -> list[str]:
    """What the network says to every test row."""
    return [f"{network.predict(inputs):.1f}" for inputs in data["test_inputs"]]


def show(after: list[str]) -> None:
    """Draw the table."""
    document.getElementById("results").innerHTML = "".join(
        f"<tr><td>{first}</td><td>{second}</td><td>{first + second:.1f}</td><td>{old}</td><td>{new}</td></tr>"
        for (first, second), old, new in zip(data["test_inputs"], before, after, strict=True)
    )


@when("click", "#train")  # type: ignore[untyped-decorator]  # PyScript has no types
def train() -> None:
    """Train as the article does, and draw what comes of it."""
    network.train(data["training_inputs"], data["training_outputs"], 10_000)
    show(predictions())
    document.documentElement.setAttribute("data-done", "")


before = predictions()
show([""] * len(before))
document.getElementById("train").disabled = False
document.documentElement.setAttribute("data-ready", "")
