"""Text in markup: what a person or a file says must not be taken for tags."""

ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))


def escaped(text: str) -> str:
    """The same text to stand in HTML, also within quotation marks."""
    for character, name in ESCAPES:
        text = text.replace(character, name)
    return text


def option(value: str, words: str, chosen: bool) -> str:
    """An entry of a list."""
    return f'<option value="{escaped(value)}"{" selected" if chosen else ""}>{escaped(words)}</option>'
