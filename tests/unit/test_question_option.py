"""A question on the command line, and what becomes of numbers that JSON does not have."""

import json
from pathlib import Path

import pytest

from perceptron.__main__ import main
from perceptron.experiment import Run
from perceptron.presets import PRESETS
from perceptron.printout import as_text
from perceptron.settings import Settings


def printed_by(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


def test_the_answer_is_the_last_line(capsys: pytest.CaptureFixture[str]) -> None:
    plain = printed_by(capsys, "--activation", "linear", "--epochs", "500")
    asking = printed_by(capsys, "--activation", "linear", "--epochs", "500", "--ask", "0.3", "0.4")
    assert asking.startswith(plain)
    line = asking.splitlines()[-1]
    assert line.startswith("Ask: [0.3, 0.4], Prediction: 0.7 (in full 0.")
    full = float(line.rpartition("in full ")[2].rstrip(")"))
    assert full == pytest.approx(0.7, abs=1e-3)


@pytest.mark.parametrize(
    ("arguments", "inputs"),
    [
        (["--ask", "0,3", "0,4"], [0.3, 0.4]),
        (["--ask=0.3", "0.4"], [0.3, 0.4]),
        (["--ask", "-0.5", "-1e3"], [-0.5, -1000.0]),
        (["--ask", "−0,5", ".5"], [-0.5, 0.5]),
        (["--ask", "0.3", "-,5", "--json"], [0.3, -0.5]),
        (["--ask", "-1", "-2", "--seed", "3"], [-1.0, -2.0]),
    ],
    ids=str,
)
def test_numbers_are_read_as_people_write_them(
    arguments: list[str], inputs: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    result = json.loads(printed_by(capsys, "--json", "--epochs", "1", *arguments))
    assert result["ask"]["inputs"] == inputs


def test_scaling_is_undone(capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--data", "celsius", "--activation", "linear", "--scaling", "0-1", "--epochs", "1000", "--json")
    answer = json.loads(printed_by(capsys, *options, "--ask", "100"))["ask"]
    assert answer == {"inputs": [100.0], "output": pytest.approx(212.0, abs=0.01), "printed": "212"}


def test_a_class_has_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--data", "iris", "--scaling", "0-1", "--epochs", "300")
    for petal, kind in ((("3.5", "1.0"), "versicolor"), (("6.0", "2.5"), "virginica")):
        text = printed_by(capsys, *options, "--ask", *petal)
        assert f", nearer to {kind} (" in text.splitlines()[-1]
        assert json.loads(printed_by(capsys, *options, "--json", "--ask", *petal))["ask"]["class"] == kind


def test_half_way_between_two_classes_is_neither() -> None:
    run = Run(Settings(PRESETS["iris"], start="zeros"))
    assert as_text(run, [1.0, 1.0]).splitlines()[-1] == (
        "Ask: [1.0, 1.0], Prediction: 0.50, half-way between versicolor and virginica (in full 0.5)"
    )


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--ask", "1"], "--ask needs 2 numbers for this data (First number, Second number); it has 1 number."),
        (
            ["--ask", "1", "2", "3"],
            "--ask needs 2 numbers for this data (First number, Second number); it has 3 numbers.",
        ),
        (["--data", "celsius", "--ask", "1", "2"], "--ask needs 1 number for this data (Celsius); it has 2 numbers."),
        (["--ask", "1", "x"], "Ask must be a number; “x” is not."),
        (["--ask", "0.3 0.4"], "“0.3 0.4” is not."),
        (["--ask", "1", "1e999"], "Ask: “1e999” is too large; a 64-bit float cannot hold it."),
        (["--ask", "1", "0.1000000000000000000001"], "has more digits than a 64-bit float can hold."),
        (["--ask", "1", ""], "Ask must be a number; this is empty."),
        (["--ask"], "argument --ask: expected one argument"),
        (["--ask", "--json"], "argument --ask: expected one argument"),
    ],
    ids=str,
)
def test_a_question_that_cannot_be_asked_is_refused_in_one_line(
    arguments: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    told = capsys.readouterr()
    assert (stopped.value.code, told.out) == (2, "")
    assert why in told.err
    assert told.err.count("\n") == 1


def test_json_has_null_for_an_output_that_is_not_finite(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "huge.json"
    file.write_text(
        '{"training_inputs": [[0], [0.5]], "training_outputs": [0, 0.5], "test_inputs": [[0.5], [1e308]],'
        ' "test_outputs": [0.5, 1]}'
    )
    options = ("--data", str(file), "--activation", "linear", "--start", "1000,0", "--epochs", "1", "--json")

    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is not JSON")

    result = json.loads(printed_by(capsys, *options, "--ask", "-1e308"), parse_constant=refuse)
    for verdict in (result["before"][1], result["after"][1]):
        assert (verdict["output"], verdict["printed"], verdict["right"]) == (None, "∞", False)
    assert result["before"][0]["output"] == 500.0
    assert result["ask"] == {"inputs": [-1e308], "output": None, "printed": "-∞"}


def test_an_infinite_answer_is_not_said_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed_by(capsys, "--activation", "linear", "--start", "1000,1,0", "--epochs", "1", "--ask", "1e308", "0")
    assert text.splitlines()[-1] == "Ask: [1e+308, 0.0], Prediction: too large for a 64-bit float"
