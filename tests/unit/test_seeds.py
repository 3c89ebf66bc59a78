"""Many starts of one experiment end where their runs do, bit for bit, whichever engine trains them."""

import math
from array import array
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from perceptron.activations import ACTIVATIONS
from perceptron.compiled import LANES, Compiled, Runner
from perceptron.compiling import Program, Work
from perceptron.engine import PLAIN_PYTHON, Engine, Ran
from perceptron.experiment import Run
from perceptron.legs import Leg
from perceptron.presets import PRESETS
from perceptron.seeds import SeedEnd, final, paths
from perceptron.settings import Settings
from tests.machine import wasmtime_machine
from tests.unit.programs import MOMENTUM, run_with

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

LINEAR = Settings(activation="linear", epochs=30)  # it needs no e^x, which takes long here


def as_a_run(run: Run) -> list[object]:
    start = (*run.start[0], run.start[1])
    numbers = [start, tuple(run.neuron.weights), run.neuron.bias, run.epoch, run.error]
    return [run.settings.seed, repr(numbers), run.verdicts().score.right, run.stopped]


def as_told(end: SeedEnd) -> list[object]:
    return [end.seed, repr([end.start, end.weights, end.bias, end.epoch, end.error]), end.right, end.stopped]


CHOSEN = st.builds(
    Settings,
    data=st.sampled_from([PRESETS["and"], PRESETS["article"], PRESETS["celsius"]]),
    activation=st.sampled_from(list(ACTIVATIONS)),
    order=st.sampled_from(["given", "shuffled"]),
    scaling=st.sampled_from(["none", "0-1"]),
    bias=st.sampled_from(["on", "off"]),
    start=st.sampled_from([None, "zeros"]),
    epochs=st.integers(1, 12),
    learning_rate=st.sampled_from([0.1, 1.0, 100.0]),
    legs=st.sampled_from([(), (Leg(0.3, 0, 2), Leg(1.0, 3, 0), Leg(0.01, 9, 3))]),
)


@examples(max_examples=40, deadline=None)
@given(CHOSEN, st.lists(st.integers(0, 999), max_size=2 * LANES + 1), st.integers(1, 7))
def test_every_start_ends_and_goes_as_its_run_does(chosen: Settings, seeds: list[int], stride: int) -> None:
    for engine in (PLAIN_PYTHON, Compiled(wasmtime_machine)):
        found = list(paths(chosen, seeds, chosen.epochs, stride, engine))
        assert [path.end.seed for path in found] == seeds
        for path in found:
            run = Run(replace(chosen, seed=path.end.seed))
            run.advance(chosen.epochs)
            assert as_told(path.end) == as_a_run(run)
            assert path.epochs == sorted({*range(0, run.epoch + 1, stride), run.epoch})
            for place, epoch in enumerate(path.epochs):
                moment = run.at(epoch)
                here = [*(weights[place] for weights in path.weights), path.bias[place], path.errors[place]]
                assert repr(here) == repr([*moment.neuron.weights, moment.neuron.bias, moment.error])
            assert {len(each) for each in (*path.weights, path.bias, path.errors)} == {len(path.epochs)}


def test_only_the_ends_are_the_ends_of_the_paths() -> None:
    seeds = [3, 109, 3, 0]
    assert list(final(LINEAR, seeds)) == [path.end for path in paths(LINEAR, seeds, 30, 7)]


def test_they_come_a_few_at_a_time_so_that_one_can_stop() -> None:
    asked: list[int] = []

    def seeds() -> Any:
        for seed in range(10**9):
            asked.append(seed)
            yield seed

    engine = Compiled(wasmtime_machine)
    found = final(LINEAR, seeds(), engine)
    assert [next(found).seed for _ in range(LANES + 1)] == list(range(LANES + 1))
    assert len(asked) == 2 * LANES
    assert engine.ran == Ran("compiled")


def test_starts_whose_numbers_grow_too_large_stop_and_the_others_go_on() -> None:
    chosen = replace(LINEAR, data=PRESETS["celsius"], learning_rate=0.9, epochs=400)
    ours, theirs = (list(final(chosen, range(LANES), engine)) for engine in (Compiled(wasmtime_machine), PLAIN_PYTHON))
    assert all(end.stopped for end in ours)
    assert list(map(as_told, ours)) == list(map(as_told, theirs))


def wrong_in_one_lane(program: Program) -> Runner:
    """A machine that turns the last bit of the third lane in the last epoch."""
    runner = wasmtime_machine(program)

    def run(work: Work) -> int:
        result = runner(work)
        width = program.parameters + 1
        if program.lanes > 2:
            place = (work.epochs - 1) * program.lanes * width + 2 * width
            work.ends[place] = math.nextafter(work.ends[place], math.inf)
        return result

    return run


def test_one_wrong_bit_in_one_lane_is_found_and_then_all_is_pythons() -> None:
    engine: Engine = Compiled(wrong_in_one_lane)
    found = list(final(LINEAR, range(LANES + 2), engine))
    assert list(map(as_told, found)) == list(map(as_told, final(LINEAR, range(LANES + 2))))
    assert {end.ran for end in found} == {Ran("python", "bits", "30")}


def test_a_changed_program_is_trained_from_every_start() -> None:
    chosen = Settings(rule=MOMENTUM, epochs=6)
    for path in paths(chosen, [1, 2], 6, 4):
        run = run_with(MOMENTUM, replace(chosen, seed=path.end.seed))
        run.advance(6)
        assert as_told(path.end) == as_a_run(run)
        assert path.epochs == [0, 4, 6]
        assert path.errors == array("d", [run.at(epoch).error for epoch in (0, 4, 6)])


@pytest.mark.parametrize(("epochs", "stride"), [(-1, 1), (1, 0)])
def test_a_path_that_cannot_be_is_refused(epochs: int, stride: int) -> None:
    with pytest.raises(ValueError, match="A path has no"):
        next(paths(LINEAR, [1], epochs, stride))


def test_a_number_that_is_no_seed_is_refused() -> None:
    with pytest.raises(ValueError, match="Seed"):
        list(final(LINEAR, [-1]))
