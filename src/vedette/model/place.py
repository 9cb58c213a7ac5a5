"""Place: somewhere known. PlaceMention: a span that names it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vedette.model.span import Span

PlacePrecision = Literal["point", "town", "district", "province", "country", "region", "line", "none"]


@dataclass(frozen=True, slots=True)
class Place:
    """A known place with a representative point (WGS84 degrees)."""

    id: str
    """`geonames:…`, `country:TJK`, `region:…`, `border:AFG-TJK`; provisional ones begin with `x:`."""
    name: str
    country: str | None
    """ISO 3166 alpha-3; None for places of several countries or of none."""
    lat: float | None
    lon: float | None
    """None only for provisional places."""
    precision: PlacePrecision
    radius_km: float = 0.0
    """Radius of a circle round the point that holds most of the place."""
    admin1: str | None = None
    """Name of the province; None where unknown."""
    admin2: str | None = None
    """Name of the district; None where unknown."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A span and the place it names."""

    span: Span
    place: Place
    score: float = 1.0
    """In [0, 1], not a probability."""
    is_demonym: bool = False
    """True for adjectives such as "Tajik", which name a country without standing for a location."""
