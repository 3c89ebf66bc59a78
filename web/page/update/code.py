"""What follows when a person writes a program or Python has read, changed or tried one.

A program runs only when they press “Run this Python” and its first epoch went well; until then the run stays as it is.
"""

from web.page import messages
from web.page.state import State
from web.page.update.choices import another_run
from web.page.update.form import at_its_start, without_complaints

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from web.worker.session import Request

DEED = "code"
CHOICE_FIELD = "choose-rule"


def with_fault(state: State, fault: dict) -> State:
    """The program is wrong: nothing goes on by itself, and what it did before stays on the screen."""
    return state.but(
        fault=fault, trying=False, training=False, steps=0, back_to=(), place=(), stretch=(), spoken=fault["sentence"]
    )


def with_run_stopped(state: State, fault: dict) -> State:
    """The program in use cannot go on from where the run is now."""
    stopped = {"fault": fault, "run": state.wanted, "at": (state.epoch, state.row)}
    return with_fault(state.but(run_fault=stopped), fault)


def answered(state: State, reply: dict) -> State:
    """What Python said of a program, unless the person has gone on meanwhile."""
    _, verb, text, _ = reply["request"]["do"]
    own = reply["own"]
    if verb == "compare":
        return state.but(compared=(text, own["diff"]))
    if verb == "try":
        return _tried(state, text, own)
    if verb == "take home":
        return _taken_home(state, own)
    is_wanted = state.code.brought == text if verb == "bring" else state.code.changing and state.code.change == text
    if not is_wanted:
        return state
    after = state.but(brought="", changing=False)
    if "complaint" in own:
        return after.but(program_complaint=own["complaint"])
    if verb == "bring" and _goes_on_typing(state, text):
        return after if own["program"] == state.program else after.but(earlier=(own["program"],))
    return _instead(after, own["program"])


def given_up(state: State, request: "Request") -> State:
    """What was to be done with the program failed or hung, and would do so again."""
    if not request or request["do"][:1] not in ([DEED], (DEED,)):
        return state
    draft, after = state.code.draft, state.but(brought="", changing=False, trying=False, taking_home=False)
    # It is not known how the text differs, and it is not asked again.
    return after.but(compared=(draft[0], None) if draft else ()) if request["do"][1] == "compare" else after


def _program_typed(state: State, message: messages.ProgramTyped) -> State:
    return _with_draft(state, message.text)


def _editor_ready(state: State, _: messages.EditorReady) -> State:
    return state.but(in_colours=True)


def _program_brought(state: State, message: messages.ProgramBrought) -> State:
    if not message.packed:
        return state.but(in_address="")
    return state.but(brought=message.packed, in_address=message.packed, tab=DEED)


def _goes_on_typing(state: State, packed: str) -> bool:
    """Whether the text in the box was typed when the address brought this program too, as before a reload."""
    return bool(state.code.draft) and state.code.draft_for == packed


def _restore_pressed(state: State, _: messages.RestorePressed) -> State:
    """The page's own program stands in the box again; to train with it, it has to be run."""
    if not state.form.settings["rule"]:
        return state.but(
            draft=(), draft_is_back=False, in_address="", compared=(), fault={}, program_complaint="", trying=False,
            stopped_while="",
        )  # fmt: skip
    panel = state.panel_of("code")
    return _with_draft(state, panel["own"]) if panel else state


def _own_python_pressed(state: State, _: messages.OwnPythonPressed) -> State:
    """The page's own program trains at once, and the way back to the run before is there too."""
    rule = state.form.settings["rule"]
    return with_program_kept(run_with(state, ""), state, rule) if rule else state


def with_program_kept(after: State, before: State, rule: str) -> State:
    """A program that ran stands in the box, unless another text does that was typed since."""
    return after.but(brought=rule, draft=before.code.draft, draft_for=before.code.draft_for)


def _earlier_pressed(state: State, _: messages.EarlierPressed) -> State:
    earlier = state.code.earlier
    return _instead(state.but(earlier=()), earlier[0]) if earlier else state


def _change_chosen(state: State, message: messages.ChangeChosen) -> State:
    return state.but(change=message.name, changing=False)


def _change_pressed(state: State, _: messages.ChangePressed) -> State:
    return state.but(changing=True, program_complaint="")


def _take_home_pressed(state: State, _: messages.TakeHomePressed) -> State:
    return state.but(taking_home=True, program_complaint="")


def _instead(state: State, text: str) -> State:
    """Another text in the box. The one that stood there and has not run can be had back."""
    draft = state.code.draft
    return _with_draft(state.but(earlier=draft) if draft and draft != (text,) else state, text)


def _with_draft(state: State, text: str) -> State:
    """Another text in the box, which is no longer the one that was to be tried."""
    after = without_complaints(state, (CHOICE_FIELD,))
    return after.but(
        draft=(text,),
        draft_for=state.form.settings["rule"] or state.code.in_address,
        draft_is_back=False,
        program_complaint="",
        fault={},
        trying=False,
        stopped_while="",
    )


def _tried(state: State, text: str, own: dict) -> State:
    """A program that went well for an epoch trains the neuron from the start."""
    if not state.code.trying or text != state.program:
        return state
    state = state.but(trying=False)
    if "fault" in own:
        return with_fault(state, own["fault"])
    if "complaint" in own:
        return state.but(program_complaint=own["complaint"])
    return run_with(state, own["rule"])


def run_with(state: State, rule: str) -> State:
    """Train from the start with a packed program, or with the page's own."""
    settings = dict(state.form.settings)
    if settings["rule"] == rule:
        settings["legs"] = ""
        after = at_its_start(state.but(settings=settings))
    else:
        settings["rule"] = rule
        after = another_run(state, settings)
    after = after.but(draft=(), draft_is_back=False, in_address="", compared=(), fault={}, stopped_while="")
    return after.but(training=True, goal=after.epochs, owed=0.0)


def _taken_home(state: State, own: dict) -> State:
    after = state.but(taking_home=False)
    if "fault" in own:
        return with_fault(after, own["fault"])
    if "complaint" in own:
        return after.but(program_complaint=own["complaint"])
    return after.but(program_file=own["file"])


UPDATES = {
    messages.ProgramTyped: _program_typed,
    messages.EditorReady: _editor_ready,
    messages.ProgramBrought: _program_brought,
    messages.RestorePressed: _restore_pressed,
    messages.EarlierPressed: _earlier_pressed,
    messages.OwnPythonPressed: _own_python_pressed,
    messages.ChangeChosen: _change_chosen,
    messages.ChangePressed: _change_pressed,
    messages.TakeHomePressed: _take_home_pressed,
}
