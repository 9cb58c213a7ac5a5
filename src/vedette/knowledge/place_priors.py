"""How likely a name means each of its places, before anything else is known of the report."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log10

from vedette.knowledge.gazetteer import GazetteerEntry

_SHARPNESS = 1.5
"""How far one point of score tips the balance between two senses."""
# Points of score; one point of a town is a factor of ten in people.
_COUNTRY, _REGION, _PROVINCE = 10.0, 7.5, 6.8
_CAPITAL = 1.2
_RANKED = 0.9
"""What a province gains over a town of as many people."""


def priors(entries: Sequence[GazetteerEntry]) -> list[float]:
    """Return how likely the name means each place, all else equal; one point is a factor of ten in people."""
    cities = [entry for entry in entries if entry.kind == "city"]
    return [_prior(entry, cities) for entry in entries]


def shares(scores: Sequence[float]) -> list[float]:
    """Return the weight of each score among them; the weights add up to 1."""
    if not scores:
        return []
    top = max(scores)
    raw = [exp(_SHARPNESS * (score - top)) for score in scores]
    total = sum(raw)
    return [value / total for value in raw]


def _prior(entry: GazetteerEntry, cities: Sequence[GazetteerEntry]) -> float:
    if entry.kind == "country":
        return _COUNTRY
    if entry.kind == "region":
        return _REGION
    people = log10(entry.population + 30)
    if entry.kind == "province":
        # A province whose chief town bears its name is meant less often than the town (New York, Kabul).
        shared = any(c.code.startswith(entry.code) and c.population * 4 > entry.population for c in cities)
        return (
            max(people, min(_PROVINCE, people + _RANKED)) - (1.5 if shared else 0.0) - (0.8 if entry.by_alias else 0.0)
        )
    if entry.kind == "district":
        return people - 1.2 - (1.2 if entry.by_alias else 0.0)
    full = entry.name.endswith(" City")
    return people + (_CAPITAL if entry.is_capital else 0.0) - (1.0 if entry.by_alias and not full else 0.0)
