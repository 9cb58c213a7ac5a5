"""Abbreviations that a report explains itself: "the National Telecommunications Commission (NTC)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.reading.reading import Mention

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge

_WORD = r"[A-Z][\w'’.&-]*"
_SMALL = r"(?:of|the|for|and|on|in|de|la|y)"
_EXPLAINED = re.compile(rf"((?:{_WORD}\s+)(?:(?:{_WORD}|{_SMALL})\s+)*)\(([A-Z][A-Za-z]{{1,7}})\)")


def explained_anew(text: str, knowledge: Knowledge) -> frozenset[str]:
    """Return the abbreviations that a text explains by a name which the tables do not know them for."""
    found = set()
    for match in _EXPLAINED.finditer(text):
        name, letters = match[1].split(), match[2]
        full = _name_of(name, letters)
        if full is None:
            continue
        ids = {actor.id for actor in knowledge.actors.named(letters)}
        if ids and not ids & {actor.id for actor in knowledge.actors.named(full)}:
            found.add(letters)
    return frozenset(found)


def _name_of(words: list[str], letters: str) -> str | None:
    """Return the last words whose initials make the letters; small words may be left out of them."""
    wanted = letters.lower()
    for start in range(len(words) - 1, -1, -1):
        part = words[start:]
        if not part[0][:1].isupper():
            continue
        every = "".join(word[0].lower() for word in part)
        capital = "".join(word[0].lower() for word in part if word[0].isupper())
        if wanted in (every, capital):
            return " ".join(part)
    return None


def without_explained(mentions: Iterable[Mention], anew: frozenset[str]) -> tuple[Mention, ...]:
    """Return the mentions, those of abbreviations explained anew no longer known by the tables."""
    return tuple(
        replace(one, known=(), kind="organisation") if one.known and one.span.exact in anew else one for one in mentions
    )
