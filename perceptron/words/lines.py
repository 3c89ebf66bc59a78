"""Says how many of the lines that ran are not shown."""

from perceptron.fields import counted
from perceptron.line_by_line import Lines


def left_out_in_words(lines: Lines) -> str:
    """Nothing if all are shown."""
    if not lines.left_out:
        return ""
    more = counted(lines.left_out, "more line")
    least = "" if lines.is_counted else "At least "
    return f"These are the first {counted(len(lines.ran), 'line')}. {least}{more} ran."
