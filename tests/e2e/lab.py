"""The page in a person's words: what they press, type and read."""

import re

from playwright.sync_api import Locator, Page, expect

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


class Lab:
    """One opened page. Every wait is for something to be seen; a failed start is reported with its own words."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site
        self.root = page.locator("html")

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

    def region(self, name: str) -> Locator:
        """A part of the page, by its heading."""
        return self.page.get_by_role("region", name=name, exact=True)

    @property
    def failure(self) -> Locator:
        return self.page.get_by_role("alert")

    @property
    def failure_sentence(self) -> Locator:
        return self.failure.get_by_role("paragraph").first

    @property
    def failure_details(self) -> Locator:
        return self.failure.get_by_role("group", name="Details")

    @property
    def notice(self) -> Locator:
        """What is said of an address that cannot be taken as it is."""
        return self.page.get_by_role("status", name="Notice")

    @property
    def spoken(self) -> Locator:
        """What those hear who listen; nobody sees it."""
        return self.region("Train").get_by_role("status")

    @property
    def progress(self) -> Locator:
        """How far the run has come, in words."""
        return self.region("Train").get_by_text(re.compile(r"^Epoch \d"))

    def field(self, name: str) -> Locator:
        return self.page.get_by_role("spinbutton", name=name)

    def slider(self, name: str) -> Locator:
        """The slider of a weight or the bias."""
        return self.page.get_by_role("slider", name=f"{name}, slider")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def press(self, name: str) -> None:
        self.button(name).click()

    def enter(self, name: str, text: str) -> None:
        """Type over what stands in a field, key by key: in Firefox, Playwright's fill() adds to a number."""
        self.field(name).press("ControlOrMeta+a")
        self.field(name).press("Delete")
        self.field(name).press_sequentially(text)

    def paste(self, name: str, text: str) -> None:
        """Paste over what stands in a field, by way of the clipboard."""
        place = self.page.evaluate_handle(COPY, text)
        self.page.keyboard.press("ControlOrMeta+c")
        self.field(name).press("ControlOrMeta+a")
        self.field(name).press("ControlOrMeta+v")
        place.evaluate("place => place.remove()")

    def choose(self, name: str, value: str) -> None:
        """Type a value into a setting and leave the field."""
        self.enter(name, value)
        self.field(name).blur()

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

    def expect_epoch(self, epoch: int) -> None:
        expect(self.root).to_have_attribute("data-epoch", str(epoch))

    @property
    def epoch(self) -> int:
        return int(self.root.get_attribute("data-epoch") or "-1")

    @property
    def score(self) -> Locator:
        return self.page.get_by_text(re.compile(r"^(\d+|…) of (\d+|…) test sums right$"))

    @property
    def comparison(self) -> Locator:
        """Whether the run gives the article's lines."""
        words = re.compile("^Same as the article|lines (before training )?match the article")
        return self.region("Results").get_by_text(words)

    @property
    def parameters(self) -> list[str]:
        """Weight 1, weight 2 and bias, in full."""
        return [self.description(name, 1).inner_text() for name in ("Weight 1", "Weight 2", "Bias")]

    @property
    def results(self) -> Locator:
        """The part of the table that has the test rows."""
        return self.page.get_by_role("table", name="Results").get_by_role("rowgroup").last

    @property
    def rows(self) -> Locator:
        return self.results.get_by_role("row")

    def verdict(self, row: int) -> Locator:
        """The button that says whether this row, counted from 0, is right."""
        return self.rows.nth(row).get_by_role("button")

    @property
    def table(self) -> list[list[str]]:
        return [row.split("\t") for row in self.rows.all_inner_texts()]

    @property
    def drawing(self) -> Locator:
        return self.page.get_by_role("group", name="The neuron", exact=True)

    def part(self, name: str) -> Locator:
        """A part of the drawing."""
        return self.page.get_by_role("img", name=f"Part: {name}", exact=True)

    def tube(self, number: int) -> Locator:
        """The picture of a weight, which is as thick as the weight is large."""
        return self.part(f"weight {number}").locator(".tube")

    @property
    def pointer(self) -> Locator:
        """The hand of the knob that stands for the bias."""
        return self.part("bias").locator("#knob-pointer")

    @property
    def part_text(self) -> Locator:
        """What is said of the part that somebody points at."""
        return self.region("The neuron").get_by_role("status")

    @property
    def true_sum(self) -> Locator:
        return self.region("Ask it").get_by_text(re.compile("^The true sum is "))

    @property
    def update_title(self) -> Locator:
        """It is there, unseen, while another panel is open."""
        return self.panel("One update").get_by_role("heading", level=3, include_hidden=True)

    @property
    def stages(self) -> Locator:
        """The names of all stages of an update, one a button."""
        return self.page.get_by_role("list", name="Stages").get_by_role("button")

    def open_stage(self, name: str) -> None:
        self.page.get_by_role("list", name="Stages").get_by_role("button", name=name, exact=True).click()
        self.rest()

    @property
    def stage(self) -> Locator:
        """The button of the stage that is shown."""
        return self.page.get_by_role("list", name="Stages").locator("[aria-current=step]")

    @property
    def stage_title(self) -> Locator:
        """It is there, unseen, while another panel is open."""
        return self.panel("One update").get_by_role("heading", level=4, include_hidden=True).first

    @property
    def formulas(self) -> Locator:
        return self.page.get_by_role("group", name="Formulas of this stage")

    @property
    def code(self) -> Locator:
        """The Python of an update."""
        return self.page.get_by_role("group", name="The Python that does it")

    @property
    def guess(self) -> Locator:
        """Where the quiz is answered."""
        return self.panel("One update").get_by_role("textbox")

    @property
    def mark(self) -> Locator:
        """What the quiz says of an answer."""
        return self.panel("One update").get_by_role("status")

    def record(self) -> dict[str, str]:
        """The terms of the open stage of an update."""
        terms = self.panel("One update").locator("dl > div")
        return dict(tuple(text.split("\n")) for text in terms.all_inner_texts())  # type: ignore[misc]

    def complaint(self, name: str) -> Locator:
        """What the page says about a field: the first text that describes it."""
        return self.description(name, 0)

    def description(self, name: str, number: int) -> Locator:
        """One of the texts that describe a field, for eyes and ears alike."""
        descriptions = (self.field(name).get_attribute("aria-describedby") or "").split()
        return self.page.locator(f"#{descriptions[number]}")

    @property
    def curve(self) -> Locator:
        return self.page.get_by_role("img", name="The curve")

    @property
    def plot(self) -> Locator:
        """The part of the curve's picture between its axes."""
        return self.curve.locator(".u-over")

    @property
    def curve_text(self) -> Locator:
        """The numbers of the moment that is looked at or pointed at."""
        return self.region("The curve").get_by_text("mean squared error")

    @property
    def time(self) -> Locator:
        return self.page.get_by_role("slider", name="Time", exact=True)

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

    def tab(self, name: str) -> Locator:
        return self.page.get_by_role("tab", name=name, exact=True)

    def open_tab(self, name: str) -> None:
        """Open a panel of the closer look and wait until it is filled."""
        self.tab(name).click()
        expect(self.panel(name)).to_be_visible()
        self.rest()

    def panel(self, name: str) -> Locator:
        """A panel of the closer look, open or not."""
        return self.page.get_by_role("tabpanel", name=name, exact=True, include_hidden=True)

    @property
    def activation(self) -> Locator:
        """The picture of the activation, with the test rows on it."""
        return self.page.get_by_role("img", name="The sigmoid with all test rows on it")

    @property
    def map(self) -> Locator:
        """Where the map's cursor moves."""
        return self.page.get_by_role("application", name="Map of all pairs of numbers")

    @property
    def map_reading(self) -> Locator:
        return self.panel("Map").get_by_role("status")

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

    def yardstick(self, name: str) -> Locator:
        """What one of the yardsticks says."""
        return self.panel("Yardsticks").locator("dl > div").filter(has_text=name).get_by_role("definition")

    @property
    def guide(self) -> Locator:
        """It is named by the lesson that is open."""
        return self.page.get_by_role("region").filter(has=self.button("Leave the guide"))

    @property
    def lesson(self) -> Locator:
        """The title of the open lesson."""
        return self.guide.get_by_role("heading")
