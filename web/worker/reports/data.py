"""The data in use: what it is, what to know about it, and its training rows, each cell as a person would type it."""

from functools import lru_cache

from perceptron.aspects import TRAINING_ROWS_A_PAGE
from perceptron.datasets import DataSet
from perceptron.editing import cell_text
from perceptron.experiment import Run
from perceptron.findings.data_checks import Fact, known_of
from perceptron.findings.slides import slide_of
from perceptron.scoring import printed
from perceptron.settings import Settings
from perceptron.words.data_checks import fact_in_words, remedy_in_words
from perceptron.words.data_set import data_in_words, lesson_of
from perceptron.words.numbers import with_minuses
from web.worker.reports.look import Look, Shown


def report(run: Run, look: Look, seen: Shown) -> dict[str, object]:
    """The data set in words, and one page of its training rows."""
    data = run.settings.data
    first = look.training_page * TRAINING_ROWS_A_PAGE
    return {
        "in_use": data_in_words(data),
        "teaches": lesson_of(data),
        "facts": [] if run.has_changed_program else [_told(fact) for fact in _known(run.settings)],
        "columns": [*data.input_names, data.target_name],
        "first": first,
        "count": len(data.training),
        "rows": [
            [cell_text(data, row, column) for column in range(data.inputs + 1)]
            for row in data.training[first : first + TRAINING_ROWS_A_PAGE]
        ],
        "slides": [_slide(data, column) for column in range(data.inputs + 1)],
        "for_both": data.test == data.training,
    }


def _slide(data: DataSet, column: int) -> dict[str, object]:
    """The ends and the step of a slider for a cell of this column; without them where there can be none."""
    slide = slide_of(data, column)
    if not slide:
        return {}
    least, most = (printed(end, slide.decimals) for end in (slide.least, slide.most))
    names = list(data.classes) if column == data.inputs and data.classes else []
    return {"least": least, "most": most, "step": printed(10.0**-slide.decimals, slide.decimals), "names": names}


@lru_cache(maxsize=1)
def _known(settings: Settings) -> tuple[Fact, ...]:
    """For ten thousand rows it takes a second, and whoever turns the pages of the rows should not wait for it."""
    return known_of(settings)


def _told(fact: Fact) -> dict[str, object]:
    """A fact in words, with the changes of one setting that would help."""
    return {
        "sentence": with_minuses(fact_in_words(fact)),
        "remedies": [
            {"setting": name, "word": value, "words": remedy_in_words((name, value))}
            for name, value in getattr(fact, "remedies", ())
        ],
    }
