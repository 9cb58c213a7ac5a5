"""How names are compared, and an index that finds them in running text.

A name is cut into atoms: "al-Qa'ida" → al, Qa, ida; "U.S." → US; "Lord's" → Lord, 's. Accents are
dropped. Hyphens, apostrophes and quotation marks carry no weight, all other punctuation does, so that
a name never runs across a comma. Because tokens are cut the same way, it does not matter how a parser split them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

_PIECE = re.compile(r"'s(?!\w)|[^\W_]+(?:\.[^\W_]+)*|[^\w\s]")
_PLAIN = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")
_LETTERS = str.maketrans({
    "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'", "ʿ": "'", "ʾ": "'", "‐": "-", "‑": "-", "–": "-",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "æ": "ae", "ß": "ss", "œ": "oe",
})  # fmt: skip
_WEIGHTLESS = {"-", "'", ".", '"'}
_PARTICLES = frozenset(
    {"Al", "El", "De", "La", "Le", "Bin", "Ben", "Abu", "Van", "Von", "Sans", "Of", "For", "And", "The"}
)
"""Words inside names that reports write in small letters or capitals as they please."""
POSSESSIVE = "'s"
TOKEN_LIMIT = 60
"""Longer tokens are no names; cutting them would only cost time."""


def atoms(text: str) -> tuple[str, ...]:
    """Cut a name or a token into its atoms, case kept."""
    if text.isascii() and text.isalpha():
        return (text,)
    return tuple(_cut(piece) for piece in _PIECE.findall(plain(text)) if piece not in _WEIGHTLESS)


def plain(text: str) -> str:
    """Return `text` with straight apostrophes, plain hyphens and no accents."""
    if text.isascii():
        return text
    straight = unicodedata.normalize("NFKC", text).translate(_LETTERS)
    spread = unicodedata.normalize("NFKD", straight)
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def name_atoms(text: str) -> tuple[str, ...]:
    """Cut a whole name; a leading "the" and a closing possessive are dropped."""
    # Most names are plain words: no need to look at their letters one by one.
    cut = tuple(text.split()) if _PLAIN.fullmatch(text) else atoms(text)
    if len(cut) > 1 and cut[0].lower() == "the":
        cut = cut[1:]
    if len(cut) > 1 and cut[-1] == POSSESSIVE:
        cut = cut[:-1]
    return cut


def fits(known: Sequence[str], seen: Sequence[str]) -> bool:
    """Tell whether the letter case of `seen` allows the name `known` (equal but for case).

    "turkey" is not Turkey, "us" is not US, and "Us" is neither. Capitals inside a short word must
    stand ("Fact" is not FACT); acronyms that are also written as words ("Nato") have that as an alias
    of its own. Words that the table has in small letters may be capitalised.
    """
    return all(_atom_fits(k, s) for k, s in zip(known, seen, strict=True))


def _atom_fits(known: str, seen: str) -> bool:
    if not known[0].isupper() or known in _PARTICLES:
        return True
    if len(known) > 1 and known.isalpha() and (known.isupper() or (len(known) <= 3 and not known[1:].islower())):
        return seen == known
    return seen[0].isupper()


def _cut(piece: str) -> str:
    if piece == "&":
        return "and"
    return piece if piece[0].isdigit() else piece.replace(".", "")


class NameIndex(Generic[T]):
    """Finds known names in a string or among tokens; several things may share a name."""

    __slots__ = ("_entries", "_reach")

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        """Index `(name, thing)` pairs; things of one name keep their order, best first."""
        self._entries: dict[str, list[tuple[str, T]]] = {}
        self._reach: dict[str, int] = {}
        entries, reach = self._entries, self._reach
        for name, thing in pairs:
            cut = name_atoms(name)
            if not cut:
                continue
            joined = " ".join(cut)
            key = joined.lower()
            entries.setdefault(key, []).append((joined, thing))
            first = cut[0].lower()
            if reach.get(first, 0) < len(cut):
                reach[first] = len(cut)

    def find(self, words: str) -> tuple[T, ...]:
        """Return the things that `words`, as a whole, may name."""
        return self._fitting(name_atoms(words))

    def begins(self, token: str) -> bool:
        """Tell whether a known name may begin with a token, or with it less a plural -s; a quick first test."""
        if not (token.isascii() and token.isalnum()):
            return True
        word = token.lower()
        return word in self._reach or (word[-1] == "s" and word[:-1] in self._reach)

    def longest(self, tokens: Sequence[str], at: int) -> tuple[int, tuple[T, ...]] | None:
        """Return how many tokens from `at` make the longest known name, and what it may name."""
        if not self.begins(tokens[at]):
            return None
        first = atoms(tokens[at]) if len(tokens[at]) <= TOKEN_LIMIT else ()
        reach = self._reach.get(first[0].lower(), 0) if first else 0
        if not reach:
            return None
        seen = list(first)
        ends = [(1, len(seen))]
        place = at + 1
        while place < len(tokens) and len(seen) < reach and len(tokens[place]) <= TOKEN_LIMIT:
            more = atoms(tokens[place])
            place += 1
            if more:
                seen.extend(more)
                ends.append((place - at, len(seen)))
        for count, length in reversed(ends):
            things = self._fitting(tuple(seen[:length]))
            if things:
                return count, things
        return None

    def _fitting(self, cut: tuple[str, ...]) -> tuple[T, ...]:
        found = self._entries.get(" ".join(cut).lower())
        if found is None:
            return ()
        things = [thing for joined, thing in found if fits(joined.split(" "), cut)]
        return tuple(dict.fromkeys(things))
