"""The data sets that come with the page, and whether what is said of them is true."""

import json
import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from perceptron.__main__ import main
from perceptron.datasets import ARTICLE
from perceptron.experiment import Run
from perceptron.findings.common_cause import common_cause
from perceptron.findings.data_checks import known_of
from perceptron.findings.explanation import explain
from perceptron.preset_names import PRESET_NAMES
from perceptron.presets import PRESETS
from perceptron.rules import truth
from perceptron.scoring import score
from perceptron.settings import Settings
from perceptron.settings_table import SETTINGS
from perceptron.words.common_cause import cause_in_words
from perceptron.words.data_checks import fact_in_words
from perceptron.words.presets import TEACHES

LINEAR, SCALED = {"activation": "linear"}, {"scaling": "0-1"}
# What each sentence says of the score after 10,000 epochs, in its order.
CLAIMS: dict[str, list[tuple[dict[str, str], str]]] = {
    "article": [({}, "21 of 25"), (LINEAR, "25 of 25")],
    "sums": [({}, "8 of 25"), (SCALED, "23 of 25"), (LINEAR, "25 of 25")],
    "differences": [({}, "8 of 25"), (LINEAR, "25 of 25")],
    "averages": [({}, "25 of 25"), (LINEAR, "25 of 25")],
    "products": [({}, "5 of 25"), (LINEAR, "1 of 25")],
    "and": [({}, "4 of 4"), ({"activation": "step"}, "4 of 4")],
    "or": [({}, "4 of 4")],
    "nand": [({}, "4 of 4")],
    "celsius": [({**LINEAR, **SCALED}, "8 of 8")],
    "three": [(LINEAR, "8 of 8"), ({}, "3 of 8")],
    "iris": [({}, "18 of 20"), (SCALED, "19 of 20")],
}


def trained(name: str, choices: dict[str, str], epochs: int = 10_000) -> Run:
    values: dict[str, Any] = choices
    run = Run(Settings(PRESETS[name], **values))
    run.advance(epochs)
    return run


def counted_right(run: Run) -> str:
    return "{} of {}".format(*score(run.verdicts()))


def targets(name: str) -> list[float]:
    return [row.target for row in PRESETS[name].test]


def test_each_word_has_rows_and_a_sentence() -> None:
    assert list(PRESETS) == list(PRESET_NAMES) == list(TEACHES)
    assert PRESETS["article"] is ARTICLE
    assert all(data.name == word for word, data in PRESETS.items())


@pytest.mark.slow
@pytest.mark.parametrize("name", CLAIMS)
def test_the_scores_in_its_sentence_are_true(name: str) -> None:
    assert re.findall(r"\d+ of \d+", TEACHES[name]) == [claim for _, claim in CLAIMS[name]]
    for choices, claim in CLAIMS[name]:
        assert counted_right(trained(name, choices)) == claim


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "weights"),
    [("sums", [1, 1]), ("differences", [1, -1]), ("averages", [0.5, 0.5]), ("three", [1, 1, 1])],
)
def test_a_linear_neuron_finds_the_rule_itself(name: str, weights: list[float]) -> None:
    neuron = trained(name, LINEAR, epochs=2_000).neuron
    assert [*neuron.weights, neuron.bias] == pytest.approx([*weights, 0.0], abs=1e-9)


def test_what_a_sigmoid_cannot_reach_is_in_the_targets() -> None:
    assert max(targets("sums")) == 1.8
    assert max(targets("three")) == 1.8
    assert min(targets("differences")) == -0.8
    assert 0.0 < min(targets("averages")) < max(targets("averages")) < 1.0


def test_nand_has_negative_weights_and_a_positive_bias() -> None:
    neuron = trained("nand", {}, epochs=1_000).neuron
    assert max(neuron.weights) < 0.0 < neuron.bias


def test_a_step_answers_and_with_0_and_1() -> None:
    assert [verdict.output for verdict in trained("and", {"activation": "step"}, epochs=20).verdicts()] == targets(
        "and"
    )


def test_no_setting_learns_xor() -> None:
    names = ("activation", "loss", "bias", "order", "scaling")
    tried = 0
    for words in product(*(SETTINGS[name].choices for name in names)):
        choices = dict(zip(names, words, strict=True))
        if choices["loss"] == "squared" or choices["activation"] == "sigmoid":
            assert score(trained("xor", choices, epochs=200).verdicts()).right < 4
            tried += 1
    assert tried == 48


def test_no_line_separates_xor() -> None:
    """Were it so, a * x + b * y + c would be positive at two opposite corners and negative at the two others."""
    zero, one = ([row.inputs for row in PRESETS["xor"].training if row.target == kind] for kind in (0.0, 1.0))
    middles = [tuple(sum(column) for column in zip(*corners, strict=True)) for corners in (zero, one)]
    assert middles[0] == middles[1]


def test_100_degrees_celsius_are_212_fahrenheit_although_training_ends_at_80() -> None:
    assert max(row.inputs[0] for row in PRESETS["celsius"].training) == 80.0
    verdict = trained("celsius", {**LINEAR, **SCALED}, epochs=1_000).verdicts()[-1]
    assert verdict.inputs == (100.0,)
    assert verdict.output == pytest.approx(212.0, abs=0.5)


def test_celsius_needs_its_scaling() -> None:
    assert trained("celsius", LINEAR).stopped
    assert counted_right(trained("celsius", SCALED)) == "0 of 8"


def test_irises_are_half_of_each_kind_and_two_test_plants_cannot_be_told_apart() -> None:
    data = PRESETS["iris"]
    assert (len(data.training), len(data.test), data.classes) == (40, 20, ("versicolor", "virginica"))
    assert sum(row.target for row in data.training) == 20.0
    assert sum(row.target for row in data.test) == 10.0
    kinds: dict[tuple[float, ...], set[float]] = {}
    for inputs, kind in data.test:
        kinds.setdefault(inputs, set()).add(kind)
    assert [inputs for inputs, found in kinds.items() if len(found) == 2] == [(4.8, 1.8)]


def test_the_irises_are_fishers() -> None:
    """The sums of the first 30 plants' lengths and widths, kind by kind, in millimetres, as another copy has them."""
    rows = (*PRESETS["iris"].training, *PRESETS["iris"].test)
    sums = [
        round(10 * sum(row.inputs[column] for row in rows if row.target == kind))
        for kind in (0.0, 1.0)
        for column in (0, 1)
    ]
    assert sums == [1300, 406, 1681, 602]


@pytest.mark.parametrize("name", [name for name, data in PRESETS.items() if data.rule])
def test_every_target_follows_the_rule(name: str) -> None:
    data = PRESETS[name]
    for row in (*data.training, *data.test):
        assert truth(data, row.inputs) == pytest.approx(row.target, abs=1e-12)


def test_rows_of_a_grid_are_tested_only_if_they_were_not_trained() -> None:
    for name in ("sums", "differences", "averages", "products", "three", "celsius"):
        data = PRESETS[name]
        assert not set(data.training) & set(data.test)
        assert len(set(data.training)) == len(data.training)


def data_told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, list[list[float]]]:
    """The data's name as JSON tells it, and the inputs of the test rows."""
    assert main([*arguments, "--epochs", "1", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    return result["settings"]["data"], [verdict["inputs"] for verdict in result["after"]]


@pytest.mark.parametrize("name", PRESETS)
def test_the_command_line_knows_its_word(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    inputs = [list(row.inputs) for row in PRESETS[name].test]
    assert data_told(capsys, "--data", name) == data_told(capsys, "--data", name.upper()) == (name, inputs)


def test_a_file_of_such_a_name_needs_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "and").write_text("1,2\n3,4\n")
    monkeypatch.chdir(tmp_path)
    assert data_told(capsys, "--data", "./and") == ("./and", [[1.0], [3.0]])
    assert data_told(capsys, "--data", "and")[0] == "and"


def test_help_lists_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert ", ".join(PRESETS) in " ".join(capsys.readouterr().out.split())


def test_what_is_said_of_a_table_does_not_go_with_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--data", "iris", "--test", "every:4"])
    assert stopped.value.code == 2
    assert "--target and --test are for a table; name it with --data." in capsys.readouterr().err


def test_the_kinds_of_iris_are_called_by_their_names() -> None:
    facts = [fact_in_words(fact) for fact in known_of(Settings(PRESETS["iris"]))]
    assert any("for example 4.8, 1.8 with versicolor and virginica." in fact for fact in facts)
    run = Run(Settings(PRESETS["iris"]))
    run.advance(300)
    cause = cause_in_words(common_cause([explain(run.neuron, row, run.task) for row in run.settings.data.test]))
    assert "(the target is versicolor)" in cause
    assert "(the target is virginica)" in cause
