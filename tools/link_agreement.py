"""Agreement of the two labellings of the claim-link gold: of the first, in HALVES, with second.tsv.

    python tools/link_agreement.py    # Cohen's kappa, over all and for each relation

The second labeller saw reports, claims and speakers in random order, and the guide; not the first labels.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

from vedette.evals.scores import kappa

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "claim_links"
HALVES = ("dev", "held", "close", "close_held", "wires", "wires_held")


def labels() -> list[tuple[str, str, str]]:
    """Return (half, first label, second label) of every pair labelled twice."""
    with (GOLD / "second.tsv").open(encoding="utf-8", newline="") as file:
        second = {row["id"]: row["relation"] for row in csv.DictReader(file, delimiter="\t")}
    found = []
    for half in HALVES:
        for line in (GOLD / f"{half}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["id"] in second:
                found.append((half, row["relation"], second[row["id"]]))
    return found


def main() -> None:
    """Print the agreement."""
    found = labels()
    for name, rows in (("all", found), *((half, [row for row in found if row[0] == half]) for half in HALVES)):
        firsts, seconds = [row[1] for row in rows], [row[2] for row in rows]
        share = sum(a == b for a, b in zip(firsts, seconds, strict=True)) / len(rows)
        print(f"{name}: {len(rows)} pairs, agreement {share:.3f}, kappa {kappa(firsts, seconds):.3f}")
    firsts, seconds = [row[1] for row in found], [row[2] for row in found]
    for relation, number in Counter(firsts).most_common():
        one, two = [str(a == relation) for a in firsts], [str(b == relation) for b in seconds]
        print(f"  {relation:9s} first {number:3d} second {two.count('True'):3d} kappa {kappa(one, two):.3f}")
    turned = Counter((a, b) for _, a, b in found if a != b)
    print("differ most: " + ", ".join(f"{a}/{b} {number}" for (a, b), number in turned.most_common(8)))


if __name__ == "__main__":
    main()
