"""Gazetteer: names of places and where they lie.

Four readable tables in `data/`: `gazetteer.tsv.xz` (provinces, districts and cities of GeoNames, built by
`tools/build_gazetteer.py`), `gazetteer_countries.tsv`, `gazetteer_borders.tsv`, `regions.tsv`, and
`gazetteer_abbreviations.tsv`. The large one stays a list of lines sorted by look-up name; a row is parsed only
when it is asked for, so that loading costs the decompression and little more.
"""

from __future__ import annotations

import hashlib
import lzma
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import pi, sqrt
from pathlib import Path
from typing import Literal, NamedTuple, cast

from vedette.errors import DataFileInvalid
from vedette.knowledge.placenames import bare_admin_name, fold_place, has_rank_word
from vedette.model.place import Place, PlacePrecision

_DATA = Path(__file__).parent / "data"
_JOINERS = frozenset(
    {
        "of",
        "the",
        "de",
        "del",
        "da",
        "do",
        "di",
        "la",
        "le",
        "al",
        "el",
        "and",
        "upon",
        "on",
        "sur",
        "am",
        "der",
        "-",
        "es",
    }
)
_LONGEST = 6
_PEOPLE_PER_KM2 = 2500.0
_CACHE_SIZE = 60_000
_MISSPELT_FROM = 6
_MISSPELT_PEOPLE = 100_000
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


@dataclass(slots=True, eq=False)
class Gazetteer:
    """Places by name."""

    version: str
    """Form of the tables, input and digest."""
    _admins: list[str] = field(repr=False)
    _cities: list[str] = field(repr=False)
    _first_line: int = field(repr=False)
    """Line number of the first city, for messages."""
    _small: dict[str, tuple[GazetteerEntry, ...]] = field(repr=False)
    """Regions and countries by folded name."""
    _adjectives: dict[str, GazetteerEntry] = field(repr=False)
    """Regions by adjective, as written."""
    _countries: dict[str, GazetteerEntry] = field(repr=False)
    _borders: dict[tuple[str, str], GazetteerEntry] = field(repr=False)
    _lengths: dict[tuple[str, str], float] = field(repr=False)
    _abbreviations: dict[tuple[str, str], str] = field(repr=False)
    _own: dict[str, tuple[GazetteerEntry, ...]] = field(default_factory=dict, repr=False)
    """Places of the user's own by folded name; a name that stands here means them alone."""
    _found: dict[str, tuple[GazetteerEntry, ...]] = field(default_factory=dict, repr=False)
    _admin_names: dict[str, str] = field(default_factory=dict, repr=False)
    _admin_lines: dict[str, int] = field(default_factory=dict, repr=False)

    @classmethod
    def load(cls, path: Path | None = None) -> Gazetteer:
        """Read the shipped tables, or those in the folder `path`.

        Raises DataFileInvalid, naming file and line, where a table is malformed.
        """
        folder = path or _DATA
        raw = (folder / "gazetteer.tsv.xz").read_bytes()
        try:
            lines = lzma.decompress(raw).decode("utf-8").split("\n")
        except (lzma.LZMAError, UnicodeDecodeError) as error:
            raise DataFileInvalid(f"gazetteer.tsv.xz: cannot be unpacked ({error}).") from error
        release, n_admins = _check_head(lines)
        admins, cities = lines[1 : n_admins + 1], lines[n_admins + 1 : -1]
        countries = _read_countries(folder / "gazetteer_countries.tsv")
        borders, lengths = _read_borders(folder / "gazetteer_borders.tsv")
        regions = _read_regions(folder / "regions.tsv")
        return cls(
            version=f"{release}+{hashlib.sha256(raw).hexdigest()[:8]}",
            _admins=admins,
            _cities=cities,
            _first_line=n_admins + 2,
            _small=_by_name([*((r.entry, r.names) for r in regions), *((e, (e.name,)) for e in countries.values())]),
            _adjectives={word: region.entry for region in regions for word in region.adjectives},
            _countries=countries,
            _borders=borders,
            _lengths=lengths,
            _abbreviations=_read_abbreviations(folder / "gazetteer_abbreviations.tsv"),
        )

    def with_own(self, own: Iterable[tuple[GazetteerEntry, tuple[str, ...]]]) -> Gazetteer:
        """Return a gazetteer in which the names given with these places mean them alone."""
        return replace(self, _own=_by_name(list(own)), _found={})

    def find(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Return the places a name may mean: countries and regions, capitals, then the most populous first.

        Accents, full stops, hyphens and "St."/"Saint" do not matter. A name in lower case finds nothing:
        "reading" is no town, "Reading" may be.
        """
        if not name or not any(c.isupper() for c in name):
            return ()
        found = self._found.get(name)
        if found is None:
            if len(self._found) >= _CACHE_SIZE:
                self._found.clear()
            found = self._found[name] = self._look_up(fold_place(name))
        return found

    def country(self, iso3: str) -> GazetteerEntry | None:
        """Return a country's point and radius, or None for an unknown code."""
        return self._countries.get(iso3)

    def border(self, one: str, other: str) -> GazetteerEntry | None:
        """Return the border between two countries (ISO alpha-3, in any order), or None if they share none."""
        return self._borders.get((one, other) if one < other else (other, one))

    def border_km(self, one: str, other: str) -> float | None:
        """Return the length of the border between two countries, or None if they share none."""
        return self._lengths.get((one, other) if one < other else (other, one))

    def adjective(self, words: str) -> GazetteerEntry | None:
        """Return the region an adjective such as "Central Asian" belongs to, or None; countries are not among them."""
        return self._adjectives.get(words)

    def abbreviation(self, text: str, *, after_place: bool = False) -> GazetteerEntry | None:
        """Return what an abbreviation such as "Ky." or "NSW" stands for, or None.

        after_place: True where it stands behind another place and a comma, so that "OR" is Oregon.
        """
        target = self._abbreviations.get((text, "after")) if after_place else None
        target = target or self._abbreviations.get((text, "free"))
        return self.by_code(target) if target is not None else None

    def by_code(self, code: str) -> GazetteerEntry | None:
        """Return a country (`country:FRA`), province or district (`USA.KY`) or city (`USA.NY:Buffalo`), or None."""
        if code.startswith("country:"):
            return self._countries.get(code[8:])
        if ":" in code:
            within, _, name = code.partition(":")
            return next((e for e in self.find(name) if e.kind == "city" and e.code.startswith(within)), None)
        self._index_admins()
        line = self._admin_lines.get(code)
        return self._admin_entry(line, by_alias=False) if line is not None else None

    def longest(self, words: Sequence[str], at: int) -> tuple[int, tuple[GazetteerEntry, ...]] | None:
        """Return the longest run of words from `at` that is a name, with its places, or None."""
        end = at
        while end < len(words) and end - at < _LONGEST and (words[end][:1].isupper() or words[end] in _JOINERS):
            end += 1
        while end > at:
            if words[end - 1][:1].isupper():
                entries = self.find(" ".join(words[at:end]))
                if entries:
                    return end - at, entries
            end -= 1
        return None

    def misspelt(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Return the large towns and capitals of the one name that this misses by a letter in its second half.

        Empty where the name is short or several names are as near; not meant for names that are known.
        """
        key = fold_place(name)
        if len(key) < _MISSPELT_FROM:
            return ()
        half = key[: len(key) // 2]
        at = bisect_left(self._cities, half)
        near: dict[str, list[GazetteerEntry]] = {}
        while at < len(self._cities) and self._cities[at].startswith(half):
            known = self._cities[at].partition("\t")[0]
            if abs(len(known) - len(key)) <= 1 and _one_letter_off(known, key):
                entry = self._parse(self._cities, at, known + "\t", admin=False)
                if entry is not None and (entry.population >= _MISSPELT_PEOPLE or entry.is_capital):
                    near.setdefault(known, []).append(entry)
            at += 1
        # Two spellings as near are no doubt as long as one town bears them both.
        shared = set.intersection(*({e.id for e in found} for found in near.values())) if near else set()
        return tuple({e.id: e for found in near.values() for e in found}.values()) if shared else ()

    def _look_up(self, key: str) -> tuple[GazetteerEntry, ...]:
        if not key:
            return ()
        if key in self._own:
            return self._own[key]
        found = list(self._small.get(key, ()))
        found += self._search(key)
        if not found and key.startswith("the "):
            return self._look_up(key[4:])
        if has_rank_word(key):
            bare = bare_admin_name(key)
            known = {entry.id for entry in found}
            found += [
                e for e in self._search(bare) if e.id not in known and e.kind in ("province", "district")
            ]  # fmt: skip
        found.sort(key=lambda e: (e.kind not in ("country", "region"), not e.is_capital, -e.population, e.id))
        return tuple(found)

    def _search(self, key: str) -> list[GazetteerEntry]:
        prefix = key + "\t"
        found: dict[str, GazetteerEntry] = {}
        for lines, admin in ((self._admins, True), (self._cities, False)):
            at = bisect_left(lines, prefix)
            while at < len(lines) and lines[at].startswith(prefix):
                entry = self._parse(lines, at, prefix, admin=admin)
                if entry is not None and (entry.id not in found or not entry.by_alias):
                    found[entry.id] = entry
                at += 1
        return list(found.values())

    def _parse(self, lines: list[str], at: int, prefix: str, *, admin: bool) -> GazetteerEntry | None:
        _, name, id_, rest = lines[at].split("\t", 3)
        alias = name == "="
        if alias:
            at = self._target(lines, rest + "\t", id_)
            if at < 0:
                return None
        return self._admin_entry(at, by_alias=alias) if admin else self._city_entry(at, by_alias=alias)

    @staticmethod
    def _target(lines: list[str], prefix: str, id_: str) -> int:
        at = bisect_left(lines, prefix)
        while at < len(lines) and lines[at].startswith(prefix):
            cells = lines[at].split("\t", 3)
            if cells[2] == id_ and cells[1] != "=":
                return at
            at += 1
        return -1

    def _city_entry(self, at: int, *, by_alias: bool) -> GazetteerEntry:
        cells = self._cities[at].split("\t")
        try:
            key, name, id_, code, lat, lon, people = cells[:7]
            where, population = (float(lat), float(lon)), int(people)
        except ValueError as error:
            raise DataFileInvalid(f"gazetteer.tsv.xz, line {self._first_line + at}: {error}.") from error
        parts = code.split(".")
        return GazetteerEntry(
            id="geonames:" + id_,
            name=name or _title(key),
            kind="city",
            country=parts[0],
            lat=where[0],
            lon=where[1],
            population=population,
            precision="town",
            radius_km=round(max(1.0, sqrt(population / _PEOPLE_PER_KM2 / pi)), 1),
            admin1=self._admin_name(".".join(parts[:2])) if len(parts) > 1 else None,
            admin2=self._admin_name(code) if len(parts) > 2 else None,
            code=code,
            is_capital=cells[-1] == "C",
            by_alias=by_alias,
        )

    def _admin_entry(self, at: int, *, by_alias: bool) -> GazetteerEntry:
        cells = self._admins[at].split("\t")
        try:
            key, name, id_, code, lat, lon, people, radius = cells
            where, population, reach = (float(lat), float(lon)), int(people), float(radius)
        except ValueError as error:
            raise DataFileInvalid(f"gazetteer.tsv.xz, line {at + 2}: {error}.") from error
        parts = code.split(".")
        province = len(parts) == 2
        shown = name or _title(key)
        return GazetteerEntry(
            id="geonames:" + id_,
            name=shown,
            kind="province" if province else "district",
            country=parts[0],
            lat=where[0],
            lon=where[1],
            population=population,
            precision="province" if province else "district",
            radius_km=reach,
            admin1=shown if province else self._admin_name(".".join(parts[:2])),
            admin2=None if province else shown,
            code=code,
            by_alias=by_alias,
        )

    def _index_admins(self) -> None:
        if self._admin_lines:
            return
        for at, line in enumerate(self._admins):
            cells = line.split("\t", 4)
            if cells[1] != "=" and len(cells) == 5:
                self._admin_lines[cells[3]] = at
                self._admin_names[cells[3]] = cells[1] or _title(cells[0])

    def _admin_name(self, code: str) -> str | None:
        self._index_admins()
        return self._admin_names.get(code)


def _one_letter_off(one: str, other: str) -> bool:
    """Tell whether one letter put in, left out, changed or swapped with the next makes one word the other."""
    at = 0
    while at < len(one) and at < len(other) and one[at] == other[at]:
        at += 1
    rest, ours = one[at:], other[at:]
    swapped = len(rest) > 1 and len(ours) > 1 and rest[:2] == ours[1::-1] and rest[2:] == ours[2:]
    return swapped or rest[1:] == ours[1:] or rest[1:] == ours or rest == ours[1:]


def _title(key: str) -> str:
    return " ".join(word.capitalize() for word in key.split(" "))


def _check_head(lines: list[str]) -> tuple[str, int]:
    """Return the release and the number of province rows; check counts and order."""
    cells = lines[0].split("\t")
    if len(cells) != 5 or cells[0] != "#vedette-gazetteer" or not (cells[3] + cells[4]).isdigit():
        raise DataFileInvalid("gazetteer.tsv.xz, line 1: not a gazetteer of this version of Vedette.")
    n_admins, n_cities = int(cells[3]), int(cells[4])
    if len(lines) != n_admins + n_cities + 2:
        raise DataFileInvalid(
            f"gazetteer.tsv.xz, line {len(lines)}: {n_admins + n_cities} rows announced, the file ends."
        )
    for first, last in ((1, n_admins), (n_admins + 1, n_admins + n_cities)):
        block = lines[first : last + 1]
        if block != sorted(block):
            bad = next(k for k in range(1, len(block)) if block[k - 1] > block[k])
            raise DataFileInvalid(f"gazetteer.tsv.xz, line {first + bad + 1}: rows are not in order.")
    return f"{cells[1]}-{cells[2]}", n_admins


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


def _read_countries(path: Path) -> dict[str, GazetteerEntry]:
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


class _Region(NamedTuple):
    entry: GazetteerEntry
    names: tuple[str, ...]
    adjectives: tuple[str, ...]


def _read_regions(path: Path) -> list[_Region]:
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
        found.append(_Region(entry, (name, *_listed(aliases)), _listed(adjectives)))
    return found


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _read_borders(path: Path) -> tuple[dict[tuple[str, str], GazetteerEntry], dict[tuple[str, str], float]]:
    found, lengths = {}, {}
    for number, (id_, one, other, km, lat, lon, radius) in _rows(path, 7):
        length, *where, reach = _numbers(path, number, km, lat, lon, radius)
        if one >= other:
            raise DataFileInvalid(f"{path.name}, line {number}: '{one}' does not stand before '{other}'.")
        found[one, other] = GazetteerEntry(
            id_, f"{one}-{other} border", "border", None, where[0], where[1], 0, "line", reach
        )
        lengths[one, other] = length
    return found, lengths


def _read_abbreviations(path: Path) -> dict[tuple[str, str], str]:
    found = {}
    for number, (text, target, where) in _rows(path, 3):
        if where not in ("free", "after"):
            raise DataFileInvalid(f"{path.name}, line {number}: '{where}' is neither free nor after.")
        found[text, where] = target
    return found


def _by_name(entries: list[tuple[GazetteerEntry, tuple[str, ...]]]) -> dict[str, tuple[GazetteerEntry, ...]]:
    found: dict[str, tuple[GazetteerEntry, ...]] = {}
    for entry, names in entries:
        for name in names:
            key = fold_place(name)
            if entry not in found.get(key, ()):
                found[key] = (*found.get(key, ()), entry)
    return found
