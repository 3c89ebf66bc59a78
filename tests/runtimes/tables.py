"""Reads every table and every malformed text, and prints what comes of each."""

import json

from perceptron.decoding import decoded
from perceptron.own_data import own_data
from perceptron.tables import UNDECIDED
from tests.malformed import MALFORMED
from tests.well_formed import WELL_FORMED

TABLES: list[str | bytes] = [text for text, _, _ in WELL_FORMED.values()]
for content in TABLES + [content for content, _ in MALFORMED.values()]:
    told: list[str] = []
    try:
        text = decoded(content, told.append) if isinstance(content, bytes) else content
        print(json.dumps([own_data("own", text, UNDECIDED, told.append).training, told]))
    except ValueError as error:
        print(json.dumps([str(error), told]))
