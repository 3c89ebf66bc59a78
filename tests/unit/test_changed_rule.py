"""The text of a changed program as a setting: in a file, on the command line, in an address, and in the page."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.__main__ import main
from perceptron.changed_run import run_of
from perceptron.datasets import ARTICLE
from perceptron.experiments import as_experiment, read_experiment
from perceptron.limits import MOST_PROGRAM
from perceptron.packed import pack_program, unpack_program
from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS
from perceptron.take_home import take_home
from tests.unit.programs import MOMENTUM, OWN, with_lines
from tests.unit.test_take_home import printed_by
from web.page.address import read_address, write_address
from web.page.reply import AT_REST, SHOWN
from web.page.request import asked
from web.page.state import State
from web.worker import own_data
from web.worker.session import Session

BROUGHT = "brings a changed program. It is in the tab Code, and runs when you press “Run this Python”."
CHOICES = {"separator": "", "decimal": "", "header": "", "target": "", "test": "all"}


def experiment(tmp_path: Path, program: str, **settings: str) -> str:
    file = tmp_path / "mine.json"
    texts = {**DEFAULTS, "epochs": "5", **settings, "rule": pack_program(program)}
    file.write_text(as_experiment(texts, ARTICLE), "utf-8")
    return str(file)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_program_comes_back_from_its_packed_form(program: str) -> None:
    assert unpack_program(pack_program(program)) == program


@pytest.mark.parametrize("program", ["x" * (MOST_PROGRAM + 1), "\ud800"])
def test_a_program_that_is_too_long_or_cannot_be_written_is_refused(program: str) -> None:
    with pytest.raises(ValueError, match=r"has 20,001 characters|cannot be written"):
        pack_program(program)
    with pytest.raises(ValueError, match="“rule” has "):
        read_experiment(json.dumps({"experiment": 1, "settings": {"rule": program}}))


@pytest.mark.parametrize("text", ["1", "1x", "2abc", "hello", "1____"])
def test_a_damaged_one_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Packed program: "):
        unpack_program(text)


def test_a_person_can_read_the_program_in_an_experiments_file() -> None:
    text = as_experiment({**DEFAULTS, "rule": pack_program(MOMENTUM)}, ARTICLE)
    assert json.loads(text)["settings"] == {"rule": MOMENTUM}
    assert read_experiment(text) == ({"rule": pack_program(MOMENTUM)}, ARTICLE)


def test_the_command_line_runs_the_program_of_an_experiment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--experiment", experiment(tmp_path, MOMENTUM), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    run = run_of(Settings(epochs=5, rule=MOMENTUM))
    run.advance(5)
    assert (told["weights"], told["bias"]) == (run.neuron.weights, run.neuron.bias)
    assert told["settings"]["rule"] == MOMENTUM


def test_the_command_line_prints_what_the_program_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = experiment(tmp_path, with_lines("print('met', target)"))
    assert main(["--experiment", file]) == 0
    printed = capsys.readouterr().out
    assert printed.partition("Printed by your program:\n")[2].splitlines()[:2] == ["met 1.0", "met 1.0"]
    assert main(["--experiment", file, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["printed"].startswith("met 1.0\n")


def test_the_command_line_says_what_is_wrong_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--experiment", experiment(tmp_path, with_lines("velocity"))])
    assert stopped.value.code == 2
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1
    assert "Your program, line 35, in epoch 1, row 1: NameError: name 'velocity' is not defined" in told.err


def test_the_command_line_says_what_a_program_keeps_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = with_lines("global N; N += 1\nerror *= N").replace("import math\n", "import math\n\nN = 0\n")
    assert main(["--experiment", experiment(tmp_path, program)]) == 0
    assert "Your program remembers something in N and not in numbers of self." in capsys.readouterr().err


def test_a_changed_program_is_taken_home(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = experiment(tmp_path, MOMENTUM)
    assert main(["--experiment", file, "--program"]) == 0
    program = capsys.readouterr().out
    assert program == take_home(Settings(epochs=5, rule=MOMENTUM))
    run = run_of(Settings(epochs=5, rule=MOMENTUM))
    run.advance(5)
    assert str(run.neuron.weights) in printed_by(program)


def test_the_command_line_has_no_option_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--rule", OWN])
    assert "“--rule” is not known" in capsys.readouterr().err


def test_the_page_does_not_run_a_program_from_an_address_and_says_so() -> None:
    settings, notices = read_address(f"#seed=7&rule={pack_program(MOMENTUM)}")
    assert (settings["seed"], settings["rule"]) == ("7", "")
    assert notices == [f"The address {BROUGHT}"]
    assert "rule" not in write_address(settings)


def test_the_page_does_not_run_a_program_from_a_file_and_says_so() -> None:
    packed = pack_program(MOMENTUM)
    text = as_experiment({**DEFAULTS, "seed": "7", "rule": packed}, ARTICLE)
    assert str(own_data.read("", text, CHOICES)["notes"]).endswith(f"The file {BROUGHT}']")
    assert own_data.use("", text, CHOICES) == {"data": "article", "settings": {"seed": "7"}, "rule": packed}


def test_the_worker_refuses_a_damaged_program() -> None:
    request: Any = asked(State(), (0, 0), SHOWN + AT_REST)
    request["run"]["rule"] = "1damaged"
    refused: Any = Session().reply(request)["refused"]
    assert refused == {"setting": "rule", "sentence": "Packed program: is not complete."}
