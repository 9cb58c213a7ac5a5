"""Reading and checking a table of the user's own: CSV, every error with its file and line."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from vedette.errors import DataFileInvalid
from vedette.knowledge.actor_tables import NON_STATE, SECTORS
from vedette.knowledge.bodies import KINDS
from vedette.knowledge.countries import Countries
from vedette.knowledge.equipment import CATEGORY_COLUMNS
from vedette.knowledge.tables import DATA, Row, read_table

COLUMNS = (
    "id", "name", "kind", "aliases", "country", "sectors", "first", "last", "as_of", "located", "src", "lat", "lon",
)  # fmt: skip
PERSON_ONLY = ("surnames", "office", "title", "acts_for")
EQUIPMENT_ONLY = ("category", "calibre_mm")
PLACE_ONLY = ("precision", "radius_km")
MORE = (*PERSON_ONLY, *EQUIPMENT_ONLY, *PLACE_ONLY)
REQUIRED = ("id", "name", "kind", "src")
PRECISIONS = frozenset({"point", "town", "district", "province", "region", "line"})
_LISTS = ("aliases", "sectors", "surnames")
_ID = re.compile(r"[a-z][a-z0-9_-]{0,19}:[^\s:]{1,120}")
_RESERVED = frozenset({"x", "m", "c", "r", "demonym", "seat", "state", "country"})
"""First parts of ids that mean something else: unknown actors, mentions, claims, reports, words for a country."""
_LONGEST_NAME = 200
_MOST_BYTES = 32_000_000
_MOST_TOLD = 50


@dataclass(frozen=True, slots=True)
class Allowed:
    """The codes that cells are checked against."""

    countries: Countries
    categories: frozenset[str]

    @classmethod
    def load(cls) -> Allowed:
        """Read them from the shipped tables."""
        table = read_table(DATA / "equipment_categories.tsv", CATEGORY_COLUMNS)
        return cls(Countries.load(), frozenset(row.text("category") for row in table))


def read_rows(path: Path, allowed: Allowed) -> tuple[Row, ...]:
    """Read and check a table; raises DataFileInvalid with every error, each with file and line."""
    rows: list[Row] = []
    wrong: list[str] = []
    for row in _rows(path):
        rows.append(row)
        wrong.extend(_errors(row, allowed))
    wrong.extend(_mixed(rows))
    if wrong:
        more = [f"… and {len(wrong) - _MOST_TOLD} more."] if len(wrong) > _MOST_TOLD else []
        raise DataFileInvalid("\n".join([*wrong[:_MOST_TOLD], *more]))
    if not rows:
        raise DataFileInvalid(f"{path.name}: no rows below the header.")
    return tuple(rows)


def _rows(path: Path) -> Iterator[Row]:
    """Yield the rows as they stand, cells stripped, absent columns empty; lines that begin with # are notes."""
    lines = list(StringIO(_text(path), newline=""))
    header: list[str] | None = None
    table = csv.reader(lines, delimiter=_delimiter(lines), strict=True)
    before = 0
    try:
        for cells in table:
            line, before = before + 1, table.line_num
            if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
                continue
            if header is None:
                header = [cell.strip().lower() for cell in cells]
                _check_header(path, line, header)
                continue
            if len(cells) != len(header):
                raise DataFileInvalid(f"{path.name}, line {line}: {len(cells)} cells, the header has {len(header)}.")
            yield Row(path.name, line, _cells(header, cells))
    except csv.Error as error:
        raise DataFileInvalid(f"{path.name}, line {table.line_num}: {error}.") from error
    if header is None:
        raise DataFileInvalid(f"{path.name}: empty. Its first line must name columns: {','.join(COLUMNS)}")


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else None
    except OSError as error:
        raise DataFileInvalid(f"'{path}' cannot be read: {error.strerror or error}.") from error
    if raw is None:
        raise DataFileInvalid(f"'{path}' is larger than {_MOST_BYTES // 10**6} MB; no table of actors is.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise DataFileInvalid(f"{path.name}, line {line}: not UTF-8. Save the table as CSV UTF-8.") from None


def _delimiter(lines: list[str]) -> str:
    """Return what parts the cells of the header: a comma, or what spreadsheets write in its stead."""
    head = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    return max(",\t;", key=lambda mark: (head.count(mark), mark == ","))


def _check_header(path: Path, line: int, header: list[str]) -> None:
    unknown = [name for name in header if name not in (*COLUMNS, *MORE)]
    missing = [name for name in REQUIRED if name not in header]
    twice = [name for name in dict.fromkeys(header) if header.count(name) > 1]
    told = [f"column {name!r} is not known" for name in unknown]
    told += [f"column {name!r} is missing" for name in missing]
    told += [f"column {name!r} stands twice" for name in twice]
    if told:
        known = ", ".join((*COLUMNS, *MORE))
        raise DataFileInvalid(f"{path.name}, line {line}: {'; '.join(told)}.\nColumns may be {known}.")


def _cells(header: list[str], cells: list[str]) -> dict[str, str]:
    given = dict.fromkeys((*COLUMNS, *MORE), "") | {
        name: " ".join(cell.split()) for name, cell in zip(header, cells, strict=True)
    }
    for name in _LISTS:
        given[name] = "; ".join(part for piece in given[name].split(";") if (part := piece.strip()))
    return given


def _errors(row: Row, allowed: Allowed) -> Iterator[str]:
    """Yield everything that is wrong with one row."""
    checks: list[Callable[[], object]] = [
        lambda: _check_id(row),
        lambda: _check_names(row),
        lambda: row.one_of("kind", KINDS | {"place", "equipment"}),
        lambda: row.text("src"),
        lambda: _check_country(row, "country", allowed),
        lambda: _check_country(row, "located", allowed),
        lambda: _check_sectors(row),
        lambda: row.day("first"),
        lambda: row.day("last"),
        lambda: row.day("as_of"),
        lambda: _check_order(row),
        lambda: _check_point(row),
        lambda: _check_kind(row, allowed),
    ]
    for check in checks:
        try:
            check()
        except DataFileInvalid as error:
            yield str(error)


def _check_id(row: Row) -> None:
    id_ = row.text("id")
    if not _ID.fullmatch(id_) or not id_.isprintable():
        raise row.invalid(
            f"id is {id_!r}; it needs a short kind, a colon and a name without spaces, such as g:my-group"
        )
    if id_.partition(":")[0] in _RESERVED:
        raise row.invalid(f"id is {id_!r}; ids that begin with {id_.partition(':')[0]}: mean something else")


def _check_names(row: Row) -> None:
    for name in (row.text("name"), *row.items("aliases"), *row.items("surnames")):
        if len(name) > _LONGEST_NAME or not name.isprintable():
            raise row.invalid(f"{name[:40]!r} is no name: longer than {_LONGEST_NAME} characters, or not printable")
        if name != "-" and not any(letter.isalnum() for letter in name):
            raise row.invalid(f"{name!r} is no name: without a letter")
        if row.cells["kind"] == "place" and not any(letter.isupper() for letter in name):
            raise row.invalid(f"{name!r} has no capital; reports write the names of places with one")


def _check_country(row: Row, column: str, allowed: Allowed) -> None:
    code = row.cells[column]
    if not code or code in NON_STATE or allowed.countries.get(code) is not None:
        return
    countries = allowed.countries
    meant = countries.by_iso2(code.upper()) or countries.get(code.upper()) or countries.named(code)
    hint = f"perhaps {meant.iso3} is meant" if meant else "use ISO 3166 alpha-3, such as TJK"
    raise row.invalid(f"{column} is {code!r}; {hint}")


def _check_sectors(row: Row) -> None:
    unknown = [code for code in row.items("sectors") if code not in SECTORS]
    if unknown:
        raise row.invalid(f"sectors has {', '.join(map(repr, unknown))}; known are {', '.join(sorted(SECTORS))}")


def _check_order(row: Row) -> None:
    first, last, as_of = (row.cells[column] for column in ("first", "last", "as_of"))
    if first and last and first > last:
        raise row.invalid(f"first {first} is after last {last}")
    if first and as_of and not last and first > as_of:
        raise row.invalid(f"first {first} is after as_of {as_of}")


def _check_point(row: Row) -> None:
    if not row.cells["lat"] and not row.cells["lon"]:
        if row.cells["kind"] == "place":
            raise row.invalid("a place needs lat and lon")
        return
    for column, most in (("lat", 90.0), ("lon", 180.0)):
        if not -most <= row.number(column) <= most:  # also false for "nan"
            raise row.invalid(f"{column} is {row.cells[column]}; it runs from -{most:g} to {most:g}")


def _check_kind(row: Row, allowed: Allowed) -> None:
    """Check the columns that only one kind has."""
    kind = row.cells["kind"]
    for column in MORE:
        of = "person" if column in PERSON_ONLY else "equipment" if column in EQUIPMENT_ONLY else "place"
        is_place = of == "place" and row.cells["lat"]
        if row.cells[column] and kind != of and not is_place:
            raise row.invalid(f"{column} is only for {of} rows, this one is {kind or 'without kind'}")
    if kind == "equipment":
        row.one_of("category", allowed.categories)
    if row.cells["precision"]:
        row.one_of("precision", PRECISIONS)
    for column in ("calibre_mm", "radius_km"):
        if row.cells[column] and not 0 < row.number(column) < 20_000:
            raise row.invalid(f"{column} is {row.cells[column]}, not a number of millimetres or kilometres above 0")


def _mixed(rows: list[Row]) -> Iterator[str]:
    """Yield what rows that share an id disagree on: they are stretches of one thing's life."""
    heads: dict[str, Row] = {}
    for row in rows:
        head = heads.setdefault(row.cells["id"], row)
        same = all(head.cells[column] == row.cells[column] for column in ("kind", "name"))
        if head is not row and row.cells["id"] and not same:
            yield str(row.invalid(f"{row.cells['id']} has another name or kind on line {head.line}"))
        elif head is not row and row.cells["kind"] in ("place", "equipment"):
            yield str(row.invalid(f"{row.cells['id']} stands on line {head.line} already"))
