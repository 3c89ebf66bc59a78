"""Writes into the page's HTML what a view would write into the page in a browser."""

import html
import re

FLAGS = ("hidden", "disabled", "checked")


def write(page: str, name: str, kind: str, value: object) -> str:
    """One write of a view, done to markup. Raises ValueError when the element is not there or not empty."""
    place = page.find(f' id="{name}"')
    if place < 0:
        raise ValueError(f"index.html has no element with the id {name}.")
    start, end = page.rindex("<", 0, place), page.index(">", place) + 1
    tag = page[start:end]
    if kind == "choice":
        return page
    if kind in ("text", "html"):
        content = html.escape(str(value)) if kind == "text" else str(value)
        closing = f"</{tag[1:].split()[0]}>"
        rest = page[end:]
        if not rest.startswith(closing):
            raise ValueError(f"The element {name} in index.html is filled by the build, so it must be empty there.")
        return page[:end] + content + rest
    tag = re.sub(rf'\s{kind}(="[^"]*")?(?=[\s>/])', "", tag)
    attribute = ""
    if kind in FLAGS:
        attribute = f" {kind}" if value else ""
    elif value is not None:
        attribute = f' {kind}="{html.escape(str(value))}"'
    closing = "/>" if tag.endswith("/>") else ">"
    return page[:start] + tag.removesuffix(closing) + attribute + closing + page[end:]
