"""Own data in the page: pasted or from a file, read, used, changed row by row, kept in the address and in a file."""

import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.lab import Lab
from tests.e2e.test_everyone import expect_no_way_sideways
from tests.e2e.test_look import expect_no_violations, violations

SHEET = "hours;sleep;passed\n1,5;7;0\n2;6,5;0\n3,5;8;1\n5;7,5;1\n"


class Data:
    """The tab “Data” of an opened page, in a person's words."""

    def __init__(self, lab: Lab) -> None:
        self.lab = lab
        self.panel = lab.page.get_by_role("tabpanel", name="Data")
        self.box = self.panel.get_by_role("textbox", name="Your data")
        self.file = self.panel.get_by_label("Open a file")
        self.reading = self.panel.get_by_role("region", name="Read as")
        self.facts = self.panel.get_by_role("list", name="What to know about this data")
        self.choice = lab.page.get_by_role("combobox", name="Data", exact=True)
        self.rows = self.panel.get_by_role("table", name="Training rows")

    def cell(self, row: int, column: str) -> Locator:
        return self.rows.get_by_role("textbox", name=f"Row {row}, {column}")

    def expect_used(self, words: str) -> None:
        expect(self.panel.get_by_text(re.compile(f"^{re.escape(words)}"))).to_be_visible()

    def open(self, name: str, content: bytes) -> None:
        self.file.set_input_files({"name": name, "mimeType": "text/plain", "buffer": content})


@pytest.fixture
def data(lab: Lab) -> Data:
    return Data(lab)


@pytest.mark.engines
def test_a_sheet_with_decimal_commas_is_pasted_used_and_learned_with_the_keyboard_alone(data: Data) -> None:
    lab, keyboard = data.lab, data.lab.page.keyboard
    lab.tab_to(lab.button("Your own data"))
    keyboard.press("Enter")
    expect(data.box).to_be_focused()
    expect(data.choice).to_have_value("article")
    keyboard.insert_text(SHEET)
    expect(data.reading).to_contain_text(
        "Read as: 4 rows, 2 inputs (hours, sleep) → passed; semicolons, decimal comma, header."
    )
    expect(lab.score).to_have_text("2 of 25 test sums right")
    lab.tab_to(lab.button("Use this data"))
    keyboard.press("Enter")
    data.expect_used("Your own data: 4 rows, all for training and test, 2 inputs (hours, sleep) → passed.")
    expect(data.choice).to_have_value("own")
    expect(lab.button("Use this data")).to_be_focused()
    keyboard.press("t")
    lab.wait_until("trained")
    expect(lab.region("Results")).to_contain_text("4 of 4 test rows right")
    assert not violations(lab.page)


def test_own_data_in_the_list_opens_its_tab_and_takes_a_pointer_to_it_but_no_key(data: Data) -> None:
    lab, keyboard = data.lab, data.lab.page.keyboard
    data.choice.focus()
    for letter in "your":  # each of them chooses, and the rest must not fall into the text box
        keyboard.press(letter)
    expect(data.box).to_be_visible()
    expect(data.choice).to_be_focused()
    expect(data.box).to_have_value("")
    data.choice.dispatch_event("pointerdown")
    data.choice.select_option("your own")
    expect(data.box).to_be_focused()
    expect(data.choice).to_have_value("article")
    lab.rest()


def test_a_file_of_older_windows_programs_is_read_and_a_refused_one_keeps_all(data: Data) -> None:
    lab = data.lab
    lab.open_tab("Data")
    data.open("noten.csv", "größe;schlaf;note\r\n1,5;7;2\r\n2;6,5;3\r\n".encode("cp1252"))
    expect(data.reading).to_contain_text("2 inputs (größe, schlaf) → note")
    expect(data.reading).to_contain_text("read as Windows-1252")
    expect(data.box).to_have_value(re.compile("^größe;schlaf"))
    lab.press("Use this data")
    data.expect_used("Your own data: 2 rows")
    lab.train_to_the_end()
    address, table = lab.page.url, lab.table
    data.open("sheet.xlsx", b"PK\x03\x04\x14\0\x06\0")
    expect(data.reading).to_contain_text("sheet.xlsx is a workbook (.xlsx, .ods) or another zip file")
    lab.press("Use this data")
    lab.rest()
    expect(data.box).to_have_value(re.compile("^größe;schlaf"))
    data.open("huge.csv", b"1,2\n" * 500_001)
    expect(data.panel).to_contain_text("huge.csv is larger than 2 MB, the most that is read.")
    assert (lab.page.url, lab.table, lab.root.get_attribute("data-run")) == (address, table, "trained")


def test_where_two_readings_fit_it_asks_and_other_switches_change_the_roles(data: Data) -> None:
    lab = data.lab
    lab.open_tab("Data")
    data.box.fill("x;z;y\n1,200;1;3,400\n1,300;2;4,500\n")
    expect(data.reading).to_contain_text("can be read in 2 ways: line 2")
    data.reading.get_by_role("button", name="1.2 | 1 | 3.4 with semicolons and a decimal comma").click()
    expect(data.reading).to_contain_text("2 rows, 2 inputs (x, z) → y")
    data.reading.get_by_label("Target").select_option("x")
    expect(data.reading).to_contain_text("2 inputs (z, y) → x")
    data.reading.get_by_label("Test rows").select_option("every n-th row tests")
    data.reading.get_by_label("n", exact=True).fill("2")
    expect(data.reading).to_contain_text("1 training row, 1 test row")


def test_rows_are_changed_added_and_removed_and_the_run_before_is_kept(data: Data) -> None:
    lab = data.lab
    lab.open("#data=and&epochs=200")
    lab.open_tab("Data")
    lab.train_to_the_end()
    data.cell(1, "A AND B").fill("x")
    lab.page.keyboard.press("Tab")
    expect(data.rows).to_contain_text("“x” is not. The old value stays in use.")
    data.cell(1, "A AND B").fill("1")
    lab.page.keyboard.press("Tab")
    data.expect_used("Your own data: 4 rows")
    expect(data.rows.get_by_role("button", name="Remove row 1")).to_be_focused()
    lab.page.keyboard.press("Enter")
    data.expect_used("Your own data: 3 rows")
    form = data.panel.get_by_role("group", name="Add a row")
    for field, text in zip(form.get_by_role("textbox").all(), ("0.5", "0,25", "1"), strict=True):
        field.fill(text)
    lab.press("Add as a row")
    data.expect_used("Your own data: 4 rows")
    expect(data.cell(4, "A AND B")).to_have_value("1")
    data.panel.get_by_role("button", name="Back to the run before").click()
    lab.wait_until("trained")
    expect(data.choice).to_have_value("and")


def test_a_remedy_is_one_click_away(data: Data) -> None:
    data.lab.open("#data=sums")
    data.lab.open_tab("Data")
    data.facts.get_by_role("button", name="Activation: linear").first.click()
    expect(data.lab.page.get_by_role("combobox", name="Activation")).to_have_value("linear")
    expect(data.facts).to_be_hidden()


def test_the_address_and_a_file_bring_the_experiment_back(data: Data, tmp_path: Path) -> None:
    lab = data.lab
    lab.open_tab("Data")
    data.box.fill(SHEET)
    lab.press("Use this data")
    data.expect_used("Your own data")
    lab.page.get_by_role("combobox", name="Activation").select_option("tanh")
    lab.rest()
    with lab.page.expect_download() as download:
        lab.press("Save this experiment")
    download.value.save_as(tmp_path / "one-neuron.json")
    lab.page.reload()
    lab.wait_for_python()
    data.expect_used("Your own data: 4 rows, all for training and test, 2 inputs (hours, sleep) → passed.")
    lab.press("The article’s experiment")
    data.expect_used("The article’s sums")
    data.file.set_input_files(tmp_path / "one-neuron.json")
    expect(data.reading).to_contain_text("Read as: an experiment with activation tanh. Your own data: 4 rows")
    lab.press("Use this data")
    data.expect_used("Your own data: 4 rows")
    expect(lab.page.get_by_role("combobox", name="Activation")).to_have_value("tanh")


def test_axe_finds_nothing_while_data_is_read_refused_and_asked_about(data: Data) -> None:
    lab = data.lab
    lab.open_tab("Data")
    data.cell(1, "Sum").fill("x")
    for text, words in (
        (SHEET, "Read as"),
        ("x;y\n1,200;3,400\n1,300;4,500\n", "can be read in 2 ways"),
        ("a,b\n1,x\n", "is not a number"),
    ):
        data.box.fill(text)
        expect(data.reading).to_contain_text(words)
        expect_no_violations(lab.page, words, 'section[aria-label="A closer look"]')


def test_nothing_reaches_past_the_edge(data: Data) -> None:
    data.lab.open_tab("Data")
    for width in (320, 390, 800, 1280):
        data.lab.page.set_viewport_size({"width": width, "height": 800})
        data.box.fill("a very long name of a column;another\n1,200;3,400\n1,300;4,500\n")
        expect(data.reading).to_contain_text("can be read in 2 ways")
        expect_no_way_sideways(data.lab.page, f"asked, {width}")
        data.box.fill(SHEET)
        expect(data.reading).to_contain_text("Read as")
        data.reading.get_by_label("Test rows").select_option("a share tests, drawn with a seed")
        expect_no_way_sideways(data.lab.page, f"read, {width}")


def test_an_address_that_is_too_long_is_told_and_the_page_works(data: Data, site: str) -> None:
    lab = data.lab
    lab.page.goto("about:blank")
    lab.page.goto(f"{site}#data=1{'A' * 1_400_000}")
    lab.wait_for_python()
    expect(lab.notice).to_contain_text("The address is longer than 1,040,000 characters")
    expect(lab.score).to_have_text("2 of 25 test sums right")
    assert "#" not in lab.page.url


@pytest.mark.engines
def test_two_megabytes_are_pasted_used_and_in_the_address(data: Data) -> None:
    """With so many digits that the address is nearly as long as Firefox takes it."""
    lab, numbers = data.lab, random.Random(1)
    rows = [[numbers.random() for _ in range(10)] for _ in range(10_000)]
    table = "\n".join([",".join([*map(repr, row), str(round(sum(row) / 10, 3))]) for row in rows])
    assert 1.9e6 < len(table) <= 2e6
    lab.open_tab("Data")
    lab.paste_into(data.box, table)
    expect(data.panel).to_contain_text("The pasted text is open. You can use it as it is.")
    expect(data.reading).to_contain_text("Read as: 10,000 rows, 10 inputs")
    expect(data.box).to_have_attribute("placeholder", re.compile("^The pasted text is too long to show here"))
    lab.press("Use this data")
    data.expect_used("Your own data: 10,000 rows")
    address = lab.page.url
    assert 950_000 < len(address) < 1_040_000
    lab.page.reload()
    lab.wait_for_python()
    data.expect_used("Your own data: 10,000 rows")
    expect(data.cell(1, "column 2")).to_have_value(repr(rows[0][1]))
    assert lab.page.url == address


def test_names_with_every_kind_of_character_are_shown_as_they_are(data: Data) -> None:
    data.lab.open_tab("Data")
    data.box.fill("😀x;<b>y</b>;שלום\n1;2;3\n3;4;7\n5;6;11")
    data.lab.press("Use this data")
    data.expect_used("Your own data: 3 rows")
    headers = data.lab.page.get_by_role("table", name="Results").get_by_role("columnheader")
    expect(headers).to_contain_text(["😀x", "<b>y</b>", "שלום"])
