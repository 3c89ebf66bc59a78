"""What is wrong with a person's program, as facts: where it is, what Python says, and the variables at that moment."""

from collections.abc import Iterable
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from traceback import FrameSummary

FILE = "your program"
MOST_OF_A_VALUE = 60  # characters
MOST_VARIABLES = 20
MOST_OF_A_MESSAGE = 300

# The kinds of faults that Python itself finds; the first that fits counts.
OF_PYTHON: tuple[tuple[type[BaseException], str], ...] = (
    (SyntaxError, "syntax"),
    (RecursionError, "recursion"),
    (NameError, "name"),
    (AttributeError, "attribute"),
    (ImportError, "import"),
    (TypeError, "type"),
    (ZeroDivisionError, "division by zero"),
    (OverflowError, "overflow"),
    (LookupError, "lookup"),
    (ValueError, "value"),
    (MemoryError, "memory"),
    (SystemExit, "exit"),
    (KeyboardInterrupt, "ending"),
    (GeneratorExit, "ending"),
)
# Those that the page finds, because the program is not what trains a neuron.
NO_CLASS, NO_METHOD, NO_ANSWER = "no class", "no method", "no answer"
LOST, NEW, NO_NUMBER, TRUE_OR_FALSE, COUNT = "lost", "new", "no number", "bool", "count"
NOT_FINITE, NAN = "not finite", "NaN"
ENDLESS, INPUT, OTHER, ARGUMENTS = "endless", "input", "other", "arguments"
# How the page makes, asks and trains a neuron, whose methods must take that.
CALLS = {
    "__init__": "__init__(self, weights, bias, learning_rate), or with fewer of these",
    "predict": "predict(self, inputs)",
    "train": "train(self, inputs, target)",
}
KINDS = tuple(
    dict.fromkeys(
        [kind for _, kind in OF_PYTHON]
        + [NO_CLASS, NO_METHOD, NO_ANSWER, LOST, NEW, NO_NUMBER, TRUE_OR_FALSE, NOT_FINITE, NAN, COUNT]
        + [ENDLESS, INPUT, OTHER, ARGUMENTS]
    )
)


class Fault(NamedTuple):
    """One fault, of one of the KINDS.

    `line` and `columns`, from the first to the one after the last, count from 1 and are 0 where they are not known.
    `message` is Python's own. `name` is the attribute or method, and `value` what it holds, where the kind is about
    one. `variables` has the names and values at that moment. `epoch` and `row` count from 1; they are 0 outside of
    training.
    """

    kind: str
    message: str = ""
    line: int = 0
    columns: tuple[int, int] = (0, 0)
    name: str = ""
    value: str = ""
    variables: tuple[tuple[str, str], ...] = ()
    epoch: int = 0
    row: int = 0


class ProgramError(Exception):
    """A person's program cannot go on; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message or fault.kind)
        self.fault = fault


class EndlessLoop(BaseException):
    """Raised within a program that has not come to the end of a row for too long."""


class Stopped(KeyboardInterrupt):
    """A person has pressed Ctrl+C, see perceptron.ctrl_c. A program that raises KeyboardInterrupt itself is wrong."""


class InputAsked(BaseException):
    """Raised within a program that asks for something to be typed."""


def fault_of(error: BaseException, program: str = "") -> Fault:
    """What is wrong, by what the program with this text raised."""
    import traceback  # few programs are ever wrong

    # Only the last of the calls is looked at, for a program that calls itself without end has made a thousand.
    inner, innermost = _last_of_program(error.__traceback__), _last(error.__traceback__)
    found = traceback.TracebackException(type(error), error, innermost, compact=True)
    message = "".join(list(found.format_exception_only())[-1:]).strip()[:MOST_OF_A_MESSAGE]
    if isinstance(error, SyntaxError) and error.filename == FILE:
        start = error.offset or 0
        return Fault("syntax", message, error.lineno or 0, (start, max(error.end_offset or 0, start)))
    kind = _kind(error)
    called = message.partition("()")[0].rpartition(".")[2]
    if isinstance(error, TypeError) and not inner and called in CALLS:
        return Fault(ARGUMENTS, message, name=called, value=CALLS[called])
    told = "" if kind in (ENDLESS, INPUT) else message
    if not inner:
        return Fault(kind, told)
    [place] = traceback.extract_tb(inner)
    return Fault(kind, told, place.lineno or 0, _columns(place, program), variables=_variables_at(inner.tb_frame))


def short(value: object) -> str:
    """A value as a text of at most MOST_OF_A_VALUE characters."""
    try:
        text = repr(value)
    except Stopped:
        raise
    except BaseException:  # a person's own __repr__
        text = f"<{type(value).__name__}>"
    return text if len(text) <= MOST_OF_A_VALUE else text[: MOST_OF_A_VALUE - 1] + "…"


def _kind(error: BaseException) -> str:
    if isinstance(error, EndlessLoop):
        return ENDLESS
    if isinstance(error, InputAsked):
        return INPUT
    if isinstance(error, OverflowError) and "index-sized" in str(error):
        return "memory"  # the length of what does not fit into it
    return next((kind for known, kind in OF_PYTHON if isinstance(error, known)), OTHER)


def _columns(place: "FrameSummary", program: str) -> tuple[int, int]:
    """From which column to which. Python counts the bytes of a line, and people its characters."""
    lines = program.splitlines()
    if place.colno is None or place.end_colno is None or place.end_lineno != place.lineno:
        return 0, 0
    if not 0 < (place.lineno or 0) <= len(lines):
        return 0, 0
    line = lines[(place.lineno or 0) - 1].encode()
    first, last = (len(line[:count].decode(errors="replace")) for count in (place.colno, place.end_colno))
    return first + 1, last + 1


def _last(trace: TracebackType | None) -> TracebackType | None:
    """The innermost call of a traceback, by itself."""
    while trace and trace.tb_next:
        trace = trace.tb_next
    return trace


def _last_of_program(trace: TracebackType | None) -> TracebackType | None:
    """The innermost call of the program's own functions, by itself."""
    found = None
    while trace:
        found = trace if trace.tb_frame.f_code.co_filename == FILE else found
        trace = trace.tb_next
    return TracebackType(None, found.tb_frame, found.tb_lasti, found.tb_lineno) if found else None


def _variables_at(frame: FrameType) -> tuple[tuple[str, str], ...]:
    """The variables of a function of the program, those of `self` one by one."""
    if frame.f_code.co_name == "<module>":
        return ()
    return tuple(variables(frame.f_locals.items()))[:MOST_VARIABLES]


def variables(found: Iterable[tuple[str, object]]) -> list[tuple[str, str]]:
    """Names and values as short texts; `self` is taken apart."""
    told: list[tuple[str, str]] = []
    for name, value in found:
        if name == "self":
            told += [(f"self.{part}", short(held)) for part, held in getattr(value, "__dict__", {}).items()]
        elif not name.startswith("__"):
            told.append((name, short(value)))
    return told
