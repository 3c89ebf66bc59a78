"""One neuron, from scratch, that learns to add two numbers.

Read the files in this order: `activations`, `neuron`, `datasets`, `learning`, `scoring`, `numerals`, `fields`, `legs`,
`schedule`, `settings_table`, `settings`, `history`, `experiment`; then what asks about a run: `comparison`, `answer`,
`milestones`, `grid`, `explanation`, `wording`, `explaining`, `quiz`; then what reads a person's own data: `limits`,
`floats`, `data_form`, `decoding`, `cells`, `columns`, `roles`, `splits`, `tables`, `own_data`, `data_files`; and the
command line: `terminal`, `data_options`, `__main__`.
"""

from perceptron.activations import LINEAR, SIGMOID, TANH, Activation
from perceptron.answer import Answer, ask
from perceptron.comparison import Comparison, compare_with_article
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.experiment import Moment, Run
from perceptron.explaining import Explanation, common_cause, explain
from perceptron.grid import QUANTITIES, grid
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
    "right_within",
    "score",
    "train_epochs",
    "yardsticks",
]
