"""Where a name may lie: every place the tables know by it, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.knowledge.gazetteer import GazetteerEntry
from vedette.knowledge.place_priors import priors, shares
from vedette.model.place import PlacePrecision

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge

_BORDER = frozenset({"border", "frontier", "boundary"})
_JOINTS = str.maketrans({"-": " ", "–": " ", "—": " ", "/": " "})
_TABLES = {"country": "countries", "border": "borders", "region": "regions", "base": "bases"}
"""The shipped table that a kind of id comes from; all others are GeoNames."""


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """One place a name may mean."""

    id: str
    name: str
    country: str | None
    """ISO 3166 alpha-3; None for places of several countries or of none."""
    admin1: str | None
    admin2: str | None
    lat: float
    lon: float
    precision: PlacePrecision
    radius_km: float
    population: int
    """0 where it is not told."""
    score: float
    """Its weight among the rivals, in [0, 1]; not a probability. 0.0 for those ruled out by country or container."""
    src: str
    """"GeoNames", the shipped table it stands in, or the user's own table and what that names."""
    length_km: float | None = None
    """Length of a border; None for all else."""


def where(knowledge: Knowledge, name: str, country: str | None = None) -> tuple[PlaceCandidate, ...]:
    """Return every place a name may mean, likeliest first; empty where no table knows it.

    name: as a report writes it: "Kunduz", "Kunduz province", "Paris, Texas", "the Afghan-Tajik border".
    country: name, alpha-2 or alpha-3 code of the country it should lie in; places elsewhere come last, with score 0.
    """
    words = " ".join(name.split())
    border = _border(words, knowledge)
    if border is not None:
        return (border,)
    found, _, holder = words.partition(",")
    entries = _entries(found.strip(), knowledge)
    within = _codes(holder.strip(), knowledge) if holder.strip() else ()
    if country is not None and country.strip():
        within = (*within, *_countries(country.strip(), knowledge))
    return _ranked(entries, within)


def _entries(words: str, knowledge: Knowledge) -> tuple[GazetteerEntry, ...]:
    """Return what the tables know by the name: places, else a country by another name, else a word amended."""
    gazetteer = knowledge.gazetteer
    spelt = words if any(c.isupper() for c in words) else words.title()
    found = gazetteer.find(spelt)
    named = knowledge.countries.named(words) or knowledge.countries.demonym(spelt)
    entry = gazetteer.country(named.iso3) if named is not None else gazetteer.adjective(spelt)
    entry = entry or gazetteer.abbreviation(words, after_place=True)
    if entry is not None and entry.id not in {e.id for e in found}:
        found = (entry, *found)
    return found or gazetteer.misspelt(spelt)


def _codes(holder: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the codes of the places that the words behind a comma may name."""
    entries = _entries(holder, knowledge)
    return tuple(e.code for e in entries if e.code and e.kind in ("country", "province", "district")) or ("-",)


def _countries(country: str, knowledge: Knowledge) -> tuple[str, ...]:
    known = knowledge.countries
    code = country.upper()
    found = known.get(code) or known.by_iso2(code) or known.named(country) or known.named(country.title())
    return (found.iso3,) if found is not None else ("-",)


def _ranked(entries: Sequence[GazetteerEntry], within: Sequence[str]) -> tuple[PlaceCandidate, ...]:
    """Return the entries by score; those that do not lie in `within`, if anything does, have none."""
    inside = [e for e in entries if not within or _lies_in(e, within)]
    weights = dict(zip((e.id for e in inside), shares(priors(inside)), strict=True))
    order = sorted(
        zip(priors(entries), entries, strict=True), key=lambda p: (-weights.get(p[1].id, 0.0), -p[0], p[1].id)
    )
    return tuple(_candidate(entry, weights.get(entry.id, 0.0)) for _, entry in order)


def _lies_in(entry: GazetteerEntry, within: Sequence[str]) -> bool:
    return any(entry.code == code or entry.code.startswith(code + ".") for code in within)


def _border(words: str, knowledge: Knowledge) -> PlaceCandidate | None:
    """Return the border that "the Afghan-Tajik border" or "border between A and B" names, or None."""
    lowered = words.lower().split()
    if not _BORDER.intersection(lowered):
        return None
    tokens = words.translate(_JOINTS).split()
    codes, at = [], 0
    while at < len(tokens):
        match = knowledge.countries.longest(tokens, at)
        if match is not None:
            codes.append(match[1].iso3)
        at += match[0] if match is not None else 1
    entry = knowledge.gazetteer.border(codes[0], codes[1]) if len(codes) == 2 else None
    if entry is None:
        return None
    return _candidate(entry, 1.0)


def _candidate(entry: GazetteerEntry, score: float) -> PlaceCandidate:
    return PlaceCandidate(
        id=entry.id,
        name=entry.name,
        country=entry.country,
        admin1=entry.admin1,
        admin2=entry.admin2,
        lat=entry.lat,
        lon=entry.lon,
        precision=entry.precision,
        radius_km=entry.radius_km,
        population=entry.population,
        score=round(score, 3),
        src=entry.src or _TABLES.get(entry.id.partition(":")[0], "GeoNames"),
        length_km=entry.length_km,
    )
