"""Which rows are drawn where there are many."""

from hypothesis import given
from hypothesis import strategies as st

from perceptron.findings.sampling import sample


@given(st.integers(1, 2_000), st.integers(1, 300), st.data())
def test_a_sample_has_as_many_rows_as_it_may_in_order_and_always_the_chosen_one(
    count: int, most: int, data: st.DataObject
) -> None:
    chosen = data.draw(st.integers(0, count - 1))
    numbers = sample(count, most, chosen)
    assert len(numbers) == min(count, most)
    assert list(numbers) == sorted(set(numbers))
    assert set(numbers) <= set(range(count))
    assert chosen in numbers


def test_a_sample_is_evenly_apart() -> None:
    assert sample(10_000, 4) == (0, 2_500, 5_000, 7_500)
    assert sample(10_000, 4, chosen=5_001) == (0, 2_500, 5_001, 7_500)
    assert sample(3, 4) == (0, 1, 2)
