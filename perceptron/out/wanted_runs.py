"""Which runs the command line asks for: each run of its files, with each data set and each combination of values."""

import argparse
from collections.abc import Callable, Sequence
from itertools import product
from typing import Any, NamedTuple

from perceptron.data_files import STANDARD_INPUT, read_experiment_file, read_runs_file
from perceptron.data_options import data_called, data_named, read_named
from perceptron.datasets import ARTICLE, DataSet
from perceptron.fields import grouped
from perceptron.legs import Leg, write_legs
from perceptron.preset_names import PRESET_NAMES
from perceptron.run_lists import MOST_RUNS
from perceptron.setting_options import given_values, read_value
from perceptron.setting_texts import texts_of
from perceptron.settings import Settings
from perceptron.words.run_names import setting_in_words

Tell = Callable[[str], None]


class Wanted(NamedTuple):
    """A run to be trained: what it is called, if its settings do not say it; so many rows come after its epochs."""

    name: str
    settings: Settings
    row: int = 0


class Basis(NamedTuple):
    """What a file says of a run, before the options are put on top: its name, its settings as texts, its data, and how
    many rows come after its epochs.
    """

    name: str
    texts: dict[str, str]
    data: DataSet
    row: int = 0


def wanted_runs(options: argparse.Namespace, files: Sequence[str], tell: Tell) -> tuple[list[Wanted], list[str]]:
    """The runs, and a sentence for each that is asked for but cannot be.

    Without files the one basis is `--experiment`, or the article. Raises ValueError with a sentence to show where there
    is no basis, or only one run, which cannot be; or too many.
    """
    _check_standard_input([*files, *data_named(options), options.experiment])
    bases, refused = _bases(options, files, tell)
    bases = _with_data(bases, options, tell, refused)
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
            # Whoever gives epochs or data asks for whole epochs.
            row = 0 if "epochs" in given or options.data is not None else basis.row
            settings = _settings(basis, row, dict(zip(given, values, strict=True)))
            wanted.append(Wanted(_named(basis.name, settings, varied), settings, row))
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
            found += [Basis(run.name, dict(run.texts), run.data, run.row) for run in read.runs]
    elif options.experiment is not None:
        found.append(Basis("", *read_experiment_file(options.experiment, tell)))
    else:
        found.append(Basis("", {}, ARTICLE))
    return found, refused


def _with_data(bases: Sequence[Basis], options: argparse.Namespace, tell: Tell, refused: list[str]) -> list[Basis]:
    """Each basis with each data set that the options name, if they name any; each file is read once.

    Of several, those that cannot be read are added to `refused`.
    """
    named = data_named(options)
    if not named:
        return list(bases)
    read: list[tuple[str, DataSet]] = []
    for name in named:
        try:
            read.append((data_called(name), read_named(name, options, tell)))
        except ValueError as error:
            if len(named) == 1:
                raise
            refused.append(str(error))
    # By itself, a table calls all data of a person's own alike, and a run with a name only by that.
    is_own = any(name.lower() not in PRESET_NAMES for name in named)
    return [
        basis._replace(name=_joined(basis.name, called if len(named) > 1 and (is_own or basis.name) else ""), data=data)
        for basis in bases
        for called, data in read
    ]


def _check_standard_input(paths: Sequence[str | None]) -> None:
    """Raise ValueError where it is to be read twice: it is empty after the first time."""
    if paths.count(STANDARD_INPUT) > 1:
        raise ValueError(f"Standard input, “{STANDARD_INPUT}”, can be read only once.")


def _settings(basis: Basis, row: int, given: dict[str, object]) -> Settings:
    """What a file says, and what is given beside it instead, of a run that ends after so many rows more."""
    values: dict[str, Any] = {name: read_value(name, text) for name, text in basis.texts.items()}
    settings = Settings(basis.data, **{**values, **given})
    _check_within(settings.legs, (settings.epochs, row))
    return settings


def _named(name: str, settings: Settings, varied: Sequence[str]) -> str:
    """The name that a file gives, with what tells the runs apart that come from it."""
    if not name or not varied:
        return name
    texts = texts_of(settings)
    return _joined(name, *[setting_in_words(setting, texts[setting]) for setting in varied])


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _check_within(legs: Sequence[Leg], end: tuple[int, int]) -> None:
    """Raise ValueError when a leg ends after the run: the run would never reach the next rate."""
    for leg in legs:
        if (leg.epoch, leg.row) > end:
            raise ValueError(
                f"Legs must end within the run; “{write_legs((leg,))}” ends after epoch {grouped(end[0])}."
            )
