"""The table of a bench: each row is printed as soon as it is known, and all are written as JSON."""

import json
import platform
import time
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from tests.bench.measuring import Row

VERDICTS = {True: "reached", False: "NOT reached", None: ""}


def print_and_keep(chromium: str, rows: Iterable[Row], file: Path | None) -> None:
    """Print the rows, and write them to the file, if there is one, with what they were measured on."""
    machine = f"{platform.machine()}, Python {platform.python_version()}, Chromium {chromium}"
    print(f"Ratios between medians. {time.strftime('%Y-%m-%d')}, {machine}", flush=True)
    kept = []
    for row in rows:
        print(as_line(row), flush=True)
        kept.append({**asdict(row), "ratio": row.ratio, "reached": row.reached})
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"machine": machine, "rows": kept}, indent=2, ensure_ascii=False) + "\n", "utf-8")


def as_line(row: Row) -> str:
    """One line of the table."""
    sign = "≥" if row.at_least else "≤"
    target = f"{sign} {row.target:g} {VERDICTS[row.reached]}" if row.target is not None else ""
    medians = f"{row.ours:,.4g} / {row.theirs:,.4g} {row.unit}"
    return f"{row.topic:<10}  {row.what:<78} {row.ratio:>8.3f}  {target:<18} {medians}"
