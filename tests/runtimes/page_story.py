"""Plays a person's story through the page's own modules, and prints everything that the page would say.

It prints the same under CPython and MicroPython, or the page would show something else than was tested.
"""

import json

from perceptron.settings_table import DEFAULTS, FIELDS
from web.page import messages as m
from web.page.address import read_address, write_address
from web.page.kept_runs import data_name, read_stored, to_store, unread
from web.page.lessons import LESSONS
from web.page.palette import pixels
from web.page.request import next_request
from web.page.state import State
from web.page.topics import TABS
from web.page.update import update
from web.page.views import VIEWS

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from web.worker.session import Request

# What it says of other runs, by the verb that is asked for.
TOLD_OF_RUNS: dict = {
    "run": {
        "done": True,
        "summary": {"right": 21, "r_squared": "0.98", "mean_error": "0.03", "best_epoch": 7, "stopped": False},
        "curve": {
            "epochs": [0, 1, 10, 1234], "errors": [0.5, 0.25, 1e-7, 2.5e-31], "scores": [2, 3, 20, 21], "rows": 25,
            "parameters": [[0.1, -0.25, 3.5, 4.97], [0.2, 0.3, 0.4, 5.19], [0.0, -1.0, -2.0, -2.56]],
        },
        "verdicts": [],
    },
    "beside": {"cells": {"right": ["21 of 25", "+4", "better"], "best_epoch": ["7", "same", ""]}, "rows": "Told."},
    "offer": {
        "offers": [
            {
                "name": "slower", "called": "Slower", "refusal": "", "question": "How many?",
                "choices": [["better", "more"]], "changes": [{"learning_rate": "0.01"}],
            },
        ],
    },
    "outcome": {"sentence": "Told.", "guess": "As you expected."},
    "open": {
        "runs": [
            {"name": "<i>", "texts": dict(DEFAULTS), "row": 3},
            {"name": "", "texts": dict(DEFAULTS), "row": 0},
            {"name": "=1", "texts": dict(DEFAULTS), "row": 3},
        ],
        "notes": ["<b>"], "complaint": "",
    },
}  # fmt: skip


def reply(request: "Request") -> dict:
    """What a worker would say: for each tab always the same."""
    told = REPLIES[request["look"]["tab"]]  # type: ignore[name-defined]  # noqa: F821  (test_runtimes.py puts them in front)
    answer = {part: told[part] for part in request["tell"]}
    if request["do"][:1] == ["mark"]:
        is_right = request["do"][3] == "0,9"
        answer["mark"] = {
            "stage": "sum", "number": 0, "right": is_right, "is_miss": not is_right, "sentence": "Told.",
        }  # fmt: skip
    if request["do"][:1] == ["runs"]:
        answer["own"] = TOLD_OF_RUNS[request["do"][1]]
    answer["request"], answer["at"] = json.loads(json.dumps(request)), told["at"]
    answer["engine"] = told["engine"]
    return answer


PARTS = ("input-1", "weight-2", "bias", "sum", "activation", "output", "")
TYPED = [
    "", "0,5", "abc", "1e4", "-1", "<b>", "7", "1e999", "nan", "0.30", " 12 ", "1,000", "1 000", "−０，５", "1.000",
    "٣", "1,234.5", "1_0", "x" * 60, "100.5",
]  # fmt: skip
STORY: list = [
    m.AddressRead(*read_address("#seed=7&epochs=0&what=1&learning_rate=x")),
    m.PhaseReached(2),
    m.TrainPressed(),
]
STORY += [m.SettingTyped(name, text) for name in FIELDS for text in TYPED]
# A rate that changes in mid-run, at now and while another moment is wanted, and what only looks like a change.
STORY += [m.TrainerReady(), "answer", "answer", "answer"]
for _rate in ("0.3", "0.30", "3e-1", ".5", "x", "0.1"):
    STORY += [m.TrainPressed(), "answer", m.SettingTyped("learning_rate", _rate), "answer", m.StepPressed(), "answer"]
STORY += [m.RateBackPressed(), "answer", "answer", m.MomentChosen(500, 0), m.RewindPressed(), "answer", "answer"]
STORY += [m.AddressRead(*read_address("#legs=0.1@5,3@7.2,1@8,.5@9")), "answer", m.RateBackPressed(), m.ResetPressed()]
STORY += [m.TrainerFailed("worker", "Traceback"), m.RestartPressed()]
STORY += [m.QuestionTyped(position, text) for position in (0, 1) for text in TYPED]
STORY += [m.TrainerOverdue(), m.WaitPressed(), m.TrainerReady(), m.TrainPressed(), "answer", "answer", "answer"]
STORY += [m.StepPressed(), "answer", m.TrainPressed(), "answer", m.TrainPressed(), m.NewStartPressed(12345), "answer"]
STORY += [m.TrainPressed(), "answer", "answer", m.TabChosen("runs")] + ["answer"] * 12
STORY += [m.RunsSorted("mean_error"), m.RunsPointed(11), m.RunNamed("A", "<b>"), m.DifferencesSwitched(False)]
STORY += [m.WhatIfPressed("slower"), m.ExpectationChosen("better")] + ["answer"] * 6 + [m.RunGoneBackTo("A"), "answer"]
STORY += [m.RunsBrought("link", "", "1AA"), "answer", m.BroughtAdded()] + ["answer"] * 6 + [m.RunsUnread(True, 1, 2)]
for _tab in TABS:
    STORY += [m.RowChosen(3), "answer", m.TabChosen(_tab), "answer", "answer", m.MomentChosen(500, 0), "answer"]
    STORY += [
        m.ParameterTyped("bias", "-1,5"),
        "answer",
        m.ParameterTyped("weight-1", "x"),
        m.FineSwitched(True),
        m.ParameterMoved("weight-2", "1.25"),
        "answer",
        m.ParameterLetGo(),
        m.BestStartPressed(),
        "answer",
        m.CurvePointed(3),
        m.NowChosen(),
        "answer",
    ]
for _quantity in ("true value", "error", "right"):
    STORY += [m.TabChosen("map"), m.QuantityChosen(_quantity), "answer", m.CursorMoved(50, -3), "answer"]
STORY += [m.TabChosen("update"), m.LinesSwitched(True), "answer", "answer", m.LineMoved(3), m.LinesPlayPressed()]
STORY += [m.LinesTicked(), m.LineChosen(99)] + [m.LineTyped(text) for text in TYPED] + [m.LinesPlayPressed()]
STORY += [
    m.TabChosen("update"),
    m.QuizSwitched(True),
    m.StageChosen(2),
    "answer",
    m.Guessed("7"),
    "answer",
    m.Guessed("8"),
    "answer",
    m.AnswerWanted(),
    m.QuizSwitched(False),
    m.QuizSwitched(True),
    m.Guessed("0,9"),
    "answer",
    "answer",
    m.RowMoved(-1),
]
STORY += [
    m.PlayPressed(),
    m.PlaybackTicked(0.25),
    "answer",
    m.AxisSwitched("x", True),
    m.MomentPaged(-1),
    m.RewindPressed(),
]
STORY += ["answer", m.MemoryRead({"tab": "map", "lesson": 3, "clearings": "no", "what": 1}), m.CourseSwitched()]
STORY += [m.MemoryShared({"best_by_hand": 12, "lessons_done": [2, 1], "tab": "why"}), m.OfflineKnown("changed")]
STORY += [m.CoursePageChosen("end"), m.ProgressCleared()]
for _number in range(len(LESSONS)):
    STORY += [m.LessonChosen(_number), "answer", "answer"]
STORY += [m.CourseSwitched(), "answer"] + [m.PartPointed(part) for part in PARTS]
STORY += [
    m.TrainerFailed("worker", "Traceback"),
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
        request = next_request(state)
        if not request:
            continue
        clock += 12.5
        state = update(update(state, m.RequestSent(request, clock)), m.RequestAnswered(reply(request), clock + 7.5))
    else:
        state = update(state, message)
    print(
        json.dumps(
            [
                [list(write) for view in VIEWS for write in view(state)],
                next_request(state),
                write_address(state.form.settings),
            ]
        )
    )
# What the browser keeps: a name of own data depends on each of its characters, and what is damaged is known.
stored = to_store(state)
print(json.dumps([data_name(text) for text in ("article", "1AbC-_", "1AbC-_" * 10_000, "2AbC-_" * 10_000)]))
damaged: list = [7, {}, {"settings": {"data": "own-1"}}]
print(json.dumps([len(stored), len(read_stored(stored, {})), unread(stored + damaged)]))
for quantity in ("prediction", "true value", "error", "right"):
    print(json.dumps(pixels([-1.0, -0.2, 0.0, 0.123, 0.5, 0.999, 1.0, 1.7, 2.0], quantity, 3)))
