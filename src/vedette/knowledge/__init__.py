"""What is known of the world: countries, actors, equipment and places, each with its dates."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
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
    """Twelve hex digits, derived from the data files: the same tables give the same version. A user's own
    tables add "+" and eight digits."""


def load_knowledge(tables: Sequence[Path] = ()) -> Knowledge:
    """Read every table; raises DataFileInvalid naming file and line where one is malformed.

    tables: a user's own CSV tables (see `vedette.knowledge.user_tables`). Their rows go before curated ones, as
    those go before derived ones; of several tables the first is the strongest.
    """
    from vedette.knowledge.gazetteer import Gazetteer  # noqa: PLC0415 - much larger than the rest, read only here
    from vedette.knowledge.user_tables import read_user_tables  # noqa: PLC0415

    own = read_user_tables(tables)
    # The places are being unpacked, which needs no interpreter, while the other tables are read.
    with ThreadPoolExecutor(1) as aside:
        unpacking = aside.submit(Gazetteer.load)
        countries = Countries.load()
        actors = Actors.load(countries, own.actors)
        gazetteer = unpacking.result()
    return Knowledge(
        countries=countries,
        actors=actors,
        equipment=EquipmentTable.load(own=own.equipment),
        gazetteer=gazetteer.with_own(own.places) if own.places else gazetteer,
        version=f"{_digest()}+{own.version}" if own.version else _digest(),
    )


def _digest() -> str:
    digest = hashlib.sha256()
    for path in sorted(DATA.iterdir(), key=lambda path: path.name):
        if path.is_file():
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
