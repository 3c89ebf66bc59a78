"""The data sets that come with the page: one word for each, and what the list of them says.

MicroPython reads this, and knows no more of them; their rows are in `perceptron.presets`.
"""

from collections import OrderedDict

ARTICLE_NAME = "article"
# MicroPython's plain dict forgets the order.
PRESET_NAMES = OrderedDict(
    (
        (ARTICLE_NAME, "The article’s sums"),
        ("sums", "Sums up to 2"),
        ("differences", "Differences"),
        ("averages", "Averages"),
        ("products", "Products"),
        ("and", "AND"),
        ("or", "OR"),
        ("nand", "NAND"),
        ("xor", "XOR"),
        ("celsius", "Celsius to Fahrenheit"),
        ("three", "Sums of three numbers"),
        ("iris", "Petals of two kinds of iris"),
    )
)
