"""One place of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vedette.model.place import Place, PlacePrecision

EntryKind = Literal["country", "region", "province", "district", "city", "border"]


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One place of the gazetteer, as one of its names finds it."""

    id: str
    name: str
    kind: EntryKind
    country: str | None
    """ISO 3166 alpha-3; None for regions of several countries or none."""
    lat: float
    lon: float
    population: int
    precision: PlacePrecision
    radius_km: float
    admin1: str | None = None
    """Name of the province; None where there is none or it is unknown."""
    admin2: str | None = None
    """Name of the district."""
    code: str = ""
    """Country, province and district codes ("USA.TX.113"), as far as known."""
    is_capital: bool = False
    by_alias: bool = False
    """True where it was found by another name than its first."""
    length_km: float | None = None
    """Length of a border; None for all else."""
    src: str | None = None
    """Where a place of the user's own comes from; None for those of the shipped tables."""

    def place(self) -> Place:
        """Return the place of the model."""
        return Place(
            self.id,
            self.name,
            self.country,
            self.lat,
            self.lon,
            self.precision,
            self.radius_km,
            self.admin1,
            self.admin2,
        )
