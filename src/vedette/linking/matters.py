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
    """Read the table of opposites: a matter or a lemma of none, a tab, what it excludes.

    Raises DataFileInvalid with file and line, also for a word that stands for a matter of another name: whoever adds
    "rise, fall" must see what else "fall" is taken for.
    """
    known = matter_words()
    found: set[tuple[str, str]] = set()
    for number, word, others in _rows(text, name, "word"):
        if not others:
            raise DataFileInvalid(f"{name}:{number}: expected a word, a tab and what it excludes, found {word!r}")
        for one in (word, *others):
            if known.get(one, one) != one:
                raise DataFileInvalid(
                    f"{name}:{number}: {one!r} is of the matter {known[one]!r}; write that if it is meant"
                )
        found |= {pair for other in others for pair in ((word, other), (other, word))}
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


_LOSING = MappingProxyType({"fall": ("nsubj",), "lose": ("dobj", "nsubjpass"), "surrender": ("dobj", "nsubjpass")})
"""Verbs that tell of a capture where this part of theirs is a place; prices fall too, and men surrender."""


def _is_taken(token: Token) -> bool:
    """Tell whether a word is of a place that changes hands: "the *town* fell", "lost *it*", "the fall *of* Oru"."""
    if token.dep in _LOSING.get(token.head.lemma, ()):
        return tells_place(token) or (token.pos == "PROPN" and token.ent != "PERSON")
    is_of_fall = token.lower == "of" and token.head.pos == "NOUN" and token.head.lemma in ("fall", "loss")
    return is_of_fall and any(map(tells_place, token.kids("pobj")))


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
        if _is_taken(token):
            found.add("capture")
        if token.lower == "on" and token.head.lemma == "be" and not token.children:
            found.add("continue")  # "the strike was still on"
    return frozenset(found)
