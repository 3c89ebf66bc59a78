"""The settings that are chosen: each makes another run, and every digit is the one that Python on the desk computes."""

import re

import pytest
from playwright.sync_api import expect

from perceptron.datasets import DataSet
from perceptron.experiment import Run
from perceptron.presets import PRESETS
from perceptron.settings import Settings
from perceptron.settings_table import SETTINGS
from tests.e2e.lab import Lab

EPOCHS = 300


def on_the_desk(data: DataSet, **settings: str) -> Run:
    run = Run(Settings(data, **settings))  # type: ignore[arg-type]
    run.advance(EPOCHS)
    return run


def go_to(lab: Lab, address: str) -> None:
    """Take over another address in the page that is open."""
    lab.page.evaluate("address => { location.hash = address; }", address)
    lab.wait_until("untrained")
    lab.rest()


def expect_as_on_the_desk(lab: Lab, run: Run) -> None:
    lab.wait_until("trained")
    neuron = run.neuron
    shown = [lab.description(f"Weight {i}", 1) for i in range(1, len(neuron.weights) + 1)]
    for place, weight in zip(shown, neuron.weights, strict=True):
        shown_weight = repr(weight).replace("-", "−")
        if run.settings.activation == "tanh":  # the C library's own, which may round its last bit otherwise
            expect(place).to_have_text(re.compile(f"^{re.escape(repr(weight)[:13].replace('-', '−'))}"))
        else:
            expect(place).to_have_text(shown_weight)
    right = sum(verdict.right for verdict in run.verdicts())
    expect(lab.score).to_have_text(re.compile(f"^{right} of {len(run.settings.data.test)} "))


def test_without_the_sigmoid_all_sums_are_right_and_one_button_goes_back(lab: Lab) -> None:
    lab.open()
    lab.choice("Activation").select_option("linear")
    lab.train_to_the_end()
    expect(lab.score).to_have_text("25 of 25 test sums right")
    assert lab.page.url.endswith("#activation=linear")
    lab.press("The article’s experiment")
    expect(lab.choice("Activation")).to_have_value("sigmoid")
    expect(lab.score).to_have_text("2 of 25 test sums right")
    assert "#" not in lab.page.url
    lab.press("Back to that run")
    lab.wait_until("trained")
    lab.expect_epoch(10_000)
    expect(lab.score).to_have_text("25 of 25 test sums right")


CASES = [
    *({"activation": word} for word in SETTINGS["activation"].choices),
    {"loss": "cross-entropy"},
    {"order": "shuffled"},
    {"scaling": "0-1"},
    {"bias": "off"},
    {"activation": "tanh", "order": "shuffled", "scaling": "0-1", "bias": "off"},
]


@pytest.mark.parametrize("settings", CASES, ids=lambda settings: "-".join(settings.values()))
def test_every_setting_of_an_address_gives_the_digits_of_the_desk(shared: Lab, settings: dict[str, str]) -> None:
    go_to(shared, "&".join([f"epochs={EPOCHS}", *[f"{name}={word}" for name, word in settings.items()]]))
    shared.press("Train")
    expect_as_on_the_desk(shared, on_the_desk(PRESETS["article"], **settings))


@pytest.mark.parametrize("name", [name for name in PRESETS if name != "article"])
def test_every_data_set_of_the_list_gives_the_digits_of_the_desk(shared: Lab, name: str) -> None:
    go_to(shared, f"epochs={EPOCHS}")
    shared.choice("Data").select_option(name)
    shared.press("Train")
    expect_as_on_the_desk(shared, on_the_desk(PRESETS[name]))
    headers = shared.page.get_by_role("table", name="Results").get_by_role("columnheader")
    expect(headers.first).to_have_text(PRESETS[name].input_names[0])


def test_hidden_settings_are_told_when_they_are_not_at_their_default(lab: Lab) -> None:
    lab.open("#order=shuffled")
    expect(lab.more_settings).to_have_text("More settings: row order shuffled every epoch")
    lab.more_settings.click()
    lab.choice("Loss").select_option("cross-entropy")
    lab.region("Train").get_by_role("checkbox", name="Bias").uncheck()
    expect(lab.more_settings).to_have_text(
        "More settings: loss cross-entropy, row order shuffled every epoch, bias off"
    )


def test_what_does_not_go_together_is_refused_beside_the_list_and_nothing_is_lost(lab: Lab) -> None:
    lab.open("#epochs=50&loss=cross-entropy")
    lab.train_to_the_end()
    before = lab.parameters
    lab.choice("Activation").select_option("tanh")
    sentence = "The loss cross-entropy needs the activation sigmoid; tanh does not go with it."
    expect(lab.region("Train").get_by_text(sentence)).to_be_visible()
    expect(lab.choice("Activation")).to_have_value("sigmoid")
    lab.wait_until("trained")
    assert lab.parameters == before
    lab.choice("Activation").select_option("sigmoid")


def test_a_tolerance_changes_what_is_right_at_once_and_no_weight(lab: Lab) -> None:
    lab.open("#epochs=50")
    lab.train_to_the_end()
    before = lab.parameters
    lab.more_settings.click()
    lab.choose("Right within", "1")
    expect(lab.score).to_have_text("25 of 25 test sums right")
    lab.choose("Right within", "x")
    expect(lab.region("Train").get_by_text("Tolerance must be a number")).to_be_visible()
    expect(lab.score).to_have_text("25 of 25 test sums right")
    assert (lab.parameters, lab.epoch) == (before, 50)


@pytest.mark.parametrize("region", ["Train", "Data"])
def test_a_link_that_the_browser_does_not_copy_is_selected_in_a_field(lab: Lab, region: str) -> None:
    lab.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    lab.choose("Seed", "7")
    place = lab.region("Train")
    if region == "Data":
        lab.open_tab("Data")
        place = lab.panel("Data")
    place.get_by_role("button", name="Copy link").click()
    field = place.get_by_label("Link to this experiment")
    expect(field).to_have_value(lab.page.url)
    expect(field).to_be_focused()
    selected = "field => field.value.slice(field.selectionStart, field.selectionEnd)"
    assert field.evaluate(selected) == lab.page.url
    assert lab.page.url.endswith("#seed=7")
