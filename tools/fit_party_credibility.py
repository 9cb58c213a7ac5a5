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
import random
from pathlib import Path

import numpy as np
from draw_events import own_ids, reports_of, shown
from fit_credibility import DATA, FOLDS, PRECISION, fitted, rows_of

from vedette import Coder, Report
from vedette.coding import EventCoder
from vedette.coding.party_credibility import PARTY_FACTORS
from vedette.coding.roles import Roles
from vedette.grounding import ground

TABLE = Path(__file__).parents[1] / "src" / "vedette" / "coding" / "party_credibility.toml"
VERDICTS, SIGNS = DATA / "party_verdicts.tsv", DATA / "party_signs.tsv"
BAR = 0.5
"""Below it a deed of a long report is not coded; chosen where precision rises faster than what is right is lost."""


def digest_of(roles: Roles) -> str:
    """Return by what the parties of an event are known again, without their words."""
    return digest(shown(roles.actors), shown(roles.recipients))


def digest(actors: str, recipients: str) -> str:
    """Return the digest of parties as `draw_events.shown` gives them."""
    return hashlib.sha256(f"{actors}\n{recipients}".encode()).hexdigest()[:12]


def renew(folder: Path) -> None:
    """Code the judged reports with every reading let through; keep the signs of events that stand as judged."""
    paths = sorted(PRECISION.glob("reports_*.tsv"))
    wanted = {(row["corpus"], row["id"]) for path in paths for row in rows_of(path)}
    judged = {row["event"]: row for row in rows_of(VERDICTS)}
    coder = Coder()
    events = EventCoder(coder.events.lexicon, typer=coder.events.typer, bar=0.0)
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for corpus in sorted({corpus for corpus, _ in wanted}):
        path = folder / f"{corpus}.jsonl"
        items = zip(reports_of(path), own_ids(path), strict=True)
        reports = [item for item, own in items if isinstance(item, Report) and (corpus, own) in wanted]
        for reading in coder.reader.read_many(reports):
            for event, (roles, known) in events.party_credibilities(ground(reading, coder.knowledge)).items():
                if event in judged and judged[event]["told"] == digest_of(roles):
                    found[event] = known.signs
    with SIGNS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("event", *PARTY_FACTORS))
        for event, signs in sorted(found.items()):
            writer.writerow((event, *(f"{value:.3f}" for _, value in signs)))
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
    signs = [row for row in rows_of(SIGNS) if row["event"] in judged]
    x = np.array([[1.0, *(float(row[name]) for name in PARTY_FACTORS)] for row in signs])
    right = np.array([float(judged[row["event"]]["parties_right"]) for row in signs])
    both = right * np.array([float(judged[row["event"]]["type_right"]) for row in signs])
    reports = [judged[row["event"]]["report"] for row in signs]
    order = sorted(set(reports))
    random.Random(1).shuffle(order)
    part = np.array([order.index(report) % FOLDS for report in reports])
    held = np.zeros(len(right))
    for k in range(FOLDS):
        held[part == k] = 1 / (1 + np.exp(-x[part == k] @ fitted(x[part != k], right[part != k])))
    print(f"{len(right)} events of {len(order)} reports, parties right {right.mean():.3f}; by report held out:")
    for bar in (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7):
        kept = held >= bar
        share = both[kept].sum() / both.sum()
        print(
            f"  bar {bar:.2f}: keeps {kept.mean():.2f}, type and parties {both[kept].mean():.3f} (of all {share:.2f})"
        )
    weights = fitted(x, right)
    lines = [
        "# How far a deed's parties are believed: log odds = start + the sum of weight x sign.",
        f"# Fitted by tools/fit_party_credibility.py to {len(right)} events judged by hand.",
        f"start = {weights[0]:.3f}",
        "# In a text long enough to have a tenor a deed whose parties score below this is not coded.",
        f"bar = {BAR}",
        "",
        "[weights]",
        *(f"{name} = {value:.3f}" for name, value in zip(PARTY_FACTORS, weights[1:], strict=True)),
    ]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
