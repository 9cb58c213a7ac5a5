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
    SpanIndex,
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
    places_at: SpanIndex[PlaceMention] = field(init=False, repr=False)
    times_at: SpanIndex[TimeMention] = field(init=False, repr=False)
    equipment_at: SpanIndex[EquipmentMention] = field(init=False, repr=False)
    counts_at: SpanIndex[Count] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index by where it stands whatever is asked for sentence by sentence."""
        object.__setattr__(self, "places_at", SpanIndex(self.places, lambda place: place.span))
        object.__setattr__(self, "times_at", SpanIndex(self.times, lambda time: time.span))
        object.__setattr__(self, "equipment_at", SpanIndex(self.equipment, lambda item: item.span))
        object.__setattr__(self, "counts_at", SpanIndex(self.counts, lambda count: count.span))

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
        return tuple(self.places_at.begun_in(sentence.start, sentence.end))
