"""Hold conflicts between claims of real reports against those read by hand (`tests/gold/real_links/judged.tsv`).

    python tools/real_links.py ../shared/eval/corpus_*.jsonl            # takes some minutes
    python tools/real_links.py ../shared/eval/corpus_*.jsonl --fast     # rules alone
    python tools/real_links.py ../shared/eval/corpus_*.jsonl --unseen   # reports the encoder learnt nothing from

A told conflict counts as right where its two claims, or claims that share half their words with them, were so read.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from vedette import Coder
from vedette.ingest import read_inputs
from vedette.model import CodedReport

JUDGED = Path(__file__).parents[1] / "tests" / "gold" / "real_links" / "judged.tsv"
Span = tuple[int, int]


def read_judged(path: Path = JUDGED) -> dict[str, list[tuple[Span, Span, str]]]:
    """Return the pairs of each report that was read; none where all its claims go together."""
    found: dict[str, list[tuple[Span, Span, str]]] = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        report, first, second, relation = line.split("\t")
        pairs = found.setdefault(report, [])
        if relation != "none":
            pairs.append((_span(first), _span(second), relation))
    return found


def _span(told: str) -> Span:
    start, end = told.split("-")
    return int(start), int(end)


def is_taught(report_id: str) -> bool:
    """Tell whether `train_links.py` learns from a real report: by the hash of its id, from four of six."""
    return int(hashlib.sha256(report_id.encode()).hexdigest(), 16) % 6 < 4


def relations(told: Sequence[Span], judged: Sequence[tuple[Span, Span, str]]) -> list[int]:
    """Return the places of the judged pairs whose claims share half their words with two that were told."""
    return [k for k, one in enumerate(judged) if all(map(_alike, sorted(told), sorted(one[:2])))]


def _alike(one: Span, other: Span) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared * 2 >= max(one[1] - one[0], other[1] - other[0])


def main() -> None:
    """Code the reports and print by kind of rule how many told conflicts are right, arguable and wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, nargs="+")
    parser.add_argument("--fast", action="store_true", help="leave the encoders out")
    parser.add_argument("--unseen", action="store_true", help="only reports that the encoder learnt nothing from")
    asked = parser.parse_args()
    judged, tally, found = read_judged(), Counter[tuple[str, str]](), 0
    if asked.unseen:
        judged = {report: pairs for report, pairs in judged.items() if not is_taught(report)}
    read = 0
    for item in Coder(fast=asked.fast).code_many(read_inputs(asked.reports)):
        if not isinstance(item, CodedReport) or item.report.id not in judged:
            continue
        read += 1
        spans = {claim.id: (claim.content.start, claim.content.end) for claim in item.claims}
        pairs = judged[item.report.id]
        hit = set()
        for claim in item.claims:
            for link in claim.links:
                if link.relation not in ("denies", "disputes") or link.claim_id not in spans:
                    continue
                fits = relations((spans[claim.id], spans[link.claim_id]), pairs)
                relation = pairs[fits[0]][2] if fits else "none"
                tally[link.rule.partition("@")[0], relation] += 1
                hit.update(k for k in fits if pairs[k][2] == "conflict")
        found += len(hit)
    conflicts = sum(one[2] == "conflict" for pairs in judged.values() for one in pairs)
    print(f"{read} reports read by hand, {conflicts} conflicts, {found} of them told")
    for rule in sorted({rule for rule, _ in tally}):
        right, arguable = tally[rule, "conflict"], tally[rule, "unclear"]
        wrong = tally[rule, "same"] + tally[rule, "none"]
        print(f"{rule:18s} right {right}  arguable {arguable}  wrong {wrong}")


if __name__ == "__main__":
    main()
