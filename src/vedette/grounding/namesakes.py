"""Places called like another country or capital: London in Kentucky, Georgia beside Atlanta."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from vedette.model import PlaceMention

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge

Namesakes = Mapping[str, str]
"""Names of countries and capitals, in lower case, that a report gives to a town or region of another country, with that
country: "london" → USA in a report from Kentucky."""
NO_NAMESAKES: Namesakes = MappingProxyType({})


def namesakes_among(places: Sequence[PlaceMention], knowledge: Knowledge) -> Namesakes:
    """Return the names of countries and capitals that stand in a report for places of other countries only."""
    found: dict[str, set[str]] = {}
    for mention in places:
        word, country = mention.span.exact.lower(), mention.place.country
        if country is not None and not mention.is_demonym:
            found.setdefault(word, set()).add(country)
    namesakes: dict[str, str] = {}
    for word, countries in found.items():
        own = knowledge.countries.named(word.title()) or knowledge.countries.capital(word.title())
        if own is not None and len(countries) == 1 and own.iso3 not in countries:
            namesakes[word] = next(iter(countries))
    return namesakes
