"""The large table of places: provinces, districts and cities as lines sorted by look-up name.

A row is parsed only when it is asked for, so that loading costs the decompression and little more.
"""

from __future__ import annotations

import hashlib
import lzma
from bisect import bisect_left
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from math import pi, sqrt
from pathlib import Path

from vedette.errors import DataFileInvalid
from vedette.knowledge.place_entries import GazetteerEntry

_STREAM = b"\xfd7zXZ\x00"
"""What every compressed stream begins with; the file holds several, to be unpacked side by side."""
_PEOPLE_PER_KM2 = 2500.0
_MISSPELT_PEOPLE = 100_000


@dataclass(slots=True, eq=False)
class PlaceRows:
    """Provinces, districts and cities by folded name."""

    version: str
    """Form of the table, input and digest."""
    _admins: list[str] = field(repr=False)
    _cities: list[str] = field(repr=False)
    _first_line: int = field(repr=False)
    """Line number of the first city, for messages."""
    _admin_names: dict[str, str] = field(default_factory=dict, repr=False)
    _admin_lines: dict[str, int] = field(default_factory=dict, repr=False)

    @classmethod
    def load(cls, path: Path) -> PlaceRows:
        """Read the table; raises DataFileInvalid, naming file and line, where it is malformed."""
        raw = path.read_bytes()
        try:
            lines = _unpacked(raw).decode("utf-8").split("\n")
        except (lzma.LZMAError, UnicodeDecodeError) as error:
            raise DataFileInvalid(f"gazetteer.tsv.xz: cannot be unpacked ({error}).") from error
        release, n_admins = _check_head(lines)
        return cls(
            version=f"{release}+{hashlib.sha256(raw).hexdigest()[:8]}",
            _admins=lines[1 : n_admins + 1],
            _cities=lines[n_admins + 1 : -1],
            _first_line=n_admins + 2,
        )

    def __len__(self) -> int:
        """Return the number of rows, other names included."""
        return len(self._admins) + len(self._cities)

    def search(self, key: str) -> list[GazetteerEntry]:
        """Return the places a folded name finds, in no order."""
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

    def admin(self, code: str) -> GazetteerEntry | None:
        """Return the province or district of a code ("USA.KY"), or None."""
        self._index_admins()
        line = self._admin_lines.get(code)
        return self._admin_entry(line, by_alias=False) if line is not None else None

    def misspelt(self, key: str) -> tuple[GazetteerEntry, ...]:
        """Return the large towns and capitals of the one name that this misses by a letter in its second half."""
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


def _unpacked(raw: bytes) -> bytes:
    """Return the text of all streams; they are unpacked at the same time where there are processors for it."""
    starts = [0]
    while (at := raw.find(_STREAM, starts[-1] + 1)) > 0:
        starts.append(at)
    pieces = [raw[start:end] for start, end in zip(starts, [*starts[1:], len(raw)], strict=True)]
    if len(pieces) == 1:
        return lzma.decompress(raw)
    with ThreadPoolExecutor(len(pieces)) as pool:
        return b"".join(pool.map(lzma.decompress, pieces))


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
