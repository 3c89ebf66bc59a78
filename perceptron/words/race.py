"""Says how a race of many starts went."""

import math

from perceptron.fields import counted, grouped
from perceptron.findings.goals import End
from perceptron.findings.race import Outcome, RaceMoment
from perceptron.words.numbers import past_floats, with_minuses
from perceptron.words.runs import distance_in_words, weight_in_words

MOST_PLACES = 4
ONE_START = "The start is not drawn, so another seed changes nothing."


def race_in_words(outcome: Outcome, total: int, has_bias: bool) -> str:
    """Who ended where, and how many test rows, of so many, are right there."""
    arrived = outcome.racers - outcome.stopped
    if not arrived:
        return f"Numbers grew too large for all {grouped(outcome.racers)} starts, so none ends anywhere."
    said = f"{_places(outcome, arrived, has_bias)}; {_rights(outcome, total)}."
    if outcome.stopped:
        said += f" For {counted(outcome.stopped, 'start')} numbers grew too large."
    return said


def moment_in_words(moment: RaceMoment) -> tuple[str, str, str]:
    """A line of the table: the epoch, how far apart the two furthest are, and the smallest and the largest error."""
    least, most = _error(moment.least_error), _error(moment.most_error)
    errors = least if least == most else f"{least} to {most}"
    return grouped(moment.epoch), distance_in_words(moment.spread), errors


def end_in_words(end: End, has_bias: bool) -> str:
    """As in “weights 4.9778 and 5.1890, bias −2.5605”."""
    *weights, bias = end
    written = list(map(weight_in_words, weights))
    listed = written[0] if len(written) == 1 else f"{', '.join(written[:-1])} and {written[-1]}"
    called = "weight" if len(written) == 1 else "weights"
    return f"{called} {listed}" + (f", bias {weight_in_words(bias)}" if has_bias else "")


def _places(outcome: Outcome, arrived: int, has_bias: bool) -> str:
    if arrived == 1:
        return f"1 start ends at {end_in_words(outcome.places[0].middle, has_bias)}"
    apart = distance_in_words(outcome.spread)
    if len(outcome.places) == 1:
        place = end_in_words(outcome.places[0].middle, has_bias)
        return f"All {grouped(arrived)} starts end in the same place, {place}; no two are more than {apart} apart"
    listed = [f"{grouped(len(place.runs))} at {end_in_words(place.middle, has_bias)}" for place in outcome.places]
    more = ["…"] if len(listed) > MOST_PLACES else []
    said = f"{grouped(arrived)} starts end in {grouped(len(listed))} places, up to {apart} apart: "
    return said + "; ".join(listed[:MOST_PLACES] + more)


def _rights(outcome: Outcome, total: int) -> str:
    least, most = outcome.least_right, outcome.most_right
    if least == most:
        return f"{grouped(least)} of {grouped(total)} test rows are right"
    return f"{grouped(least)} to {grouped(most)} of {grouped(total)} test rows are right"


def _error(value: float) -> str:
    return with_minuses(f"{value:.4g}") if math.isfinite(value) else past_floats(value)
