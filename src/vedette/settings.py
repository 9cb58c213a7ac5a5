"""Settings a user can give once, in a file or the environment, instead of with each command."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vedette.errors import DataFileInvalid

DEFAULT_STORE = Path("vedette.db")
SETTINGS_FILE = Path("vedette.toml")
_KEYS = ("store", "knowledge", "lexicon")


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every command."""

    store: Path = DEFAULT_STORE
    """VEDETTE_STORE: the store that commands read and write where --store is not given."""
    knowledge: tuple[Path, ...] = ()
    """VEDETTE_KNOWLEDGE: tables of your own that are always used, parted as in PATH."""
    lexicon: tuple[Path, ...] = ()
    """VEDETTE_LEXICON: files or folders of triggers of your own that are always used, parted as in PATH."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Return the settings of the environment, then of the settings file, then the defaults.

        The file is $VEDETTE_SETTINGS, else `vedette.toml` of the working folder where there is one; its paths are
        relative to it. Raises DataFileInvalid where it cannot be read or holds what is not known.
        """
        asked = environment.get("VEDETTE_SETTINGS")
        path = Path(asked) if asked else SETTINGS_FILE
        told = _read(path) if asked or path.is_file() else {}
        return cls(
            store=Path(environment["VEDETTE_STORE"])
            if environment.get("VEDETTE_STORE")
            else next(iter(told.get("store", ())), DEFAULT_STORE),
            knowledge=_paths(environment.get("VEDETTE_KNOWLEDGE", "")) or told.get("knowledge", ()),
            lexicon=_paths(environment.get("VEDETTE_LEXICON", "")) or told.get("lexicon", ()),
        )


def _paths(joined: str) -> tuple[Path, ...]:
    return tuple(Path(path) for path in joined.split(os.pathsep) if path)


def _read(path: Path) -> dict[str, tuple[Path, ...]]:
    try:
        table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataFileInvalid(f"{path}: the settings cannot be read ({error})") from error
    found: dict[str, tuple[Path, ...]] = {}
    for key, value in table.items():
        listed = [value] if isinstance(value, str) else value
        is_good = key in _KEYS and isinstance(listed, list) and all(isinstance(one, str) for one in listed)
        if not is_good or (key == "store" and not isinstance(value, str)):
            raise DataFileInvalid(
                f'{path}: {key} = {value!r} is not understood; known: store = "PATH", '
                'knowledge = ["FILE.csv"], lexicon = ["FILE.toml"]'
            )
        found[key] = tuple(path.parent / one for one in listed)
    return found
