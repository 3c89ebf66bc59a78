"""A rule that is compiled gives the bits that Python gives, or says why it cannot be compiled."""

import builtins
import math
from array import array
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron import webassembly
from perceptron.activations import Activation
from perceptron.compiling import Program, Work, compiled_like
from perceptron.datasets import ARTICLE, Row
from perceptron.learning import learn
from perceptron.neuron import Perceptron
from perceptron.tracing import Unsupported
from tests.bits import KINDS, Bits, compare_hostile, compare_raising, compare_usual, neurons
from tests.machine import wasmtime_machine

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”


def test_the_articles_neuron_gets_the_same_bits_at_every_rate() -> None:
    bits = Bits(wasmtime_machine)
    compare_usual(bits, 3, 100)
    assert bits.found == {"runs": 15, "numbers": 15 * 400, "infinite or NaN": 0, "different": 0}


@pytest.mark.parametrize("has_bias", [True, False])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.name}, {kind.counts_as_one}")
def test_every_kind_of_neuron_gets_the_same_bits(kind: Activation, has_bias: bool) -> None:
    bits = Bits(wasmtime_machine)
    for inputs in (1, 2, 3, 10):
        rows = [
            Row((*row.inputs, *row.inputs, 0.25, *row.inputs, -3.0, *row.inputs)[:inputs], row.target)
            for row in ARTICLE.test
        ]
        bits.compare(neurons(kind, inputs, has_bias), rows, 0.3, 10)
    assert (bits.found["runs"], bits.found["different"], bits.found["given up"]) == (4, 0, 0)


def test_so_do_neurons_with_numbers_that_nobody_would_choose() -> None:
    bits = Bits(wasmtime_machine)
    compare_hostile(bits, 400)
    assert (bits.found["runs"], bits.found["different"], bits.found["given up"]) == (400, 0, 0)
    assert bits.found["infinite or NaN"] > 1000


def test_where_a_rule_raises_the_program_gives_up_and_elsewhere_it_gives_the_same_bits() -> None:
    bits = Bits(wasmtime_machine)
    compare_raising(bits, 150)
    assert (bits.found["different"], bits.found["errors missed"]) == (0, 0)
    assert bits.found["errors"] > 50
    assert bits.found["numbers"] > 1000


def test_the_program_is_made_of_the_readable_update_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = []

    def counted(*given: Any) -> Any:
        ran.append(given)
        return learn(*given)

    monkeypatch.setattr("perceptron.compiling.learn", counted)
    compiled_like(Perceptron.random(2, 1))
    assert len(ran) == 3  # e^x is more than a float holds; what is divided by is 0, which never happens; or neither


def test_compiling_leaves_math_and_sum_as_they_were() -> None:
    before = (dict(vars(math)), builtins.sum)
    compiled_like(Perceptron.random(2, 1))
    with pytest.raises(Unsupported):
        Program(lambda parameters, row, rate: (parameters, round(sum(row))), 1, 2)
    assert (dict(vars(math)), builtins.sum) == before


def catches_all(row: tuple[Any, ...]) -> object:
    try:
        return f"{row[0]:.3f}"
    except BaseException:
        return row[0]


def many_decisions(row: tuple[Any, ...]) -> object:
    return [row[0] for place in range(40) if row[0] > place][-1]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (lambda row: round(row[0], 3), r"round\(\) of a number"),
        (lambda row: float(row[0]), r"float\(\) of a number"),
        (lambda row: f"{row[0]}", "a number within a text"),
        (lambda row: row[0] // 2, "a TypeError .unsupported operand type.s. for //: 'float' and 'int'"),
        (lambda row: row[0] + 1j, "a TypeError .unsupported operand"),
        (lambda row: [0.0][row[0]], "a number as a place in a list, or as a count"),
        (lambda row: row[0] * 2**60 * (2**60 + 1), r"something in place of a float .int."),
        (catches_all, "a number within a text"),
        (many_decisions, "too many steps in one row"),
        (lambda row: {row[0]: 1.0}, "the hash of a number, as for a key or a seed"),
    ],
    ids=range(10),
)
def test_what_cannot_be_compiled_is_refused_with_the_reason(error: Callable[[Any], object], reason: str) -> None:
    with pytest.raises(Unsupported, match=rf"^The rule has {reason}.*(which cannot|to) be compiled\.$"):
        Program(lambda parameters, row, rate: (parameters, error(row)), 1, 2)


def test_a_rule_that_loses_a_parameter_is_refused() -> None:
    with pytest.raises(Unsupported, match="another number of parameters"):
        Program(lambda parameters, row, rate: (parameters[1:], 0.0), 2, 2)


def numbers(many: int) -> "array[float]":
    return array("d", [0.5] * many)


@pytest.mark.parametrize(
    "work",
    [
        Work(numbers(3), numbers(6), numbers(8), 1, 0.1),  # a place for two ends
        Work(numbers(3), numbers(6), numbers(4), 2, 0.1),  # a place for one end
        Work(numbers(3), numbers(7), numbers(4), 1, 0.1),  # rows that do not end
        Work(numbers(3), numbers(0), numbers(4), 1, 0.1),
        Work(numbers(3), numbers(6), numbers(0), 0, 0.1),
        Work(numbers(2), numbers(6), numbers(3), 1, 0.1),
        Work(numbers(3), numbers(6), numbers(16), 4, 0.1, has_other_orders=True),  # rows for two epochs
    ],
    ids=range(7),
)
def test_a_program_is_not_run_where_it_would_leave_its_arrays(work: Work) -> None:
    with pytest.raises(ValueError, match=r"^A program needs"):
        wasmtime_machine(compiled_like(Perceptron.random(2, 1)))(work)


@given(st.integers(-(2**31), 2**31 - 1))
def test_whole_numbers_are_written_in_leb128(value: int) -> None:
    written = webassembly.whole(value)
    assert all(byte & 128 for byte in written[:-1]) and not written[-1] & 128
    read = sum((byte & 127) << 7 * place for place, byte in enumerate(written))
    assert read - (1 << 7 * len(written) if written[-1] & 64 else 0) == value
