"""Prints digits that must be the same wherever Python runs."""

import json

from perceptron import ARTICLE, LINEAR, TANH, Leg, Perceptron, Run, Settings, learn, train_epochs

golden = Perceptron([0.3, 0.6], 0.1)
train_epochs(golden, ARTICLE.training, 0.1, 10_000)

runs: dict[object, object] = {}
for seed in (109, 0, 7, 999_999_999):
    run = Run(Settings(seed=seed, learning_rate=0.3))
    run.advance(300)
    run.step()
    runs[seed] = [run.start, run.neuron.weights, run.neuron.bias, run.error, [v.printed for v in run.verdicts()]]

legs = Run(Settings(seed=7, learning_rate=0.3, legs=(Leg(0.1, 40, 0), Leg(3.0, 99, 7), Leg(20.0, 99, 9))))
legs.advance(300)
legs.follow(Settings(seed=7, learning_rate=5.0, legs=(Leg(0.1, 40, 0), Leg(3.0, 99, 7), Leg(20.0, 99, 8))))
legs.advance(100)
runs["legs"] = [legs.neuron.weights, legs.neuron.bias, legs.error, legs.at(100).neuron.weights]

others = {}
for activation in (TANH, LINEAR):
    neuron = Perceptron.random(3, 5, activation)
    others[activation.name] = repr(
        [learn(neuron, row._replace(inputs=(*row.inputs, 0.25)), 0.1) for row in ARTICLE.test]
    )

print(json.dumps([golden.weights, golden.bias, runs, others]))
