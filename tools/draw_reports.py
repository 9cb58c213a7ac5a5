"""Draw the real reports that precision is judged on, by seed, before any of them is read.

    python tools/draw_reports.py ../shared/eval > tests/gold/precision/reports.tsv

Forty-five reports come from two news corpora, thirty from statements and twenty-five from wire news of the nineties, at
even odds within each: what of the first three nobody has read. The judged events are drawn from these reports only, so
neither who judges nor what was tuned could choose them. Four earlier draws (`reports_read.tsv`, `reports_second.tsv`,
`reports_third.tsv`, `reports_fourth.tsv`) were read to find causes of error; none of their reports is drawn again.
"""

from __future__ import annotations

import csv
import json
import random
import sys
from pathlib import Path

SEED = 20261128
_PRECISION = Path(__file__).parents[1] / "tests" / "gold" / "precision"
READ = tuple(_PRECISION / f"reports_{name}.tsv" for name in ("read", "second", "third", "fourth"))
"""The reports of earlier draws."""
CORPORA = (
    "corpus_wikinews_2019_2020.jsonl",
    "geo_trnews.dev.jsonl",
    "corpus_us_statements_ukraine_2022_2024.jsonl",
    "timex_te3_timebank.dev.jsonl",
)
NUMBERS = (5, 40, 30, 25)
"""Reports of each corpus. The second and fourth are gold for places and times only."""


def drawn(folder: Path) -> list[tuple[str, str]]:
    """Return (corpus, report id) of the drawn reports, in order of their ids."""
    dice = random.Random(SEED)
    found: list[tuple[str, str]] = []
    read: set[str] = set()
    for path in READ:
        with path.open(encoding="utf-8", newline="") as file:
            read |= {row["id"] for row in csv.DictReader(file, delimiter="\t")}
    for corpus, number in zip(CORPORA, NUMBERS, strict=True):
        with (folder / corpus).open(encoding="utf-8") as rows:
            ids = sorted({json.loads(row)["id"] for row in rows} - read)
        found.extend((corpus.removesuffix(".jsonl"), one) for one in sorted(dice.sample(ids, number)))
    return found


def main() -> None:
    """Print the drawn ids as a table."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit(__doc__)
    print("corpus\tid")
    for corpus, one in drawn(Path(sys.argv[1])):
        print(f"{corpus}\t{one}")


if __name__ == "__main__":
    main()
