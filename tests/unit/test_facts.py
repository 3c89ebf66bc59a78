"""A fact that several files must know stands in one of them: the build writes it into the others, or a test is here."""

import dataclasses
import re
from html.parser import HTMLParser

import pytest

from perceptron.aspects import QUANTITIES, STAGES
from perceptron.cells import MARKS, SEPARATORS
from perceptron.findings.grid import ROWS
from perceptron.out.curves import STYLES
from perceptron.preset_names import PRESET_NAMES
from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS, SETTINGS
from web.build import styles
from web.build.site import ROOT, drawn, first_state
from web.page.address import MOST_IN_AN_ADDRESS
from web.page.lessons import LESSONS
from web.page.palette import TOKENS
from web.page.runs import COLOURS
from web.page.speeds import SPEEDS
from web.page.topics import PLAYBACKS, TABS
from web.page.update.choices import LISTS, choice_field
from web.page.update.form import NUMBER_FIELDS, QUESTION_FIELDS, parameter_fields
from web.page.update.landscape import RACERS
from web.page.update.sharing import STRIDES
from web.page.update.sweep import SWEPT
from web.page.views.controls import PHASES
from web.page.views.data import TESTS
from web.page.views.map import LEGENDS
from web.page.views.offline import WORDS
from web.page.views.runs import MEASURED
from web.page.views.status import TITLES
from web.page.views.sweep import STEPS
from web.worker.reports import PANELS, formulas

SOURCE = (ROOT / "index.html").read_text("utf-8")
SHEET = styles.with_tables((ROOT / "web" / "style.css").read_text("utf-8"))


class Elements(HTMLParser):
    """The elements of a page by their ids, with all that is said about each in its tag; the labels and the lists."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.of: dict[str, dict[str, str | None]] = {}
        self.labels: dict[str, str] = {}
        self.entries: dict[str, list[str | None]] = {}
        self.chosen: dict[str, str | None] = {}
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
            if "selected" in found:
                assert self._list not in self.chosen
                self.chosen[self._list] = found["value"]

    def handle_endtag(self, _: str) -> None:
        self._labelled = ""

    def handle_data(self, data: str) -> None:
        if self._labelled:
            self.labels[self._labelled] = data


BUILT = Elements(drawn(SOURCE))


def test_every_setting_is_a_row_of_the_table_and_a_part_of_the_settings() -> None:
    assert set(SETTINGS) == {part.name for part in dataclasses.fields(Settings)}


@pytest.mark.parametrize("name", NUMBER_FIELDS)
def test_a_number_field_of_the_page_allows_what_its_table_does(name: str) -> None:
    """Its label stands in index.html too, to be read there; the build writes the rest."""
    field, shown = NUMBER_FIELDS[name], BUILT.of[name]
    if name not in QUESTION_FIELDS:  # which are called as the data's columns are
        assert BUILT.labels[name] == ("Right within" if name == "tolerance" else field.label)
    assert (shown["type"], shown["role"]) == ("text", "spinbutton")
    assert shown["inputmode"] == ("numeric" if field.whole else "decimal")
    bounds = [None if bound is None else str(bound) for bound in (field.least, field.most)]
    assert [shown.get("aria-valuemin"), shown.get("aria-valuemax")] == bounds


@pytest.mark.parametrize("name", [*(f"{name}-slider" for name in parameter_fields(first_state())), "yard-tolerance"])
def test_a_slider_of_the_page_can_go_both_ways_from_where_it_stands_at_first(name: str) -> None:
    least, most, step, value = (float(BUILT.of[name][part] or "") for part in ("min", "max", "step", "value"))
    assert least + step <= value <= most - step


def test_the_lists_of_the_page_offer_what_the_tables_do_and_show_what_is_chosen_at_first() -> None:
    settings = {name: list(SETTINGS[name].choices) for name in LISTS if SETTINGS[name].choices}
    settings |= {"data": [*PRESET_NAMES, "own"], "start": ["random", "zeros", "hand"]}
    assert BUILT.entries == {
        "playback": [str(speed) for speed in PLAYBACKS],
        "training-speed": list(SPEEDS),
        **{choice_field(name): words for name, words in settings.items()},
        "own-separator": ["", *SEPARATORS],
        "own-decimal": ["", *MARKS],
        "own-header": ["", "yes", "no"],
        "own-test": list(TESTS),
        "link-lesson": [str(number) for number in range(-1, len(LESSONS))],
        "runs-measure": list(MEASURED),
        "racers": [str(count) for count in RACERS],
        "sweep-number": list(SWEPT),
        "sweep-steps": list(STEPS),
        "runs-stride": [str(stride) for stride in STRIDES],
    }
    first = first_state()
    assert BUILT.chosen == {
        "playback": str(first.curve.playback),
        "training-speed": first.pace.speed,
        **{choice_field(name): DEFAULTS[name] or "random" for name in LISTS},
        **{f"own-{name}": first.own.ways[name] for name in ("separator", "decimal", "header", "test")},
        "link-lesson": str(first.teacher.link_lesson),
        "runs-measure": first.runs.measured,
        "racers": str(first.landscape.racers),
        "sweep-number": first.sweep.swept,
        "sweep-steps": "factors",
        "runs-stride": str(first.sharing.stride),
    }


def test_index_html_leaves_to_the_build_what_a_table_says() -> None:
    assert not re.search(r"<option|aria-value|spinbutton|<canvas[^>]* width=", SOURCE)
    assert re.findall(r'<input id="([^"]*)"[^>]* (?:type="range"|min=|max=|step=)', SOURCE) == [
        "time",
        "runs-cursor",
        "race-time",
    ]  # of every run


def test_every_tab_has_its_button_and_its_panel() -> None:
    assert [name.removeprefix("tab-") for name in BUILT.of if name.startswith("tab-")] == list(TABS)
    assert [name.removeprefix("panel-") for name in BUILT.of if name.startswith("panel-")] == list(TABS)


def test_the_page_has_a_legend_for_every_quantity_and_the_neuron_values() -> None:
    assert set(QUANTITIES) < set(ROWS) == set(LEGENDS)


def test_the_page_and_the_worker_know_the_same_tabs() -> None:
    assert set(TABS) == set(PANELS)


def test_the_worker_tells_of_every_stage_and_the_drawing_knows_them() -> None:
    assert tuple(formulas.STAGES) == STAGES
    named = {stage for stages in re.findall(r'data-stages="([^"]*)"', drawn(SOURCE)) for stage in stages.split()}
    assert named == set(STAGES)


def test_the_style_sheet_lights_every_stage_in_the_drawing_and_in_the_code() -> None:
    for stage in STAGES:
        for part in (f'.part[data-stages~="{stage}"] .caption', f'span[data-stages~="{stage}"]'):
            assert SHEET.count(f'\n[data-stage="{stage}"] {part}') == 1
    assert "STAGE" not in SHEET


def test_the_legend_of_the_map_has_the_maps_own_colours() -> None:
    assert "--map-too-low: rgb(186 84 20);" in SHEET
    assert set(re.findall(r"var\((--map-[\w-]+)\)", SHEET)) == set(TOKENS)


def test_a_run_has_the_same_colour_on_a_light_page_and_in_a_picture_to_take_home() -> None:
    assert re.findall(r"--run-\d: (#\w+);", SHEET)[:COLOURS] == [style.colour for style in STYLES]


def test_every_colour_that_is_used_is_defined() -> None:
    used = re.findall(r"var\((--[\w-]+)", SHEET) + re.findall(r'"(--[\w-]+)"', read("web/browser/chart.py"))
    assert len(used) > 100
    assert set(used) <= set(re.findall(r"(?:^|[{;]) *(--[\w-]+):", SHEET, re.MULTILINE))


def test_the_worker_tells_each_phase_of_the_start_that_the_page_has_words_for() -> None:
    told = re.findall(r'say\("phase", (\d)\)', read("web/runtime/worker.mjs"))
    assert told == [str(phase) for phase in range(1, len(PHASES))]  # the first is that of a page as it opens


def test_the_page_has_words_for_all_that_the_service_worker_answers() -> None:
    function = read("web/runtime/service-worker.js").partition("function whyNotKept")[2].partition("\n}")[0]
    answers = set(re.findall(r'"(\w+)"', function))
    assert len(answers) == 4
    assert answers < set(WORDS)


def test_the_guard_cuts_the_addresses_that_are_not_read() -> None:
    assert number("MOST_IN_AN_ADDRESS", read("web/runtime/boot.js")) == MOST_IN_AN_ADDRESS


def test_the_guard_and_the_worker_and_the_watchdog_wait_equally_long() -> None:
    guard, milliseconds = read("web/runtime/boot.js"), number("MILLISECONDS_BETWEEN_LOOKS", read("web/browser/main.py"))
    looks = dict(re.findall(r'"(\w+)": (\d+)', read("web/browser/faults.py")))
    fetch, start = number("SECONDS_TO_FETCH", guard), number("SECONDS_TO_START", guard)
    assert [1000 * fetch, 1000 * start] == [milliseconds * int(looks[stage]) for stage in ("first", "booting")]
    assert 1000 * fetch == number("MILLISECONDS_TO_FETCH", read("web/runtime/worker.mjs"))
    assert start == number("SECONDS_TO_START", read("web/runtime/anew.js"))


def test_the_guard_and_the_page_call_a_failure_and_a_long_wait_the_same() -> None:
    assert f'<h2 id="failure-title">{TITLES["failed"]}</h2>' in SOURCE
    assert f'STILL_WAITING = "{TITLES["waiting"]}"' in read("web/runtime/boot.js")


def test_the_list_of_keys_names_every_key() -> None:
    keys = re.findall(r'^    "(.)": lambda state: m\.', read("web/browser/keys.py"), re.MULTILINE)
    keys += re.findall(r'^TO_THE_COURSE = "(.)"$', read("web/browser/keys.py"), re.MULTILINE)
    assert len(keys) > 5
    assert sorted(re.findall(r"<kbd>(.*?)</kbd>", SOURCE)) == sorted(keys)


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def number(name: str, source: str) -> int:
    [found] = re.findall(rf"\b{name} = ([\d_]+)", source)
    return int(found)
