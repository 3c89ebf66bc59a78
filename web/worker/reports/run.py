"""Where the run is, and everything that every panel shares: neuron, table, score and curve."""

import math
from collections.abc import Sequence

from perceptron.aspects import ROWS_A_PAGE
from perceptron.experiment import Run
from perceptron.findings.answer import ask
from perceptron.findings.answer_formula import answer_formula
from perceptron.findings.comparison import compare_with_article, is_the_articles
from perceptron.findings.milestones import ScoreBook
from perceptron.findings.standstill import standstill
from perceptron.floats import most_decimals
from perceptron.judging import Verdicts
from perceptron.scoring import Verdict, readable
from perceptron.words.answer import answer_in_words, remark_on
from perceptron.words.answer_formula import answer_formula_in_words
from perceptron.words.changed_rule import TRAINED_BY_IT
from perceptron.words.comparison import comparison_in_words, differences_in_words
from perceptron.words.numbers import past_floats
from perceptron.words.overflow import overflow_in_words
from perceptron.words.questions import SIGNS
from perceptron.words.standstill import standstill_in_words
from perceptron.words.targets import target_called
from perceptron.words.verdicts import score_in_words
from web.worker.reports.digits import fitting, mean_error, short
from web.worker.reports.look import Look, Shown

POINTS_OF_THE_CURVE = 256
POINTS_OF_A_SKETCH = 32  # of a curve that is drawn anew in every frame
MOST_COUNTED = 300  # test rows whose wrong answers are counted by their sides


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The moment that is looked at, and facts about the whole run."""
    data = run.settings.data
    untrained = seen.epoch == 0 and seen.row == 0
    changed = any(change < (seen.epoch, seen.row) for change in run.settings.schedule.changes)
    after = None if untrained else seen.verdicts
    now = (seen.verdicts if seen.is_now else run.verdicts()).score
    comparison = compare_with_article(run.before, after, changed) if is_the_articles(run.settings) else None
    # To look at every one of very many rows takes too long for every picture.
    sides = [_side(verdict) for verdict in seen.verdicts] if len(seen.verdicts) <= MOST_COUNTED else []
    page = page_of(seen.verdicts, look)
    return {
        "epoch": run.epoch,
        "row": run.row,
        "rows_per_epoch": len(data.training),
        "stopped": overflow_in_words(run.stopped) if run.stopped else "",
        "shown": {"epoch": seen.epoch, "row": seen.row, "is_now": seen.is_now},
        "weights": seen.neuron.weights,
        "bias": seen.neuron.bias,
        **_numbers(seen.neuron.weights, seen.neuron.bias),
        "weights_drawn": [fitting(weight) for weight in seen.neuron.weights],
        "bias_drawn": fitting(seen.neuron.bias),
        "formula": "" if run.has_changed_program else answer_formula_in_words(answer_formula(seen.neuron, run.task)),
        "page": look.page,
        "printed": [verdict.printed for verdict in page],
        "answered": [verdict.answered for verdict in page],
        "right": [verdict.right for verdict in page],
        "side": [_side(verdict) for verdict in page],
        "too_high": sides.count("high"),
        "too_low": sides.count("low"),
        "score": score_in_words(seen.verdicts.score),
        "right_count": seen.verdicts.score.right,
        "score_now": score_in_words(now),
        "right_now": now.right,
        "comparison": {
            "sentence": comparison_in_words(comparison) if comparison else TRAINED_BY_IT * run.has_changed_program,
            "differences": differences_in_words(comparison) if comparison else "",
            "same": comparison is not None and comparison.same,
        },
        "error": mean_error(seen.error),
        "standstill": standstill_in_words(standstill(run)),
    }


def _numbers(weights: Sequence[float], bias: float) -> dict[str, object]:
    """The weights and the bias as texts that the fields show, to the last digit and in short."""
    return {
        "weights_in_full": [repr(weight) for weight in weights],
        "bias_in_full": repr(bias),
        "weights_in_short": [short(weight) for weight in weights],
        "bias_in_short": short(bias),
    }


def _side(verdict: Verdict) -> str:
    """To which side a wrong answer is off, “high” or “low”; empty for a right one, and for what is no number."""
    if verdict.right or math.isnan(verdict.output):
        return ""
    return "high" if verdict.output > verdict.target else "low"


def page_of(verdicts: Verdicts, look: Look) -> list[Verdict]:
    """The test rows on the chosen page of the results."""
    return verdicts[look.page * ROWS_A_PAGE : (look.page + 1) * ROWS_A_PAGE]


def at_the_start(run: Run, look: Look) -> dict[str, object]:
    """What stays the same during a run: the data's names, the test rows, and the neuron at the run's start."""
    data, before = run.settings.data, page_of(run.before, look)
    trained = {row.inputs for row in data.training}
    return {
        "inputs": list(data.input_names),
        "target": data.target_name,
        "rule": data.rule,
        "target_called": target_called(data.rule),
        "sign": SIGNS.get(data.rule, ""),
        "has_bias": run.settings.has_bias,
        **_numbers(*run.start),
        "table": [
            {
                "inputs": inputs,
                "target": verdict.meant or verdict.expected,
                "before": verdict.printed,
                "answered": verdict.answered,
                "trained": verdict.inputs in trained,
            }
            for verdict, inputs in zip(before, _aligned([verdict.inputs for verdict in before]), strict=True)
        ],
        "page": look.page,
        "rows": len(data.test),
        "training_rows": len(data.training),
        "score": score_in_words(run.before.score),
        "error": mean_error(run.history.errors[0]),
    }


def _aligned(rows: list[tuple[float, ...]]) -> list[list[str]]:
    """The numbers of a table, all of a column with as many decimals."""
    decimals = [most_decimals(column) for column in zip(*rows, strict=True)]
    return [[_exact(x, places) for x, places in zip(row, decimals, strict=True)] for row in rows]


def _exact(value: float, decimals: int) -> str:
    text = readable(value, decimals)
    return text if float(text) == value else str(value)


def curve(run: Run, book: ScoreBook, points: int = POINTS_OF_THE_CURVE) -> dict[str, object]:
    """The error and the score over the epochs, thinned out evenly; the last point is where the run stands.

    At the start, where most happens, the points are denser, so that a logarithmic axis has something to show.
    """
    epochs, errors = run.history.sample(points)
    if len(epochs) > 1:
        early = early_epochs(epochs[1], run.history.stride)
        epochs[1:1] = early
        errors[1:1] = [run.history.nearest(epoch)[3] for epoch in early]
    scores = book.scores(epochs)
    if epochs[-1] != run.epoch:
        epochs.append(run.epoch)
        errors.append(run.error)
        scores.append(run.verdicts().score.right)
    return {
        "epochs": epochs,
        "errors": [float(f"{error:.6g}") for error in errors],
        "scores": scores,
        "rows": len(run.settings.data.test),
    }


def early_epochs(first: int, stride: int) -> list[int]:
    """Kept epochs between 0 and the first of an even spacing, four to each doubling."""
    epochs: list[int] = []
    doubling = 1
    while doubling * stride < first:
        quarter = max(1, doubling // 4)
        epochs += range(doubling, 2 * doubling, quarter)
        doubling *= 2
    return [epoch * stride for epoch in epochs if epoch * stride < first]


def answer_to(run: Run, seen: Shown, inputs: tuple[float, ...]) -> dict[str, object]:
    """The neuron's answer to what flows in."""
    answer = ask(seen.neuron, run.task, inputs)
    return {
        "question": list(map(str, inputs)),
        "printed": answer_in_words(answer),
        "in_full": repr(answer.prediction) if math.isfinite(answer.prediction) else "",
        "true_sum": "" if answer.truth is None else _truth(answer.truth),
        "remark": remark_on(answer),
    }


def _truth(truth: float) -> str:
    return f"{truth:.12g}" if math.isfinite(truth) else past_floats(truth)
