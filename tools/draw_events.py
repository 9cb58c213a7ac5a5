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
import random
from collections.abc import Iterator
from pathlib import Path

from drawn import NEWEST, NEWEST_VERDICTS, READ, drawn_reports, rows_of, table_of

from vedette import CodedReport, Coder, Report
from vedette.model import EventMention, Party

SEED = 20261210
REST_SEED = 20261129
LAST_DRAWS = ((table_of("reports", READ[-1]), table_of("verdicts", READ[-1])), (NEWEST, NEWEST_VERDICTS))
"""Reports and verdicts of the last two draws."""
NUMBER, AGAIN = 300, 50
_BEFORE = 220
"""Characters shown before the sentence, for its pronouns."""


def coded(folder: Path, drawn: Path = NEWEST) -> Iterator[CodedReport]:
    """Code the drawn reports."""
    yield from (one for one in Coder().code_many(drawn_reports(folder, drawn)) if isinstance(one, CodedReport))


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
        judged = {row["event"] for row in rows_of(verdicts)} if asked.rest else set()
        events += [
            (one.report, event) for one in coded(asked.folder, drawn) for event in one.events if event.id not in judged
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
