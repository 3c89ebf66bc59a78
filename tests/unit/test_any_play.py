"""Anybody may do anything in any order, also while Python is busy, fails or starts again: the page stays true."""

import re
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from perceptron import Run, Settings
from perceptron.scoring import score
from tests.unit.playing import Trainer, says
from web import messages as m
from web.build import first_state
from web.lessons import LESSONS
from web.state import PLAYBACKS, QUANTITIES, TABS, State, next_call
from web.update import update

MOST_EPOCHS = 60
WHOLE = st.integers(-3, MOST_EPOCHS + 3) | st.integers()
DIRECTION = st.sampled_from([-1, 1])
TYPED = st.sampled_from(["", "0", "1", "-1", "0,5", "1000", "-1000", "2.5", "1e-7", "abc", "1e999", "-0"])
# Small, so that a play stays quick; what is not allowed is there too.
EPOCHS = st.sampled_from(["1", "7", "20", str(MOST_EPOCHS), "0", "x"])
STARTS = st.sampled_from(["", "1,1,0", "-3,5,0.5", "1000,-1000,0"])
PRESSED = [
    m.TrainPressed(), m.StepPressed(), m.ResetPressed(), m.NowChosen(), m.RewindPressed(), m.PlayPressed(),
    m.SeedStartPressed(), m.FirstUpdateChosen(), m.LargestUpdateChosen(), m.LastUpdateChosen(), m.QuizSwitched(),
    m.AnswerWanted(), m.GuideSwitched(), m.ShortcutsSwitched(), m.WaitPressed(), m.TrainerOverdue(),
]  # fmt: skip
MESSAGES = st.one_of(
    st.sampled_from(PRESSED),
    st.sampled_from(PRESSED),
    st.builds(m.MomentChosen, WHOLE, WHOLE),
    st.builds(m.MomentPaged, DIRECTION),
    st.builds(m.RowMoved, DIRECTION),
    st.builds(m.RowChosen, WHOLE),
    st.builds(m.StageChosen, WHOLE),
    st.builds(m.CurvePointed, WHOLE),
    st.builds(m.CursorMoved, WHOLE, WHOLE),
    st.builds(m.ToleranceChosen, WHOLE),
    st.builds(m.PlaybackChosen, st.sampled_from(PLAYBACKS) | WHOLE),
    st.builds(m.PlaybackTicked, st.floats(0, 2)),
    st.builds(m.TabChosen, st.sampled_from([*TABS, "nowhere"])),
    st.builds(m.QuantityChosen, st.sampled_from([*QUANTITIES, "colour"])),
    st.builds(m.AxisSwitched, st.sampled_from(["x", "y", "z"])),
    st.builds(m.PartPointed, st.sampled_from(["", "input-1", "weight-2", "bias", "sum", "sigmoid", "output"])),
    st.builds(m.ParameterTyped, st.integers(0, 2), TYPED),
    st.builds(m.QuestionTyped, st.integers(0, 1), TYPED),
    st.builds(m.SettingTyped, st.just("epochs"), EPOCHS),
    st.builds(m.SettingTyped, st.sampled_from(["seed", "learning_rate"]), TYPED),
    st.builds(m.NewStartPressed, st.integers(0, 3)),
    st.builds(m.Guessed, TYPED),
    st.builds(m.MemoryRead, st.fixed_dictionaries({}, optional={"tab": st.sampled_from(TABS), "lesson": WHOLE})),
    st.builds(
        m.AddressRead,
        st.fixed_dictionaries(
            {
                "seed": st.sampled_from(["109", "2"]),
                "learning_rate": st.sampled_from(["0.1", "100"]),
                "epochs": st.just("7"),
                "start": STARTS,
            }
        ),
        st.just(()),
    ),
)
# A lesson of this many epochs would take too long here.
LESSON = st.sampled_from([number for number, lesson in enumerate(LESSONS) if "Before" not in lesson.title])


class Play(RuleBasedStateMachine):
    """The page and its worker, whose replies come when they come."""

    def __init__(self) -> None:
        super().__init__()
        self.state: State = first_state()
        self.trainer = Trainer()
        self.clock = 0.0

    def tell(self, message: object) -> None:
        self.state = update(self.state, message)
        # A lesson may set the epochs to more than a play has time for.
        if self.state.epochs > MOST_EPOCHS:
            self.state = update(self.state, m.SettingTyped("epochs", str(MOST_EPOCHS)))

    @initialize(early=st.lists(MESSAGES, max_size=2))
    def open(self, early: list[object]) -> None:
        for message in [m.SettingTyped("epochs", "20"), *early, m.TrainerReady()]:
            self.tell(message)

    @rule(message=MESSAGES)
    def do(self, message: object) -> None:
        self.tell(message)

    @rule(lesson=LESSON)
    def open_a_lesson(self, lesson: int) -> None:
        self.tell(m.LessonChosen(lesson))

    def ask(self) -> None:
        call = next_call(self.state)
        if call:
            self.clock += 10
            self.tell(m.CallSent(call, self.clock))

    def answer(self) -> None:
        if self.state.call:
            name, *arguments = self.state.call
            if name == "advance":
                arguments[0] = min(arguments[0], 25)
            reply: dict[str, Any] = self.trainer.reply((name, *arguments))
            self.tell(m.CallAnswered(reply, self.clock + 5))

    @rule()
    def python_is_asked(self) -> None:
        self.ask()

    @rule()
    def python_answers(self) -> None:
        self.answer()

    @precondition(lambda self: self.state.trainer == "ready")
    @rule()
    def python_fails(self) -> None:
        self.tell(m.TrainerFailed("Gone.", "Traceback"))

    @precondition(lambda self: self.state.trainer != "ready" or self.state.overdue)
    @rule()
    def python_is_started_again(self) -> None:
        self.tell(m.RestartPressed())
        self.trainer = Trainer()
        self.tell(m.TrainerReady())

    @precondition(lambda self: self.state.trainer == "ready")
    @rule()
    def everything_comes_to_rest(self) -> None:
        for _ in range(200):
            self.ask()
            if not self.state.call:
                break
            self.answer()
        assert not next_call(self.state)
        self.the_numbers_are_those_of_a_fresh_run()

    def the_numbers_are_those_of_a_fresh_run(self) -> None:
        state, report = self.state, self.state.report
        by_hand = tuple(map(float, state.by_hand)) if state.by_hand else None
        rate = float(state.settings["learning_rate"])
        run = Run(Settings(seed=int(state.settings["seed"]), learning_rate=rate, start=by_hand))
        run.advance(state.epoch)
        for _ in range(state.row):
            run.step()
        assert report["score_now"] == str(score(run.verdicts()))
        then = Run(run.settings)
        epoch, row = state.moment or (state.epoch, state.row)
        then.advance(epoch)
        for _ in range(row):
            then.step()
        assert report["shown"] == {"epoch": epoch, "row": row, "is_now": not state.moment}
        assert report["weights_in_full"] == list(map(repr, then.neuron.weights))
        assert report["bias_in_full"] == repr(then.neuron.bias)
        assert report["printed"] == [verdict.printed for verdict in then.verdicts()]
        assert state.answer["in_full"] == repr(then.neuron.predict(tuple(map(float, state.question))))
        assert (state.panel["name"], state.answered) == (state.tab, state.question)

    @invariant()
    def every_view_can_be_drawn(self) -> None:
        page = says(self.state)
        if self.state.report and self.state.trainer == "ready" and not next_call(self.state) and not self.state.call:
            assert not page[f"panel-{self.state.tab}", "hidden"]
        assert not re.search(r"\bnan\b|\bNone\b", " ".join(str(value) for value in page.values() if value is not None))

    @invariant()
    def the_moment_is_within_the_run(self) -> None:
        state = self.state
        if state.moment:
            assert (0, 0) <= state.moment < (state.epoch, state.row) or state.place


TestPlay = Play.TestCase
TestPlay.settings = settings(max_examples=60, stateful_step_count=40)
