"""Where labels stand: at the best place that is free, and never over another."""

from hypothesis import given
from hypothesis import strategies as st

from perceptron.out.labels import label_places

HALF = 9.0
PLACES = st.tuples(st.floats(0, 400), st.floats(0, 200))
LINES = st.lists(st.tuples(st.floats(5, 30), st.lists(PLACES, max_size=5)), max_size=12)


@given(LINES)
def test_no_label_lies_over_another_and_each_stands_on_its_line(
    lines: list[tuple[float, list[tuple[float, float]]]],
) -> None:
    places = label_places(lines, HALF)
    assert len(places) == len(lines)
    drawn = [(place, half) for place, (half, _) in zip(places, lines, strict=True) if place]
    for number, ((x, y), half) in enumerate(drawn):
        for (other_x, other_y), other_half in drawn[:number]:
            assert abs(x - other_x) >= half + other_half or abs(y - other_y) >= 2 * HALF
    assert all(place is None or place in tries for place, (_, tries) in zip(places, lines, strict=True))


def test_the_first_free_place_is_taken_and_without_one_there_is_no_label() -> None:
    lines = [(10.0, [(50.0, 50.0)]), (10.0, [(55.0, 50.0), (90.0, 50.0)]), (10.0, [(50.0, 51.0)]), (10.0, [])]
    assert label_places(lines, HALF) == [(50.0, 50.0), (90.0, 50.0), None, None]
