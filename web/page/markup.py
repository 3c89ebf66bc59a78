"""Text within markup: a person's own names of columns must never be taken for HTML."""


def escaped(text: str) -> str:
    """The text as it stands in HTML, between tags and in attributes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def option(value: str, words: str, chosen: bool) -> str:
    """An entry of a list."""
    return f'<option value="{escaped(value)}"{" selected" if chosen else ""}>{escaped(words)}</option>'
