"""Runs as files, as a table to copy and as one text for a link, and the way back; nothing runs here.

Everything here depends on its arguments alone; see web.page.update.sharing for what becomes of it.
"""

import base64
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from perceptron.decoding import decoded
from perceptron.experiment import Run
from perceptron.fields import shortened
from perceptron.limits import check_bytes
from perceptron.out.runs_table import TableRun, runs_csv, runs_markdown
from perceptron.out.spreadsheets import history_csv, results_csv
from perceptron.packed import pack, pack_list, unpack_list
from perceptron.presets import PRESETS
from perceptron.run_lists import MOST_RUNS_IN_THE_PAGE, Listed, as_list, read_runs
from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS
from perceptron.words.file_names import file_name, file_name_of_runs
from perceptron.words.numbers import with_minuses
from web.worker.reports.runs import summary_read

Told = dict[str, object]
Texts = dict[str, str]
CSV, JSON = "text/csv", "application/json"


def list_of(settings_of: Callable[[Texts], Settings], form: str, runs: Sequence[Mapping[str, Any]], *data: str) -> Told:
    """The runs in a form: “csv” or “json” as a file, “copy” as Markdown and as the packed text of a link.

    Each run has its texts, all but the data, which is one of `data` by its place; the first run is the baseline.
    """
    listed = []
    for run in runs:
        texts: Texts = {**run["texts"], "data": data[run["data"]]}
        listed.append((run["name"], texts, settings_of(texts), run["summary"]))
    tabled = [TableRun(name, texts, one, summary_read(told)) for name, texts, one, told in listed if told]
    if form == "csv":
        return {"name": file_name_of_runs("runs", len(tabled), "csv"), "kind": CSV, "content": runs_csv(tabled)}
    try:
        text = as_list([Listed(name, _changed(texts), one.data) for name, texts, one, _ in listed])
        if form == "json":
            return {"name": file_name_of_runs("runs", len(listed), "json"), "kind": JSON, "content": text}
        markdown = runs_markdown(tabled) if tabled else ""
        return {"markdown": markdown, "packed": pack_list(text), "complaint": ""}
    except ValueError as error:
        return {"complaint": str(error)}


def file_of(run: Run, texts: Texts, form: str, stride: int) -> Told:
    """The “results” of a run, or its “history” every so many epochs, as a file."""
    try:
        if form == "history":
            content = history_csv(run, stride)
        else:
            content = results_csv(run.task, list(run.before), list(run.verdicts()))
    except ValueError as error:
        return {"done": True, "complaint": str(error)}
    return {"done": True, "name": file_name(form, texts, "csv"), "kind": CSV, "content": content}


def opened(source: str, name: str, content: str) -> Told:
    """The runs that a “link”, a “text” or a “file”, in base64, holds, for a person to look at; or why it holds none."""
    called = shortened(name) if name else f"This {source}"
    notes: list[str] = []
    try:
        if source == "link":
            text = unpack_list(content)
        elif source == "text":
            text = content
        else:
            raw = base64.b64decode(content)
            check_bytes(len(raw))
            text = decoded(raw, notes.append)
        found = read_runs(text, notes.append, MOST_RUNS_IN_THE_PAGE)
    except ValueError as error:
        # What tells of the whole goes on with its name; what quotes a part of it stands behind a colon.
        joint = " " if str(error)[:1].islower() else ": "
        return {"runs": [], "notes": [], "complaint": with_minuses(f"{called}{joint}{error}")}
    runs = [{"name": run.name, "texts": {**DEFAULTS, **run.texts, "data": _data(run)}} for run in found.runs]
    return {"runs": runs, "notes": [with_minuses(note) for note in (*notes, *found.refused)], "complaint": ""}


def _changed(texts: Texts) -> Texts:
    return {name: text for name, text in texts.items() if name != "data" and text != DEFAULTS[name]}


def _data(run: Listed) -> str:
    return run.data.name if PRESETS.get(run.data.name) == run.data else pack(run.data)
