"""Which words of a report name places, before it is settled which places they are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from vedette.grounding.place_lookup import Lookup, PlaceKnowledge, Run, runs
from vedette.grounding.place_words import (
    DIRECTIONS,
    DISEASES,
    DWELLERS,
    INSTITUTIONS,
    LOCATING,
    NO_PLACE,
    NO_TOWN,
    NUMBER_LABELS,
    OPENERS,
    OUTLETS,
    PLACE_LABELS,
    RANKS,
    REACHING,
    TITLES,
)
from vedette.knowledge.gazetteer import GazetteerEntry
from vedette.knowledge.placenames import fold_place
from vedette.reading import Reading

ToponymRole = Literal["place", "inside", "outlet", "demonym"]
"""place: stands for itself; inside: part of an organisation's or building's name; outlet: part of a
newspaper's name; demonym: an adjective or a people."""

INSIDE_FROM = 15_000
"""People a town needs to be believed inside an organisation's name on the strength of the words behind it alone."""
BARE_FROM = 3_000
"""People a town needs to be believed where only a preposition says that a place is meant."""

_ACRONYM = 6
"""Letters up to which an unknown word in capitals is an acronym."""
_SMALL = frozenset({"of", "the", "de", "del", "da", "do", "di", "la", "le", "al", "el", "and", "upon", "on", "-", "'s"})
"""Words in small letters inside place names."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that name a place or a people, and what they may name."""

    first: int
    last: int
    """Index of first and last token, both included."""
    key: str
    """Folded name; mentions of one key in one report have one sense."""
    role: ToponymRole
    entries: tuple[GazetteerEntry, ...]
    """What the gazetteer offers; empty for names it lacks."""
    is_sure: bool
    """True where model or context says that a place is meant."""


def find_toponyms(reading: Reading, knowledge: PlaceKnowledge) -> tuple[Toponym, ...]:
    """Return the words that name places, in text order, without overlaps."""
    finder = _Finder(reading, knowledge)
    finder.from_names()
    finder.from_capitals()
    finder.before_commas()
    return tuple(finder.found[first] for first in sorted(finder.found))


class _Finder:
    """Gathers the toponyms of one report."""

    def __init__(self, reading: Reading, knowledge: PlaceKnowledge) -> None:
        self.look = Lookup(reading, knowledge)
        self.tokens, self.words = self.look.tokens, self.look.words
        self.found: dict[int, Toponym] = {}
        self.taken: set[int] = set()
        self.runs = list(runs(self.tokens))
        self.established: set[str] = set()
        """Keys that stand for a place somewhere in the report."""
        self.persons = self._persons()

    def _persons(self) -> set[str]:
        """Return the words of persons' full names, unless they are called a place more often."""
        as_person: Counter[str] = Counter()
        as_place: Counter[str] = Counter()
        for run in self.runs:
            if run.label == "PERSON" and run.last > run.first:
                words = self.words[run.first : run.last + 1]
                if words[-1].lower() not in INSTITUTIONS and words[-1].lower() not in OUTLETS:
                    as_person.update(words)
            elif run.label == "GPE" and run.first == run.last:
                as_place[self.words[run.first]] += 1
        return {word for word, times in as_person.items() if times >= as_place[word]}

    def from_names(self) -> None:
        """Read the model's names, places first, for they establish what the others may be."""
        for run in self.runs:
            if run.label in PLACE_LABELS:
                self.place_name(run)
            elif run.label == "NORP":
                self.people(run)
        for run in self.runs:
            if run.label not in PLACE_LABELS and run.label != "NORP" and run.label not in NUMBER_LABELS:
                self.other_name(run)

    def place_name(self, run: Run) -> None:
        """Take a name that the model calls a place."""
        first, last = self.look.trim(run.first, run.last)
        if first > last or self.is_disease(last) or self.is_surname(first, last, run.label):
            return
        if first and self.words[first - 1].lower() in OPENERS and first - 1 not in self.taken:
            first -= 1
        last = self.stretched(first, last)
        if self.whole(first, last) or self.people_at(first, last):
            return
        building = run.label == "FAC"
        if (run.label == "GPE" and self.misspelt(first, last)) or self.parts(first, last, strict=building):
            return
        if not building and self.is_located(first, last) and self.is_name(first, last):
            self.add(first, last, fold_place(self.look.slice(first, last)), "place", (), sure=True)

    def misspelt(self, first: int, last: int) -> bool:
        """Take the run as the name of a large town, one letter wrong."""
        words = self.look.slice(first, last)
        entries = self.look.gazetteer.misspelt(words) if self.is_located(first, last) else ()
        if entries:
            self.add(first, last, fold_place(words), "place", entries, sure=True)
        return bool(entries)

    def is_name(self, first: int, last: int) -> bool:
        """Tell whether words no table knows look like the name of a place: no acronym, no person, no plain word."""
        words = self.words[first : last + 1]
        if words[0] in self.persons or (words[0].isupper() and len(words) == 1 and len(words[0]) <= _ACRONYM):
            return False
        return all(word[:1].isupper() or word.lower() in _SMALL for word in words) and words[-1].isascii()

    def is_surname(self, first: int, last: int, label: str) -> bool:
        """Tell whether a "place" of one word is rather a person of the report."""
        if first and self.words[first - 1].lower() in TITLES:
            return True
        if label != "GPE" or first != last or self.words[first] not in self.persons:
            return False
        return not self.is_located(first, last)

    def is_disease(self, last: int) -> bool:
        """Tell whether the name is that of a virus ("Marburg virus")."""
        return last + 1 < len(self.words) and self.words[last + 1].lower() in DISEASES

    def stretched(self, first: int, last: int) -> int:
        """Return the end of the name, farther right where a longer known name begins there ("French Guiana")."""
        after = last + 1
        if after >= len(self.words) or not self.words[after][:1].isupper() or self.tokens[after].pos != "PROPN":
            return last
        match = self.look.longest(first, min(len(self.words), last + 4))
        return last if match is None else max(last, first + match.tokens - 1)

    def whole(self, first: int, last: int) -> bool:
        """Take the whole run as one known place."""
        words = self.look.slice(first, last)
        if first == last:
            short = self.look.abbreviation(first, after=self.is_after_place(first))
            if short is not None:
                self.add(first, last, fold_place(words), "place", (short,), sure=True)
                return True
        entries = self.look.entries(words)
        if entries:
            self.add(first, last, fold_place(words), "place", entries, sure=True)
        return bool(entries)

    def is_after_place(self, at: int) -> bool:
        """Tell whether a place, or what may be one, and a comma stand before the token."""
        if at and at - 1 in self.taken:
            return True
        return at > 1 and self.words[at - 1] == "," and self.words[at - 2][:1].isupper()

    def people(self, run: Run) -> None:
        """Take a name that the model calls a people, a creed or a party."""
        first, last = self.look.trim(run.first, run.last)
        if first > last:
            return
        end = self.stretched(first, last)
        if (end > last and self.whole(first, end)) or self.people_at(first, last):
            return
        self.parts(first, last, strict=True)

    def people_at(self, first: int, last: int) -> bool:
        """Take the whole run as a demonym."""
        words = self.look.slice(first, last)
        entry = self.look.demonym(words)
        if entry is not None:
            self.add(first, last, "~" + fold_place(words), "demonym", (entry,), sure=True)
        return entry is not None

    def other_name(self, run: Run) -> None:
        """Look for a place in what the model takes for something else."""
        first, last = self.look.trim(run.first, run.last)
        if first > last or self.mistyped(first, last, run.label):
            return
        if run.label != "PERSON":
            self.parts(first, last, strict=True)
        elif last > first and self.words[last].lower() in INSTITUTIONS:
            self.parts(first, last - 1, strict=True)

    def mistyped(self, first: int, last: int, label: str) -> bool:
        """Take a whole name as a place against the model, where report or context speaks for it."""
        words = self.look.slice(first, last)
        entries = self.look.entries(words)
        if not entries or (first and self.words[first - 1].lower() in TITLES):
            return False
        key = fold_place(words)
        known = entries[0].kind in ("country", "region") or (entries[0].kind == "province" and label != "PERSON")
        if not known and (first == last and words in self.persons):
            return False
        if not known and key not in self.established:
            large = max(e.population for e in entries) >= BARE_FROM
            if not large or not (self.is_located(first, last) or self.is_dateline(first, last)):
                return False
        self.add(first, last, key, "place", entries, sure=known)
        return True

    def from_capitals(self) -> None:
        """Look at capitalised words that the model took for nothing."""
        at, end = 0, len(self.tokens)
        while at < end:
            token = self.tokens[at]
            if (
                token.ent
                or not token.text[:1].isupper()
                or at in self.taken
                or token.pos not in ("PROPN", "NOUN", "ADJ")
            ):
                at += 1
            else:
                at += self.bare(at)

    def bare(self, at: int) -> int:
        """Try the words from `at`; return how many tokens to go on."""
        stop = at + 1
        while stop < len(self.tokens) and stop < at + 6 and not self.tokens[stop].ent and stop not in self.taken:
            stop += 1
        match = self.look.longest(at, stop)
        if match is None:
            return 1
        last = at + match.tokens - 1
        if match.is_demonym:
            self.add(at, last, match.key, "demonym", match.entries, sure=True)
            return match.tokens
        country = match.entries[0].kind in ("country", "region")
        if self.is_disease(last) or not (country or match.key in self.established or self.is_bare_town(at, last)):
            return 1
        if country or match.key in self.established or match.entries[0].population >= BARE_FROM:
            self.add(at, last, match.key, "place", match.entries, sure=country)
        return match.tokens

    def is_bare_town(self, first: int, last: int) -> bool:
        """Tell whether context makes a town of words that the model took for nothing."""
        if first == last and (self.words[first].lower() in NO_TOWN or self.words[first] in self.persons):
            return False
        return self.is_dateline(first, last) or (self.tokens[first].pos == "PROPN" and self.is_located(first, last))

    def before_commas(self) -> None:
        """Find towns the model missed by the province behind them ("Bristol, Tenn.")."""
        for at in range(2, len(self.tokens)):
            if self.words[at - 1] != "," or at - 2 in self.taken or not self.words[at - 2][:1].isupper():
                continue
            holder = self.found.get(at)
            inside = holder.entries[0] if holder and holder.entries else self.look.abbreviation(at, after=True)
            if inside is None or inside.kind not in ("province", "country", "district"):
                continue
            if self.town_in(at, inside) and holder is None:
                self.add(at, at, fold_place(self.words[at]), "place", (inside,), sure=True)

    def town_in(self, comma: int, inside: GazetteerEntry) -> bool:
        """Take the longest run before the comma that names a place of `inside`."""
        last = comma - 2
        for first in range(max(0, last - 3), last + 1):
            if not self.words[first][:1].isupper() or self.taken.intersection(range(first, last + 1)):
                continue
            words = self.look.slice(first, last)
            entries = tuple(e for e in self.look.gazetteer.find(words) if e.code.startswith(inside.code + "."))
            if entries:
                self.add(first, last, fold_place(words), "place", entries, sure=True)
                return True
        return False

    def parts(self, first: int, last: int, *, strict: bool) -> bool:
        """Find places inside a longer name; strict asks for more than a match."""
        at, hit = first, False
        while at <= last:
            match = self.look.longest(at, last + 1) if self.words[at][:1].isupper() and at not in self.taken else None
            if match is None:
                at += 1
                continue
            end = at + match.tokens - 1
            if match.is_demonym:
                if self.words[last].lower() in OUTLETS or self.tokens[at].ent != "FAC":
                    self.add(at, end, match.key, "demonym", match.entries, sure=True)
                    hit = True
            elif self.believed(at, end, last, match.key, match.entries, strict=strict):
                self.add(at, end, match.key, self.part_role(end, last, strict=strict), match.entries, sure=not strict)
                hit = True
            else:
                end = at
            at = end + 1
        return hit

    def part_role(self, end: int, last: int, *, strict: bool) -> ToponymRole:
        if not strict:
            return "place"
        return "outlet" if any(w.lower() in OUTLETS for w in self.words[end + 1 : last + 1]) else "inside"

    def believed(
        self, at: int, end: int, last: int, key: str, entries: tuple[GazetteerEntry, ...], *, strict: bool
    ) -> bool:
        """Tell whether the match from `at` to `end` inside a name that ends at `last` is a place."""
        if self.is_disease(end):
            return False
        if entries[0].kind in ("country", "region"):
            return True
        word = self.words[at].lower()
        if at == end and (word in NO_TOWN or word in DIRECTIONS):
            return False
        if key in self.established or any(e.kind == "province" and not e.by_alias for e in entries):
            return True
        if at == end and self.words[at] in self.persons:
            return False
        people = entries[0].population
        if not strict:
            return people >= BARE_FROM or end == last
        if end < last:
            return people >= INSIDE_FROM and self.words[end + 1].lower() in INSTITUTIONS
        return people >= INSIDE_FROM and self.words[at - 1].lower() in ("of", "at", "in", ",")

    def is_located(self, first: int, last: int) -> bool:
        """Tell whether the words round a name say that it is a place."""
        words = self.words
        before = words[first - 1].lower() if first else ""
        after = words[last + 1].lower() if last + 1 < len(words) else ""
        if before in LOCATING or before in RANKS or after in RANKS:
            return True
        if before == "of" and first > 1:
            return (
                words[first - 2] == "," or words[first - 2].lower() in RANKS or words[first - 2].lower() in DIRECTIONS
            )
        if after in DWELLERS or (after == "-" and last + 2 < len(words) and words[last + 2] == "based"):
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
        earlier = next((self.found[k] for k in range(at, max(-1, at - 4), -1) if k in self.found), None)
        return earlier is not None and earlier.last == at and earlier.role == "place"

    def is_dateline(self, first: int, last: int) -> bool:
        """Tell whether the words, in capitals, open a paragraph and a dash or bracket follows soon."""
        token = self.tokens[first]
        if not self.words[first].isupper() or token.sent.tokens[0] is not token:
            return False
        return any(word in ("-", "–", "—", "--", "(", ":") for word in self.words[last + 1 : last + 7])

    def add(
        self, first: int, last: int, key: str, role: ToponymRole, entries: tuple[GazetteerEntry, ...], *, sure: bool
    ) -> None:
        """Keep a toponym unless its words are taken."""
        span = range(first, last + 1)
        if not key or self.taken.intersection(span) or (role != "demonym" and key in NO_PLACE):
            return
        self.taken.update(span)
        if role == "place" and sure and entries:
            self.established.add(key)
        self.found[first] = Toponym(first, last, key, role, entries, sure)
