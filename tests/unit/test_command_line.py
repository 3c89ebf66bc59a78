"""`python -m perceptron`, as a person in a terminal meets it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from perceptron import Leg, Run, Settings
from perceptron.datasets import ARTICLE, ARTICLE_AFTER, ARTICLE_BEFORE

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "perceptron", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_it_prints_the_articles_fifty_lines_and_both_scores() -> None:
    inputs = [list(row.inputs) for row in ARTICLE.test]
    expected = [
        f"Input: {x}, Prediction: {y}"
        for column in (ARTICLE_BEFORE, ARTICLE_AFTER)
        for x, y in zip(inputs, column, strict=False)
    ]
    lines = run().stdout.splitlines()
    assert [line for line in lines if line.startswith("Input")] == expected
    assert [line for line in lines if line.endswith("correct")] == ["2 of 25 correct", "21 of 25 correct"]


def test_json_holds_the_floats_in_full() -> None:
    result = json.loads(run("--json").stdout)
    assert set(result) == {"settings", "start", "weights", "bias", "before", "after", "score"}
    assert (result["weights"], result["bias"]) == ([4.977809368574695, 5.1889668120042645], -2.560519117927205)
    assert result["score"] == {"right": 21, "total": 25}
    assert result["settings"] == {"data": "article", "seed": 109, "epochs": 10000, "learning_rate": 0.1}


def test_its_options_change_the_run() -> None:
    result = json.loads(run("--json", "--seed", "7", "--epochs=3", "--learning-rate", "0,5").stdout)
    assert result["settings"] == {"data": "article", "seed": 7, "epochs": 3, "learning_rate": 0.5}


def test_legs_are_the_learning_rates_before() -> None:
    result = json.loads(run("--json", "--epochs", "40", "--learning-rate", "0.5", "--legs", "0.1@10,3@20.7").stdout)
    settings = {"data": "article", "seed": 109, "epochs": 40, "learning_rate": 0.5, "legs": "0.1@10,3.0@20.7"}
    assert result["settings"] == settings
    trained = Run(Settings(learning_rate=0.5, legs=(Leg(0.1, 10, 0), Leg(3.0, 20, 7))))
    trained.advance(40)
    assert (result["weights"], result["bias"]) == (trained.neuron.weights, trained.neuron.bias)
    again = json.loads(run("--json", "--epochs", "40", "--learning-rate", "0.5", "--legs", "0.1@10,3.0@20.7").stdout)
    assert again == result


def test_it_reads_a_data_file(tmp_path: Path) -> None:
    file = tmp_path / "data.json"
    file.write_text('{"training_inputs": [[1], [2]], "training_outputs": [0, 1], "test_inputs": [[0.25]]}')
    assert "Input: [0.25], Prediction: 0." in run("--data", str(file)).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["--epochs", "many"],
        ["--epochs", "0"],
        ["--learning-rate", "-1"],
        ["--seed", "1.5"],
        ["--legs", "x"],
        ["--legs", "0.1@300.28"],
        ["--legs", "0.1@300,0.5@200"],
        ["--data", "no such file"],
        ["--data", "."],
        ["--data", ""],
        ["--data", "two\nlines"],
        ["--colour"],
        ["extra"],
        ["--epochs"],
    ],
)
def test_bad_input_gives_one_clear_line_and_status_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("python -m perceptron: ")
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a full device")
def test_output_that_cannot_be_written_is_said_in_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "perceptron", "--epochs", "1"], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "cannot be written" in done.stderr


def test_whoever_reads_no_output_sees_no_traceback() -> None:
    command = [sys.executable, "-m", "perceptron", "--epochs", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as started:
        assert started.stdout and started.stderr
        started.stdout.close()
        assert started.stderr.read() == ""
    assert started.returncode == 1


def test_a_run_that_overflows_says_so_with_status_2(tmp_path: Path) -> None:
    file = tmp_path / "huge.json"
    file.write_text(
        '{"training_inputs": [[1e308], [-1e308]], "training_outputs": [-1e308, 1e308], "test_inputs": [[0.0]]}'
    )
    result = run("--data", str(file), "--learning-rate", "100")
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)
    assert "Training stopped in epoch 1: weight 1" in result.stderr
