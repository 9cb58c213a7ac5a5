"""Whom a name means: known actors, countries and their people, persons and bodies no table knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from vedette.grounding import provisional
from vedette.grounding.described_parties import DescribedParties
from vedette.grounding.party_context import ATTRIBUTIVE, PartyContext
from vedette.grounding.phrases import party_span, slug
from vedette.grounding.profiles import Profile
from vedette.model import Actor, Party
from vedette.reading import Mention, Token
from vedette.reading.actor_nouns import ActorNoun
from vedette.reading.names import OF_OUTLETS, as_written, name_tokens


class NamedParties:
    """Resolves names of one reading."""

    def __init__(self, context: PartyContext, described: DescribedParties) -> None:
        self._context = context
        self._described = described

    def known(self, token: Token, mention: Mention, on: date) -> tuple[Party, ...]:
        """Return the party of a name that the tables know, or of the country whose word it is."""
        prefix, _, code = mention.known[0].partition(":")
        if prefix in ("country", "seat"):
            return self._context.government(token, code, on, mention)
        if prefix == "demonym":
            return self._demonym(token, code, on, mention)
        actor = self._context.profiles.known(mention, on)
        if actor is None:
            return self.person(token, mention, on, 0) if mention.kind == "person" else ()
        if actor.kind == "people" and actor.country is None:
            actor = replace(actor, country=self._country_of_people(token))
        return (self._context.party(token, actor, party_span(self._context.reading, token, mention)),)

    def _country_of_people(self, token: Token) -> str | None:
        """Return the state in which a people without one lives, as far as its phrase tells: "Iraqi Kurds"."""
        return next(iter(self._context.countries_of(token)), None) or self._context.profiles.place_country(token)

    def _demonym(self, token: Token, iso3: str, on: date, mention: Mention) -> tuple[Party, ...]:
        article = token.child("det", "nummod")
        is_one = article is not None and article.lower != "the" and token.dep not in ATTRIBUTIVE
        if (token.dep in ATTRIBUTIVE or token.pos == "ADJ") and not is_one:
            return self._context.government(token, iso3, on, mention)
        if token.dep == "conj" and token.head.dep in ATTRIBUTIVE:
            return self._context.government(token, iso3, on, mention)
        name = mention.span.exact
        if any(child.lower == "ethnic" for child in token.children):
            people = Actor(f"x:ethnic-{slug(name)}", f"ethnic {name}", "people", None, ("CVL",))
            return (self._context.party(token, people),)  # "ethnic Albanians" may be of any country
        actor = Actor(f"x:{iso3.lower()}-people", f"people of {iso3}", "people", iso3, ("CVL",))
        country = self._context.knowledge.countries.get(iso3)
        if country is not None:
            actor = replace(actor, name=f"{country.demonyms[0] if country.demonyms else name} people")
        return (self._context.party(token, actor),)

    def person(self, token: Token, mention: Mention, on: date, depth: int) -> tuple[Party, ...]:
        """Return the person a name means: who the tables know by chain or surname, else one by that name."""
        chain = self._context.reading.chain_of.get(mention.index)
        best = chain.best if chain is not None else mention
        span = party_span(self._context.reading, token, mention)
        if best is not mention and best.known:
            actor = self._context.profiles.known(best, on)
            if actor is not None:
                return (self._context.party(token, actor, span),)
        named = best if best.kind == "person" else mention
        words = name_tokens(named)
        name = self._context.reading.span(words[0], words[-1]).exact if words else named.span.exact
        profile = self._context.profiles.of(mention)
        known = self._context.profiles.by_surname(words, profile, on)
        if known is not None:
            return (self._context.party(token, known, span),)
        affiliation = self._affiliation(profile, on, depth)
        return (self._context.party(token, provisional.person(name, profile, affiliation), span),)

    def _affiliation(self, profile: Profile, on: date, depth: int) -> Actor | None:
        """Return the body a person is said to belong to ("spokesman for Hamas")."""
        if profile.body is None:
            return None
        parties = self._context.one(profile.body, on, depth + 1)
        return parties[0].actor if parties else None

    def organisation(
        self, token: Token, mention: Mention, noun: ActorNoun | None, on: date, depth: int
    ) -> tuple[Party, ...]:
        """Return the body a name means: what its chain is known as, a country's own body, or one by that name.

        noun: the row of the head word ("Kenya Revenue *Authority*"); None where the table has none.
        """
        chain = self._context.reading.chain_of.get(mention.index)
        best = chain.best if chain is not None else mention
        span = party_span(self._context.reading, token, mention)
        if best is not mention and best.known:
            return tuple(Party(span, party.actor, token.i) for party in self._context.one(best.head, on, depth + 1))
        if noun is not None and token.text not in OF_OUTLETS and self._context.countries_of(token):
            return self._described.of(token, noun, on, depth)
        words = as_written(name_tokens(best if best.kind == mention.kind else mention)) or span.exact
        countries = self._context.countries_of(token)
        kind = noun.kind if noun is not None and noun.kind not in ("person", "people") else "organisation"
        sectors = noun.sectors if noun is not None else ()
        country = countries[0] if countries else self._context.profiles.place_country(token)
        return (self._context.party(token, Actor(f"x:{slug(words)}", words, kind, country, sectors), span),)
