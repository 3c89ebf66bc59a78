"""Several runs on the command line: which ones, their table, and what is done when something goes wrong."""

import csv
import io
import json
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from xml.etree import ElementTree

import pytest

from perceptron import progress
from perceptron.__main__ import main
from perceptron.datasets import ARTICLE
from perceptron.experiment import Run
from perceptron.experiments import as_experiment
from perceptron.legs import parse_legs
from perceptron.out import comparing, racing
from perceptron.packed import pack_program
from perceptron.presets import PRESETS
from perceptron.program import own_program_of
from perceptron.progress import Progress
from perceptron.run_lists import Listed, as_list
from perceptron.seeds import SeedPath, paths
from perceptron.settings import Settings
from perceptron.several_values import values_in, with_values_joined
from tests.unit.programs import MOMENTUM

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

ROOT = Path(__file__).parents[2]
Captured = pytest.CaptureFixture[str]


def told(capsys: Captured, *arguments: str, status: int = 0) -> tuple[str, str]:
    try:
        assert main(arguments) == status
    except SystemExit as stopped:
        assert stopped.code == status
    captured = capsys.readouterr()
    return captured.out, captured.err


def names(table: str) -> list[str]:
    return [re.split(r"  +", line)[0] for line in table.partition("\n\n")[0].splitlines()[1:]]


def file(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


@pytest.mark.slow
def test_several_learning_rates_are_one_table(capsys: Captured) -> None:
    out, _ = told(capsys, "--learning-rate", "0.01", "0.1", "1")
    assert [re.split(r"  +", line) for line in out.splitlines()] == [
        ["Run", "Right", "R²", "Mean absolute error", "Epochs to its best", "Weights, bias"],
        ["baseline: learning rate 0.01", "18 of 25", "0.9692", "0.0364", "8,719", "4.2297, 4.5067, −2.1120"],
        [
            *("learning rate 0.1", "21 of 25 (+3)", "0.9821 (+0.0130)", "0.0298 (−0.0066)", "1,143 (−7,576)"),
            "4.9778, 5.1890, −2.5605",
        ],
        [
            *("learning rate 1", "21 of 25 (+3)", "0.9819 (+0.0127)", "0.0298 (−0.0067)", "120 (−8,599)"),
            "4.9695, 5.1752, −2.5629",
        ],
    ]


def test_several_values_of_several_settings_are_combined(capsys: Captured) -> None:
    out, _ = told(capsys, "--activation", "tanh", "linear", "--seed", "1", "2", "--epochs", "3", "--no-bias")
    assert names(out) == [
        "baseline: seed 1, 3 epochs, tanh, no bias",
        "seed 2",
        "linear",
        "seed 2, linear",
    ]


def test_each_run_of_the_table_is_that_of_the_single_command(capsys: Captured) -> None:
    out, _ = told(capsys, "--seed", "1", "2", "--epochs", "40", "--csv")
    for seed, row in zip((1, 2), csv.DictReader(io.StringIO(out)), strict=True):
        single = json.loads(told(capsys, "--seed", str(seed), "--epochs", "40", "--json")[0])
        assert [float(row["Final weight 1"]), float(row["Final weight 2"])] == single["weights"]
        assert float(row["Final bias"]) == single["bias"]
        assert int(row["Right"]) == single["score"]["right"]


def test_files_are_compared_with_one_another(tmp_path: Path, capsys: Captured) -> None:
    one = file(tmp_path, "one.json", as_experiment({"epochs": "20"}, ARTICLE))
    runs = [
        Listed("mine", {"activation": "tanh", "epochs": "5"}, ARTICLE),
        Listed("", {"epochs": "5"}, PRESETS["iris"]),
    ]
    several = file(tmp_path, "several.json", as_list(runs))
    out, err = told(capsys, "compare", one, several)
    assert names(out) == ["baseline: 20 epochs", "mine", "Petals of two kinds of iris, 5 epochs"]
    assert err == ""
    out, _ = told(capsys, "compare", several, one, "--epochs", "3", "4", "--data", "xor", "--markdown")
    names_of_six = [line.split(" | ")[0].removeprefix("| ") for line in out.splitlines()[2:]]
    assert names_of_six == [
        *("mine, 3 epochs", "mine, 4 epochs"),
        *("sigmoid", "4 epochs, sigmoid", "sigmoid", "4 epochs, sigmoid"),
    ]


TABLE = "a,b,target\n0,0,0\n0,1,0.5\n1,1,1\n"


def end_of(path: str) -> str:
    """As the table has it."""
    return path if len(path) <= 80 else f"…{path[-79:]}"


def test_several_data_sets_are_compared(tmp_path: Path, capsys: Captured) -> None:
    out, _ = told(capsys, "--data", "and", "OR", "--epochs", "3")
    assert names(out) == ["baseline: AND, 3 epochs", "OR"]
    mine, other = file(tmp_path, "mine.csv", TABLE), file(tmp_path, "other.csv", TABLE.replace("0.5", "0.7"))
    out, err = told(capsys, "--data", mine, other, "and", "--seed", "1", "2", "--epochs", "3", "--csv")
    assert [row["Run"] for row in csv.DictReader(io.StringIO(out))] == [
        f"{data}, seed {seed}" for data in (end_of(mine), end_of(other), "AND") for seed in (1, 2)
    ]
    assert err.count("mine.csv: Read") == err.count("other.csv: Read") == 1
    assert names(told(capsys, "--data", mine, "--seed", "1", "2", "--epochs", "3")[0])[1] == "seed 2"


def test_each_data_set_of_several_gives_the_numbers_that_it_gives_alone(tmp_path: Path, capsys: Captured) -> None:
    named = [file(tmp_path, "mine.csv", TABLE), "or", "celsius"]
    out, _ = told(capsys, "--data", *named, "--activation", "linear", "--scaling", "0-1", "--epochs", "9", "--csv")
    for name, row in zip(named, csv.DictReader(io.StringIO(out)), strict=True):
        alone = ("--data", name, "--activation", "linear", "--scaling", "0-1", "--epochs", "9", "--json")
        single = json.loads(told(capsys, *alone)[0])
        assert (float(row["Final weight 1"]), float(row["Final bias"])) == (single["weights"][0], single["bias"])


def test_of_several_data_sets_one_that_cannot_be_read_is_told(tmp_path: Path, capsys: Captured) -> None:
    mine = file(tmp_path, "mine.csv", TABLE)
    out, err = told(capsys, "--data", "xor", str(tmp_path / "absent"), mine, "--epochs", "3", status=2)
    assert len(names(out)) == 2
    assert "absent: cannot be read" in err
    out, err = told(capsys, "--data", mine, "xor", "--target", "nothing", "--epochs", "3", status=2)
    assert len(names(out)) == 1
    assert "mine.csv: " in err


def test_runs_of_a_file_are_trained_with_each_data_set(tmp_path: Path, capsys: Captured) -> None:
    runs = [Listed("mine", {"epochs": "3"}, ARTICLE, 5), Listed("", {"seed": "2"}, ARTICLE)]
    several = file(tmp_path, "several.json", as_list(runs))
    out, _ = told(capsys, "compare", several, "--data", "and", "or", "--epochs", "4")
    assert names(out) == ["mine, AND", "mine, OR", "seed 2", "OR, seed 2"]


def test_an_experiment_that_is_given_as_data_is_told_how_to_be_read(tmp_path: Path, capsys: Captured) -> None:
    one = file(tmp_path, "one.json", as_experiment({"epochs": "3"}, PRESETS["iris"]))
    _, err = told(capsys, "--data", one, status=2)
    assert err.endswith("one.json: is an experiment and not data alone; --experiment reads it.\n")
    several = file(tmp_path, "several.json", as_list([Listed("", {}, ARTICLE)]))
    _, err = told(capsys, "compare", "--data", "and", several, "--epochs", "2", status=2)
    assert "several.json: is a list of experiments and not data alone; “compare” reads it, with the file first." in err


@pytest.mark.parametrize("given", [("--data", "-", "-"), ("--data", "-", "--experiment", "-"), ("compare", "-", "-")])
def test_standard_input_is_read_once(given: tuple[str, ...], capsys: Captured) -> None:
    _, err = told(capsys, *given, status=2)
    assert err == "one-neuron: Standard input, “-”, can be read only once.\n"


def test_a_run_of_a_file_may_end_within_an_epoch(tmp_path: Path, capsys: Captured) -> None:
    settings = {"epochs": "3", "legs": "0.5@2,0.3@3.4", "order": "shuffled"}
    path = file(tmp_path, "one.json", as_list([Listed("", settings, ARTICLE, 9), Listed("", settings, ARTICLE, 2)]))
    out, err = told(capsys, "compare", path, "--csv", status=2)
    assert "one-neuron: Run 2: Legs must end within the run; “0.3@3.4” ends after epoch 3." in err
    [row] = csv.DictReader(io.StringIO(out))
    run = Run(Settings(epochs=3, legs=parse_legs("0.5@2,0.3@3.4"), order="shuffled"))
    run.advance(3)
    for _ in range(9):
        run.step()
    assert (row["Epochs done"], row["Rows of the next epoch"]) == ("3", "9")
    assert [float(row["Final weight 1"]), float(row["Final bias"])] == [run.neuron.weights[0], run.neuron.bias]
    out, _ = told(capsys, "compare", path, "--csv", "--epochs", "4")
    assert {row["Rows of the next epoch"] for row in csv.DictReader(io.StringIO(out))} == {"0"}


def test_data_too_large_for_a_link_can_be_compared(tmp_path: Path, capsys: Captured) -> None:
    draw = random.Random(1)
    lines = [",".join([repr(draw.random()) for _ in range(10)]) for _ in range(9_500)]
    big = file(tmp_path, "big.csv", "\n".join(lines))
    out, _ = told(capsys, "--data", big, "--seed", "1", "2", "--epochs", "1", "--tolerance", "1")
    assert names(out) == ["baseline: own data, seed 1, 1 epoch, right within 1", "seed 2"]


def test_what_cannot_be_used_is_told_and_the_rest_is_done(tmp_path: Path, capsys: Captured) -> None:
    listed = json.loads(as_list([Listed("", {"epochs": "3"}, ARTICLE)]))
    listed["runs"].append({"name": "odd", "settings": {"momentum": "1"}})
    some = file(tmp_path, "some.json", json.dumps(listed))
    cut = file(tmp_path, "cut.json", as_list([Listed("", {"epochs": "4"}, ARTICLE)] * 2)[:-30])
    none = file(tmp_path, "none.json", '{"experiments": 2, "runs": []}')
    out, err = told(capsys, "compare", some, none, cut, str(tmp_path / "absent"), status=2)
    assert names(out) == ["baseline: 3 epochs", "4 epochs"]
    lines = err.splitlines()
    assert len(lines) == 4
    assert "some.json: Run 2 (odd): “settings” holds “momentum”" in lines[0]
    assert "none.json: is a list of experiments of version 2" in lines[1]
    assert "cut.json: It is damaged or cut off after 1 whole run." in lines[2]
    assert "absent: cannot be read" in lines[3]


def test_combinations_that_do_not_go_together_are_told(capsys: Captured) -> None:
    out, err = told(capsys, "--activation", "sigmoid", "tanh", "--loss", "cross-entropy", "--epochs", "2", status=2)
    assert names(out) == ["baseline: 2 epochs, cross-entropy"]
    assert err == (
        "one-neuron: Run 2: The loss cross-entropy needs the activation sigmoid; tanh does not go with it.\n"
    )


def test_a_run_that_numbers_stop_has_its_line(capsys: Captured) -> None:
    out, _ = told(capsys, "--data", "celsius", "--activation", "sigmoid", "linear", "--epochs", "30")
    assert out.splitlines()[2].endswith("grew too large")


def test_changed_programs_run_and_a_wrong_one_spoils_only_itself(tmp_path: Path, capsys: Captured) -> None:
    wrong = own_program_of(Settings()).replace("target - output", "target - outputs")
    runs = [Listed("", {"epochs": "3", "rule": pack_program(text)}, ARTICLE) for text in (MOMENTUM, wrong)]
    out, err = told(capsys, "compare", file(tmp_path, "two.json", as_list(runs)), status=2)
    assert names(out) == ["baseline: 3 epochs, changed Python"]
    assert "one-neuron: Run 2: " in err
    assert "outputs" in err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--seed", "1", "2", "--json"), "--json is for one run; several are printed as a table"),
        (("--seed", "1", "2", "--program"), "--program is for one run;"),
        (("--seed", "1", "2", "--history", "1"), "--history is for one run;"),
        (("--seed", "1", "2", "--ask", "0.1", "0.2"), "--ask is for one run;"),
        (("--seed", *map(str, range(40)), "--epochs", *map(str, range(1, 40))), "1,560 runs; 1,000 are the most"),
        (("--seed", "1", "x"), "Seed must be a whole number"),
        (("--history", "0"), "History must be a whole number from 1 to 1,000,000; “0” is not."),
        (("compare", "--nonsense"), "“--nonsense” is not known"),
    ],
    ids=str,
)
def test_what_does_not_go_is_refused_in_one_line(arguments: tuple[str, ...], why: str, capsys: Captured) -> None:
    out, err = told(capsys, *arguments, status=2)
    assert (out, err.count("\n")) == ("", 1)
    assert why in err


def test_a_list_is_no_single_experiment(tmp_path: Path, capsys: Captured) -> None:
    several = file(tmp_path, "several.json", as_list([Listed("", {}, ARTICLE)] * 2))
    _, err = told(capsys, "--experiment", several, status=2)
    assert err.endswith("several.json: is a list of experiments; on the command line, “compare” reads it.\n")


def test_ctrl_c_keeps_what_is_done(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    advance = Run.advance

    def interrupted(run: Run, epochs: int, seconds: float | None = None) -> None:
        if run.settings.seed == 3:
            raise KeyboardInterrupt
        advance(run, epochs, seconds)

    monkeypatch.setattr(Run, "advance", interrupted)
    out, err = told(capsys, "--seed", "1", "2", "3", "4", "--epochs", "3", status=130)
    assert names(out) == ["baseline: seed 1, 3 epochs", "seed 2"]
    assert err == "one-neuron: Stopped; 2 of 4 runs are done.\n"


@pytest.mark.slow
def test_a_real_ctrl_c_keeps_what_is_done() -> None:
    command = [sys.executable, "-m", "perceptron", "--epochs", "10", "1000000"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        assert process.stdout
        assert process.stderr.readline().startswith("Run 2 of 2, epoch ")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert names(out) == ["baseline: 10 epochs"]
    assert err.splitlines()[-1] == "python -m perceptron: Stopped; 1 of 2 runs are done."
    assert process.returncode == 130


def test_single_results_and_histories_are_csv(capsys: Captured) -> None:
    out, _ = told(capsys, "--csv", "--epochs", "5")
    assert len(list(csv.DictReader(io.StringIO(out)))) == 25
    out, _ = told(capsys, "--history", "2", "--epochs", "5")
    assert [row["Epoch"] for row in csv.DictReader(io.StringIO(out))] == ["0", "2", "4", "5"]
    out, _ = told(capsys, "--markdown", "--epochs", "5")
    assert out.splitlines()[2].startswith("| baseline: 5 epochs | ")


def test_what_is_long_says_how_far_it_is(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "BETWEEN_WORDS", 0.0)
    monkeypatch.setattr(progress, "SILENT_FOR", 0.0)
    _, err = told(capsys, "--seed", "1", "2", "--epochs", "2000")
    assert err.startswith("Run 1 of 2, epoch ")
    assert err.count("\n") == 1  # the next one would come in 10 s


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_in_a_terminal_one_line_changes_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    shown = Progress(clock=lambda: now[0])
    for moment, sentence in ((0.5, "too early"), (1.5, "far"), (1.9, "again too early"), (2.6, "on")):
        now[0] = moment
        shown.tell(sentence)
    shown.close()
    assert screen.getvalue() == "\rfar\ron \r  \r"


def test_a_closed_standard_error_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    shown = Progress(clock=iter([0.0, 5.0]).__next__)
    shown.tell("far")
    shown.close()


def test_values_are_joined_also_where_they_are_negative() -> None:
    joined = with_values_joined(
        ["--start", "-1,2,3", "-0.5,0,0", "--bias", "on", "--json", "x", "--seed=1", "2"], ["--start", "--seed"]
    )
    assert joined == ["--start=-1,2,3\0-0.5,0,0", "--bias", "on", "--json", "x", "--seed=1\0002"]
    assert values_in(joined[0].partition("=")[2]) == ["-1,2,3", "-0.5,0,0"]
    assert with_values_joined(["--see", "1", "2"], ["--seed"]) == ["--see=1\0002"]


def test_of_two_runs_the_rows_are_told_that_only_one_gets_right(capsys: Captured) -> None:
    out, _ = told(capsys, "--activation", "tanh", "linear", "--epochs", "60")
    table, _, rows = out.partition("\n\n")
    right = [int(re.split(r"  +", line)[1].split()[0]) for line in table.splitlines()[1:]]
    assert right[0] < right[1] == 25
    assert rows.startswith(f"Both get {right[0]} test rows right. Only this run gets {25 - right[0]} right: ")
    out, _ = told(capsys, "--activation", "tanh", "linear", "relu", "--epochs", "3")
    assert "Both get" not in out


def test_a_picture_has_a_curve_for_each_run(capsys: Captured) -> None:
    out, _ = told(capsys, "--learning-rate", "0.1", "1", "--epochs", "30", "--svg")
    svg = ElementTree.fromstring(out)
    written = [found.text for found in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert "The error over the epochs" in written
    assert "30 epochs" in written
    assert "learning rate 1" in written
    assert "baseline: 30 epochs" in written
    _, err = told(capsys, "--seed", *"1234567", "--epochs", "2", "--svg", status=2)
    assert err == "one-neuron: --svg draws 6 runs at most; these are 7.\n"


def test_a_picture_of_runs_that_numbers_stop_at_once_is_one(capsys: Captured) -> None:
    options = ("--data", "celsius", "--activation", "linear", "--learning-rate", "100", "--epochs", "5", "--svg")
    out, _ = told(capsys, *options)
    assert ElementTree.fromstring(out) is not None


def test_what_a_changed_program_remembers_elsewhere_is_told(tmp_path: Path, capsys: Captured) -> None:
    program = "seen = []\n" + own_program_of(Settings()).replace(
        "        error = target - output\n", "        error = target - output\n        seen.append(error)\n"
    )
    runs = [Listed("", {"epochs": "3", "rule": pack_program(program)}, ARTICLE)] * 2
    _, err = told(capsys, "compare", file(tmp_path, "two.json", as_list(runs)))
    assert "seen" in err


def test_a_race_says_who_ends_where(capsys: Captured) -> None:
    out, err = told(capsys, "race", "4", "--epochs", "130", "--seed", "999999998")
    sentence, _, table = out.partition("\n\n")
    assert sentence.startswith("4 starts end in ")
    assert [re.split(r"  +", line)[0] for line in table.splitlines()] == ["Epoch", "0", "10", "100", "130"]
    assert err == ""


def test_a_race_as_csv_has_each_start_as_its_own_run(capsys: Captured) -> None:
    out, _ = told(capsys, "race", "3", "--epochs", "20", "--seed", "999999998", "--csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["Seed"] for row in rows] == ["999999998", "999999999", "0"]
    for row in rows:
        single = json.loads(told(capsys, "--seed", row["Seed"], "--epochs", "20", "--json")[0])
        assert [float(row["Final weight 1"]), float(row["Final weight 2"])] == single["weights"]
        assert [float(row["Start weight 1"]), float(row["Start weight 2"])] == single["start"]["weights"]
        assert (float(row["Final bias"]), int(row["Right"])) == (single["bias"], single["score"]["right"])
    assert {row["Place"] for row in rows} <= {"1", "2", "3"}


@pytest.mark.parametrize("data", ["article", "celsius", "three"])
def test_a_race_as_a_picture_is_a_map_with_paths(data: str, capsys: Captured) -> None:
    out, _ = told(capsys, "race", "3", "--epochs", "10", "--data", data, "--svg")
    svg = ElementTree.fromstring(out)
    written = " ".join([str(found.text) for found in svg.iter("{http://www.w3.org/2000/svg}text")])
    assert "Many starts on the landscape" in written
    assert "3 starts" in written
    assert "weight 1 (of " in written


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("race", "301"), "Starts must be a whole number from 1 to 300; “301” is not."),
        (
            ("race", "2", "--seed", "1", "2"),
            "A race is of one experiment, so there is one data set, and each setting has one value.",
        ),
        (("race", "2", "--start", "zeros"), "The start is not drawn, so another seed changes nothing."),
        (("race", "2", "--json"), "--json is for one run;"),
        (("race", "2", "--markdown"), "--markdown is for one run;"),
        (("race", "2", "--data", "celsius", "--no-bias", "--epochs", "1000000", "--svg"), "one weight only."),
    ],
    ids=str,
)
def test_what_does_not_go_with_a_race_is_refused(arguments: tuple[str, ...], why: str, capsys: Captured) -> None:
    out, err = told(capsys, *arguments, status=2)
    assert (out, err.count("\n")) == ("", 1)
    assert why in err


@pytest.mark.slow
def test_a_real_ctrl_c_is_told_apart_from_a_program_that_raises_it(tmp_path: Path) -> None:
    own, line = own_program_of(Settings()), "        error = target - output\n"
    long = own.replace(line, f"{line}        if error > 2.0: raise KeyboardInterrupt\n")
    wrong = own.replace(line, f"{line}        raise KeyboardInterrupt\n")
    for program, status, said in ((long, 130, ""), (wrong, 2, "epoch 1, row 1: KeyboardInterrupt. The program ends")):
        settings = {"epochs": "1000000", "rule": pack_program(program)}
        one = file(tmp_path, "one.json", as_experiment(settings, ARTICLE))
        command = [sys.executable, "-m", "perceptron", "--experiment", one]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            if status == 130:
                time.sleep(2)  # until it trains; before that, it is stopped all the same
                process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=60)
        assert process.returncode == status
        assert said in err
        assert "Traceback" not in err


def test_a_race_with_a_wrong_program_tells_the_fault(tmp_path: Path, capsys: Captured) -> None:
    wrong = own_program_of(Settings()).replace("target - output", "target - outputs")
    one = file(tmp_path, "one.json", as_experiment({"epochs": "3", "rule": pack_program(wrong)}, ARTICLE))
    _, err = told(capsys, "race", "2", "--experiment", one, status=2)
    assert "outputs" in err


def test_ctrl_c_ends_a_race_with_what_is_done(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(settings: Settings, seeds: Iterable[int], epochs: int, stride: int) -> Iterator[SeedPath]:
        yield from islice(paths(settings, seeds, epochs, stride), 2)
        raise KeyboardInterrupt

    monkeypatch.setattr(racing, "paths", interrupted)
    out, err = told(capsys, "race", "5", "--epochs", "3", status=130)
    assert out.startswith("2 starts end in ")
    assert err == "one-neuron: Stopped; 2 of 5 starts are done.\n"


def test_the_lists_form_in_the_help_is_read(tmp_path: Path, capsys: Captured) -> None:
    out, _ = told(capsys, "compare", "--help")
    (form,) = re.findall(r'\{"experiments".*?\]\}', " ".join(out.split()))
    out, _ = told(capsys, "compare", file(tmp_path, "list.json", form), "--epochs", "2")
    assert names(out) == ["mine"]


def test_the_help_tells_of_all_ways(capsys: Captured) -> None:
    out, _ = told(capsys, "--help")
    assert "“compare FILE...”" in " ".join(out.split())
    out, _ = told(capsys, "race", "--help")
    assert "Train an experiment from many starts" in " ".join(out.split())
    out, _ = told(capsys, "compare", "--help")
    assert "Ctrl+C keeps what is done" in " ".join(out.split())
