"""Tables that leave the project: results, history and runs as CSV, and runs as Markdown."""

import csv
import io
import math
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perceptron import history as histories
from perceptron.changed_run import run_of
from perceptron.datasets import DataSet, Row
from perceptron.experiment import Run
from perceptron.findings.run_summary import summary_of
from perceptron.out.runs_table import TableRun, name_of, runs_csv, runs_markdown, runs_text
from perceptron.out.spreadsheets import MOST_ROWS, as_csv, history_csv, results_csv
from perceptron.own_data import own_data
from perceptron.presets import PRESETS
from perceptron.setting_texts import texts_of
from perceptron.settings import Settings
from perceptron.tables import UNDECIDED
from tests.examples import examples
from tests.unit.programs import MOMENTUM

ARTICLE = Settings()


def trained(settings: Settings, epochs: int) -> Run:
    run = run_of(settings)
    run.advance(epochs)
    return run


def in_table(settings: Settings, epochs: int = 20, name: str = "") -> TableRun:
    return TableRun(name, texts_of(settings), settings, summary_of(trained(settings, epochs)))


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


FORMULAS = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "  =1", "＝1", "-", "+a", "|x", "%x")
NO_FORMULAS = ("a=b", "Petal length", "−5", "-5", "+5", "-0.25", "-1e-7", "1e300", "", " ", "'=1")


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_could_be_a_formula_is_guarded(text: str) -> None:
    assert cells(as_csv([text], [[text]])) == [[f"'{text}"]] * 2


@pytest.mark.parametrize("text", NO_FORMULAS)
def test_other_texts_and_numbers_stay_as_they_are(text: str) -> None:
    assert cells(as_csv(["x", text], [["y", text]])) == [["x", text], ["y", text]]


@examples(200)
@given(
    st.lists(
        st.lists(st.text() | st.floats() | st.integers(-(10**300), 10**300) | st.none(), min_size=2, max_size=2),
        max_size=5,
    )
)
def test_every_cell_comes_back(rows: list[list[str | float | None]]) -> None:
    read = cells(as_csv(["a", "b"], rows))[1:]
    for row, again in zip(rows, read, strict=True):
        for cell, text in zip(row, again, strict=True):
            match cell:
                case None:
                    assert text == ""
                case str():
                    assert text.removeprefix("'") == " ".join(cell.splitlines()).removeprefix("'")
                case _ if math.isfinite(cell):
                    assert type(cell)(text) == cell
                    assert not text.startswith("'")
                case _:
                    assert text in ("too large for a 64-bit float", "no number")


@pytest.mark.parametrize("text", ["a\nb", "a\rb", "a\r\nb", "\n=1"])
def test_a_cell_is_in_one_line(text: str) -> None:
    written = as_csv(["x"], [[text]])
    assert written.splitlines() == ["x", "' =1" if text == "\n=1" else "a b"]


def test_results_hold_every_digit() -> None:
    run = trained(ARTICLE, 10)
    read = rows_of(results_csv(run.task, run.before, run.verdicts()))
    assert list(read[0]) == [
        *("First number", "Second number", "Sum"),
        *("Before training", "After training", "As shown", "Error", "Verdict"),
    ]
    assert [float(row["After training"]) for row in read] == [verdict.output for verdict in run.verdicts()]
    assert [float(row["Before training"]) for row in read] == [verdict.output for verdict in run.before]
    assert sum(row["Verdict"] == "right" for row in read) == run.verdicts().score.right
    assert {row["Verdict"] for row in read} == {"right", "wrong"}


def test_results_can_be_read_as_data_again() -> None:
    run = trained(ARTICLE, 1)
    text = results_csv(run.task, run.before, run.verdicts())
    columns = "\n".join([",".join(row[:3]) for row in cells(text)])
    assert own_data("own", columns, UNDECIDED, lambda sentence: None).test == ARTICLE.data.test


def test_results_name_classes_and_guard_their_names() -> None:
    data = replace(PRESETS["iris"], classes=("=A1", "virginica"), input_names=("+a", "b"), name="own")
    run = trained(replace(ARTICLE, data=data), 5)
    read = rows_of(results_csv(run.task, run.before, run.verdicts()))
    assert {row["Class"] for row in read} == {"'=A1", "virginica"}
    assert "'+a" in read[0]
    assert all(float(row["Error"]) == float(row["Kind"]) - float(row["After training"]) for row in read)


def test_the_history_is_the_runs_own() -> None:
    run = trained(ARTICLE, 10)
    read = rows_of(history_csv(run))
    assert list(read[0]) == ["Epoch", "Mean squared error", "Weight 1", "Weight 2", "Bias"]
    assert [int(row["Epoch"]) for row in read] == list(range(11))
    for row in read:
        moment = run.at(int(row["Epoch"]))
        assert float(row["Mean squared error"]) == moment.error
        assert [float(row[name]) for name in ("Weight 1", "Weight 2")] == moment.neuron.weights
        assert float(row["Bias"]) == moment.neuron.bias


@pytest.mark.parametrize("stride", [1, 2, 3, 7, 10, 100])
@pytest.mark.parametrize(
    "settings",
    [ARTICLE, replace(ARTICLE, bias="off"), replace(ARTICLE, rule=MOMENTUM)],
    ids=("usual", "no bias", "momentum"),
)
def test_what_a_thinned_out_history_lacks_is_computed_again(
    settings: Settings, stride: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = cells(history_csv(trained(settings, 45)))
    monkeypatch.setattr(histories, "MOST_NUMBERS", 40)
    run = trained(settings, 45)
    assert run.history.stride > 1
    epochs = [*range(0, 45, stride), 45]
    assert cells(history_csv(run, stride)) == [whole[0], *[whole[epoch + 1] for epoch in epochs]]


def test_a_run_at_its_start_has_one_row() -> None:
    assert len(rows_of(history_csv(run_of(ARTICLE)))) == 1


def test_too_many_rows_are_refused_with_a_way_on(monkeypatch: pytest.MonkeyPatch) -> None:
    run = trained(ARTICLE, 30)
    monkeypatch.setattr("perceptron.out.spreadsheets.MOST_ROWS", 11)
    with pytest.raises(ValueError, match=r"31 rows; 11 are the most in one file\. Take every 3 epochs or more\."):
        history_csv(run)
    assert len(rows_of(history_csv(run, 3))) == 11
    with pytest.raises(ValueError, match="every 1 or more epochs, not every 0"):
        history_csv(run, 0)
    assert MOST_ROWS == 100_000


RUNS = [
    in_table(ARTICLE),
    in_table(replace(ARTICLE, learning_rate=1.0)),
    in_table(replace(ARTICLE, activation="tanh", bias="off"), name="=mine|*"),
    in_table(Settings(PRESETS["celsius"], activation="linear")),
    in_table(replace(ARTICLE, data=PRESETS["three"])),
]


def test_runs_have_every_digit_and_what_differs() -> None:
    read = rows_of(runs_csv(RUNS))
    assert [row["Learning rate"] for row in read] == ["0.1", "1", "0.1", "0.1", "0.1"]
    assert [row["Activation"] for row in read] == ["sigmoid", "sigmoid", "tanh", "linear", "sigmoid"]
    assert "Seed" not in read[0]
    for row, run in zip(read, RUNS, strict=True):
        assert float(row["Final weight 1"]) == run.summary.weights[0]
        assert int(row["Right"]) == run.summary.right
    assert [row["Final weight 3"] != "" for row in read] == [False, False, False, False, True]
    assert read[2]["Run"] == "'=mine|*"
    assert read[2]["Final bias"] == ""
    assert [row["Stopped"] for row in read] == ["no", "no", "no", "yes", "no"]
    assert float(read[1]["Mean absolute error: difference"]) == RUNS[1].summary.mean_error - RUNS[0].summary.mean_error
    assert read[3]["Mean absolute error: difference"] == ""


def test_a_run_that_ended_within_an_epoch_says_so() -> None:
    run = trained(ARTICLE, 2)
    for _ in range(3):
        run.step()
    ended = TableRun("", texts_of(replace(ARTICLE, epochs=2)), ARTICLE, summary_of(run))
    read = rows_of(runs_csv([RUNS[0], ended]))
    assert [(row["Epochs done"], row["Rows of the next epoch"]) for row in read] == [("20", "0"), ("2", "3")]
    assert read[1]["Run"] == "2 epochs, up to row 3 of epoch 3"
    assert float(read[1]["Final bias"]) == run.neuron.bias


def test_the_heads_are_all_different() -> None:
    head = cells(runs_csv(RUNS))[0]
    assert len(set(head)) == len(head)


def test_the_first_run_is_the_baseline() -> None:
    assert [name_of(run, RUNS[0]) for run in RUNS] == [
        "baseline: the usual settings",
        "learning rate 1",
        "=mine|*",
        "Celsius to Fahrenheit, linear",
        "Sums of three numbers",
    ]


def test_markdown_is_one_table_whatever_a_name_holds() -> None:
    lines = runs_markdown([*RUNS, RUNS[0]._replace(name="a\n| b `c` \\")]).splitlines()
    assert len(lines) == 8
    assert {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in lines} == {7}
    assert lines[-1].startswith("| a \\| b \\`c\\` \\\\ |")
    assert "| =mine\\|\\* |" in lines[4]


def test_text_stands_in_columns() -> None:
    lines = runs_text(RUNS).splitlines()
    place = lines[0].index("R²")
    assert all(line[place - 2 : place] == "  " and line[place] != " " for line in lines)
    assert "grew too large" in lines[4]


@examples(100)
@given(st.text(max_size=30))
def test_any_name_leaves_markdown_a_table(name: str) -> None:
    lines = runs_markdown([RUNS[0]._replace(name=name)]).split("\n")
    assert len(lines) == 3
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", lines[2])) == 7


def test_a_run_of_numbers_past_all_floats_can_be_written() -> None:
    huge = Row((1e308,), 1e308)
    settings = Settings(DataSet("own", (huge, Row((-1e308,), 0.0)), (huge,), 0), activation="linear")
    run = trained(settings, 3)
    assert "'" not in results_csv(run.task, run.before, run.verdicts())
    assert runs_csv([in_table(settings, 3)])
