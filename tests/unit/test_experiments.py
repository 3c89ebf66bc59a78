"""An experiment as a file: what is written is read again, and what cannot be read is refused in one sentence."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.__main__ import main
from perceptron.datasets import ARTICLE, DataSet
from perceptron.experiments import as_experiment, read_experiment
from perceptron.presets import PRESETS
from perceptron.settings_table import DEFAULTS
from tests.examples import examples
from tests.unit.test_packed import bits, data_sets

TEXTS = {
    "seed": "7",
    "epochs": "20",
    "learning_rate": "0.50",
    "start": "zeros",
    "legs": "0.1@3",
    "activation": "tanh",
    "bias": "off",
    "order": "shuffled",
    "scaling": "0-1",
    "tolerance": "0.25",
}
OWN = {"training_inputs": [[1], [2]], "training_outputs": [0, 1], "test_inputs": "same"}


def test_all_settings_and_the_data_come_back() -> None:
    text = as_experiment({**DEFAULTS, **TEXTS}, PRESETS["iris"])
    assert read_experiment(text) == (TEXTS, PRESETS["iris"])


def test_only_what_differs_from_the_defaults_is_written() -> None:
    assert json.loads(as_experiment(DEFAULTS, ARTICLE)) == {"experiment": 1, "settings": {}, "data": "article"}
    assert read_experiment('{"experiment": 1}') == ({}, ARTICLE)


def test_a_person_can_read_it() -> None:
    own = replace(PRESETS["or"], name="own", classes=("no", "yes"))
    assert as_experiment({"seed": "7"}, own) == (
        "{\n"
        '  "experiment": 1,\n'
        '  "settings": {\n'
        '    "seed": "7"\n'
        "  },\n"
        '  "data": {\n'
        '    "input_names": ["A", "B"],\n'
        '    "target_name": "A OR B",\n'
        '    "classes": ["no", "yes"],\n'
        '    "decimals": 0,\n'
        '    "training_inputs": [[0, 0], [0, 1], [1, 0], [1, 1]],\n'
        '    "training_outputs": [0, 1, 1, 1],\n'
        '    "test_inputs": "same"\n'
        "  }\n"
        "}"
    )


@examples(25)
@given(data_sets(), st.dictionaries(st.sampled_from(sorted(TEXTS)), st.none()))
def test_any_data_comes_back_bit_for_bit(data: DataSet, chosen: dict[str, None]) -> None:
    texts = {name: TEXTS[name] for name in chosen}
    found_texts, found = read_experiment(as_experiment(texts, data))
    assert (found_texts, found, bits(found)) == (texts, data, bits(data))


def test_settings_may_be_numbers_and_are_read_as_people_write_them() -> None:
    text = '{"experiment": 1, "settings": {"epochs": 300, "learning_rate": "0,5", "activation": "ReLU", "start": ""}}'
    texts, _ = read_experiment(text)
    assert texts == {"epochs": "300", "learning_rate": "0.5", "activation": "relu", "start": ""}


def test_what_is_said_about_its_data_is_told() -> None:
    told: list[str] = []
    read_experiment(json.dumps({"experiment": 1, "data": {**OWN, "note": "mine"}}), told.append)
    assert told == ["“note” is not used."]


def changed(**parts: object) -> str:
    return json.dumps({"experiment": 1, **parts})


SETTING = "“settings” "
MALFORMED: dict[str, tuple[str, str]] = {
    "nothing": ("", "is not JSON (Expecting value"),
    "no JSON": ("hello", "; an experiment is one JSON object with the keys experiment, settings and data."),
    "half of one": ('{"experiment": 1', "is not JSON"),
    "a table": ("1,2\n3,4\n", "is not JSON"),
    "a list": ("[1]", "an experiment is one JSON object"),
    "a text": ('"experiment"', "an experiment is one JSON object"),
    "null": ("null", "an experiment is one JSON object"),
    "nested": ("[" * 100_000, "is nested too deeply"),
    "an empty object": ("{}", "“experiment” is missing;"),
    "data alone": (json.dumps(OWN), "“experiment” is missing; an experiment is one JSON object"),
    "a key twice": ('{"experiment": 1, "experiment": 1}', "“experiment” appears more than once."),
    "a key that is not known": (changed(dta="xor"), "“dta” is not known;"),
    "version 2": (changed(experiment=2), "is an experiment of version 2; only version 1 can be read."),
    "version 1.5": (changed(experiment=1.5), "is an experiment of version 1.5; only version 1 can be read."),
    "a text for the version": (changed(experiment="1"), "“experiment” must be the version, which is 1."),
    "true for the version": (changed(experiment=True), "“experiment” must be the version, which is 1."),
    "NaN for the version": ('{"experiment": NaN}', "“experiment” must be the version, which is 1."),
    "a list of settings": (changed(settings=[]), "“settings” must be an object that names settings and their texts."),
    "null for settings": (changed(settings=None), "“settings” must be an object"),
    "a setting that is not known": (
        changed(settings={"epoch": "1"}),
        "“settings” holds “epoch”, which is not known; it",
    ),
    "data as a setting": (changed(settings={"data": "xor"}), "“settings” holds “data”, which is not known; it may"),
    "unseen characters": (changed(settings={"a\n\u202e": "1"}), "“settings” holds “a��”, which is not known"),
    "a list for a setting": (changed(settings={"start": [1, 2, 3]}), "must hold text or a number as “start”."),
    "true for a setting": (changed(settings={"bias": True}), "must hold text or a number as “bias”."),
    "null for a setting": (changed(settings={"seed": None}), "must hold text or a number as “seed”."),
    "no epochs": (changed(settings={"epochs": "0"}), "Epochs must be a whole number from 1 to 1,000,000; “0” is not."),
    "half a seed": (
        changed(settings={"seed": 1.5}),
        "Seed must be a whole number from 0 to 999,999,999; “1.5” is not.",
    ),
    "an infinite rate": (changed(settings={"learning_rate": "1e999"}), "“1e999” is not."),
    "another activation": (changed(settings={"activation": "softmax"}), "“softmax” is not."),
    "a start of words": (changed(settings={"start": "one,two"}), "“one” is not."),
    "legs of words": (changed(settings={"legs": "x"}), "“x”"),
    "a tolerance of words": (changed(settings={"tolerance": "wide"}), "“wide” is not."),
    "another preset": (changed(data="nor"), "“data” must be one of article, sums, differences,"),
    "an address's data": (changed(data="1abc"), "or an object that holds the rows; “1abc” is not."),
    "null for data": (changed(data=None), "“data”: there must be one JSON object with the keys training_inputs"),
    "a number for data": (changed(data=1), "“data”: there must be one JSON object"),
    "a list of data": (changed(data=[[1, 2]]), "“data”: there must be one JSON object"),
    "data without rows": (changed(data={}), "“data”: “training_inputs” is missing."),
    "11 inputs": (
        changed(data={**OWN, "training_inputs": [[0] * 11] * 2}),
        "“data”: has 11 inputs; the neuron takes 10",
    ),
    "an infinite number": (
        changed(data={**OWN, "training_outputs": [0, float("inf")]}),
        "holds Infinity, which is not",
    ),
    "names of other data": (changed(data={**OWN, "input_names": ["a", "b"]}), "has 1 input, but 2 names for them."),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_malformed_is_refused_in_one_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text, complaint = MALFORMED[name]
    (tmp_path / "mine").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        main(["--experiment", "mine"])
    told = capsys.readouterr()
    assert (stopped.value.code, told.out) == (2, "")
    assert told.err.startswith("one-neuron: mine: ")
    assert complaint in told.err
    assert told.err.removesuffix("\n").isprintable()


@given(st.text(st.sampled_from('{}[]":,1 experimntsgda\n'), max_size=60) | st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_experiment(text)
    except ValueError as error:
        assert str(error).isprintable()


def run_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert main([*arguments, "--json"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    result: dict[str, object] = json.loads(told.out)
    return result


def test_the_command_line_runs_an_experiment_as_its_options_would(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.json"
    file.write_text(as_experiment(TEXTS, PRESETS["three"]), encoding="utf-8")
    options = [f"--{name.replace('_', '-')}={text}" for name, text in TEXTS.items()]
    assert run_of(capsys, "--experiment", str(file)) == run_of(capsys, "--data", "three", *options)


def test_options_beside_it_override_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.json"
    file.write_text(as_experiment({"epochs": "20", "bias": "off", "activation": "tanh"}, PRESETS["sums"]))
    result = run_of(capsys, "--experiment", str(file), "--epochs=3", "--bias=on", "--activation=sigmoid", "--data=or")
    assert result == run_of(capsys, "--epochs=3", "--data=or")


def test_own_data_of_an_experiment_is_called_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.json"
    file.write_text(changed(data=OWN))
    settings = run_of(capsys, "--experiment", str(file), "--epochs", "2")["settings"]
    assert settings == {"data": "own", "seed": 109, "epochs": 2, "learning_rate": 0.1}


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"settings": {"start": "1,2"}}, "A start set by hand must have 3 numbers"),
        ({"settings": {"legs": "0.1@99", "epochs": 9}}, "Legs must end within the run; “0.1@99” ends after epoch 9."),
        ({"settings": {"loss": "cross-entropy"}, "data": "sums"}, "The loss cross-entropy needs targets from 0 to 1"),
        ({"settings": {"learning_rate": "0.1000000000000000000001"}}, "has more digits than a 64-bit float can hold."),
    ],
    ids=str,
)
def test_settings_that_do_not_go_together_are_refused(
    parts: dict[str, object], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.json"
    file.write_text(changed(**parts))
    with pytest.raises(SystemExit) as stopped:
        main(["--experiment", str(file)])
    told = capsys.readouterr()
    assert (stopped.value.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert why in told.err


@pytest.mark.parametrize("path", ["no such file", ".", ""])
def test_a_file_that_is_none_is_refused(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--experiment", path])
    assert stopped.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1
