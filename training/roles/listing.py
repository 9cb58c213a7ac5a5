"""List the events of a file of `training/events` for labelling their parties, or check the labels.

python listing.py m1              # every sentence with its events numbered, labels unseen
python listing.py check [m1 …]    # what is missing or names no word of the sentence
python listing.py agreement       # with second labels, made without sight of the first ones (`second/`)
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
EVENTS = HERE.parent / "events"


@dataclass(frozen=True)
class Parties:
    """Where the parties of one event stand: offsets (start, end) of one word each in the sentence's text."""

    event: str
    actors: tuple[tuple[int, int], ...]
    recipients: tuple[tuple[int, int], ...]


def _checker() -> Any:
    spec = importlib.util.spec_from_file_location("check_events", EVENTS / "check.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["check_events"] = module
    spec.loader.exec_module(module)
    return module


def sentences(name: str) -> list[Any]:
    """Return the sentences of one file of events, parsed."""
    check = _checker()
    lines = (EVENTS / f"{name}.tsv").read_text("utf-8").splitlines()
    return [check.parse(line) for line in lines if line.strip() and not line.startswith("#")]


def events(sentence: Any) -> list[Any]:
    """Return a sentence's predicates that are events, in text order."""
    return [p for p in sorted(sentence.predicates, key=lambda p: p.start) if p.event_type != "NONE"]


def find(text: str, word: str) -> tuple[int, int]:
    """Return where a word stands; `word@2` is its second turn. Raises ValueError where it does not."""
    bare, _, turn = word.partition("@")
    spans = [(m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", text)]
    at = int(turn or 1) - 1
    if not 0 <= at < len(spans):
        raise ValueError(f"{word!r} stands {len(spans)} times")
    if len(spans) > 1 and not turn:
        raise ValueError(f"{bare!r} stands {len(spans)} times: say which, {bare}@1 …")
    return spans[at]


def read(name: str) -> tuple[dict[str, Parties], list[str]]:
    """Return the parties by event of one file of labels, and what is wrong, with file and line."""
    return read_labels(HERE / f"{name}.tsv", {s.id: s for s in sentences(name)})


def read_labels(path: Path, known: Mapping[str, Any]) -> tuple[dict[str, Parties], list[str]]:
    """Return the parties by event of a file of labels on known sentences, and what is wrong with it."""
    found: dict[str, Parties] = {}
    faults = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            event, actors, recipients = line.rstrip("\n").split("\t")
            sentence, _, turn = event.rpartition(".")
            if not 1 <= int(turn) <= len(events(known[sentence])):
                raise ValueError("no such event")
            if event in found:
                raise ValueError("twice")
            text = known[sentence].text
            both = [tuple(find(text, w) for w in cell.split() if w != "-") for cell in (actors, recipients)]
            if set(both[0]) & set(both[1]):
                raise ValueError("actor and recipient at once")
            found[event] = Parties(event, both[0], both[1])
        except (ValueError, KeyError) as error:
            faults.append(f"{path.name}:{number}: {line!r}: {error}")
    return found, faults


def agreement() -> None:
    """Print how far the second labels agree with the first."""
    names = sorted(p.stem for p in HERE.glob("*.tsv"))
    known = {s.id: s for name in names for s in sentences(name)}
    first = {event: told for name in names for event, told in read(name)[0].items()}
    same = number = 0
    sums = {"actors": [0, 0, 0], "recipients": [0, 0, 0]}
    for path in sorted((HERE / "second").glob("*.tsv")):
        for event, told in read_labels(path, known)[0].items():
            number += 1
            pairs = {side: (set(getattr(told, side)), set(getattr(first[event], side))) for side in sums}
            same += all(ours == theirs for ours, theirs in pairs.values())
            for side, (ours, theirs) in pairs.items():
                for k, n in enumerate((len(ours & theirs), len(ours), len(theirs))):
                    sums[side][k] += n
    print(f"{number} events labelled twice; all parties alike {same / number:.3f}")
    for side, (both, ours, theirs) in sums.items():
        print(f"  {side}: F1 of the two {2 * both / (ours + theirs):.3f}")


def main() -> None:
    """Do what is asked on the command line."""
    if sys.argv[1:2] == ["agreement"]:
        agreement()
        return
    if not sys.argv[1:]:
        sys.exit(__doc__)
    if sys.argv[1:2] != ["check"]:
        for sentence in sentences(sys.argv[1]):
            text, own = sentence.text, events(sentence)
            for k, p in reversed(list(enumerate(own, 1))):
                text = f"{text[: p.start]}[{k}:{text[p.start : p.end]}:{p.event_type}]{text[p.end :]}"
            if own:
                print(f"{sentence.id}\t{text}")
        return
    for name in sys.argv[2:] or sorted(p.stem for p in HERE.glob("*.tsv")):
        found, faults = read(name)
        wanted = [f"{s.id}.{k}" for s in sentences(name) for k in range(1, len(events(s)) + 1)]
        missing = [event for event in wanted if event not in found]
        print(f"{name}: {len(found)} of {len(wanted)} events", *faults, sep="\n  ")
        if missing:
            print("  missing:", *missing[:20], "…" if len(missing) > 20 else "")


if __name__ == "__main__":
    main()
