"""The draws of real reports that events and claims are judged on: their tables, and their reports.

Each draw has a table of report ids (`reports_NAME.tsv`) and, beside it, the verdicts on what was coded in them; those
of the newest stand in `reports.tsv` and `verdicts.tsv`. The texts are not ours and stay outside.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from vedette import Report
from vedette.ingest import read_inputs
from vedette.model import Failure

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "precision"
NEWEST, NEWEST_VERDICTS = GOLD / "reports.tsv", GOLD / "verdicts.tsv"
READ = ("read", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
"""Names of the draws that were read for causes of error, oldest first: none of their reports is drawn again."""
FITTED = READ[:-1]
"""Those that tables are fitted to; the figures of the others stand in docs/accuracy.md."""
JUDGED = (*FITTED[2:], "rest")
"""Names of their verdicts (`verdicts_NAME.tsv`); those of the first two stand in training/credibility."""


def table_of(kind: str, name: str) -> Path:
    """Return the table of a draw: of its `reports`, `verdicts` or `claim_verdicts`."""
    return GOLD / f"{kind}_{name}.tsv"


def rows_of(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def drawn_reports(folder: Path, *tables: Path) -> Iterator[Report]:
    """Yield the reports that `tables` list, corpus by corpus, in the order of their corpora in `folder`."""
    wanted = {(row["corpus"], row["id"]) for path in tables for row in rows_of(path)}
    for corpus in sorted({corpus for corpus, _ in wanted}):
        path = folder / f"{corpus}.jsonl"
        for item, own in zip(_reports_of(path), own_ids(path), strict=True):
            if isinstance(item, Report) and (corpus, own) in wanted:
                yield item


def own_ids(path: Path) -> list[str]:
    """Return the ids a corpus itself gives its reports, in order."""
    with path.open(encoding="utf-8") as rows:
        return [json.loads(row)["id"] for row in rows if row.strip()]


def _reports_of(path: Path) -> list[Report | Failure]:
    """Return the reports of a corpus in order; wire news of the nineties calls its day `dct`."""
    with path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    if "dct" in rows[0]:
        return [Report.make(row["text"], _iso(row["dct"]), title=row["title"] or None) for row in rows]
    return list(read_inputs([path]))


def _iso(day: str) -> str:
    """Return an ISO day; some corpora write it day first ("03-02-2009")."""
    return "-".join(reversed(day.split("-"))) if day[2:3] == "-" else day
