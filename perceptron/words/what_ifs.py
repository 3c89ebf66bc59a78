"""Asks what a person expects of a controlled experiment, and says what came of it."""

import math
from collections.abc import Sequence

from perceptron.fields import LEARNING_RATE, counted, grouped
from perceptron.findings.goals import Where, end_of, goals, spread, where
from perceptron.findings.run_summary import RunSummary
from perceptron.findings.what_ifs import ABOUT_THE_SAME, Outcome, Refusal, WhatIf, outcome
from perceptron.task import Task
from perceptron.words.numbers import finely, with_minuses
from perceptron.words.race import ONE_START, end_in_words
from perceptron.words.runs import distance_in_words

# A choice's word and what it says.
Choice = tuple[str, str]

# What each experiment is called on its button, and how a sentence about it begins.
SAID = {
    "slower": ("A tenth of the learning rate", "With a tenth of the learning rate"),
    "faster": ("Ten times the learning rate", "With ten times the learning rate"),
    "bias-off": ("No bias", "Without a bias"),
    "bias-on": ("A bias", "With a bias"),
    "activation-sigmoid": ("A sigmoid neuron", "With a sigmoid"),
    "activation-linear": ("A linear neuron", "With a linear neuron"),
    "activation-tanh": ("A tanh neuron", "With tanh"),
    "loss-cross-entropy": ("Cross-entropy as loss", "With cross-entropy as loss"),
    "loss-squared": ("Squared error as loss", "With the squared error as loss"),
    "scaling-0-1": ("Numbers scaled to 0 to 1", "With inputs and targets scaled to 0 to 1"),
    "scaling-none": ("Numbers as they are", "Without scaling"),
    "order-shuffled": ("Rows shuffled every epoch", "With rows shuffled every epoch"),
    "order-given": ("Rows in their order", "With the rows as given"),
    "start-zeros": ("All zeros as start", "From zeros as start"),
    "start-random": ("A random start", "From a random start"),
    "seeds": ("Ten other seeds", "From ten other seeds"),
}
PLACES: tuple[Choice, ...] = (
    ("one", "all in the same place"),
    ("several", "in several places"),
    ("apart", "each in another place"),
)
COMPARED = {"better": "more right", "same": "about as many right", "worse": "fewer right"}
# In these the way is the same or nearly so, and one wants to know whether the goal is.
SAME_GOAL = ("order-shuffled", "order-given", "start-zeros", "start-random")


def what_if_called(experiment: WhatIf) -> str:
    """What stands on the button, as in “Ten times the learning rate (1)”."""
    called = SAID[experiment.name][0]
    rate = experiment.changes[0].get("learning_rate")
    return f"{called} ({rate})" if rate else called


def refusal_in_words(refusal: Refusal) -> str:
    """Why an experiment is not offered, as a whole sentence."""
    match refusal.reason:
        case "rate":
            return f"The learning rate must be{LEARNING_RATE.bounds}."
        case "program":
            return "The changed program decides this, see the tab Code."
        case "start":
            return ONE_START
        case _:
            return with_minuses(refusal.sentence)


def question_in_words(experiment: WhatIf, baseline: RunSummary) -> str:
    """What a person is asked before the experiment runs."""
    epochs = counted(baseline.epoch, "epoch")
    if experiment.name == "seeds":
        return f"Ten neurons start with other weights. Where do you expect their weights after {epochs}?"
    begin = SAID[experiment.name][1]
    now = f"{grouped(baseline.right)} of {grouped(baseline.total)}"
    return f"{begin}, how many test rows do you expect to be right after {epochs}? In the baseline it is {now}."


def choices(experiment: WhatIf, baseline: RunSummary) -> tuple[Choice, ...]:
    """The three answers to choose from; their words are those of `outcome` or of `where`."""
    if experiment.name == "seeds":
        return PLACES
    least = max(0, math.ceil(baseline.right - ABOUT_THE_SAME * baseline.total))
    most = min(baseline.total, math.floor(baseline.right + ABOUT_THE_SAME * baseline.total))
    same = f"about as many ({grouped(least)} to {grouped(most)})" if least < most else f"as many ({grouped(least)})"
    return (("better", "more"), ("same", same), ("worse", "fewer"))


def found_in(experiment: WhatIf, runs: Sequence[RunSummary], baseline: RunSummary) -> Outcome | Where:
    """The word of the choice that was right."""
    return where([end_of(run) for run in runs]) if experiment.name == "seeds" else outcome(runs[0], baseline)


def guess_in_words(expected: str, found: str) -> str:
    """Whether it came as the person expected."""
    if expected == found:
        return "As you expected."
    words = COMPARED.get(expected) or f"them {dict(PLACES)[expected]}"
    return f"You expected {words}."


def outcome_in_words(experiment: WhatIf, runs: Sequence[RunSummary], baseline: RunSummary, task: Task) -> str:
    """What came of an experiment, in one sentence; `task` is the baseline's, and runs are in the order of changes.

    Of ten seeds some may be missing, if the person stopped.
    """
    if experiment.name == "seeds":
        return _of_seeds(runs, baseline)
    (run,) = runs
    begin = SAID[experiment.name][1]
    if run.stopped and not baseline.stopped:
        return f"{begin}, training stopped in epoch {grouped(run.epoch + 1)}: numbers grew too large for 64-bit floats."
    return (
        f"{begin}, {_score(run, baseline)}, and {_error(run, baseline, task)}{_more(experiment.name, run, baseline)}."
    )


def _score(run: RunSummary, baseline: RunSummary) -> str:
    right = f"{grouped(run.right)} of {grouped(run.total)} test rows are right"
    return (
        f"{right} as in the baseline"
        if run.right == baseline.right
        else f"{right} instead of {grouped(baseline.right)}"
    )


def _error(run: RunSummary, baseline: RunSummary, task: Task) -> str:
    now, before = finely(task, run.mean_error), finely(task, baseline.mean_error)
    called = "the mean absolute error"
    return f"{called} stays {now}" if now == before else f"{called} is {now} instead of {before}"


def _more(name: str, run: RunSummary, baseline: RunSummary) -> str:
    """What else is worth knowing: a better score that was lost again, how soon it came, or how near the goals are."""
    if run.best > run.right:
        return (
            f"; after epoch {grouped(run.best_epoch)}, {grouped(run.best)} {'was' if run.best == 1 else 'were'} right"
        )
    if name in ("slower", "faster") and run.best_epoch != baseline.best_epoch:
        return f"; it was at its best after epoch {grouped(run.best_epoch)} instead of {grouped(baseline.best_epoch)}"
    if name in SAME_GOAL and len(run.weights) == len(baseline.weights):
        return (
            f"; its weights end {distance_in_words(math.dist(end_of(run), end_of(baseline)))} away from the baseline’s"
        )
    return ""


def _of_seeds(runs: Sequence[RunSummary], baseline: RunSummary) -> str:
    ends = [end_of(run) for run in runs]
    least, most = min(run.right for run in runs), max(run.right for run in runs)
    total = grouped(baseline.total)
    right = f"{grouped(least)} of {total} test rows are right each time"
    if least < most:
        right = f"{grouped(least)} to {grouped(most)} of {total} test rows are right"
    apart, count = distance_in_words(spread(ends)), len(goals(ends))
    if len(runs) > 1 and count == 1:
        place = end_in_words(ends[0], runs[0].has_bias)
        return f"All {len(runs)} end in the same place, at most {apart} apart ({place}); {right}."
    neurons = f"{counted(len(runs), 'neuron')} end{'s' * (len(runs) == 1)}"
    far = f", up to {apart} apart" if len(runs) > 1 else ""
    return f"{neurons} in {counted(count, 'place')}{far}; {right}."
