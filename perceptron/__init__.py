"""One neuron, from scratch, that learns to add two numbers.

Read the files in this order: `activations`, `losses`, `neuron`, `datasets`, `floats`, `data_form`, `data_files`,
`learning`, `scaling`, `scoring`, `criteria`, `judging`, `numerals`, `fields`, `legs`, `order`, `schedule`,
`settings_table`, `settings`, `history`, `experiment`, and then what asks about a run: `comparison`, `answer`,
`milestones`, `grid`, `explanation`, `wording`, `explaining`, `quiz`, `terminal`,
`printout`, `__main__`.
"""

from perceptron.activations import LINEAR, RELU, SIGMOID, STEP, TANH, Activation
from perceptron.answer import Answer, ask
from perceptron.comparison import Comparison, compare_with_article
from perceptron.data_files import read_data_set
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Moment, Run
from perceptron.explaining import Explanation, common_cause, explain
from perceptron.grid import QUANTITIES, grid
from perceptron.history import History
from perceptron.judging import Scorer, judge
from perceptron.learning import Update, learn, train_epochs
from perceptron.legs import Leg
from perceptron.losses import CROSS_ENTROPY, SQUARED, Loss
from perceptron.milestones import Milestone, ScoreBook, milestones
from perceptron.neuron import Perceptron
from perceptron.quiz import Marked, mark
from perceptron.scoring import Score, Verdict, Yardsticks, bounds, right_within, score, yardsticks
from perceptron.settings import Settings

__all__ = [
    "ARTICLE",
    "CROSS_ENTROPY",
    "LINEAR",
    "QUANTITIES",
    "RELU",
    "SIGMOID",
    "SQUARED",
    "STEP",
    "TANH",
    "Activation",
    "Answer",
    "Comparison",
    "DataSet",
    "Explanation",
    "History",
    "Leg",
    "Loss",
    "Marked",
    "Milestone",
    "Moment",
    "Perceptron",
    "Row",
    "Run",
    "Score",
    "ScoreBook",
    "Scorer",
    "Settings",
    "Update",
    "Verdict",
    "Yardsticks",
    "ask",
    "bounds",
    "common_cause",
    "compare_with_article",
    "explain",
    "grid",
    "judge",
    "learn",
    "mark",
    "milestones",
    "read_data_set",
    "right_within",
    "score",
    "train_epochs",
    "yardsticks",
]
