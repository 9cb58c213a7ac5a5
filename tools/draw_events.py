"""Code the drawn reports and draw the events that precision is judged on, by seed.

    python tools/draw_events.py ../shared/eval > judge.tsv            # 300 events to judge, with their sentences
    python tools/draw_events.py ../shared/eval --again > again.tsv    # 50 of them, to be judged a second time
    python tools/draw_events.py ../shared/eval --rest > more.tsv      # 300 others of the last two draws

Each row shows what was coded and the sentence it rests on. Who judges adds four columns: type, parties, status (1
right, 0 wrong) and the class of error. Verdicts are kept with ids only (tests/gold/precision/verdicts.tsv): the texts
are not ours.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Iterator
from pathlib import Path

from vedette import CodedReport, Coder, Report
from vedette.ingest import read_inputs
from vedette.model import EventMention, Failure, Party

SEED = 20261210
GOLD = Path(__file__).parents[1] / "tests" / "gold" / "precision"
DRAWN = GOLD / "reports.tsv"
REST_SEED = 20261129
LAST_DRAWS = (("reports_tenth.tsv", "verdicts_tenth.tsv"), ("reports.tsv", "verdicts.tsv"))
"""Reports and verdicts of the last two draws."""
NUMBER, AGAIN = 300, 50
_BEFORE = 220
"""Characters shown before the sentence, for its pronouns."""


def coded(folder: Path, drawn: Path = DRAWN) -> Iterator[CodedReport]:
    """Code the drawn reports."""
    with drawn.open(encoding="utf-8", newline="") as file:
        wanted = {(row["corpus"], row["id"]) for row in csv.DictReader(file, delimiter="\t")}
    coder = Coder()
    for corpus in sorted({corpus for corpus, _ in wanted}):
        items = reports_of(folder / f"{corpus}.jsonl")
        ids = own_ids(folder / f"{corpus}.jsonl")
        reports = (
            item for item, own in zip(items, ids, strict=True) if isinstance(item, Report) and (corpus, own) in wanted
        )
        yield from (one for one in coder.code_many(reports) if isinstance(one, CodedReport))


def reports_of(path: Path) -> list[Report | Failure]:
    """Return the reports of a corpus in order; wire news of the nineties calls its day `dct`."""
    with path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    if "dct" in rows[0]:
        return [Report.make(row["text"], _iso(row["dct"]), title=row["title"] or None) for row in rows]
    return list(read_inputs([path]))


def _iso(day: str) -> str:
    """Return an ISO day; some corpora write it day first ("03-02-2009")."""
    return "-".join(reversed(day.split("-"))) if day[2:3] == "-" else day


def judged_ids(path: Path, column: str) -> set[str]:
    """Return the ids that have a verdict."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row[column] for row in csv.DictReader(file, delimiter="\t")}


def own_ids(path: Path) -> list[str]:
    """Return the ids the corpus itself gives its reports, in order."""
    with path.open(encoding="utf-8") as rows:
        return [json.loads(row)["id"] for row in rows if row.strip()]


def shown(parties: tuple[Party, ...]) -> str:
    """Return parties as a judge reads them."""
    return "; ".join(f"{one.span.exact} = {one.actor.name} ({one.actor.id})" for one in parties) or "-"


def main() -> None:
    """Print the drawn events."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--again", action="store_true", help="50 of the judged ones, for a second reader")
    parser.add_argument("--rest", action="store_true", help="events of the last two draws that nobody has judged")
    asked = parser.parse_args()
    dice = random.Random(REST_SEED if asked.rest else SEED)
    events: list[tuple[Report, EventMention]] = []
    for drawn, verdicts in LAST_DRAWS if asked.rest else LAST_DRAWS[-1:]:
        judged = judged_ids(GOLD / verdicts, "event") if asked.rest else set()
        events += [
            (one.report, event)
            for one in coded(asked.folder, GOLD / drawn)
            for event in one.events
            if event.id not in judged
        ]
    chosen = sorted(dice.sample(range(len(events)), min(NUMBER, len(events))))
    if asked.again:
        chosen = sorted(dice.sample(chosen, AGAIN))
    print("\t".join(("event", "report", "coded", "status", "actors", "recipients", "trigger", "before", "sentence")))
    for k in chosen:
        report, e = events[k]
        kind = "/".join((e.event_type, *e.event_mode))
        text = report.text
        words = " ".join(e.evidence.exact.split())
        row = (
            e.id,
            report.id,
            kind,
            e.status,
            shown(e.actors),
            shown(e.recipients),
            " ".join(e.trigger.exact.split()),
            " ".join(text[max(0, e.evidence.start - _BEFORE) : e.evidence.start].split()),
            words,
        )
        print("\t".join(row))


if __name__ == "__main__":
    main()
