"""One update, stage by stage: the formula with its numbers, every digit, and the Python that does it."""

from perceptron.aspects import CODE, STAGES
from web.page.markup import escaped
from web.page.state import State


def view(state: State) -> list:
    """The writes for the panel; none while another tab is open."""
    panel = state.panel_of("update")
    if not panel:
        return []
    asks = state.stepper.quiz and state.look.stage > 0 and panel["stage"] not in state.stepper.answered_stages
    return [(f"code-{piece}", "hidden", piece not in panel["code"]) for piece in CODE] + [
        ("update-title", "text", panel["title"]),
        ("row-back", "disabled", not state.shown_epoch and not state.said.report["shown"]["row"]),
        ("update-first", "disabled", not state.epoch and not state.row),
        ("update-largest", "disabled", not state.epoch),
        ("update-last", "disabled", not state.epoch),
        ("stage-back", "disabled", state.look.stage == 0),
        ("stage-on", "disabled", state.look.stage == len(STAGES) - 1),
        ("stage-trail", "html", _trail(state, panel)),
        ("stage-title", "text", f"{state.look.stage + 1} of {len(STAGES)}: {panel['titles'][state.look.stage]}"),
        ("stage-sentence", "text", panel["sentence"]),
        ("stage-formulas", "html", "".join(panel["questions" if asks else "formulas"])),
        ("update-terms", "html", "" if asks else _terms(panel["results"])),
        ("update-code", "data-stage", panel["stage"]),
        ("quiz", "checked", state.stepper.quiz),
        ("quiz-form", "hidden", not asks),
        ("guess-label", "text", f"{panel['results'][0]['name']}: what will it be?"),
        ("guess-mark", "text", _mark(state, panel)),
        # What was typed for one question is no guess at the next.
        ("guess", "value", state.stepper.typed[1] if state.stepper.typed[:1] == (state.asked_stage,) else ""),
        ("guess", "aria-invalid", "true" if state.stepper.mark and not state.stepper.mark["right"] else None),
    ]


def _trail(state: State, panel: dict) -> str:
    items = []
    for number, title in enumerate(panel["titles"]):
        current = ' aria-current="step"' if number == state.look.stage else ""
        items.append(f'<li><button type="button" data-number="{number}"{current}>{title}</button></li>')
    return "".join(items)


def _terms(results: list) -> str:
    return "".join(f"<div><dt>{escaped(result['name'])}</dt><dd>{result['value']}</dd></div>" for result in results)


def _mark(state: State, panel: dict) -> str:
    if not state.stepper.mark or state.stepper.mark["stage"] != panel["stage"]:
        return ""
    sentence = state.stepper.mark["sentence"]
    return f"✓ {sentence}" if state.stepper.mark["right"] else f"✗ {sentence} {panel['hint']}"
