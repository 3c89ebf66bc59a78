"""One update in eight stages, each with its formula, the numbers filled in, and every digit of the result."""

import math

from perceptron.aspects import CODE, ROWS_A_PAGE, STAGES
from perceptron.experiment import Run
from perceptron.findings.one_update import OneUpdate, one_update
from perceptron.findings.quiz import decimals_that_tell, decimals_to_ask_for
from perceptron.judging import Verdicts
from perceptron.pieces import pieces_of
from perceptron.words.changed_rule import UNSAID
from perceptron.words.one_update import (
    asked_in_words,
    input_called,
    stage_called,
    stage_in_words,
    target_called_in_full,
    title_in_words,
)
from perceptron.words.quiz import rule_in_words
from web.worker.reports.digits import in_full
from web.worker.reports.formulas import formulas, questions
from web.worker.reports.look import Look, Shown
from web.worker.reports.run import page_of


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The next update from the moment that is looked at."""
    rows, stage = len(run.settings.data.training), STAGES[look.stage]
    one = one_update(run, seen.epoch + 1, seen.row + 1, seen.update)
    # After the last epoch, "this epoch" means the last one.
    epoch = max(1, min(seen.epoch + 1, run.epoch))
    is_changed = run.has_changed_program
    numbers = [(label, value) for label, value in results(stage, one) if math.isfinite(value) or not is_changed]
    changed = UNSAID["update" if numbers else "no numbers"]
    return {
        "title": title_in_words(one, is_made=not seen.is_now),
        "largest": [epoch, run.largest_update(epoch)],
        "last": [epoch, rows],
        "titles": [stage_called(known, run.settings) for known in STAGES],
        "stage": stage,
        "sentence": changed if is_changed else stage_in_words(stage, one),
        "question": changed if is_changed else asked_in_words(stage, one),
        "formulas": [] if is_changed else formulas(stage, one),
        "questions": [] if is_changed else questions(stage, one),
        "results": [
            {
                "name": label,
                "value": in_full(value),
                "asked": _is_asked(run, stage, number, one, value),
                "rule": rule_in_words(decimals_asked_for(stage, number, one)),
            }
            for number, (label, value) in enumerate(numbers)
        ],
        "is_changed": is_changed,
        "same_now": _rows_with(one.answer, seen.verdicts, look),
        "same_before": _rows_with(one.answer, run.before, look),
        "code": code(run),
    }


def results(stage: str, one: OneUpdate) -> list[tuple[str, float]]:
    """What comes out of a stage: labels and numbers; the quiz asks for all of them but the inputs.

    Raises ValueError when there is no such stage.
    """
    update = one.update
    match stage:
        case "inputs":
            names = enumerate(one.settings.data.input_names, start=1)
            labels = [input_called(number, name) for number, name in names]
            return [*zip(labels, update.inputs, strict=True), (target_called_in_full(one), update.target)]
        case "products":
            return _numbered("Product", one.products)
        case "sum":
            return [("Weighted sum", update.weighted_sum)]
        case "output":
            return [("Output", update.output)]
        case "error":
            return [("Error", update.error)]
        case "slope":
            return [("Slope", update.derivative)]
        case "changes":
            bias = [("Change of bias", update.bias_change)] if update.has_bias else []
            return [*_numbered("Change of weight", update.weight_changes), *bias]
        case "new":
            bias = [("New bias", update.new_bias)] if update.has_bias else []
            return [*_numbered("New weight", update.new_weights), *bias]
    raise ValueError(f"There is no stage “{stage}”.")


def decimals_asked_for(stage: str, number: int, one: OneUpdate) -> int | None:
    """How many decimals the quiz wants of this number of a stage; None for two significant digits."""
    return decimals_to_ask_for(*one.old_and_new[number]) if stage == "new" else None


def _is_asked(run: Run, stage: str, number: int, one: OneUpdate, value: float) -> bool:
    """Whether the quiz may ask for a number: of a weight that looks the same as before there is nothing to work out."""
    if stage == "inputs" or not math.isfinite(value) or run.has_changed_program:
        return False
    return stage != "new" or decimals_that_tell(*one.old_and_new[number]) is not None


def _rows_with(answer: float, verdicts: Verdicts, look: Look) -> list[int]:
    """Test rows in sight, from 0, with just this prediction: where the quiz asks for it, they must not tell it."""
    shown = enumerate(page_of(verdicts, look), start=look.page * ROWS_A_PAGE)
    return [number for number, verdict in shown if verdict.output == answer]


def code(run: Run) -> list[str]:
    """The pieces of perceptron.aspects.CODE that run for this neuron."""
    settings = run.settings
    pieces = pieces_of(settings.activation, settings.loss, settings.has_bias)
    return [piece for piece in pieces if piece in CODE]


def _numbered(label: str, values: tuple[float, ...]) -> list[tuple[str, float]]:
    return [(f"{label} {position}", value) for position, value in enumerate(values, start=1)]
