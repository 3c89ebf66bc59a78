"""Pictures as SVG: whatever they hold they can be read, and what is drawn is where it should be."""

import math
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.findings.answer import Span
from perceptron.findings.level_lines import LevelLine, level_lines, round_levels
from perceptron.out.curves import STYLES, Curve, Style
from perceptron.out.pictures import curves_svg, map_svg
from perceptron.out.scales import Scale, scale_around
from perceptron.out.svg import LEFT, WIDTH, Page, escaped
from perceptron.words.numbers import with_thousands
from tests.examples import examples

SVG = "{http://www.w3.org/2000/svg}"
X, Y = Scale("Epoch", Span(0.0, 10.0)), Scale("Error", Span(0.0, 1.0))


def read(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def texts(svg: str) -> list[str]:
    return [str(found.text) for found in read(svg).iter(f"{SVG}text")]


def curve(svg: str, colour: str) -> str:
    (found,) = [
        path.attrib["d"]
        for path in read(svg).iter(f"{SVG}path")
        if path.attrib.get("stroke") == colour and path.attrib.get("fill") == "none"
    ]
    return found


def numbers(path: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?[\d.]+", path)]


def test_title_and_settings_stand_in_the_picture() -> None:
    svg = curves_svg(
        "Error over the epochs", "sigmoid, learning rate 0.1", X, Y, [Curve("mine", STYLES[0], [(1, 0.5)])]
    )
    assert read(svg).findtext(f"{SVG}title") == "Error over the epochs"
    assert read(svg).findtext(f"{SVG}desc") == "sigmoid, learning rate 0.1"
    assert {"Error over the epochs", "sigmoid, learning rate 0.1", "Epoch", "Error", "mine"} <= set(texts(svg))
    assert {"0", "10", "0.0", "1.0"} <= set(texts(svg))


def test_points_are_where_they_should_be() -> None:
    svg = curves_svg("t", "s", X, Y, [Curve("a", STYLES[0], [(0.0, 0.0), (10.0, 1.0), (5.0, 0.5)])])
    x1, bottom, x2, top, x3, middle = numbers(curve(svg, STYLES[0].colour))
    assert x1 == LEFT
    assert x2 < WIDTH
    assert x3 == pytest.approx((x1 + x2) / 2)
    assert top < middle < bottom
    assert middle == pytest.approx((top + bottom) / 2)


def test_large_values_have_commas_between_their_thousands_as_on_the_page() -> None:
    across, up = scale_around("Epochs", [0.0, 10_000.0]), scale_around("Error", [-250_000.5, 0.0])
    svg = curves_svg("t", "s", across, up, [Curve("a", STYLES[0], [(0.0, 0.0)])])
    assert {"0", "2,000", "10,000", "−200,000"} <= set(texts(svg))
    assert [with_thousands(text) for text in ("999", "−1000", "1234567.1234", "0.0001", "1e+12", "−12345.5")] == [
        *("999", "−1,000", "1,234,567.1234", "0.0001", "1e+12", "−12,345.5"),
    ]


def test_heights_on_a_map_are_written_alike() -> None:
    levels = {2374.4: "2,374", 12_345.0: "12,340", 0.0125: "0.0125", 1e-9: "1e−09", 4.2e7: "4.2e+07"}
    lines = [LevelLine(level, (((0.5, up / 6), (0.6, up / 6)),)) for up, level in enumerate(levels, 1)]
    svg = map_svg(Page("t", "s", 0), X, Y, [[0.0, 1.0], [1.0, 2.0]], lines, [])
    assert set(levels.values()) <= set(texts(svg))


@pytest.mark.parametrize("name", ["x" * 500, "=" * 81, "\0<b>", "“&”\ud800"])
def test_a_long_name_stays_within_the_picture_and_is_there_in_full(name: str) -> None:
    svg = curves_svg("t", "s", X, Y, [Curve(name, STYLES[0], [(0.0, 0.0), (1.0, 1.0)])])
    assert all(len(text) < 100 for text in texts(svg))
    assert f"<title>{escaped(name)}</title>" in svg


def test_a_logarithmic_axis_gives_every_power_as_much_room() -> None:
    scale = scale_around("Epoch", [1.0, 10_000.0], logarithmic=True)
    assert [text for _, text in scale.ticks()] == ["1", "10", "100", "1,000", "10,000"]
    assert [scale.share(10.0**power) for power in range(5)] == pytest.approx([0, 0.25, 0.5, 0.75, 1])
    assert math.isnan(scale.share(0.0))
    assert scale_around("x", [2.0, 3.0], logarithmic=True).span == Span(1.0, 10.0)
    assert scale_around("x", [], logarithmic=True).span == Span(1.0, 10.0)
    assert len(scale_around("x", [1e-200, 1e200], logarithmic=True).ticks()) <= 12
    assert scale_around("x", [1e-9, 1e-3], logarithmic=True).ticks()[0][1] == "1e−9"


def test_what_is_no_number_parts_a_curve() -> None:
    points = [(0.0, math.nan), (1.0, 0.1), (2.0, 0.2), (3.0, math.inf), (4.0, 0.4)]
    svg = curves_svg("t", "s", X, Y, [Curve("a", STYLES[0], points), Curve("b", STYLES[1], [(1.0, math.nan)])])
    assert curve(svg, STYLES[0].colour).count("M") == 2
    assert "nan" not in svg
    assert "inf" not in svg


def test_all_styles_differ_in_colour_dash_and_mark() -> None:
    assert len(STYLES) == 6
    for parts in zip(*STYLES, strict=True):
        assert len(set(parts)) == 6


def test_a_map_shows_heights_lines_and_paths() -> None:
    rows = [[0.01 + (x - 3) ** 2 + (y - 3) ** 2 for x in range(7)] for y in range(7)]
    lines = level_lines(rows, round_levels(rows))
    svg = map_svg(Page("Landscape", "s", 1), X, Y, rows, lines, [Curve("a", STYLES[0], [(1.0, 0.2), (5.0, 0.5)])])
    fills = {found.attrib.get("fill") for found in read(svg).iter(f"{SVG}rect")}
    assert "#faf6e8" in fills
    assert "#2642a0" in fills
    # Two of the smallest rings have no room for their heights, which would lie over each other.
    assert {f"{line.level:g}" for line in lines} - set(texts(svg)) == {"0.05", "0.1"}
    assert curve(svg, STYLES[0].colour)


@pytest.mark.parametrize("height", [0.0, 1.0, math.inf, -3.0])
def test_a_flat_map_is_drawn(height: float) -> None:
    rows = [[height] * 3] * 3
    assert read(map_svg(Page("t", "s", 0), X, Y, rows, level_lines(rows, round_levels(rows)), [])) is not None


def test_a_height_past_all_floats_is_the_deepest() -> None:
    svg = map_svg(Page("t", "s", 0), X, Y, [[1.0, 2.0], [1.0, math.inf]], [], [])
    assert svg.count("#2642a0") == 2


def test_long_settings_are_broken_into_lines() -> None:
    settings = " ".join(["learning rate 0.1,"] * 60)
    lines = [
        text for text in texts(curves_svg("t", settings, X, Y, [])) if text.startswith(("learning", "rate", "0.1"))
    ]
    assert len(lines) == 4
    assert lines[-1].endswith("…")


@examples(200)
@given(st.text(), st.text(), st.builds(Style, st.text(max_size=9), st.text(max_size=9), st.text(max_size=9)))
def test_any_text_leaves_it_readable(title: str, name: str, style: Style) -> None:
    svg = curves_svg(title, name, X, Scale(name, Y.span), [Curve(name, style, [(1.0, 0.5), (2.0, 0.6)])])
    found = read(svg)
    assert [one.tag for one in found.iter() if one.tag.endswith(("script", "foreignObject", "image"))] == []
    svg.encode("utf-8")


@examples(100)
@given(st.lists(st.tuples(st.floats(), st.floats()), max_size=6), st.booleans())
def test_any_points_leave_it_readable(points: list[tuple[float, float]], logarithmic: bool) -> None:
    across = scale_around("x", [x for x, _ in points], logarithmic)
    up = scale_around("y", [y for _, y in points], logarithmic)
    svg = curves_svg("t", "s", across, up, [Curve("a", STYLES[0], points)])
    assert read(svg) is not None
    assert "nan" not in svg.replace("nand", "")
