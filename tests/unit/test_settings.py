"""Which settings go together, which words they know, and which of them the page knows."""

import pytest

from perceptron.activations import ACTIVATIONS, SIGMOID
from perceptron.datasets import ARTICLE, DataSet, Row
from perceptron.losses import CROSS_ENTROPY, LOSSES
from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS, SETTINGS
from web.page.address import read_address

LARGE = DataSet("large", (Row((1.0,), 1.0), Row((2.0,), 5.0)), (Row((1.0,), 7.0),), 1)


def test_the_words_of_the_table_are_those_that_the_neuron_knows() -> None:
    assert list(SETTINGS["activation"].choices) == list(ACTIVATIONS)
    assert list(SETTINGS["loss"].choices) == list(LOSSES)


def test_the_defaults_of_the_table_are_those_of_a_run() -> None:
    default = Settings()
    for name, setting in SETTINGS.items():
        value = getattr(default, name)
        assert setting.read(setting.default) == (value.name if name == "data" else value)


@pytest.mark.parametrize("name", [name for name, setting in SETTINGS.items() if setting.choices])
def test_a_word_is_read_in_any_case_and_any_other_is_refused_with_the_choices(name: str) -> None:
    setting = SETTINGS[name]
    assert [setting.read(f" {word.upper()} ") for word in setting.choices] == list(setting.choices)
    choices = " or ".join(", ".join(setting.choices).rsplit(", ", 1))
    for refused in ("", "x", "sigmoid, tanh", setting.default + "x"):
        sentence = f"{setting.label} must be {choices}; “{refused}” is not."
        with pytest.raises(ValueError) as error:
            setting.read(refused)
        assert str(error.value) == sentence
        with pytest.raises(ValueError) as error:
            Settings(**{name: refused})  # type: ignore[arg-type]
        assert str(error.value) == sentence


@pytest.mark.parametrize("name", [name for name, setting in SETTINGS.items() if setting.choices])
def test_every_word_can_stand_in_the_address(name: str) -> None:
    for word in SETTINGS[name].choices:
        assert read_address(f"#{name}={word}") == ({**DEFAULTS, name: word}, [])


def test_a_start_can_be_a_word_in_the_address() -> None:
    assert read_address("#start=zeros") == ({**DEFAULTS, "start": "zeros"}, [])
    assert read_address("#start=Random") == (DEFAULTS, [])


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        (
            {"activation": "tanh", "loss": "cross-entropy"},
            "The loss cross-entropy needs the activation sigmoid; tanh does not go with it.",
        ),
        (
            {"data": LARGE, "loss": "cross-entropy"},
            "The loss cross-entropy needs targets from 0 to 1; that of training row 2 is 5.0. "
            "Scaling 0-1 would bring them there.",
        ),
        ({"tolerance": -0.5}, "Tolerance must be a number from 0 to 1,000,000,000; “-0.5” is not."),
        ({"tolerance": float("nan")}, "Tolerance must be a number from 0 to 1,000,000,000; “nan” is not."),
        ({"start": "ones"}, "Start must be numbers or zeros; “ones” is not."),
        (
            {"start": (1.0, 2.0, 3.0), "bias": "off"},
            "A start set by hand must have 2 numbers, the weights alone, because the bias is off; it has 3.",
        ),
        (
            {"start": (1.0, 2.0)},
            "A start set by hand must have 3 numbers, the weights and then the bias; it has 2.",
        ),
    ],
)
def test_settings_that_do_not_go_together_or_with_the_data_are_refused(
    choices: dict[str, object], sentence: str
) -> None:
    with pytest.raises(ValueError) as error:
        Settings(**choices)  # type: ignore[arg-type]
    assert str(error.value) == sentence


def test_cross_entropy_goes_with_scaled_targets_of_any_size() -> None:
    for settings in (Settings(LARGE, loss="cross-entropy", scaling="0-1"), Settings(ARTICLE, loss="cross-entropy")):
        assert settings.first_neuron().activation is CROSS_ENTROPY.learned_with(SIGMOID)
