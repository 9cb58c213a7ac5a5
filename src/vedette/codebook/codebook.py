"""The codebook: event types, modes, contexts and sectors, read from the tables beside this file."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, get_args

from vedette.errors import DataFileInvalid
from vedette.model import EventType


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """One event type of the codebook."""

    name: EventType
    quad_class: int
    recipient_required: bool
    is_verbal: bool
    """True for speech acts, whose status is that of the speech."""
    is_mutual: bool
    """True where all parties may stand among the actors."""
    score: float
    """PLOVER's conflict-cooperation score, -10 to 10."""
    meaning: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """All tables, with the words that give modes and contexts."""

    types: Mapping[EventType, TypeEntry]
    modes: Mapping[EventType, tuple[str, ...]]
    mode_words: Mapping[EventType, Mapping[str, str]]
    """Type → lemma → mode."""
    contexts: tuple[str, ...]
    context_words: Mapping[str, tuple[str, ...]]
    """Lemma → contexts."""
    context_sectors: Mapping[str, str]
    """Sector → context."""
    sectors: Mapping[str, str]
    version: str
    """Short digest of the tables."""


def load_codebook() -> Codebook:
    """Read the shipped codebook. Raises DataFileInvalid naming the file and the entry."""
    digest = hashlib.sha256()
    types = _types(_table("types.toml", digest))
    modes = _table("modes.toml", digest)
    contexts = _table("contexts.toml", digest)
    if unknown := set(modes) - set(types):
        raise DataFileInvalid(f"codebook/modes.toml: [{sorted(unknown)[0]}] is no event type")
    words: dict[str, tuple[str, ...]] = {}
    for context, entry in contexts.items():
        for word in entry.get("words", "").split():
            words[word] = (*words.get(word, ()), context)
    return Codebook(
        types=types,
        modes={name: tuple(modes.get(name, {})) for name in types},
        mode_words={
            name: {w: mode for mode, listed in modes.get(name, {}).items() for w in listed.split()} for name in types
        },
        contexts=tuple(contexts),
        context_words=words,
        context_sectors={
            sector: context for context, entry in contexts.items() for sector in entry.get("sectors", "").split()
        },
        sectors=_table("sectors.toml", digest)["sectors"],
        version=digest.hexdigest()[:12],
    )


def _table(name: str, digest: Any) -> dict[str, Any]:
    text = (resources.files("vedette.codebook") / name).read_text(encoding="utf-8")
    digest.update(text.encode())
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataFileInvalid(f"codebook/{name}: {error}") from error


def _types(table: dict[str, Any]) -> dict[EventType, TypeEntry]:
    found: dict[EventType, TypeEntry] = {}
    for row in table["type"]:
        name = row.get("name")
        if name not in get_args(EventType):
            raise DataFileInvalid(f"codebook/types.toml: {name!r} is none of {get_args(EventType)}")
        found[name] = TypeEntry(
            name, row["quad_class"], row["recipient_required"], row["verbal"], row["mutual"], row["score"],
            row["meaning"],
        )  # fmt: skip
    return found
