"""Two runs row by row, and the names of files."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.experiment import Run
from perceptron.findings.verdict_changes import VerdictChanges, verdict_changes
from perceptron.presets import PRESETS
from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS
from perceptron.words.file_names import file_name, file_name_of_runs
from perceptron.words.verdict_changes import verdict_changes_in_words
from tests.examples import examples


def trained(settings: Settings, epochs: int) -> Run:
    run = Run(settings)
    run.advance(epochs)
    return run


LINEAR, TANH = trained(Settings(activation="linear"), 60), trained(Settings(activation="tanh"), 60)


def test_every_row_is_counted_once() -> None:
    found = verdict_changes(LINEAR.verdicts(), TANH.verdicts())
    here, there = ([verdict.right for verdict in run.verdicts()] for run in (LINEAR, TANH))
    assert found.both == sum(a and b for a, b in zip(here, there, strict=True))
    assert found.both + found.neither + len(found.changed) == 25
    assert [change.row for change in found.changed] == [row for row in range(25) if here[row] != there[row]]
    assert all(change.gained == here[change.row] for change in found.changed)


def test_a_run_and_itself_do_not_differ() -> None:
    found = verdict_changes(LINEAR.verdicts(), LINEAR.verdicts())
    assert found == VerdictChanges(25, 0, ())
    assert verdict_changes_in_words(Settings().data, found) == (
        "Both get 25 test rows right. No row has another verdict."
    )


def test_the_words_name_the_rows() -> None:
    found = verdict_changes(TANH.verdicts(), LINEAR.verdicts())
    said = verdict_changes_in_words(Settings().data, found)
    first = found.changed[0]
    count = len(found.changed)
    assert said.startswith(f"Both get {found.both} test rows right. Only the other run gets {count} right: ")
    assert f"{first.inputs[0]} + {first.inputs[1]} ({first.here} here, {first.there} there); " in said
    assert said.endswith(f"; {count - 6} more.")
    turned = verdict_changes_in_words(Settings().data, verdict_changes(LINEAR.verdicts(), TANH.verdicts()))
    assert "Only this run gets " in turned


def test_other_rows_cannot_be_compared() -> None:
    other = trained(Settings(PRESETS["sums"]), 1)
    with pytest.raises(ValueError, match="same test rows"):
        verdict_changes(LINEAR.verdicts(), other.verdicts())


def test_names_say_what_files_hold() -> None:
    settings = {**DEFAULTS, "learning_rate": "0.5", "activation": "tanh", "data": "celsius"}
    assert file_name("history", settings, "csv") == "history-celsius-to-fahrenheit-learning-rate-0.5-tanh.csv"
    assert file_name("results", DEFAULTS, "csv") == "results-the-usual-settings.csv"
    assert file_name_of_runs("runs", 5, "json") == "runs-5.json"


@examples(100)
@given(st.text(min_size=1), st.text(), st.lists(st.floats(-1000, 1000), min_size=1, max_size=11))
def test_any_name_is_one_that_every_system_takes(what: str, rule: str, start: list[float]) -> None:
    name = file_name(f"x{what}", {**DEFAULTS, "start": ",".join(map(repr, start)), "rule": rule}, "svg")
    assert re.fullmatch(r"x[a-z0-9.-]{0,60}\.svg", name)
    assert ".." not in name.removesuffix(".svg") or what.count(".") > 1
