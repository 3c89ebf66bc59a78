"""The lines of a program in the order in which they ran for one row, each with the values that it read and wrote.

A line within a loop stands there once for each turn. It is told of on a copy of the neuron, so that looking changes
nothing.
"""

import ast
import sys
from collections.abc import Callable, Iterator, Sequence
from types import CodeType, FrameType
from typing import Any, NamedTuple

from perceptron.changed_neuron import ChangedNeuron, Rates
from perceptron.changed_program import Program
from perceptron.changed_run import ChangedRun
from perceptron.datasets import Row
from perceptron.experiment import Run
from perceptron.faults import FILE, EndlessLoop, Fault, ProgramError, Stopped, short
from perceptron.program import program_of

MOST_LINES = 500  # that are kept
MOST_COUNTED = 20_000  # so many are counted; then the program goes on without being watched, or it would take too long
RETURN = "return"
Values = tuple[tuple[str, str], ...]
LOOPS = (ast.For, ast.While)
NEW = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)  # what is in them runs by itself
FUNCTIONS = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
# What a value can be asked for again without doing anything.
ASKED = (ast.Name, ast.Attribute, ast.Subscript, ast.Constant, ast.UnaryOp, ast.USub, ast.Load, ast.Store)


class Ran(NamedTuple):
    """One line that ran: its number in the program, from 1, its text, and the function that it stands in.

    `turns` holds for each loop around it, from the outermost, the line of the loop and the turn, from 1. A loop's own
    line belongs to the turn that it begins; when the loop is over, it begins none. `read` and `wrote` hold names and
    values as short texts; what a function gives back is written as “return”.
    """

    line: int
    text: str
    function: str
    turns: tuple[tuple[int, int], ...]
    read: Values
    wrote: Values


class Lines(NamedTuple):
    """The lines that ran, how many more there were than are kept, and what stopped the program, if anything did.

    Of a very long row not all are counted: `is_counted` is False, and `left_out` is the least there were.
    """

    ran: tuple[Ran, ...]
    left_out: int
    is_counted: bool
    fault: Fault | None


def lines_at(run: Run, epoch: int, place: int) -> Lines:
    """The lines of the update at this place of an epoch, both from 1, of any run. Raises as `Run.update_at`."""
    update = run.update_at(epoch, place)
    row = Row(update.inputs, update.target)
    if isinstance(run, ChangedRun):
        return line_by_line(run.neuron_before(epoch, place), row, run.rates_in(epoch - 1), epoch - 1, place - 1)
    program, rate = Program(program_of(run.settings)), update.learning_rate
    neuron = ChangedNeuron(program, update.weights, update.bias, rate, run.neuron.activation)
    return line_by_line(neuron, row, {}, epoch - 1, place - 1)


def line_by_line(neuron: ChangedNeuron, row: Row, rates: Rates, epoch: int = 0, place: int = 0) -> Lines:
    """The lines with which the neuron learns from a row. `rates`, `epoch` and `place` are those of `train_rows`."""
    watched = neuron.with_state(neuron.state)
    seen = _Seen(neuron.program.text)
    fault = None
    before = sys.gettrace()
    try:
        sys.settrace(seen.entered)
        watched.train_rows([row], rates, epoch, place)
    except ProgramError as wrong:
        fault = wrong.fault
    finally:
        sys.settrace(before)
    return Lines(tuple([running.told() for running in seen.running]), seen.left_out, seen.is_counting, fault)


class _Statement(NamedTuple):
    """A statement, or the head of one that has others in it, with what it reads and writes."""

    node: ast.stmt
    loops: tuple[int, ...]  # the lines of the loops around it, and its own if it is one
    read: tuple["_Asked", ...]
    written: tuple["_Asked", ...]


class _Asked(NamedTuple):
    """A name, an attribute or an entry as the program writes it, and the code that asks for its value."""

    text: str
    code: CodeType


class _Running:
    """A line that has begun and perhaps not ended."""

    def __init__(
        self, statement: _Statement, text: str, function: str, turns: tuple[tuple[int, int], ...], read: Values
    ) -> None:
        self.statement = statement
        self.text = text
        self.function = function
        self.turns = turns
        self.read = read
        self.wrote: Values = ()
        self.is_kept = False
        self.has_failed = False

    def told(self) -> Ran:
        return Ran(self.statement.node.lineno, self.text, self.function, self.turns, self.read, self.wrote)


class _Seen:
    """Notes what happens in the functions of a program."""

    def __init__(self, text: str) -> None:
        self.running: list[_Running] = []
        self.left_out = 0
        self.is_counting = True
        self._lines = text.splitlines()
        self._statements = _by_line(text)

    def entered(self, frame: FrameType, event: str, _: object) -> Callable[..., Any] | None:
        """The trace function of a call of the program; None for other calls, and for what stands in one expression."""
        code = frame.f_code
        if code.co_filename != FILE or code.co_name.startswith("<"):
            return None
        last: _Running | None = None
        turns: dict[int, int] = {}

        def happened(frame: FrameType, event: str, value: object) -> Callable[..., Any]:
            nonlocal last
            if event == "line":
                if self.left_out >= MOST_COUNTED:
                    self.is_counting = False
                    sys.settrace(None)
                    return happened
                statement = self._statements.get(frame.f_lineno)
                if statement is None or _goes_on(last, statement):
                    return happened
                self._end(last, frame, statement)
                last = self._begin(frame, statement, last, turns)
            elif event == "exception" and last:
                last.has_failed = True
            elif event == RETURN:
                self._end(last, frame, None)
                if last and isinstance(last.statement.node, ast.Return) and not last.has_failed:
                    last.wrote = ((RETURN, short(value)),)
            return happened

        return happened

    def _begin(
        self, frame: FrameType, statement: _Statement, last: _Running | None, turns: dict[int, int]
    ) -> _Running | None:
        loops = last.statement.loops if last else ()
        for line in statement.loops:
            if line not in loops:
                turns[line] = 0
        if isinstance(statement.node, LOOPS):
            turns[statement.node.lineno] += 1
        counted = tuple([(line, turns[line]) for line in statement.loops])
        is_kept = len(self.running) < MOST_LINES
        running = _Running(
            statement,
            self._lines[statement.node.lineno - 1],
            frame.f_code.co_name,
            counted,
            _values(frame, statement.read) if is_kept else (),
        )
        if is_kept:
            running.is_kept = True
            self.running.append(running)
        else:
            self.left_out += 1
        return running

    def _end(self, last: _Running | None, frame: FrameType, following: _Statement | None) -> None:
        """Note what a line wrote, now that the next one begins. A loop that is over has given out nothing."""
        if last is None or last.has_failed:
            return
        head = last.statement.node
        if isinstance(head, LOOPS) and (following is None or not _is_within(following.node, head)):
            last.turns = last.turns[:-1]
            return
        if last.is_kept:
            last.wrote = _values(frame, last.statement.written)


def _values(frame: FrameType, asked: Sequence[_Asked]) -> Values:
    """What these expressions are now; those that are not there, or are functions, are left out."""
    found = []
    for text, code in asked:
        try:
            value = eval(code, frame.f_globals, frame.f_locals)
        except (EndlessLoop, Stopped):
            raise
        except BaseException:
            continue
        if not callable(value) and not isinstance(value, type(sys)):
            found.append((text, short(value)))
    return tuple(found)


def _goes_on(last: _Running | None, statement: _Statement) -> bool:
    """Whether the line is only another part of the statement that runs."""
    return last is not None and last.statement is statement and not isinstance(statement.node, LOOPS)


def _is_within(node: ast.stmt, loop: ast.For | ast.While) -> bool:
    return loop.body[0].lineno <= node.lineno <= (loop.body[-1].end_lineno or 0)


def _by_line(text: str) -> dict[int, _Statement]:
    """The statements by each line of theirs; where one stands within another, the inner."""
    found: dict[int, _Statement] = {}

    def add(body: Sequence[ast.stmt], loops: tuple[int, ...]) -> None:
        for node in body:
            inner = list(_inner(node))
            around = (*loops, node.lineno) if isinstance(node, LOOPS) else loops
            last = min([part.lineno for part in inner], default=(node.end_lineno or node.lineno) + 1)
            parts = [] if isinstance(node, NEW) else _own_parts(node, inner)
            read, written = _asked(text, node, parts, ast.Load), _asked(text, node, parts, ast.Store)
            statement = _Statement(node, around, read, written)
            for line in range(node.lineno, max(last, node.lineno + 1)):
                found.setdefault(line, statement)
            add(inner, () if isinstance(node, NEW) else around)

    add(ast.parse(text).body, ())
    return found


def _inner(node: ast.stmt) -> Iterator[ast.stmt]:
    """The statements that stand within one, also those after `else` and `except`."""
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.stmt):
            yield part
        elif isinstance(part, ast.excepthandler):
            yield from [inner for inner in ast.iter_child_nodes(part) if isinstance(inner, ast.stmt)]


def _own_parts(node: ast.stmt, inner: Sequence[ast.stmt]) -> list[ast.expr]:
    """All expressions that belong to a statement and not to those within it, in the order in which they are written."""
    parts = [part for child in ast.iter_child_nodes(node) if child not in inner for part in ast.walk(child)]
    found = [part for part in parts if isinstance(part, ast.expr) and not isinstance(part, FUNCTIONS)]
    return sorted(found, key=lambda part: (part.lineno, part.col_offset))


def _asked(text: str, node: ast.stmt, parts: Sequence[ast.expr], context: type) -> tuple[_Asked, ...]:
    """The names, attributes and entries that are read or written there, each once, without those within others."""
    named = [part for part in parts if isinstance(part, ast.Name | ast.Attribute | ast.Subscript)]
    holders = {id(part.value) for part in named if not isinstance(part, ast.Name)}
    changed = node.target if isinstance(node, ast.AugAssign) else None  # which is read and written
    found: dict[str, _Asked] = {}
    for part in named:
        is_meant = isinstance(part.ctx, context) or part is changed
        if is_meant and id(part) not in holders and all(isinstance(inner, ASKED) for inner in ast.walk(part)):
            # As it is written, in one line: to write it anew from its tree would fetch a part of Python's library.
            written = " ".join((ast.get_source_segment(text, part) or "").split())
            if written not in found:
                found[written] = _Asked(written, compile(f"({written})", "a value", "eval"))
    return tuple(found.values())
