"""The lines of the program in the order in which they run for the update that is looked at, with their values."""

from perceptron.experiment import Run
from perceptron.words.numbers import with_minuses
from web.worker.reports.look import Shown

Values = list[list[str]]


def report(run: Run, seen: Shown) -> dict[str, object]:
    """Each line with the parts of the drawing that it is about; what is left out; and the fault that ended it."""
    from perceptron.findings.lines_in_drawing import parts_of_lines  # few ever look at the lines
    from perceptron.line_by_line import lines_at
    from perceptron.words.faults import fault_in_words
    from perceptron.words.lines import left_out_in_words

    found = lines_at(run, seen.epoch + 1, seen.row + 1)
    parts = parts_of_lines(found.ran, run.settings.data.inputs)
    return {
        "ran": [
            {
                "line": line.line,
                "text": line.text,
                "function": line.function,
                "turns": [list(turn) for turn in line.turns],
                "read": _for_people(line.read),
                "wrote": _for_people(line.wrote),
                "parts": list(about),
            }
            for line, about in zip(found.ran, parts, strict=True)
        ],
        "left_out": left_out_in_words(found),
        "fault": fault_in_words(found.fault) if found.fault else "",
    }


def _for_people(values: tuple[tuple[str, str], ...]) -> Values:
    return [[name, with_minuses(value)] for name, value in values]
