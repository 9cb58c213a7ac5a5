"""Which weapon a name may mean: every known item it fits, how it was found, and a score for rivals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from vedette.knowledge.equipment import EquipmentTable, KnownEquipment
from vedette.knowledge.naming import name_atoms

How = Literal["name", "alias", "designation", "one letter off", "part of the name"]
_SCORES: dict[How, float] = {
    "name": 1.0, "alias": 0.95, "designation": 0.85, "one letter off": 0.5, "part of the name": 0.3,
}  # fmt: skip
_MOST_PARTS = 10
_LONGEST = 80
_NEARLY = 0.85
"""Share of letters in common, as difflib counts them."""


@dataclass(frozen=True, slots=True)
class EquipmentCandidate:
    """One item a name may mean."""

    known: KnownEquipment
    how: How
    score: float
    """In [0, 1], to order rivals; not a probability."""


def weapons(table: EquipmentTable, name: str) -> tuple[EquipmentCandidate, ...]:
    """Return the equipment `name` may mean, the likeliest first; nothing where no name is like it.

    Understood are ids, names, aliases and their plurals, designations however they are spaced ("su 25", "AK47"),
    slips of a letter, and as a last resort parts of a name.
    """
    found: dict[str, EquipmentCandidate] = {}
    for known, how in _ways(table, name[:_LONGEST]):
        found.setdefault(known.id, EquipmentCandidate(known, how, _SCORES[how]))
    return tuple(sorted(found.values(), key=lambda one: (-one.score, one.known.name)))


def _ways(table: EquipmentTable, name: str) -> Iterator[tuple[KnownEquipment, How]]:
    by_id, named = table.get(name), table.named(name)
    if by_id is not None:
        yield by_id, "name"
    if named is not None:
        yield named, "name" if _pressed(named.name) in (_pressed(name), _pressed(name[:-1])) else "alias"
    by_key: dict[str, list[KnownEquipment]] = {}
    for known in table:
        for alias in (known.name, *known.aliases):
            by_key.setdefault(_pressed(alias), []).append(known)
    key = _pressed(name)
    yield from ((known, "designation") for known in by_key.get(key, ()))
    if len(key) < 4:
        return
    if not any(letter.isdigit() for letter in key):  # Designations a digit apart are different weapons.
        for near in get_close_matches(key, by_key, 3, _NEARLY):
            yield from ((known, "one letter off") for known in by_key[near])
    yield from ((known, "part of the name") for known in _parts(table, name))


def _pressed(name: str) -> str:
    """Return a name's letters and digits alone, in small letters."""
    return "".join(name_atoms(name)).lower()


def _parts(table: EquipmentTable, name: str) -> Iterator[KnownEquipment]:
    wanted = {atom.lower() for atom in name_atoms(name)}
    number = 0
    for known in table:
        if any(wanted <= {atom.lower() for atom in name_atoms(alias)} for alias in (known.name, *known.aliases)):
            yield known
            number += 1
            if number >= _MOST_PARTS:
                return
