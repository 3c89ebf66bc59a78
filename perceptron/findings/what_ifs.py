"""Controlled experiments beside a run: one thing is changed, from the same start, and nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import islice
from typing import Literal, NamedTuple

from perceptron.fields import LEARNING_RATE
from perceptron.findings.run_summary import RunSummary
from perceptron.legs import Leg, write_legs
from perceptron.seeds import seeds_of
from perceptron.setting_texts import number_as_text
from perceptron.settings import SettingError, Settings
from perceptron.settings_table import SETTINGS, ZEROS

OTHER_SEEDS = 10
SLOWER, FASTER = Decimal("0.1"), Decimal(10)
# With so small a share of the test rows more or fewer right, a run is about as good: one row of 25, none of 4.
ABOUT_THE_SAME = 0.05

Changes = Mapping[str, str]
Outcome = Literal["better", "same", "worse"]


class Refusal(NamedTuple):
    """Why an experiment is not offered.

    The new “rate” would not be allowed; the changed “program” decides what would be changed; the “start” is not drawn,
    so that another seed changes nothing; or the settings do not go “together”, which `sentence` says.
    """

    reason: Literal["rate", "program", "start", "together"]
    sentence: str = ""


class WhatIf(NamedTuple):
    """An experiment: what it changes, as texts by the settings' names, for each of its runs; or why it is refused.

    `name` tells it from the others: it is a setting and its new value, or “slower”, “faster” or “seeds”.
    """

    name: str
    changes: tuple[Changes, ...]
    refusal: Refusal | None = None


def what_ifs(settings: Settings) -> tuple[WhatIf, ...]:
    """All experiments beside a run of these settings, also those that are refused."""
    experiments = [
        WhatIf("slower", (_rates(settings, SLOWER),)),
        WhatIf("faster", (_rates(settings, FASTER),)),
        *[WhatIf(f"{name}-{value}", (changes,)) for name, value, changes in _turns(settings)],
        WhatIf("seeds", tuple(_seeds(settings))),
    ]
    return tuple([_checked(settings, experiment) for experiment in experiments])


def changed(settings: Settings, changes: Changes) -> Settings:
    """The settings of one run of an experiment. Raises ValueError when they are not allowed."""
    values = {name: SETTINGS[name].read(text) for name, text in changes.items()}
    return replace(settings, **values)


def outcome(summary: RunSummary, baseline: RunSummary) -> Outcome:
    """Whether more, about as many, or fewer test rows are right than in the baseline.

    A run that numbers stopped is worse than one that they did not.
    """
    if summary.stopped and not baseline.stopped:
        return "worse"
    if abs(summary.right - baseline.right) <= ABOUT_THE_SAME * baseline.total:
        return "same"
    return "better" if summary.right > baseline.right else "worse"


def _rates(settings: Settings, factor: Decimal) -> Changes:
    """The learning rate and all earlier ones, multiplied."""
    legs = tuple([Leg(_times(leg.learning_rate, factor), leg.epoch, leg.row) for leg in settings.legs])
    rate = {"learning_rate": _times(settings.learning_rate, factor)}
    return {**rate, "legs": write_legs(legs)} if legs else rate


def _times(rate: float, factor: Decimal) -> str:
    return number_as_text(float(Decimal(repr(float(rate))) * factor))


def _turns(settings: Settings) -> Iterator[tuple[str, str, Changes]]:
    """Each setting with few values that is turned: its name, its new value, and all that changes with it."""
    bias = "off" if settings.has_bias else "on"
    yield "bias", bias, {"bias": bias, **_start_with_bias(settings, bias)}
    for activation in ("sigmoid", "linear", "tanh"):
        if activation != settings.activation:
            yield "activation", activation, {"activation": activation}
    yield _turn(settings, "loss", "squared", "cross-entropy")
    yield _turn(settings, "scaling", "none", "0-1")
    yield _turn(settings, "order", "given", "shuffled")
    start = "random" if settings.start == ZEROS else ZEROS
    yield "start", start, {"start": "" if start == "random" else ZEROS}


def _turn(settings: Settings, name: str, usual: str, other: str) -> tuple[str, str, Changes]:
    value = other if getattr(settings, name) == usual else usual
    return name, value, {name: value}


def _start_with_bias(settings: Settings, bias: str) -> Changes:
    """A start that is set by hand has one number less without a bias; a bias that is new begins at 0."""
    if not isinstance(settings.start, tuple):
        return {}
    numbers = settings.start[:-1] if bias == "off" else (*settings.start, 0.0)
    return {"start": ",".join(map(number_as_text, numbers))}


def _seeds(settings: Settings) -> list[Changes]:
    """The seeds after the experiment's own."""
    return [{"seed": str(seed)} for seed in islice(seeds_of(settings), 1, OTHER_SEEDS + 1)]


def _checked(settings: Settings, experiment: WhatIf) -> WhatIf:
    """The experiment, refused where it would not change what it says, or is not allowed."""
    changes = experiment.changes[0]
    if settings.rule and not {"activation", "loss", "bias"}.isdisjoint(changes):
        return experiment._replace(refusal=Refusal("program"))
    if experiment.name == "seeds" and not settings.is_seeded:
        return experiment._replace(refusal=Refusal("start"))
    try:
        changed(settings, changes)
    except SettingError as error:
        return experiment._replace(refusal=Refusal("together", str(error)))
    except ValueError:
        if "learning_rate" not in changes:
            raise
        return experiment._replace(refusal=Refusal("rate", LEARNING_RATE.bounds.strip()))
    return experiment
