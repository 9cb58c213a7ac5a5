"""Actor: the known thing. Party: an actor as one stretch of text names it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vedette.model.span import Span

ActorKind = Literal[
    "state", "government", "military", "police", "armed_group", "party", "igo", "ngo",
    "media", "company", "organisation", "person", "people",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Actor:
    """A known or provisional doer, with country and sectors as of one day."""

    id: str
    """`gov:RUS`, `mil:TJK`, `p:…`, `g:…`; provisional actors begin with `x:`."""
    name: str
    kind: ActorKind
    country: str | None = None
    """ISO 3166 alpha-3 or a PLOVER non-state code (IGO, UNO, NGO …); None when unknown."""
    sectors: tuple[str, ...] = ()
    """PLOVER sector codes, main one first."""
    acts_for: str | None = None
    """Id of the office or body a person acts for; None where it acts for itself."""
    located: str | None = None
    """Country in which a base or unit stands, where that is not `country`; else None."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as named by one span: a doer, a recipient or a speaker."""

    span: Span
    actor: Actor
    head: int = -1
    """Index in the reading's tokens of the noun the span hangs on; -1 where unknown."""


@dataclass(frozen=True, slots=True)
class ActorMentions:
    """One actor of a report with all the spans that name it."""

    actor: Actor
    mentions: tuple[Span, ...]
