"""Says what happened when in a run."""

from perceptron.findings.milestones import Milestone

KINDS = {
    "reached": "at {when}",
    "best": "at {when}, the best so far, then lost again",
    "first": "at {when}, for the first time, then lost again",
    "kept": "since {when}",
}


def milestone_in_words(milestone: Milestone) -> str:
    """The score and the epoch, as in “21 of 25 since epoch 1,143”."""
    when = f"epoch {milestone.epoch:,}" if milestone.epoch else "the start"
    return f"{milestone.right:,} of {milestone.total:,} {KINDS[milestone.kind].format(when=when)}"
