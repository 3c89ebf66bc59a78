"""Where things are on the page, found as a person finds them: by role, label and text.

What has no role, such as the parts of a drawing, is found here too, so that no test needs to know its id.
"""

import re

from playwright.sync_api import Locator, Page


class Places:
    """The places of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator("html")

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
        """They are there, unseen, until somebody opens them."""
        return self.failure.get_by_role("group", name="Details", include_hidden=True)

    @property
    def notice(self) -> Locator:
        """What is said of an address that cannot be taken as it is."""
        return self.page.get_by_role("status", name="Notice")

    @property
    def spoken(self) -> Locator:
        """What those hear who listen; nobody sees it."""
        return self.region("Train").get_by_role("status", name="What happens")

    @property
    def progress(self) -> Locator:
        """How far the run has come, in words."""
        return self.region("Train").get_by_text(re.compile(r"^Epoch \d"))

    def field(self, name: str) -> Locator:
        return self.page.get_by_role("spinbutton", name=name)

    def choice(self, name: str) -> Locator:
        """The list of a setting."""
        return self.region("Train").get_by_role("combobox", name=name, exact=True)

    @property
    def more_settings(self) -> Locator:
        """What opens the settings that few people need, and tells those that are not at their default."""
        return self.region("Train").get_by_text(re.compile("^More settings"))

    def slider(self, name: str) -> Locator:
        """The slider of a weight or the bias."""
        return self.page.get_by_role("slider", name=f"{name}, slider")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def switch(self, name: str) -> Locator:
        return self.page.get_by_role("checkbox", name=name, exact=True)

    @property
    def score(self) -> Locator:
        return self.region("Results").get_by_text(re.compile(r"^(\d+|…) of ([\d,]+|…) (test (sums|rows) )?right$"))

    @property
    def comparison(self) -> Locator:
        """Whether the run gives the article's lines."""
        words = re.compile("^Same as the article|lines (before training )?match the article")
        return self.region("Results").get_by_text(words)

    @property
    def results(self) -> Locator:
        """The part of the table that has the test rows, and beside the chosen one its reason."""
        return self.page.get_by_role("table", name="Results").get_by_role("rowgroup").last

    @property
    def rows(self) -> Locator:
        return self.results.locator("tr[data-row]")

    @property
    def reason(self) -> Locator:
        """The row that says in short why the chosen one is right or wrong."""
        return self.results.locator("tr.reason:visible")

    def verdict(self, row: int) -> Locator:
        """The button that says whether this row, counted from 0, is right."""
        return self.rows.nth(row).get_by_role("button")

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
        return self.region("The neuron").get_by_role("status").first

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
        return self.region("The curve").get_by_text("mean squared error").first

    @property
    def time(self) -> Locator:
        return self.page.get_by_role("slider", name="Time", exact=True)

    def tab(self, name: str) -> Locator:
        return self.page.get_by_role("tab", name=name, exact=True)

    def panel(self, name: str) -> Locator:
        """A panel of the closer look, open or not."""
        return self.page.get_by_role("tabpanel", name=name, exact=True, include_hidden=True)

    @property
    def activation(self) -> Locator:
        """The picture of the activation, with the test rows on it."""
        return self.page.get_by_role("img", name="The activation’s curve with the test rows on it")

    @property
    def map(self) -> Locator:
        """Where the map's cursor moves. It is there, unseen, while another panel is open."""
        return self.page.get_by_role("application", name=re.compile("^(Map|Curve)"), include_hidden=True)

    @property
    def map_reading(self) -> Locator:
        return self.panel("Map").get_by_role("status")

    def yardstick(self, name: str) -> Locator:
        """What one of the yardsticks says."""
        return self.panel("Yardsticks").locator("dl > div").filter(has_text=name).get_by_role("definition")

    @property
    def course(self) -> Locator:
        """It is named by the lesson that is open."""
        return self.page.get_by_role("region").filter(has=self.button("Leave the course"))

    @property
    def lesson(self) -> Locator:
        """The title of the open lesson."""
        return self.course.get_by_role("heading", level=2)

    @property
    def to_look_at(self) -> Locator:
        """What a lesson that is done still waits to be seen."""
        return self.course.get_by_role("status", name="What to look at")

    @property
    def happened(self) -> Locator:
        """What the open lesson says when it is done."""
        return self.course.get_by_role("status", name="What just happened")
