"""Own data in the page: it is read while it is typed, and is the run's only when the person says so."""

from dataclasses import replace
from typing import Any

import pytest

from perceptron.aspects import TRAINING_ROWS_A_PAGE
from perceptron.datasets import ARTICLE
from perceptron.experiments import read_experiment
from perceptron.limits import MOST_IN_THE_BOX
from perceptron.packed import unpack
from perceptron.settings_table import DEFAULTS
from tests.malformed import MALFORMED
from tests.unit.playing import Trainer, held, place, ready, says, settle
from web.page import messages as m
from web.page.address import read_address, write_address
from web.page.request import next_request
from web.page.state import State
from web.page.update import update
from web.page.update.choices import GIVE_IT
from web.page.update.data import NOTHING_TO_USE
from web.page.views.data import view

SHEET = "hours;sleep;passed\n1,5;7;0\n2;6,5;0\n3,5;8;1\n5;7,5;1\n"


def told(*those: object, of: tuple[State, Trainer] | None = None) -> tuple[State, Trainer]:
    state, trainer = of or ready()
    for message in those:
        state = settle(update(state, message), trainer)
    return state, trainer


def opened(name: str, content: bytes) -> m.FileOpened:
    return m.FileOpened(name, held(content))


def typed(text: str) -> m.OwnTyped:
    return m.OwnTyped(text if len(text) <= MOST_IN_THE_BOX else held(text.encode("utf-8", "replace")))


def tab(*those: object, of: tuple[State, Trainer] | None = None) -> tuple[State, Trainer]:
    return told(m.TabChosen("data"), *those, of=of)


def test_choosing_your_own_opens_the_tab_and_the_old_data_stays() -> None:
    state, _ = told(m.ChoiceMade("data", "own"))
    assert state.look.tab == "data"
    assert state.form.settings == DEFAULTS
    # The list shows what is in use, so whoever does not see the tab open must hear of it.
    assert (says(state)["choose-data", "choice"], says(state)["spoken", "text"]) == ("article", GIVE_IT)
    assert str(says(state)["data-in-use", "text"]).startswith("The article’s sums: 28 training rows, 25 test rows")


def test_what_is_typed_is_read_and_changes_nothing_until_it_is_used() -> None:
    state, trainer = tab(m.OwnTyped(SHEET))
    page = says(state)
    assert page["own-reading", "text"] == (
        "Read as: 4 rows, 2 inputs (hours, sleep) → passed; semicolons, decimal comma, header."
    )
    assert "<td>1.5</td><td>7</td><td>0</td>" in str(page["own-preview", "html"])
    assert state.form.settings == DEFAULTS
    state, trainer = told(m.UsePressed(), of=(state, trainer))
    data = trainer.run.settings.data
    assert (data.input_names, data.target_name, len(data.training)) == (("hours", "sleep"), "passed", 4)
    assert says(state)["choose-data", "choice"] == "own"
    assert str(says(state)["data-in-use", "text"]).startswith("Your own data: 4 rows, all for training and test")
    assert "score does not tell" in str(says(state)["data-facts", "html"])
    state = settle(update(state, m.TrainPressed()), trainer)
    assert state.run == "trained"


def test_only_the_latest_text_is_read_when_python_was_busy() -> None:
    state, trainer = tab()
    for end in range(1, len(SHEET) + 1):
        state = update(state, m.OwnTyped(SHEET[:end]))
    request = next_request(state)
    assert request["do"][:3] == ["read", "", SHEET]
    state = settle(state, trainer)
    assert not next_request(state)


def test_a_press_before_python_is_there_is_kept() -> None:
    state = State()
    for message in (m.OwnTyped(SHEET), m.UsePressed()):
        state = update(state, message)
    assert says(state.but(tab="data"))["own-wait", "text"]
    trainer = Trainer()
    state = settle(update(state, m.TrainerReady()), trainer)
    assert trainer.run.settings.data.target_name == "passed"


def test_whoever_goes_on_typing_does_not_get_what_stood_there_before() -> None:
    state, trainer = tab(m.OwnTyped(SHEET))
    state = update(state, m.UsePressed())
    request = next_request(state)
    assert request["do"][0] == "use"
    state = update(state, m.RequestSent(request, 0.0))
    state = update(state, m.OwnTyped(SHEET + "9;9;1\n"))
    state = settle(update(state, m.RequestAnswered(trainer.reply(request), 1.0)), trainer)
    assert state.form.settings == DEFAULTS
    assert "5 rows" in str(says(state)["own-reading", "text"])


@pytest.mark.slow
@pytest.mark.parametrize("name", MALFORMED)
def test_what_cannot_be_read_is_refused_with_its_sentence_and_all_stays(name: str) -> None:
    """The same texts and files as on the command line, with the same sentences."""
    content, complaint = MALFORMED[name]
    given = typed(content) if isinstance(content, str) else opened("data", content)
    before = tab(m.OwnTyped(SHEET), m.UsePressed(), m.OwnTyped(""))
    state, _ = told(given, m.UsePressed(), of=before)
    page = says(state)
    found = [str(page["own-refusal", "text"]), str(page["own-complaint", "text"])]
    sentence = complaint.partition(" Choose with --")[0]
    beginning = "This text" if isinstance(content, str) else "data"
    expected = {f"{beginning}: {sentence}", f"{beginning} {sentence}", NOTHING_TO_USE}
    assert expected & set(found), found
    assert state.form.settings == before[0].form.settings
    assert not state.own.using
    if complaint != "is empty.":
        assert NOTHING_TO_USE not in found


def test_a_text_that_is_too_large_is_not_taken_for_the_one_before() -> None:
    before = tab(m.OwnTyped(SHEET))
    state, _ = told(m.OwnTyped(held(b"1,2\n" * 2_000_001)), m.UsePressed(), of=before)
    assert says(state)["own-complaint", "text"] == "This text is larger than 8 MB, the most that is read."
    assert (state.form.settings, state.own.pasted, state.own.using) == (before[0].form.settings, "", False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_decoded_as_on_the_command_line_and_stands_in_the_box(encoding: str) -> None:
    text = "größe;schlaf;note\r\n1,5;7;2\r\n2;6,5;3\r\n"
    state, trainer = tab(opened("noten.csv", text.encode(encoding)))
    page = says(state)
    assert page["own-text", "value"] == text.removeprefix("\ufeff")
    assert "2 inputs (größe, schlaf) → note; semicolons, decimal comma" in str(page["own-reading", "text"])
    assert ("Windows-1252" in str(page["own-reading", "text"])) is (encoding == "cp1252")
    told(m.UsePressed(), of=(state, trainer))
    assert trainer.run.settings.data.input_names[0] == "größe"


@pytest.mark.slow
def test_a_long_file_is_used_but_not_shown() -> None:
    rows = "".join([f"{n / 8},{n % 7},{n % 2}\n" for n in range(10_000)])
    state, trainer = tab(opened("long.csv", rows.encode()))
    page = says(state)
    assert page["own-text", "value"] == ""
    assert page["own-text", "placeholder"] == "long.csv is too long to show here. Its first rows are shown below."
    assert str(page["own-file-name", "text"]).startswith("long.csv is open. You can use it as it is.")
    assert page["own-preview-place", "hidden"] is False
    state, _ = told(m.UsePressed(), of=(state, trainer))
    assert len(trainer.run.settings.data.training) == 10_000
    assert "mail and chat programs may cut it" in str(says(state)["data-address", "text"])


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('{"settings": {"activation": "linear"}, "data": "xor"}', "“experiment” is missing; an experiment is"),
        ('{"data": "xor"}', "“experiment” is missing; an experiment is"),
        ('{"Experimnt": 1, "settings": {}}', "“experiment” is missing; an experiment is"),
        ('{"training_inputs": [[1, 2]], "data": "mine"}', "“training_outputs” is missing."),
        ('{"training_input": [[1, 2]]}', "“training_input” is not known; write “training_inputs”."),
        ('{"notes": "mine"}', "“training_inputs” is missing."),
    ],
)
def test_an_object_with_a_key_too_few_or_misspelt_names_the_right_key(text: str, complaint: str) -> None:
    state, _ = tab(m.OwnTyped(text))
    joint = " " if complaint.startswith("is ") else ": "
    assert str(says(state)["own-refusal", "text"]).startswith(f"This text{joint}{complaint}")


def test_the_last_rows_that_a_neuron_can_learn_from_stay_and_say_why() -> None:
    state, trainer = tab(m.OwnTyped("1,2,3\n4,5,6\n7,8,9"), m.UsePressed())
    state, trainer = told(m.RowRemoved(2), of=(state, trainer))
    state, trainer = told(m.RowRemoved(1), of=(state, trainer))
    assert len(trainer.run.settings.data.training) == 2
    assert says(state)["row-1-complaint", "text"] == (
        "This row stays, because the neuron needs at least two rows to learn from."
    )


def test_a_refused_file_leaves_what_was_typed() -> None:
    state, _ = tab(m.OwnTyped(SHEET), opened("sheet.pdf", b"%PDF-1.7\n"))
    page = says(state)
    assert page["own-text", "value"] == SHEET
    assert page["own-refusal", "text"] == "sheet.pdf is a PDF; copy its table into a text file."
    state, _ = told(m.FileRefused("big.csv is larger than 2 MB, the most that is read."), of=(state, Trainer()))
    assert says(state)["own-complaint", "text"] == "big.csv is larger than 2 MB, the most that is read."


@pytest.mark.parametrize(
    "other",
    [
        *(m.OwnTyped("7,8\n9,x\n3,1\n"), m.OwnTyped("7,8\n9,9\n"), m.OwnTyped(""), opened("sheet.pdf", b"%PDF-1.7\n")),
        *(opened("long.csv", b"1,2\n" * 6_000), m.WayChosen("header", "no"), m.FileRefused("x.csv could not be read.")),
    ],
)
def test_that_data_is_in_use_is_said_until_other_data_is_given(other: object) -> None:
    used = tab(m.OwnTyped("1,2\n3,4\n5,6\n"), m.UsePressed())
    assert says(used[0])["own-used", "hidden"] is False
    state, _ = told(other, of=used)
    assert says(state)["own-used", "hidden"] is True
    assert state.form.settings == used[0].form.settings


def test_an_undo_in_the_box_does_not_close_a_file_that_is_too_long_for_it() -> None:
    """Chromium tells of the undo, though the box stays as it is."""
    before = tab(m.OwnTyped(SHEET), opened("long.csv", b"1,2\n" * 6_000))
    state, _ = told(m.OwnTyped(""), of=before)
    assert state.own.opened_file == before[0].own.opened_file
    state, _ = told(m.UsePressed(), of=(state, Trainer()))
    assert len(data_of(state).training) == 6_000
    state, _ = told(m.OwnTyped(SHEET), of=(state, Trainer()))
    assert state.own.opened_file == ()


def test_of_two_refused_files_only_the_last_is_told() -> None:
    state, _ = tab(opened("x.csv", b"%PDF-1.7\n"), m.FileRefused("x.csv is larger than 8 MB, the most that is read."))
    page = says(state)
    assert page["own-complaint", "text"] == "x.csv is larger than 8 MB, the most that is read."
    assert page["own-refusal", "text"] == ""


def test_where_two_readings_fit_the_person_chooses() -> None:
    state, trainer = tab(m.OwnTyped("x;y\n1,200;3,400\n1,300;4,500\n"))
    page = says(state)
    assert str(page["own-refusal", "text"]).startswith("This text can be read in 2 ways: line 2, “1,200;3,400”, is")
    assert page["own-which", "hidden"] is False
    assert ">1.2 | 3.4 with semicolons and a decimal comma</button>" in str(page["own-readings", "html"])
    state, _ = told(m.ReadingChosen("semicolon", "comma"), m.UsePressed(), of=(state, trainer))
    assert trainer.run.settings.data.training[0].inputs == (1.2,)


@pytest.mark.parametrize(
    ("ways", "training", "test", "target"),
    [
        ({"target": "hours"}, 4, 4, "hours"),
        ({"test": "every", "every": "2"}, 2, 2, "passed"),
        ({"test": "share", "percent": "25", "seed": "3"}, 3, 1, "passed"),
        ({"test": "column", "column": "passed"}, 2, 2, "sleep"),
        ({"header": "yes", "separator": "semicolon", "decimal": "comma"}, 4, 4, "passed"),
    ],
)
def test_how_it_is_read_can_be_switched(ways: dict[str, str], training: int, test: int, target: str) -> None:
    chosen = [m.WayChosen(name, text) for name, text in ways.items()]
    state, trainer = tab(m.OwnTyped(SHEET), *chosen, m.UsePressed())
    data = trainer.run.settings.data
    assert (len(data.training), len(data.test), data.target_name) == (training, test, target)
    page = {(name, kind): value for name, kind, value in view(state)}
    for name, text in ways.items():
        shown = page.get((f"own-{name}", "choice"), page.get((f"own-{name}", "value")))
        assert shown == text or f'value="{text}" selected' in str(page[f"own-{name}", "html"])


def test_a_column_is_offered_when_one_says_which_rows_are_for_the_test() -> None:
    state, _ = tab(m.OwnTyped(SHEET), m.WayChosen("test", "column"))
    assert 'value="hours" selected' in str(says(state)["own-column", "html"])
    assert "a column that chooses the test rows says test or training" in str(says(state)["own-refusal", "text"])


def test_names_are_never_taken_for_markup() -> None:
    state, _ = tab(m.OwnTyped("a,<b>x</b>,'\"\n1,2,3\n3,4,5\n"), m.UsePressed())
    page = says(state)
    for name in ("data-heads", "data-rows", "new-cells", "own-preview", "own-target"):
        assert "<b>" not in str(page[name, "html"])
        assert "&lt;b&gt;x&lt;/b&gt;" in str(page[name, "html"])


def test_data_that_the_other_settings_do_not_allow_is_refused_where_it_was_given() -> None:
    state, _ = tab(m.ChoiceMade("loss", "cross-entropy"), m.OwnTyped("1,2\n3,4\n"), m.UsePressed())
    assert state.form.settings["data"] == "article"
    assert "needs targets from 0 to 1" in str(says(state)["own-complaint", "text"])


@pytest.mark.parametrize(
    ("given", "marked"), [(m.OwnTyped("1,2\n3\n"), "own-text"), (opened("rows.csv", b"1,2\n3\n"), "own-file")]
)
def test_the_place_where_wrong_data_was_given_is_marked(given: object, marked: str) -> None:
    page = says(tab(given)[0])
    assert [name for name in ("own-text", "own-file") if page[name, "aria-invalid"]] == [marked]


# The training rows.


def data_of(state: State) -> Any:
    return unpack(state.form.settings["data"])


def test_a_cell_that_is_changed_makes_own_data_and_another_run() -> None:
    state, trainer = tab(m.TrainPressed(), m.CellTyped(1, 2, "0,9"))
    assert data_of(state).training[1].target == 0.9
    assert data_of(state).test == ARTICLE.test
    assert state.epoch == 0
    assert state.form.question == ("0.2", "0.1")
    assert says(state)["cell-1-2", "value"] == "0.9"
    state, _ = told(m.RunBeforePressed(), of=(state, trainer))
    assert state.form.settings["data"] == "article"
    assert state.epoch == 10_000


def test_beside_the_rows_it_is_said_that_a_change_began_training_anew_with_the_way_back() -> None:
    state, trainer = tab(m.CellTyped(1, 2, "0.9"))
    assert says(state)["rows-changed", "hidden"] is True  # nothing had been trained
    state, trainer = tab(m.TrainPressed())
    trained = place(state)
    assert says(state)["rows-changed", "hidden"] is True
    state, _ = told(m.CellTyped(1, 2, "0.9"), of=(state, trainer))
    assert place(state) == (0, 0, "untrained")
    assert says(state)["rows-changed", "hidden"] is False
    state, _ = told(m.RunBeforePressed(), of=(state, trainer))
    assert place(state) == trained
    assert says(state)["rows-changed", "hidden"] is True


def test_a_bad_cell_is_complained_about_beside_it_and_the_old_value_stays() -> None:
    state, trainer = tab(m.CellTyped(1, 0, "x"))
    page = says(state)
    assert page["row-1-complaint", "text"] == "First number must be a number; “x” is not. The old value stays in use."
    assert (page["cell-1-0", "value"], page["cell-1-0", "aria-invalid"]) == ("x", "true")
    assert state.form.settings == DEFAULTS
    state, _ = told(m.CellTyped(1, 0, "0.2"), of=(state, trainer))
    assert says(state)["row-1-complaint", "text"] == ""
    assert says(state)["cell-1-0", "value"] == "0.2"


def test_several_changes_at_once_are_all_made() -> None:
    state, trainer = tab()
    for message in (m.CellTyped(0, 0, "0.1"), m.CellTyped(0, 1, "x"), m.CellTyped(2, 1, "0.8")):
        state = update(state, message)
    state = settle(state, trainer)
    rows = data_of(state).training
    assert (rows[0].inputs, rows[2].inputs) == ((0.1, 0.5), (0.1, 0.8))
    assert says(state)["row-0-complaint", "text"]


def test_a_row_is_removed() -> None:
    state, _ = tab(m.RowRemoved(0), m.RowRemoved(99))
    assert data_of(state).training == ARTICLE.training[1:]


def test_rows_are_added_and_removed_though_a_change_is_under_way() -> None:
    """A second press, while the rows have other numbers than are shown, is none; a cell of a row that goes is, too."""
    state, trainer = tab(m.NewCellTyped(2, "0.65"))
    those = (m.CellTyped(0, 0, "0.125"), m.RowRemoved(1), m.RowRemoved(1))
    for message in (*those, m.CellTyped(1, 0, "0.1"), m.CellTyped(3, 0, "0.375")):
        state = update(state, message)
    state = settle(state, trainer)
    rows = data_of(state).training
    assert len(rows) == len(ARTICLE.training) - 1
    assert [row.inputs[0] for row in rows[:3]] == [0.125, ARTICLE.training[2].inputs[0], 0.375]
    state = settle(update(update(state, m.CellTyped(0, 0, "0.25")), m.RowAdded()), trainer)
    rows = data_of(state).training
    assert (rows[0].inputs[0], len(rows)) == (0.25, len(ARTICLE.training))


def test_the_question_is_added_with_the_persons_own_answer_as_the_last_row() -> None:
    state, trainer = tab(m.QuestionTyped(0, "0.25"))
    assert [says(state)[f"new-{column}", "value"] for column in range(3)] == ["0.25", "0.1", ""]
    state, _ = told(m.RowAdded(), of=(state, trainer))
    assert says(state)["new-complaint", "text"] == "Sum must be a number; this is empty."
    state, _ = told(m.NewCellTyped(2, "0.65"), m.RowAdded(), of=(state, trainer))
    assert data_of(state).training[-1] == ((0.25, 0.1), 0.65)
    assert state.look.training_page == 28 // TRAINING_ROWS_A_PAGE
    assert says(state)["new-complaint", "text"] == ""


def test_the_rows_are_shown_page_by_page() -> None:
    state, trainer = tab(m.TrainingPageChosen(7))
    page = says(state)
    assert page["training-shown", "text"] == "Rows 21 to 28 of 28"
    assert page["training-on", "disabled"] is True
    assert page["cell-7-0", "value"] == "0.3"
    state, _ = told(m.CellTyped(27, 0, "0.35"), of=(state, trainer))
    assert says(state)["cell-7-0", "value"] == "0.35"
    state, _ = told(m.ChoiceMade("data", "and"), of=(state, trainer))
    assert says(state)["training-pager", "hidden"] is True


def test_other_data_ends_what_was_to_be_changed() -> None:
    state, trainer = tab()
    state = update(update(state, m.CellTyped(0, 0, "x")), m.ChoiceMade("data", "and"))
    state = settle(state, trainer)
    assert state.own.edits == ()
    assert state.own.row_complaints == {}
    assert trainer.run.settings.data.name == "and"


# The address.


def test_the_address_holds_own_data() -> None:
    state, trainer = tab(m.OwnTyped(SHEET), m.UsePressed())
    settings, notices = read_address("#" + write_address(state.form.settings))
    assert notices == []
    again, other = ready(m.AddressRead(settings, ()))
    assert replace(other.run.settings.data) == replace(trainer.run.settings.data)
    assert str(says(tab(of=(again, other))[0])["data-in-use", "text"]).startswith("Your own data: 4 rows")


def test_damaged_data_in_an_address_is_said_and_ignored() -> None:
    state, _ = tab(m.OwnTyped(SHEET), m.UsePressed())
    settings, _ = read_address("#" + write_address(state.form.settings)[:-9])
    again, _ = ready(m.AddressRead(settings, ()))
    assert again.form.settings == DEFAULTS
    assert "Packed data: is not complete. It is ignored." in str(says(again)["notices", "text"])


def test_an_experiment_is_saved_and_opened_again_with_all_its_settings() -> None:
    chosen = (m.ChoiceMade("activation", "linear"), m.SettingTyped("epochs", "7"), m.ChoiceMade("order", "shuffled"))
    state, trainer = tab(m.OwnTyped(SHEET), m.UsePressed(), *chosen)
    for message in (m.TrainPressed(), m.SettingTyped("learning_rate", "0.05"), m.SavePressed()):
        state = settle(update(state, message), trainer)
    assert state.form.settings["legs"] == "0.1@7"
    again, other = tab(opened("one-neuron.json", state.own.saved.encode()))
    assert again.form.settings == DEFAULTS
    words = str(says(again)["own-reading", "text"])
    assert words.startswith("Read as: an experiment with epochs 7, learning rate 0.05, legs 0.1@7, activation linear")
    assert words.endswith("Your own data: 4 rows, all for training and test, 2 inputs (hours, sleep) → passed.")
    again, other = told(m.UsePressed(), of=(again, other))
    assert again.form.settings == state.form.settings


def test_a_run_that_was_trained_on_at_another_rate_is_saved_with_all_of_its_epochs() -> None:
    state, trainer = tab(m.SettingTyped("epochs", "7"), m.TrainPressed(), m.SettingTyped("learning_rate", "0.5"))
    state, trainer = told(m.TrainPressed(), m.SavePressed(), of=(state, trainer))
    texts, _ = read_experiment(state.own.saved)
    assert (texts["epochs"], texts["legs"], state.epoch) == ("14", "0.1@7", 14)
    state, _ = told(m.ResetPressed(), m.SavePressed(), of=(state, trainer))
    assert read_experiment(state.own.saved)[0]["epochs"] == "7"


def test_a_preset_is_saved_by_its_word() -> None:
    state, trainer = tab(m.ChoiceMade("data", "averages"), m.SavePressed())
    assert '"data": "averages"' in state.own.saved
    state, _ = told(m.ArticlePressed(), m.OwnTyped(state.own.saved), m.UsePressed(), of=(state, trainer))
    assert state.form.settings["data"] == "averages"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('{"experiment": 2}', "is an experiment of version 2; only version 1 can be read."),
        ('{"experiment": 1, "settings": {"speed": "3"}}', "“settings” holds “speed”, which is not known"),
        ('{"experiment": 1, "settings": {"seed": "-3"}}', "Seed must be a whole number from 0"),
        ('{"experiment": 1, "data": "nothing"}', "“data” must be one of article"),
    ],
)
def test_an_experiment_that_cannot_be_read_says_why(text: str, complaint: str) -> None:
    state, _ = tab(m.OwnTyped(text), m.UsePressed())
    joint = " " if complaint.startswith("is ") else ": "
    assert str(says(state)["own-refusal", "text"]).startswith(f"This text{joint}{complaint}")
    assert state.form.settings == DEFAULTS


# When Python fails.


@pytest.mark.parametrize("message", [m.UsePressed(), m.CellTyped(0, 0, "0.1"), m.OwnTyped("1,2\n3,4\n5,6\n")])
def test_what_failed_is_not_asked_for_again_by_itself(message: object) -> None:
    state, trainer = tab(m.OwnTyped(SHEET))
    state = update(state, message)
    request = next_request(state)
    state = update(update(state, m.RequestSent(request, 0.0)), m.RequestFailed("MemoryError"))
    assert not next_request(state)
    state = update(update(update(state, m.TrainerFailed("worker", "")), m.RestartPressed()), m.TrainerReady())
    state = settle(state, trainer)
    assert state.form.settings == DEFAULTS


def test_data_in_use_is_confirmed_beside_its_button_with_the_next_step_until_it_is_other_data() -> None:
    state, trainer = tab(m.OwnTyped("1,2\n2,4\n3,6"))
    assert says(state)["own-used", "hidden"] is True
    state, _ = told(m.UsePressed(), of=(state, trainer))
    page = says(state)
    assert page["own-used", "hidden"] is False
    assert str(page["own-used-text", "text"]).startswith(
        "✓ In use now. Your own data: 3 rows, all for training and test"
    )
    assert str(page["own-used-text", "text"]).endswith("Next, train the neuron on it.")
    assert page["own-train", "hidden"] is False
    trained, _ = told(m.SettingTyped("epochs", "20"), m.TrainPressed(), of=(state, trainer))
    page = says(trained)
    assert (page["own-used", "hidden"], page["own-train", "hidden"]) == (False, True)
    assert "Next" not in str(page["own-used-text", "text"])
    other, _ = told(m.ChoiceMade("data", "and"), of=(state, trainer))
    assert says(other)["own-used", "hidden"] is True


def test_data_that_is_refused_is_not_confirmed() -> None:
    state, _ = tab(m.OwnTyped("hello"), m.UsePressed())
    assert says(state)["own-used", "hidden"] is True
