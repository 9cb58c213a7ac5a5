"""Draw the real reports that precision is judged on, by seed, before any of them is read.

    python tools/draw_reports.py ../shared/eval > tests/gold/precision/reports.tsv

A hundred and forty reports come, at even odds, from the one corpus of which enough are left that nobody has read: local
news. The judged events are drawn from these reports only, so neither who judges nor what was tuned could choose them.
Ten earlier draws (`reports_read.tsv`, `reports_second.tsv` … `reports_tenth.tsv`), of wire, political, business and
world news and of statements too, were read to find causes of error; none of their reports is drawn again.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from drawn import READ, own_ids, rows_of, table_of

SEED = 20261209
CORPORA = ("geo_lgl.dev.jsonl",)
NUMBERS = (140,)
"""Reports of each corpus; of the others none are left. They are gold for places, times and quotations only."""


def drawn(folder: Path) -> list[tuple[str, str]]:
    """Return (corpus, report id) of the drawn reports, in order of their ids."""
    dice = random.Random(SEED)
    found: list[tuple[str, str]] = []
    read = {row["id"] for name in READ for row in rows_of(table_of("reports", name))}
    for corpus, number in zip(CORPORA, NUMBERS, strict=True):
        ids = sorted(set(own_ids(folder / corpus)) - read)
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
