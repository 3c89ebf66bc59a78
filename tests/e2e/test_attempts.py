"""The most that there is, won by hand: with the keys and with a finger; and the attempts on the way."""

from playwright.sync_api import Page, expect

from tests.e2e.lab import Lab
from tests.e2e.test_look import violations


def drag(page: Page, lab: Lab, name: str, value: float) -> None:
    """Put a finger on a slider and draw it to where a value is, as far as it reaches."""
    slider = lab.slider(name)
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box
    least, most, now = (float(slider.evaluate(f"slider => slider.{part}")) for part in ("min", "max", "value"))
    thumb = 16  # pixels, of which the middle goes from end to end

    def x(number: float) -> float:
        share = (min(max(number, least), most) - least) / (most - least)
        return box["x"] + thumb / 2 + share * (box["width"] - thumb)

    y = box["y"] + box["height"] / 2
    session = page.context.new_cdp_session(page)
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x(now), "y": y}]})
    for part in (0.25, 0.5, 0.75, 1.0):
        place = {"x": round(x(now) + part * (x(value) - x(now))), "y": y}  # a finger moves by whole pixels
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [place]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()
    lab.rest()


def test_the_most_there_is_is_won_by_keyboard(lab: Lab) -> None:
    page, fine = lab.page, lab.page.get_by_label("Fine sliders")
    for name, keys in (("Weight 1", ["End", *["PageDown"] * 3]), ("Weight 2", ["End", *["PageDown"] * 3])):
        lab.tab_to(lab.slider(name))
        lab.keys(*keys)
        expect(lab.slider(name)).to_have_value("4")
    lab.tab_to(lab.slider("Bias"))
    lab.keys("Home", *["PageUp"] * 4)
    expect(lab.slider("Bias")).to_have_value("-2")
    lab.tab_to(fine, "Shift+Tab")
    lab.keys("Space")
    for name, keys in (("Weight 1", ["End"]), ("Weight 2", ["End"]), ("Bias", ["Home", *["ArrowRight"] * 50])):
        lab.tab_to(lab.slider(name))
        lab.keys(*keys)
    assert [float(number) for number in lab.parameters] == [5.0, 5.0, -2.5]
    expect(lab.score).to_have_text("21 of 25 test sums right")
    expect(lab.region("The neuron")).to_contain_text("Your best by hand is 21 of 25.")
    assert not violations(page), "attempts"
    lab.keys("ArrowRight", "PageUp", "PageUp")
    expect(lab.score).not_to_have_text("21 of 25 test sums right")
    lab.tab_to(lab.button("Back to my best: 21 of 25"))
    lab.keys("Enter")
    expect(lab.score).to_have_text("21 of 25 test sums right")
    expect(lab.slider("Weight 1")).to_be_focused()


def test_the_most_there_is_is_won_by_touch_and_a_whole_drag_is_one_attempt(touched: Page, site: str) -> None:
    lab = Lab(touched, site)
    lab.open()
    drag(touched, lab, "Weight 1", 5.0)
    expect(lab.region("The neuron").get_by_text("Your attempt:")).to_be_visible()
    drag(touched, lab, "Weight 2", 5.0)
    drag(touched, lab, "Bias", -2.5)
    expect(lab.region("The neuron").get_by_text("Your attempts:")).to_be_visible()
    assert lab.region("The neuron").get_by_text("Your attempts:").inner_text().count(",") == 2
    touched.get_by_label("Fine sliders").tap()
    lab.rest()
    for name, value in (("Weight 1", 5.0), ("Weight 2", 5.0), ("Bias", -2.5)):
        drag(touched, lab, name, value)
        assert abs(float(lab.parameters[("Weight 1", "Weight 2", "Bias").index(name)]) - value) < 0.03
    expect(lab.score).to_have_text("21 of 25 test sums right")
    assert not violations(touched), "attempts on a telephone"
    lab.open_tab("Map")
    expect(lab.region("The neuron").get_by_text("Your attempts:")).to_be_visible()
