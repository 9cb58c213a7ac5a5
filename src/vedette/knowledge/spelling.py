"""Names spelled otherwise: transliterations, and slips of one letter.

Arabic, Persian and Cyrillic names reach reports in several Latin spellings (Zelensky, Zelenskyy, Zelenskiy;
Gaddafi, Qadhafi). `sound` folds those habits of transliteration into one key. Two names of one key are the same
name spelled otherwise; two keys one letter apart are a slip, if both are long. Both are asked only for names
that no table knows, and only where one actor alone comes out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

from vedette.knowledge.naming import name_atoms

_FOLDS = (
    (re.compile(r"\babd (?:al|el|ul|ur|ar|as|or)\b"), "abdal"),
    (re.compile(r"\babd(?:ul|el|ur|or|as|ar)(?=\w| )"), "abdal"),
    (re.compile(r"\b(?:mohamm?[ae]d|muhamm?[ae]d|mohd|mehmed|mahomed|mamadou)\b"), "mhmd"),
    (re.compile(r"\b(?:el|ul|ud|ad|an|ar|as|ash|at)(?= )"), "al"),
    (re.compile(r"\bal(?: |-)?"), "al"),
    (re.compile(r"\bye(?=\w)|\bje(?=v)"), "e"),
    (re.compile(r"sch|shch|ch"), "sh"),
    (re.compile(r"dzh|zh|dj|dsch"), "j"),
    (re.compile(r"kh|gh|ck|q|x"), "k"),
    (re.compile(r"\bg(?=[ah])"), "k"),
    (re.compile(r"ph|ff(?=\b)"), "f"),
    (re.compile(r"of\b|ow\b|ov\b"), "ov"),
    (re.compile(r"th|dh"), "d"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo|uu"), "u"),
    (re.compile(r"ei|ey|ai|ay|ae|ee|iy|yy|ij|ie|ia|ya|yi"), "i"),
    (re.compile(r"y"), "i"),
    (re.compile(r"e"), "i"),
    (re.compile(r"o"), "u"),
    (re.compile(r"(?<=nk)[ua]\b"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_SHORTEST = 6
"""Letters a single name must have before another spelling of it counts."""
_ALIKE = 0.86
"""Share of letters two spellings must have in common for one to be a slip of the other."""
_SHORTEST_SLIP = 10
"""Letters of a key within which one wrong letter is taken for a slip."""
_END = 4


def sound(name: str) -> str:
    """Return the key that spellings of one name share: "Zelenskyy" and "Zelensky" give the same."""
    key = " ".join(atom for atom in name_atoms(name)).lower()
    for pattern, letters in _FOLDS:
        key = pattern.sub(letters, key)
    return key.replace(" ", "")


class Spellings:
    """Finds known names by sound, and by one letter off. Built when first asked: most runs need it late or never."""

    def __init__(self, names: Callable[[], Iterable[tuple[str, str]]]) -> None:
        """names: gives `(name, id)` pairs; called once."""
        self._names = names
        self._by_sound: dict[str, set[str]] = {}
        self._by_end: dict[str, list[str]] = {}
        self._written: dict[str, set[str]] = {}
        """Sound -> the names that sound so, in small letters."""

    def otherwise(self, name: str) -> tuple[str, ...]:
        """Return the ids of what is known by another spelling of `name`; several where it is open which."""
        if not _is_long(name):
            return ()
        self._build()
        return tuple(sorted(self._by_sound.get(sound(name), ())))

    def slips(self, name: str) -> tuple[str, ...]:
        """Return the ids of known names one letter from `name`, their first letter the same."""
        key = sound(name)
        if len(key) < _SHORTEST_SLIP or not _is_long(name):
            return ()
        self._build()
        near = {*self._by_end.get(key[:_END] + "-", ()), *self._by_end.get("-" + key[-_END:], ())}
        found: set[str] = set()
        for known in near:
            is_near = known[0] == key[0] and abs(len(known) - len(key)) <= 1 and _one_letter_off(known, key)
            # A sound drops letters: "Cohen" and "Cullen" are one apart by it, and two people.
            if is_near and any(_is_written_alike(name.lower(), one) for one in self._written[known]):
                found |= self._by_sound[known]
        return tuple(sorted(found))

    def _build(self) -> None:
        if self._by_sound:
            return
        for name, id_ in self._names():
            if not _is_long(name):
                continue
            key = sound(name)
            if key not in self._by_sound and len(key) >= _SHORTEST_SLIP - 1:
                self._by_end.setdefault(key[:_END] + "-", []).append(key)
                self._by_end.setdefault("-" + key[-_END:], []).append(key)
            self._by_sound.setdefault(key, set()).add(id_)
            self._written.setdefault(key, set()).add(name.lower())


def _is_long(name: str) -> bool:
    """Tell whether a name is long enough to be known by another spelling: acronyms and short words are not."""
    return len(name) >= _SHORTEST and not name.isupper() and any(letter.islower() for letter in name)


def _is_written_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _one_letter_off(one: str, other: str) -> bool:
    """Tell whether one letter put in, left out, changed or swapped with the next makes one key the other."""
    at = 0
    while at < len(one) and at < len(other) and one[at] == other[at]:
        at += 1
    rest, ours = one[at:], other[at:]
    swapped = len(rest) > 1 and len(ours) > 1 and rest[:2] == ours[1::-1] and rest[2:] == ours[2:]
    return swapped or rest[1:] == ours[1:] or rest[1:] == ours or rest == ours[1:]
