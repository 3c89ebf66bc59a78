"""A whole experiment as one program of its own: the rule, the data, the start, and the article's lines.

It needs nothing but Python from 3.9 on, and gives the digits that the run of these settings gives. It is put together
from pieces, so that it holds only what this experiment needs.
"""

from collections.abc import Sequence

from perceptron.activations import ACTIVATIONS
from perceptron.criteria import Nearer, Rounding, Within
from perceptron.datasets import Row
from perceptron.order import SEEDS
from perceptron.pieces import CLASS, start_names
from perceptron.program import program_of
from perceptron.scoring import HUGE, LARGE, MANY_DECIMALS, NO_NUMBER, SMALL
from perceptron.settings import Settings
from perceptron.task import Task

HEADING = """\
# From here on the experiment: its data, its start, and what is printed.
# Any Python from 3.9 on runs this file and prints the same digits.

"""


def take_home(settings: Settings) -> str:
    """The program of an experiment. Run as a file, it prints what the command line prints, and then the weights."""
    task = settings.task()
    parts = [
        _imports(settings, task),
        _data(settings, task),
        *([_SCALING] if task.scaling.changes else []),
        *([_SHUFFLED.format(seed=settings.seed, seeds=SEEDS)] if settings.order == "shuffled" else []),
        _written(settings, task),
        _is_right(task),
        _show(task, bool(settings.rule)),
        _run(settings, task),
    ]
    return program_of(settings) + "\n\n" + HEADING + "\n\n".join(parts)


def _imports(settings: Settings, task: Task) -> str:
    names = ["from math import isfinite"]
    if isinstance(task.criterion, Within):
        names.insert(0, "from fractions import Fraction")
    if settings.rule:
        names.insert(0, "from copy import deepcopy")
    if settings.is_seeded:
        names.append("from random import Random")
    return "\n".join(names) + "\n"


def _data(settings: Settings, task: Task) -> str:
    texts = [_rows("TRAINING", task.data.training), _rows("TEST", task.data.test)]
    if settings.schedule.new_rates:
        changes = ", ".join([f"{moment}: {rate!r}" for moment, rate in settings.schedule.new_rates.items()])
        texts.append(f"NEW_RATES = {{{changes}}}  # after so many epochs, and rows of the next one\n")
    return "".join(texts)


def _rows(name: str, rows: Sequence[Row]) -> str:
    lines = [f"    ({tuple(map(float, inputs))}, {float(target)!r}),\n" for inputs, target in rows]
    return f"{name} = [\n{''.join(lines)}]\n"


_SCALING = """\
def span(values):
    return min(values), (max(values) - min(values)) or 1.0


def scaled(value, span):
    least, width = span
    return (value - least) / width


def unscaled(share, span):
    least, width = span
    return least + share * width


INPUT_SPANS = [span(column) for column in zip(*[inputs for inputs, _ in TRAINING])]
TARGET_SPAN = span([target for _, target in TRAINING])


def scaled_inputs(inputs):
    return tuple(map(scaled, inputs, INPUT_SPANS))
"""

_SHUFFLED = """\
def shuffled(rows, epoch):
    draw = Random({seed} + (epoch + 1) * {seeds}).random
    keys = [draw() for _ in rows]
    return [rows[i] for i in sorted(range(len(rows)), key=keys.__getitem__)]
"""


def _written(settings: Settings, task: Task) -> str:
    """How an answer is printed: short where no answer can be large, or need another form."""
    decimals = task.answer_decimals
    lines = ["def rounded(value, decimals):", '    text = f"{value:.{decimals}f}"']
    lines += ['    return text.lstrip("-") if float(text) == 0 else text  # without the minus of -0.0', "", ""]
    lines += ["def written(answer):"]
    activation = ACTIVATIONS[settings.activation]
    if settings.rule or task.scaling.changes or not max(-activation.least, activation.most) <= 1.0:
        lines += [
            "    if answer != answer:",
            f'        return "{NO_NUMBER}"',
            "    if not isfinite(answer):",
            '        return "too large for a 64-bit float"',
            f"    if abs(answer) >= {LARGE!r}:",
            f'        return f"{{answer:.3g}}" if abs(answer) >= {HUGE!r} else f"{{answer:.6g}}"',
        ]
    if decimals >= MANY_DECIMALS:
        lines += [f"    if abs(float(rounded(answer, {decimals}))) < {SMALL!r}:"]
        lines += [f'        return f"{{float(rounded(answer, {decimals})):.12g}}"']
    return "\n".join([*lines, f"    return rounded(answer, {decimals})"]) + "\n"


def _is_right(task: Task) -> str:
    match task.criterion:
        case Rounding(decimals):
            return f"""\
def is_right(answer, target):
    return rounded(answer, {decimals}) == rounded(target, {decimals})
"""
        case Nearer(low, high):
            return f"""\
def nearer(answer):
    middle = {low!r} / 2 + {high!r} / 2
    if not isfinite(answer) or answer == middle:
        return None
    return {low!r} if answer < middle else {high!r}


def is_right(answer, target):
    return nearer(answer) == target
"""
        case Within(tolerance):
            return f"""\
def is_right(answer, target):
    return isfinite(answer) and abs(Fraction(answer) - Fraction(repr(target))) <= Fraction("{tolerance!r}")
"""


def _show(task: Task, is_changed: bool) -> str:
    """Prints every test row. A changed program is asked on a copy, because asking might change what it remembers."""
    asked = "deepcopy(network)" if is_changed else "network"
    answer = f"{asked}.predict(inputs)"
    if task.scaling.changes:
        answer = f"unscaled({asked}.predict(scaled_inputs(inputs)), TARGET_SPAN)"
    names = ""
    line = '        print(f"Input: {list(inputs)}, Prediction: {written(answer)}")\n'
    if task.data.classes and isinstance(task.criterion, Nearer):
        names = f"NAMES = {{0.0: {task.data.classes[0]!a}, 1.0: {task.data.classes[1]!a}}}\n\n\n"
        line = """\
        name = f" ({NAMES[nearer(answer)]})" if nearer(answer) is not None else ""
        print(f"Input: {list(inputs)}, Prediction: {written(answer)}{name}")
"""
    return f"""\
{names}def show(title, network):
    print(title)
    right = 0
    for inputs, target in TEST:
        answer = {answer}
        right += is_right(answer, target)
{line}\
    print(f"{{right}} of {{len(TEST)}} right")
    print()
"""


def _run(settings: Settings, task: Task) -> str:
    """The start, and training: a row's turn is one line of the loop."""
    asked = start_names(program_of(settings))
    given = {"weights": "weights", "bias": "bias", "learning_rate": repr(_first_rate(settings))}
    arguments = ", ".join([f"{name}={given[name]}" for name in asked])
    rows = "TRAINING"
    lines = _start(settings, "bias" in asked)
    lines.append(f"network = {CLASS}({arguments})")
    lines.append('show("Before training:", network)')
    if task.scaling.changes:
        rows = "rows"
        lines.append("rows = [(scaled_inputs(inputs), scaled(target, TARGET_SPAN)) for inputs, target in TRAINING]")
    if settings.order == "shuffled":
        rows = f"shuffled({rows}, epoch)"
    lines.append(f"for epoch in range({settings.epochs}):")
    if settings.schedule.new_rates:
        lines.append(f"    for row, (inputs, target) in enumerate({rows}):")
        lines.append("        network.learning_rate = NEW_RATES.get((epoch, row), network.learning_rate)")
    else:
        lines.append(f"    for inputs, target in {rows}:")
    numbers = "[*network.weights, network.bias]" if "bias" in asked else "network.weights"
    lines += [
        "        network.train(inputs, target)",
        f"    if not all(map(isfinite, {numbers})):",
        '        raise SystemExit(f"In epoch {epoch + 1} a number grew too large for a 64-bit float.")',
        'show("After training:", network)',
        'print(f"Weights: {network.weights}, bias: {network.bias}")'
        if "bias" in asked
        else 'print(f"Weights: {network.weights}")',
    ]
    return "\n".join(lines) + "\n"


def _first_rate(settings: Settings) -> float:
    return settings.schedule.rate_at(0, 0)


def _start(settings: Settings, has_bias: bool) -> list[str]:
    inputs = settings.data.inputs
    if settings.start is None:
        drawn = ", ".join(["draw()"] * inputs)
        return [f"draw = Random({settings.seed}).random", f"weights = [{drawn}]", *(["bias = draw()"] * has_bias)]
    weights, bias = settings.first_numbers()
    return [f"weights = {list(map(float, weights))}", *([f"bias = {float(bias)!r}"] * has_bias)]
