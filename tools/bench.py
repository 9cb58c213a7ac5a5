"""Speed: the whole way against the bare parser, in CPU time, in one run.

usage: python tools/bench.py [FILE…]

Codes the bundled sample reports and, where the evaluation sets lie beside the checkout, some real reports
(or the files named), in turn with the bare parser, and prints the ratio of their speeds; start-up is taken
off. Before that it loads what is known of the world in a process of its own, and prints the time and memory it
takes. Ratios hold when the machine's speed drifts, single figures do not. The samples are short and dense with
events, so that their ratio is the lowest to expect.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import resources
from itertools import islice
from pathlib import Path

from vedette import Coder, Report
from vedette.ingest import read_inputs
from vedette.reading.paragraphs import shadow, split_paragraphs

ROUNDS = 5
_LOAD = """
import resource, time
import vedette.knowledge
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
before, wall, cpu = peak(), time.perf_counter(), time.process_time()
known = vedette.knowledge.load_knowledge()
print(time.perf_counter() - wall, time.process_time() - cpu, peak() - before)
"""
"""Memory is the peak while loading, in MB; on macOS the unit is another and the figure is not to be trusted."""
MIN_TOKENS = 15_000
REAL = Path(__file__).resolve().parents[2] / "shared" / "eval" / "corpus_wikinews_2019_2020.jsonl"
REAL_REPORTS = 40


def main(arguments: list[str]) -> None:
    """Print tokens a second of both and their ratio, round by round and as a median."""
    print(look_ups())
    coder = Coder()
    fast = Coder(fast=True)
    if arguments:
        measure("files named", reports_of(arguments), coder, fast)
        return
    measure("bundled samples", reports_of([str(resources.files("vedette") / "samples")]), coder, fast)
    if REAL.exists():
        measure(f"{REAL_REPORTS} real reports of {REAL.stem}", reports_of([str(REAL)])[:REAL_REPORTS], coder, fast)


def look_ups() -> str:
    """Return how long the look-up structures take to load, and how much memory, the middle of some fresh processes."""
    runs = [_loaded() for _ in range(ROUNDS)]
    wall, cpu, memory = (statistics.median(run[k] for run in runs) for k in range(3))
    return f"look-ups: loaded in {wall:.2f} s ({cpu:.2f} s of CPU), {memory:.0f} MB more in memory"


def _loaded() -> tuple[float, float, float]:
    done = subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, text=True, check=True)
    wall, cpu, memory = (float(part) for part in done.stdout.split())
    return wall, cpu, memory


def reports_of(paths: list[str]) -> list[Report]:
    """Return the reports some inputs hold."""
    found = (item for item in read_inputs([Path(path) for path in paths]) if isinstance(item, Report))
    return list(islice(found, 1000))


def measure(name: str, reports: list[Report], coder: Coder, fast: Coder) -> None:
    """Time the bare parser, the whole way and the whole way without the encoder in turn over the same reports."""
    paragraphs = [shadow(r.text[p.start : p.end]) for r in reports for p in split_paragraphs(r.text)]
    tokens = coder.parser.count_many(paragraphs)
    repeat = max(1, MIN_TOKENS // max(tokens, 1))
    ratios: dict[str, list[float]] = {"whole way": [], "whole way --fast": []}
    print(f"{name}: {len(reports)} reports, {tokens} tokens, x {repeat}")
    for round_number in range(1, ROUNDS + 1):
        bare = _cpu(lambda: coder.parser.count_many(paragraphs * repeat))
        print(f"  round {round_number}: bare parser {tokens * repeat / bare:,.0f} tokens/s", end="")
        for way, one in zip(ratios, (coder, fast), strict=True):
            whole = _cpu(lambda one=one: sum(1 for _ in one.code_many(reports * repeat)))  # type: ignore[misc]
            ratios[way].append(bare / whole)
            print(f"; {way} {tokens * repeat / whole:,.0f} tokens/s, ratio {ratios[way][-1]:.3f}", end="")
        print(flush=True)
    for way, found in ratios.items():
        print(
            f"  {way} against the bare parser: median {statistics.median(found):.3f}, "
            f"min {min(found):.3f}, max {max(found):.3f}"
        )


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])
