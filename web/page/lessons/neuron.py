"""The first part: what a neuron is made of. Nothing is trained in it; two lessons begin with a trained neuron."""

from perceptron.numerals import as_number
from web.page.lessons import reading as read
from web.page.lessons.lesson import ANSWER, DRAWING, POINT, Part, lesson, trained, untrained
from web.page.state import State


def _first_answer(state: State) -> str:
    lowest, highest = read.lowest_and_highest(state)
    return (
        f"The neuron answers {read.answer(state)}, but the true sum is {read.true_value(state)}. For the test rows, "
        f"it answers from {lowest} to {highest}: it has not learned yet."
    )


def _less(state: State) -> str:
    x, product, total, output = read.through_weight_1(state)
    sign = as_number(x)
    share = "makes the sum smaller" if sign > 0 else "makes the sum larger" if sign < 0 else "adds nothing to the sum"
    return (
        f"With weight 1 at {read.by_hand_in_words(state, 0)}, its tube is dashed. It turns the input {x} into "
        f"{product}, which {share}. Now the sum is {total}, and the prediction {output}."
    )


def _more(state: State) -> str:
    lowest, highest = read.lowest_and_highest(state)
    answers = lowest if lowest == highest else f"from {lowest} to {highest}"
    _, _, total, output = read.through_weight_1(state)
    return (
        f"The bias of {read.by_hand_in_words(state, 2)} is part of every sum. Here the sum is {total}, and the "
        f"prediction {output}. The answers to all test rows are {answers} now. Before, they were from 0.6 to 0.7."
    )


def _squashed(state: State) -> str:
    total, output = read.sum_and_output(state)
    return f"For {read.chosen_row_in_words(state)} the weighted sum is {total}. The sigmoid squashes it to {output}."


def _never_seen(state: State) -> str:
    return (
        f"The neuron answers {read.answer(state)}, and the true sum is {read.true_value(state)}. It never trained on "
        "0.6 + 0.2."
    )


PART = Part(
    "The neuron",
    (
        lesson(
            "A neuron",
            "A neuron takes in numbers, calculates, and gives out one number. This neuron has two inputs. Its "
            "prediction should be their sum. Nobody tells it how to add, and it has not learned yet.",
            "Ask it for 0.8 + 0.1: set the first number to 0.8.",
            "question-0",
            untrained(),
            lambda state: read.is_asked(state, 0.8, 0.1) and not state.epoch,
            _first_answer,
            ANSWER,
        ),
        lesson(
            "Weights",
            "Each input is multiplied by a weight. In the picture a weight is a tube: the further from 0, the wider. A "
            "negative weight pulls the answer down. Its tube is dashed.",
            "Set weight 1 to −2 or less, with the slider or by typing.",
            "weight-1-slider",
            untrained({}, ("start",)),
            lambda state: read.by_hand(state, 0) <= -2 and not state.epoch,
            _less,
            DRAWING,
        ),
        lesson(
            "Bias",
            "The bias is added to the sum, whatever the inputs are. A larger bias raises every answer. A smaller bias "
            "lowers every answer.",
            "Set the bias to 2 or more and watch the prediction in the drawing.",
            "bias-slider",
            untrained({}, ("start",)),
            lambda state: read.by_hand(state, 2) >= 2 and not state.epoch,
            _more,
            DRAWING,
        ),
        lesson(
            "Activation",
            "The weighted sum can be any number. The sigmoid squashes it to a number between 0 and 1. Its curve is "
            "steep in the middle and flat at both ends. In the tab “Rows on the curve”, each test row is a point. This "
            "neuron is already trained.",
            "Choose a row with the true sum 1.0 in the results. Then find its point in the tab “Rows on the curve”.",
            "verdict-0",
            trained(tab="activation", test_row=2),
            lambda state: read.is_row_on_the_curve(state) and read.chosen_row(state)["target"] == "1.0",
            _squashed,
            POINT,
        ),
        lesson(
            "Prediction",
            "Weights, bias and sigmoid: that is the whole neuron. This one is trained. It answers any two numbers, "
            "even ones it has never seen.",
            "Ask it for 0.6 + 0.2.",
            "question-0",
            trained(),
            lambda state: read.is_asked(state, 0.6, 0.2),
            _never_seen,
            ANSWER,
        ),
    ),
    "You know all parts of the neuron: weights, bias and sigmoid. Part 2 shows how it learns.",
)
