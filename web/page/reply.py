"""What a reply of Python's tells, and what each part of it is about.

A part that is about what is wanted already is not asked for again: a step of the map's cursor brings one sentence.
"""

from perceptron.aspects import FLOWS
from perceptron.settings_table import KEPT_BY_A_RUN
from web.page.state import State

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from web.worker.session import Request

# Every part, in web.worker.reports.PARTS too; those that a person sees change while the neuron is trained come first.
SHOWN = ("report", "selected", "curve", "start", "answer", "panel", "ground")
SKETCHED = ("sketch",)  # a curve of few points, for a frame
AT_REST = ("lines", "summary", "reason", "milestones", "ceiling", "worksheet")
# What the ceiling and the way up from it depend on; neither start nor training changes them.
OF_THE_CEILING = ("data", "activation", "bias", "scaling", "tolerance", "learning_rate", "rule")
# What the panel of each tab depends on, besides the moment.
LOOKED_AT = {
    "update": ("stage", "page"),
    "why": ("test_row",),
    "activation": ("test_row",),
    "map": ("cursor", "across", "up", "held", "grip"),
    "yardsticks": ("tolerance",),
    "data": ("training_page",),
    "code": (),
    "runs": (),
}
# And what the map itself depends on.
PICTURED = ("quantity", "across", "up", "held", "grip")


def subjects(request: "Request", at: list) -> dict:
    """What each part of a reply is about when the run is at this epoch and row; empty for what no panel shows."""
    run, look = request["run"], request["look"]
    tab, moment, flow = look["tab"], look["moment"], look["flow"]
    # The worker takes a moment that the run has not reached to be now.
    shown = moment if moment and tuple(moment) < tuple(at) else at
    flowing = {"question": request["question"], "test row": look["test_row"], "training row": 0}[flow]
    kept = [[run[name] for name in KEPT_BY_A_RUN], run["tolerance"]]
    # The data stays the same while the neuron is trained; what to know about it depends on the rate, too.
    panel = kept + [run["learning_rate"]] if tab == "data" else [run, at, shown]
    panel = [] if tab == "runs" else panel  # which is asked for run by run
    return {
        "report": [run, at, shown, look["page"]],
        "selected": [run, at, shown, flow, flowing],
        "curve": [run, at],
        "sketch": [run, at],
        "start": kept + [look["page"]],
        "answer": [run, shown, flow, flowing],
        "panel": panel + [tab] + [look[name] for name in LOOKED_AT[tab]],
        "lines": [run, shown] if tab == "update" and look["by_line"] else [],
        "ground": [run, shown] + [look[name] for name in PICTURED] if tab == "map" else [],
        "summary": [run, shown],
        "reason": [run, shown, look["test_row"]],
        "milestones": [run, at[0]],
        "ceiling": [run[name] for name in OF_THE_CEILING],
        "worksheet": [run, shown, look["sheet"]] if look["sheet"] else [],
    }


def ceiling_of(state: State) -> dict:
    """What Python said of the ceiling, if it holds for the settings that are wanted; else empty."""
    told, settings = dict(zip(OF_THE_CEILING, state.said.about.get("ceiling", ()))), state.form.settings
    # While a hand moves the rate, it is not told anew. The rate matters only to the way up.
    names = [name for name in OF_THE_CEILING if name != "learning_rate" or not state.live.holding]
    return state.said.ceiling if told and all(told[name] == settings[name] for name in names) else {}


def untold(state: State, request: "Request", parts: tuple) -> list:
    """Those of these parts of which Python has not told yet what the request wants to know."""
    wanted = subjects(request, request["at"])
    return [
        part
        for part in parts
        if wanted[part] and (state.said.about.get(part) != wanted[part] or not getattr(state.said, part, True))
    ]


def with_told(state: State, reply: dict) -> State:
    """The State with what a reply tells, each part instead of what was said before."""
    request: Request = dict(reply["request"])  # type: ignore[assignment]  # MicroPython’s dict has no copy of its kind
    said, question = state.said, state.form.question
    answered = tuple(reply["answer"]["question"]) if "answer" in reply else said.answered
    if "answer" in reply and request["look"]["flow"] == FLOWS[0]:
        if len(answered) == len(request["question"]):
            answered = tuple(request["question"])  # as it was typed
        elif request["question"] == list(question):
            # Nothing was asked of this data yet, so Python has chosen what to answer.
            question, request["question"] = answered, list(answered)
    about, now = dict(said.about), subjects(request, reply["at"])
    report = dict(reply.get("report", said.report))
    for part in ("selected", "curve"):
        if part in reply or part in said.report:
            report[part] = reply.get(part, said.report.get(part))
    for part in now:
        if part in reply:
            about[part] = now[part]
    if "sketch" in reply:
        report["curve"] = reply["sketch"]
        about.pop("curve", None)  # it is to be told in full when the hand rests
    # The lines, and what is said of the wrong rows, would change too fast to be read: they come when the neuron rests.
    summary = said.summary if about.get("summary") == now["summary"] else {}
    lines = said.lines if about.get("lines") == now["lines"] else {}
    reason = said.reason if about.get("reason") == now["reason"] else {}
    start = reply.get("start")
    columns = (
        {name: start[name] for name in ("inputs", "target", "rule", "target_called", "sign")} if start else said.columns
    )
    return state.but(
        about=about,
        engine=tuple(reply["engine"]),
        report=report,
        start=reply.get("start", said.start),
        columns=columns,
        panel=reply.get("panel", said.panel),
        lines=reply.get("lines", lines),
        ground=reply.get("ground", said.ground),
        summary=reply.get("summary", summary),
        reason=reply.get("reason", reason),
        ceiling=reply.get("ceiling", said.ceiling),
        worksheet=reply.get("worksheet", said.worksheet),
        milestones=tuple(reply.get("milestones", said.milestones)),
        answer=reply.get("answer", said.answer),
        answered=answered,
        question=question,
    )


def lift_of(state: State) -> dict:
    """The start by hand with which the wrong rows would be right; empty when there is none, or Python has not said."""
    return dict(state.said.summary["lift"]) if state.said.summary else {}


def near_of(state: State) -> dict:
    """A tolerance that shows how near the answers are, and the words for it; empty where it is not the point."""
    return dict(state.said.summary["near"]) if state.said.summary else {}


def score_called(right: int, start: dict) -> str:
    """So many of the test rows, as in “21 of 25 test sums right”."""
    things = "sums" if start["rule"] == "sum" else "rows"
    return f"{right:,} of {start['rows']:,} test {things} right"


def summary_of(state: State) -> str:
    """What the wrong rows have in common, and if other weights would get them right, why these would not help."""
    summary, limit = state.said.summary, ceiling_of(state).get("limit")
    if not summary:
        return ""
    sentence = str(summary["sentence"])
    return f"{sentence} {limit}" if limit and summary["asks_for_other_weights"] else sentence
