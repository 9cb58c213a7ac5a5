"""Grounded: a reading whose mentions are resolved to known or provisional things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from vedette.model import (
    ActorMentions,
    Count,
    EquipmentMention,
    Fact,
    Moment,
    Party,
    PlaceMention,
    TimeMention,
)
from vedette.reading import Reading, Sentence, Token


@dataclass(frozen=True, slots=True, eq=False)
class Grounded:
    """What the grounding stage hands on."""

    reading: Reading
    actors: tuple[ActorMentions, ...]
    """Every actor the report names, as of publication."""
    places: tuple[PlaceMention, ...]
    """In text order; demonyms included and marked."""
    times: tuple[TimeMention, ...]
    equipment: tuple[EquipmentMention, ...]
    counts: tuple[Count, ...]
    facts: tuple[Fact, ...]
    party_finder: Callable[[Token, date], tuple[Party, ...]] = field(repr=False)
    moment_finder: Callable[[Token], Moment] = field(repr=False)

    def parties(self, token: Token, on: date | None = None) -> tuple[Party, ...]:
        """Return who the noun phrase headed by `token` names, one party a conjunct.

        Pronouns and role nouns are resolved through their chain; the span is always the words that
        stand at `token`. `on` is the day whose country and sectors count; None is publication.
        Returns nothing for phrases that can be no actor (times, places that do nothing, things).
        """
        return self.party_finder(token, on or self.reading.report.published_on)

    def moment(self, predicate: Token) -> Moment:
        """Return when the act named by `predicate` took place, as the text tells it."""
        return self.moment_finder(predicate)

    def places_in(self, sentence: Sentence) -> tuple[PlaceMention, ...]:
        """Return the places named inside one sentence, in text order."""
        return tuple(p for p in self.places if sentence.start <= p.span.start < sentence.end)
