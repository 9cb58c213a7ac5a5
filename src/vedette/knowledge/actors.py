"""Actors: who is known, by which names, and what they were on a given day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from vedette.knowledge.actor_tables import load_bodies, load_persons
from vedette.knowledge.bodies import Bodies
from vedette.knowledge.countries import Countries
from vedette.knowledge.naming import NameIndex, name_atoms
from vedette.knowledge.offices import Offices, days_away, may_be_titled
from vedette.knowledge.precedence import yielding
from vedette.knowledge.spelling import Spellings
from vedette.knowledge.types import KnownActor, StatusSpan
from vedette.model import Actor

_FORMER = ("ELI",)


class Actors:
    """Looks actors up by id, name, surname and office."""

    def __init__(self, known: Sequence[KnownActor], bodies: Bodies, own: Sequence[KnownActor] = ()) -> None:
        self._bodies = bodies
        self._known = _merged([*own, *known])
        everyone = self._known.values()
        first = [(name, actor.id) for actor in own for name in (actor.name, *actor.aliases)]
        listed = [(name, actor.id) for actor in everyone for name in (actor.name, *actor.aliases)]
        self._names = NameIndex([*first, *bodies.proper_names(), *listed])
        self._surnames = NameIndex((surname, actor.id) for actor in everyone for surname in actor.surnames)
        self._offices = Offices(everyone)
        self._spellings = Spellings(lambda: ((n, one.id) for one in everyone for n in (one.name, *one.aliases)))
        self._surname_spellings = Spellings(lambda: ((n, one.id) for one in everyone for n in one.surnames))

    @classmethod
    def load(cls, countries: Countries, own: Sequence[KnownActor] = ()) -> Actors:
        """Read the shipped tables; raises DataFileInvalid naming file and line. `own` goes before them."""
        return cls([*load_bodies(), *load_persons()], Bodies.load(countries), own)

    def __iter__(self) -> Iterator[KnownActor]:
        return iter(self._known.values())

    def __len__(self) -> int:
        return len(self._known)

    def get(self, id_: str) -> KnownActor | None:
        """Return the actor with this id, generated ones (`gov:RUS`, `mfa:TJK`) included, or None."""
        return self._known.get(id_) or self._bodies.get(id_)

    def named(self, words: str) -> tuple[KnownActor, ...]:
        """Return the actors that `words`, as a whole, may name, best first.

        Letter case counts for capitals in the name; accents, hyphens, curly apostrophes, a leading
        "the" and a closing possessive do not. "Tajik border guards" and "Ministry of Defence of
        Tajikistan" are found too. Bare surnames and bare country names are not: see `surname`, `state`.
        """
        found = self._names.find(words)
        if found:
            return tuple(actor for actor in map(self.get, found) if actor is not None)
        tokens = name_atoms(words)
        body = self._bodies.longest(tokens, 0) if tokens else None
        made = self._bodies.get(body[1]) if body is not None and body[0] == len(tokens) else None
        return () if made is None else (made,)

    def spelled(self, words: str) -> tuple[KnownActor, ...]:
        """Return the one actor that `words` name by another spelling or with one wrong letter; else nothing.

        Meant for names that `named` does not find. Where several come as near, none is returned.
        """
        found = self._spellings.otherwise(words) or self._spellings.slips(words)
        return tuple(self._known[id_] for id_ in found) if len(found) == 1 else ()

    def like(self, words: str) -> tuple[tuple[KnownActor, bool], ...]:
        """Return all actors of a like name, each with whether only the spelling differs (else a letter)."""
        same = self._spellings.otherwise(words)
        near = [id_ for id_ in self._spellings.slips(words) if id_ not in same]
        return (*((self._known[id_], True) for id_ in same), *((self._known[id_], False) for id_ in near))

    def longest(self, tokens: Sequence[str], at: int) -> tuple[int, tuple[str, ...]] | None:
        """Return how many tokens from `at` make the longest known name, and the ids it may name.

        Meant for capitalised tokens, and for "al" and "el" before one. A name may end inside a longer
        noun phrase ("Russian military" in "Russian military base"); whoever calls decides whether the
        phrase's head is covered.
        """
        listed, made = self._names.longest(tokens, at), self._bodies.longest(tokens, at)
        if listed is not None and (made is None or listed[0] >= made[0]):
            return listed
        return None if made is None else (made[0], (made[1],))

    def surname(self, word: str, on: date) -> tuple[KnownActor, ...]:
        """Return the persons a bare surname may mean on a day, those in office nearest that day first."""
        day = on.isoformat()
        found = self._surnames.find(word) or self._surname_spellings.otherwise(word)
        persons = [self._known[id_] for id_ in found]
        return tuple(sorted(persons, key=lambda person: days_away(person, day)))

    def holder(self, country: str, office: str, on: date, *, last_known: bool = False) -> KnownActor | None:
        """Return who held an office on a day, or None; beyond what is known only with `last_known`.

        country: ISO alpha-3, or the id of a body (`o:nato`) for its secretary-general.
        office: an office ("head of state", "foreign minister") or a title ("president", "king",
        "prime minister", "chancellor", "supreme leader"). A title is first sought among the titles of
        that country's holders; "president" then means the head of state, "premier", "prime minister"
        and "chancellor" the head of government.
        """
        id_ = self._offices.holder(country, office, on.isoformat(), last_known=last_known)
        return None if id_ is None else self._known[id_]

    def ever_held(self, id_: str, office: str) -> bool:
        """Tell whether a person may ever have been called by an office or title ("president", "foreign minister")."""
        person = self._known.get(id_)
        return person is not None and any(may_be_titled(span, office) for span in person.spans)

    def has_offices(self, id_: str) -> bool:
        """Tell whether it is known which offices a person held; many are listed without."""
        person = self._known.get(id_)
        return person is not None and all(span.office is not None for span in person.spans)

    def as_of(self, known: KnownActor | str, on: date, *, told_in_office: bool = False) -> Actor:
        """Return the actor with country, sectors and body acted for as they were on a day.

        The last stretch that holds on the day counts. Where none holds:
        - before the first: a person has that stretch's country and no sectors yet; a body has the first's;
        - after an ended one: a person is ELI (formerly in office), a body stays what it was last.
        A stretch without an end holds until its holder is known to have been followed by another in
        the same office; then the person is ELI. Nobody known to follow: beyond its `as_of` it is not known
        whether the office is still held, and the person keeps the country alone, unless `told_in_office`: a
        report that gives the title ("President …") says that it is. A body stays what it was last.
        Raises KeyError for an id that is not known.
        """
        actor = self.get(known) if isinstance(known, str) else known
        if actor is None:
            raise KeyError(known)
        span, sectors, acts_for = self._standing(actor, on.isoformat(), told_in_office)
        return Actor(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            country=span.country if span is not None else None,
            sectors=sectors,
            acts_for=acts_for,
            located=actor.located,
        )

    def government(self, iso3: str) -> KnownActor | None:
        """Return the government of a country."""
        return self._bodies.get(f"gov:{iso3}")

    def military(self, iso3: str) -> KnownActor | None:
        """Return the armed forces of a country."""
        return self._bodies.get(f"mil:{iso3}")

    def police(self, iso3: str) -> KnownActor | None:
        """Return the police of a country."""
        return self._bodies.get(f"cop:{iso3}")

    def state(self, iso3: str) -> KnownActor | None:
        """Return the state itself, for bare country names that act."""
        return self._bodies.get(f"state:{iso3}")

    def body(self, phrase: str, iso3: str) -> KnownActor | None:
        """Return a country's body by phrase: ("defence ministry", "TJK") gives `mod:TJK`."""
        key = self._bodies.phrase(phrase)
        return None if key is None else self._bodies.get(f"{key}:{iso3}")

    def _standing(
        self, actor: KnownActor, day: str, told: bool
    ) -> tuple[StatusSpan | None, tuple[str, ...], str | None]:
        if not actor.spans:
            return None, (), None
        holding = [s for s in actor.spans if (s.first or "") <= day <= (s.last or "9999")]
        if holding:
            span = holding[-1]
            if actor.kind == "person" and span.last is None and self._offices.is_followed(actor.id, span, day):
                return span, _FORMER, None
            if actor.kind == "person" and span.is_beyond(day) and not told:
                return span, (), None
            return span, span.sectors, span.acts_for
        past = [s for s in actor.spans if (s.last or "9999") < day]
        if actor.kind != "person":
            span = past[-1] if past else actor.spans[0]
            return span, span.sectors, None
        return (past[-1], _FORMER, None) if past else (actor.spans[0], (), None)


def _merged(known: Iterable[KnownActor]) -> dict[str, KnownActor]:
    """Join actors of one id; the earlier table gives name, kind and what holds on a day, aliases add up."""
    merged: dict[str, KnownActor] = {}
    for actor in known:
        before = merged.get(actor.id)
        merged[actor.id] = actor if before is None else _joined(before, actor)
    return merged


def _joined(one: KnownActor, other: KnownActor) -> KnownActor:
    return KnownActor(
        id=one.id,
        name=one.name,
        kind=one.kind,
        aliases=tuple(a for a in dict.fromkeys((*one.aliases, other.name, *other.aliases)) if a != one.name),
        spans=tuple(sorted((*one.spans, *yielding(other.spans, one.spans)), key=lambda span: span.first or "")),
        source=f"{one.source}; {other.source}",
        located=one.located or other.located,
        surnames=tuple(dict.fromkeys((*one.surnames, *other.surnames))),
        doubtful=tuple(dict.fromkeys((*one.doubtful, *other.doubtful))),
        ownership=one.ownership or other.ownership,
    )
