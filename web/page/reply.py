"""What a reply of Python's tells, and what each part of it is about.

A part that is about what is wanted already is not asked for again: a step of the map's cursor brings one sentence.
"""

from perceptron.settings_table import KEPT_BY_A_RUN
from web.page.state import State

# Every part, in web.worker.reports.PARTS too; those that a person sees change while the neuron is trained come first.
SHOWN = ("report", "selected", "curve", "start", "answer", "panel", "ground")
AT_REST = ("summary", "milestones")
# What the panel of each tab depends on, besides the moment.
LOOKED_AT = {
    "update": ("stage",),
    "why": ("test_row",),
    "activation": ("test_row",),
    "map": ("cursor", "across", "up", "held"),
    "yardsticks": ("tolerance",),
}
# And what the map itself depends on.
PICTURED = ("quantity", "across", "up", "held")


def subjects(request: dict, at: list) -> dict:
    """What each part of a reply is about when the run is at this epoch and row; empty for what no panel shows."""
    run, look = request["run"], request["look"]
    tab, moment = look["tab"], look["moment"]
    # The worker takes a moment that the run has not reached to be now.
    shown = moment if moment and tuple(moment) < tuple(at) else at
    return {
        "report": [run, at, shown, look["page"]],
        "selected": [run, at, shown, tab == "update", look["test_row"]],
        "curve": [run, at],
        "start": [[run[name] for name in KEPT_BY_A_RUN], run["tolerance"], look["page"]],
        "answer": [run, shown, request["question"]],
        "panel": [run, at, shown, tab] + [look[name] for name in LOOKED_AT[tab]],
        "ground": [run, shown] + [look[name] for name in PICTURED] if tab == "map" else [],
        "summary": [run, shown],
        "milestones": [run, at[0]],
    }


def untold(state: State, request: dict, parts: tuple) -> list:
    """Those of these parts of which Python has not told yet what the request wants to know."""
    wanted = subjects(request, request["at"])
    return [
        part
        for part in parts
        if wanted[part] and (state.said.about.get(part) != wanted[part] or not getattr(state.said, part, True))
    ]


def with_told(state: State, reply: dict) -> State:
    """The State with what a reply tells, each part instead of what was said before."""
    request, said, form = reply["request"], state.said, state.form
    about, now = dict(said.about), subjects(request, reply["at"])
    report = dict(reply.get("report", said.report))
    for part in ("selected", "curve"):
        if part in reply or part in said.report:
            report[part] = reply.get(part, said.report.get(part))
    for part in now:
        if part in reply:
            about[part] = now[part]
    asked = tuple(request["question"])
    if "answer" in reply and len(reply["answer"]["question"]) != len(asked):
        # Nothing was asked of this data yet, so Python has chosen what to answer.
        asked = tuple(reply["answer"]["question"])
        about["answer"] = now["answer"][:2] + [list(asked)]
    # What is said of the wrong rows would change too fast to be read, so it comes when the neuron rests.
    summary = said.summary if about.get("summary") == now["summary"] else ""
    return state.but(
        about=about,
        report=report,
        start=reply.get("start", said.start),
        panel=reply.get("panel", said.panel),
        ground=reply.get("ground", said.ground),
        summary=reply.get("summary", summary),
        milestones=tuple(reply.get("milestones", said.milestones)),
        answer=reply.get("answer", said.answer),
        answered=asked if "answer" in reply else said.answered,
        question=asked if "answer" in reply and request["question"] == list(state.form.question) else form.question,
    )
