"""What is known of the world: countries, actors, equipment and places, each with its dates."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.knowledge.actors import Actors
from vedette.knowledge.countries import Countries, Country
from vedette.knowledge.equipment import EquipmentTable, KnownEquipment
from vedette.knowledge.tables import DATA
from vedette.knowledge.types import KnownActor, StatusSpan

if TYPE_CHECKING:
    from vedette.knowledge.gazetteer import Gazetteer

__all__ = [
    "Actors", "Countries", "Country", "EquipmentTable", "Knowledge", "KnownActor", "KnownEquipment", "StatusSpan",
    "load_knowledge",
]  # fmt: skip


@dataclass(frozen=True)
class Knowledge:
    """All tables together, ready to be asked."""

    countries: Countries
    actors: Actors
    equipment: EquipmentTable
    gazetteer: Gazetteer
    version: str
    """Twelve hex digits, derived from the data files: the same tables give the same version."""


def load_knowledge() -> Knowledge:
    """Read every table; raises DataFileInvalid naming file and line where one is malformed."""
    from vedette.knowledge.gazetteer import Gazetteer  # noqa: PLC0415 - much larger than the rest, read only here

    countries = Countries.load()
    return Knowledge(
        countries=countries,
        actors=Actors.load(countries),
        equipment=EquipmentTable.load(),
        gazetteer=Gazetteer.load(),
        version=_digest(),
    )


def _digest() -> str:
    digest = hashlib.sha256()
    for path in sorted(DATA.iterdir(), key=lambda path: path.name):
        if path.is_file():
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
