"""A fact that several files must know stands in one of them: the build writes it into the others, or a test is here."""

import dataclasses
import re
from html.parser import HTMLParser

import pytest

import perceptron
from perceptron.settings import Settings
from perceptron.settings_table import SETTINGS
from web.build.site import ROOT, drawn
from web.page.topics import PLAYBACKS, QUANTITIES, STAGES, TABS
from web.page.update.form import NUMBER_FIELDS, PARAMETER_FIELDS
from web.worker.reports import update

SOURCE = (ROOT / "index.html").read_text("utf-8")


class Elements(HTMLParser):
    """The elements of a page by their ids, with all that is said about each in its tag; and the labels of fields."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.of: dict[str, dict[str, str | None]] = {}
        self.labels: dict[str, str] = {}
        self.entries: dict[str, list[str | None]] = {}
        self._labelled = self._list = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        self.of[found.get("id") or ""] = found
        self._labelled = (found.get("for") or "") if tag == "label" else ""
        if tag == "select":
            self._list = found.get("id") or ""
        if tag == "option":
            self.entries.setdefault(self._list, []).append(found["value"])

    def handle_endtag(self, _: str) -> None:
        self._labelled = ""

    def handle_data(self, data: str) -> None:
        if self._labelled:
            self.labels[self._labelled] = data


BUILT = Elements(drawn(SOURCE))


def test_every_setting_is_a_row_of_the_table_and_a_part_of_the_settings() -> None:
    assert set(SETTINGS) == {part.name for part in dataclasses.fields(Settings)} - {"data"}


@pytest.mark.parametrize("name", NUMBER_FIELDS)
def test_a_number_field_of_the_page_allows_what_its_table_does(name: str) -> None:
    """Its label stands in index.html too, to be read there; the build writes the rest."""
    field, shown = NUMBER_FIELDS[name], BUILT.of[name]
    assert BUILT.labels[name] == field.label
    assert (shown["type"], shown["role"]) == ("text", "spinbutton")
    assert shown["inputmode"] == ("numeric" if field.whole else "decimal")
    bounds = [None if bound is None else str(bound) for bound in (field.least, field.most)]
    assert [shown.get("aria-valuemin"), shown.get("aria-valuemax")] == bounds


@pytest.mark.parametrize("name", [*(f"{name}-slider" for name in PARAMETER_FIELDS), "tolerance"])
def test_a_slider_of_the_page_has_a_step_where_it_stands_at_first(name: str) -> None:
    least, most, step, value = (float(BUILT.of[name][part] or "") for part in ("min", "max", "step", "value"))
    assert least < value < most
    steps = round((value - least) / step)
    assert least + steps * step == pytest.approx(value, abs=step / 2)


def test_the_lists_of_the_page_offer_what_the_tables_do() -> None:
    assert BUILT.entries == {"playback": [str(speed) for speed in PLAYBACKS], "quantity": list(QUANTITIES)}


def test_index_html_leaves_to_the_build_what_a_table_says() -> None:
    assert not re.search(r"<option|aria-value|spinbutton|<canvas[^>]* width=", SOURCE)
    assert re.findall(r'<input id="([^"]*)"[^>]* (?:type="range"|min=|max=|step=)', SOURCE) == ["time"]  # of every run


def test_every_tab_has_its_button_and_its_panel() -> None:
    assert [name.removeprefix("tab-") for name in BUILT.of if name.startswith("tab-")] == list(TABS)
    assert [name.removeprefix("panel-") for name in BUILT.of if name.startswith("panel-")] == list(TABS)


def test_page_and_neuron_know_the_same_quantities_and_stages() -> None:
    assert tuple(perceptron.QUANTITIES) == QUANTITIES
    assert tuple(stage.name for stage in update.STAGES) == STAGES
