"""Runs handed on and brought: files, a table and a link, which bring the same runs back, and nothing runs unasked."""

import base64
import csv
import io
import json
from xml.etree import ElementTree

import pytest

from perceptron.packed import pack, pack_program
from perceptron.run_lists import read_runs
from tests.unit.playing import Trainer, ready, says, settle
from tests.unit.programs import MOMENTUM
from tests.unit.samples import CELSIUS
from web.page import messages as m
from web.page.address import address_of, read_address
from web.page.address import read_runs as runs_of
from web.page.runs import MOST_KEPT, rows
from web.page.state import State
from web.page.update import update
from web.page.views.runs import called

HEAVY = [{"settings": {"seed": str(seed), "epochs": "5"}} for seed in range(30)]


def play(state: State, trainer: Trainer, *those: object) -> State:
    for message in those:
        state = settle(update(state, message), trainer)
    return state


@pytest.fixture
def two() -> tuple[State, Trainer]:
    state, trainer = ready(m.SettingTyped("epochs", "60"), m.TabChosen("runs"), m.PlaceKnown("https://example.org/"))
    state = play(state, trainer, m.TrainPressed(), m.ChoiceMade("activation", "tanh"), m.TrainPressed())
    return play(state, trainer, m.RunNamed("B", "=curved")), trainer


def as_file(content: object, name: str = "runs.json") -> m.RunsBrought:
    text = content if isinstance(content, str) else json.dumps(content)
    return m.RunsBrought("file", name, base64.b64encode(text.encode()).decode())


def test_the_files_say_what_they_hold(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    names = {}
    for form in ("csv", "json", "results", "history"):
        state = play(state, trainer, m.RunsFileWanted(form))
        names[form] = state.sharing.made_file[0]
        assert state.sharing.sharing_note == f"{names[form]} is made."
    assert names == {
        "csv": "runs-2.csv",
        "json": "runs-2.json",
        "results": "results-60-epochs.csv",
        "history": "history-60-epochs.csv",
    }


@pytest.mark.parametrize(
    ("form", "measure", "name", "title"),
    [
        ("curves-svg", "error", "errors-of-runs-2.svg", "Mean squared error of 2 runs"),
        ("curves-png", "score", "scores-of-runs-2.png", "Test rows right of 2 runs"),
        ("weights-svg", "error", "weights-of-runs-2.svg", "Weights and bias of 2 runs"),
        ("weights-png", "error", "weights-of-runs-2.png", "Weights and bias of 2 runs"),
    ],
)
def test_a_picture_has_its_title_its_settings_and_every_run(
    two: tuple[State, Trainer], form: str, measure: str, name: str, title: str
) -> None:
    state, trainer = two
    state = play(state, trainer, m.MeasureChosen(measure), m.RunsFileWanted(form))
    made, kind, content = state.sharing.made_file
    assert (made, kind) == (name, "image/png" if form.endswith("png") else "image/svg+xml")
    root = ElementTree.fromstring(content)
    texts = ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {title, "Epochs", "Baseline: 60 epochs."} <= set(texts)
    runs = [text[0] for text in texts if text.endswith((": 60 epochs", ": =curved")) and text[1] in ":,"]
    assert "".join(runs) == ("AAABBB" if form.startswith("weights") else "AB")
    assert len([part for part in root.iter("{http://www.w3.org/2000/svg}path") if part.get("stroke-dasharray")]) > 0


def test_without_a_drawn_run_there_is_no_picture(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    before = state.sharing.made_file
    state = play(state, trainer, m.RunDrawn("A"), m.RunDrawn("B"), m.RunsFileWanted("curves-svg"))
    assert "No run is drawn" in state.sharing.sharing_note
    assert (state.sharing.made_file, state.sharing.wanted_file) == (before, ())


def test_logarithmic_axes_are_those_of_the_page(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    state = play(state, trainer, m.AxisSwitched("x", True), m.RunsFileWanted("curves-svg"))
    assert ">10</text>" in state.sharing.made_file[2]


def test_a_name_is_never_a_formula_in_a_spreadsheet(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    table = list(csv.reader(io.StringIO(play(state, trainer, m.RunsFileWanted("csv")).sharing.made_file[2])))
    assert len(table) == 3
    assert not table[2][0].startswith("=")
    assert "curved" in table[2][0]


def test_a_history_has_every_so_many_epochs(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    state = play(state, trainer, m.StrideChosen(10), m.StrideChosen(7), m.RunsFileWanted("history"))
    lines = list(csv.reader(io.StringIO(state.sharing.made_file[2])))
    assert [line[0] for line in lines[1:]] == ["0", "10", "20", "30", "40", "50", "60"]


def test_what_can_be_copied_is_only_made_where_it_can_be_seen(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    assert state.sharing.out == {}
    state = play(state, trainer, m.SharingSwitched(True))
    table = str(says(state)["runs-markdown", "value"]).splitlines()
    assert len(table) == 4
    link = str(says(state)["runs-link-text", "value"])
    assert link.startswith("https://example.org/#runs=1")
    state = play(state, trainer, m.RunsCopied("link", True, link))
    assert says(state)["runs-copied", "text"] == "Link copied."
    state = play(state, trainer, m.RunNamed("A", "first"))
    assert says(state)["runs-copied", "text"] == ""
    assert says(state)["runs-link-text", "value"] != link


@pytest.mark.parametrize("way", ["link", "file", "text"])
def test_the_same_runs_come_back_elsewhere_and_nothing_runs_before_they_are_added(
    two: tuple[State, Trainer], way: str
) -> None:
    state, trainer = two
    state = play(state, trainer, m.SharingSwitched(True), m.RunsFileWanted("json"))
    text = state.sharing.made_file[2]
    there, other = ready(m.MotionAsked(True))
    brought = {
        "link": m.RunsBrought("link", "", state.sharing.out["packed"]),
        "file": as_file(text),
        "text": m.OwnTyped(text),
    }[way]
    there = play(there, other, *((m.TabChosen("data"),) if way == "text" else ()), brought)
    assert there.look.tab == "runs"
    assert rows(there) == ()
    page = says(there)
    assert page["brought", "hidden"] is False
    assert page["brought-add", "text"] == "Add 2 runs"
    assert "=curved: " in str(page["brought-list", "html"])
    there = play(there, other, m.BroughtAdded())
    assert says(there)["brought", "hidden"] is True
    for ours, theirs in zip(sorted(rows(state), key=lambda run: run.letter), rows(there), strict=True):
        assert theirs.told["summary"] == ours.told["summary"]
        assert called(theirs, there) == called(ours, state)
    assert there.epoch == 0


def test_own_data_goes_with_the_runs() -> None:
    state, trainer = ready(m.SettingTyped("epochs", "20"), m.TabChosen("runs"))
    settings = {**state.form.settings, "data": pack(CELSIUS), "activation": "linear", "scaling": "0-1"}
    state = play(state, trainer, m.AddressRead(settings, ()), m.TrainPressed(), m.RunsFileWanted("json"))
    found = read_runs(state.sharing.made_file[2])
    assert [pack(run.data) for run in found.runs] == [pack(CELSIUS)]
    there, other = ready()
    there = play(there, other, as_file(state.sharing.made_file[2]), m.BroughtAdded())
    assert rows(there)[0].told["summary"] == rows(state)[0].told["summary"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("hello", "runs.json"),
        ({"experiments": 2, "runs": [{}]}, "is a list of experiments of version 2; only version 1 can be read."),
        ({"experiments": 1, "runs": []}, "without a run"),
        ({"experiments": 1, "runs": [{"settings": {"speed": 3}}]}, "“speed”, which is not known"),
        ('{"experiments": 1, "runs": [', "runs.json"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_loses_nothing(
    two: tuple[State, Trainer], content: object, words: str
) -> None:
    state, trainer = two
    before = rows(state)
    state = play(state, trainer, as_file(content))
    page = says(state)
    assert words in str(page["brought-text", "text"])
    assert page["brought-text", "class"] == "complaint"
    assert page["brought-add", "hidden"] is True
    state = play(state, trainer, m.BroughtAdded(), m.BroughtDropped())
    assert says(state)["brought", "hidden"] is True
    assert rows(state) == before


def test_of_a_file_with_damaged_parts_the_rest_is_offered_and_the_parts_are_told(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    good = {"settings": {"seed": "3", "epochs": "5"}}
    state = play(state, trainer, as_file({"experiments": 1, "runs": [good, {"settings": {"seed": "x"}}]}))
    assert says(state)["brought-add", "text"] == "Add 1 run"
    assert "Run 2: " in str(says(state)["brought-notes", "html"])


def test_a_thousand_runs_are_cut_and_no_kept_run_goes_for_them(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    state = play(state, trainer, as_file({"experiments": 1, "runs": HEAVY * 33}))
    assert "only the first 20 are read" in str(says(state)["brought-notes", "html"])
    state = play(state, trainer, m.BroughtAdded())
    assert len(state.runs.kept) == MOST_KEPT
    assert rows(state)[0].letter == "A"
    assert "There is room for only 19" in state.sharing.sharing_note
    assert says(state)["brought-add", "text"] == "Add 1 run"


def test_a_brought_program_is_said_and_waits(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    state = play(state, trainer, as_file({"experiments": 1, "runs": [{"settings": {"rule": MOMENTUM}}]}))
    assert "its Python was changed" in str(says(state)["brought-list", "html"])
    state = play(state, trainer, m.BroughtAdded())
    [run] = [run for run in rows(state) if run.settings["rule"] == pack_program(MOMENTUM)]
    assert run.waits
    assert run.told == {}


def test_a_link_stays_in_the_address_until_its_runs_are_looked_at(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    state = play(state, trainer, m.SharingSwitched(True))
    packed = state.sharing.out["packed"]
    assert runs_of(f"#seed=7&runs={packed}") == packed
    assert read_address(f"#runs={packed}")[1] == []
    there, other = ready()
    there = play(there, other, m.RunsBrought("link", "", packed))
    assert address_of(there) == f"runs={packed}"
    assert address_of(play(there, other, m.BroughtDropped())) == ""
    damaged = play(there, other, m.RunsBrought("link", "", packed[:-9]))
    assert says(damaged)["brought-text", "text"] == "This link is not complete."
