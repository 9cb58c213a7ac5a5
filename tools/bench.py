"""Speed: the whole way against the bare parser, in CPU time, in one run.

Reads the bundled sample reports (or the files named) over and over, in turn with the bare parser, and
prints the ratio of their speeds; start-up is taken off. Ratios hold when the machine's speed drifts,
single figures do not.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from importlib import resources
from pathlib import Path

from vedette import Coder, Report
from vedette.ingest import read_inputs
from vedette.reading.paragraphs import shadow, split_paragraphs

ROUNDS = 5
MIN_TOKENS = 20_000


def main(arguments: list[str]) -> None:
    """Print tokens a second of both and their ratio, round by round and as a median."""
    paths = arguments or [str(resources.files("vedette") / "samples")]
    reports = [item for item in read_inputs([Path(path) for path in paths]) if isinstance(item, Report)]
    coder = Coder()
    paragraphs = [shadow(r.text[p.start : p.end]) for r in reports for p in split_paragraphs(r.text)]
    tokens = coder.parser.count_many(paragraphs)
    repeat = max(1, MIN_TOKENS // max(tokens, 1))
    list(coder.code_many(reports))
    ratios = []
    for round_number in range(1, ROUNDS + 1):
        bare = _cpu(lambda: coder.parser.count_many(paragraphs * repeat))
        whole = _cpu(lambda: sum(1 for _ in coder.code_many(reports * repeat)))
        ratios.append(bare / whole)
        print(
            f"round {round_number}: bare parser {tokens * repeat / bare:,.0f} tokens/s, "
            f"whole way {tokens * repeat / whole:,.0f} tokens/s, ratio {ratios[-1]:.3f}"
        )
    print(
        f"whole way against the bare parser: median {statistics.median(ratios):.3f}, "
        f"min {min(ratios):.3f}, max {max(ratios):.3f}  ({len(reports)} reports, {tokens} tokens, x {repeat})"
    )


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])
