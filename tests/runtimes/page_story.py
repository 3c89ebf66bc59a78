"""Plays a person's story through the page's own modules, and prints everything that the page would say.

It prints the same under CPython and MicroPython, or the page would show something else than was tested.
"""

import json

from perceptron.fields import FIELDS
from web import messages as m
from web.address import read_address, write_address
from web.state import State, next_call
from web.update import update
from web.views import VIEWS

REPORT = {
    "epoch": 1234,
    "row": 5,
    "rows_per_epoch": 28,
    "weights": [4.9778, -0.25],
    "bias": -2.5605,
    "weights_in_full": ["4.977809368574695", "-0.25"],
    "bias_in_full": "-2.560519117927205",
    "weights_in_short": ["4.9778", "-0.2500"],
    "bias_in_short": "-2.5605",
    "table": [{"inputs": ["0.9", "0.1"], "sum": "1.0", "before": "0.7"}],
    "printed": ["0.9"],
    "right": [False],
    "score": "0 of 1 correct",
    "score_before": "0 of 1 correct",
    "comparison": {"sentence": "Same.", "differences": "", "same": True},
    "error": "0.001374",
    "error_at_start": "0.046384",
    "curve": {"epochs": [0, 1234], "errors": [0.046384, 0.001374]},
    "stopped": "",
}
ANSWER = {"prediction": "0.7327", "printed": "0.7", "in_full": "0.7327089501698222", "true_sum": "0.7", "remark": ""}
UPDATE = {"title": "Epoch 1", "terms": [{"name": "Input 1", "value": "0.5"}]}


def reply(call: tuple) -> dict:
    """What a worker would say: always the same."""
    return (
        {"report": REPORT, "answer": ANSWER, "update": UPDATE}
        if call[0] == "step"
        else {"report": REPORT, "answer": ANSWER}
    )


TYPED = ["", "0,5", "abc", "1e4", "-1", "<b>", "7", "1e999", "nan", "0.30", " 12 ", "1_0", "x" * 60, "100.5"]
STORY: list = [
    m.AddressRead(*read_address("#seed=7&epochs=0&what=1&learning_rate=x")),
    m.PhaseReached(2),
    m.TrainPressed(),
]
STORY += [m.SettingTyped(name, text) for name in FIELDS for text in TYPED]
STORY += [m.QuestionTyped(position, text) for position in (0, 1) for text in TYPED]
STORY += [m.TrainerOverdue(), m.WaitPressed(), m.TrainerReady(), m.TrainPressed(), "answer", "answer", "answer"]
STORY += [m.StepPressed(), "answer", m.TrainPressed(), "answer", m.TrainPressed(), m.NewStartPressed(12345), "answer"]
STORY += [
    m.TrainerFailed("Gone.", "Traceback"),
    m.RestartPressed(),
    m.TrainerReady(),
    "answer",
    m.ResetPressed(),
    "answer",
]

state = State()
clock = 0.0
for message in STORY:
    if message == "answer":
        call = next_call(state)
        if not call:
            continue
        clock += 12.5
        state = update(update(state, m.CallSent(call, clock)), m.CallAnswered(reply(call), clock + 7.5))
    else:
        state = update(state, message)
    print(
        json.dumps(
            [
                [list(write) for view in VIEWS for write in view(state)],
                list(next_call(state)),
                write_address(state.settings),
            ]
        )
    )
