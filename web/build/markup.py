"""Writes into the page's HTML what a view would write into the page in a browser."""

import html
import re

FLAGS = ("hidden", "disabled", "checked")


def write(page: str, name: str, kind: str, value: object) -> str:
    """One write of a view, done to markup. Raises ValueError when the element is not there or not empty."""
    found = re.search(rf'<([\w-]+)\b[^>]*\bid="{re.escape(name)}"[^>]*>', page)
    if not found:
        raise ValueError(f"index.html has no element with the id {name}.")
    tag, start, end = str(found.group()), found.start(), found.end()
    if kind == "choice":
        return page
    if kind in ("text", "html"):
        content = html.escape(str(value)) if kind == "text" else str(value)
        closing = f"</{found.group(1)}>"
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
