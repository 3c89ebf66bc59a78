"""A run beside the article's printed lines."""

import pytest

from perceptron.experiment import Run
from perceptron.findings.comparison import Comparison, compare_with_article, is_the_articles
from perceptron.settings import Settings
from perceptron.words.comparison import comparison_in_words, differences_in_words
from tests.unit.reporting import report, run_of
from tests.unit.samples import AND


def compared(epochs: int, learning_rate_changed: bool = False, **settings: int) -> Comparison:
    run = Run(Settings(**settings))  # type: ignore[arg-type]
    run.advance(epochs)
    return compare_with_article(run.before, run.verdicts() if epochs else None, learning_rate_changed)


def test_the_default_run_is_the_articles() -> None:
    comparison = compared(10_000)
    assert (comparison.alike, comparison.total, comparison.same) == (50, 50, True)
    assert comparison_in_words(comparison) == "Same as the article: 50 of 50 lines."
    assert differences_in_words(comparison) == ""


def test_a_run_at_other_rates_is_not_the_articles_even_if_all_lines_are() -> None:
    comparison = compared(10_000, learning_rate_changed=True)
    assert (comparison.alike, comparison.same) == (50, False)
    assert comparison_in_words(comparison) == (
        "All 50 lines match the article, but the learning rate changed during this run."
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 1, 2, 3, 999_999_999])
def test_the_table_after_training_does_not_depend_on_the_seed(seed: int) -> None:
    comparison = compared(10_000, seed=seed)
    assert comparison.alike_after == 25
    assert comparison.alike_before < 25
    assert comparison_in_words(comparison) == (
        f"{comparison.alike} of 50 lines match the article "
        f"({comparison.alike_before} of 25 before training, 25 of 25 after)."
    )


def test_an_untrained_run_is_the_articles_so_far() -> None:
    assert comparison_in_words(compared(0)) == "Same as the article so far: 25 of 25 lines before training."


def test_differences_from_the_article_are_told_the_first_three_and_how_many_more() -> None:
    comparison = compared(500)
    assert (comparison.alike_before, comparison.same) == (25, False)
    assert len(comparison.differences) == comparison.total - comparison.alike > 3
    sentence = differences_in_words(comparison)
    assert sentence.startswith("For 0.2 + 0.3 the article has 0.5, this run has 0.6; for ")
    assert sentence.count(" the article has ") == 3
    assert sentence.endswith(f"; and {len(comparison.differences) - 3} more.")


def test_another_start_is_told_by_its_differences_before_training() -> None:
    comparison = compared(0, seed=5)
    assert comparison_in_words(comparison) == f"{comparison.alike} of 25 lines before training match the article."
    assert "the article has 0.7, this run has " in differences_in_words(comparison)


@pytest.mark.parametrize("changed", [{}, {"seed": 5}, {"start": "zeros"}, {"epochs": 7}, {"learning_rate": 0.5}])
def test_a_run_from_another_start_is_still_compared(changed: dict[str, object]) -> None:
    assert is_the_articles(Settings(**changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changed",
    [
        {"data": AND},
        {"activation": "linear"},
        {"loss": "cross-entropy"},
        {"bias": "off"},
        {"order": "shuffled"},
        {"scaling": "0-1"},
        {"tolerance": 0.05},
    ],
)
def test_other_data_and_another_neuron_are_not_compared_with_the_article(changed: dict[str, object]) -> None:
    assert not is_the_articles(Settings(**changed))  # type: ignore[arg-type]
    assert report(run_of(1, **changed))["comparison"] == {"sentence": "", "differences": "", "same": False}  # type: ignore[arg-type]
