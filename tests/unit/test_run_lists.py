"""A list of runs as a file: what is written is read again, and what is wrong in it is told without losing the rest."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.datasets import ARTICLE
from perceptron.experiments import as_experiment
from perceptron.limits import MOST_OF_A_RUNS_NAME
from perceptron.packed import pack_list, pack_program, unpack_list
from perceptron.presets import PRESETS
from perceptron.program import own_program_of
from perceptron.run_lists import MOST_RUNS_IN_THE_PAGE, Listed, as_list, read_runs
from perceptron.settings import Settings
from tests.examples import examples
from tests.unit.test_experiments import OWN, TEXTS
from tests.unit.test_packed import NAMES, bits, data_sets

MINE = replace(PRESETS["or"], name="own")
PROGRAM = own_program_of(Settings()) + "\n# mine\n"
LIST = [
    Listed("", {}, ARTICLE),
    Listed("fast", {"learning_rate": "1"}, ARTICLE),
    Listed("my OR", {"activation": "tanh"}, MINE),
    Listed("", {"bias": "off"}, MINE),
    Listed("mine", {"rule": pack_program(PROGRAM)}, PRESETS["xor"], 3),
]


def test_a_list_comes_back() -> None:
    assert read_runs(as_list(LIST)) == (tuple(LIST), ())


def test_a_person_can_read_it_and_shared_data_stands_there_once() -> None:
    assert as_list(LIST[:4]) == (
        "{\n"
        '  "experiments": 1,\n'
        '  "data": {\n'
        '    "own 1": {"input_names": ["A", "B"], "target_name": "A OR B", "decimals": 0, '
        '"training_inputs": [[0, 0], [0, 1], [1, 0], [1, 1]], "training_outputs": [0, 1, 1, 1], '
        '"test_inputs": "same"}\n'
        "  },\n"
        '  "runs": [\n'
        '    {"settings": {}, "data": "article"},\n'
        '    {"name": "fast", "settings": {"learning_rate": "1"}, "data": "article"},\n'
        '    {"name": "my OR", "settings": {"activation": "tanh"}, "data": "own 1"},\n'
        '    {"settings": {"bias": "off"}, "data": "own 1"}\n'
        "  ]\n"
        "}"
    )


def test_its_settings_are_those_of_the_runs() -> None:
    runs = read_runs(as_list(LIST)).runs
    assert [run.settings for run in runs] == [
        Settings(),
        Settings(learning_rate=1.0),
        Settings(MINE, activation="tanh"),
        Settings(MINE, bias="off"),
        Settings(PRESETS["xor"], rule=PROGRAM),
    ]
    assert [run.has_changed_program for run in runs] == [False, False, False, False, True]
    assert runs[2].data is runs[3].data


def test_one_experiment_is_a_list_of_one() -> None:
    assert read_runs(as_experiment(TEXTS, PRESETS["iris"])) == ((Listed("", TEXTS, PRESETS["iris"]),), ())


@examples(25)
@given(
    st.lists(
        st.builds(
            Listed,
            st.just("") | NAMES.map(str.strip),
            st.lists(st.sampled_from(sorted(TEXTS.keys() - {"start", "loss", "legs", "scaling"}))).map(
                lambda names: {name: TEXTS[name] for name in names}
            ),
            data_sets() | st.sampled_from(list(PRESETS.values())),
            st.just(0),
        ),
        min_size=1,
        max_size=5,
    ),
    st.integers(0, 27),
)
def test_any_list_comes_back_bit_for_bit(runs: list[Listed], row: int) -> None:
    runs = [run._replace(row=row % len(run.data.training)) for run in runs]
    read, refused = read_runs(as_list(runs))
    assert (list(read), refused) == (runs, ())
    assert [bits(run.data) for run in read] == [bits(run.data) for run in runs]


def written(*runs: object, **parts: object) -> str:
    return json.dumps({"experiments": 1, "runs": runs, **parts})


GOOD = {"settings": {"seed": "7"}}
# What is wrong with a run of a list, of which the others can be used.
WRONG: dict[str, tuple[object, str]] = {
    "no object": (3, "Run 2: is none; a run is an object with the keys name, settings, row, data."),
    "null": (None, "Run 2: is none;"),
    "a key that is not known": ({"setings": {}}, "Run 2: “setings” is not known; a run has the keys name,"),
    "a name that is none": ({"name": 3}, "Run 2: “name” must be a text."),
    "a setting that is not known": (
        {"name": "a\nb", "settings": {"momentum": "1"}},
        "Run 2 (a�b): “settings” holds “momentum”, which is not known;",
    ),
    "a rate that is not allowed": (
        {"settings": {"learning_rate": "1e9"}},
        "Run 2: Learning rate must be a number from",
    ),
    "settings that do not go together": (
        {"name": "mine", "settings": {"loss": "cross-entropy", "activation": "tanh"}},
        "Run 2 (mine): The loss cross-entropy needs the activation sigmoid;",
    ),
    "a start of too few numbers": ({"settings": {"start": "1"}}, "Run 2: A start set by hand must have 3 numbers"),
    "data that is not there": ({"data": "own 7"}, "Run 2: “data” must be one of article,"),
    "data that is wrong": ({"data": "bad"}, "Run 2: “data”: “training_inputs” is missing."),
    "a row that there is not": ({"row": 28}, "Run 2: “row” must be a whole number from 0 to 27, the rows that"),
    "half a row": ({"row": 0.5}, "Run 2: “row” must be a whole number from 0 to 27, the rows that the run has met"),
    "a row past all": ({"row": 10**400}, "Run 2: “row” must be a whole number from 0 to 27,"),
    "a row that is a text": ({"row": "3"}, "Run 2: “row” must be a whole number from 0 to 27,"),
    "a row that is true": ({"row": True}, "Run 2: “row” must be a whole number from 0 to 27,"),
    "own data called like a preset": ({"data": "xor"}, "Run 2: “xor” is a data set that the program knows, but"),
    "a program too long": ({"settings": {"rule": "#" * 30_000}}, "Run 2: “rule” has 30,000 characters;"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_run_is_told_and_the_others_are_offered(name: str) -> None:
    wrong, complaint = WRONG[name]
    read, refused = read_runs(written(GOOD, wrong, {"data": "mine"}, data={"bad": {}, "mine": OWN, "xor": OWN}))
    assert [dict(run.texts) for run in read] == [{"seed": "7"}, {}]
    assert len(refused) == 1
    assert refused[0].startswith(complaint)
    assert refused[0].isprintable()


def test_a_list_of_a_thousand_runs_is_read_as_far_as_there_is_room() -> None:
    text = written(*[{"settings": {"seed": str(seed)}} for seed in range(1_000)])
    read, refused = read_runs(text, most=MOST_RUNS_IN_THE_PAGE)
    assert [run.texts.get("seed") for run in read] == [str(seed) for seed in range(20)]
    assert refused == ("The list has 1,000 runs; only the first 20 are read.",)
    assert len(read_runs(text).runs) == 1_000


def test_of_a_list_that_is_cut_off_anywhere_the_whole_runs_are_read() -> None:
    text = as_list(LIST)
    for length in range(len(text)):
        try:
            read, refused = read_runs(text[:length])
        except ValueError as error:
            assert str(error).isprintable()
            continue
        assert read == tuple(LIST[: len(read)])
        assert refused == (f"It is damaged or cut off after {len(read)} whole run{'s' * (len(read) > 1)}.",)


def test_before_a_damaged_place_the_runs_are_read() -> None:
    text = as_list(LIST).replace('"my OR"', '"my OR')
    read, refused = read_runs(text)
    assert read == tuple(LIST[:2])
    assert refused == ("It is damaged or cut off after 2 whole runs.",)


HOSTILE: dict[str, tuple[str, str]] = {
    "nothing": ("", "is empty."),
    "only a mark of the order of bytes": ("\ufeff \n", "is empty."),
    "a picture": ("<svg/>", "is a web page, a picture or other XML, and not JSON; a list of experiments is one JSON"),
    "a list": ("[1]", "a list of experiments is one JSON object with the keys experiments, data and runs."),
    "a later version": (written(GOOD, experiments=2), "is a list of experiments of version 2; only version 1 can be"),
    "a text as version": (written(GOOD, experiments="1"), "“experiments” must be the version, which is 1; a list"),
    "a number past all": ('{"experiments": ' + "9" * 5_000 + "}", "is a list of experiments of version 99999"),
    "NaN": ('{"experiments": NaN}', "“experiments” must be the version"),
    "no runs": ('{"experiments": 1}', "“runs” must be a list of runs;"),
    "runs that are none": ('{"experiments": 1, "runs": {}}', "“runs” must be a list of runs;"),
    "an empty list": (written(), "is a list of experiments without a run."),
    "only wrong runs": (written(1, 2), "has no run that can be used. Run 1: is none;"),
    "another key": (written(GOOD, run=1), "“run” is not known;"),
    "a key twice": ('{"experiments": 1, "experiments": 1, "runs": []}', "“experiments” appears more than once."),
    "nested": ('{"experiments": 1, "runs": ' + "[" * 100_000, "is nested too deeply"),
    "unclosed brackets": ('{"experiments": 1, "runs": [' + "{" * 90, "is not JSON"),
    "a table": ("1,2\n3,4", "does not begin as JSON does; it may be a table or other text, but a list of"),
    "a number": ("1", "does not begin as JSON does;"),
    "a text": ('"runs"', "does not begin as JSON does;"),
    "null": ("null", "does not begin as JSON does;"),
    "infinite": ('{"experiments": 1e999999999, "runs": []}', "is a list of experiments of version 1E+999999999; only"),
    "an experiment whose settings do not go together": (
        as_experiment({"loss": "cross-entropy", "activation": "tanh"}, ARTICLE),
        "The loss cross-entropy needs the activation sigmoid;",
    ),
    "an experiment cut off": (as_experiment(TEXTS, MINE)[:-40], "is not JSON"),
    "data alone": (
        json.dumps(OWN),
        "holds data without an experiment; “Open a file” in the tab Data and “--data” read it.",
    ),
    "another object": ("{}", "“experiment” is missing;"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_list_of_runs_is_refused_in_one_sentence(name: str) -> None:
    text, complaint = HOSTILE[name]
    with pytest.raises(ValueError, match=r".") as raised:
        read_runs(text)
    assert str(raised.value).startswith(complaint)
    assert str(raised.value).isprintable()


@given(st.text(st.sampled_from('{}[]":,1 experimntsrugda\n'), max_size=80) | st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    for whole in (text, '{"experiments": 1, "runs": [' + text):
        try:
            read_runs(whole)
        except ValueError as error:
            assert str(error).isprintable()


def test_a_data_list_that_is_none_spoils_only_who_uses_it() -> None:
    read, refused = read_runs(written(GOOD, {"data": "own 1"}, data=[1]))
    assert len(read) == 1
    assert len(refused) == 1


@pytest.mark.parametrize("name", ["x" * 10_000, "tur\u202en", "x" * 81, "\ud800"])
def test_a_name_that_cannot_stay_is_told_and_its_run_is_read(name: str) -> None:
    told: list[str] = []
    [run] = read_runs(written({"name": name}), told.append).runs
    assert len(run.name) <= MOST_OF_A_RUNS_NAME
    assert told == [f"Run 1 is called “{run.name}” here: a name has at most 80 characters, and all can be seen."]
    assert read_runs(as_list([run])).runs == (run,)


@pytest.mark.parametrize("name", ["=1+1", "<b>", "x" * 80, "a, b", "“”", "{}", "%s", " "])
def test_any_other_name_stays_and_nothing_is_told(name: str) -> None:
    told: list[str] = []
    [run] = read_runs(written({"name": name}), told.append).runs
    assert (run.name, told) == (name.strip(), [])


WRONG_TYPES: st.SearchStrategy[object] = st.sampled_from(
    [None, True, -1, 0.5, 10**400, "", "x", "=1", [], {}, [[]], {"": 0}, ["x"] * 3, {"settings": {}}, "NaN", "1e999"]
)


@st.composite
def with_a_wrong_part(draw: st.DrawFn) -> str:
    """A list of runs in which anything stands in the place of one part, however deep, or beside it."""
    content = json.loads(as_list(LIST))
    part = content
    while True:
        key = draw(st.sampled_from(sorted(part)) if isinstance(part, dict) else st.integers(0, len(part) - 1))
        if not isinstance(part[key], dict | list) or not part[key] or draw(st.booleans()):
            break
        part = part[key]
    if isinstance(part, dict) and draw(st.booleans()):
        key = draw(st.sampled_from(["", "name", "row", "data", "settings", "epochs", "own 1", "momentum", "rule"]))
    part[key] = draw(WRONG_TYPES)
    return json.dumps(content)


@examples(150)
@given(with_a_wrong_part())
def test_with_any_part_wrong_the_other_runs_are_read_or_one_sentence_says_why_none_is(text: str) -> None:
    told: list[str] = []
    try:
        read, refused = read_runs(text, told.append)
    except ValueError as error:
        assert str(error).isprintable()
        return
    assert all(sentence.isprintable() for sentence in (*refused, *told))
    assert len(read) + len(refused) == len(json.loads(text)["runs"])
    assert [run.settings for run in read]
    assert read_runs(as_list(read)) == (read, ())


@examples(150)
@given(st.data())
def test_a_list_with_any_letters_damaged_is_read_or_refused(data: st.DataObject) -> None:
    text = as_list(LIST)
    place = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 30))
    text = (
        text[:place]
        + data.draw(st.text(st.characters(categories=["L", "N", "P", "S", "Cc"]), max_size=5))
        + text[place + length :]
    )
    try:
        read, refused = read_runs(text)
    except ValueError as error:
        assert str(error).isprintable()
        return
    assert all(sentence.isprintable() for sentence in refused)
    assert read
    assert [run.settings for run in read]


@pytest.mark.parametrize("length", range(2, 200, 7))
def test_of_a_link_that_is_cut_off_the_whole_runs_are_read(length: int) -> None:
    packed = pack_list(as_list(LIST))
    try:
        text = unpack_list(packed[: -length or None])
    except ValueError as error:
        assert str(error) == "is cut off before the end of its first run."
        return
    assert as_list(LIST).startswith(text)
    read, refused = read_runs(text)
    assert read == tuple(LIST[: len(read)])
    assert (text == as_list(LIST)) == (refused == ())
    assert all(sentence.startswith("It is damaged or cut off after") for sentence in refused)


@examples(200)
@given(st.data())
def test_a_link_with_one_other_letter_is_told_to_be_damaged_or_cut_off(data: st.DataObject) -> None:
    packed = pack_list(as_list(LIST))
    place = data.draw(st.integers(1, len(packed) - 1))
    letter = data.draw(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"))
    try:
        text = unpack_list(packed[:place] + letter + packed[place + 1 :])
    except ValueError as error:
        assert str(error).isprintable()
        return
    # The last letter may have bits that stand for nothing.
    assert text == as_list(LIST) or read_runs(text).refused or letter == packed[place]


def test_a_link_without_a_check_is_read_all_the_same() -> None:
    assert unpack_list(pack_program(as_list(LIST[:2]))) == as_list(LIST[:2])


@pytest.mark.parametrize("packed", ["", "1", "1A.", "1 ", "1AA%", "article"])
def test_what_is_no_packed_list_is_refused(packed: str) -> None:
    with pytest.raises(ValueError, match=r"^is damaged: it is empty or has letters that packed runs do not have\.$"):
        unpack_list(packed)


def test_what_is_said_of_data_is_told_once() -> None:
    told: list[str] = []
    read_runs(written({"data": "own 1"}, {"data": "own 1"}, data={"own 1": {**OWN, "note": "mine"}}), told.append)
    assert told == ["“note” is not used."]
