"""The guide's lessons, in the order of the article's sections. Each is data: words, a setting-up, a sign of success.

`setting_up` is a row of messages that prepare the page, `done` looks at a State and says whether the task is done.
"""

from collections import namedtuple

from perceptron.numerals import as_number
from perceptron.settings_table import DEFAULTS
from web.page import messages as m
from web.page.request import is_told
from web.page.state import State

# What the person may change in a lesson are the other settings.
OF_THE_ARTICLE = ("data", "activation", "loss", "bias", "order", "scaling", "tolerance")

Lesson = namedtuple("Lesson", ("title", "text", "task", "place", "setting_up", "done"))


def is_at_home(state: State) -> bool:
    """Whether the run is one that the lessons speak of: the article's data and neuron."""
    settings = state.form.settings
    return all(settings[name] == DEFAULTS[name] for name in OF_THE_ARTICLE)


def _by_hand(state: State, position: int) -> float:
    return as_number(state.by_hand[position]) if state.by_hand else 0.0


def _sum_of_row(state: State) -> str:
    return str(state.said.start["table"][state.look.test_row]["target"]) if state.said.start else ""


AS_THE_ARTICLE = (
    m.ArticlePressed(),
    m.ResetPressed(),  # first: another learning rate in mid-run would be one more change in the run
    m.SeedStartPressed(),
    m.SettingTyped("seed", "109"),
    m.SettingTyped("learning_rate", "0.1"),
    m.SettingTyped("epochs", "10000"),
)

LESSONS = (
    Lesson(
        "A neuron",
        "A neuron takes in numbers, calculates, and gives out one number. This neuron has two inputs on the left and "
        "its prediction on the right. The prediction should be the sum of the inputs. Nobody tells it how to add.",
        "Point at the prediction in the drawing, or reach it with the Tab key. Read what it is.",
        "network",
        AS_THE_ARTICLE + (m.PartPointed(""), m.TabChosen("why"), m.RowChosen(0)),
        lambda state: state.pointer.part == "output",
    ),
    Lesson(
        "Layers",
        "Large networks have many neurons, in layers. The layers in the middle are called hidden layers. Here both "
        "inputs go straight to one neuron. So there is only one layer, and it is not hidden.",
        "Choose another row in the results and see which numbers flow in.",
        "results",
        (m.RowChosen(0), m.TabChosen("why")),
        lambda state: state.look.test_row != 0,
    ),
    Lesson(
        "Weights",
        "Each input flows through a tube and is multiplied by a weight. A larger weight makes a wider tube. A negative "
        "weight pulls the answer down. Its tube is dashed.",
        "Set weight 1 to a negative number, with the slider or by typing.",
        "network",
        AS_THE_ARTICLE + (m.TabChosen("why"),),
        lambda state: _by_hand(state, 0) < 0,
    ),
    Lesson(
        "Bias",
        "The bias is added to the sum, whatever the inputs are. Turn this knob up and every answer goes up. Turn it "
        "down and every answer goes down.",
        "Set the bias to 2 or more. Watch the table: all predictions go up.",
        "network",
        AS_THE_ARTICLE + (m.TabChosen("why"),),
        lambda state: _by_hand(state, 2) >= 2,
    ),
    Lesson(
        "Activation",
        "The weighted sum can be any number. The sigmoid squashes it to a number between 0 and 1. Its curve is steep "
        "in the middle and flat at both ends. Each test row is a point on this curve. The band shows which outputs "
        "would be right for the chosen row.",
        "Choose a row whose sum is 1.0 and see where its band is.",
        "panels",
        (m.RowChosen(2), m.TabChosen("activation")),
        lambda state: state.look.tab == "activation" and _sum_of_row(state) == "1.0",
    ),
    Lesson(
        "Prediction",
        "Weights, bias and sigmoid: that is the whole neuron. It answers any two numbers, even ones it has never seen.",
        "Ask it for 0.6 + 0.2.",
        "question",
        (m.QuestionTyped(0, "0.2"), m.QuestionTyped(1, "0.1")),
        lambda state: (
            state.said.answered == state.form.question
            and [as_number(text) for text in state.said.answered] == [0.6, 0.2]
        ),
    ),
    Lesson(
        "Error and backpropagation",
        "The neuron learns from its errors. It predicts a training row and compares its prediction with the target. "
        "Then it works backwards from the error and finds how much each weight must change.",
        "Step through one update to its last stage, New weights.",
        "panels",
        AS_THE_ARTICLE + (m.TabChosen("update"), m.StageChosen(0)),
        lambda state: state.look.tab == "update" and state.look.stage == 7,
    ),
    Lesson(
        "One row after another",
        "After each row, the weights and the bias change a little. The next row uses the new ones.",
        "Press Step once and compare the digits of the weights.",
        "train",
        AS_THE_ARTICLE + (m.TabChosen("update"),),
        lambda state: state.epoch > 0 or state.row > 0,
    ),
    Lesson(
        "Epochs",
        "One pass through all training rows is an epoch. One epoch changes little, so the neuron goes through the "
        "same rows again and again.",
        "Press Train and let it run for 100 epochs.",
        "train",
        AS_THE_ARTICLE + (m.SettingTyped("epochs", "100"),),
        lambda state: state.epoch >= 100 and state.run == "trained",
    ),
    Lesson(
        "Learning rate",
        "The learning rate sets the size of each step. Small steps are slow. Huge steps jump past the goal.",
        "Set the learning rate to 1, train 100 epochs and compare the score with the last lesson. Then press Reset "
        "and try 100.",
        "train",
        AS_THE_ARTICLE + (m.SettingTyped("epochs", "100"),),
        lambda state: (
            as_number(state.form.settings["learning_rate"]) >= 1
            and not state.form.settings["legs"]
            and state.epoch >= 100
            and state.run == "trained"
        ),
    ),
    Lesson(
        "Before and after",
        "Now do the article’s whole run: 10,000 epochs from the same start. Before training, 2 of 25 rows are right.",
        "Press Train and wait for the end. Then compare the two columns in the results.",
        "train",
        AS_THE_ARTICLE,
        lambda state: state.epoch >= 10000 and state.run == "trained",
    ),
    Lesson(
        "Why not 25?",
        "Some rows stay wrong, however long the neuron trains. They have something in common.",
        "After training, choose a wrong row and read why it is wrong.",
        "results",
        (m.TabChosen("why"), m.RowChosen(2)),
        lambda state: (
            state.look.tab == "why"
            and state.look.test_row != 2
            and state.epoch >= 1000
            and bool(state.said.report)
            and not state.said.report["right"][state.look.test_row]
        ),
    ),
    Lesson(
        "When did it learn?",
        "The page remembers every epoch, so you can go back in time. Most of the 10,000 epochs no longer change the "
        "score.",
        "After training, move the time slider to an epoch before 2,000 where 21 of 25 rows are already right.",
        "curve",
        (m.NowChosen(),),
        lambda state: (
            bool(state.look.moment)
            and state.look.moment[0] < 2000
            and bool(state.said.report)
            and state.said.report["shown"]["epoch"] == state.look.moment[0]
            and state.said.report["right_count"] == 21
        ),
    ),
    Lesson(
        "A choice of yardstick",
        "So far, a prediction is right if it rounds to its target. The mean error shows that the neuron is close "
        "almost everywhere. How many rows are right depends on how much error you allow.",
        "After training, move the tolerance until all 25 rows are within it.",
        "panels",
        (m.NowChosen(), m.TabChosen("yardsticks"), m.ToleranceChosen(50)),
        lambda state: is_told(state, "panel") and state.panel_of("yardsticks").get("within") == "25 of 25",
    ),
)
