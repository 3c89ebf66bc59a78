"""Says how a run compares with the article."""

from perceptron.findings.comparison import Comparison, Difference

MOST_DIFFERENCES_TOLD = 3


def comparison_in_words(comparison: Comparison) -> str:
    """How many lines match the article's."""
    alike, total = comparison.alike, comparison.total
    if comparison.alike_after is None:
        if comparison.same:
            return f"Same as the article so far: {total} of {total} lines before training."
        return f"{alike} of {total} lines before training match the article."
    if comparison.same:
        return f"Same as the article: {total} of {total} lines."
    if alike == total:
        return f"All {total} lines match the article, but the learning rate changed during this run."
    lines, before, after = comparison.lines, comparison.alike_before, comparison.alike_after
    parts = f"{before} of {lines} before training, {after} of {lines} after"
    return f"{alike} of {total} lines match the article ({parts})."


def differences_in_words(comparison: Comparison) -> str:
    """The first few lines that differ; empty when all are the same."""
    told = "; ".join(map(_difference, comparison.differences[:MOST_DIFFERENCES_TOLD]))
    more = len(comparison.differences) - MOST_DIFFERENCES_TOLD
    rest = f"; and {more} more" if more > 0 else ""
    return f"{told[0].upper()}{told[1:]}{rest}." if told else ""


def _difference(difference: Difference) -> str:
    inputs = " + ".join(map(str, difference.inputs))
    return f"for {inputs} the article has {difference.in_article}, this run has {difference.in_run}"
