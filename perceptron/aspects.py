"""What one can look at in a neuron, by name: what flows in, the stages of an update, the quantities of the map.

Whoever computes them and whoever shows them take them from here, so this uses nothing that MicroPython lacks.
"""

# What flows through the neuron.
FLOWS = ("question", "test row", "training row")
# The stages of an update, in their order.
STAGES = ("inputs", "products", "sum", "output", "error", "slope", "changes", "new")
# The pieces of the program that only some neurons run; see perceptron.pieces.
CODE = (
    ("math", "sigmoid", "tanh", "linear", "relu", "step")
    + ("sigmoid-slope", "cross-entropy", "tanh-slope", "linear-slope", "relu-slope", "step-slope")
    + ("bias", "no-bias", "sigmoid-answer", "tanh-answer", "linear-answer", "relu-answer", "step-answer", "bias-change")
)
# The prediction for all pairs of numbers, the true value, the error, and whether the prediction is right.
QUANTITIES = ("prediction", "true value", "error", "right")
CLASS = "class"  # in place of “right” where there are just two targets
# The map goes through the range of an input in so many steps, and has a value at each end of each step.
MAP_STEPS = 40
MAP_SIDE = MAP_STEPS + 1
ROWS_A_PAGE = 25  # of the results; the browser would draw twice as many for too long
TRAINING_ROWS_A_PAGE = 20  # of the table in which they can be changed
MOST_POINTS = 300  # rows drawn in one picture; more would hide each other and take too long
MOST_WORDS = 100  # of them that are listed in words
# A slider from 0 to the most measures a tolerance: at the first value it is the data's own.
OWN_TOLERANCE, MOST_TOLERANCE, TOLERANCE_STEP = 50, 200, 5
# A slider takes two runs from their starts, at 0, to their own ends, at the last of so many steps.
PAIR_STEPS = 200
