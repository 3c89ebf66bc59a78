"""The page in a person's words: what they press, type and read."""

import re

from playwright.sync_api import Locator, Page, expect

LONG = 30_000
# An outline, or the thicker line that a part of the drawing gets instead.
FOCUS_IS_SHOWN = """() => {
    const focused = document.activeElement;
    const lines = [focused, ...focused.querySelectorAll("circle, rect, .caption")].map(getComputedStyle);
    const outlined = lines[0].outlineStyle !== "none" && parseFloat(lines[0].outlineWidth) > 0;
    return outlined || lines.some(line => line.textDecorationLine === "underline" || line.strokeWidth === "4px");
}"""

# A place with this text, all of it selected.
COPY = """text => {
    const place = document.body.appendChild(document.createElement("textarea"));
    place.id = "copied";
    place.value = text;
    place.select();
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
            'html[data-ui="ready"][data-trainer="ready"], html[data-ui="failed"], html[data-trainer="failed"]',
            timeout=LONG,
        )
        assert not self.failure.is_visible(), self.failure.text_content()

    @property
    def failure(self) -> Locator:
        return self.page.get_by_role("alert")

    def field(self, name: str) -> Locator:
        return self.page.get_by_role("spinbutton", name=name)

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def enter(self, name: str, text: str) -> None:
        """Type over what stands in a field, key by key: in Firefox, Playwright's fill() adds to a number."""
        self.field(name).press("ControlOrMeta+a")
        self.field(name).press("Delete")
        self.field(name).press_sequentially(text)

    def paste(self, name: str, text: str) -> None:
        """Paste over what stands in a field, by way of the clipboard."""
        self.page.evaluate(COPY, text)
        self.page.keyboard.press("ControlOrMeta+c")
        self.field(name).press("ControlOrMeta+a")
        self.field(name).press("ControlOrMeta+v")
        self.page.locator("#copied").evaluate("place => place.remove()")

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
        """The id of what has the focus."""
        return str(self.page.evaluate("document.activeElement.id"))

    def tab_to(self, name: str, key: str = "Tab", most: int = 90) -> None:
        """Press Tab until what has this id has the focus; whatever has it on the way must show it."""
        for _ in range(most):
            self.page.keyboard.press(key)
            shown = self.page.evaluate(FOCUS_IS_SHOWN)
            assert shown, f"{self.focused or 'something without an id'} shows no focus"
            if self.focused == name:
                return
        raise AssertionError(f"{key} never reaches {name}")

    def train_to_the_end(self) -> None:
        self.press("Train")
        self.wait_until("trained")

    def wait_until(self, run: str) -> None:
        expect(self.root).to_have_attribute("data-run", run, timeout=LONG)

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
        return self.page.locator("#comparison")

    @property
    def parameters(self) -> list[str]:
        """Weight 1, weight 2 and bias, in full."""
        return [self.page.locator(f"#{name}-full").inner_text() for name in ("weight-1", "weight-2", "bias")]

    @property
    def table(self) -> list[list[str]]:
        rows = self.page.get_by_role("table", name="Results").locator("tbody tr")
        return [row.split("\t") for row in rows.all_inner_texts()]

    def record(self) -> dict[str, str]:
        """The terms of the open stage of an update."""
        terms = self.page.locator("#update-terms > div")
        return dict(tuple(text.split("\n")) for text in terms.all_inner_texts())  # type: ignore[misc]

    def complaint(self, name: str) -> Locator:
        """What the page says about a field: the first text that describes it, for eyes and ears alike."""
        first, *_ = (self.field(name).get_attribute("aria-describedby") or "").split()
        return self.page.locator(f"#{first}")

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

    def open_tab(self, name: str) -> None:
        """Open a panel of the closer look and wait until it is filled."""
        self.page.get_by_role("tab", name=name, exact=True).click()
        expect(self.panel(name)).to_be_visible()
        self.rest()

    def panel(self, name: str) -> Locator:
        return self.page.get_by_role("tabpanel", name=name, exact=True)
