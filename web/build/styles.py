"""The style sheet with what Python's tables say in it too: the stages of an update, and the colours of the map."""

import re

from perceptron.aspects import STAGES
from web.page.palette import TOKENS

SELECTOR_OF_A_STAGE = re.compile(r"^[^{}\n]*\bSTAGE\b[^{}\n]*(?= \{)", re.MULTILINE)


def with_tables(sheet: str) -> str:
    """A selector with STAGE is repeated for every stage; the map's colours come last, as more tokens."""
    return SELECTOR_OF_A_STAGE.sub(_for_every_stage, sheet) + _colours()


def _for_every_stage(selector: re.Match[str]) -> str:
    return ",\n".join(selector.group().replace("STAGE", stage) for stage in STAGES)


def _colours() -> str:
    lines = [f"  {token}: rgb({red} {green} {blue});\n" for token, (red, green, blue) in TOKENS.items()]
    return "\n:root {\n" + "".join(lines) + "}\n"
