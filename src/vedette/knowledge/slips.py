"""Single words one letter off: by what is left of a word when any one letter is taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

_SHORTEST = 6
"""Letters a word must have: of shorter ones too many are a letter apart."""
_LONGEST = 40


class Slips:
    """Finds the known words one letter from a word, in as many look-ups as it has letters. Built when first asked."""

    def __init__(self, words: Callable[[], Iterable[tuple[str, str]]]) -> None:
        """words: gives `(word, id)` pairs, called once; names of several words are passed over."""
        self._words = words
        self._by_rest: dict[str, set[tuple[str, str]]] = {}

    def of(self, word: str) -> tuple[str, ...]:
        """Return the ids of the words from which one letter put in, left out, changed or swapped makes `word`.

        The first letter must be right. A word that is known itself is no slip of another: nothing is returned.
        """
        key = word.lower()
        if not (_SHORTEST <= len(key) <= _LONGEST and word.isalpha() and word[0].isupper()):
            return ()
        if not self._by_rest:
            self._build()
        near = {pair for rest in _rests(key) for pair in self._by_rest.get(rest, ())}
        if any(known == key for known, _ in near):
            return ()
        return tuple(sorted({id_ for known, id_ in near if known[0] == key[0] and _one_letter_off(known, key)}))

    def _build(self) -> None:
        for word, id_ in self._words():
            if len(word) >= _SHORTEST and word.isalpha():
                for rest in _rests(word.lower()):
                    self._by_rest.setdefault(rest, set()).add((word.lower(), id_))


def _rests(word: str) -> set[str]:
    return {word, *(word[:k] + word[k + 1 :] for k in range(len(word)))}


def _one_letter_off(one: str, other: str) -> bool:
    at = 0
    while at < len(one) and at < len(other) and one[at] == other[at]:
        at += 1
    rest, ours = one[at:], other[at:]
    swapped = len(rest) > 1 and len(ours) > 1 and rest[:2] == ours[1::-1] and rest[2:] == ours[2:]
    return swapped or rest[1:] == ours[1:] or rest[1:] == ours or rest == ours[1:]
