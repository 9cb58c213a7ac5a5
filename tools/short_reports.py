"""Count how many short reports of our own, each with two claims, show a conflict between claims.

usage: python tools/short_reports.py [--fast] [--list]

`tests/gold/claim_links/reports` holds 450 reports, one a line: in `clash.txt` two voices contradict each other, in
`agree.txt` they say the same in other words, in `peace.txt` the second says "not" of something else. A conflict told
anywhere in a report counts, so that claims need not be matched; --list prints those told and those missed.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from vedette import CodedReport, Coder, Report

REPORTS = Path(__file__).parents[1] / "tests" / "gold" / "claim_links" / "reports"
PUBLISHED = "2024-05-14"
AGAINST = ("denies", "disputes")


def main() -> None:
    """Print a line a file."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--fast", action="store_true", help="rules alone")
    options.add_argument("--list", action="store_true", help="print false conflicts, and clashes without one")
    given = options.parse_args()
    coder = Coder(fast=given.fast)
    for name, is_clash in (("clash", True), ("agree", False), ("peace", False)):
        lines = (REPORTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        coded = list(coder.code_many(Report.make(line, PUBLISHED) for line in lines))
        told = [isinstance(one, CodedReport) and _has_conflict(one) for one in coded]
        print(f"{name}.txt: a conflict in {sum(told)} of {len(told)}", flush=True)
        if given.list:
            print(*(f"  {line}" for line, tells in zip(lines, told, strict=True) if tells is not is_clash), sep="\n")


def _has_conflict(coded: CodedReport) -> bool:
    return any(link.relation in AGAINST for claim in coded.claims for link in claim.links)


if __name__ == "__main__":
    main()
