"""Read the labelled sentences of this folder, check every mark, and print what there is of each type.

    python training/events/check.py [FILE…]

Exit code 1 where a line breaks the guide; each fault is told with file and line.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
CODEBOOK = HERE.parents[1] / "src" / "vedette" / "codebook"
MARK = re.compile(r"\{([^{}|]+)\|([A-Z]+)(?:/([a-z-]+(?:,[a-z-]+)*))?(?:\|([a-z_]+))?\}")
STATUSES = frozenset(
    "happened ongoing attempted planned demanded threatened feared hypothetical denied not_happened unknown".split()
)
NOTHING = "NONE"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One predicate of a sentence: where it stands (code points) and what it is."""

    start: int
    end: int
    event_type: str
    modes: tuple[str, ...]
    status: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence without its marks, and its predicates in order."""

    id: str
    text: str
    predicates: tuple[Labelled, ...]


def files() -> list[Path]:
    """The files of sentences: all tables of the folder but that of disagreements."""
    return sorted(path for path in HERE.glob("*.tsv") if path.stem != "disagreements")


def read_modes() -> dict[str, frozenset[str]]:
    """The modes that each event type may have, from the codebook."""
    types = [row["name"] for row in tomllib.loads((CODEBOOK / "types.toml").read_text("utf-8"))["type"]]
    modes = tomllib.loads((CODEBOOK / "modes.toml").read_text("utf-8"))
    return {name: frozenset(modes.get(name, {})) for name in types}


def parse(line: str) -> Sentence:
    """One line of a file as a sentence. Raises ValueError where it is not `id<TAB>sentence`."""
    id_, tab, marked = line.partition("\t")
    if not tab or not id_.strip() or not marked.strip():
        raise ValueError("expected `id<TAB>sentence`")
    text, predicates, end = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[end : mark.start()]
        start = len(text)
        text += mark[1]
        modes = tuple(mark[3].split(",")) if mark[3] else ()
        predicates.append(Labelled(start, len(text), mark[2], modes, mark[4]))
        end = mark.end()
    text += marked[end:]
    if re.search(r"[{}|]", text):
        raise ValueError("a brace or bar outside a whole mark")
    return Sentence(id_.strip(), text, tuple(predicates))


def faults(sentence: Sentence, modes: dict[str, frozenset[str]]) -> Iterator[str]:
    """What is wrong with the labels of `sentence`."""
    if not sentence.predicates:
        yield "no predicate is marked"
    for at in sentence.predicates:
        words = sentence.text[at.start : at.end]
        if at.event_type == NOTHING:
            if at.modes or at.status:
                yield f"{words!r}: NONE takes no mode and no status"
            continue
        if at.event_type not in modes:
            yield f"{words!r}: unknown type {at.event_type}"
            continue
        if at.status not in STATUSES:
            yield f"{words!r}: status {at.status!r} is not in the list"
        for mode in at.modes:
            if mode not in modes[at.event_type]:
                yield f"{words!r}: {at.event_type} has no mode {mode!r}"


def main(paths: list[str]) -> int:
    """Check the files named, else all of the folder; print counts; 1 where anything is wrong."""
    modes = read_modes()
    ids: set[str] = set()
    wrong, empty, types = 0, 0, Counter[str]()
    for path in [Path(p) for p in paths] or files():
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                sentence = parse(line)
                found = list(faults(sentence, modes)) + (["id stands twice"] if sentence.id in ids else [])
            except ValueError as fault:
                found, sentence = [str(fault)], None
            for fault in found:
                print(f"{path.name}:{number}: {fault}", file=sys.stderr)
            wrong += bool(found)
            if sentence is not None:
                ids.add(sentence.id)
                types.update(at.event_type for at in sentence.predicates)
                empty += all(at.event_type == NOTHING for at in sentence.predicates)
    marked = sum(types.values())
    print(f"{len(ids)} sentences, {empty} with nothing to code, {marked} predicates, {wrong} lines at fault")
    print("  ".join(f"{name} {number}" for name, number in types.most_common()))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
