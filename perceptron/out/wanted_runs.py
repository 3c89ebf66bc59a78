"""Which runs the command line's options and files ask for: each file's runs, with each combination of values."""

import argparse
from collections.abc import Callable, Sequence
from itertools import product
from typing import Any, NamedTuple

from perceptron.data_files import read_experiment_file, read_runs_file
from perceptron.data_options import chosen_data
from perceptron.datasets import ARTICLE, DataSet
from perceptron.fields import grouped
from perceptron.legs import Leg, write_legs
from perceptron.run_lists import MOST_RUNS
from perceptron.setting_options import given_values, read_value
from perceptron.setting_texts import texts_of
from perceptron.settings import Settings
from perceptron.words.run_names import setting_in_words

Tell = Callable[[str], None]


class Wanted(NamedTuple):
    """A run to be trained, and what a file calls it, if it does."""

    name: str
    settings: Settings


class Basis(NamedTuple):
    """What a file says of a run, before the options are put on top: its name, its settings as texts, its data."""

    name: str
    texts: dict[str, str]
    data: DataSet


def wanted_runs(options: argparse.Namespace, files: Sequence[str], tell: Tell) -> tuple[list[Wanted], list[str]]:
    """The runs, and a sentence for each that is asked for but cannot be.

    Without files the one basis is `--experiment`, or the article. Raises ValueError with a sentence to show where there
    is no basis, or only one run, which cannot be; or too many.
    """
    bases, refused = _bases(options, files, tell)
    given = given_values(options)
    varied = [name for name, values in given.items() if len(values) > 1]
    combinations = list(product(*given.values()))
    if len(bases) * len(combinations) > MOST_RUNS:
        count = grouped(len(bases) * len(combinations))
        raise ValueError(f"These are {count} runs; {grouped(MOST_RUNS)} are the most that are compared.")
    wanted: list[Wanted] = []
    is_one = len(bases) * len(combinations) == 1 and not refused
    for number, (basis, values) in enumerate(product(bases, combinations), start=1):
        try:
            settings = _settings(basis, dict(zip(given, values, strict=True)))
            wanted.append(Wanted(_named(basis.name, settings, varied), settings))
        except ValueError as error:
            if is_one:
                raise
            refused.append(f"Run {grouped(number)}: {error}")
    return wanted, refused


def _bases(options: argparse.Namespace, files: Sequence[str], tell: Tell) -> tuple[list[Basis], list[str]]:
    found, refused = [], []
    if files:
        for path in files:
            try:
                read = read_runs_file(path, tell)
            except ValueError as error:
                refused.append(str(error))
                continue
            refused += read.refused
            found += [Basis(run.name, dict(run.texts), run.data) for run in read.runs]
    elif options.experiment is not None:
        found.append(Basis("", *read_experiment_file(options.experiment, tell)))
    else:
        found.append(Basis("", {}, ARTICLE))
    if options.data is None:
        return [basis._replace(data=chosen_data(options, basis.data, tell)) for basis in found], refused
    data = chosen_data(options, ARTICLE, tell)  # read once
    return [basis._replace(data=data) for basis in found], refused


def _settings(basis: Basis, given: dict[str, object]) -> Settings:
    """What a file says, and what is given beside it instead."""
    values: dict[str, Any] = {name: read_value(name, text) for name, text in basis.texts.items()}
    settings = Settings(basis.data, **{**values, **given})
    _check_within(settings.legs, settings.epochs)
    return settings


def _named(name: str, settings: Settings, varied: Sequence[str]) -> str:
    """The name that a file gives, with what tells the runs apart that come from it."""
    if not name or not varied:
        return name
    texts = texts_of(settings)
    return ", ".join([name, *[setting_in_words(setting, texts[setting]) for setting in varied]])


def _check_within(legs: Sequence[Leg], epochs: int) -> None:
    """Raise ValueError when a leg ends after the run: the run would never reach the next rate."""
    for leg in legs:
        if (leg.epoch, leg.row) > (epochs, 0):
            raise ValueError(
                f"Legs must end within the run; “{write_legs((leg,))}” ends after epoch {grouped(epochs)}."
            )
