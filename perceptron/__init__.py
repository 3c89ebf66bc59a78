"""One neuron, from scratch, that learns to add two numbers.

Read the files in this order: `activations`, `neuron`, `datasets`, `floats`, `data_form`, `data_files`, `learning`,
`scoring`, `numerals`, `fields`, `legs`, `schedule`, `settings_table`, `settings`, `history`, `experiment`, and then
what asks about a run: `comparison`, `answer`, `milestones`, `aspects`, `grid`, `explanation`, `wording`,
`explaining`, `quiz`, `terminal`, `__main__`.
"""

from perceptron.activations import LINEAR, SIGMOID, TANH, Activation
from perceptron.answer import Answer, ask
from perceptron.aspects import QUANTITIES
from perceptron.comparison import Comparison, compare_with_article
from perceptron.data_files import read_data_set
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Moment, Run
from perceptron.explaining import Explanation, common_cause, explain
from perceptron.grid import grid
from perceptron.history import History
from perceptron.learning import Update, learn, train_epochs
from perceptron.legs import Leg
from perceptron.milestones import Milestone, ScoreBook, milestones
from perceptron.neuron import Perceptron
from perceptron.quiz import Marked, mark
from perceptron.scoring import Score, Scorer, Verdict, Yardsticks, bounds, judge, right_within, score, yardsticks
from perceptron.settings import Settings

__all__ = [
    "ARTICLE",
    "LINEAR",
    "QUANTITIES",
    "SIGMOID",
    "TANH",
    "Activation",
    "Answer",
    "Comparison",
    "DataSet",
    "Explanation",
    "History",
    "Leg",
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
