"""Who a noun phrase names: the parties of one reading, found when asked and remembered.

The order of trust: a known name, a country or seat of government, a country's own body, an office
and its holder, a generic noun with whatever country its phrase gives. What remains is nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from vedette.grounding import provisional
from vedette.grounding.beside import SUFFIXES, counted_in, is_description, named_one, stray_conjuncts
from vedette.grounding.described_parties import DescribedParties
from vedette.grounding.first_person import author_of
from vedette.grounding.named_parties import NamedParties
from vedette.grounding.party_context import ATTRIBUTIVE, PartyContext
from vedette.grounding.phrases import PARTITIVES, is_currency, is_unread_name, party_span, slug
from vedette.grounding.profiles import Profiles
from vedette.grounding.pronoun_parties import PronounParties
from vedette.model import Actor, ActorKind, Party, PlaceMention, Span
from vedette.reading import Mention, Reading, Token

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge

_MAX_DEPTH = 6
"""Steps from possessor to possessor, or from pronoun to noun; texts rarely need three."""
_WATERS_AND_LANDS = frozenset(
    {"gulf", "peninsula", "sea", "ocean", "strait", "straits", "channel", "desert", "plateau", "sound", "basin"}
)
"""Words whose names hold a country's word that tells of no party."""


def _is_name_of_body(token: Token, mention: Mention) -> bool:
    """Tell whether a word heads the name of a body or people, as the model or the name itself has it."""
    if mention.kind not in ("organisation", "group"):
        return False
    return token.ent in ("ORG", "NORP") or (mention.kind == "organisation" and token.pos == "PROPN")


class PartyFinder:
    """Resolves head tokens of one reading to parties; call it with a token and a day."""

    def __init__(self, reading: Reading, knowledge: Knowledge, places: Sequence[PlaceMention] = ()) -> None:
        self._context = PartyContext(reading, knowledge, Profiles(reading, knowledge, places), self.one)
        self._pronouns = PronounParties(self._context)
        self._described = DescribedParties(self._context)
        self._named = NamedParties(self._context, self._described)
        self._known: dict[tuple[int, date], tuple[Party, ...]] = {}

    def __call__(self, token: Token, on: date) -> tuple[Party, ...]:
        """Return the parties of the phrase headed by `token`, one a conjunct."""
        key = (token.i, on)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._all(token, on)
        return found

    def one(self, token: Token, on: date, depth: int = 0) -> tuple[Party, ...]:
        """Return the parties of `token` without what is coordinated with it."""
        if depth > _MAX_DEPTH:
            return ()
        if token.pos == "PRON" or token.tag in ("PRP$", "WDT", "WP$", "WP"):
            return self._pronouns.of(token, on, depth)
        if (found := self._not_of_its_country(token)) is not None:
            return found
        token = named_one(token) or token
        if token.text.isupper() and (author := self._labelled(token, on)) is not None:
            return (self._context.party(token, author),)
        mention = self._context.reading.mention_of.get(token.i)
        if mention is not None and mention.known and not is_currency(token) and not self._is_of_several(token):
            return self._known_name(token, mention, on, depth)
        iso3 = self._context.named_country(token)
        if iso3 is not None and (token.dep in ATTRIBUTIVE or token.pos in ("ADJ", "PROPN")):
            return self._context.government(token, iso3, on)
        if mention is not None and mention.kind == "person":
            return self._named.person(token, mention, on, depth)
        return self._common(token, mention, on, depth)

    def _not_of_its_country(self, token: Token) -> tuple[Party, ...] | None:
        """Return who is meant where a word names a country and means none of it; None for all other words."""
        if token.dep in ATTRIBUTIVE and token.head.lower in _WATERS_AND_LANDS:
            return ()  # "the Persian Gulf" is no Iran's
        tokens, at = token.sent.tokens, token.i - token.sent.tokens[0].i
        if token.tag == "NNPS" and at > 1 and tokens[at - 1].text == "-" and tokens[at - 2].text.istitle():
            span = Span.cut(self._context.reading.report.text, tokens[at - 2].start, token.end)
            people = Actor(f"x:{slug(span.exact)}", span.exact, "people", None, ("CVL",))
            return (self._context.party(token, people),)  # "Cuban-Americans" are no government
        return None

    def _known_name(self, token: Token, mention: Mention, on: date, depth: int) -> tuple[Party, ...]:
        if not self._is_of_a_namesake(mention):
            return self._named.known(token, mention, on)
        # "London" in Kentucky is nobody, and "London police" are not British.
        is_place = mention.head is token and token.lower in self._context.namesakes
        return () if is_place else self._common(token, mention, on, depth)

    def _is_of_a_namesake(self, mention: Mention) -> bool:
        """Tell whether a name holds that of a place called like another country or capital ("Georgia police")."""
        first = mention.span.exact.split(" ")[0].lower().removesuffix("'s").removesuffix("’s")
        return first in self._context.namesakes

    def _labelled(self, token: Token, on: date) -> Actor | None:
        """Return the report's author where a transcript calls him by his office ("THE PRESIDENT: …")."""
        tokens, after = token.sent.tokens, token.i - token.sent.tokens[0].i + 1
        noun = self._context.nouns.at(token) if after < len(tokens) and tokens[after].text == ":" else None
        author = author_of(self._context.reading, self._context.knowledge, on) if noun is not None else None
        if noun is None or author is None or author.country is None:
            return None
        holder = self._context.knowledge.actors.holder(author.country, noun.noun, on)
        return author if holder is not None and holder.id == author.id else None

    def _is_of_several(self, token: Token) -> bool:
        """Tell whether a plural body is one of several countries: "the Danish and Dutch governments"."""
        return token.tag == "NNS" and token.pos == "NOUN" and len(self._context.countries_of(token)) > 1

    def _common(self, token: Token, mention: Mention | None, on: date, depth: int) -> tuple[Party, ...]:
        """Return the parties of a phrase whose head is no person's and no known name."""
        if token.tag in ("NNS", "NNPS") and depth <= 1:
            members = self._context.together.members(token, on)
            if members:
                return self._context.spanned(tuple(p for m in members for p in self._member_of(m, on, depth)), token)
        noun = self._context.nouns.at(token)
        if token.lower in PARTITIVES or token.lemma in PARTITIVES or token.pos in ("NUM", "DET", "ADJ"):
            inner = token.prep("of") or token.prep("among")
            if inner is not None:
                # "A group of Republicans and Democrats" is of both.
                several = [p for head in (inner, *inner.conjuncts()) for p in self.one(head, on, depth + 1)]
                return self._context.spanned(tuple(several), token)
        if mention is not None and _is_name_of_body(token, mention):
            if token.ent == "NORP" and token.dep in ATTRIBUTIVE:
                return ()
            return self._named.organisation(token, mention, noun, on, depth)
        if noun is None and token.dep == "appos" and token.head.ent == "PERSON" and token.head is not token:
            # "bin Laden, the exiled millionaire who"
            return self._context.spanned(self.one(token.head, on, depth + 1), token)
        # "The movement of goods" is nobody.
        is_motion = noun is not None and noun.noun == "movement" and token.prep("of") is not None
        if noun is not None and not is_motion:
            return self._described.of(token, noun, on, depth)
        return (self._called(token),) if mention is None and noun is None and is_unread_name(token) else ()

    def _member_of(self, mention: Mention, on: date, depth: int) -> tuple[Party, ...]:
        """Return one of several actors that a phrase takes up; of a country's word, its government."""
        prefix, _, code = mention.known[0].partition(":") if mention.known else ("", "", "")
        if prefix in ("country", "demonym", "seat"):
            return self._context.government(mention.head, code, on)
        return self.one(mention.head, on, depth + 1)[:1]

    def _all(self, token: Token, on: date) -> tuple[Party, ...]:
        told = [
            (head, self.one(head, on))
            for head in (token, *token.conjuncts(), *stray_conjuncts(token), *counted_in(token))
            if head is token or (head.lower not in SUFFIXES and not is_description(token, head))
        ]
        if not any(parties for _, parties in told):
            return ()
        found: list[Party] = []
        for head, parties in told:
            is_person = head.ent in ("PERSON", "ORG") or (token.ent == "PERSON" and not head.ent)
            if not parties and head.pos == "PROPN" and is_person:
                found.append(self._called(head))  # "*Bozkina* and Glowacki": somebody, though nobody knows who
            for party in parties:
                alone = found and party.actor.country is None and head.pos == "NOUN"
                found.append(self._shared(party, head, found[0]) if alone else party)
        return tuple(found)

    def _called(self, name: Token) -> Party:
        """Return somebody of whom only a name is told."""
        span = party_span(self._context.reading, name)
        is_person = any(one.ent == "PERSON" for one in (name, *name.kids("compound")))
        kind: ActorKind = "person" if is_person else "organisation"
        return self._context.party(name, provisional.called(span, kind), span)

    @staticmethod
    def _shared(party: Party, head: Token, first: Party) -> Party:
        """Let "Russian troops and tanks" give its country to the second noun, if that has no words of its own."""
        if any(child.dep in ("det", "amod", "poss", "nummod", "prep") for child in head.children):
            return party
        return replace(party, actor=replace(party.actor, country=first.actor.country))
