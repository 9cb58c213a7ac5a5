"""Copies of labelled sentences in which people told by a noun bear a name, so that the encoder learns names as parties.

The sentences of `training/events` tell mostly of states, bodies and "the minister"; news is full of Sergeant Lima and
Ana Ruiz. A copy puts invented names for some of the nouns of people and bodies, be they parties or not, and keeps all
labels.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[1] / "src" / "vedette"
_TITLES = (
    "Mr.", "Ms.", "President", "Prime Minister", "Senator", "Sen.", "General", "Gen.", "Col.", "Judge", "Minister",
    "Governor", "Foreign Minister", "Defence Secretary", "Rep.", "Dr.", "Sheikh", "Chancellor", "King", "Bishop",
)  # fmt: skip
_SHARE = 0.6
"""Share of a sentence's nouns of people that a copy names."""
_BEFORE = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]wo|[Tt]hree|[A-Z]\w+['’]s)\s+)(?:[\w-]+\s+){0,2}$"
)

_AFTER = re.compile(
    r"['’]s\b|[.,;]|\s(?:and|or|but|who|whose|in|at|on|to|by|with|from|after|before|as|over|into|against|was|were|has|had|is|"
    r"will|would|could|may|might|did|does|not|also|later|again|then|since|if|while|when|until|unless|that)\b"
)
"""What may stand behind a noun that is the last word of its phrase."""


@dataclass(frozen=True)
class Named:
    """A sentence with its predicates, and its parties by the start of their event's word."""

    sentence: Any
    parties: dict[int, Any]


class Names:
    """Invented names of people: given names of every region with surnames of every region, at random."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._given = [_cased(row[0]) for row in _rows(_ROOT / "reading" / "given_names.tsv")]
        leaders = _rows(_ROOT / "knowledge" / "data" / "leaders.tsv")[1:]
        names = {word for row in leaders for word in row[1].split(" ")[1:] if word.istitle() and word.isalpha()}
        self._family = sorted(word for word in names if len(word) > 3)

    def draw(self) -> str:
        """Return a name as news writes it: whole, the surname alone, or with a title."""
        given, family = self._dice.choice(self._given), self._dice.choice(self._family)
        match self._dice.randrange(6):
            case 0 | 1:
                return f"{given} {family}"
            case 2:
                return family
            case 3:
                return f"{self._dice.choice(_TITLES)} {family}"
            case 4:
                return f"{self._dice.choice(_TITLES)} {given} {family}"
        return (
            f"{given} {family}-{self._dice.choice(self._family)}" if self._dice.random() < 0.3 else f"{given} {family}"
        )


def _cased(name: str) -> str:
    return "-".join(part.capitalize() for part in name.split("-"))


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.reader(file, delimiter="\t") if row and not row[0].startswith("#")]


def people_nouns() -> frozenset[str]:
    """Nouns of persons and bodies, singular, from the table of actor nouns."""
    rows = _rows(_ROOT / "reading" / "actor_nouns.tsv")[1:]
    return frozenset(row[0] for row in rows if row[1] in ("person", "body") and " " not in row[0])


def renamed(one: Named, names: Names, nouns: frozenset[str], dice: random.Random) -> Named | None:
    """Return a copy with names for some nouns of people, or None where it has none."""
    text = one.sentence.text
    marks = [(p.start, p.end) for p in one.sentence.predicates]
    edits: list[tuple[int, int, str]] = []
    for word in re.finditer(r"\b[a-z]+\b", text):
        start, end = word.span()
        if word.group() not in nouns or dice.random() >= _SHARE:
            continue
        before = _BEFORE.search(text[:start])
        first = before.start() if before is not None else start
        is_free = before is not None and (_AFTER.match(text, end) is not None or any(a == end + 1 for a, _ in marks))
        touched = any(a < end and first < b for a, b in marks) or any(a < end and first < b for a, b, _ in edits)
        inner = [s for told in one.parties.values() for s, _ in (*told.actors, *told.recipients) if first <= s < end]
        if is_free and not touched and all(s == start for s in inner):
            edits.append((first, end, names.draw()))
    return _edited(one, edits) if edits else None


def _edited(one: Named, edits: Sequence[tuple[int, int, str]]) -> Named:
    text, pieces, at = one.sentence.text, [], 0
    for first, end, name in edits:
        pieces += [text[at:first], name]
        at = end
    new = "".join([*pieces, text[at:]])

    def moved(offset: int) -> int:
        shift = 0
        for first, end, name in edits:
            if offset >= end:
                shift += len(name) - (end - first)
            elif offset >= first:
                return first + shift + len(name) - len(name.split(" ")[-1])  # of a name, its last word
        return offset + shift

    def span(part: tuple[int, int]) -> tuple[int, int]:
        start = moved(part[0])
        return start, start + 1

    predicates = tuple(
        replace(p, start=moved(p.start), end=moved(p.start) + p.end - p.start) for p in one.sentence.predicates
    )
    parties = {
        moved(at): replace(told, actors=tuple(map(span, told.actors)), recipients=tuple(map(span, told.recipients)))
        for at, told in one.parties.items()
    }
    sentence = replace(one.sentence, text=new, predicates=predicates, id=f"{one.sentence.id}+")
    return Named(sentence, parties)
