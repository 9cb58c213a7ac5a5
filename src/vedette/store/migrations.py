"""Steps from an older schema to today's. A step is added with each change and never altered after."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Migration:
    """The statements that lead to one version of the schema."""

    version: int
    """The version the store has afterwards."""
    statements: tuple[str, ...]


MIGRATIONS: tuple[Migration, ...] = (Migration(2, ("ALTER TABLE report ADD COLUMN author TEXT",)),)
"""In order of version; version 1 is the first that was written."""
