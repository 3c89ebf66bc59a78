"""The experiment as one file: run anywhere, it prints what the command line prints, and gives the same digits."""

import ast
import io
import math
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples

from perceptron.__main__ import main
from perceptron.activations import ACTIVATIONS
from perceptron.datasets import DataSet, Row
from perceptron.experiment import Run
from perceptron.legs import Leg
from perceptron.presets import PRESETS
from perceptron.printout import as_text
from perceptron.program import program_of
from perceptron.settings import SettingError, Settings
from perceptron.take_home import take_home
from tests.musl import as_in_pyodide
from tests.unit.test_every_setting import any_settings

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

EPOCHS = 12
LEGS = (Leg(0.1, 3, 0), Leg(0.7, 7, 2))


def printed_by(program: str) -> str:
    """What the file prints when it is run, and what it ends with, if it stops itself."""
    ast.parse(program, feature_version=(3, 9))
    output = io.StringIO()
    with redirect_stdout(output):
        try:
            exec(compile(program, "neuron.py", "exec"), {"__name__": "__main__"})
        except SystemExit as stopped:
            output.write(str(stopped))
    return output.getvalue()


def printed_by_the_engine(settings: Settings) -> str:
    run = Run(settings)
    before = as_text(run).partition("\n\n")[0]
    run.advance(settings.epochs)
    if run.stopped:
        return f"{before}\n\nIn epoch {run.stopped.epoch} a number grew too large for a 64-bit float."
    numbers = f"Weights: {run.neuron.weights}" + (f", bias: {run.neuron.bias}" if settings.has_bias else "")
    return f"{as_text(run)}\n\n{numbers}\n"


def all_kinds(data: DataSet) -> list[Settings]:
    """Every activation with every loss, scaling, bias, order, start and tolerance that goes with this data."""
    found = []
    for activation, loss, bias, scaling in product(
        ACTIVATIONS, ("squared", "cross-entropy"), ("on", "off"), ("none", "0-1")
    ):
        try:
            found.append(Settings(data, epochs=EPOCHS, activation=activation, loss=loss, bias=bias, scaling=scaling))
        except SettingError:
            continue
    first = found[0]
    return [
        *found,
        replace(first, order="shuffled"),
        replace(first, order="shuffled", scaling="0-1", legs=LEGS[:1]),
        replace(first, legs=LEGS),
        replace(first, start="zeros"),
        replace(first, start=tuple([0.25] * data.inputs + [-1.0]), seed=7),
        replace(first, tolerance=0.05),
        replace(first, tolerance=1e-5, learning_rate=3.0),
    ]


@pytest.mark.parametrize("name", PRESETS)
def test_it_prints_what_the_engine_does_with_every_preset_and_setting(name: str) -> None:
    for settings in all_kinds(PRESETS[name]):
        assert printed_by(take_home(settings)) == printed_by_the_engine(settings), settings


@examples(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(any_settings())
def test_it_prints_what_the_engine_does_with_any_data(settings: Settings) -> None:
    settings = replace(settings, epochs=EPOCHS)
    assert printed_by(take_home(settings)) == printed_by_the_engine(settings)


def test_with_pyodides_exp_the_digits_are_those_of_the_page_bit_for_bit() -> None:
    golden = Settings(start=(0.3, 0.6, 0.1))
    with as_in_pyodide():
        printed = printed_by(take_home(golden))
    assert printed.endswith("Weights: [4.977809586158749, 5.18896701575378], bias: -2.5605192488208983\n")


UNUSUAL: dict[str, Settings] = {
    "answers past the floats": Settings(
        DataSet("large", (Row((1e-300,), 0.0),), (Row((1e308,), 1e308), Row((-1e308,), 0.5), Row((1.0,), 2.0)), 1),
        epochs=2,
        activation="linear",
        start=(900.0, 0.0),
    ),
    "large answers": Settings(
        DataSet("large", (Row((1e-300,), 0.0),), tuple([Row((10.0**e,), 10.0**e) for e in (11, 12, 13, 99, 120)]), 2),
        epochs=2,
        activation="linear",
        start=(1.5, 0.0),
    ),
    "many decimals": Settings(
        DataSet("fine", (Row((0.5,), 0.25),), tuple([Row((0.1**e,), 0.1**e) for e in range(3, 15)]), 15),
        epochs=2,
        activation="relu",
        start=(1.0, 0.0),
    ),
    "a run that stops": Settings(activation="linear", learning_rate=100.0, epochs=50),
    "classes with quotes": Settings(replace(PRESETS["iris"], classes=('a "b"', "c’d\\ {x}")), epochs=3, scaling="0-1"),
    "classes and a tolerance": Settings(PRESETS["iris"], epochs=3, tolerance=0.3),
    "targets that are almost one": Settings(
        DataSet("near", (Row((1.0,), 1.0), Row((2.0,), math.nextafter(1.0, 2.0))), (Row((1.0,), 1.0),), 15),
        epochs=3,
        activation="linear",
    ),
    "a minus before zero": Settings(
        DataSet("near", (Row((1.0,), 0.0), Row((2.0,), 0.5), Row((3.0,), 1.0)), (Row((1.0,), 0.0),), 1),
        epochs=1,
        activation="tanh",
        start=(-0.01, 0.0),
        learning_rate=0.0001,
    ),
}


@pytest.mark.parametrize("name", UNUSUAL)
def test_it_prints_what_the_engine_does_in_unusual_cases(name: str) -> None:
    assert printed_by(take_home(UNUSUAL[name])) == printed_by_the_engine(UNUSUAL[name])


def test_it_begins_with_the_very_program_of_the_experiment() -> None:
    for settings in all_kinds(PRESETS["and"]):
        assert take_home(settings).startswith(program_of(settings))


def test_it_holds_only_what_the_experiment_needs() -> None:
    plain = take_home(Settings())
    for part in ("scaled", "shuffled", "Fraction", "nearer", "NAMES", "NEW_RATES", ".6g"):
        assert part not in plain
    assert len(plain.splitlines()) < 140


def test_the_command_line_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--program", "--data", "xor", "--activation", "step", "--epochs", "5"]) == 0
    settings = Settings(PRESETS["xor"], epochs=5, activation="step")
    assert capsys.readouterr().out == take_home(settings)


@pytest.mark.parametrize("version", ["3.9", "3.10", "3.12", "3.13", "3.14"])
def test_other_pythons_print_the_same(version: str, tmp_path: Path) -> None:
    python = shutil.which(f"python{version}")
    if not python or subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode:
        pytest.skip(f"Python {version} is not here")
    settings = Settings(PRESETS["iris"], epochs=50, order="shuffled", scaling="0-1", legs=LEGS)
    file = tmp_path / "neuron.py"
    file.write_text(take_home(settings), "utf-8")
    ours, theirs = (
        subprocess.run([program, file], capture_output=True, text=True, check=True).stdout
        for program in (sys.executable, python)
    )
    assert ours.splitlines()[:-1] == theirs.splitlines()[:-1]
    assert len(theirs.splitlines()) > 40
