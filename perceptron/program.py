"""The rule of an experiment as one short program, for any Python from 3.9 on."""

import ast

from perceptron.pieces import CLASS, rule_text
from perceptron.settings import Settings

# What the class may ask for when it is made, by name.
START_NAMES = ("weights", "bias", "learning_rate")


def program_of(settings: Settings) -> str:
    """The program of these settings: the person's own, if they changed it."""
    return rule_text(settings.activation, settings.loss, settings.has_bias)


def start_names(program: str) -> tuple[str, ...]:
    """Which of START_NAMES the program's class asks for when it is made, in its own order; none without a class.

    Raises SyntaxError for a text that is no Python.
    """
    for statement in ast.walk(ast.parse(program)):
        if isinstance(statement, ast.ClassDef) and statement.name == CLASS:
            for method in statement.body:
                if isinstance(method, ast.FunctionDef) and method.name == "__init__":
                    arguments = [*method.args.posonlyargs, *method.args.args, *method.args.kwonlyargs]
                    return tuple([argument.arg for argument in arguments if argument.arg in START_NAMES])
    return ()
