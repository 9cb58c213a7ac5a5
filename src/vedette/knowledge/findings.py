"""What does not fit together in the tables: overlaps of office, names of several actors, conflicts, open ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vedette.knowledge.actor_tables import NON_STATE
from vedette.knowledge.actors import Actors
from vedette.knowledge.naming import name_atoms
from vedette.knowledge.offices import ONE_AT_A_TIME
from vedette.knowledge.spelling import sound
from vedette.knowledge.types import KnownActor

OVERLAP, SHARED_NAME, TWICE, OPEN_END = "overlap of office", "name of several", "same person twice", "open end"
CONFLICT = "derived against curated"
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
        _, last, one = held[0]
        for first, end, other in held[1:]:
            if one.id != other.id and first >= _SINCE and first < last:
                until = min(last, end)
                if _days(first, until) > _LONGEST_HANDOVER:
                    yield Finding(OVERLAP, f"{office} of {country}", (one.id, other.id), f"{first} to {until}")
            if end > last:
                last, one = end, other


def _conflicts(everyone: list[KnownActor]) -> Iterator[Finding]:
    """Persons of one name, spelled alike or otherwise, in office for one country, who stand under two ids.

    Where one of them is curated and another derived, the two tables do not agree on one person.
    """
    by_key: dict[tuple[str, str], list[KnownActor]] = {}
    for actor in everyone:
        if actor.kind == "person":
            for country in dict.fromkeys(span.country for span in actor.spans if span.country):
                by_key.setdefault((sound(actor.name), country), []).append(actor)
    for (_, country), twins in sorted(by_key.items()):
        if len(twins) > 1:
            names = ", ".join(dict.fromkeys(twin.name for twin in twins))
            kind = CONFLICT if len({is_curated(twin) for twin in twins}) > 1 else TWICE
            yield Finding(kind, names, tuple(twin.id for twin in twins), country)


def _shared_names(everyone: list[KnownActor]) -> Iterator[Finding]:
    by_name: dict[str, list[KnownActor]] = {}
    for actor in everyone:
        for name in dict.fromkeys(" ".join(name_atoms(n)) for n in (actor.name, *actor.aliases)):
            by_name.setdefault(name, []).append(actor)
    for name, sharing in sorted(by_name.items()):
        countries = {frozenset(span.country for span in actor.spans) for actor in sharing}
        if len(countries) > 1:
            told = sorted({code for group in countries for code in group if code})
            yield Finding(SHARED_NAME, name, tuple(actor.id for actor in sharing), ", ".join(told))


def _open_ends(everyone: list[KnownActor]) -> Iterator[Finding]:
    """Offices and groups' stretches without an end that nobody has looked at: they carry no `as_of`."""
    for actor in everyone:
        for span in actor.spans:
            is_dated = span.office is not None or actor.kind == "armed_group"
            if is_dated and span.last is None and span.as_of is None:
                told = f"{span.office or ' '.join(span.sectors)}, since {span.first or 'a day not told'}"
                yield Finding(OPEN_END, actor.name, (actor.id,), told)


def is_curated(actor: KnownActor) -> bool:
    """Tell whether any row of an actor was written by hand."""
    return "curated" in actor.source


def _days(one: str, other: str) -> int:
    """Roughly how many days lie between two ISO days."""
    (y1, m1, d1), (y2, m2, d2) = (map(int, day.split("-")) for day in (one, other))
    return (y2 - y1) * 365 + (m2 - m1) * 30 + d2 - d1
