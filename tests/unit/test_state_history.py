"""What a changed program's neuron remembered comes back as it was, whatever of it is whole and however it was kept."""

from array import array

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

import perceptron.state_history
from perceptron.ends import Ends
from perceptron.neuron_state import Slot, State, flat, is_held_by_floats, shaped, whole_ones
from perceptron.state_history import StateHistory

SLOTS = (Slot("steps"), Slot("weights", list, 2))
WHOLE = st.one_of(st.integers(-9, 9), st.sampled_from([2**53, 2**53 + 1, 10**400]))
NUMBERS = st.one_of(WHOLE, st.floats(allow_nan=False))
STATES = st.tuples(NUMBERS, st.tuples(NUMBERS, NUMBERS))


@examples(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.one_of(STATES, st.lists(st.tuples(st.integers(-9, 9), st.floats(-1, 1)), min_size=1)), max_size=12))
def test_every_kept_state_is_what_it_was(
    monkeypatch: pytest.MonkeyPatch, pieces: list[State | list[tuple[int, float]]]
) -> None:
    monkeypatch.setattr(perceptron.state_history, "MOST_NUMBERS", 40)
    states: list[State] = [(0, (0.5, 1))]
    history = StateHistory(SLOTS, states[0])
    for piece in pieces:
        if isinstance(piece, list):  # a stretch that a program trained
            ends = array("d", [number for steps, weight in piece for number in (steps, weight, 0.25, 7.0)])
            history.extend(len(states), Ends(ends, 4), (True, False, False))
            states += [(steps, (weight, 0.25)) for steps, weight in piece]
        else:
            history.put(len(states), piece, 7.0)
            states.append(piece)
    for last in (len(states) - 1, len(states) // 2, 0):
        history.truncate(last)
        assert len(history) <= 10
        for epoch in range(last + 1):
            kept, state, squared_errors = history.nearest(epoch)
            assert kept == epoch - epoch % history.stride
            assert repr(state) == repr(states[kept])
            assert squared_errors == (7.0 if kept else 0.0)
    assert history.stride == 1


@given(STATES)
def test_a_state_is_its_numbers_in_its_shape(state: State) -> None:
    assert repr(shaped(SLOTS, flat(state))) == repr(state)
    if is_held_by_floats(flat(state)):
        assert repr(shaped(SLOTS, map(float, flat(state)), whole_ones(state))) == repr(state)


def test_a_whole_number_beyond_2_to_the_53_may_be_lost_in_a_float() -> None:
    assert [is_held_by_floats([number]) for number in (2**53, 2**53 + 1, 2**53 + 2, 10**400, 0.1)] == [
        *(True, False, True, False, True)
    ]
