"""Check the authored cases: `python training/links/check.py [FILE ...]`. Prints faults with file and line, then counts."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).parent
TOPICS = ("casualties", "blame", "talks", "territory", "other")
STANCES = ("says", "denies")


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


def read_cases(path: Path) -> tuple[list[Case], list[str]]:
    """Return the cases of a file and its faults."""
    cases: list[Case] = []
    faults: list[str] = []
    head: tuple[int, str, str] | None = None
    said: list[Statement] = []
    conflicts: set[frozenset[str]] = set()

    def close() -> None:
        if head is None:
            return
        where = f"{path.name}:{head[0]}: {head[1]}"
        letters = {one.position for one in said}
        faults.extend(f"{where}: x names unknown position {sorted(p - letters)}" for p in conflicts if p - letters)
        if len(said) < 6:
            faults.append(f"{where}: {len(said)} statements")
        if not conflicts:
            faults.append(f"{where}: no conflict")
        if len({one.words for one in said}) < len(said):
            faults.append(f"{where}: the same words twice")
        cases.append(Case(head[1], head[2], tuple(said), frozenset(conflicts)))

    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        cells = line.split("\t")
        where = f"{path.name}:{number}"
        if not line.strip():
            continue
        if line.startswith("## "):
            close()
            said, conflicts = [], set()
            head = (number, cells[0][3:].strip(), cells[1] if len(cells) > 1 else "")
            if head[2] not in TOPICS:
                faults.append(f"{where}: topic {head[2]!r}, expected one of {', '.join(TOPICS)}")
        elif cells[0] == "x":
            for pair in cells[1:]:
                letters = pair.split()
                if len(letters) != 2 or letters[0] == letters[1]:
                    faults.append(f"{where}: expected two positions, found {pair!r}")
                else:
                    conflicts.add(frozenset(letters))
        elif len(cells) != 4 or len(cells[0]) != 1 or not cells[0].isupper() or cells[1] not in STANCES:
            faults.append(f"{where}: expected position, stance, speaker, words, found {line!r}")
        else:
            said.append(Statement(*(cell.strip() for cell in cells)))
            if not 2 <= len(cells[3].split()) <= 40:
                faults.append(f"{where}: {len(cells[3].split())} words")
    close()
    repeated = [name for name, n in Counter(case.id for case in cases).items() if n > 1]
    faults.extend(f"{path.name}: case {name} twice" for name in repeated)
    return cases, faults


def main(paths: list[Path]) -> int:
    """Print the faults and the counts; return how many faults there are."""
    bad = 0
    for path in paths or sorted(HERE.glob("k*.tsv")):
        cases, faults = read_cases(path)
        bad += len(faults)
        print(*faults, sep="\n", end="\n" if faults else "")
        pairs = Counter(case.relation(a, b) for case in cases for a, b in combinations(case.statements, 2))
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
