"""Label the sentences of this folder a second time, without sight of the first labels, and measure the agreement.

    python training/events/blind.py list m1            # what a second labeller sees: sentences, predicates numbered
    python training/events/blind.py kappa              # agreement per type, from second/*.tsv
    python training/events/blind.py open --seed 7      # the disagreements, both labels in random order, to be settled
    python training/events/blind.py settle FILE        # write settled labels into the sentences

A second labeller answers `id<TAB>LABEL;LABEL;…`, one label a numbered predicate in order: a type with its status
(`ASSAULT|happened`) or `NONE`. These answers stay in `second/`, and `disagreements.tsv` keeps every pair that
differed with what it was settled to.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vedette.evals.scores import kappa

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from check import MARK, NOTHING, Labelled, Sentence, files, parse  # noqa: E402

SECOND = HERE / "second"
KEPT = HERE / "disagreements.tsv"
_HEAD = ("id", "predicate", "word", "first", "second", "settled")


@dataclass(frozen=True, slots=True)
class Pair:
    """One predicate labelled twice; a label is `TYPE|status` or `NONE`."""

    sentence: Sentence
    number: int
    """Which predicate of the sentence, from 1."""
    first: str
    second: str

    @property
    def key(self) -> str:
        """Names the predicate in answers: sentence and number."""
        return f"{self.sentence.id}#{self.number}"

    @property
    def word(self) -> str:
        """The predicate's own word."""
        at = self.sentence.predicates[self.number - 1]
        return self.sentence.text[at.start : at.end]


def sentences(stems: list[str] | None = None) -> Iterator[Sentence]:
    """All sentences of the folder, or those of the files named by stem."""
    for path in files():
        if not stems or path.stem in stems:
            for line in path.read_text("utf-8").splitlines():
                if line.strip() and not line.startswith("#"):
                    yield parse(line)


def label(at: Labelled) -> str:
    """A predicate's label as second labellers write it."""
    return at.event_type if at.event_type == NOTHING else f"{at.event_type}|{at.status}"


def listing(sentence: Sentence) -> str:
    """A sentence with its predicates numbered and nothing of their labels."""
    shown, end = "", 0
    for number, at in enumerate(sentence.predicates, 1):
        shown += f"{sentence.text[end : at.start]}[{number}:{sentence.text[at.start : at.end]}]"
        end = at.end
    return f"{sentence.id}\t{shown}{sentence.text[end:]}"


def answers() -> dict[str, list[str]]:
    """The second labels by sentence. A file's malformed line is told and left out."""
    found: dict[str, list[str]] = {}
    for path in sorted(SECOND.glob("*.tsv")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if not line.strip():
                continue
            id_, tab, given = line.partition("\t")
            if not tab:
                print(f"{path.name}:{number}: expected `id<TAB>labels`", file=sys.stderr)
                continue
            found[id_.strip()] = [part.strip() for part in given.split(";") if part.strip()]
    return found


def pairs() -> list[Pair]:
    """Every predicate with both labels, the first as they stood before settling."""
    before = {(row["id"], int(row["predicate"])): row["first"] for row in _kept()}
    given, found = answers(), []
    for sentence in sentences():
        second = given.get(sentence.id)
        if second is None:
            continue
        if len(second) != len(sentence.predicates):
            print(f"{sentence.id}: {len(second)} labels for {len(sentence.predicates)} predicates", file=sys.stderr)
            continue
        for number, (at, other) in enumerate(zip(sentence.predicates, second, strict=True), 1):
            found.append(Pair(sentence, number, before.get((sentence.id, number), label(at)), other))
    return found


def print_kappa(found: list[Pair]) -> None:
    """Print the agreement on types, on each type against all others, and on status where both give the same type."""
    if not found:
        sys.exit(f"no second labels in {SECOND}")
    firsts, seconds = [p.first.partition("|")[0] for p in found], [p.second.partition("|")[0] for p in found]
    here = len({p.sentence.id for p in found})
    print(f"{here} sentences labelled twice, {len(found)} predicates")
    print(f"type: kappa {kappa(firsts, seconds):.3f}, agreement {_share(firsts, seconds):.3f}")
    for name, number in Counter(firsts).most_common():
        one, two = [f if f == name else "" for f in firsts], [s if s == name else "" for s in seconds]
        print(f"  {name:10s} first {number:5d} second {seconds.count(name):5d} kappa {kappa(one, two):.3f}")
    both = [p for p in found if "|" in p.first and "|" in p.second and p.first.split("|")[0] == p.second.split("|")[0]]
    one, two = [p.first.split("|")[1] for p in both], [p.second.split("|")[1] for p in both]
    print(f"status, where both give the same type: kappa {kappa(one, two):.3f}, agreement {_share(one, two):.3f}")
    turned = Counter((a, b) for a, b in zip(firsts, seconds, strict=True) if a != b)
    print("most often:", "  ".join(f"{a}/{b} {n}" for (a, b), n in turned.most_common(15)))


def _share(one: list[str], two: list[str]) -> float:
    return sum(a == b for a, b in zip(one, two, strict=True)) / max(1, len(one))


def print_open(found: list[Pair], seed: int) -> None:
    """Print what is not settled yet: `id#number<TAB>word<TAB>one label<TAB>other<TAB>sentence`, in random order."""
    settled = {(row["id"], int(row["predicate"])) for row in _kept()}
    order = random.Random(seed)
    for pair in found:
        if pair.first != pair.second and (pair.sentence.id, pair.number) not in settled:
            two = order.sample((pair.first, pair.second), 2)
            print(pair.key, pair.word, *two, listing(pair.sentence).partition("\t")[2], sep="\t")


def settle(path: Path, found: list[Pair]) -> None:
    """Take `id#number<TAB>label` answers: keep each raw disagreement, and write the label into the sentence."""
    given = dict(line.split("\t")[:2] for line in path.read_text("utf-8").splitlines() if "\t" in line)
    differ = {pair.key: pair for pair in found if pair.first != pair.second}
    rows, changed = list(_kept()), {}
    for key, settled in given.items():
        pair = differ.pop(key, None)
        if pair is None:
            print(f"{path.name}: {key} is no open disagreement", file=sys.stderr)
            continue
        rows.append(
            dict(zip(_HEAD, (*key.split("#"), pair.word, pair.first, pair.second, settled.strip()), strict=True))
        )
        if settled.strip() != pair.first:
            changed[pair.sentence.id, pair.number] = settled.strip()
    with KEPT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, _HEAD, delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: (row["id"], int(row["predicate"]))))
    for tsv in files():
        tsv.write_text("".join(_relabelled(line, changed) for line in tsv.read_text("utf-8").splitlines(True)), "utf-8")
    print(f"{len(given)} settled, {len(changed)} labels changed")


def _relabelled(line: str, changed: dict[tuple[str, int], str]) -> str:
    id_, tab, marked = line.partition("\t")
    if not any(key[0] == id_ for key in changed):
        return line
    done, end = "", 0
    for number, mark in enumerate(MARK.finditer(marked), 1):
        done += marked[end : mark.start()]
        new = changed.get((id_, number))
        done += mark[0] if new is None else _mark(mark[1], new, mark[2], mark[3])
        end = mark.end()
    return f"{id_}{tab}{done}{marked[end:]}"


def _mark(word: str, new: str, old_type: str, old_mode: str | None) -> str:
    event_type, _, status = new.partition("|")
    if event_type == NOTHING:
        return f"{{{word}|{NOTHING}}}"
    mode = f"/{old_mode}" if old_mode and event_type == old_type else ""
    return f"{{{word}|{event_type}{mode}|{status}}}"


def _kept() -> list[dict[str, str]]:
    if not KEPT.exists():
        return []
    with KEPT.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def main() -> None:
    """Run one of the four commands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list").add_argument("stems", nargs="+", help="files by stem, as m1")
    commands.add_parser("kappa")
    commands.add_parser("open").add_argument("--seed", type=int, default=1)
    commands.add_parser("settle").add_argument("file", type=Path)
    asked = parser.parse_args()
    if asked.command == "list":
        print(*map(listing, sentences(asked.stems)), sep="\n")
    elif asked.command == "kappa":
        print_kappa(pairs())
    elif asked.command == "open":
        print_open(pairs(), asked.seed)
    else:
        settle(asked.file, pairs())


if __name__ == "__main__":
    main()
