"""The guide's lessons, in the order of the article's sections. Each is data: words, a setting-up, a sign of success.

`setting_up` is a row of messages that prepare the page, `done` looks at a State and says whether the task is done.
"""

from collections import namedtuple

from perceptron.numerals import as_number
from web.page import messages as m

Lesson = namedtuple("Lesson", ("title", "text", "task", "place", "setting_up", "done"))


def _by_hand(state, position: int) -> float:  # type: ignore[no-untyped-def]  # a State, which imports nothing from here
    return as_number(state.by_hand[position]) if state.by_hand else 0.0


def _sum_of_row(state) -> str:  # type: ignore[no-untyped-def]
    return str(state.said.start["table"][state.look.test_row]["sum"]) if state.said.start else ""


AS_THE_ARTICLE = (
    m.ResetPressed(),  # first: another learning rate in mid-run would be one more change in the run
    m.SeedStartPressed(),
    m.SettingTyped("seed", "109"),
    m.SettingTyped("learning_rate", "0.1"),
    m.SettingTyped("epochs", "10000"),
)

LESSONS = (
    Lesson(
        "A neuron",
        "A neuron takes numbers in, works with them, and gives one number out. This one has two inputs on the left "
        "and its prediction on the right. It should give their sum, and nobody has told it how.",
        "Point at the prediction in the drawing, or reach it with the Tab key, and read what it is.",
        "network",
        AS_THE_ARTICLE + (m.PartPointed(""), m.TabChosen("why"), m.RowChosen(0)),
        lambda state: state.pointer.part == "output",
    ),
    Lesson(
        "Layers",
        "Large networks stack neurons in layers, and the layers in the middle are called hidden. Here the two inputs "
        "lead straight to the one neuron: a single layer, and so nothing is hidden.",
        "Choose another row of the results and see which numbers flow in.",
        "results",
        (m.RowChosen(0), m.TabChosen("why")),
        lambda state: state.look.test_row != 0,
    ),
    Lesson(
        "Weights",
        "Each input comes through a tube, and its weight says how wide the tube is: the input is multiplied by it. A "
        "weight below zero turns the influence round, and its tube is dashed.",
        "Set weight 1 to a number below zero, with the slider or by typing.",
        "network",
        AS_THE_ARTICLE + (m.TabChosen("why"),),
        lambda state: _by_hand(state, 0) < 0,
    ),
    Lesson(
        "Bias",
        "The bias is added whatever the inputs are. It is the knob that makes the neuron answer higher or lower to "
        "everything at once.",
        "Set the bias to 2 or more and watch the table: all predictions go up.",
        "network",
        AS_THE_ARTICLE + (m.TabChosen("why"),),
        lambda state: _by_hand(state, 2) >= 2,
    ),
    Lesson(
        "Activation",
        "The sum of it all can be any number. The sigmoid presses it between 0 and 1: steep in the middle, flat at "
        "both ends. Every row of the results is a point on this curve, and the band is the zone that would be right.",
        "Choose a row whose sum is 1.0 and look where its zone lies.",
        "panels",
        (m.RowChosen(2), m.TabChosen("activation")),
        lambda state: state.look.tab == "activation" and _sum_of_row(state) == "1.0",
    ),
    Lesson(
        "Prediction",
        "Weights, bias and sigmoid together are the whole neuron. It answers any two numbers, also such as it has "
        "never seen.",
        "Ask it for 0.6 + 0.2.",
        "question",
        (m.QuestionTyped(0, "0.3"), m.QuestionTyped(1, "0.4")),
        lambda state: (
            state.said.answered == state.form.question
            and [as_number(text) for text in state.said.answered] == [0.6, 0.2]
        ),
    ),
    Lesson(
        "Error and backpropagation",
        "Learning is correcting. The neuron predicts a training row, compares with the target, and works back from "
        "the error to how much each weight had to do with it.",
        "Walk through one update to its last stage, New weights.",
        "panels",
        AS_THE_ARTICLE + (m.TabChosen("update"), m.StageChosen(0)),
        lambda state: state.look.tab == "update" and state.look.stage == 7,
    ),
    Lesson(
        "One row after another",
        "After each row the weights have moved a little, and the next row is met with the new ones.",
        "Press Step once and compare the digits of the weights.",
        "train",
        AS_THE_ARTICLE + (m.TabChosen("update"),),
        lambda state: state.epoch > 0 or state.row > 0,
    ),
    Lesson(
        "Epochs",
        "Once through all training rows is an epoch. One epoch changes little; the same rows are gone through again "
        "and again.",
        "Press Train and let it go through 100 epochs.",
        "train",
        AS_THE_ARTICLE + (m.SettingTyped("epochs", "100"),),
        lambda state: state.epoch >= 100 and state.run == "trained",
    ),
    Lesson(
        "Learning rate",
        "The learning rate says how far each correction goes. Small steps are slow; huge ones jump past the goal.",
        "Set the learning rate to 1, train 100 epochs and compare the score with the lesson before. Then press Reset "
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
        "Now the whole run of the article: 10,000 epochs from the same start. Before it, 2 of 25 rows are right.",
        "Press Train and wait for the end. Then compare the two columns of the results.",
        "train",
        AS_THE_ARTICLE,
        lambda state: state.epoch >= 10000 and state.run == "trained",
    ),
    Lesson(
        "Why not 25?",
        "Some rows stay wrong however long it trains. They have something in common.",
        "When it is trained, choose a row that is wrong and read why.",
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
        "When had it learned?",
        "Every epoch is remembered, so you can go back in time. Most of the 10,000 epochs change no answer any more.",
        "When it is trained, move the time slider to a moment before epoch 2,000 at which 21 of 25 are already right.",
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
        "Right here means: prints the right decimal. The mean error says that the neuron is close nearly everywhere. "
        "How many rows are right depends on how much you forgive.",
        "When it is trained, move the tolerance until all 25 rows are within it.",
        "panels",
        (m.NowChosen(), m.TabChosen("yardsticks"), m.ToleranceChosen(50)),
        lambda state: (
            state.trainer.looked == state.look_wanted and state.panel_of("yardsticks").get("within") == "25 of 25"
        ),
    ),
)
