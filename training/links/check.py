"""Check the authored cases: `check.py [FILE ...]` prints faults with file and line, then counts."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).parent
TOPICS = ("casualties", "blame", "talks", "territory", "other")
STANCES = ("says", "denies")
FILES = "[knr]*.tsv"
"""Cases of one matter, close calls, whole reports."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one voice says of a case."""

    position: str
    stance: str
    speaker: str
    words: str


@dataclass(frozen=True, slots=True)
class Case:
    """One thing on which several voices speak."""

    id: str
    topic: str
    statements: tuple[Statement, ...]
    conflicts: frozenset[frozenset[str]]

    def relation(self, one: Statement, other: Statement) -> str:
        """Return "same", "conflict" or "none"."""
        if one.position == other.position:
            return "same"
        return "conflict" if frozenset((one.position, other.position)) in self.conflicts else "none"

    def pairs(self) -> Iterator[tuple[Statement, Statement]]:
        """Go through every two statements whose relation is told: of close calls only those to the claim itself."""
        for one, other in combinations(self.statements, 2):
            if not self.is_narrow or "A" in (one.position, other.position):
                yield one, other

    @property
    def is_narrow(self) -> bool:
        """Tell whether the case holds close calls around one claim; how they stand to each other nobody tells."""
        return self.id.startswith("n")


def read_cases(path: Path) -> tuple[list[Case], list[str]]:
    """Return the cases of a file and its faults."""
    cases: list[Case] = []
    faults: list[str] = []
    block: list[tuple[int, list[str]]] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), "## "], start=1):
        if line.startswith("## ") and block:
            cases.append(_case(path.name, block, faults))
            block = []
        if line.strip():
            block.append((number, line.split("\t")))
    repeated = [name for name, n in Counter(case.id for case in cases).items() if n > 1]
    faults.extend(f"{path.name}: case {name} twice" for name in repeated)
    return cases, faults


def _case(name: str, block: list[tuple[int, list[str]]], faults: list[str]) -> Case:
    """Read one case, its head line first; faults are added to the list."""
    first, head = block[0]
    topic = head[1] if len(head) > 1 else ""
    said: list[Statement] = []
    conflicts: set[frozenset[str]] = set()
    for number, cells in block[1:]:
        fault = _take_pairs(cells[1:], conflicts) if cells[0] == "x" else _take_statement(cells, said)
        if fault:
            faults.append(f"{name}:{number}: {fault}")
    letters = {one.position for one in said}
    where = f"{name}:{first}"
    if not head[0].startswith("## ") or topic not in TOPICS:
        faults.append(f"{where}: expected '## ID', a topic ({', '.join(TOPICS)}) and the matter, found {head!r}")
    faults.extend(f"{where}: x names unknown position {sorted(pair - letters)}" for pair in conflicts if pair - letters)
    if name.startswith("n") and "A" not in letters:
        faults.append(f"{where}: expected statements of position A, around which the close calls lie")
    is_report = name.startswith("r")  # of a whole report, most claims of which go together
    if len(said) < 6 or not (conflicts or is_report) or len({one.words for one in said}) < len(said):
        more = "" if is_report else ", and a conflict"
        faults.append(f"{where}: expected at least six statements, all different{more}")
    return Case(head[0][3:].strip(), topic, tuple(said), frozenset(conflicts))


def _take_pairs(pairs: list[str], conflicts: set[frozenset[str]]) -> str:
    for pair in pairs:
        letters = frozenset(pair.split())
        if len(letters) != 2:
            return f"expected two positions, found {pair!r}"
        conflicts.add(letters)
    return ""


def _take_statement(cells: list[str], said: list[Statement]) -> str:
    if len(cells) != 4 or len(cells[0]) != 1 or not cells[0].isupper() or cells[1] not in STANCES:
        return f"expected position, stance, speaker, words, found {cells!r}"
    said.append(Statement(*(cell.strip() for cell in cells)))
    number = len(cells[3].split())
    return "" if 2 <= number <= 40 else f"expected 2 to 40 words, found {number}"


def main(paths: list[Path]) -> int:
    """Print the faults and the counts; return how many faults there are."""
    bad = 0
    for path in paths or sorted(HERE.glob(FILES)):
        cases, faults = read_cases(path)
        bad += len(faults)
        print(*faults, sep="\n", end="\n" if faults else "")
        pairs = Counter(case.relation(a, b) for case in cases for a, b in case.pairs())
        topics = Counter(case.topic for case in cases)
        print(
            path.name,
            len(cases),
            "cases",
            sum(len(c.statements) for c in cases),
            "statements",
            dict(pairs),
            dict(topics),
        )
    return bad


if __name__ == "__main__":
    sys.exit(1 if main([Path(name) for name in sys.argv[1:]]) else 0)
