"""The data sets that come with the page, by the words of `perceptron.preset_names`."""

from perceptron.datasets import ARTICLE, DataSet
from perceptron.preset_names import ARTICLE_NAME

PRESETS: dict[str, DataSet] = {ARTICLE_NAME: ARTICLE}
