"""Phrases that stand for several actors told of before ("both countries", "the two presidents"), and counterparts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from vedette.grounding.phrases import countries_of
from vedette.reading import Mention, Reading, Token
from vedette.reading.actor_nouns import ActorNoun, load_actor_nouns

if TYPE_CHECKING:
    from datetime import date

    from vedette.grounding.profiles import Profiles
    from vedette.knowledge import Knowledge

_NUMBERS = {"two": 2, "2": 2, "both": 2, "three": 3, "3": 3, "four": 4, "4": 4}
_STATES = frozenset({"country", "nation", "state", "neighbour", "neighbor", "capital", "government", "power", "ally"})
_SIDES = frozenset({"side", "party", "rival", "foe", "enemy", "adversary"})
_LEADERS = frozenset({"leader", "man", "woman", "official", "politician", "statesman", "counterpart"})
"""Words for holders of any office."""
_SENTENCES_BACK = 4
_TAKEN_UP_WITHIN = 12
"""Sentences after "the two leaders" in which "the leaders" are still those."""
_COUNTERPART = frozenset({"counterpart", "opposite"})
_OFFICE_NOUNS = {
    "head of state": "president",
    "head of government": "prime minister",
    "secretary-general": "secretary-general",
}


class Together:
    """Finds what a phrase for several actors, or for a counterpart, stands for."""

    def __init__(self, reading: Reading, knowledge: Knowledge, profiles: Profiles) -> None:
        self._reading = reading
        self._knowledge = knowledge
        self._profiles = profiles
        self._nouns = load_actor_nouns()
        self._known: dict[tuple[Token, date], tuple[Mention, ...]] = {}

    def members(self, token: Token, on: date) -> tuple[Mention, ...]:
        """Return the mentions, told of before, that "the two presidents" or "both sides" stand for, or none."""
        asked: list[tuple[Token, date]] = []
        at: Token | None = token
        found: tuple[Mention, ...] = ()
        while at is not None and (at, on) not in self._known:
            asked.append((at, on))
            found, at = self._told(at, on)
        if at is not None:
            found = self._known[at, on]
        self._known.update(dict.fromkeys(asked, found))
        return found

    def _told(self, token: Token, on: date) -> tuple[tuple[Mention, ...], Token | None]:
        """Return whom a phrase stands for by what is told right before it; else the like phrase that tells it."""
        number = _number(token)
        lemma = token.lemma.lower()
        if number is None:
            return (), self._like(token, lemma)
        if countries_of(token, self._knowledge, self._profiles.namesakes):
            return (), None
        noun = self._nouns.at(token)
        for sentence in self._before(token):
            fitting = _distinct(m for m in sentence if self._fits(m, lemma, noun, on))
            if len(fitting) == number:
                return tuple(m for _, m in fitting), None
            if len(fitting) > number and len(those := _coordinated(fitting)) == number:
                return those, None  # "Clinton asked Congress for aid for *Tanzania and Kenya*"
        every = _distinct(m for sentence in self._before(token) for m in sentence if self._fits(m, lemma, noun, on))
        return (tuple(m for _, m in every), None) if len(every) == number else ((), self._like(token, lemma))

    def _like(self, token: Token, lemma: str) -> Token | None:
        """Return the phrase before that tells who is meant: "*the two leaders* … The leaders agreed"; or None."""
        if lemma not in _LEADERS | _SIDES | _STATES or not any(c.lower in ("the", "both") for c in token.kids("det")):
            return None
        if any(child.dep not in ("det", "nummod", "punct", "predet") for child in token.children):
            return None
        here = token.sent.index
        told = (mention.head for mention in self._reading.mentions_before(token))
        near = takewhile(lambda head: here - head.sent.index <= _TAKEN_UP_WITHIN, told)
        return next((head for head in near if head.lemma.lower() == lemma and _number(head) is not None), None)

    def office_of_owner(self, token: Token, on: date) -> ActorNoun | None:
        """Return the office whose holder elsewhere a "counterpart" is: that of whose counterpart it is."""
        if token.lemma.lower() not in _COUNTERPART:
            return None
        owner = token.child("poss") or _subject(token)
        mention = self._reading.antecedent(owner) if owner is not None else None
        if mention is None:
            return None
        told = self._profiles.of(mention).noun
        if told is not None:
            return told
        actor = self._profiles.known(mention, on) if mention.known else None
        known = self._knowledge.actors.get(actor.id) if actor is not None else None
        day = on.isoformat()
        for span in reversed(known.spans if known is not None else ()):
            if (span.first or "") <= day <= (span.last or "9999") and span.office:
                return self._nouns.phrase(_OFFICE_NOUNS.get(span.office, span.office))
        return None

    def _before(self, token: Token) -> Iterator[list[Mention]]:
        """Yield the mentions before `token`, its own sentence first, then those before it, in text order each."""
        here = token.sent.index
        by_sentence: dict[int, list[Mention]] = {}
        for mention in self._reading.mentions_before(token):
            if mention.head.sent.index <= here - _SENTENCES_BACK:
                break
            by_sentence.setdefault(mention.head.sent.index, []).append(mention)
        for index in range(here, max(here - _SENTENCES_BACK, -1), -1):
            yield by_sentence.get(index, [])[::-1]

    def _fits(self, mention: Mention, lemma: str, noun: ActorNoun | None, on: date) -> bool:
        if lemma in _STATES:
            return _is_state(mention)
        if lemma in _SIDES:
            return _is_state(mention) or (mention.kind == "organisation" and self._is_party(mention))
        if mention.kind not in ("person", "role") or noun is None or noun.stands_for != "person":
            return False
        told = self._profiles.of(mention).noun
        if told is None:
            return bool(mention.known) and (lemma in _LEADERS or self._holds(mention, noun, on))
        if told.noun in _COUNTERPART:
            return noun.office is not None or lemma in _LEADERS
        return (
            told.noun == noun.noun
            or told.noun.endswith(f" {noun.noun}")
            or (lemma in _LEADERS and told.office is not None)
        )

    def _holds(self, mention: Mention, noun: ActorNoun, on: date) -> bool:
        """Tell whether a known person holds the office of a noun on a day."""
        actor = self._profiles.known(mention, on)
        if actor is None or actor.country is None or noun.office is None:
            return False
        holder = self._knowledge.actors.holder(actor.country, noun.noun, on)
        return holder is not None and holder.id == actor.id

    def _is_party(self, mention: Mention) -> bool:
        actor = self._knowledge.actors.get(mention.known[0]) if mention.known else None
        return actor is not None and actor.kind in ("armed_group", "military", "government", "party")


def _is_state(mention: Mention) -> bool:
    return bool(mention.known) and mention.known[0].partition(":")[0] in ("country", "demonym", "seat", "gov")


def _distinct(mentions: Iterator[Mention]) -> list[tuple[str, Mention]]:
    """Return the mentions, one a thing: the first of each, by country or name."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        key = mention.known[0] if mention.known else mention.head.text
        prefix, _, code = key.partition(":")
        found.setdefault(code if prefix in ("country", "demonym", "seat", "gov") else key, mention)
    return list(found.items())


def _coordinated(fitting: Sequence[tuple[str, Mention]]) -> tuple[Mention, ...]:
    """Return those that stand in the one coordination that holds two or more; none where there are several."""
    by_first: dict[int, list[Mention]] = {}
    for _, mention in fitting:
        first = mention.head
        while first.dep == "conj":
            first = first.head
        by_first.setdefault(first.i, []).append(mention)
    several = [mentions for mentions in by_first.values() if len(mentions) > 1]
    return tuple(several[0]) if len(several) == 1 else ()


def _number(token: Token) -> int | None:
    """Return how many a plural phrase stands for ("both", "the two"), or None where it does not say."""
    if token.tag not in ("NNS", "NNPS"):
        return None
    for child in token.children:
        if child.dep in ("det", "nummod", "predet", "amod") and child.i < token.i and child.lower in _NUMBERS:
            definite = child.lower == "both" or any(c.lower in ("the", "these", "their", "its") for c in token.children)
            return _NUMBERS[child.lower] if definite else None
    sides = token.lemma.lower() in ("side", "party") and any(c.lower == "the" for c in token.children)
    return 2 if sides and all(c.dep in ("det", "punct") for c in token.children) else None


def _subject(token: Token) -> Token | None:
    """Return the subject of the clause a phrase stands in."""
    head = token
    for _ in range(6):
        if head.head is head:
            return None
        head = head.head
        subject = head.child("nsubj")
        if subject is not None and subject is not token and head.pos in ("VERB", "AUX"):
            return subject
    return None
