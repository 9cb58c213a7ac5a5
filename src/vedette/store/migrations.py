"""Steps from an older schema to today's. A step is added with each change and never altered after."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Migration:
    """The statements that lead to one version of the schema."""

    version: int
    """The version the store has afterwards."""
    statements: tuple[str, ...]


MIGRATIONS: tuple[Migration, ...] = ()
"""In order of version. Empty: version 1 is the first."""
