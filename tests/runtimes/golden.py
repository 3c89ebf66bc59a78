"""Prints digits that must be the same wherever Python runs with the same e^x, and others that need another function."""

import json

from perceptron.activations import LINEAR, TANH, Activation
from perceptron.datasets import ARTICLE
from perceptron.experiment import Run
from perceptron.learning import learn, train_epochs
from perceptron.legs import Leg
from perceptron.neuron import Perceptron
from perceptron.settings import Settings

golden = Perceptron([0.3, 0.6], 0.1)
train_epochs(golden, ARTICLE.training, 0.1, 10_000)

runs: dict[object, list[object]] = {}
for seed, rate, epochs in ((58, 0.1, 1000), (109, 0.3, 300), (0, 0.3, 300), (7, 100.0, 300), (999_999_999, 0.3, 300)):
    run = Run(Settings(seed=seed, learning_rate=rate))
    run.advance(epochs)
    run.step()
    runs[seed] = [run.start, run.neuron.weights, run.neuron.bias, run.error, [v.printed for v in run.verdicts()]]
    runs[seed].append(run.at(epochs).neuron.weights[0])

legs = Run(Settings(seed=7, learning_rate=0.3, legs=(Leg(0.1, 40, 0), Leg(3.0, 99, 7), Leg(20.0, 99, 9))))
legs.advance(300)
legs.follow(Settings(seed=7, learning_rate=5.0, legs=(Leg(0.1, 40, 0), Leg(3.0, 99, 7), Leg(20.0, 99, 8))))
legs.advance(100)
runs["legs"] = [legs.neuron.weights, legs.neuron.bias, legs.error, legs.at(100).neuron.weights]

for order, bias, loss in (
    ("given", "on", "cross-entropy"),
    ("shuffled", "off", "squared"),
    ("shuffled", "on", "squared"),
):
    other = Run(Settings(seed=7, order=order, bias=bias, loss=loss, scaling="0-1"))
    other.advance(200)
    other.step()
    runs[f"{order}, {bias}, {loss}"] = [other.neuron.weights, other.neuron.bias, other.error, other.at(77).neuron.bias]


def updates(activation: Activation) -> list[object]:
    neuron = Perceptron.random(3, 5, activation)
    return [learn(neuron, row._replace(inputs=(*row.inputs, 0.25)), 0.1).new_weights for row in ARTICLE.test]


print(json.dumps([[*golden.weights, golden.bias], runs, updates(LINEAR)]))
print(json.dumps(updates(TANH)))
