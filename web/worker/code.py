"""A person's program for the page: tried before it is run, compared with the page's own, changed, and taken home.

Everything here depends on its arguments alone; see web.page.update.code for what becomes of it.
"""

from dataclasses import replace

from perceptron.changed_program import Program
from perceptron.changed_run import ChangedRun
from perceptron.changes import CHANGES, changed
from perceptron.differences import differences
from perceptron.fault_lines import placed
from perceptron.faults import Fault, ProgramError
from perceptron.limits import check_program
from perceptron.packed import pack_program, unpack_program
from perceptron.program import own_program_of
from perceptron.settings import Settings
from perceptron.take_home import take_home
from perceptron.words.changes import DOES_NOT_FIT
from perceptron.words.faults import fault_in_words, line_in_words

Told = dict[str, object]


def do(settings: Settings, verb: str, text: str, epochs: str) -> Told:
    """Carry out one of the verbs with a text. Raises KeyError for another verb."""
    settings = replace(settings, legs=(), epochs=int(epochs))
    return {"try": attempt, "compare": compare, "change": change, "bring": bring, "take home": file_of}[verb](
        settings, text
    )


def attempt(settings: Settings, text: str) -> Told:
    """The program packed, empty if it is the page's own; or what is wrong with it in its first epoch or its answers."""
    if text == own_program_of(settings):
        return {"rule": ""}
    try:
        check_program(text)
        run = ChangedRun(replace(settings, rule=text or "\n"))
        run.advance(1)
        list(run.verdicts())
        return {"rule": pack_program(text)}
    except ProgramError as wrong:
        return {"fault": told(wrong.fault, text)}
    except ValueError as error:
        return {"complaint": f"Your program {error}"}


def compare(settings: Settings, text: str) -> Told:
    """What differs from the page's own program."""
    return {"diff": differences(own_program_of(settings), text)}


def change(settings: Settings, name: str) -> Told:
    """The page's own program after a ready change; or that the change does not fit these settings."""
    try:
        return {"program": changed(own_program_of(settings), CHANGES[name])}
    except ValueError:
        return {"complaint": DOES_NOT_FIT}


def bring(settings: Settings, packed: str) -> Told:
    """The text of a program that an address or a file brought."""
    try:
        return {"program": unpack_program(packed)}
    except ValueError as error:
        return {"complaint": str(error)}


def file_of(settings: Settings, text: str) -> Told:
    """The experiment with this program as one Python file; or what is wrong with the program."""
    try:
        if text != own_program_of(settings):
            check_program(text)
            Program(text)
            settings = replace(settings, rule=text)
        else:
            settings = replace(settings, rule="")
        return {"file": take_home(settings)}
    except ProgramError as wrong:
        return {"fault": told(wrong.fault, text)}
    except ValueError as error:
        return {"complaint": f"Your program {error}"}


def told(fault: Fault, program: str) -> Told:
    """A fault as the page shows it."""
    fault = placed(fault, program)
    return {
        "sentence": fault_in_words(fault),
        "line": fault.line,
        "epoch": fault.epoch,
        "where": line_in_words(fault, program),
        "variables": [list(variable) for variable in fault.variables],
    }
