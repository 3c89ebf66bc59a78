"""The third part: other yardsticks, questions, activations and data than the article's."""

from perceptron.fields import counted
from perceptron.preset_names import ARTICLE_NAME, PRESET_NAMES
from web.page.lessons import reading as read
from web.page.lessons.lesson import ANSWER, SCORE, WITHIN, Part, lesson, trained, untrained
from web.page.state import State


def _all_within(state: State) -> str:
    panel = state.panel_of("yardsticks")
    return (
        f"Within {panel['tolerance']} of its target, every row counts as right: {panel['within']}. The largest error "
        f"is {panel['largest_error']}."
    )


def _too_far(state: State) -> str:
    return (
        f"The neuron answers {read.answer(state)}, but the true sum is {read.true_value(state)}. A sigmoid never gives "
        "more than 1, and no sum in training was above 1.0."
    )


def _adds(state: State) -> str:
    return (
        f"Without the sigmoid: {read.score(state)}. Now {read.parameters(state)}. Weights of 1 and a bias of 0 add two "
        "numbers exactly."
    )


def _other_rows(state: State) -> str:
    name = PRESET_NAMES.get(state.form.settings["data"], "Your own")
    return (
        f"After {counted(state.epoch, 'epoch')} with the data “{name}”: {read.score(state)}. The neuron learns in "
        "the same way. Only its rows are different."
    )


def _one_layer(state: State) -> str:
    return (
        f"After {counted(state.epoch, 'epoch')}: {read.score(state)}. No weights and bias get all rows of XOR right. "
        "That takes a hidden layer."
    )


PART = Part(
    "Beyond the article",
    (
        lesson(
            "How near is right?",
            "So far, a prediction is right if it rounds to its target. That is a choice. The score depends on how much "
            "error you allow.",
            "In the tab “Yardsticks”, move the tolerance until all 25 rows are within it.",
            "yard-tolerance",
            trained(tab="yardsticks"),
            lambda state: state.panel_of("yardsticks").get("within") == "25 of 25",
            _all_within,
            WITHIN,
        ),
        lesson(
            "Outside of the training rows",
            "The training rows only have numbers from 0 to 0.9 and sums from 0.2 to 1.0. What does the neuron answer "
            "outside of them?",
            "Ask it for 0.9 + 0.9.",
            "question-0",
            trained(),
            lambda state: read.is_asked(state, 0.9, 0.9),
            _too_far,
            ANSWER,
        ),
        lesson(
            "Another activation",
            "The sigmoid keeps the neuron from 25 of 25. With the linear activation, the prediction is the weighted "
            "sum itself.",
            "Choose “linear” in the list Activation and press Train.",
            "choose-activation",
            trained(("activation",)),
            lambda state: (
                state.form.settings["activation"] == "linear"
                and read.is_trained(state, 1)
                and read.are_all_right(state)
            ),
            _adds,
            SCORE,
        ),
        lesson(
            "Other data, also yours",
            "The neuron does not know that it should add. Its training rows say so. Give it other rows, also your own, "
            "and it learns something else. AND is 1 only if both inputs are 1.",
            "Choose “AND” in the list Data and press Train.",
            "choose-data",
            untrained({}, ("data",)),
            lambda state: state.form.settings["data"] != ARTICLE_NAME and read.is_trained(state, 1),
            _other_rows,
            SCORE,
        ),
        lesson(
            "Layers",
            "Large networks have many neurons, in layers. Layers in the middle are called hidden layers. This page has "
            "one neuron, so one layer, and it is not hidden. Now its data is XOR: 1 if exactly one of the two inputs "
            "is 1.",
            "Press Train and see how many of the 4 rows it gets right.",
            "train",
            untrained({"data": "xor"}, (), question=()),
            lambda state: read.is_trained(state, 100),
            _one_layer,
            SCORE,
        ),
    ),
    "You know what one neuron can do and what it cannot do.",
)
