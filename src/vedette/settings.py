"""Settings a user can give once in the environment instead of with each command."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DEFAULT_STORE = Path("vedette.db")


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every command."""

    store: Path = DEFAULT_STORE
    """VEDETTE_STORE: the store that commands read and write where --store is not given."""
    knowledge: tuple[Path, ...] = ()
    """VEDETTE_KNOWLEDGE: tables of your own that are always used, parted as in PATH."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Return the settings the environment gives."""
        tables = environment.get("VEDETTE_KNOWLEDGE", "").split(os.pathsep)
        return cls(
            store=Path(environment.get("VEDETTE_STORE") or DEFAULT_STORE),
            knowledge=tuple(Path(table) for table in tables if table),
        )
