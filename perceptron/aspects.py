"""What one can look at in a neuron, by name: what flows in, the stages of an update, the quantities of the map.

Whoever computes them and whoever shows them take them from here, so this uses nothing that MicroPython lacks.
"""

# What flows through the neuron.
FLOWS = ("question", "test row", "training row")
# The stages of an update, in their order.
STAGES = ("inputs", "products", "sum", "output", "error", "slope", "changes", "new")
# The pieces of Python that only some neurons run in an update.
CODE = ("sigmoid", "sigmoid-slope", "tanh", "linear", "relu", "step", "cross-entropy", "no-bias")
# The prediction for all pairs of numbers, the true value, the error, and whether the prediction is right.
QUANTITIES = ("prediction", "true value", "error", "right")
# The map goes from 0 to 1 in so many steps, both across and up, and has a value at each end of each step.
MAP_STEPS = 40
MAP_SIDE = MAP_STEPS + 1
ROWS_A_PAGE = 50  # of the results
TRAINING_ROWS_A_PAGE = 20  # of the table in which they can be changed
