"""Reading the tables of actors: persons in office, and bodies of all kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from typing import cast

from vedette.knowledge.bodies import KINDS
from vedette.knowledge.tables import DATA, Row, read_table
from vedette.knowledge.types import KnownActor, StatusSpan
from vedette.model import ActorKind

BODY_COLUMNS = ("id", "name", "kind", "aliases", "country", "sectors", "first", "last", "as_of", "located", "src")
PERSON_COLUMNS = (
    "id", "name", "surnames", "aliases", "country", "office", "title", "sectors", "acts_for",
    "first", "last", "as_of", "src",
)  # fmt: skip
MEDIA_COLUMNS = (*BODY_COLUMNS, "ownership")
DOUBT = "~"
OWNERSHIP = frozenset({"state", "public", "party", "private"})
BODY_TABLES = (
    "armed_groups.tsv", "organisations.tsv", "bases.tsv", "media.tsv", "peoples.tsv",
    "armed_groups_listed.tsv", "organisations_listed.tsv",
)  # fmt: skip
PERSON_TABLES = ("leaders_curated.tsv", "leaders.tsv")
SECTORS = frozenset({
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "OPP", "PRE", "REF", "REL", "SOC",
})  # fmt: skip
NON_STATE = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
_COUNTRY = re.compile(r"[A-Z]{3}")


def read_bodies(path: Traversable) -> Iterator[KnownActor]:
    """Read a table of bodies; rows that share an id are the stretches of one body's life."""
    columns = MEDIA_COLUMNS if path.name == "media.tsv" else BODY_COLUMNS
    yield from bodies_of(read_table(path, columns))


def bodies_of(table: Iterable[Row]) -> Iterator[KnownActor]:
    """Return the bodies that rows with BODY_COLUMNS tell of."""
    for rows in _by_id(table):
        head = rows[0]
        yield KnownActor(
            id=head.text("id"),
            name=head.text("name"),
            kind=cast(ActorKind, head.one_of("kind", KINDS)),
            aliases=tuple(alias.removeprefix(DOUBT) for row in rows for alias in row.items("aliases")),
            doubtful=tuple(a.removeprefix(DOUBT) for row in rows for a in row.items("aliases") if a.startswith(DOUBT)),
            spans=tuple(_body_span(row) for row in rows),
            source=head.text("src"),
            located=_country(head, "located"),
            ownership=head.one_of("ownership", OWNERSHIP) if "ownership" in head.cells else None,
        )


def read_persons(path: Traversable) -> Iterator[KnownActor]:
    """Read a table of persons; rows that share an id are the offices of one person."""
    yield from persons_of(read_table(path, PERSON_COLUMNS))


def persons_of(table: Iterable[Row]) -> Iterator[KnownActor]:
    """Return the persons that rows with PERSON_COLUMNS tell of."""
    for rows in _by_id(table):
        head = rows[0]
        name = head.text("name")
        yield KnownActor(
            id=head.text("id"),
            name=name,
            kind="person",
            aliases=_aliases(rows),
            spans=_in_time(tuple(map(_person_span, rows))),
            source=head.text("src"),
            surnames=_surnames(rows, name),
        )


def load_bodies() -> list[KnownActor]:
    """Read all shipped tables of bodies."""
    return [actor for name in BODY_TABLES for actor in read_bodies(DATA / name)]


def load_persons() -> list[KnownActor]:
    """Read all shipped tables of persons; what is curated comes first and wins."""
    return [actor for name in PERSON_TABLES for actor in read_persons(DATA / name)]


def _by_id(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Gather rows by id; they stand together or apart, order kept."""
    gathered: dict[str, list[Row]] = {}
    for row in rows:
        gathered.setdefault(row.text("id"), []).append(row)
    yield from gathered.values()


def _aliases(rows: list[Row]) -> tuple[str, ...]:
    if len(rows) == 1:
        return rows[0].items("aliases")
    return tuple(dict.fromkeys(alias for row in rows for alias in row.items("aliases")))


def _in_time(spans: tuple[StatusSpan, ...]) -> tuple[StatusSpan, ...]:
    return spans if len(spans) == 1 else tuple(sorted(spans, key=lambda span: span.first or ""))


def _surnames(rows: list[Row], name: str) -> tuple[str, ...]:
    if len(rows) == 1 and not rows[0].cells["surnames"]:
        return (name.rsplit(maxsplit=1)[-1],)
    given = tuple(dict.fromkeys(part for row in rows for part in row.items("surnames")))
    return tuple(part for part in given if part != "-") if given else (name.rsplit(maxsplit=1)[-1],)


def _body_span(row: Row) -> StatusSpan:
    first, last = _days(row)
    return StatusSpan(first, last, _country(row, "country"), _sectors(row), None, None, row.day("as_of"))


def _person_span(row: Row) -> StatusSpan:
    first, last = _days(row)
    return StatusSpan(
        first,
        last,
        _country(row, "country"),
        _sectors(row),
        row.optional("acts_for"),
        row.optional("office"),
        row.day("as_of"),
        row.optional("title"),
    )


def _days(row: Row) -> tuple[str | None, str | None]:
    first, last = row.day("first"), row.day("last")
    if first and last and first > last:
        raise row.invalid(f"first {first} is after last {last}")
    return first, last


def _sectors(row: Row) -> tuple[str, ...]:
    sectors = row.items("sectors")
    unknown = [code for code in sectors if code not in SECTORS]
    if unknown:
        raise row.invalid(f"sectors has {unknown[0]!r}; known are {', '.join(sorted(SECTORS))}")
    return sectors


def _country(row: Row, column: str) -> str | None:
    code = row.cells[column]
    if code and not _COUNTRY.fullmatch(code):
        raise row.invalid(f"{column} is {code!r}, not a code of three capitals")
    return code or None
