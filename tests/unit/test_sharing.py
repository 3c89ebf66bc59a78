"""Runs handed on and brought: files, a table and a link, which bring the same runs back, and nothing runs unasked."""

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.packed import pack, pack_list, pack_program, unpack_list
from perceptron.run_lists import read_runs
from perceptron.settings_table import DEFAULTS
from tests.examples import examples
from tests.unit.playing import Trainer, held, kept_run, ready, says, settle
from tests.unit.programs import MOMENTUM
from tests.unit.samples import CELSIUS
from web.page import messages as m
from web.page.address import address_of, read_address
from web.page.address import read_runs as runs_of
from web.page.runs import MOST_KEPT, rows
from web.page.state import State
from web.page.update import update
from web.page.views.runs import called

WHOLE = json.dumps(
    {
        "experiments": 1,
        "runs": [
            {"name": "<b>", "settings": {"seed": "7", "epochs": "40"}},
            {"settings": {"activation": "tanh", "epochs": "6"}, "row": 3, "data": "celsius"},
            {"name": "=1", "settings": {"epochs": "5", "rule": MOMENTUM}},
        ],
    }
)
WHOLE_PACKED = pack_list(WHOLE)
KEPT = ready(m.RunsRemembered([kept_run(letter="A", settings=dict(DEFAULTS), at=(3, 0))]), m.TabChosen("runs"))
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
    return m.RunsBrought("file", name, held(text.encode()))


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
    assert read_address(f"#runs={packed}&runs={packed}")[1] == [
        "The address brings runs more than once. The last ones count."
    ]
    assert "brings no runs" in read_address("#runs=&seed=5")[1][0]


def test_of_a_link_that_is_cut_off_the_whole_runs_are_offered(two: tuple[State, Trainer]) -> None:
    packed = play(*two, m.SharingSwitched(True)).sharing.out["packed"]
    there, other = ready()
    cut = play(there, other, m.RunsBrought("link", "", packed[:-20]))
    assert says(cut)["brought-text", "text"] == "The link that you opened brings 1 run."
    assert "It is damaged or cut off after 1 whole run." in str(says(cut)["brought-notes", "html"])
    cut = play(there, other, m.RunsBrought("link", "", packed[:20]))
    assert says(cut)["brought-text", "text"] == "This link is cut off before the end of its first run."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_a_file_may_be_written_as_any_unicode(two: tuple[State, Trainer], encoding: str) -> None:
    state, trainer = two
    content = play(state, trainer, m.RunsFileWanted("json")).sharing.made_file[2].encode(encoding)
    there, other = ready()
    there = play(there, other, m.RunsBrought("file", "a.json", held(content)))
    assert says(there)["brought-add", "text"] == "Add 2 runs"


@pytest.mark.parametrize("form", ["csv", "results", "history", "curves-svg"])
def test_another_file_of_the_page_is_no_list_of_runs_and_that_is_said(two: tuple[State, Trainer], form: str) -> None:
    state, trainer = two
    state = play(state, trainer, m.RunsFileWanted(form))
    name, _, content = state.sharing.made_file
    state = play(state, trainer, as_file(content, name))
    said = str(says(state)["brought-text", "text"])
    assert said.startswith(f"{name} {'is a web page, a picture' if 'svg' in form else 'does not begin as JSON does'}")


def test_runs_that_are_here_already_are_not_added_twice_and_that_is_said(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    content = json.loads(play(state, trainer, m.RunsFileWanted("json")).sharing.made_file[2])
    new = {"settings": {"seed": "3", "epochs": "5"}}
    state = play(state, trainer, as_file({**content, "runs": [new, *content["runs"], new]}), m.BroughtAdded())
    assert [run.letter for run in rows(state)] == ["A", "C", "B"]
    assert state.sharing.sharing_note == (
        "3 of these runs are here already, as the runs A, B, C, so they were not added again."
    )
    assert says(state)["brought", "hidden"] is True
    state = play(state, trainer, as_file({**content, "runs": [new]}), m.BroughtAdded())
    assert state.sharing.sharing_note == "One of these runs is here already as run C, so it was not added again."


def test_a_run_that_ended_within_an_epoch_comes_back_bit_for_bit(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    steps = [m.StepPressed()] * 5
    state = play(state, trainer, *steps, m.SharingSwitched(True), m.RunsFileWanted("json"), m.RunChosen("B"))
    assert state.here == (60, 5)
    assert "history in CSV ends with the last whole epoch" in str(says(state)["runs-out-note", "text"])
    assert "up to row 5 of epoch 61" in str(says(play(state, trainer, m.RunNamed("C", "")))["runs-body", "html"])
    there, other = ready()
    there = play(there, other, as_file(state.sharing.made_file[2]))
    assert "tanh, up to row 5 of epoch 61" in str(says(there)["brought-list", "html"])
    there = play(there, other, m.BroughtAdded())
    assert {run.at for run in rows(there)} == {run.at for run in rows(state)}
    ours = {run.at: run.told["summary"] for run in rows(state)}
    assert {run.at: run.told["summary"] for run in rows(there)} == ours


def with_a_run(state: State, **parts: object) -> State:
    """One more run, kept from an earlier visit, with other settings."""
    settings = {**state.form.settings, "seed": "5", **parts}
    return state.but(kept=(*state.runs.kept, kept_run(letter="K", settings=settings, at=(3, 0))))


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"data": "1AAAA"}, "Packed data: is not complete."),
        ({"start": "1,2,3,4"}, "A start set by hand must have 3 numbers"),
    ],
)
def test_a_run_that_is_broken_spoils_no_file_of_the_others(
    two: tuple[State, Trainer], parts: dict[str, str], why: str
) -> None:
    state, trainer = two
    state = play(with_a_run(state, **parts), trainer, m.SharingSwitched(True))
    assert len(str(says(state)["runs-markdown", "value"]).splitlines()) == 4
    assert why in str(says(state)["runs-out-note", "text"])
    assert len(read_runs(unpack_list(state.sharing.out["packed"])).runs) == 2
    state = play(state, trainer, m.RunsFileWanted("json"))
    assert state.sharing.made_file[0] == "runs-2.json"
    assert why in state.sharing.sharing_note
    state = play(state, trainer, m.RunsFileWanted("csv"))
    assert state.sharing.made_file[0] == "runs-2.csv"
    assert "has no numbers yet" in state.sharing.sharing_note


def test_without_a_run_that_has_numbers_there_is_no_table_and_that_is_said() -> None:
    state, trainer = ready()
    state = play(state, trainer, as_file({"experiments": 1, "runs": [{"settings": {"rule": MOMENTUM}}]}))
    state = play(state, trainer, m.BroughtAdded(), m.RunsFileWanted("csv"))
    assert state.sharing.made_file == ()
    assert state.sharing.sharing_note.startswith("There is no run to write. “changed Python” has no numbers yet")
    state = play(state, trainer, m.RunsFileWanted("json"))
    assert state.sharing.made_file[0] == "runs-1.json"


def test_a_run_past_the_epochs_that_a_setting_may_have_is_in_the_table_and_told_to_be_in_no_list(
    two: tuple[State, Trainer],
) -> None:
    state, trainer = two
    [long] = [run.but(at=(2_000_000, 0), letter="K", settings={**run.settings, "seed": "7"}) for run in rows(state)[:1]]
    state = play(state.but(kept=(*state.runs.kept, long)), trainer, m.RunsFileWanted("csv"))
    assert state.sharing.made_file[0] == "runs-3.csv"
    state = play(state, trainer, m.RunsFileWanted("json"))
    assert state.sharing.made_file[0] == "runs-2.json"
    assert "is left out: Epochs must be a whole number from 1 to 1,000,000;" in state.sharing.sharing_note


def test_where_the_link_would_be_too_long_the_table_is_there_all_the_same(
    two: tuple[State, Trainer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("perceptron.packed.MOST_PACKED", 50)
    state = play(*two, m.SharingSwitched(True))
    assert len(str(says(state)["runs-markdown", "value"]).splitlines()) == 4
    assert says(state)["runs-link-text", "value"] == ""
    assert "50 are the most that an address may hold" in str(says(state)["runs-out-note", "text"])


def test_a_file_that_this_page_could_not_open_again_says_so(
    two: tuple[State, Trainer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.worker.runs_out.MOST_WRITTEN", 50)
    state = play(*two, m.RunsFileWanted("json"))
    assert state.sharing.sharing_note.startswith("runs-2.json is made. It is larger than 8 MB")


def test_the_numbers_of_the_table_are_those_of_the_files(two: tuple[State, Trainer]) -> None:
    state, trainer = two
    state = play(state, trainer, m.RunNamed("B", ""), m.SharingSwitched(True), m.RunsFileWanted("csv"))
    body = str(says(state)["runs-body", "html"])
    screen = [[plain_text(cell) for cell in re.findall("<t[dh].*?</t[dh]>", row)] for row in body.split("</tr>")[:-1]]
    markdown = [line.split(" | ") for line in str(says(state)["runs-markdown", "value"]).splitlines()[2:]]
    table = list(csv.DictReader(io.StringIO(state.sharing.made_file[2])))
    for shown, copied, written in zip(screen, markdown, table, strict=True):
        right, r_squared, error, best = [cell.partition(" ")[0] for cell in shown[2:]]
        assert right == written["Right"]
        assert float(r_squared.replace("−", "-")) == pytest.approx(float(written["R²"]), abs=5e-5)
        assert float(error) == pytest.approx(float(written["Mean absolute error"]), abs=5e-5)
        assert best.replace(",", "") == written["Epochs to its best"]
        for cell, copy in zip(shown[2:], copied[1:], strict=False):
            value, _, difference = copy.partition(" (")
            assert cell.startswith(value)
            assert difference.removesuffix(")") in cell


def plain_text(html: str) -> str:
    """What a person reads of it."""
    return " ".join(re.sub("<[^>]*>", " ", html).split())


@examples(40)
@given(st.data())
def test_whatever_a_file_or_a_link_brings_is_shown_and_nothing_that_is_there_goes(data: st.DataObject) -> None:
    state, trainer = KEPT
    text = data.draw(st.sampled_from([WHOLE, unpack_list(WHOLE_PACKED)]))
    place, length = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 20))
    letters = st.text(st.sampled_from('{}[]":,<>&=1e9-+\\nu \u202e\0'), max_size=4)
    text = text[:place] + data.draw(letters) + text[place + length :]
    packed = WHOLE_PACKED[:place] + data.draw(st.text("AZ_-1", max_size=3)) + WHOLE_PACKED[place + length :]
    after = play(state, trainer, data.draw(st.sampled_from([as_file(text), m.RunsBrought("link", "", packed)])))
    page = says(after)
    assert page["brought", "hidden"] is False
    assert page["brought-text", "text"]
    assert not re.search("<(?!/?li>)", f"{page['brought-list', 'html']}{page['brought-notes', 'html']}")
    assert bool(page["brought-add", "hidden"]) == (page["brought-text", "class"] == "complaint")
    assert (rows(after), after.here) == (rows(state), state.here)
    added = play(after.but(halted=True), trainer, m.BroughtAdded())
    assert rows(added)[: len(rows(state))] == rows(state)
    assert all(not run.told for run in rows(added)[len(rows(state)) :])
