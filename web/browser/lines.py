"""The list of the lines that ran: it marks the one that is looked at, and keeps it in sight."""

from web.browser.screen import Page
from web.page.lines import line_shown, lines_told
from web.page.state import State


class Lines:
    """The table within `page`. The list scrolls, and never the page around it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._of: object = None
        self._marked: object = None
        self._number = -1

    def draw(self, state: State) -> None:
        """Mark the line, unless that is done already."""
        lines, number = lines_told(state), line_shown(state)
        if (lines is self._of and number == self._number) or not lines:
            return
        self._of, self._number = lines, number
        if self._marked:
            self._marked.removeAttribute("aria-current")
        self._marked = self._page.element("lines-body").children[number]
        self._marked.setAttribute("aria-current", "step")
        place = self._page.element("lines-table")
        place.scrollTop = self._marked.offsetTop - (place.clientHeight - self._marked.offsetHeight) / 2
