"""Prints digits that must be the same wherever Python runs."""

import json

from perceptron import ARTICLE, LINEAR, TANH, Perceptron, Run, Settings, learn, train_epochs

golden = Perceptron([0.3, 0.6], 0.1)
train_epochs(golden, ARTICLE.training, 0.1, 10_000)

runs = {}
for seed in (109, 0, 7, 999_999_999):
    run = Run(Settings(seed=seed, learning_rate=0.3))
    run.advance(300)
    run.step()
    runs[seed] = [run.start, run.neuron.weights, run.neuron.bias, run.error, [v.printed for v in run.verdicts()]]

others = {}
for activation in (TANH, LINEAR):
    neuron = Perceptron.random(3, 5, activation)
    others[activation.name] = repr(
        [learn(neuron, row._replace(inputs=(*row.inputs, 0.25)), 0.1) for row in ARTICLE.test]
    )

print(json.dumps([golden.weights, golden.bias, runs, others]))
