"""What a claim is about: its matters, names, figures and polarity, as far as two claims need comparing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from vedette.attribution.stance import rejects
from vedette.errors import DataFileInvalid
from vedette.grounding import Grounded
from vedette.model import Claim
from vedette.reading import Token

_TABLE = "matters.tsv"
_LIGHT = frozenset(
    {
        "be", "have", "do", "say", "make", "take", "give", "go", "come", "get", "see", "use", "know", "think", "want",
        "call", "tell", "ask", "put", "keep", "let", "need", "seem", "look", "find", "show", "mr", "mr.", "mrs.", "ms.",
        "other", "new", "many", "more", "much", "own", "last", "next", "first", "year", "day", "time", "people", "way",
        "thing", "such", "same", "several", "country", "government", "president", "minister", "official", "one", "part",
    }
)  # fmt: skip
_NEGATIONS = frozenset({"no", "not", "never", "none", "nothing", "nobody", "without", "neither", "nor"})
_CONTENT_WORDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_FOCUS = ("dobj", "attr", "acomp", "pobj", "xcomp")


@dataclass(frozen=True, slots=True)
class Matter:
    """One claim, seen by what it speaks of."""

    claim: Claim
    main: Token | None
    """The word the content hangs on; None where the content holds no word."""
    words: frozenset[str]
    """Matters of its content words; the lemma itself where the table has no row for it."""
    lemmas: frozenset[str]
    """Lemmas of its nouns as they stand."""
    focus: frozenset[str]
    """Matters of the predicate and what stands right below it: what a "not" denies."""
    voices: frozenset[str]
    """Ids of the speakers and of those they speak for."""
    numbers: frozenset[str]
    """Numbers as they stand in the text."""
    is_negated: bool
    """True where any "not", "no" or "never" stands inside, whatever it denies."""
    rejecting: Token | None
    """The word by which it calls something baseless or false; None where it does not."""


@cache
def matter_words() -> Mapping[str, str]:
    """Return lemma → matter from the shipped table."""
    return parse_matters((resources.files("vedette.linking") / _TABLE).read_text(encoding="utf-8"), _TABLE)


def parse_matters(text: str, name: str) -> Mapping[str, str]:
    """Read the table of matters; the first row of a word counts. Raises DataFileInvalid with file and line."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#") or line == "matter\twords":
            continue
        matter, tab, words = line.partition("\t")
        if not tab or not matter.strip() or not words.split():
            raise DataFileInvalid(f"{name}:{number}: expected a matter, a tab and its words, found {line!r}")
        for word in words.split():
            found.setdefault(word, matter)
    return MappingProxyType(found)


class Matters:
    """Sees claims of one report by what they speak of."""

    def __init__(self, grounded: Grounded) -> None:
        self._grounded = grounded
        self._tokens = grounded.reading.tokens
        self._starts = [token.start for token in self._tokens]
        self._places = [(p.span.start, f"country:{p.place.country}") for p in grounded.places if p.place.country]
        self._places_at = [start for start, _ in self._places]
        self._names: dict[str, frozenset[str]] = {}

    def of(self, claim: Claim) -> Matter:
        """Return what one claim speaks of."""
        tokens = self._inside(claim)
        main = _main(tokens)
        return Matter(
            claim=claim,
            main=main,
            words=frozenset(word for token in tokens for word in _matter(token)),
            lemmas=frozenset(token.lemma.lower() for token in tokens if token.pos in ("NOUN", "PROPN")),
            focus=_focus(main),
            voices=voices_of(claim),
            numbers=frozenset(token.lower for token in tokens if token.pos == "NUM"),
            is_negated=any(token.dep == "neg" or token.lower in _NEGATIONS for token in tokens),
            rejecting=rejects(main) if main is not None else None,
        )

    def owners(self, noun: Token) -> frozenset[str]:
        """Return the ids of those a noun belongs to ("*Putin's* concern", "the concern *of Moscow*")."""
        owner = noun.child("poss") or noun.prep("of", "by", "from")
        if owner is None:
            return frozenset()
        return frozenset(
            key for party in self._grounded.parties(owner) for key in (party.actor.id, party.actor.acts_for) if key
        )

    def _inside(self, claim: Claim) -> Sequence[Token]:
        runs = claim.content.parts or ((claim.content.start, claim.content.end),)
        found: list[Token] = []
        for start, end in runs:
            found += self._tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return found

    def names(self, matter: Matter) -> frozenset[str]:
        """Return the actors and countries named inside a claim, pronouns resolved; worked out when first asked."""
        found = self._names.get(matter.claim.id)
        if found is None:
            found = self._names[matter.claim.id] = self._named_in(matter.claim)
        return found

    def _named_in(self, claim: Claim) -> frozenset[str]:
        found: set[str] = set()
        for token in self._inside(claim):
            if token.pos in ("PROPN", "PRON"):
                for party in self._grounded.parties(token):
                    found.add(party.actor.id)
        for start, end in claim.content.parts or ((claim.content.start, claim.content.end),):
            low, high = bisect_left(self._places_at, start), bisect_right(self._places_at, end - 1)
            found.update(name for _, name in self._places[low:high])
        return frozenset(found)


def voices_of(claim: Claim) -> frozenset[str]:
    """Return the ids of a claim's speakers, of those they speak for, and of the bodies they act for."""
    found: set[str] = set()
    for speaker in claim.speakers:
        for party in (speaker.party, speaker.on_behalf_of):
            if party is not None:
                found.add(party.actor.id)
                if party.actor.acts_for is not None:
                    found.add(party.actor.acts_for)
                if party.actor.kind == "person":
                    # "Gen. Omar Haddad" and "Haddad" are one voice even where nobody could tell for sure.
                    found.add("surname:" + party.actor.name.split()[-1].lower())
    return frozenset(found)


def _matter(token: Token) -> tuple[str, ...]:
    if token.pos not in _CONTENT_WORDS or token.ent in ("DATE", "TIME", "CARDINAL", "ORDINAL"):
        return ()
    lemma = token.lemma.lower()
    if lemma in _LIGHT or len(lemma) < 3:
        return ()
    return (matter_words().get(lemma, lemma),)


def _main(tokens: Sequence[Token]) -> Token | None:
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head is token or token.head.i not in inside]
    return next((t for t in tops if t.pos in ("VERB", "AUX")), tops[0] if tops else None)


def _focus(main: Token | None) -> frozenset[str]:
    if main is None:
        return frozenset()
    near = [main, *(child for child in main.children if child.dep in _FOCUS)]
    near += [below for child in main.children if child.dep in ("dobj", "attr", "acomp") for below in child.kids("conj")]
    return frozenset(word for token in near for word in _matter(token))
