"""What a table of the user's own shares with what is known already, so that nobody is surprised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vedette.knowledge.tables import Row
from vedette.knowledge.user_tables import UserTable

if TYPE_CHECKING:
    from vedette.knowledge import Knowledge

_MOST = 3


def remarks(table: UserTable, knowledge: Knowledge) -> Iterator[str]:
    """Yield what is worth telling of a sound table, with file and line: what is known already, what lacks dates."""
    seen: set[str] = set()
    for row in table.rows:
        where, id_ = f"{row.file}, line {row.line}", row.text("id")
        if id_ not in seen:
            yield from (f"{where}: {told}" for told in _known_already(row, id_, knowledge))
        seen.add(id_)
        is_dated = row.cells["kind"] in ("person", "armed_group") or row.cells["first"]
        if is_dated and not row.cells["last"] and not row.cells["as_of"]:
            yield f"{where}: {id_} has no last day and no as_of; it is taken to hold for ever"


def _known_already(row: Row, id_: str, knowledge: Knowledge) -> Iterator[str]:
    kind = row.cells["kind"]
    if kind not in ("place", "equipment") and knowledge.actors.get(id_) is not None:
        yield f"{id_} is known already; on the days of your row your row holds"
    for name in (row.text("name"), *(alias.removeprefix("~") for alias in row.items("aliases"))):
        others = [other for other in _named(name, kind, knowledge) if other != id_]
        if others:
            more = f" and {len(others) - _MOST} more" if len(others) > _MOST else ""
            yield f"'{name}' is also a name of {', '.join(others[:_MOST])}{more}; yours comes first"


def _named(name: str, kind: str, knowledge: Knowledge) -> list[str]:
    if kind == "place":
        return [entry.id for entry in knowledge.gazetteer.find(name)]
    if kind == "equipment":
        item = knowledge.equipment.named(name)
        return [item.id] if item is not None else []
    country = knowledge.countries.named(name)
    states = [f"state:{country.iso3}"] if country is not None else []
    return [*states, *(actor.id for actor in knowledge.actors.named(name))]
