"""Matters: words that speak of one thing, and predicates that cannot both be true of it. Plain tables, read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from types import MappingProxyType

from vedette.errors import DataFileInvalid
from vedette.grounding.place_words import ALL_FEATURES, PLACE_LABELS, RANKS
from vedette.reading import Token

_TABLE = "matters.tsv"
_OPPOSITES = "opposites.tsv"
_LIGHT = frozenset(
    {
        "be", "have", "do", "say", "make", "take", "give", "go", "come", "get", "see", "use", "know", "think", "want",
        "call", "tell", "ask", "put", "keep", "let", "need", "seem", "look", "find", "show", "mr", "mr.", "mrs.", "ms.",
        "other", "new", "many", "more", "much", "own", "last", "next", "first", "year", "day", "time", "people", "way",
        "thing", "such", "same", "several", "country", "government", "president", "minister", "official", "one", "part",
    }
)  # fmt: skip
_CONTENT_WORDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


@cache
def matter_words() -> Mapping[str, str]:
    """Return lemma → matter from the shipped table."""
    return parse_matters((resources.files("vedette.linking") / _TABLE).read_text(encoding="utf-8"), _TABLE)


@cache
def opposites() -> frozenset[tuple[str, str]]:
    """Return the pairs of matters that cannot both be true of one thing, each in both orders."""
    return parse_opposites((resources.files("vedette.linking") / _OPPOSITES).read_text(encoding="utf-8"), _OPPOSITES)


def parse_matters(text: str, name: str) -> Mapping[str, str]:
    """Read the table of matters; the first row of a word counts.

    Raises DataFileInvalid with file and line, also for a row named by a word that another row maps elsewhere: the two
    would never meet.
    """
    found: dict[str, str] = {}
    for number, matter, words in _rows(text, name, "matter"):
        if not words:
            raise DataFileInvalid(f"{name}:{number}: expected a matter, a tab and its words, found {matter!r}")
        for word in words:
            found.setdefault(word, matter)
    for number, matter, _ in _rows(text, name, "matter"):
        if found.get(matter, matter) != matter:
            raise DataFileInvalid(
                f"{name}:{number}: {matter!r} is of the matter {found[matter]!r}; add its words there"
            )
    return MappingProxyType(found)


def parse_opposites(text: str, name: str) -> frozenset[tuple[str, str]]:
    """Read the table of opposites: a word, a tab, the words it excludes. Raises DataFileInvalid with file and line."""
    known = matter_words()
    found: set[tuple[str, str]] = set()
    for number, word, others in _rows(text, name, "word"):
        if not others:
            raise DataFileInvalid(f"{name}:{number}: expected a word, a tab and what it excludes, found {word!r}")
        for other in others:
            pair = known.get(word, word), known.get(other, other)
            found |= {pair, pair[::-1]}
    return frozenset(found)


def _rows(text: str, name: str, head: str) -> list[tuple[int, str, list[str]]]:
    rows = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#") or line.split("\t")[0] == head:
            continue
        first, tab, rest = line.partition("\t")
        if not tab or not first.strip():
            raise DataFileInvalid(f"{name}:{number}: expected a {head}, a tab and its words, found {line!r}")
        rows.append((number, first.strip(), rest.split()))
    return rows


def matter_of(token: Token) -> tuple[str, ...]:
    """Return the matter of a content word: the lemma itself where the table has no row; nothing for light words."""
    if token.pos not in _CONTENT_WORDS or token.ent in ("DATE", "TIME", "CARDINAL", "ORDINAL"):
        return ()
    lemma = token.lemma.lower()
    if lemma in _LIGHT or len(lemma) < 3:
        return ()
    return (matter_words().get(lemma, lemma),)


def tells_place(token: Token) -> bool:
    """Tell whether a word names a place or a kind of place ("Odesa", "the *town*", "the *bridge*")."""
    return token.ent in PLACE_LABELS or bool({token.lower, token.lemma.lower()} & (RANKS | ALL_FEATURES | _WORKS))


_WORKS = frozenset(
    """front frontline border city centre center building house hospital school market mosque church palace prison post
    position outpost checkpoint headquarters compound fortress citadel capital station plant factory mine field
    shore wall road gate""".split()
)
"""Kinds of places and works that names of places rarely end in."""


def idioms(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the matters that several words tell together ("in the hands of", "has a part in")."""
    found = set()
    for token in tokens:
        if token.lower in ("hand", "hands", "control") and token.head.lower in ("in", "under"):
            found.add("capture")
        has = token.head.lemma in ("have", "take", "play")
        if token.dep in ("dobj", "attr") and token.lower in ("part", "hand", "role") and has:
            found.add("involvement")
        if token.dep == "dobj" and token.lower == "nothing" and has and any(c.lemma == "do" for c in token.children):
            found.add("involvement")
        if token.dep == "dobj" and token.lower == "hands" and token.head.lemma == "change":
            found.add("capture")  # "the town changed hands"
        if token.lower == "on" and token.head.lemma == "be" and not token.children:
            found.add("continue")  # "the strike was still on"
    return frozenset(found)
