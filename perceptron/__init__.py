"""One neuron, from scratch, that learns to add two numbers.

Read the files in this order: `activations`, `neuron`, `datasets`, `floats`, `data_form`, `data_files`, `learning`,
`scoring`, `numerals`, `fields`, `legs`, `schedule`, `settings_table`, `settings`, `history`, `experiment`, then what
can be said about a run, `findings` as facts and `words` as sentences, and last `terminal`, `__main__`.
"""

from perceptron.activations import LINEAR, SIGMOID, TANH, Activation
from perceptron.data_files import read_data_set
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Moment, Run
from perceptron.findings.answer import Answer, ask
from perceptron.findings.common_cause import common_cause
from perceptron.findings.comparison import Comparison, compare_with_article
from perceptron.findings.explanation import Explanation, explain
from perceptron.findings.grid import QUANTITIES, grid
from perceptron.findings.milestones import Milestone, ScoreBook, milestones
from perceptron.findings.quiz import Marked, mark
from perceptron.history import History
from perceptron.learning import Update, learn, train_epochs
from perceptron.legs import Leg
from perceptron.neuron import Perceptron
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
