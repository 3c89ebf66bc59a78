"""What Python says of a run: every number is the neuron's own, and the first update has the known digits."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron.aspects import STAGES
from perceptron.datasets import DataSet
from perceptron.findings.explanation import explain
from perceptron.findings.milestones import ScoreBook
from perceptron.findings.one_update import one_update
from perceptron.scoring import score
from perceptron.words.explanation import explanation_in_words
from perceptron.words.verdicts import score_in_words
from tests.unit.reporting import look_at, panel, report, run_of, said
from tests.unit.samples import EVERY_KIND
from web.worker.reports import PARTS, Scene
from web.worker.reports.digits import mean_error, short
from web.worker.reports.look import shown
from web.worker.reports.run import at_the_start
from web.worker.reports.update import results

# The first update of seed 109, row 0.5 + 0.5 = 1.0.
GOLDEN = {
    "sum": [0.916662],
    "output": [0.714361],
    "error": [0.285639],
    "slope": [0.204049],
    "changes": [0.00291422, 0.00291422, 0.00582843],
    "new": [0.282497, 0.462193, 0.553059],
}


RUN = run_of(60, steps=5)
LATE = run_of(10_000)


@pytest.mark.parametrize(("stage", "values"), GOLDEN.items())
def test_the_first_update_has_the_known_digits(stage: str, values: list[float]) -> None:
    number = STAGES.index(stage)
    found = panel(run_of(0), "update", stage=number)["results"]
    assert isinstance(found, list)
    assert [float(f"{float(result['value']):.6g}") for result in found] == values


@pytest.mark.parametrize("number", range(len(STAGES)))
def test_each_stage_asks_without_giving_its_result_away(number: int) -> None:
    found = panel(RUN, "update", stage=number)
    told, questions, formulas = found["results"], found["questions"], found["formulas"]
    assert isinstance(told, list)
    assert isinstance(questions, list)
    assert isinstance(formulas, list)
    assert len(questions) == len(formulas) == len(told)
    assert all(question.endswith("<mi>?</mi></mrow></math>") for question in questions)
    assert results(STAGES[number], one_update(RUN, 61, 6))[0][1] == float(told[0]["value"])


def test_an_unknown_stage_has_no_number() -> None:
    with pytest.raises(ValueError, match="There is no stage “end”"):
        results("end", one_update(RUN, 1, 1))


moments = st.tuples(st.integers(0, 60), st.integers(0, 27)).filter(lambda moment: moment < (60, 5))


@given(moments)
def test_an_earlier_moment_is_shown_as_it_was(moment: tuple[int, int]) -> None:
    then = run_of(*moment)
    found = report(RUN, moment=moment)
    assert found["shown"] == {"epoch": moment[0], "row": moment[1], "is_now": False}
    for name in ("weights", "bias", "weights_in_full", "printed", "right", "score", "error"):
        assert found[name] == report(then)[name], name
    assert (found["epoch"], found["row"]) == (60, 5)
    assert found["score_now"] == score_in_words(score(RUN.verdicts()))
    assert said("selected", RUN, moment=moment) == said("selected", then)


@pytest.mark.parametrize("moment", [(), (60, 5), (60, 6), (61, 0), (10**9, 0)])
def test_what_the_run_has_not_reached_is_now(moment: tuple[int, ...]) -> None:
    assert shown(RUN, look_at(moment=moment)).is_now
    assert report(RUN, moment=moment) == report(RUN)


@given(st.integers(0, 24))
def test_the_chosen_test_row_flows_through_the_neuron(row: int) -> None:
    found = said("selected", LATE, test_row=row, flow="test row")
    inputs, target = LATE.settings.data.test[row]
    total = LATE.neuron.weighted_sum(inputs)
    assert found["title"] == f"Test row {row + 1}"
    assert (found["inputs"], found["target"]) == (list(map(str, inputs)), str(target))
    assert (found["sum"], found["output"]) == (short(total), short(LATE.neuron.predict(inputs)))


def test_the_next_training_row_flows_through_while_an_update_is_explained() -> None:
    found = said("selected", RUN, flow="training row")
    update = RUN.update_at(61, 6)
    assert found["title"] == "Next training row: 6"
    assert found["inputs"] == list(map(str, update.inputs))
    assert (found["sum"], found["output"]) == (short(update.weighted_sum), short(update.output))


def test_the_curve_ends_where_the_run_stands_and_is_thin_enough_to_draw() -> None:
    found: dict[str, Any] = said("curve", run_of(1234))
    assert (found["epochs"][0], found["epochs"][-1], found["rows"]) == (0, 1234, 25)
    assert found["epochs"] == sorted(set(found["epochs"]))
    assert len(found["epochs"]) == len(found["errors"]) == len(found["scores"]) <= 257
    for epoch, error, right in list(zip(*(found[name] for name in ("epochs", "errors", "scores")), strict=True))[::40]:
        then = run_of(epoch)
        assert (error, right) == (pytest.approx(then.error, rel=1e-5), score(then.verdicts()).right)


def test_the_article_is_compared_with_before_and_after() -> None:
    assert report(run_of(0))["comparison"] == {
        "sentence": "Same as the article so far: 25 of 25 lines before training.",
        "differences": "",
        "same": True,
    }
    after = report(LATE)["comparison"]
    assert isinstance(after, dict)
    assert after["same"] is True
    assert "50 of 50" in str(after["sentence"])


def test_the_start_has_the_tables_rows_and_what_was_said_before() -> None:
    found = at_the_start(LATE, look_at())
    table = found["table"]
    assert isinstance(table, list)
    assert [row["before"] for row in table] == [verdict.printed for verdict in LATE.before]
    assert (len(table), found["training_rows"], found["score"]) == (25, 28, "2 of 25 right")
    assert found == at_the_start(run_of(0), look_at())


@pytest.mark.parametrize("data", EVERY_KIND, ids=lambda data: data.name)
@pytest.mark.parametrize(
    "options",
    [
        {"activation": "linear", "scaling": "0-1"},
        {"activation": "step"},
        {"activation": "relu", "bias": "off"},
        {"activation": "tanh", "tolerance": 0.1},
        {"loss": "cross-entropy", "scaling": "0-1", "order": "shuffled"},
    ],
    ids=str,
)
def test_answers_and_reasons_are_reported_for_any_data_and_settings(data: DataSet, options: dict[str, object]) -> None:
    run = run_of(20, data=data, learning_rate=0.01, **options)  # type: ignore[arg-type]
    look = look_at(tab="why")
    scene = Scene(run, ScoreBook(run), look, shown(run, look), (0.25,) * data.inputs)
    for part in ("report", "selected", "curve", "start", "answer", "panel", "summary", "milestones"):
        assert json.dumps(PARTS[part](scene))
    answer, panel = PARTS["answer"](scene), PARTS["panel"](scene)
    assert isinstance(answer, dict)
    assert isinstance(panel, dict)
    assert (answer["true_sum"] == "") == (not data.rule)
    assert panel["sentences"] == list(explanation_in_words(explain(run.neuron, data.test[0], run.task)))


TOO_LARGE = "too large for a 64-bit float"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (0.0464, "0.046400"),
        (0.0, "0.000000"),
        (1e-31, "1e−31"),
        (1e200, "1e+200"),
        (math.inf, "too large for a 64-bit float"),
    ],
)
def test_an_error_of_any_size_is_reported_shortly(error: float, words: str) -> None:
    assert mean_error(error) == words
