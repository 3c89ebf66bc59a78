"""What JSON may say of its numbers: names, classes, decimals, and the rule that the targets follow."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from perceptron.datasets import DataSet
from perceptron.fields import shortened
from perceptron.floats import MOST_DECIMALS
from perceptron.limits import check_name
from perceptron.rules import is_followed

LABELS = ("input_names", "target_name", "classes", "decimals", "rule")


def labelled(data: DataSet, content: Mapping[str, object], tell: Callable[[str], None]) -> DataSet:
    """The data set with what the content says of it; `tell` gets a sentence if the rule is not used.

    Raises ValueError with one clear sentence when the content does not fit the data.
    """
    if "input_names" in content:
        data = replace(data, input_names=_names(content, "input_names"))
    if "target_name" in content:
        data = replace(data, target_name=_name(content["target_name"], "target_name"))
    if "classes" in content:
        data = replace(data, classes=_classes(content, data))
    if "decimals" in content:
        data = replace(data, decimals=_decimals(content["decimals"]))
    if "rule" in content:
        data = replace(data, rule=_rule(content["rule"], data, tell))
    return data


def _name(value: object, key: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"“{key}” must be text.")
    check_name(value, key)
    return value


def _names(content: Mapping[str, object], key: str) -> tuple[str, ...]:
    names = content[key]
    if not isinstance(names, list):
        raise ValueError(f"“{key}” must be a list of names.")
    return tuple([_name(name, key) for name in names])


def _classes(content: Mapping[str, object], data: DataSet) -> tuple[str, ...]:
    classes = _names(content, "classes")
    if len(classes) != 2 or classes[0] == classes[1]:
        raise ValueError("“classes” must be two different names, the first for the target 0, the second for 1.")
    for row in (*data.training, *data.test):
        if row.target not in (0.0, 1.0):
            raise ValueError(f"With “classes”, every target must be 0 or 1; {row.target} is not.")
    return classes


def _decimals(value: object) -> int:
    if not isinstance(value, Decimal) or value not in range(MOST_DECIMALS + 1):
        raise ValueError(f"“decimals” must be a whole number from 0 to {MOST_DECIMALS}.")
    return int(value)


def _rule(value: object, data: DataSet, tell: Callable[[str], None]) -> str:
    """The rule; none if it is not known or a target does not follow it, because then it would not tell the truth."""
    rule = _name(value, "rule")
    if is_followed(rule, data):
        return rule
    tell(f"The rule “{shortened(rule)}” is not used, because it is not known or a target does not follow it.")
    return ""
