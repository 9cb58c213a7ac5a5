"""The small tables of places: countries, regions, bases, borders and abbreviations."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi, sqrt
from pathlib import Path
from typing import NamedTuple, cast

from vedette.errors import DataFileInvalid
from vedette.knowledge.place_entries import GazetteerEntry
from vedette.knowledge.placenames import fold_place
from vedette.model.place import PlacePrecision

ByName = dict[str, tuple[GazetteerEntry, ...]]
"""Places by folded name."""


@dataclass(frozen=True, slots=True)
class PlaceTables:
    """What the small tables tell."""

    by_name: ByName
    """Regions, bases and countries."""
    adjectives: dict[str, GazetteerEntry]
    """Regions by adjective, as written."""
    countries: dict[str, GazetteerEntry]
    """By ISO alpha-3."""
    borders: dict[tuple[str, str], GazetteerEntry]
    """By the codes of both countries in order of the alphabet."""
    abbreviations: dict[tuple[str, str], str]
    """Code of the place by text and by where it counts, "free" or "after"."""

    @classmethod
    def load(cls, folder: Path) -> PlaceTables:
        """Read the tables of a folder; raises DataFileInvalid, naming file and line, where one is malformed."""
        countries = read_countries(folder / "gazetteer_countries.tsv")
        regions = read_regions(folder / "regions.tsv")
        named = [*((region.entry, region.names) for region in regions), *read_bases(folder / "base_places.tsv")]
        return cls(
            by_name=by_name([*named, *((entry, (entry.name,)) for entry in countries.values())]),
            adjectives={word: region.entry for region in regions for word in region.adjectives},
            countries=countries,
            borders=read_borders(folder / "gazetteer_borders.tsv"),
            abbreviations=read_abbreviations(folder / "gazetteer_abbreviations.tsv"),
        )


def _rows(path: Path, width: int) -> list[tuple[int, list[str]]]:
    """Return line number and cells of every row behind the column head; comments and blank lines fall out."""
    rows = []
    head_seen = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != width:
            raise DataFileInvalid(f"{path.name}, line {number}: {len(cells)} columns, expected {width}.")
        if head_seen:
            rows.append((number, cells))
        head_seen = True
    return rows


def _numbers(path: Path, number: int, *cells: str) -> list[float]:
    try:
        return [float(cell) for cell in cells]
    except ValueError as error:
        raise DataFileInvalid(f"{path.name}, line {number}: {error}.") from error


def read_countries(path: Path) -> dict[str, GazetteerEntry]:
    """Return the point and radius of every country by code."""
    found = {}
    for number, (iso3, _iso2, name, lat, lon, area, _capital) in _rows(path, 7):
        where = _numbers(path, number, lat, lon, area)
        if len(iso3) != 3 or not iso3.isupper():
            raise DataFileInvalid(f"{path.name}, line {number}: '{iso3}' is no alpha-3 code.")
        radius = round(max(1.0, sqrt(where[2] / pi)), 1)
        found[iso3] = GazetteerEntry(
            "country:" + iso3, name, "country", iso3, where[0], where[1], 0, "country", radius, code=iso3
        )
    return found


class Region(NamedTuple):
    """A region with its names and adjectives."""

    entry: GazetteerEntry
    names: tuple[str, ...]
    adjectives: tuple[str, ...]


def read_regions(path: Path) -> list[Region]:
    """Return every region, sea, river and landmark."""
    found = []
    for number, (id_, name, aliases, adjectives, precision, country, lat, lon, radius) in _rows(path, 9):
        where = _numbers(path, number, lat, lon, radius)
        if precision not in ("region", "point", "line") or not id_.startswith("region:"):
            raise DataFileInvalid(f"{path.name}, line {number}: precision '{precision}' or id '{id_}' is not known.")
        entry = GazetteerEntry(
            id_,
            name,
            "region",
            country or None,
            where[0],
            where[1],
            0,
            cast(PlacePrecision, precision),
            where[2],
            code=country,
        )
        found.append(Region(entry, (name, *_listed(aliases)), _listed(adjectives)))
    return found


def read_bases(path: Path) -> list[tuple[GazetteerEntry, tuple[str, ...]]]:
    """Return the points of bases with all their names; the ids are those of bases.tsv."""
    found = []
    for number, (id_, name, aliases, country, lat, lon, radius, _src) in _rows(path, 8):
        where = _numbers(path, number, lat, lon, radius)
        if not id_.startswith("base:") or len(country) != 3:
            raise DataFileInvalid(f"{path.name}, line {number}: id '{id_}' or country '{country}' is not known.")
        entry = GazetteerEntry(id_, name, "region", country, where[0], where[1], 0, "point", where[2], code=country)
        found.append((entry, (name, *_listed(aliases))))
    return found


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def read_borders(path: Path) -> dict[tuple[str, str], GazetteerEntry]:
    """Return the borders by the codes of both countries."""
    found = {}
    for number, (id_, one, other, km, lat, lon, radius) in _rows(path, 7):
        length, *where, reach = _numbers(path, number, km, lat, lon, radius)
        if one >= other:
            raise DataFileInvalid(f"{path.name}, line {number}: '{one}' does not stand before '{other}'.")
        found[one, other] = GazetteerEntry(
            id_, f"{one}-{other} border", "border", None, where[0], where[1], 0, "line", reach, length_km=length
        )
    return found


def read_abbreviations(path: Path) -> dict[tuple[str, str], str]:
    """Return the codes of places by abbreviation and by where it counts."""
    found = {}
    for number, (text, target, where) in _rows(path, 3):
        if where not in ("free", "after"):
            raise DataFileInvalid(f"{path.name}, line {number}: '{where}' is neither free nor after.")
        found[text, where] = target
    return found


def by_name(entries: list[tuple[GazetteerEntry, tuple[str, ...]]]) -> ByName:
    """Return the places by folded name."""
    found: ByName = {}
    for entry, names in entries:
        for name in names:
            key = fold_place(name)
            if entry not in found.get(key, ()):
                found[key] = (*found.get(key, ()), entry)
    return found
