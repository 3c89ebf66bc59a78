"""Trains all of a run within a frame, for a hand that still moves; or says what keeps it from that."""

import time
from collections.abc import Callable

from perceptron.engine import Ran
from perceptron.experiment import Run
from perceptron.findings.in_a_frame import Hindrance, is_too_plain, too_large
from perceptron.words.in_a_frame import hindrance_in_words

# Ten times as long as it should take: a moment in which the computer has other things to do is no reason to give up.
SECONDS = 0.25
EPOCHS_TO_TRY = 3  # an engine may leave the first one to plain Python


def train(run: Run, epochs: int, is_wanted: bool, clock: Callable[[], float] = time.perf_counter) -> dict[str, object]:
    """Train by so many epochs. What is told is a kind of Hindrance, or nothing, and a sentence.

    A run that is too “large”, or that “plain” Python trains, stays where it is. One that is too “slow” has come as far
    as it got. `is_wanted` says whether the compiled program may train.
    """
    goal, before = run.epoch + epochs, (run.epoch, run.row)
    hindrance = too_large(run.settings, goal)
    if not hindrance:
        run.advance(epochs, SECONDS, clock)
        rows = len(run.settings.data.training)
        ran = run.ran if epochs else _what_would_run(run)
        if is_too_plain(ran):
            hindrance = Hindrance("plain", rows, goal, ran, run.has_changed_program, is_wanted)
            run.rewind(*min(before, (run.epoch, run.row)))  # it may have begun anew
        elif run.epoch < goal and not run.stopped:
            hindrance = Hindrance("slow", rows, goal)
    return {"kind": hindrance.kind, "sentence": hindrance_in_words(hindrance)} if hindrance else {"kind": ""}


def _what_would_run(run: Run) -> Ran:
    """Which engine trains such a run, where this one has no epochs left to show it."""
    other = type(run)(run.settings, run.engine)
    other.advance(EPOCHS_TO_TRY)
    return other.ran
