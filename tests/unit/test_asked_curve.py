"""The answers of a changed program over its total: a curve is drawn only where all of them lie on it."""

import pytest

from perceptron.findings.asked_curve import AskedCurve, asked_curve
from perceptron.words.asked_curve import chosen_in_words, note_in_words
from tests.unit.programs import OWN
from tests.unit.test_asked_row import PROGRAMS, trained

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

CURVE = "The curve is what your program answers to this row with other biases."
NO_CURVE = "There is no curve: your program’s answers do not follow from its total alone, or bend too often."


def picture_of(name: str, data: str = "article", chosen: int = 3) -> AskedCurve | None:
    run = trained({**PROGRAMS, "own": OWN + "# mine\n", "both": BOTH}[name], data)
    return asked_curve(run.neuron, run.task, list(run.verdicts()), chosen, 300)


BOTH = OWN.replace("return sigmoid(total)", "return sigmoid(total) + 0.1 * inputs[0]")


@pytest.mark.parametrize("name", ["own", "momentum", "an answer that falls", "waves"])
@pytest.mark.parametrize("data", ["article", "xor"])
def test_where_answers_follow_from_the_total_every_row_lies_on_the_curve(name: str, data: str) -> None:
    picture = picture_of(name, data)
    assert picture
    assert note_in_words(picture) == CURVE
    sums, answers = zip(*picture.curve, strict=True)
    assert (sums[0], sums[-1]) == pytest.approx(picture.across)
    for spot in picture.spots:
        after = next((place for place, total in enumerate(sums) if total >= spot.weighted_sum), len(sums) - 1)
        near = answers[max(0, after - 2) : after + 2]
        room = max(near) - min(near) + 1e-9
        assert min(near) - room <= spot.verdict.output <= max(near) + room


@pytest.mark.parametrize("name", ["both", "of the inputs alone", "another total", "no bias"])
def test_where_they_do_not_the_rows_are_drawn_without_one(name: str) -> None:
    picture = picture_of(name)
    assert picture
    assert (picture.curve, len(picture.spots)) == ((), 25)
    assert note_in_words(picture) == NO_CURVE


def test_waves_that_are_too_narrow_for_the_picture_are_not_drawn() -> None:
    picture = picture_of("waves", "celsius")  # over sums of more than a million
    assert picture
    assert (picture.curve, note_in_words(picture)) == ((), NO_CURVE)


def test_a_jump_is_drawn() -> None:
    run = trained(OWN.replace("return sigmoid(total)", "return 1.0 if total > 0.3 else 0.0"))
    picture = asked_curve(run.neuron, run.task, list(run.verdicts()), 0, 300)
    assert picture
    assert {answer for _, answer in picture.curve} <= {0.0, 1.0}


def test_a_program_without_a_total_has_no_picture() -> None:
    assert picture_of("no total") is None


def test_the_chosen_row_is_said_with_the_answers_that_would_be_right() -> None:
    picture = picture_of("own", chosen=24)
    assert picture
    said = chosen_in_words(picture)
    assert said.startswith("Row 25, ")
    assert f"your program answers {picture.chosen.verdict.output:.4f}, which rounds to " in said
    assert said.endswith(f" round to {picture.chosen.verdict.expected}.")
