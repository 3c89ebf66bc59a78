"""`python -m perceptron`, as a person in a terminal meets it."""

import contextlib
import io
import json
import os
import runpy
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

from perceptron.datasets import ARTICLE, ARTICLE_AFTER, ARTICLE_BEFORE
from perceptron.experiment import Run
from perceptron.legs import Leg
from perceptron.settings import Settings

ROOT = Path(__file__).parents[2]
# Other tests in this Python may have imported it; here it runs anew.
pytestmark = pytest.mark.filterwarnings("ignore:'perceptron.__main__' found in sys.modules:RuntimeWarning")


def run(*arguments: str | bytes) -> subprocess.CompletedProcess[str]:
    """Run it as `python -m perceptron` does, but in this Python, which takes a tenth of the time."""
    out, err = Written("strict"), Written("backslashreplace")
    given = [os.fsdecode(argument) for argument in arguments]
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        contextlib.chdir(ROOT),
        mock.patch.object(sys, "argv", ["perceptron", *given]),
        pytest.raises(SystemExit) as ended,
    ):
        runpy.run_module("perceptron", run_name="__main__", alter_sys=True)
    assert isinstance(ended.value.code, int)
    return subprocess.CompletedProcess(given, ended.value.code, out.text(), err.text())


class Written(io.TextIOWrapper):
    """Standard output or error, with what Python does there with characters that UTF-8 does not have."""

    def __init__(self, errors: str) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", errors=errors)

    def text(self) -> str:
        self.seek(0)
        return self.read()


@pytest.mark.slow
def test_run_by_another_python_it_says_the_same() -> None:
    command = [sys.executable, "-m", "perceptron"]
    for arguments in ([], ["--json"], ["--help"], ["--seed", "x"]):
        done = subprocess.run([*command, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
        here = run(*arguments)
        assert (done.returncode, done.stdout, done.stderr) == (here.returncode, here.stdout, here.stderr)


def test_it_prints_the_articles_fifty_lines_and_both_scores() -> None:
    inputs = [list(row.inputs) for row in ARTICLE.test]
    expected = [
        f"Input: {x}, Prediction: {y}"
        for column in (ARTICLE_BEFORE, ARTICLE_AFTER)
        for x, y in zip(inputs, column, strict=False)
    ]
    lines = run().stdout.splitlines()
    assert [line for line in lines if line.startswith("Input")] == expected
    assert [line for line in lines if line.endswith("right")] == ["2 of 25 right", "21 of 25 right"]


def test_json_holds_the_floats_in_full() -> None:
    result = json.loads(run("--json").stdout)
    assert set(result) == {"settings", "start", "weights", "bias", "before", "after", "score"}
    digits = [4.977809368574695, 5.1889668120042645, -2.560519117927205]
    assert [*result["weights"], result["bias"]] == pytest.approx(digits, rel=1e-12)
    run_here = Run(Settings())
    run_here.advance(10_000)
    assert (result["weights"], result["bias"]) == (run_here.neuron.weights, run_here.neuron.bias)
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


@pytest.mark.parametrize("option", ["epochs", "seed", "learning-rate", "data", "legs", "start"])
def test_two_hyphens_are_no_value(option: str) -> None:
    done = run(f"--{option}=--")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f": “--{option}=--” gives no value.\n")


def test_legs_that_end_after_the_run_are_refused() -> None:
    for legs, last in (("0.1@41", "0.1@41"), ("0.5@10,0.1@40.1,3@50", "0.1@40.1")):
        done = run("--epochs", "40", "--legs", legs)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.endswith(f": Legs must end within the run; “{last}” ends after epoch 40.\n")
    assert run("--epochs", "40", "--legs", "0.1@40").returncode == 0


def test_a_learning_rate_that_no_float_holds_as_it_is_written_is_refused() -> None:
    long = "0.1000000000000000000001"
    for arguments, label in (
        (["--learning-rate", long], "Learning rate"),
        (["--legs", f"{long}@300"], "The learning rate of a leg"),
    ):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.endswith(f"{label}: “{long}” has more digits than a 64-bit float can hold.\n")
    settings = json.loads(run("--json", "--learning-rate", "0.10000000000000001", "--epochs", "1").stdout)["settings"]
    assert settings["learning_rate"] == 0.1


def test_it_reads_a_table_and_says_how(tmp_path: Path) -> None:
    file = tmp_path / "data.csv"
    file.write_text("hours;sleep;passed\n1,5;8;0\n2,5;7;1\n3,5;6;1\n", encoding="utf-8")
    done = run("--data", str(file), "--epochs", "1")
    assert done.stdout.startswith("Before training:\nInput: [1.5, 8.0], Prediction: ")
    assert done.stderr == (
        f"python -m perceptron: {file}: "
        "Read as: 3 rows, 2 inputs (hours, sleep) → passed; semicolons, decimal comma, header.\n"
    )


def test_its_options_say_how_a_table_is_meant(tmp_path: Path) -> None:
    file = tmp_path / "data.csv"
    file.write_text("7 1,500 2020\n8 1,250 2021\n9 1,750 2022\n", encoding="utf-8")
    options = ("--separator", "space", "--decimal", "comma", "--header", "yes", "--target", "1,500", "--test=every:2")
    done = run("--data", str(file), "--json", *options)
    assert [row["inputs"] for row in json.loads(done.stdout)["after"]] == [[9, 2022]]
    assert [row["target"] for row in json.loads(done.stdout)["after"]] == [1.75]
    assert done.stderr.endswith(
        "Read as: 2 rows, 2 inputs (7, 2020) → 1,500; spaces, decimal comma, header; 1 training row, 1 test row.\n"
    )


@pytest.mark.parametrize(
    "option", ["--separator=comma", "--decimal=comma", "--header=no", "--target=x", "--test=every:2"]
)
def test_what_is_said_of_a_table_needs_a_table(option: str) -> None:
    done = run(option)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "python -m perceptron: --separator, --decimal, --header, --target and --test are for a table; "
        "name it with --data.\n"
    )


def test_it_reads_standard_input() -> None:
    def piped(content: bytes) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "perceptron", "--epochs", "1", "--data", "-"]
        return subprocess.run(command, cwd=ROOT, input=content, capture_output=True, check=False)

    done = piped(b"\xef\xbb\xbf1,2\n3,4\n")
    assert b"Input: [1.0], Prediction: " in done.stdout
    assert done.stderr.decode() == (
        "python -m perceptron: standard input: Read as: 2 rows, 1 input (column 1) → column 2; commas, no header.\n"
    )
    for content, complaint in ((b"", "is empty."), (b"1,2\n" * 500_001, "is larger than 2 MB, the most that is read.")):
        done = piped(content)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == f"python -m perceptron: standard input: {complaint}\n"
    closed = in_a_shell("--data - <&-")
    assert (closed.returncode, closed.stderr) == (2, "python -m perceptron: standard input: is closed.\n")


def test_it_reads_a_data_file(tmp_path: Path) -> None:
    file = tmp_path / "data.json"
    file.write_text('{"training_inputs": [[1], [2]], "training_outputs": [0, 1], "test_inputs": [[2]], "note": 1}')
    done = run("--data", str(file))
    assert "Input: [2.0], Prediction: 0." in done.stdout
    assert done.stderr == f"python -m perceptron: {file}: “note” is not used.\n"


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
        ["--separator", "\x1b[31mred"],
        ["--header", "perhaps"],
        ["--test", "some\nrows"],
        ["--data", "README.md", "--target", "\u202eabc"],
        ["--colour"],
        ["extra"],
        ["two\nlines"],
        [""],
        ["--epochs"],
        ["--e=two\nlines"],
        ["--json=\x1b[31mred"],
        ["--no\x1b[31mred"],
        ["--help=\u202eabc"],
        ["a" * 100_000],
        ["--e=" + "a" * 100_000],
        ["--data", "a" * 100_000],
        ["--data", "\x1b[31mred"],
        [b"--data=\xff\x80"],
        [b"\xff\x80"],
    ],
)
def test_bad_input_gives_one_clear_line_and_status_2(arguments: list[str | bytes]) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("python -m perceptron: ")
    assert result.stderr.removesuffix("\n").isprintable()
    assert len(result.stderr) < 600


def in_a_shell(arguments: str) -> subprocess.CompletedProcess[str]:
    """Run it with the shell's redirections, such as `>&-`, which closes the output."""
    command = f"exec {shlex.quote(sys.executable)} -m perceptron {arguments}"
    return subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)


LOST = [
    pytest.param(">&-", "standard output is closed", id="closed"),
    pytest.param(
        ">/dev/full",
        "No space left on device",
        marks=pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a full device"),
        id="full",
    ),
]


@pytest.mark.parametrize("arguments", ["--help", "--epochs 1", "--epochs 1 --json"])
@pytest.mark.parametrize(("redirection", "why"), LOST)
def test_output_that_cannot_be_written_is_said_in_one_line(arguments: str, redirection: str, why: str) -> None:
    done = in_a_shell(f"{arguments} {redirection}")
    assert done.stderr == f"python -m perceptron: the output cannot be written ({why}).\n"
    assert (done.returncode, done.stdout) == (1, "")


@pytest.mark.parametrize(("redirection", "why"), LOST)
def test_it_keeps_its_status_where_errors_cannot_be_told_either(redirection: str, why: str) -> None:
    nowhere = redirection.replace(">", "2>")
    assert in_a_shell(f"--help {redirection} {nowhere}").returncode == 1
    assert in_a_shell(f"--seed x {nowhere}").returncode == 2
    done = in_a_shell(f"--epochs 1 {nowhere}")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "2 of 25 right")


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="only some systems name standard input")
def test_a_data_file_may_come_through_the_shells_pipe() -> None:
    content = '{"training_inputs": [[1], [2]], "training_outputs": [0, 1], "test_inputs": [[2]]}'
    done = subprocess.run(
        [sys.executable, "-m", "perceptron", "--data", "/dev/stdin"],
        cwd=ROOT,
        input=content,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Input: [2.0], Prediction: 0." in done.stdout


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="only some systems can interrupt a program after a time")
def test_ctrl_c_ends_it_without_a_traceback() -> None:
    program = (
        "import signal, sys; from perceptron.__main__ import main;"
        # A program that a script has put into the background ignores Ctrl+C.
        "signal.signal(signal.SIGINT, signal.default_int_handler);"
        "signal.signal(signal.SIGALRM, lambda *_: signal.raise_signal(signal.SIGINT));"
        "signal.setitimer(signal.ITIMER_REAL, 0.2); sys.exit(main(['--epochs', '1000000']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 130)


def test_whoever_reads_no_output_sees_no_traceback() -> None:
    command = [sys.executable, "-m", "perceptron", "--epochs", "1"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as started:
        assert started.stdout and started.stderr
        started.stdout.close()
        assert started.stderr.read() == ""
    assert started.returncode == 1


def test_a_run_that_overflows_says_so_with_status_2(tmp_path: Path) -> None:
    file = tmp_path / "huge.json"
    file.write_text(
        '{"training_inputs": [[1e308], [-1e308]], "training_outputs": [-1e308, 1e308], "test_inputs": [[1e308]]}'
    )
    result = run("--data", str(file), "--learning-rate", "100")
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)
    assert "Training stopped in epoch 1: weight 1" in result.stderr


def test_a_start_is_the_weights_and_then_the_bias() -> None:
    for given in (["--start", "-0.3,0.6,0.1"], ["--start=-0.3,0.6,0.1"]):
        result = json.loads(run(*given, "--epochs", "3", "--json").stdout)
        assert (result["start"], result["settings"]["start"]) == (
            {"weights": [-0.3, 0.6], "bias": 0.1},
            [-0.3, 0.6, 0.1],
        )
    assert "start" not in json.loads(run("--epochs", "1", "--json").stdout)["settings"]


@pytest.mark.parametrize(
    ("start", "why"),
    [
        ("1,2", "A start set by hand must have 3 numbers, the weights and then the bias; it has 2."),
        ("1,2,x", "Start must be a number from −1,000 to 1,000; “x” is not."),
        ("1,2,-1001", "“-1001” is not."),
        ("", "this is empty"),
    ],
)
def test_a_start_that_cannot_be_used_is_refused_in_one_line(start: str, why: str) -> None:
    done = run("--start", start)
    assert (done.returncode, done.stdout) == (2, "")
    assert why in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "settings"),
    [
        (["--activation", "ReLU"], {"activation": "relu"}),
        (["--loss=cross-entropy"], {"loss": "cross-entropy"}),
        (["--no-bias"], {"bias": "off"}),
        (["--bias", "off"], {"bias": "off"}),
        (["--bias", "on"], {}),
        (["--order", "shuffled"], {"order": "shuffled"}),
        (["--scaling", "0-1"], {"scaling": "0-1"}),
        (["--start", "zeros"], {"start": "zeros"}),
        (["--start", "random"], {}),
        (["--tolerance", "0,25"], {"tolerance": 0.25}),
        (
            ["--no-bias", "--start", "1,2", "--activation", "tanh"],
            {"start": [1, 2], "activation": "tanh", "bias": "off"},
        ),
    ],
    ids=" ".join,
)
def test_other_settings_change_the_run_and_are_told_only_where_they_differ(
    arguments: list[str], settings: dict[str, object]
) -> None:
    result = json.loads(run("--json", "--epochs", "40", *arguments).stdout)
    always = {"data": "article", "seed": 109, "epochs": 40, "learning_rate": 0.1}
    assert result["settings"] == {**always, **settings}
    start = settings.get("start")
    here = Run(Settings(**{**settings, "start": tuple(start) if isinstance(start, list) else start}))  # type: ignore[arg-type]
    here.advance(40)
    assert (result["weights"], result["bias"]) == (here.neuron.weights, here.neuron.bias)
    assert [one["right"] for one in result["after"]] == [verdict.right for verdict in here.verdicts()]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--activation", "softmax"], "Activation must be sigmoid, tanh, linear, relu or step; “softmax” is not."),
        (["--activation", "tanh", "--loss", "cross-entropy"], "cross-entropy needs the activation sigmoid; tanh does"),
        (["--order", ""], "Row order must be given or shuffled; “” is not."),
        (["--scaling", "\x1b[31mred"], "Scaling must be none or 0-1; “�[31mred” is not."),
        (["--scaling", "x" * 10_000], "Scaling must be none or 0-1; “xxx"),
        (["--tolerance", "wide"], "Tolerance must be a number from 0 to 1,000,000,000; “wide” is not."),
        (["--tolerance", "-1"], "“-1” is not."),
        (["--tolerance", "0.1000000000000000000001"], "has more digits than a 64-bit float can hold."),
        (["--no-bias", "--start", "1,2,3"], "2 numbers, the weights alone, because the bias is off; it has 3."),
        (["--no-bias=off"], "--no-bias"),
        (["--bias", "no"], "Bias must be on or off; “no” is not."),
    ],
    ids=lambda part: " ".join(part)[:40] if isinstance(part, list) else "",
)
def test_settings_that_cannot_be_used_are_refused_in_one_line(arguments: list[str], why: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert why in done.stderr
    assert done.stderr.count("\n") == 1


def test_targets_that_cross_entropy_cannot_use_are_refused_and_scaling_helps(tmp_path: Path) -> None:
    file = tmp_path / "hours.json"
    file.write_text('{"training_inputs": [[1], [9]], "training_outputs": [20, 80], "test_inputs": [[1], [9]]}')
    refused = run("--data", str(file), "--loss", "cross-entropy")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "needs targets from 0 to 1; that of training row 1 is 20.0." in refused.stderr
    scaled = run("--data", str(file), "--loss", "cross-entropy", "--scaling", "0-1")
    assert scaled.stdout.splitlines()[-3:] == [
        "Input: [1.0], Prediction: 20.18",
        "Input: [9.0], Prediction: 79.88",
        "2 of 2 right",
    ]


def test_a_number_below_zero_is_no_option() -> None:
    assert "“-1” is not" in run("--legs", "-1@3").stderr
    assert "Seed must be a whole number from 0 to 999,999,999; “-5” is not." in run("--seed", "-5").stderr


def test_run_by_the_name_of_its_folder_it_says_how_to_run_it() -> None:
    done = subprocess.run([sys.executable, "perceptron"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "Run it as “python3 -m perceptron”, in the folder that “perceptron” is in.\n"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_names_in_a_script_that_the_terminal_cannot_write_are_told_all_the_same(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "animals.csv").write_text("a,b,имя\n1,2,кот\n2,3,собака\n3,1,кот\n", encoding="utf-8")
    command = [sys.executable, "-m", "perceptron", "--data", str(tmp_path / "animals.csv"), "--epochs", "5"]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": encoding}, capture_output=True, check=True
    )
    told = done.stdout.decode(encoding)
    assert ("собака" if encoding == "utf-8" else r"\u0441\u043e\u0431\u0430\u043a\u0430") in told
    assert told.splitlines()[-1].endswith("of 3 right")
