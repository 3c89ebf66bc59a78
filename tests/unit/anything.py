"""Whatever a person may do with the page, sensible or not, for Hypothesis to choose from."""

from hypothesis import strategies as st

from perceptron.aspects import QUANTITIES
from perceptron.changes import CHANGES
from perceptron.packed import pack_program
from perceptron.presets import PRESETS
from perceptron.settings_table import DEFAULTS, SETTINGS
from tests.unit.playing import held
from tests.unit.programs import MOMENTUM, OWN
from web.page import messages as m
from web.page.lessons import LESSONS
from web.page.topics import COURSE_PAGES, PLAYBACKS, TABS
from web.page.update.choices import LISTS
from web.page.views.offline import WORDS

MISSPELLED = OWN.replace("target - output", "target - outputs")
BROUGHT = '{"experiments": 1, "runs": [{"name": "mine", "settings": {"epochs": "7", "seed": "3"}}]}'
WHOLE = st.integers(-3, 45) | st.integers()
DIRECTION = st.sampled_from([-1, 1])
TYPED = st.sampled_from(["", "0", "1", "-1", "0,5", "1000", "-1000", "2.5", "1e-7", "abc", "1e999", "-0"])
BUTTONS = st.sampled_from(
    [
        *(m.TrainPressed(), m.StepPressed(), m.ResetPressed(), m.RewindPressed(), m.NowChosen(), m.PlayPressed()),
        *(m.RateBackPressed(), m.RunBeforePressed(), m.ArticlePressed(), m.WayUpPressed(), m.ReasonClosed()),
    ]
)
RATES = st.builds(m.SettingTyped, st.just("learning_rate"), st.sampled_from(["0.1", "100", "0.50", ".5", "0", "x"]))
MOMENTS = st.builds(m.MomentChosen, WHOLE, WHOLE)
TIME = st.one_of(
    MOMENTS,
    st.builds(m.MomentPaged, DIRECTION),
    st.builds(m.RowMoved, DIRECTION),
    st.builds(m.PlaybackChosen, st.sampled_from(PLAYBACKS) | WHOLE),
    st.builds(m.PlaybackTicked, st.floats(0, 2)),
    st.sampled_from([m.FirstUpdateChosen(), m.LargestUpdateChosen(), m.LastUpdateChosen()]),
)
PANELS = st.one_of(
    st.builds(m.TabChosen, st.sampled_from([*TABS, "nowhere"])),
    st.builds(m.RowChosen, WHOLE),
    st.builds(m.RowPressed, WHOLE),
    st.builds(m.RowStepped, DIRECTION),
    st.builds(m.PageChosen, WHOLE),
    st.builds(m.StageChosen, WHOLE),
    st.builds(m.CurvePointed, WHOLE),
    st.builds(m.LinesSwitched, st.booleans()),
    st.builds(m.LineChosen, WHOLE),
    st.builds(m.LineMoved, DIRECTION),
    st.builds(m.LineTyped, TYPED),
    st.sampled_from([m.LinesPlayPressed(), m.LinesTicked()]),
    st.builds(m.CursorMoved, WHOLE, WHOLE),
    st.builds(m.ToleranceChosen, WHOLE),
    st.builds(m.QuantityChosen, st.sampled_from([*QUANTITIES, "colour"])),
    st.builds(m.AxisSwitched, st.sampled_from(["x", "y", "z"]), st.booleans()),
    st.builds(m.QuizSwitched, st.booleans()),
    st.builds(m.ShortcutsSwitched, st.booleans()),
    st.builds(m.CompiledSwitched, st.booleans()),
    st.builds(m.PartPointed, st.sampled_from(["", "input-1", "weight-2", "bias", "sum", "activation", "output"])),
    st.builds(m.Guessed, TYPED),
    st.builds(m.GuessTyped, TYPED),
    st.sampled_from([m.AnswerWanted(), m.CourseSwitched(), m.ProgressCleared()]),
    st.builds(m.CoursePageChosen, st.sampled_from([*COURSE_PAGES, "nowhere"])),
    st.builds(m.MemoryRead, st.fixed_dictionaries({}, optional={"tab": st.sampled_from(TABS), "lesson": WHOLE})),
    st.builds(m.MemoryShared, st.fixed_dictionaries({}, optional={"best_by_hand": WHOLE, "lesson": WHOLE})),
    st.builds(m.OwnTyped, st.sampled_from(["", "1,2,3\n4,5,6", "x;y\n1,200;3,400\n1,300;4,500", "hello"])),
    st.builds(m.WayChosen, st.sampled_from(["target", "every", "column"]), TYPED),
    st.builds(m.ReadingChosen, st.just("semicolon"), st.sampled_from(["point", "comma"])),
    st.builds(m.TrainingPageChosen, WHOLE),
    st.sampled_from([m.SavePressed(), m.ChoiceMade("data", "own"), m.FileOpened("x.csv", held(b"1,2\n3,4\n"))]),
    st.builds(m.ProgramTyped, st.sampled_from([MOMENTUM, OWN, "", "x = -0.5", MISSPELLED])),
    st.builds(m.ProgramBrought, st.sampled_from([pack_program(MOMENTUM), "1damaged", ""])),
    st.builds(m.ChangeChosen, st.sampled_from(list(CHANGES))),
    st.sampled_from(
        [m.RestorePressed(), m.OwnPythonPressed(), m.ChangePressed(), m.TakeHomePressed(), m.RunProgramPressed()]
    ),
    st.sampled_from([m.EarlierPressed(), m.EditorReady(), m.OwnPythonPressed()]),
    st.builds(m.OfflineKnown, st.sampled_from(list(WORDS))),
)
WORDS_OF_SETTINGS = [
    *((name, word) for name in (*LISTS, "bias") for word in [*SETTINGS[name].choices, "x"]),
    *(("start", word) for word in ("random", "zeros", "hand")),
    *(("data", word) for word in PRESETS),
]
CHOICES = st.sampled_from([m.ChoiceMade(*choice) for choice in WORDS_OF_SETTINGS])
ADDRESSES = st.fixed_dictionaries(
    {
        **{name: st.just(default) for name, default in DEFAULTS.items()},
        "activation": st.sampled_from(["sigmoid", "tanh"]),
        "loss": st.sampled_from(["squared", "squared", "cross-entropy"]),
        "bias": st.sampled_from(["on", "on", "off"]),
        "seed": st.sampled_from(["109", "2"]),
        "learning_rate": st.sampled_from(["0.1", "100"]),
        "epochs": st.sampled_from(["7", "20"]),
        "start": st.sampled_from(["", "1,1,0", "-3,5,0.5", "1000,-1000,0"]),
        "legs": st.sampled_from(["", "", "3@5", "0.1@2.7,3@6", "0.1@4,0.1@4.27,100@30"]),
    }
)
PARAMETERS = st.sampled_from(["weight-1", "weight-2", "weight-3", "bias"])
FIELDS = st.one_of(
    st.builds(m.ParameterTyped, PARAMETERS, TYPED),
    st.builds(m.ParameterMoved, PARAMETERS, TYPED),
    st.builds(m.FineSwitched, st.booleans()),
    st.sampled_from([m.ParameterLetGo(), m.BestStartPressed(), m.RateLetGo(), m.CellLetGo()]),
    st.sampled_from([m.RowReleased(), m.RowPutBack()]),
    st.builds(m.LiveSwitched, st.booleans()),
    st.builds(m.RateMoved, st.integers(-1, 245)),
    st.builds(m.CellChosen, st.integers(0, 40), st.integers(0, 4)),
    st.builds(m.QuestionTyped, st.integers(0, 2), TYPED),
    st.builds(m.SettingTyped, st.just("epochs"), st.sampled_from(["1", "7", "20", "40", "0", "x"])),
    st.builds(m.TypingBegun, st.sampled_from(["seed", "epochs", "learning_rate", "weight-1", "bias"])),
    st.builds(m.SettingTyped, st.just("seed"), st.sampled_from(["109", "2", "-1", "x"])),
    RATES,
    st.builds(m.NewStartPressed, st.integers(0, 3)),
    st.sampled_from([m.SeedStartPressed()]),
    st.builds(m.AddressRead, ADDRESSES, st.just(())),
    st.builds(m.SettingTyped, st.just("tolerance"), st.sampled_from(["", "0.05", "-1", "x"])),
)
SLIDES = st.one_of(
    st.builds(m.ParameterMoved, PARAMETERS, TYPED),
    st.builds(m.RateMoved, st.integers(-1, 245)),
    st.builds(m.CellMoved, st.sampled_from(["0", "1", "0.5"])),
    st.builds(m.RowGripped, st.integers(-1, 30), st.booleans()),
    st.builds(m.RowDragged, st.floats(-0.5, 1.5), st.floats(-0.5, 1.5)),
    st.builds(m.RowNudged, st.sampled_from([-10, -1, 0, 1]), st.sampled_from([-1, 0, 1])),
)
LETTER = st.sampled_from("ABCDZ")
RUNS = st.one_of(
    st.just(m.TabChosen("runs")),
    st.builds(m.RunChosen, LETTER),
    st.builds(m.RunDrawn, LETTER),
    st.builds(m.RunNamed, LETTER, st.sampled_from(["", "mine", "<b>&"])),
    st.builds(m.RunPinned, LETTER),
    st.builds(m.RunRemoved, LETTER),
    st.builds(m.RunGoneBackTo, LETTER),
    st.builds(m.RunLet, LETTER),
    st.builds(m.BaselineChosen, LETTER),
    st.builds(m.RunsSorted, st.sampled_from(["", "right", "mean_error", "best_epoch", "beauty"])),
    st.builds(m.RunsPointed, WHOLE),
    st.builds(m.WhatIfPressed, st.sampled_from(["slower", "activation-linear", "seeds", "magic"])),
    st.builds(m.ExpectationChosen, st.sampled_from(["better", "worse", "one"])),
    st.builds(m.SpanTyped, st.sampled_from(["from", "to", "count"]), st.sampled_from(["1", "3", "x"])),
    st.builds(m.RunsFileWanted, st.sampled_from(["csv", "json", "results", "history", "poem"])),
    st.builds(m.RunsUnread, st.booleans(), st.integers(0, 3), st.integers(0, 3)),
    st.builds(m.RunsBrought, st.just("text"), st.just(""), st.sampled_from([BROUGHT, "", "{"])),
    st.builds(m.SharingSwitched, st.booleans()),
    st.builds(m.RaceEpochChosen, WHOLE),
    st.builds(m.RacePlayed, WHOLE),
    st.sampled_from([m.LandscapePressed(), m.RacePressed(), m.RacePlayPressed(), m.MapFileWanted("svg")]),
    st.builds(m.DifferencesSwitched, st.booleans()),
    st.builds(m.FactorsChosen, st.booleans()),
    st.builds(m.MeasureChosen, st.sampled_from(["error", "score"])),
    st.sampled_from([m.SweepPressed(), m.HaltPressed(), m.BroughtAdded(), m.BroughtDropped(), m.RunsNotKept()]),
)
ANYTHING = BUTTONS | TIME | PANELS | FIELDS | CHOICES | RUNS
LESSON = st.integers(-1, len(LESSONS))
