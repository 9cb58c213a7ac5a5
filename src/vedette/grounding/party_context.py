"""What all finders of parties share: the reading, the tables, and how a party is cut from its phrase."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from vedette.grounding.phrases import countries_of, named_country, party_span
from vedette.grounding.profiles import Profiles
from vedette.grounding.together import Together
from vedette.model import Actor, Party, Span
from vedette.reading import Mention, Reading, Token
from vedette.reading.actor_nouns import load_actor_nouns

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge

ATTRIBUTIVE = frozenset({"amod", "compound", "npadvmod", "nmod"})
"""How a parse may tell a word that stands before a noun and tells more of it."""


class PartyContext:
    """One reading as finders of parties see it."""

    def __init__(
        self,
        reading: Reading,
        knowledge: Knowledge,
        profiles: Profiles,
        one: Callable[[Token, date, int], tuple[Party, ...]],
    ) -> None:
        self.reading = reading
        self.knowledge = knowledge
        self.profiles = profiles
        self.one = one
        """Returns the parties of a head token on a day, so many steps from the phrase first asked about."""
        self.nouns = load_actor_nouns()
        self.namesakes = profiles.namesakes
        self.together = Together(reading, knowledge, profiles)

    def named_country(self, token: Token) -> str | None:
        """Return the country a single word names, or None; no namesake's."""
        return named_country(token, self.knowledge, self.namesakes)

    def countries_of(self, token: Token) -> tuple[str, ...]:
        """Return the countries a phrase is said to be of, no namesakes among them."""
        return countries_of(token, self.knowledge, self.namesakes)

    def party(self, token: Token, actor: Actor, span: Span | None = None) -> Party:
        """Return an actor as the party headed by `token`; span: its words, None for the whole phrase."""
        return Party(span or party_span(self.reading, token), actor, token.i)

    def spanned(self, parties: tuple[Party, ...], token: Token) -> tuple[Party, ...]:
        """Return parties found elsewhere as those that the phrase of `token` stands for."""
        span = party_span(self.reading, token)
        return tuple(Party(span, party.actor, token.i) for party in parties)

    def government(self, token: Token, iso3: str, on: date, mention: Mention | None = None) -> tuple[Party, ...]:
        """Return the government of a country whose word `token` is; none where the tables have none.

        mention: gives the words; None for the word alone.
        """
        known = self.knowledge.actors.government(iso3)
        if known is None:
            return ()
        span = mention.span if mention is not None else Span.cut(self.reading.report.text, token.start, token.end)
        return (Party(span, self.knowledge.actors.as_of(known, on), token.i),)
