"""The second part: how the neuron learns, from one update to the article's whole run, and what it cannot learn."""

from perceptron.aspects import STAGES
from perceptron.fields import counted
from web.page.lessons import reading as read
from web.page.lessons.lesson import (
    CURVE,
    DRAWING,
    FORMULAS,
    REASON,
    SCORE,
    TABLE,
    Lesson,
    Part,
    trained,
    untrained,
)
from web.page.reply import summary_of
from web.page.state import State

LAST_STAGE = len(STAGES) - 1
HUNDRED = {"epochs": "100"}


def _one_update(state: State) -> str:
    old, new = read.first_weight_in_update(state)
    return f"One row changes weight 1 only a little: from {read.beginning(old)} to {read.beginning(new)}"


def _some_rows(state: State) -> str:
    epochs = f"{counted(state.epoch, 'epoch')} and " if state.epoch else ""
    return f"After {epochs}{counted(state.row, 'row')}, {read.parameters(state)}. Each row moved all of them."


def _some_epochs(state: State) -> str:
    return (
        f"After {counted(state.epoch, 'epoch')}, {read.score(state)}. The mean squared error went from "
        f"{state.said.start['error']} to {state.said.report['error']}."
    )


def _larger_steps(state: State) -> str:
    rate = state.form.settings["learning_rate"]
    return (
        f"With the learning rate {rate}, {counted(state.epoch, 'epoch')} give {read.score(state)}. With 0.1, 100 "
        "epochs gave 3. If you like, press Reset and try 100: such steps jump past the goal."
    )


def _whole_run(state: State) -> str:
    return (
        f"Before training: {read.score_at_the_start(state)}. After {counted(state.epoch, 'epoch')}: "
        f"{read.score(state)}."
    )


def _not_by_heart(state: State) -> str:
    row, answer = read.chosen_row_in_words(state), read.printed(state, state.look.test_row)
    verdict = "right" if read.is_right(state) else "wrong"
    return (
        f"{row} is no training row. The answer {answer} is {verdict}. Here one sees what the neuron really learned, "
        "because it cannot know this row by heart."
    )


def _in_common(state: State) -> str:
    answer = read.printed(state, state.look.test_row)
    return f"The answer to {read.chosen_row_in_words(state)} is {answer}. {summary_of(state)}"


def _early(state: State) -> str:
    return (
        f"At epoch {state.shown_epoch:,}: {read.score(state)}. No later epoch makes another row right. The error still "
        "gets smaller."
    )


PART = Part(
    "Learning",
    (
        Lesson(
            "Error and backpropagation",
            "The neuron learns from its errors. It predicts a training row and compares its prediction with the "
            "target. Then it works backwards from the error and finds how much each weight must change.",
            "In the tab “One update”, press Next stage until you are at the last one, New weights.",
            "stage-on",
            untrained(tab="update"),
            lambda state: state.look.tab == "update" and state.look.stage == LAST_STAGE,
            _one_update,
            FORMULAS,
        ),
        Lesson(
            "One row after another",
            "After each training row, the weights and the bias change a little. The next row uses the new ones.",
            "Press Step three times and watch the digits of the weights.",
            "step",
            untrained(tab="update"),
            lambda state: state.row >= 3 and not state.look.moment,
            _some_rows,
            DRAWING,
        ),
        Lesson(
            "Epochs",
            "One pass through all training rows is an epoch. One epoch changes little, so the neuron goes through the "
            "same rows again and again.",
            "Press Train and let it run for 100 epochs.",
            "train",
            untrained(HUNDRED),
            lambda state: read.is_trained(state, 100),
            _some_epochs,
            CURVE,
        ),
        Lesson(
            "Learning rate",
            "The learning rate sets the size of each step. Small steps are slow: with 0.1, 100 epochs get only 3 of 25 "
            "test rows right.",
            "Set the learning rate to 1 and press Train.",
            "learning_rate",
            untrained(HUNDRED, ("learning_rate",)),
            lambda state: (
                read.number_setting(state, "learning_rate") >= 1
                and not state.form.settings["legs"]
                and read.is_trained(state, 100)
            ),
            _larger_steps,
            SCORE,
        ),
        Lesson(
            "Before and after",
            "Now comes the article’s whole run: 10,000 epochs with the learning rate 0.1. The results keep the answers "
            "from before training.",
            "Press Train and wait for the end. Then compare the two columns in the results.",
            "train",
            untrained(),
            lambda state: read.is_trained(state, 10_000),
            _whole_run,
            TABLE,
        ),
        Lesson(
            "Training rows and test rows",
            "The neuron learns from 28 training rows. The 25 rows in the results are test rows. They only check the "
            "neuron and change no weight. Some test rows, such as 0.5 + 0.5, are training rows too. Most are not.",
            "Choose a test row that is no training row: 0.7 + 0.0.",
            "verdict-17",
            trained(test_row=1),
            lambda state: not read.was_in_training(state),
            _not_by_heart,
            TABLE,
        ),
        Lesson(
            "Why not 25?",
            "The trained neuron gets 21 of 25 rows right. Four rows stay wrong, however long it trains. They have "
            "something in common.",
            "Choose a wrong row and read why it is wrong.",
            "verdict-0",
            trained(test_row=2),
            lambda state: not read.is_right(state) and not state.look.moment and read.is_told_why(state),
            _in_common,
            REASON,
        ),
        Lesson(
            "When did it learn?",
            "The page remembers every epoch, so you can go back in time. Most of the 10,000 epochs no longer change "
            "the score.",
            "Move the time slider to an epoch before 2,000 where 21 of 25 rows are already right.",
            "time",
            trained(),
            lambda state: bool(state.look.moment) and state.look.moment[0] < 2000 and read.right_count(state) == 21,
            _early,
            CURVE,
        ),
    ),
    "You know how the neuron learns, and why it stops at 21. Part 3 goes beyond the article.",
)
