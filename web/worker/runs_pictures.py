"""The curves of runs as a picture in a file: with its title, with the settings of the baseline, and a legend."""

from collections.abc import Sequence
from typing import Any

from perceptron.fields import counted
from perceptron.out.curves import STYLES, Curve
from perceptron.out.pictures import curves_svg
from perceptron.out.scales import scale_around
from perceptron.words.file_names import file_name_of_runs
from perceptron.words.run_names import own_name

Told = dict[str, object]
# Of each measure what goes up, and what the file is called.
NAMES = {
    "error": ("Mean squared error", "errors"),
    "score": ("Test rows right", "scores"),
    "weights": ("Weights and bias", "weights"),
}
SVG, PNG = "image/svg+xml", "image/png"


def picture(
    texts: dict[str, str], form: str, measure: str, logarithmic: Sequence[str], runs: Sequence[Sequence[Any]]
) -> Told:
    """The curves of runs, whose baseline has these settings. A PNG is drawn from the SVG by the browser.

    Each run has its letter, its name, the number of its colour, the lengths of its dashes, epochs, lists of values
    there, and whether it has a bias.
    """
    if not runs:
        return {"complaint": "No run is drawn, so there is no picture. Press “Drawn” in the row of a run."}
    called, file = NAMES[measure]
    curves = [curve for run in runs for curve in _curves(measure != "weights", *run)]
    epochs = [x for curve in curves for x, _ in curve.points]
    values = [y for curve in curves for _, y in curve.points]
    across = scale_around("Epochs", epochs, "x" in logarithmic)
    up = scale_around(called, values, "y" in logarithmic and measure == "error")
    title = f"{called} of {counted(len(runs), 'run')}"
    content = curves_svg(title, f"Baseline: {own_name(texts)}.", across, up, curves)
    kind, ending = (PNG, "png") if form.endswith("png") else (SVG, "svg")
    return {"name": file_name_of_runs(f"{file} of runs", len(runs), ending), "kind": kind, "content": content}


def _curves(
    is_one: bool,
    letter: str,
    called: str,
    colour: int,
    dash: Sequence[int],
    epochs: Sequence[int],
    columns: Sequence[Sequence[float]],
    has_bias: bool,
) -> list[Curve]:
    """A curve for each list of values; weights and bias of a run look alike, and their names tell them apart."""
    style = STYLES[colour]._replace(dash=" ".join(map(str, dash)))
    names = [f"{letter}: {called}"]
    if not is_one:
        weights = len(columns) - has_bias
        names = [f"{letter}, weight {number}: {called}" for number in range(1, weights + 1)]
        names += [f"{letter}, bias: {called}"] * has_bias
    return [
        Curve(name, style, list(zip(map(float, epochs), values, strict=True)))
        for name, values in zip(names, columns, strict=True)
    ]
