"""Tables of the user's own, kept as plain CSV files in a folder beside the store.

They go before what is shipped: a name that stands in one means its row first, and on the days that its stretches
tell of they replace those of the shipped tables.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from vedette.errors import ConfigError, DataFileInvalid
from vedette.knowledge.actor_tables import bodies_of, persons_of
from vedette.knowledge.equipment import KnownEquipment
from vedette.knowledge.gazetteer import GazetteerEntry
from vedette.knowledge.tables import Row
from vedette.knowledge.types import KnownActor
from vedette.knowledge.user_rows import Allowed, read_rows
from vedette.model.place import PlacePrecision

_SUFFIX = ".csv"
_RADIUS_KM = 1.0
OwnPlace = tuple[GazetteerEntry, tuple[str, ...]]
"""A place, and all its names."""


@dataclass(frozen=True, slots=True)
class UserTable:
    """One table of the user's own, read and checked."""

    path: Path
    rows: tuple[Row, ...]
    digest: str
    """SHA-256 of the file."""

    @property
    def name(self) -> str:
        """What the table is called: its file's name without the suffix."""
        return self.path.stem


@dataclass(frozen=True, slots=True)
class OwnKnowledge:
    """What all tables of the user's own say together."""

    actors: tuple[KnownActor, ...] = ()
    places: tuple[OwnPlace, ...] = ()
    equipment: tuple[KnownEquipment, ...] = ()
    version: str = ""
    """Eight hex digits from the files; empty where there are none."""


def read_user_table(path: Path, allowed: Allowed | None = None) -> UserTable:
    """Read a table; raises DataFileInvalid that tells every error in it, each with file and line."""
    if not path.is_file():
        raise ConfigError(f"there is no table '{path}'.")
    rows = read_rows(path, allowed or Allowed.load())
    return UserTable(path, rows, hashlib.sha256(path.read_bytes()).hexdigest())


def read_user_tables(paths: Iterable[Path]) -> OwnKnowledge:
    """Read several tables; where two tell of one thing the earlier wins. Errors of all are told at once."""
    listed = list(dict.fromkeys(paths))
    if not listed:
        return OwnKnowledge()
    allowed, tables, wrong = Allowed.load(), [], []
    for path in listed:
        try:
            tables.append(read_user_table(path, allowed))
        except DataFileInvalid as error:
            wrong.append(str(error))
    if wrong:
        raise DataFileInvalid("\n".join(wrong))
    return own_knowledge(tables)


def own_knowledge(tables: Sequence[UserTable]) -> OwnKnowledge:
    """Return what tables say together; of places and equipment of one id the first counts."""
    rows = [row for table in tables for row in table.rows]
    digest = hashlib.sha256("".join(table.digest for table in tables).encode()).hexdigest()
    places = {one[0].id: one for one in reversed([_place(row) for row in rows if row.cells["lat"]])}
    equipment = {one.id: one for one in reversed([_equipment(r) for r in rows if r.cells["kind"] == "equipment"])}
    return OwnKnowledge(
        actors=tuple(actor for table in tables for actor in _actors(table.rows)),
        places=tuple(reversed(places.values())),
        equipment=tuple(reversed(equipment.values())),
        version=digest[:8],
    )


def folder_beside(store: Path) -> Path:
    """Return the folder that holds a store's tables: `border.db.knowledge` for `border.db`."""
    return store.with_name(store.name + ".knowledge")


def tables_beside(store: Path) -> tuple[Path, ...]:
    """Return the tables kept beside a store, by name; empty where there are none."""
    folder = folder_beside(store)
    if not folder.is_dir():
        return ()
    return tuple(sorted(path for path in folder.iterdir() if path.suffix == _SUFFIX and path.is_file()))


def keep_beside(store: Path, table: UserTable, *, replacing: bool = False) -> Path:
    """Copy a table beside a store and return where it is; raises ConfigError where one of its name differs."""
    kept = folder_beside(store) / f"{table.name}{_SUFFIX}"
    raw = table.path.read_bytes()
    if kept.is_file() and kept.read_bytes() != raw and not replacing:
        raise ConfigError(f"another table is kept as '{kept}'. Give --replace to put this one in its place.")
    kept.parent.mkdir(parents=True, exist_ok=True)
    unfinished = kept.with_name(kept.name + ".part")
    unfinished.write_bytes(raw)
    unfinished.replace(kept)
    return kept


def kept_table(store: Path, name: str) -> Path:
    """Return the table of a name kept beside a store; raises ConfigError that lists those there are."""
    there = {path.stem: path for path in tables_beside(store)}
    found = there.get(name.removesuffix(_SUFFIX))
    if found is None:
        known = ", ".join(there) or "none"
        raise ConfigError(f"there is no table {name!r} beside '{store}'. Kept there: {known}.")
    return found


def _actors(rows: Sequence[Row]) -> Iterator[KnownActor]:
    bodies = [row for row in rows if row.cells["kind"] not in ("person", "place", "equipment")]
    persons = [row for row in rows if row.cells["kind"] == "person"]
    for actor in (*bodies_of(bodies), *persons_of(persons)):
        yield replace(actor, source=f"{rows[0].file}: {actor.source}")


def _place(row: Row) -> OwnPlace:
    country = row.cells["located"] or row.cells["country"]
    name = row.text("name")
    entry = GazetteerEntry(
        id=row.text("id"),
        name=name,
        kind="region",  # a kind that is believed without a count of people
        country=country or None,
        lat=row.number("lat"),
        lon=row.number("lon"),
        population=0,
        precision=cast(PlacePrecision, row.cells["precision"] or "point"),
        radius_km=row.number("radius_km") if row.cells["radius_km"] else _RADIUS_KM,
        code=country,
        src=_src(row),
    )
    return entry, (name, *(alias.removeprefix("~") for alias in row.items("aliases")))


def _equipment(row: Row) -> KnownEquipment:
    return KnownEquipment(
        id=row.text("id"),
        name=row.text("name"),
        aliases=row.items("aliases"),
        category=row.text("category"),
        calibre_mm=row.number("calibre_mm") if row.cells["calibre_mm"] else None,
        origin=row.optional("country"),
        src=_src(row),
    )


def _src(row: Row) -> str:
    return f"{row.file}: {row.text('src')}"
