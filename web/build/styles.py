"""The style sheet with what Python's tables say in it too: the stages of an update, the map's colours and its place."""

import re

from perceptron.aspects import STAGES
from web.page.geometry import MAP_ACROSS, MAP_UP, frame
from web.page.palette import TOKENS

SELECTOR_OF_A_STAGE = re.compile(r"^[^{}\n]*\bSTAGE\b[^{}\n]*(?= \{)", re.MULTILINE)
COMMENT = re.compile(r" ?/\*.*?\*/", re.DOTALL)
INDENTATION = re.compile(r"\n\s+")


def with_tables(sheet: str) -> str:
    """A selector with STAGE is repeated for every stage; the map's tokens come last. Comments stay in the source."""
    return INDENTATION.sub("\n", COMMENT.sub("", SELECTOR_OF_A_STAGE.sub(_for_every_stage, sheet) + _tokens()))


def _for_every_stage(selector: re.Match[str]) -> str:
    return ",\n".join(selector.group().replace("STAGE", stage) for stage in STAGES)


def _tokens() -> str:
    """The map's colours, and where its canvas is in the drawing around it."""
    left, top, width, height = frame(MAP_ACROSS)
    tokens = {token: f"rgb({red} {green} {blue})" for token, (red, green, blue) in TOKENS.items()}
    places = {"left": -left / width, "top": -top / height, "across": MAP_ACROSS / width, "up": MAP_UP / height}
    tokens |= {f"--canvas-{name}": f"{100 * share:.4f}%" for name, share in places.items()}
    tokens["--canvas-frame"] = f"{width:g} / {height:g}"
    lines = [f"  {token}: {value};\n" for token, value in tokens.items()]
    return "\n:root {\n" + "".join(lines) + "}\n"
