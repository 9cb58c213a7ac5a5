"""What does not fit together in the tables: overlaps of office, names of several actors, conflicts, open ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from vedette.knowledge.actor_tables import NON_STATE
from vedette.knowledge.actors import Actors
from vedette.knowledge.naming import name_atoms
from vedette.knowledge.offices import ONE_AT_A_TIME
from vedette.knowledge.spelling import sound
from vedette.knowledge.types import KnownActor, StatusSpan

OVERLAP, SHARED_NAME, CONFLICT, OPEN_END = "overlap of office", "name of several", "same person twice", "open end"
_LONGEST_HANDOVER = 31
"""Days two holders of one office may overlap, for sources differ on the day of a handover."""
_ENDLESS = "9999-12-31"
_SINCE = "2014-01-01"
"""Older overlaps are those of lists that name years, not days."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in the tables that somebody should look at."""

    kind: str
    subject: str
    """The office, name or person."""
    ids: tuple[str, ...]
    detail: str


def findings(actors: Actors) -> Iterator[Finding]:
    """Return what does not fit together, kind by kind, in a stable order."""
    everyone = sorted(actors, key=lambda actor: actor.id)
    yield from _overlaps(everyone)
    yield from _conflicts(everyone)
    yield from _shared_names(everyone)
    yield from _open_ends(everyone)


def _overlaps(everyone: list[KnownActor]) -> Iterator[Finding]:
    tenures: dict[tuple[str, str], list[tuple[str, str, KnownActor]]] = {}
    for actor in everyone:
        for span in actor.spans:
            if span.office in ONE_AT_A_TIME and span.country and span.country not in NON_STATE:
                tenure = (span.first or "", span.last or span.as_of or _ENDLESS, actor)
                tenures.setdefault((span.country, span.office), []).append(tenure)
    for (country, office), held in sorted(tenures.items()):
        held.sort(key=lambda one: (one[0], one[1], one[2].id))
        for (first, last, one), (next_first, _, other) in pairwise(held):
            if (
                one.id != other.id
                and max(first, _SINCE) <= next_first < last
                and _days(next_first, last) > _LONGEST_HANDOVER
            ):
                yield Finding(OVERLAP, f"{office} of {country}", (one.id, other.id), f"{next_first} to {last}")


def _conflicts(everyone: list[KnownActor]) -> Iterator[Finding]:
    """Persons of one name, spelled alike or otherwise, in office for one country, who stand under two ids."""
    by_key: dict[tuple[str, str], list[KnownActor]] = {}
    for actor in everyone:
        if actor.kind == "person":
            for country in dict.fromkeys(span.country for span in actor.spans if span.country):
                by_key.setdefault((sound(actor.name), country), []).append(actor)
    for (_, country), twins in sorted(by_key.items()):
        if len(twins) > 1:
            names = ", ".join(dict.fromkeys(twin.name for twin in twins))
            yield Finding(CONFLICT, names, tuple(twin.id for twin in twins), country)


def _shared_names(everyone: list[KnownActor]) -> Iterator[Finding]:
    by_name: dict[str, list[KnownActor]] = {}
    for actor in everyone:
        for name in dict.fromkeys(" ".join(name_atoms(n)) for n in (actor.name, *actor.aliases)):
            by_name.setdefault(name, []).append(actor)
    for name, sharing in sorted(by_name.items()):
        if len(sharing) > 1:
            countries = {span.country or "" for actor in sharing for span in actor.spans}
            detail = "of " + ", ".join(sorted(filter(None, countries)))
            yield Finding(SHARED_NAME, name, tuple(actor.id for actor in sharing), detail)


def _open_ends(everyone: list[KnownActor]) -> Iterator[Finding]:
    """Offices without an end that nobody has looked at: they carry no `as_of`."""
    for actor in everyone:
        for span in actor.spans:
            if span.office is not None and span.last is None and span.as_of is None:
                yield Finding(OPEN_END, actor.name, (actor.id,), f"{span.office}, since {span.first or '?'}")


def _days(one: str, other: str) -> int:
    """Roughly how many days lie between two ISO days."""
    (y1, m1, d1), (y2, m2, d2) = (map(int, day.split("-")) for day in (one, other))
    return (y2 - y1) * 365 + (m2 - m1) * 30 + d2 - d1


def is_beyond(span: StatusSpan, day: str) -> bool:
    """Tell whether a stretch without an end is only known to hold up to a day before `day`."""
    return span.last is None and span.as_of is not None and span.as_of < day
