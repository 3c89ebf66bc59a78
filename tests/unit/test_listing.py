"""The Python that the page shows: the program that runs, each line lit with its stages of the update."""

import html
import re
from typing import Any

import pytest

from perceptron import experiment, learning
from perceptron.activations import ACTIVATIONS
from perceptron.aspects import CODE, STAGES
from perceptron.experiment import Run
from perceptron.learning import learn
from perceptron.pieces import PIECES
from perceptron.program import program_of
from perceptron.settings import Settings
from web.build import listing as listed
from web.build.listing import listing
from web.build.site import ROOT
from web.worker.reports.update import code

LINES = [
    (stages.split(), html.unescape(text))
    for stages, text in re.findall(r'<span(?: data-stages="([^"]*)")?(?: data-in="\d+")?>(.*?)</span>', listing())
]
NEURONS: list[dict[str, str]] = [
    *({"activation": activation, "bias": bias} for activation in ACTIVATIONS for bias in ("on", "off")),
    *({"loss": "cross-entropy", "bias": bias} for bias in ("on", "off")),
]


def shown_to(run: Run) -> str:
    """The text of the pieces that the page does not hide."""
    pieces = re.findall(r'<code(?: id="code-([^"]*)")?>(.*?)</code>', listing(), re.DOTALL)
    texts = [text for name, text in pieces if not name or name in code(run)]
    return "".join(html.unescape(re.sub(r"<span[^>]*>(.*?)</span>", r"\1", text)) + "\n" for text in texts)


def test_the_listing_is_nothing_but_lines() -> None:
    assert set(re.sub(r"<span[^>]*>.*?</span>|</?code[^>]*>", "", listing())) == {"\n"}


@pytest.mark.parametrize("settings", NEURONS, ids=str)
def test_the_page_shows_the_program_of_the_experiment_to_the_letter(settings: dict[str, str]) -> None:
    run = Run(Settings(**settings))  # type: ignore[arg-type]
    assert shown_to(run) == program_of(run.settings)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("settings", NEURONS, ids=str)
def test_every_stage_lights_a_line(stage: str, settings: dict[str, str]) -> None:
    shown = shown_to(Run(Settings(**settings))).splitlines()  # type: ignore[arg-type]
    assert any(stage in stages for stages, text in LINES if text in shown)


def test_only_stages_of_the_update_are_lit() -> None:
    assert {stage for stages, _ in LINES for stage in stages} <= set(STAGES)


@pytest.mark.parametrize(
    ("stage", "line"),
    [
        ("products", "total += x * weight"),
        ("sum", "total = self.bias"),
        ("output", "return sigmoid(total)"),
        ("error", "error = target - output"),
        ("slope", "delta = derivative(output)"),
        ("changes", "self.bias += self.learning_rate * error * delta"),
        ("new", "self.weights[j] += self.learning_rate * error * inputs[j] * delta"),
    ],
)
def test_the_line_that_does_it_is_the_one_that_is_lit(stage: str, line: str) -> None:
    [stages] = [stages for stages, text in LINES if text.strip() == line]
    assert stage in stages


def test_the_pieces_are_those_that_the_page_knows() -> None:
    assert set(CODE) < set(PIECES)
    assert len(CODE) == len(set(CODE))
    assert all(f'id="code-{piece}"' in listing() for piece in CODE)
    always = set.intersection(*(set(code(Run(Settings(**settings)))) for settings in NEURONS))  # type: ignore[arg-type]
    assert not always


def test_a_line_that_is_no_longer_there_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "STAGES_OF_LINES", {"momentum = 0.9": "new"})
    with pytest.raises(ValueError, match=r"The program has no line {'momentum = 0.9'}"):
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
    assert "Step runs it. Train runs a faster form of it that gives the same digits." in said
