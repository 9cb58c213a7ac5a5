"""Who a name may mean: every known actor it fits, how it was found, and what it was on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from vedette.knowledge.actors import Actors
from vedette.knowledge.countries import Countries, Country
from vedette.knowledge.naming import name_atoms
from vedette.knowledge.types import KnownActor, StatusSpan
from vedette.model import Actor

How = Literal["name", "office", "surname", "spelling", "one letter off", "part of the name"]
_SCORES: dict[How, float] = {
    "name": 1.0, "office": 0.95, "surname": 0.8, "spelling": 0.7, "one letter off": 0.5, "part of the name": 0.3,
}  # fmt: skip
_NOT_THEN = 0.6
"""Times the score of who held nothing on the day: a rival, not the answer."""
_MOST_PARTS = 10


@dataclass(frozen=True, slots=True)
class ActorCandidate:
    """One actor a name may mean."""

    known: KnownActor
    then: Actor
    """The actor as of the day asked about."""
    how: How
    score: float
    """In [0, 1], to order rivals; not a probability."""
    span: StatusSpan | None
    """The stretch that holds on the day; None where none does."""
    beyond: str | None
    """The `as_of` day of an open stretch that lies before the day asked about: not known to hold since."""


def who(actors: Actors, countries: Countries, name: str, on: date) -> tuple[ActorCandidate, ...]:
    """Return the actors `name` may mean on a day, the likeliest first.

    Understood are names, aliases and ids, offices ("Russian defence minister", "president of Tajikistan"),
    surnames, other spellings, slips of one letter, and as a last resort parts of a name.
    """
    found: dict[str, ActorCandidate] = {}
    for known, how in _ways(actors, countries, name, on):
        if known.id not in found:
            found[known.id] = _candidate(actors, known, how, on)
    return tuple(sorted(found.values(), key=lambda one: (-one.score, one.known.name)))


def _ways(actors: Actors, countries: Countries, name: str, on: date) -> Iterator[tuple[KnownActor, How]]:
    by_id = actors.get(name)
    if by_id is not None:
        yield by_id, "name"
    state = countries.named(name) or countries.get(name)
    if state is not None:
        for body in (actors.state(state.iso3), actors.government(state.iso3)):
            if body is not None:
                yield body, "name"
    for known in actors.named(name):
        yield known, "name"
    holder = _office(actors, countries, name, on)
    if holder is not None:
        yield holder, "office"
    for known in actors.surname(name, on) if " " not in name.strip() else ():
        yield known, "surname"
    for known, same_sound in actors.like(name):
        yield known, "spelling" if same_sound else "one letter off"
    yield from ((known, "part of the name") for known in _parts(actors, name))


def _office(actors: Actors, countries: Countries, name: str, on: date) -> KnownActor | None:
    """Return who held the office `name` tells on a day: country first, or "of" the country."""
    words = name.split()
    if words and words[0].lower() == "the":
        words = words[1:]
    for cut in range(1, len(words)):
        front, back = " ".join(words[:cut]), " ".join(words[cut:])
        for place, office in ((front.removesuffix("'s").removesuffix("’s"), back), (back, front)):
            country = _country(countries, place)
            if country is not None:
                holder = actors.holder(country.iso3, office.removesuffix(" of").lower(), on, last_known=True)
                if holder is not None:
                    return holder
    return None


def _country(countries: Countries, words: str) -> Country | None:
    return countries.named(words) or countries.demonym(words)


def _parts(actors: Actors, name: str) -> Iterator[KnownActor]:
    wanted = {atom.lower() for atom in name_atoms(name)}
    if not wanted or max(map(len, wanted)) < 4:
        return
    number = 0
    for known in actors:
        for alias in (known.name, *known.aliases):
            if wanted <= {atom.lower() for atom in name_atoms(alias)}:
                yield known
                number += 1
                break
        if number >= _MOST_PARTS:
            return


def _candidate(actors: Actors, known: KnownActor, how: How, on: date) -> ActorCandidate:
    day = on.isoformat()
    holding = [span for span in known.spans if (span.first or "") <= day <= (span.last or "9999")]
    span = holding[-1] if holding else None
    beyond = span.as_of if span is not None and span.is_beyond(day) else None
    score = _SCORES[how] * (1.0 if span is not None or not known.spans else _NOT_THEN)
    return ActorCandidate(known, actors.as_of(known, on), how, round(score, 3), span, beyond)
