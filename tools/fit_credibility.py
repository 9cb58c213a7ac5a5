"""Fit how credible a reading is (src/vedette/coding/credibility.toml) to events judged right or wrong by hand.

    python tools/fit_credibility.py                            # fit anew from training/credibility, write the table
    python tools/fit_credibility.py --read ../shared/eval      # code the judged reports again first, to renew the signs

`verdicts.tsv` (and those of the draws that have been read, in `tests/gold/precision`) hold an event's id, its report
and whether its type was right; `signs.tsv` the factors of each as they stood when the reports were coded last. The
texts themselves are not ours and stay outside. The reports are those of the draws that have been read: never those that
precision is measured on.
Logistic regression with a ridge penalty, Newton steps; cross-validated by report.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from drawn import FITTED, JUDGED, drawn_reports, rows_of, table_of
from fitting import fitted, held_out, print_bars, signs_of, write_signs, write_table

from vedette import Coder
from vedette.coding import EventCoder
from vedette.coding.credibility import FACTORS, TABLE
from vedette.grounding import ground

DATA = Path(__file__).parents[1] / "training" / "credibility"
BARS = {
    "bar": (0.7, "A reading below this score is not coded."),
    "bar_short": (0.15, "The same in a text of a few sentences, which has no tenor of its own."),
}
"""Chosen where type precision rises faster than what is right is lost."""


def renew(folder: Path) -> None:
    """Code the judged reports with every reading let through, and keep the signs of the judged events."""
    judged = set(verdicts())
    coder = Coder()
    events = EventCoder(coder.events.lexicon, typer=coder.events.typer, bar=0.0)
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    reports = drawn_reports(folder, *(table_of("reports", name) for name in FITTED))
    for reading in coder.reader.read_many(reports):
        for event, credibility in events.credibilities(ground(reading, coder.knowledge)).items():
            if event in judged:
                found[event] = credibility.signs
    write_signs(DATA / "signs.tsv", FACTORS, found)
    print(f"{len(found)} of {len(judged)} judged events are coded and have their signs")


def verdicts() -> dict[str, tuple[str, float]]:
    """Return by event its report and whether its type was judged right (1) or wrong (0)."""
    found = {row["event"]: (row["report"], float(row["type"])) for row in rows_of(DATA / "verdicts.tsv")}
    for name in JUDGED:
        rows = rows_of(table_of("verdicts", name))
        found |= {row["event"]: (row["report"], float(row["type_right"])) for row in rows}
    return found


def main() -> None:
    """Fit, print what it gains, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--read", type=Path, help="folder of the corpora, to renew the signs")
    asked = parser.parse_args()
    if asked.read:
        renew(asked.read)
    judged = verdicts()
    rows = [row for row in rows_of(DATA / "signs.tsv") if row["event"] in judged]
    x = signs_of(rows, FACTORS)
    right = np.array([judged[row["event"]][1] for row in rows])
    reports = [judged[row["event"]][0] for row in rows]
    of = f"{len(right)} events of {len(set(reports))} reports"
    print(f"{of}, type right {right.mean():.3f}; by report held out:")
    print_bars(held_out(x, right, reports), right, "right")
    notes = (
        "How far a reading is believed: log odds = start + the sum of weight x factor.",
        f"Fitted by tools/fit_credibility.py to {len(right)} events judged by hand; credibility.py tells each factor.",
    )
    write_table(TABLE, notes, fitted(x, right), FACTORS, BARS)


if __name__ == "__main__":
    main()
