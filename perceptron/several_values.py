"""Options of the command line that take several values: what follows them is joined to one text, and split again.

By itself, argparse takes some values that are negative for options.
"""

import re
from collections.abc import Collection, Sequence

BETWEEN = "\0"  # between the values: what a shell hands over never has it inside, not even the name of a file
NO_VALUE = r"-[^\d.,]"


def with_values_joined(arguments: Sequence[str], options: Collection[str]) -> list[str]:
    """The arguments with the values of each of these options, which may be shortened, in one."""
    joined: list[str] = []
    takes_more = False
    for argument in arguments:
        if takes_more and not re.match(NO_VALUE, argument):
            joined[-1] += (BETWEEN if "=" in joined[-1] else "=") + argument
        else:
            name = argument.partition("=")[0]
            takes_more = len(name) > len("--") and any(option.startswith(name) for option in options)
            joined.append(argument)
    return joined


def values_in(text: str) -> list[str]:
    """The values that were joined, at least one."""
    return text.split(BETWEEN)
