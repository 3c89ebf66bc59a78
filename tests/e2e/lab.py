"""The page in a person's words: what they press, type and read. `places` knows where it is."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.places import Places

# For contexts: nothing answers in place of the server, and training goes as fast as it can, for it shows no motion.
CALM: dict[str, Any] = {"service_workers": "block", "reduced_motion": "reduce"}

# An outline, or the thicker line that a part of the drawing gets instead.
FOCUS_IS_SHOWN = """() => {
    const focused = document.activeElement;
    const lines = [focused, ...focused.querySelectorAll("circle, rect, .caption")].map(getComputedStyle);
    const outlined = lines[0].outlineStyle !== "none" && parseFloat(lines[0].outlineWidth) > 0;
    return outlined || lines.some(line => line.textDecorationLine === "underline" || line.strokeWidth === "4px");
}"""

# A new place with this text, all of it selected, and with the focus.
COPY = """text => {
    const place = document.body.appendChild(document.createElement("textarea"));
    place.value = text;
    place.focus();
    place.select();
    return place;
}"""

# Read from a copy, so that the page's own canvas stays where it is.
PIXELS = """canvas => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    return Array.from(new Uint32Array(copy.getImageData(0, 0, canvas.width, canvas.height).data.buffer));
}"""


def in_full(text: str) -> str:
    """A number as Python writes it, without the remark that it is beyond the slider."""
    return text.partition(":")[0].replace("−", "-")


class Lab(Places):
    """One opened page. Every wait is for something to be seen; a failed start is reported with its own words."""

    def __init__(self, page: Page, site: str) -> None:
        super().__init__(page)
        self.site = site

    def open(self, address: str = "") -> None:
        """Go to the page and wait until Python is ready."""
        self.page.goto(self.site + address)
        self.wait_for_python()

    def wait_for_python(self) -> None:
        """Wait until the trainer is ready or something failed, and complain in the page's own words."""
        self.page.wait_for_selector(
            'html[data-ui="ready"][data-trainer="ready"], html[data-ui="failed"], html[data-trainer="failed"]'
        )
        assert not self.failure.is_visible(), self.failure.text_content()

    def open_settings(self, field: Locator) -> None:
        """On a narrow screen the settings are one press away."""
        if not field.is_visible():
            self.press("Settings")
            expect(field).to_be_visible()

    def press(self, name: str) -> None:
        self.button(name).click()

    def enter(self, name: str, text: str) -> None:
        """Type over what stands in a field, key by key: in Firefox, Playwright's fill() adds to a number."""
        self.open_settings(self.field(name))
        self.field(name).press("ControlOrMeta+a")
        self.field(name).press("Delete")
        self.field(name).press_sequentially(text)

    def paste(self, name: str, text: str) -> None:
        """Paste over what stands in a field, by way of the clipboard."""
        self.paste_into(self.field(name), text)

    def paste_into(self, box: Locator, text: str) -> None:
        """The same for any box."""
        place = self.page.evaluate_handle(COPY, text)
        self.page.keyboard.press("ControlOrMeta+c")
        box.press("ControlOrMeta+a")
        box.press("ControlOrMeta+v")
        place.evaluate("place => place.remove()")

    def choose(self, name: str, value: str) -> None:
        """Type a value into a setting and leave the field."""
        self.enter(name, value)
        self.field(name).blur()

    def choose_a_long_run(self) -> None:
        """A million epochs in plain Python, so that there is time for something while it trains."""
        self.switch("Compiled").uncheck()
        self.choose("Epochs", "1000000")

    def rest(self) -> None:
        """Wait until everything that was asked of Python is on the screen."""
        self.page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        self.wait_for_python()

    def keys(self, *names: str) -> None:
        """Press keys one after another, wherever the focus is."""
        for name in names:
            self.page.keyboard.press(name)
        self.rest()

    @property
    def focused(self) -> str:
        """What has the focus, as its tag in the page."""
        return str(self.page.evaluate("document.activeElement.cloneNode().outerHTML"))

    def tab_to(self, place: Locator, key: str = "Tab", most: int = 90) -> None:
        """Press Tab until this has the focus; whatever has it on the way must show it."""
        for _ in range(most):
            self.page.keyboard.press(key)
            assert self.page.evaluate(FOCUS_IS_SHOWN), f"{self.focused} shows no focus"
            if place.evaluate("place => place === document.activeElement"):
                return
        raise AssertionError(f"{key} never reaches {place}")

    def train_to_the_end(self) -> None:
        self.press("Train")
        self.wait_until("trained")

    def wait_until(self, run: str) -> None:
        expect(self.root).to_have_attribute("data-run", run)

    def expect_next_update(self, epoch: int, row: int, rows: int = 28) -> None:
        """The update that is shown is the one that the neuron would make next."""
        title = f"The next update, epoch {epoch:,}, training row {row} of {rows}: not made yet"
        expect(self.update_title).to_have_text(title)

    def expect_epoch(self, epoch: int) -> None:
        expect(self.root).to_have_attribute("data-epoch", str(epoch))

    @property
    def epoch(self) -> int:
        return int(self.root.get_attribute("data-epoch") or "-1")

    @property
    def parameters(self) -> list[str]:
        """Weight 1, weight 2 and bias, in full, as Python writes them."""
        return [in_full(self.description(name, 1).inner_text()) for name in ("Weight 1", "Weight 2", "Bias")]

    @property
    def table(self) -> list[list[str]]:
        return [row.split("\t") for row in self.rows.all_inner_texts()]

    def open_stage(self, name: str) -> None:
        self.page.get_by_role("list", name="Stages").get_by_role("button", name=name, exact=True).click()
        self.rest()

    def record(self) -> dict[str, str]:
        """The terms of the open stage of an update, as Python writes them."""
        terms = self.panel("One update").locator("dl > div")
        return dict(tuple(text.replace("−", "-").split("\n")) for text in terms.all_inner_texts())  # type: ignore[misc]

    def scrub(self, epoch: int) -> None:
        """Move the time slider to an epoch and wait until it is shown."""
        self.time.fill(str(epoch))
        self.rest()

    def expect_moment(self, epoch: int | None) -> None:
        """That this epoch is looked at; None is now."""
        if epoch is None:
            expect(self.root).not_to_have_attribute("data-moment", re.compile(""))
        else:
            expect(self.root).to_have_attribute("data-moment", str(epoch))

    def open_tab(self, name: str) -> None:
        """Open a panel of the closer look and wait until it is filled."""
        self.tab(name).click()
        expect(self.panel(name)).to_be_visible()
        self.rest()

    @property
    def map_pixels(self) -> list[int]:
        """Every colour of the map's ground, as a number."""
        pixels: list[int] = self.map.locator("canvas").evaluate(PIXELS)
        return pixels

    def expect_new_map(self, before: list[int]) -> None:
        """That the map's ground has another colour somewhere."""
        canvas = self.map.locator("canvas").element_handle()
        changed = f"([canvas, before]) => ({PIXELS})(canvas).join() !== before.join()"
        self.page.wait_for_function(changed, arg=[canvas, before])
