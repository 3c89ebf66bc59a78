"""A changed program drives a run, and all that its neuron remembers comes back with every moment."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from perceptron.changed_run import ChangedRun, run_of
from perceptron.changes import CHANGES, changed
from perceptron.experiment import Run
from perceptron.faults import ProgramError
from perceptron.findings.milestones import ScoreBook
from perceptron.legs import Leg
from perceptron.program import own_program_of
from perceptron.scoring import score
from perceptron.settings import Settings
from perceptron.settings_table import OF_A_PROGRAM
from perceptron.take_home import take_home
from perceptron.words.changes import CHANGES_IN_WORDS
from tests.unit.programs import MOMENTUM, OWN, in_start, run_with, with_lines
from tests.unit.test_every_setting import any_settings, short_memory  # noqa: F401  # a fixture
from tests.unit.test_take_home import printed_by, printed_by_the_engine

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

EPOCHS = 12


@examples(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(any_settings(), st.integers(0, EPOCHS), st.data())
def test_the_pages_own_program_run_as_a_changed_one_gives_the_same_bits(
    settings: Settings, epoch: int, data: st.DataObject
) -> None:
    plain, own = Run(settings), run_with(own_program_of(settings), settings)
    assert own.start == plain.start
    assert own.error == plain.error
    for run in (plain, own):
        run.advance(EPOCHS)
    assert repr(own.neuron.weights) == repr(plain.neuron.weights)
    assert (own.neuron.bias, own.error) == (plain.neuron.bias, plain.error)
    assert own.history.errors == plain.history.errors
    assert list(own.verdicts()) == list(plain.verdicts())
    assert own.verdicts().score == plain.verdicts().score
    assert own.ends_between(epoch, EPOCHS) == plain.ends_between(epoch, EPOCHS)
    row = data.draw(st.integers(1, len(settings.data.training)))
    assert own.update_at(epoch + 1, row) == plain.update_at(epoch + 1, row)._replace(slope_counts_as_one=False)
    assert own.elsewhere() == ((), True)


@pytest.mark.parametrize("name", CHANGES)
def test_every_ready_change_runs_and_changes_the_digits(name: str) -> None:
    change = CHANGES[name]
    settings = Settings(epochs=30, **change.settings)  # type: ignore[arg-type]
    run = run_with(changed(own_program_of(settings), change), settings)
    run.advance(30)
    assert run.elsewhere() == ((), True)
    plain = Run(settings)
    plain.advance(30)
    assert run.neuron.weights != plain.neuron.weights


def test_every_ready_change_has_words_and_no_words_are_of_another() -> None:
    assert list(CHANGES) == list(CHANGES_IN_WORDS)
    assert len(CHANGES) >= 12


def test_a_change_of_another_program_is_refused() -> None:
    with pytest.raises(ValueError, match="has not once, but 0 times"):
        changed(own_program_of(Settings(bias="off")), CHANGES["momentum"])


@pytest.mark.parametrize("name", [*CHANGES, "by legs"])
def test_taken_home_a_changed_program_prints_what_the_engine_does(name: str) -> None:
    legs = (Leg(0.1, 3, 0), Leg(0.7, 7, 2), Leg(0.7, 8, 0))
    settings = Settings(epochs=EPOCHS, order="shuffled", legs=legs if name == "by legs" else ())
    settings = replace(settings, rule=changed(OWN, CHANGES["decay" if name == "by legs" else name]))
    run = run_of(settings)
    run.advance(EPOCHS)
    lines = printed_by(take_home(settings)).splitlines()
    assert lines[-1] == f"Weights: {run.neuron.weights}, bias: {run.neuron.bias}"
    assert f"{score(run.verdicts()).right} of 25 right" in lines


def test_taken_home_a_program_that_asks_itself_to_count_is_asked_on_a_copy() -> None:
    counting = in_start("self.asked = 0").replace(
        "        total = self.bias\n", "        self.asked += 1\n        total = self.bias + self.asked / 1000\n"
    )
    settings = Settings(epochs=3, rule=counting)
    run = run_of(settings)
    run.advance(3)
    assert printed_by(take_home(settings)).splitlines()[-1].startswith(f"Weights: {run.neuron.weights}")


@pytest.mark.usefixtures("short_memory")
@examples(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([MOMENTUM, changed(OWN, CHANGES["decay"]), changed(OWN, CHANGES["noise"])]),
    st.lists(st.integers(0, 4), max_size=8),
    st.integers(0, EPOCHS),
    st.integers(0, 27),
    st.booleans(),
)
def test_a_velocity_and_a_counter_come_back_with_every_moment(
    program: str, parts: list[int], epoch: int, row: int, is_shuffled: bool
) -> None:
    legs = (Leg(0.3, 5, 3),)
    settings = Settings(epochs=EPOCHS, legs=legs, order="shuffled" if is_shuffled else "given")
    whole = run_with(program, settings)
    states = [whole.neuron.state]
    for _ in range(EPOCHS):
        whole.advance(1)
        states.append(whole.neuron.state)
    run = run_with(program, settings)
    for part in parts:
        if run.epoch >= EPOCHS - 1:
            break
        run.advance(min(part, EPOCHS - 1 - run.epoch)) if part else run.step()
    run.advance(EPOCHS - run.epoch)
    assert run.neuron.state == states[EPOCHS]
    looked_at = run.at(epoch).neuron
    assert looked_at.state == states[epoch]  # type: ignore[attr-defined]
    assert [type(number) for number in looked_at.state] == [type(number) for number in states[epoch]]  # type: ignore[attr-defined]
    run.rewind(epoch, row if epoch < EPOCHS else 0)
    run.advance(EPOCHS - run.epoch)
    assert run.neuron.state == states[EPOCHS]
    run.reset()
    assert run.neuron.state == states[0]


def test_what_a_neuron_remembers_are_its_numbers_and_lists_of_numbers_in_their_order() -> None:
    first = "        self.weights = weights\n"
    program = with_lines("self.steps = 0\nself.name = 'x'\nself.pair = (1, 2.0)", before=first)
    run = run_with(program)
    assert [slot.name for slot in run.neuron.slots] == ["steps", "pair", "weights", "bias", "learning_rate"]
    assert run.neuron.state[:2] == (0, (1, 2.0))
    assert run.neuron.with_state(run.neuron.state).own.pair == (1, 2.0)
    assert run.neuron.others() == {"name": "x"}


def test_asking_changes_nothing() -> None:
    program = in_start("self.asked = 0").replace(
        "        total = self.bias\n", "        self.asked += 1\n        total = self.bias\n"
    )
    run = run_with(program)
    before = run.neuron.state
    run.verdicts()
    run.neuron.predict((0.1, 0.2))
    assert run.neuron.state == before
    run.advance(1)
    assert run.neuron.own.asked == 28


def test_results_and_scores_are_what_the_changed_program_answers() -> None:
    sure = OWN.replace("return sigmoid(total)", "return 1.0")
    run = run_with(sure)
    run.advance(3)
    assert {verdict.output for verdict in run.verdicts()} == {1.0}
    ones = sum(row.target == 1.0 for row in run.settings.data.test)
    assert ScoreBook(run).scores([0, 1, 3]) == [ones] * 3
    assert ScoreBook(run).scores_between(0, 2) == [ones] * 2
    assert run.error == sum((row.target - 1.0) ** 2 for row in run.settings.data.training) / 28


def test_the_error_is_that_of_the_answer_before_the_update_also_where_training_does_not_ask() -> None:
    asked = "        total = self.bias\n        for x, w in zip(inputs, self.weights):\n            total += x * w\n"
    inlined = OWN.replace(
        "        output = self.predict(inputs)\n",
        f"{asked}        output = sigmoid(total)\n",
    )
    assert not run_with(inlined).neuron.program.asks_itself
    run, plain = run_with(inlined), Run(Settings())
    for each in (run, plain):
        each.advance(5)
    assert run.history.errors == plain.history.errors


def test_terms_that_a_changed_program_does_not_have_are_unknown() -> None:
    run = run_with(OWN.replace("delta", "slope").replace("total", "s"))
    update, own = run.update_at(1, 3), run_with(OWN).update_at(1, 3)
    assert update.derivative != update.derivative and update.weighted_sum != update.weighted_sum
    assert (update.output, update.error, update.new_weights) == (own.output, own.error, own.new_weights)


def test_a_program_without_a_bias_has_one_of_0() -> None:
    run = run_with(own_program_of(Settings(bias="off")))
    run.advance(2)
    assert (run.neuron.bias, run.neuron.has_bias) == (0.0, False)


def test_a_learning_rate_that_the_program_lowers_stays_low_until_a_leg_ends() -> None:
    program = with_lines("self.learning_rate *= 0.99")
    run = run_with(program, Settings(epochs=5, learning_rate=0.5, legs=(Leg(0.1, 2, 0),)))
    run.advance(2)
    assert run.neuron.own.learning_rate == pytest.approx(0.1 * 0.99**56)
    run.advance(1)
    assert run.neuron.own.learning_rate == pytest.approx(0.5 * 0.99**28)


def test_a_run_that_follows_other_rates_is_that_of_its_settings() -> None:
    first = Settings(epochs=9, rule=changed(OWN, CHANGES["decay"]))
    later = replace(first, learning_rate=0.7, legs=(Leg(0.1, 4, 2),))
    run, anew = run_of(first), run_of(later)
    run.advance(9)
    run.follow(later)
    for each in (run, anew):
        each.advance(9 - each.epoch)
    assert isinstance(run, ChangedRun) and isinstance(anew, ChangedRun)
    assert run.neuron.state == anew.neuron.state


def test_a_run_of_the_other_kind_is_refused() -> None:
    for kind, rule in ((Run, OWN), (ChangedRun, "")):
        with pytest.raises(ValueError, match="decides which kind of run"):
            kind(Settings(rule=rule))


def test_after_a_fault_the_run_stands_where_all_went_well_and_goes_on_from_an_earlier_moment() -> None:
    program = in_start("self.steps = 0").replace(
        "        output = self.predict",
        "        self.steps += 1\n        1 / (self.steps - 100)\n        output = self.predict",
    )
    run = run_with(program)
    with pytest.raises(ProgramError) as wrong:
        run.advance(20)
    assert (wrong.value.fault.epoch, wrong.value.fault.row) == (4, 100 - 3 * 28)
    assert (run.epoch, run.row, run.fault) == (3, 0, wrong.value.fault)
    assert run.neuron.own.steps == 84
    with pytest.raises(ProgramError):
        run.step()
    run.rewind(2)
    run.advance(1)
    assert run.neuron.own.steps == 84
    for _ in range(15):
        run.step()
    with pytest.raises(ProgramError):
        run.step()
    assert (run.row, run.neuron.own.steps) == (15, 99)


def test_what_the_own_program_prints_as_a_changed_one_is_what_the_engine_prints() -> None:
    settings = Settings(epochs=5, rule=OWN)
    assert printed_by(take_home(settings)) == printed_by_the_engine(replace(settings, rule=""))


def test_with_another_rate_from_the_start_the_neuron_is_made_anew() -> None:
    settings = Settings(epochs=EPOCHS)
    run = run_with(MOMENTUM, settings)
    run.advance(EPOCHS)
    run.follow(replace(run.settings, learning_rate=0.5))
    assert run.epoch == 0
    run.advance(EPOCHS)
    other = run_with(MOMENTUM, replace(settings, learning_rate=0.5))
    other.advance(EPOCHS)
    assert run.neuron.state == other.neuron.state


def test_a_changed_program_decides_activation_loss_and_bias_by_itself() -> None:
    digits = set()
    others = [{}, {"activation": "tanh"}, {"activation": "linear"}, {"loss": "cross-entropy"}, {"bias": "off"}]
    assert {name for other in others for name in other} == set(OF_A_PROGRAM)
    for other in others:
        run = run_of(Settings(rule=MOMENTUM, **other))  # type: ignore[arg-type]
        run.advance(3)
        digits.add((*run.neuron.weights, run.neuron.bias, run.error, run.verdicts().score.right))
    assert len(digits) == 1
