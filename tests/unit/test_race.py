"""A race of many starts: what is told of the way and of the ends, and that the article's all end in the same place."""

import math
from array import array
from dataclasses import replace

import pytest

from perceptron.engine import Ran
from perceptron.experiment import Overflow, Run
from perceptron.findings.goals import Goal
from perceptron.findings.race import (
    MOST_MOMENTS,
    MOST_RACERS,
    Outcome,
    at,
    end_of_seed,
    known_numbers,
    moments,
    outcome_of,
    stride_of,
)
from perceptron.presets import PRESETS
from perceptron.seeds import SeedEnd, SeedPath, final, paths
from perceptron.settings import Settings
from perceptron.words.race import end_in_words, moment_in_words, race_in_words

ARTICLE = Settings()


def ended(seed: int, *numbers: float, right: int = 21, stopped: Overflow | None = None) -> SeedEnd:
    *weights, bias = numbers
    return SeedEnd(seed, (0.0,) * len(numbers), tuple(weights), bias, 100, 0.01, right, stopped, Ran())


@pytest.mark.slow
def test_all_seeds_of_the_article_end_within_a_thousandth_of_each_other() -> None:
    ends = list(final(replace(ARTICLE, epochs=10_000), range(12)))
    outcome = outcome_of(ends)
    assert len(outcome.places) == 1
    assert outcome.spread < 1e-3
    assert (outcome.least_right, outcome.most_right, outcome.racers, outcome.stopped) == (21, 21, 12, 0)
    said = race_in_words(outcome, 25, has_bias=True)
    assert said.startswith("All 12 starts end in the same place, weights 4.9778 and 5.1890, bias −2.5605; no two are")
    assert said.endswith(" apart; 21 of 25 test rows are right.")


def test_the_way_is_told_at_powers_of_ten() -> None:
    racers = list(paths(ARTICLE, range(5), 130, 3))
    found = moments(racers)
    assert [moment.epoch for moment in found] == [0, 9, 99, 130]
    for moment in found:
        numbers, errors = [], []
        for racer in racers:
            run = Run(replace(ARTICLE, seed=racer.end.seed))
            run.advance(moment.epoch)
            numbers.append((*run.neuron.weights, run.neuron.bias))
            errors.append(run.error)
        apart = max(math.dist(one, other) for one in numbers for other in numbers)
        assert moment == (moment.epoch, apart, min(errors), max(errors))


def test_a_racer_that_stopped_stays_where_it_was() -> None:
    long = SeedPath(
        ended(1, 1.0, 2.0), [0, 10, 20], [array("d", [0, 1, 1])], array("d", [0, 2, 2]), array("d", [3, 2, 1])
    )
    short = SeedPath(ended(2, 9.0, 9.0), [0, 4], [array("d", [0, 9])], array("d", [0, 9]), array("d", [4, 5]))
    assert [at(short, place) for place in range(3)] == [(0.0, 0.0), (9.0, 9.0), (9.0, 9.0)]
    assert [(moment.epoch, moment.least_error, moment.most_error) for moment in moments([short, long])] == [
        (0, 3.0, 4.0),
        (10, 2.0, 5.0),
        (20, 1.0, 5.0),
    ]
    assert list(known_numbers([long, short], 0)) == [0, 1, 1, 0, 9]
    assert list(known_numbers([long, short], 1)) == [0, 2, 2, 0, 9]


def test_several_places_are_listed_by_how_many_end_there() -> None:
    ends = [ended(1, 5.0, 5.0, -2.0), ended(2, -5.0, 5.0, 0.0, right=4), ended(3, 5.01, 5.0, -2.0)]
    outcome = outcome_of(ends)
    assert outcome.places[0] == Goal((5.005, 5.0, -2.0), (0, 2))
    assert race_in_words(outcome, 25, has_bias=True) == (
        "3 starts end in 2 places, up to 10 apart: 2 at weights 5.0050 and 5.0000, bias −2.0000; "
        "1 at weights −5.0000 and 5.0000, bias 0.0000; 4 to 21 of 25 test rows are right."
    )
    many = outcome_of([ended(seed, float(seed), 1.0) for seed in range(1, 8)])
    assert race_in_words(many, 25, has_bias=False).count(" at weight ") == 4
    assert "; …; " in race_in_words(many, 25, has_bias=False)


def test_those_whose_numbers_grew_too_large_have_no_place() -> None:
    too_large = Overflow(3, (1,), True)
    outcome = outcome_of([ended(1, 1.0, 2.0), ended(2, 1e300, 2.0, right=0, stopped=too_large)])
    assert outcome.places == (Goal((1.0, 2.0), (0,)),)
    assert race_in_words(outcome, 25, has_bias=True) == (
        "1 start ends at weight 1.0000, bias 2.0000; 0 to 21 of 25 test rows are right. "
        "For 1 start numbers grew too large."
    )
    none = outcome_of([ended(2, 1e300, 2.0, right=0, stopped=too_large)] * 2)
    assert race_in_words(none, 25, has_bias=True) == ("Numbers grew too large for all 2 starts, so none ends anywhere.")


def test_real_overflows_are_told() -> None:
    settings = Settings(PRESETS["celsius"], activation="linear", epochs=50)
    ways = list(paths(settings, range(3), 50, 5))
    outcome = outcome_of([way.end for way in ways])
    assert (outcome.racers, outcome.stopped, outcome.places) == (3, 3, ())
    assert all(moment_in_words(moment) for moment in moments(ways))


def test_a_moment_is_three_cells() -> None:
    (first, *_) = moments(list(paths(ARTICLE, (1, 2), 1, 1)))
    epoch, apart, errors = moment_in_words(first)
    assert epoch == "0"
    assert float(apart) == pytest.approx(first.spread, rel=0.05)
    assert errors == f"{first.least_error:.4g} to {first.most_error:.4g}"
    (alone, *_) = moments(list(paths(ARTICLE, (1,), 1, 1)))
    assert moment_in_words(alone)[1:] == ("0", f"{alone.least_error:.4g}")
    assert moment_in_words(alone._replace(spread=2e-7, most_error=math.inf))[1] == "0.00000020"
    assert moment_in_words(alone._replace(most_error=math.inf))[2].endswith(" to too large for a 64-bit float")


def test_a_path_has_no_more_moments_than_a_picture_needs() -> None:
    assert [stride_of(epochs) for epochs in (1, 200, 201, 10_000, 1_000_000)] == [1, 1, 2, 50, 5_000]
    for epochs in (1, 199, 200, 201, 9_999, 10_000):
        assert epochs / stride_of(epochs) <= MOST_MOMENTS
    assert MOST_RACERS == 300


def test_an_end_is_written_with_the_bias_if_there_is_one() -> None:
    assert end_in_words((1.0, 0.0), has_bias=False) == "weight 1.0000"
    assert end_in_words((1.0, 2.0, 3.0, -1.0), has_bias=True) == "weights 1.0000, 2.0000 and 3.0000, bias −1.0000"
    assert end_of_seed(ended(1, 1.0, 2.0, 3.0)) == (1.0, 2.0, 3.0)
    assert isinstance(outcome_of([ended(1, 1.0, 2.0)]), Outcome)
