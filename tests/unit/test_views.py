"""What the page says in a State, and the build that draws the first one."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from perceptron.packed import pack
from perceptron.preset_names import PRESET_NAMES
from perceptron.settings_table import DEFAULTS
from tests.unit.playing import Trainer, doing, looking, ready, settle
from tests.unit.playing import says as page_of
from tests.unit.samples import TEN
from web.build.markup import write
from web.build.site import ROOT, drawn, first_state, in_ascii, with_scripts
from web.page import messages as m
from web.page.reply import with_told
from web.page.speeds import FULL
from web.page.state import State
from web.page.update import update
from web.page.views.masthead import LEARNS
from web.page.views.status import PERHAPS_DAMAGED


def trained(epochs: int, seed: int = 109) -> State:
    state = first_state().but(status="ready")
    state = state.but(settings={**state.form.settings, "seed": str(seed)})
    return with_told(state, Trainer().reply(doing(state, "advance", epochs, 60), most=epochs))


def test_an_untrained_page_shows_no_prediction_after_training() -> None:
    says = page_of(first_state())
    assert says["score", "text"] == "2 of 25 test sums right"
    assert {says[f"after-{row}", "html"] for row in range(25)} == {"–"}
    assert says["comparison", "text"] == "Same as the article so far: 25 of 25 lines before training."


def test_a_trained_page_shows_the_score_and_the_verdicts_in_words() -> None:
    says = page_of(trained(10_000))
    assert says["score", "text"] == "21 of 25 test sums right"
    assert says["score-note", "text"] == "Before training: 2 of 25 right"
    assert [says[f"verdict-{row}", "text"] for row in range(3)] == ["✗ wrong", "✗ wrong", "✓ right"]
    assert says["comparison", "class"] == "comparison same"
    assert float(str(says["weight-1-full", "text"])) == pytest.approx(4.977809368574695, rel=1e-12)


@pytest.mark.parametrize(
    ("chosen", "epochs", "note"),
    [
        ({}, "300", "7 of 25 test sums right. Train again for 300 more epochs."),
        (
            {},
            "10000",
            "21 of 25 test sums right, the most this neuron can get. More: “Without the sigmoid: 25 right”.",
        ),
        (
            {"activation": "linear"},
            "1000",
            "25 of 25 test sums right, the most there is. Ask the neuron something new, or choose other data.",
        ),
        (
            {"data": "iris", "scaling": "0-1"},
            "10000",
            "19 of 20 test rows right, the most this neuron can get. Choose other data, or ask it something.",
        ),
    ],
)
def test_after_training_the_next_deed_depends_on_what_can_still_be_reached(
    chosen: dict[str, str], epochs: str, note: str
) -> None:
    choices = [m.ChoiceMade(name, word) for name, word in chosen.items()]
    state, trainer = ready(*choices, m.SettingTyped("epochs", epochs))
    state = settle(update(state, m.TrainPressed()), trainer)
    says = page_of(state)
    assert says["train-note", "text"] == f"Trained: {note}"
    assert says["train", "text"] == "Train"


@pytest.mark.parametrize("data", PRESET_NAMES)
def test_the_sentence_under_the_name_says_what_this_neuron_is_to_learn(data: str) -> None:
    state = update(first_state(), m.ChoiceMade("data", data))
    intro = str(page_of(state)["intro", "text"])
    assert f" Press Train and see it {LEARNS[data]}. " in intro
    assert ("learn to add." in intro) is (data in ("article", "sums"))


def test_the_sentence_under_the_name_counts_what_the_neuron_is_made_of() -> None:
    start = str(page_of(first_state())["intro", "text"])
    assert start.startswith("This neuron starts knowing nothing.") and start.endswith(
        ": two weights, one bias, one sigmoid."
    )
    state, _ = ready(m.ChoiceMade("data", "celsius"), m.ChoiceMade("bias", "off"), m.ChoiceMade("activation", "linear"))
    assert ": one weight, no bias." in str(page_of(state)["intro", "text"])
    state, _ = ready(m.ChoiceMade("data", pack(TEN)))
    intro = str(page_of(state)["intro", "text"])
    assert intro.endswith(": ten weights, one bias, one sigmoid.")
    assert "see it learn the rule behind your rows. " in intro


def test_every_view_writes_the_same_places_whatever_the_state() -> None:
    """A place that only some states write would keep what an earlier state said."""
    failed = update(trained(5), m.TrainerFailed("worker", "why"))
    unknown = update(first_state(), m.NewStartPressed(5))
    # While there is no table, its cells are not there to be written; and the panels of the closer look are hidden
    # while they have nothing to say.
    parts = re.compile(
        r"(before|after|verdict|reason|reason-text|code)-|tube-|knob-|failure-(details|more|sentence|title)|restart|wait"
        r"|(update|stages?|row|quiz|guess|by-line|lines?|why|activation|map|yard)(-|$)|quantity|tolerance"
    )
    places = [
        {place for place in page_of(state) if not parts.match(place[0])} for state in (first_state(), failed, unknown)
    ]
    assert places[0] == places[1] == places[2]


def test_an_unknown_start_is_not_shown_with_another_starts_numbers() -> None:
    says = page_of(update(first_state(), m.NewStartPressed(5)))
    assert says["score", "text"] == "… of … right"
    assert says["results-body", "html"] == ""
    assert says["weight-1", "value"] == ""
    assert says["weight-1-full", "text"] == "…"


def test_every_notice_has_its_own_line() -> None:
    said = page_of(update(first_state(), m.AddressRead(dict(DEFAULTS), ("One.", "Two."))))
    assert (said["notices", "text"], said["notices", "hidden"]) == ("One.\nTwo.", False)


def test_a_failure_is_shown_in_words_with_a_way_on() -> None:
    says = page_of(update(first_state(), m.TrainerFailed("worker", "Traceback <b>")))
    assert says["failure", "hidden"] is False
    assert str(says["failure-sentence", "text"]).startswith(
        f"Python could not start. {PERHAPS_DAMAGED} Your settings are kept."
    )
    assert says["restart", "hidden"] is False


def test_a_page_whose_worker_is_of_a_newer_version_can_only_be_reloaded() -> None:
    state = update(trained(5), m.NewVersionTookOver(False))
    says = page_of(state)
    assert state.trainer.status == "failed"
    assert says["failure", "hidden"] is False
    assert says["failure-sentence", "text"] == (
        "A newer version of this page is in use now. Reload this page: your settings are in its address."
    )
    assert says["restart", "hidden"] is says["failure-more", "hidden"] is True


def test_a_silent_worker_is_shown_with_the_choice_to_wait() -> None:
    state = first_state().but(status="ready")
    says = page_of(update(update(state, m.RequestSent(looking(state), 0.0)), m.TrainerOverdue()))
    assert says["failure", "hidden"] is False
    assert says["wait", "hidden"] is False


@pytest.mark.parametrize(("phase", "words"), [(0, "1 of 4: fetching Python"), (3, "4 of 4: checking the neuron")])
def test_the_line_near_train_says_what_python_is_doing(phase: int, words: str) -> None:
    assert words in str(page_of(update(first_state(), m.PhaseReached(phase)))["train-note", "text"])


def test_speed_and_time_left_are_told_for_long_runs_only() -> None:
    state = trained(100).but(training=True, goal=1_000_000, epochs_a_second=45_678.0, speed=FULL)
    assert page_of(state)["speed", "text"] == "46,000 epochs a second, 22 s left"
    assert page_of(state.but(goal=2_000))["speed", "text"] == "46,000 epochs a second"
    assert page_of(first_state())["speed", "text"] == ""


def test_the_built_page_is_drawn_before_any_python_runs() -> None:
    page = drawn((ROOT / "index.html").read_text("utf-8"))
    assert "2 of 25 right" in page
    assert page.count("<tr data-row=") == 25
    assert 'id="weight-1-full">0.27958303860586786<' in page
    assert '"score":"2 of 25 right"' in page
    assert 'id="train" class="primary">Train<' in page


def test_the_built_page_is_well_formed_and_has_no_id_twice() -> None:
    ids: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            names = [name for name, _ in attrs]
            assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
            ids.extend(str(value) for name, value in attrs if name == "id")

    Reader().feed(drawn((ROOT / "index.html").read_text("utf-8")))
    assert len(ids) == len(set(ids))


def test_a_write_into_markup_is_escaped_and_checked() -> None:
    page = '<p id="a"></p><p id="b">full</p><input id="c" value="1" hidden>'
    assert '<p id="a">&lt;b&gt;</p>' in write(page, "a", "text", "<b>")
    assert write(page, "c", "value", 'x"') == page.replace(' value="1" hidden', ' hidden value="x&quot;"')
    assert write(page, "c", "hidden", False).endswith('<input id="c" value="1">')
    for name in ("b", "nowhere"):
        with pytest.raises(ValueError):
            write(page, name, "text", "x")


def test_the_guard_is_inside_the_page_and_the_policy_allows_just_that() -> None:
    page = with_scripts((ROOT / "index.html").read_text("utf-8"))
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) == 7
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert page.count(f"'sha256-{digest}'") == 1
    assert page.count("'sha256-") == 7
    assert page.index("Content-Security-Policy") < page.index("<script>")


def test_a_script_in_the_page_is_the_same_in_every_encoding() -> None:
    assert in_ascii('say("the page’s own …"); // “so” 𝄞') == (
        r'say("the page\u2019s own \u2026"); // \u201cso\u201d \ud834\udd1e'
    )
