"""The Python that the page shows: lines of the real source, each lit with its stages of the update."""

import html
import inspect
import math
import re
import sys
from typing import Any

import pytest

from perceptron import activations, experiment, learning, losses, neuron
from perceptron.activations import ACTIVATIONS, sigmoid
from perceptron.aspects import CODE, STAGES
from perceptron.experiment import Run
from perceptron.learning import learn
from perceptron.settings import Settings
from web.build import listing as listed
from web.build.listing import SOURCES, Source, listing, source_of
from web.build.site import ROOT
from web.worker.reports.update import code

LINES = [(stages.split(), html.unescape(text)) for stages, text in re.findall(
    r'<span(?: data-stages="([^"]*)")?>(.*?)</span>', listing()
)]  # fmt: skip
SOURCE = "\n".join(inspect.getsource(module) for module in (activations, learning, losses, neuron))


def test_the_listing_is_nothing_but_lines_and_the_gaps_between_functions() -> None:
    pieces = re.findall(r"<code[^>]*>(.*?)</code>", listing(), re.DOTALL)
    assert re.sub(r"<code[^>]*>.*?</code>", "", listing(), flags=re.DOTALL) == ""
    assert set(re.sub(r"<span[^>]*>.*?</span>", "", "".join(pieces))) == {"\n"}
    assert sum(piece.count("\n\n") + 1 for piece in pieces) == len(SOURCES)


@pytest.mark.parametrize("text", [text for _, text in LINES])
def test_every_line_is_a_line_of_the_real_source(text: str) -> None:
    assert text.strip() in [line.strip() for line in SOURCE.splitlines()]


def test_the_statements_of_each_function_are_shown_in_their_order() -> None:
    shown = [text for _, text in LINES]
    for _, source, stages in SOURCES:
        lines = source_of(source).splitlines()
        first = shown.index(lines[0])
        texts = [text for text in shown[first : first + len(lines)] if text in lines]
        assert [lines.index(text) for text in texts] == sorted(lines.index(text) for text in texts)
        assert stages


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_lights_a_line(stage: str) -> None:
    assert any(stage in stages for stages, _ in LINES)


def test_only_stages_of_the_update_are_lit() -> None:
    assert {stage for stages, _ in LINES for stage in stages} <= set(STAGES)


@pytest.mark.parametrize(
    ("stage", "line"),
    [
        ("products", "total += x * weight"),
        ("sum", "total = self.bias"),
        ("error", "error = row.target - output"),
        ("slope", "derivative = neuron.activation.derivative(output)"),
        ("changes", "bias_change = learning_rate * error * derivative"),
        ("new", "neuron.bias = bias + bias_change"),
    ],
)
def test_the_line_that_does_it_is_the_one_that_is_lit(stage: str, line: str) -> None:
    [stages] = [stages for stages, text in LINES if text.strip() == line]
    assert stage in stages


def test_the_pieces_are_those_that_the_page_knows() -> None:
    assert [piece for piece in dict.fromkeys(piece for piece, _, _ in SOURCES) if piece] == list(CODE)
    assert all(f'id="code-{piece}"' in listing() for piece in CODE)


NEURONS: list[dict[str, str]] = [
    *({"activation": activation, "bias": bias} for activation in ACTIVATIONS for bias in ("on", "off")),
    {"loss": "cross-entropy"},
]


@pytest.mark.parametrize("settings", NEURONS, ids=str)
def test_the_pieces_of_a_neuron_are_the_functions_that_one_step_of_it_calls(settings: dict[str, str]) -> None:
    run = Run(Settings(**settings))  # type: ignore[arg-type]
    called = set()

    def note(frame: Any, event: str, _: object) -> None:
        if event == "call":
            called.add(frame.f_code)

    sys.setprofile(note)
    run.step()
    sys.setprofile(None)
    pieces = code(run)
    for piece, source, _ in SOURCES:
        if inspect.isfunction(source):
            assert (source.__code__ in called) == (piece in ("", *pieces)), source.__name__
    assert ("tanh" in pieces) == (run.neuron.activation.function is math.tanh)


def test_a_statement_that_is_no_longer_there_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    for function, name in ((learn, "momentum"), (sigmoid, "for")):
        gone: tuple[tuple[str, Source, dict[str, str]], ...] = (("", function, {name: "new"}),)
        monkeypatch.setattr(listed, "SOURCES", gone)
        with pytest.raises(ValueError, match=f"{function.__name__} has no statement for"):
            listing()


def test_what_the_page_says_of_the_listing_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    """Step runs these lines; Train another loop, and both give the same digits."""
    ran = []

    def counted(*given: Any) -> learning.Update:
        ran.append(given)
        return learn(*given)

    monkeypatch.setattr(experiment, "learn", counted)
    stepped, trained = Run(Settings()), Run(Settings())
    for _ in range(28):
        stepped.step()
    assert len(ran) == 28
    trained.advance(1)
    assert len(ran) == 28
    assert (stepped.neuron.weights, stepped.neuron.bias) == (trained.neuron.weights, trained.neuron.bias)
    said = " ".join((ROOT / "index.html").read_text("utf-8").split())
    assert "These lines are from this project’s files. Step runs them." in said
