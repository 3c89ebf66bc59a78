"""Anybody may do anything in any order, also while Python is busy, fails or starts again: the page stays true."""

import math

import pytest
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from perceptron.changed_run import run_of
from perceptron.experiment import Run
from perceptron.legs import parse_legs
from perceptron.packed import unpack, unpack_program
from perceptron.presets import PRESETS
from perceptron.scoring import score
from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS, read_settings
from perceptron.words.numbers import with_minuses
from perceptron.words.verdicts import score_in_words
from tests.unit.anything import (
    ANYTHING,
    BUTTONS,
    CHOICES,
    FIELDS,
    LESSON,
    MOMENTS,
    PANELS,
    RATES,
    RUNS,
    SLIDES,
    TIME,
    TYPED,
)
from tests.unit.playing import Compiling, out_of_shape, says, with_hyphens
from tests.unit.programs import MOMENTUM, OWN
from web.build.site import first_state
from web.page import messages as m
from web.page.asking import MISSES_FOR_THE_ANSWER, question
from web.page.attempts import MOST_ATTEMPTS, best_start, is_in_a_lesson, own_attempts, own_best
from web.page.request import next_request
from web.page.runs import MOST_DRAWN, MOST_KEPT, rows
from web.page.state import State
from web.page.update import update
from web.page.update.form import parameter_fields


class Play(RuleBasedStateMachine):
    """The page and its worker, whose replies come when they come."""

    def __init__(self) -> None:
        super().__init__()
        self.state: State = first_state()
        self.trainer = Compiling()
        self.clock = 0.0

    def tell(self, *those: object) -> None:
        for message in those:
            self.state = update(self.state, message)
            # A lesson may train further than a play has time for.
            if self.state.wants.goal > 100:
                self.state = self.state.but(goal=100)
            if self.state.trainer.place and self.state.trainer.place[0] > 100:
                self.state = self.state.but(place=(100, 0))
            if self.state.live.live and self.state.epochs > 100:
                self.state = update(self.state, m.SettingTyped("epochs", "40"))

    def ask(self) -> None:
        request = next_request(self.state)
        if not request and self.state.is_paced:
            self.tell(m.TrainingTicked(1.0))
            request = next_request(self.state)
        if request:
            self.clock += 10
            self.tell(m.RequestSent(request, self.clock))

    def answer(self) -> None:
        if self.state.trainer.request:
            self.tell(m.RequestAnswered(self.trainer.reply(self.state.trainer.request, most=15), self.clock + 5))

    def rest(self) -> None:
        if self.state.live.holding:
            self.tell(m.ParameterLetGo())
        for _ in range(400):
            self.answer()
            self.ask()
            if not self.state.trainer.request:
                return
        raise AssertionError("Python is asked without end.")

    @initialize(rate=st.sampled_from(["0.1", "30"]), early=st.lists(ANYTHING, max_size=2), trained=st.booleans())
    def open(self, rate: str, early: list[object], trained: bool) -> None:
        first = m.SettingTyped("epochs", "40"), m.SettingTyped("learning_rate", rate)
        self.tell(*first, *early, m.TrainerReady())
        if trained:
            self.rest()
            self.tell(m.TrainPressed())
            self.rest()

    @rule(button=BUTTONS)
    def press(self, button: object) -> None:
        self.tell(button)

    @rule(button=BUTTONS, other=BUTTONS)
    def press_quickly(self, button: object, other: object) -> None:
        self.tell(button, other)

    @rule(message=TIME)
    def go_elsewhere(self, message: object) -> None:
        self.tell(message)

    @rule(moment=MOMENTS, then=st.lists(BUTTONS, max_size=2))
    def train_on_from(self, moment: m.MomentChosen, then: list[object]) -> None:
        self.tell(moment, m.RewindPressed(), *then)

    @rule(stage=st.integers(0, 7), text=TYPED)
    def guess(self, stage: int, text: str) -> None:
        self.tell(m.TabChosen("update"), m.QuizSwitched(True), m.StageChosen(stage), m.Guessed(text))

    @rule(stage=st.integers(1, 7), misses=st.integers(0, 3), wants_help=st.booleans())
    def be_asked(self, stage: int, misses: int, wants_help: bool) -> None:
        """Whatever went before, a question can be missed, helped with and answered, and is then no secret."""
        self.tell(m.TabChosen("update"), m.QuizSwitched(True), m.StageChosen(stage))
        self.rest()
        open_question = question(self.state)
        if not open_question:
            return  # numbers past all floats are not asked for
        before = self.state.stepper.tally
        value = self.state.said.panel["results"][open_question[1]]["value"].replace("−", "-")
        for miss in range(misses):  # each wrong for small and for large numbers, and another: the same is missed once
            self.tell(m.Guessed(f"{-(0.37 + 0.1 * miss) * float(value) - 3 - miss:.6g}"))
            self.rest()
            assert question(self.state) == open_question
        self.tell(m.AnswerWanted() if wants_help else m.Guessed(value))
        self.rest()
        if wants_help and misses < MISSES_FOR_THE_ANSWER:
            assert question(self.state) == open_question
        else:
            assert question(self.state) != open_question
            assert self.state.stepper.tally == (before[0] + (misses == 0), before[1] + 1)

    @rule(numbers=st.lists(st.sampled_from(["-2.5", "0", "0.5", "5"]), min_size=3, max_size=3), fine=st.booleans())
    def set_by_hand(self, numbers: list[str], fine: bool) -> None:
        """What is only moved counts for nothing, and nothing in a lesson. What is let go is one attempt, and the best
        one can be had back."""
        self.rest_now()
        before = own_attempts(self.state)
        names = parameter_fields(self.state)
        for name, number in zip(names, numbers, strict=False):
            self.tell(m.FineSwitched(fine), m.ParameterMoved(name, number))
        self.rest()
        assert own_attempts(self.state) == before
        self.tell(m.ParameterLetGo())
        after = own_attempts(self.state)
        if is_in_a_lesson(self.state) or self.state.hand.borrowed or not self.state.by_hand or self.state.live.live:
            assert after == before
            return
        assert after == (*before, self.state.said.report["right_count"])[-MOST_ATTEMPTS:]
        self.tell(m.BestStartPressed())
        self.rest()
        assert self.state.said.report["right_count"] == own_best(self.state) or not best_start(self.state)
        assert own_attempts(self.state) == after

    @rule(message=PANELS)
    def look_closer(self, message: object) -> None:
        self.tell(message)

    @rule(those=st.lists(FIELDS, min_size=1, max_size=2))
    def type(self, those: list[object]) -> None:
        self.tell(*those)

    @rule(those=st.lists(CHOICES, min_size=1, max_size=3))
    def choose(self, those: list[object]) -> None:
        self.tell(*those)

    @rule(choice=CHOICES)
    def choose_and_go_back(self, choice: m.ChoiceMade) -> None:
        """A run that is left for another is not lost, and one that Python refuses changes nothing."""
        self.rest_now()
        before, settings = self.known(), self.state.form.settings
        self.tell(choice)
        self.rest()
        if self.state.form.settings == settings:
            assert self.known() == before
        elif any(before[:2]):
            self.tell(m.RunBeforePressed())
            self.rest()
            assert (self.known(), self.state.form.settings) == (before, settings)

    @rule(typed=st.lists(RATES, min_size=1, max_size=3), waits=st.booleans())
    def change_the_rate(self, typed: list[object], waits: bool) -> None:
        """Whatever is under way, the neuron goes on from where the page knew it to be."""
        if waits:
            self.rest_now()
        if self.state.live.live:
            return  # the whole run has the new rate, see slide
        if self.state.said.report.get("stopped"):
            return  # numbers that grew too large are left behind, see test_rate
        before = self.known()
        self.tell(*typed)
        assert self.known() == before
        if waits:
            self.rest()
            assert self.known() == before

    @rule(on=st.booleans())
    def switch_live(self, on: bool) -> None:
        self.tell(m.LiveSwitched(on))

    @rule(moves=st.lists(SLIDES, min_size=1, max_size=4), waits=st.lists(st.booleans(), min_size=4, max_size=4))
    def slide(self, moves: list[object], waits: list[bool]) -> None:
        """Wherever a hand has been meanwhile, it leaves the whole run that the settings give."""
        self.tell(m.NowChosen(), m.LiveSwitched(True))
        self.rest()
        before = self.state.form.settings
        for move, wait in zip(moves, waits, strict=False):
            self.tell(move)
            self.ask()
            if wait:
                self.answer()
        self.tell(m.ParameterLetGo())
        self.rest()
        self.the_numbers_are_those_of_a_fresh_run()
        moved = self.state.form.settings != before
        if moved and self.state.live.live and not self.state.said.report["stopped"]:
            assert (self.state.epoch, self.state.form.settings["legs"]) == (self.state.epochs, "")

    @rule(rate=RATES)
    def change_the_rate_and_go_back(self, rate: object) -> None:
        self.rest_now()
        if self.state.said.report.get("stopped") or self.state.live.live:
            return
        before, settings = self.known(), self.state.form.settings
        self.tell(rate)
        if len(parse_legs(self.state.form.settings["legs"])) <= len(parse_legs(settings["legs"])):
            return
        self.tell(m.StepPressed(), m.StepPressed())
        self.rest()
        self.tell(m.RateBackPressed())
        self.rest()
        self.the_numbers_are_those_of_a_fresh_run()
        ahead = [leg for leg in parse_legs(settings["legs"]) if (leg.epoch, leg.row) > before[:2]]
        if not ahead:  # what was planned for later is given up
            assert (self.known(), self.state.form.settings["legs"]) == (before, settings["legs"])

    def rest_now(self) -> None:
        self.tell(m.NowChosen())
        self.rest()

    def known(self) -> tuple[object, ...]:
        """Where the run is, and what is known of the neuron there; while another moment is shown, nothing is."""
        state, report = self.state, self.state.said.report
        digits = (report["weights_in_full"], report["bias_in_full"]) if report and report["shown"]["is_now"] else ()
        return state.epoch, state.row, digits

    @rule(those=st.lists(RUNS, min_size=1, max_size=4))
    def compare_runs(self, those: list[object]) -> None:
        self.tell(*those)

    @rule(leave=CHOICES | BUTTONS)
    def leave_a_run_and_go_back(self, leave: object) -> None:
        """A trained run is kept when the next begins, and comes back bit for bit."""
        self.rest_now()
        before, run = self.known(), self.state.runs.present
        if not run or len(self.state.runs.kept) == MOST_KEPT:
            return
        self.tell(leave)
        self.rest_now()
        if self.state.runs.present and self.state.runs.present[0].letter == run[0].letter:
            return  # it goes on, or nothing was left
        self.tell(m.RunGoneBackTo(run[0].letter))
        self.rest_now()
        assert self.known() == before

    @rule(lesson=LESSON)
    def open_a_lesson(self, lesson: int) -> None:
        self.tell(m.LessonChosen(lesson))

    @rule()
    def python_is_asked(self) -> None:
        self.ask()

    @rule()
    def python_answers(self) -> None:
        self.answer()
        self.ask()

    @rule(text=st.sampled_from([MOMENTUM, OWN]), meanwhile=st.lists(ANYTHING, max_size=1))
    def run_a_program(self, text: str, meanwhile: list[object]) -> None:
        self.tell(m.ProgramTyped(text), m.RunProgramPressed(), *meanwhile)

    @rule()
    def stop(self) -> None:
        """Another worker takes over, if there was something to stop."""
        self.tell(m.StopPressed())
        if self.state.trainer.status == "booting":
            self.trainer = Compiling()
            self.tell(m.TrainerReady())
            assert not (self.state.wants.training or self.state.code.trying)

    @precondition(lambda self: self.state.trainer.status == "ready")
    @rule(meanwhile=st.lists(ANYTHING, max_size=3))
    def python_fails_and_is_started_again(self, meanwhile: list[object]) -> None:
        self.tell(m.TrainerFailed("worker", "Traceback"), *meanwhile[:1], m.RestartPressed(), *meanwhile[1:])
        self.trainer = Compiling()
        self.tell(m.TrainerReady())

    @precondition(lambda self: bool(self.state.trainer.request))
    @rule()
    def a_request_fails_and_the_person_goes_on(self) -> None:
        self.tell(m.RequestFailed("Traceback\nZeroDivisionError"), m.StepPressed())
        self.rest()
        self.the_numbers_are_those_of_a_fresh_run()
        assert not self.state.trainer.error

    @rule()
    def everything_comes_to_rest(self) -> None:
        self.rest()
        self.the_numbers_are_those_of_a_fresh_run()

    def the_numbers_are_those_of_a_fresh_run(self) -> None:
        state, report = self.state, self.state.said.report
        texts = state.form.settings
        rule = unpack_program(texts["rule"])
        data = PRESETS[texts["data"]] if texts["data"] in PRESETS else unpack(texts["data"])
        settings = Settings(**{**read_settings(texts), "data": data, "rule": rule})
        now, then = (
            run_to(settings, state.epoch, state.row),
            run_to(settings, *(state.look.moment or (state.epoch, state.row))),
        )
        assert report["score_now"] == score_in_words(score(now.verdicts()))
        assert report["shown"] == {"epoch": then.epoch, "row": then.row, "is_now": not state.look.moment}
        assert report["weights_in_full"] == list(map(repr, then.neuron.weights))
        assert report["bias_in_full"] == repr(then.neuron.bias)
        assert report["printed"] == [with_minuses(verdict.printed) for verdict in then.verdicts()]
        answer = then.task.answer(then.neuron, tuple(map(float, state.said.answered)))
        assert state.said.answer["in_full"] == (with_minuses(repr(answer)) if math.isfinite(answer) else "")
        assert [row["before"] for row in state.said.start["table"]] == [
            with_minuses(verdict.printed) for verdict in then.before
        ]
        assert (state.said.panel["name"], state.said.answered) == (state.look.tab, state.flowing)
        assert state.said.milestones[-1]["epoch"] <= state.epoch
        assert not (
            state.wants.training
            or state.wants.steps
            or state.trainer.place
            or state.stepper.guess
            or state.wants.back_to
            or state.hand.let_go
        )

    @invariant()
    def every_part_keeps_its_shape(self) -> None:
        state = self.state
        assert out_of_shape(state) == []
        assert set(state.form.settings) == set(DEFAULTS)
        assert 0 <= state.stepper.tally[0] <= state.stepper.tally[1]
        assert max(own_attempts(state), default=-1) <= own_best(state)
        assert set(state.form.complaints) == set(state.form.refused)
        letters = [run.letter for run in rows(state)]
        assert len(set(letters)) == len(letters) <= MOST_KEPT + 1
        assert state.runs.letter not in [run.letter for run in state.runs.kept]
        assert len(set(state.runs.drawn)) == len(state.runs.drawn) <= MOST_DRAWN
        assert state.trainer.opened.keys() in (set(), state.wanted.keys())

    @invariant()
    def every_view_can_be_drawn_with_real_minus_signs(self) -> None:
        assert with_hyphens(says(self.state)) == {}

    @invariant()
    def the_moment_is_within_the_run(self) -> None:
        state = self.state
        assert state.look.moment == () or (0, 0) <= state.look.moment < max(
            state.trainer.place or (0, 0), (state.epoch, state.row)
        )


def run_to(settings: Settings, epoch: int, row: int) -> Run:
    run = run_of(settings)
    run.advance(epoch)
    for _ in range(row):
        run.step()
    return run


TestPlay = pytest.mark.slow(Play.TestCase)
TestPlay.settings = hypothesis_settings(max_examples=50, stateful_step_count=50)
