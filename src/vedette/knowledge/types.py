"""Rows of the knowledge tables."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model import ActorKind


@dataclass(frozen=True, slots=True)
class StatusSpan:
    """What an actor was during one stretch of time."""

    first: str | None
    """ISO day; None where open."""
    last: str | None
    """ISO day; None where open, which means current only up to `as_of`."""
    country: str | None
    sectors: tuple[str, ...]
    acts_for: str | None
    """Body acted for (`gov:RUS`); None for bodies themselves."""
    office: str | None
    """"head of state", "head of government", "foreign minister" …; None where no office."""
    as_of: str | None = None
    """Day on which an open end was last known to hold."""
    title: str | None = None
    """What the holder is called: "President", "Queen", "Chancellor"; None where no office."""

    def is_beyond(self, day: str) -> bool:
        """Tell whether a day lies after the last check of an open end, so that nobody knows whether it still held."""
        return self.last is None and self.as_of is not None and self.as_of < day


@dataclass(frozen=True, slots=True)
class KnownActor:
    """One actor of the knowledge tables."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    spans: tuple[StatusSpan, ...]
    """In order of time; the last that holds on a day is the one that counts."""
    source: str
    located: str | None = None
    """Country a base or unit stands in, where that differs from its own."""
    surnames: tuple[str, ...] = ()
    """Names a report may use alone after the first mention, spellings included; persons only."""
    doubtful: tuple[str, ...] = ()
    """Those aliases that are also plain words or surnames; they count only where an organisation is seen."""
    ownership: str | None = None
    """Of an outlet: state, public, party or private; None for all else."""
