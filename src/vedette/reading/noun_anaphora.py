"""Choose what a role or group noun stands for among the things a report has named so far: by office, word or kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from vedette.reading.actor_nouns import ActorNoun, is_former
from vedette.reading.reading import Mention
from vedette.reading.things import Sort, Thing
from vedette.reading.tree import Token

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_TAKES_UP = {
    "group": ("armed_group", "ngo", "organisation"),
    "organisation": ("ngo", "igo", "armed_group", "organisation"),
    "organization": ("ngo", "igo", "armed_group", "organisation"),
    "movement": ("armed_group", "party", "organisation"),
    "militia": ("armed_group",),
    "company": ("company",),
    "firm": ("company",),
    "bank": ("company",),
    "newspaper": ("media",),
    "agency": ("media", "igo", "organisation"),
    "daily": ("media",),
    "channel": ("media",),
    "party": ("party",),
    "bloc": ("igo",),
    "alliance": ("igo",),
    "faction": ("armed_group", "party"),
}
"""Body nouns, and of which kinds the named bodies are that each may take up."""
_REBEL_NOUNS = frozenset(
    {
        "insurgent",
        "rebel",
        "militant",
        "guerrilla",
        "guerilla",
        "extremist",
        "jihadist",
        "islamist",
        "terrorist",
        "fighter",
    }
)
_COUNTRY_NOUNS = frozenset({"country", "nation", "state", "republic", "kingdom"})


class NounAnaphora:
    """Resolves nouns of one report among things told before, of which the one mentioned last stands at the end."""

    def __init__(self, knowledge: Knowledge, published: date) -> None:
        self._knowledge = knowledge
        self._published = published

    def countries(self, head: Token) -> set[str]:
        """Return the countries that modify a noun: adjective, possessor or "of" phrase."""
        found: set[str] = set()
        for child in head.children:
            token: Token | None = child
            if child.dep == "prep":
                token = child.child("pobj") if child.lower in ("of", "in", "for") else None
            elif child.dep not in ("amod", "compound", "poss", "nmod", "npadvmod"):
                continue
            if token is not None and token.text[:1].isupper():
                countries = self._knowledge.countries
                country = countries.demonym(token.text) or countries.named(token.text)
                if country is not None:
                    found.add(country.iso3)
        return found

    def role(
        self, mention: Mention, noun: ActorNoun | None, things: Sequence[Thing], known: Mapping[str, Thing]
    ) -> Thing | None:
        """Return the person that a definite role noun ("the president") stands for, or None.

        known: id of the tables → the thing known by it, however far back.
        """
        if noun is None or not _is_definite(mention.head):
            return None
        if any(child.ent == "PERSON" for child in mention.head.kids("appos")):
            return None  # "the current bishop, Allan Casicas": his name tells who he is, not the bishop named before
        countries = self.countries(mention.head)
        if noun.office is not None and len(countries) == 1 and not is_former(mention.head):
            holder = self._knowledge.actors.holder(min(countries), noun.office, self._published)
            if holder is not None and holder.id in known:
                return known[holder.id]
        words = {noun.noun, mention.head.lemma.lower()}
        for thing in reversed(things):
            fits = not countries or not thing.countries or countries & thing.countries
            if fits and thing.sort == "person" and thing.nouns & words:
                return thing
        return None

    def group(self, mention: Mention, noun: ActorNoun | None, things: Sequence[Thing]) -> Thing | None:
        """Return the people, body or country that a group noun ("the rebels", "the country") stands for, or None."""
        head = mention.head
        if noun is None or ((det := head.child("det", "nummod")) is not None and det.lower not in _DEFINITE):
            return None
        lemma = head.lemma.lower()
        countries = self.countries(head)
        definite = _is_definite(head)
        if lemma == "people" and not definite and not countries:
            return None  # "unauthorised people" are not the "110 people" told of before
        if lemma in _COUNTRY_NOUNS and head.tag == "NN":
            # "his country" is the owner's, not the one named last.
            return _latest("country", things) if definite and not countries and head.child("poss") is None else None
        for thing in reversed(things):
            fits = countries == thing.countries or (definite and not countries)
            if head.tag == "NNS" and thing.sort == "body" and not definite:
                continue  # "organizations" are not the one named before
            if fits and lemma in thing.nouns and thing.sort in ("people", "body"):
                return thing
        if not definite or countries:
            return None
        return self._taken_up(lemma, things)

    def _taken_up(self, lemma: str, things: Sequence[Thing]) -> Thing | None:
        """Return the named body that a general noun ("the group", "the insurgents") takes up again."""
        kinds = ("armed_group",) if lemma in _REBEL_NOUNS else _TAKES_UP.get(lemma, ())
        for thing in reversed(things):
            if thing.sort != "body" or not thing.names:
                continue
            if any(name.split(" ")[-1] == lemma for name in thing.names):
                return thing
            if kinds and any(self._kind(known) in kinds for known in thing.known):
                return thing
        return None

    def _kind(self, known: str) -> str:
        actor = self._knowledge.actors.get(known)
        return actor.kind if actor is not None else ""


def _latest(sort: Sort, things: Sequence[Thing]) -> Thing | None:
    return next((thing for thing in reversed(things) if thing.sort == sort), None)


def _is_definite(head: Token) -> bool:
    """Tell whether a noun phrase takes up something known: "the …", "his …", "Kabul's …", a bare title."""
    det = head.child("det")
    if det is not None:
        return det.lower in _DEFINITE
    return head.child("poss") is not None or (head.child("nummod") is None and head.pos == "PROPN")
