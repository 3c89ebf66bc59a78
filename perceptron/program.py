"""The rule of an experiment as one short program, for any Python from 3.9 on."""

from perceptron.pieces import rule_text
from perceptron.settings import Settings


def program_of(settings: Settings) -> str:
    """The program of these settings: the person's own, if they changed it."""
    return settings.rule or own_program_of(settings)


def own_program_of(settings: Settings) -> str:
    """The page's own program of these settings."""
    return rule_text(settings.activation, settings.loss, settings.has_bias)
