"""The cases that an encoder of links can be trained on are well formed, and share no text with the gold."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CHECK = ROOT / "training" / "links" / "check.py"
GOLD = ROOT / "tests" / "gold" / "claim_links"
RUN = 8
"""Words in a row that no case may share with a gold pair."""

pytestmark = pytest.mark.skipif(not CHECK.exists(), reason="the training cases are no part of this installation")


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w'’]+", text.lower())
    return {tuple(words[k : k + RUN]) for k in range(len(words) - RUN + 1)}


def test_every_case_keeps_to_the_guide() -> None:
    run = subprocess.run([sys.executable, str(CHECK)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "k1.tsv 75 cases" in run.stdout


def test_no_case_shares_a_run_of_words_with_the_gold() -> None:
    taught: set[tuple[str, ...]] = set()
    for path in sorted(CHECK.parent.glob("[knr]*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            taught |= _runs(line.rpartition("\t")[2])
    asked: set[tuple[str, ...]] = set()
    for half in ("dev", "held", "papers", "desks", "close", "close_held", "wires", "wires_held"):
        for line in (GOLD / f"{half}.jsonl").read_text(encoding="utf-8").splitlines():
            asked.update(*(_runs(report["text"]) for report in json.loads(line)["reports"]))
    assert not taught & asked


@pytest.mark.parametrize("name", ["clash", "agree", "peace"])
def test_the_short_reports_are_a_hundred_and_fifty_each_and_no_two_alike(name: str) -> None:
    lines = (GOLD / "reports" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(set(lines)) == 150
    assert all(len(line.split()) >= 12 for line in lines)
