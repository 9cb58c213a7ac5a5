"""What the words round a name say about whether it is a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

from vedette.grounding.place_lookup import Lookup, Run
from vedette.grounding.place_words import (
    ALL_FEATURES,
    ASSAULTS,
    BODY_RANKS,
    DIRECTIONS,
    DISEASES,
    DWELLERS,
    FEATURE_HEADS,
    INSTITUTIONS,
    JOINERS,
    LOCATING,
    NOBLES,
    OUTLETS,
    PREFIXES,
    RANKS,
    REACHING,
    TITLES,
    VILLAGES,
)

_ACRONYM = 6
"""Letters up to which an unknown word in capitals is an acronym."""


class Found(Protocol):
    """A place found earlier in the report."""

    @property
    def last(self) -> int:
        """Index of its last token."""

    @property
    def role(self) -> str:
        """ "place" where it stands for itself."""


class Context:
    """Asks the words round a name of one report."""

    def __init__(self, look: Lookup, runs: Sequence[Run], found: Mapping[int, Found]) -> None:
        """`found`: the places so far by first token; more may come while questions are asked."""
        self.tokens, self.words = look.tokens, look.words
        self._found = found
        self.persons = self._persons(runs)

    def _persons(self, runs: Sequence[Run]) -> set[str]:
        """Return the words of persons' full names, unless they are called a place more often."""
        as_person: Counter[str] = Counter()
        as_place: Counter[str] = Counter()
        for run in runs:
            if run.label == "PERSON" and run.last > run.first:
                words = self.words[run.first : run.last + 1]
                if words[-1].lower() not in INSTITUTIONS and words[-1].lower() not in OUTLETS:
                    as_person.update(words)
            elif run.label == "GPE" and run.first == run.last:
                as_place[self.words[run.first]] += 1
        return {word for word, times in as_person.items() if times >= as_place[word]}

    def before(self, first: int) -> str:
        """Return the word before a token in small letters, or nothing."""
        return self.words[first - 1].lower() if first else ""

    def after(self, last: int) -> str:
        """Return the word behind a token in small letters, or nothing."""
        return self.words[last + 1].lower() if last + 1 < len(self.words) else ""

    def is_name(self, first: int, last: int) -> bool:
        """Tell whether words no table knows look like the name of a place: no acronym, no person, no plain word."""
        words = self.words[first : last + 1]
        if words[0] in self.persons or (words[0].isupper() and len(words) == 1 and len(words[0]) <= _ACRONYM):
            return False
        return all(word[:1].isupper() or word.lower() in JOINERS for word in words) and words[-1][-1:].isalpha()

    def is_titled(self, first: int) -> bool:
        """Tell whether a title of a person stands before ("Judge Hudson")."""
        return self.before(first) in TITLES

    def is_surname(self, first: int, last: int, label: str) -> bool:
        """Tell whether a "place" of one word is rather a person of the report."""
        if self.is_titled(first):
            return True
        if label != "GPE" or first != last or self.words[first] not in self.persons:
            return False
        return not self.is_located(first, last)

    def is_no_place(self, first: int, last: int) -> bool:
        """Tell whether the words beside it make something else of a name: "Marburg virus", "Duke of Edinburgh"."""
        if self.after(last) in DISEASES:
            return True
        if self.before(first) == "of" and first > 1 and self.words[first - 2].lower() in NOBLES:
            return True
        return first > 1 and self.words[first - 1] == "-" and self.words[first - 2].lower() in PREFIXES

    def feature(self, first: int, last: int) -> int | None:
        """Return the last token of a natural feature's or large work's name that begins with these words, or None."""
        words = self.words
        if last > first and words[last][:1].isupper() and words[last].lower() in ALL_FEATURES:
            return last
        after = last + 1
        if after < len(words) and words[after][:1].isupper() and words[after].lower() in ALL_FEATURES:
            beyond = words[after + 1] if after + 1 < len(words) else ""
            # "Salinas Valley Police" is no valley.
            return None if beyond[:1].isupper() and self.tokens[after + 1].pos == "PROPN" else after
        return last if last > first and words[first].lower() in FEATURE_HEADS else None

    def is_village(self, first: int, last: int) -> bool:
        """Tell whether words beside the name make a place of it whoever knows it ("the village of Sug")."""
        if self.after(last) in VILLAGES:
            return True
        before = self.before(first)
        if before in ("called", "named") and first > 1 and self.words[first - 2].lower() in VILLAGES:
            return True
        return before in VILLAGES or (before == "of" and first > 1 and self.words[first - 2].lower() in VILLAGES)

    def unranked(self, first: int, last: int) -> int:
        """Return the last token of a known name without a rank in small letters, or one that an office has taken."""
        word = self.words[last]
        if last > first and word.lower() in RANKS:
            taken = word.lower() in BODY_RANKS and self.after_name(last)
            return last - 1 if word[:1].islower() or taken else last
        return last

    def after_name(self, last: int) -> bool:
        """Tell whether a capitalised name goes on right behind a token."""
        if last + 1 >= len(self.words):
            return False
        return self.words[last + 1][:1].isupper() and self.tokens[last + 1].pos == "PROPN"

    def is_directed(self, first: int) -> bool:
        """Tell whether a capitalised word for a part stands right before the name ("North Dallas")."""
        if not first:
            return False
        part, name = self.tokens[first - 1], self.tokens[first]
        return part.text[:1].isupper() and part.lower in DIRECTIONS and part.end + 1 == name.start

    def is_ranked(self, first: int, last: int) -> bool:
        """Tell whether a word of rank says that the name is a place ("Etoumbi district", "the village of Sug")."""
        before = self.before(first)
        if before in RANKS or self.after(last) in RANKS:
            return True
        return before == "of" and first > 1 and self.words[first - 2].lower() in RANKS

    def is_located(self, first: int, last: int) -> bool:
        """Tell whether the words round a name say that it is a place."""
        before, after = self.before(first), self.after(last)
        if before in LOCATING or self.is_ranked(first, last):
            return True
        if before == "of" and first > 1:
            return self.words[first - 2] == "," or self.words[first - 2].lower() in DIRECTIONS
        if before == "on" and first > 1 and self.words[first - 2].lower() in ASSAULTS:
            return True
        if after in DWELLERS or (after == "-" and last + 2 < len(self.words) and self.words[last + 2] == "based"):
            return True
        token = self.tokens[last]
        if token.dep == "dobj" and token.head.lemma in REACHING:
            return True
        return self.is_listed(first, before)

    def is_listed(self, first: int, before: str) -> bool:
        """Tell whether the name stands behind a place in a list ("Kunduz, Takhar and Balkh")."""
        if before not in (",", "and", "or") or first < 2:
            return False
        at = first - 2 if self.words[first - 2] != "," else first - 3
        earlier = next((self._found[k] for k in range(at, max(-1, at - 4), -1) if k in self._found), None)
        return earlier is not None and earlier.last == at and earlier.role == "place"

    def is_dateline(self, first: int, last: int) -> bool:
        """Tell whether the words, in capitals, open a paragraph and a dash or bracket follows soon."""
        token = self.tokens[first]
        if not self.words[first].isupper() or token.sent.tokens[0] is not token:
            return False
        return any(word in ("-", "–", "—", "--", "(", ":") for word in self.words[last + 1 : last + 7])
