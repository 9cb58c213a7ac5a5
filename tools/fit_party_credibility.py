"""Fit how credible a deed's parties are (src/vedette/coding/party_credibility.toml) to events judged by hand.

    python tools/fit_party_credibility.py                            # fit anew from training/credibility
    python tools/fit_party_credibility.py --read ../shared/eval      # code the judged reports again first
    python tools/fit_party_credibility.py --add judge.tsv said.tsv   # take in a draw: its rows, and what a reader said

`party_verdicts.tsv` holds an event's id, its report, whether its type and its parties were judged right, and a digest
of the parties that were judged: where an event has other parties today, its verdict tells nothing and is left out.
`party_signs.tsv` holds the signs of the others as they stood when the reports were coded last. The texts are not ours
and stay outside. The reports are those of draws that have been read. Logistic regression with a ridge penalty, Newton
steps; cross-validated by report.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from pathlib import Path

import numpy as np
from draw_events import shown
from drawn import FITTED, drawn_reports, rows_of, table_of
from fit_credibility import DATA
from fitting import fitted, held_out, print_bars, signs_of, write_signs, write_table

from vedette import Coder
from vedette.coding import EventCoder
from vedette.coding.party_credibility import PARTY_FACTORS, TABLE
from vedette.coding.roles import Roles
from vedette.grounding import ground

VERDICTS, SIGNS = DATA / "party_verdicts.tsv", DATA / "party_signs.tsv"
BARS = {
    "bar": (0.5, "In a text long enough to have a tenor a deed whose parties score below this is not coded."),
    "bar_deed": (
        0.85,
        "Unless the deed itself is believed so far, and one side alone is enough: the other is left open.",
    ),
}
"""Chosen where precision rises faster than what is right is lost."""


def digest_of(roles: Roles) -> str:
    """Return by what the parties of an event are known again, without their words."""
    return digest(shown(roles.actors), shown(roles.recipients))


def digest(actors: str, recipients: str) -> str:
    """Return the digest of parties as `draw_events.shown` gives them."""
    return hashlib.sha256(f"{actors}\n{recipients}".encode()).hexdigest()[:12]


def renew(folder: Path) -> None:
    """Code the judged reports with every reading let through; keep the signs of events that stand as judged."""
    judged = {row["event"]: row for row in rows_of(VERDICTS)}
    coder = Coder()
    events = EventCoder(coder.events.lexicon, typer=coder.events.typer, bar=0.0)
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    reports = drawn_reports(folder, *(table_of("reports", name) for name in FITTED))
    for reading in coder.reader.read_many(reports):
        for event, (roles, known) in events.party_credibilities(ground(reading, coder.knowledge)).items():
            if event in judged and judged[event]["told"] == digest_of(roles):
                found[event] = known.signs
    write_signs(SIGNS, PARTY_FACTORS, found)
    print(f"{len(found)} of {len(judged)} judged events have the parties that were judged, and their signs")


def add(rows: Path, said: Path) -> None:
    """Add the verdicts on a draw to the others: `rows` as `draw_events.py` prints them, `said` by event."""
    verdicts = {row["event"]: row for row in rows_of(said)}
    kept = {row["event"]: row for row in rows_of(VERDICTS)}
    for row in rows_of(rows):
        if (one := verdicts.get(row["event"])) is not None:
            told = digest(row["actors"], row["recipients"])
            kept[row["event"]] = {
                "event": row["event"], "report": row["report"], "told": told,
                "type_right": one["type"], "parties_right": one["parties"],
            }  # fmt: skip
    with VERDICTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, next(iter(kept.values())), delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept[event] for event in sorted(kept))


def main() -> None:
    """Fit, print what it gains, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--read", type=Path, help="folder of the corpora, to renew the signs")
    parser.add_argument("--add", type=Path, nargs=2, metavar=("ROWS", "SAID"), help="take in a judged draw")
    asked = parser.parse_args()
    if asked.add:
        add(*asked.add)
        return
    if asked.read:
        renew(asked.read)
    judged = {row["event"]: row for row in rows_of(VERDICTS)}
    rows = [row for row in rows_of(SIGNS) if row["event"] in judged]
    x = signs_of(rows, PARTY_FACTORS)
    right = np.array([float(judged[row["event"]]["parties_right"]) for row in rows])
    both = right * np.array([float(judged[row["event"]]["type_right"]) for row in rows])
    reports = [judged[row["event"]]["report"] for row in rows]
    of = f"{len(right)} events of {len(set(reports))} reports"
    print(f"{of}, parties right {right.mean():.3f}; by report held out:")
    print_bars(held_out(x, right, reports), both, "type and parties")
    notes = (
        "How far a deed's parties are believed: log odds = start + the sum of weight x sign.",
        f"Fitted by tools/fit_party_credibility.py to {len(right)} events judged by hand.",
    )
    write_table(TABLE, notes, fitted(x, right), PARTY_FACTORS, BARS)


if __name__ == "__main__":
    main()
