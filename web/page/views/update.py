"""One update, stage by stage: the formula with its numbers, every digit, and the Python that does it."""

from web.page.state import STAGES, State


def view(state: State) -> list:
    """The writes for the panel; none while another tab is open."""
    panel = state.panel_of("update")
    if not panel:
        return []
    asks = state.quiz and state.stage > 0 and panel["stage"] not in state.answered_stages
    return [
        ("update-title", "text", panel["title"]),
        ("row-back", "disabled", not state.shown_epoch and not state.report["shown"]["row"]),
        ("update-first", "disabled", not state.epoch and not state.row),
        ("update-largest", "disabled", not state.epoch),
        ("update-last", "disabled", not state.epoch),
        ("stage-back", "disabled", state.stage == 0),
        ("stage-on", "disabled", state.stage == len(STAGES) - 1),
        ("stage-trail", "html", _trail(state, panel)),
        ("stage-title", "text", f"{state.stage + 1} of {len(STAGES)}: {panel['titles'][state.stage]}"),
        ("stage-sentence", "text", panel["sentence"]),
        ("stage-formulas", "html", "".join(panel["questions" if asks else "formulas"])),
        ("update-terms", "html", "" if asks else _terms(panel["results"])),
        ("update-code", "data-stage", panel["stage"]),
        ("quiz", "checked", state.quiz),
        ("quiz-form", "hidden", not asks),
        ("guess-label", "text", f"{panel['results'][0]['name']}: what will it be?"),
        ("guess-mark", "text", _mark(state, panel["stage"])),
        # What was typed for one question is no guess at the next.
        ("guess", "value", state.typed[1] if state.typed[:1] == (state.asked_stage,) else ""),
        ("guess", "aria-invalid", "true" if state.mark and not state.mark["right"] else None),
    ]


def _trail(state: State, panel: dict) -> str:
    items = []
    for number, title in enumerate(panel["titles"]):
        current = ' aria-current="step"' if number == state.stage else ""
        items.append(f'<li><button type="button" data-number="{number}"{current}>{title}</button></li>')
    return "".join(items)


def _terms(results: list) -> str:
    return "".join(f"<div><dt>{result['name']}</dt><dd>{result['value']}</dd></div>" for result in results)


def _mark(state: State, stage: str) -> str:
    if not state.mark or state.mark["stage"] != stage:
        return ""
    sign = "✓" if state.mark["right"] else "✗"
    return f"{sign} {state.mark['sentence']}"
