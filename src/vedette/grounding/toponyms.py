"""Which words of a report name places, before it is settled which places they are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vedette.grounding.place_context import Context
from vedette.grounding.place_lookup import Lookup, PlaceKnowledge, Run, runs
from vedette.grounding.place_parts import BARE_FROM, Inside, ToponymRole
from vedette.grounding.place_words import (
    FEATURE_HEADS,
    INSTITUTIONS,
    JOINERS,
    LOCATING,
    NO_PLACE,
    NO_TOWN,
    NUMBER_LABELS,
    OPENERS,
    PLACE_LABELS,
)
from vedette.knowledge.gazetteer import GazetteerEntry
from vedette.knowledge.placenames import fold_place
from vedette.reading import Reading

_ACTING = frozenset({"nsubj", "nsubjpass", "compound", "poss"})
"""What a government's seat is in its sentence where the government is meant."""


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
    return tuple(finder.directed(finder.found[first]) for first in sorted(finder.found))


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
        self.context = Context(self.look, self.runs, self.found)
        self.persons = self.context.persons
        self.inside = Inside(self.look, self.context, self.established, self.taken)

    def directed(self, toponym: Toponym) -> Toponym:
        """Return the toponym with the part of it that is meant ("North Dallas")."""
        first = toponym.first - 1
        if toponym.role != "place" or first in self.taken or not self.context.is_directed(toponym.first):
            return toponym
        return replace(toponym, first=first)

    def from_names(self) -> None:
        """Read the model's names, places first, for they establish what the others may be."""
        for run in self.runs:
            if run.label in PLACE_LABELS:
                self.place_name(run)
        others = [run for run in self.runs if run.label not in PLACE_LABELS | NUMBER_LABELS]
        for run in others:
            self.village(run)
        for run in others:
            if run.label == "NORP":
                self.people(run)
        for run in others:
            if run.label != "NORP":
                self.other_name(run)

    def place_name(self, run: Run) -> None:
        """Take a name that the model calls a place."""
        first, last = self.look.trim(run.first, run.last)
        if first > last or self.context.is_no_place(first, last) or self.context.is_surname(first, last, run.label):
            return
        if first and self.words[first - 1].lower() in OPENERS and first - 1 not in self.taken:
            first -= 1
        last = self.stretched(first, last)
        if self.whole(first, last) or self.people_at(first, last):
            return
        if self.feature(first, last):
            return
        building = run.label == "FAC"
        if (run.label == "GPE" and self.misspelt(first, last)) or self.parts(first, last, strict=building):
            return
        if not building and self.context.is_located(first, last) and self.context.is_name(first, last):
            self.add(first, last, fold_place(self.look.slice(first, last)), "place", (), sure=True)

    def feature(self, first: int, last: int) -> bool:
        """Take the name of a natural feature or large work; it lies where the town lies whose name it bears."""
        end = self.context.feature(first, last)
        if end is None or self.taken.intersection(range(first, end + 1)):
            return False
        head = self.words[first].lower() in FEATURE_HEADS
        match = self.look.longest(first + head, end + 1) if end > first else None
        if match is not None and not match.is_demonym and first + head + match.tokens <= end + head:
            entries = tuple(e for e in match.entries if e.kind in ("city", "district", "region"))
        else:
            entries = ()
        key = match.key if match is not None and entries else fold_place(self.look.slice(first, end))
        self.add(first, end, key, "feature", entries, sure=True)
        return True

    def misspelt(self, first: int, last: int) -> bool:
        """Take the run as the name of a large town, one letter wrong."""
        words = self.look.slice(first, last)
        entries = self.look.gazetteer.misspelt(words) if self.context.is_located(first, last) else ()
        if entries:
            self.add(first, last, fold_place(words), "place", entries, sure=True)
        return bool(entries)

    def stretched(self, first: int, last: int) -> int:
        """Return the end of the name, farther right where a longer known name begins there ("French Guiana")."""
        after = last + 1
        if after + 1 < len(self.words) and self.words[after] in JOINERS:
            after += 1
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
            self.add(first, self.context.unranked(first, last), fold_place(words), "place", entries, sure=True)
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
        if not self.mistyped(first, last, "NORP"):
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

    def village(self, run: Run) -> None:
        """Take a name that the words beside it call a village, town or district, whatever the model calls it."""
        first, last = self.look.trim(run.first, run.last)
        if first > last or self.taken.intersection(range(first, last + 1)):
            return
        words = self.look.slice(first, last)
        if not self.context.is_name(first, last) or self.look.demonym(words) is not None:
            return
        entries = self.look.entries(words)
        listed = bool(entries) and self.context.is_listed(first, self.context.before(first))
        if listed or self.context.is_village(first, last):
            self.add(first, last, fold_place(words), "place", entries, sure=True)

    def mistyped(self, first: int, last: int, label: str) -> bool:
        """Take a whole name as a place against the model, where report or context speaks for it."""
        words = self.look.slice(first, last)
        entries = self.look.entries(words)
        key = fold_place(words)
        if self.context.is_titled(first) or not (entries or key in self.established):
            return False
        if self.context.is_no_place(first, last):
            return False
        if not entries:
            self.add(first, last, key, "place", (), sure=True)
            return True
        if label == "ORG" and self.is_seat(first, last):
            return True
        known = entries[0].kind in ("country", "region") or (entries[0].kind == "province" and label != "PERSON")
        if not known and (first == last and words in self.persons):
            return False
        if not known and key not in self.established:
            large = max(e.population for e in entries) >= BARE_FROM
            if not large or not (self.context.is_located(first, last) or self.context.is_dateline(first, last)):
                return False
        self.add(first, last, key, "place", entries, sure=known)
        return True

    def is_seat(self, first: int, last: int) -> bool:
        """Tell whether a building stands for the government that sits in it ("the Kremlin said")."""
        words = self.look.slice(first, last)
        known = self.look.countries.capital(words)
        if known is None or words not in known.seats or self.tokens[last].dep not in _ACTING:
            return False
        before = first - 1 if self.context.before(first) == "the" else first
        return self.context.before(before) not in LOCATING

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
        if self.context.is_no_place(at, last) or not (
            country or match.key in self.established or self.is_bare_town(at, last)
        ):
            return 1
        if country or match.key in self.established or match.entries[0].population >= BARE_FROM:
            self.add(at, last, match.key, "place", match.entries, sure=country)
        return match.tokens

    def is_bare_town(self, first: int, last: int) -> bool:
        """Tell whether context makes a town of words that the model took for nothing."""
        if first == last and (self.words[first].lower() in NO_TOWN or self.words[first] in self.persons):
            return False
        if self.context.is_dateline(first, last) or self.context.is_ranked(first, last):
            return True
        return self.tokens[first].pos == "PROPN" and self.context.is_located(first, last)

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
        """Take the places inside a longer name; strict asks for more than a match."""
        hit = False
        for part in self.inside.within(first, last, strict=strict):
            match = part.match
            self.add(part.first, part.last, match.key, part.role, match.entries, sure=match.is_demonym or not strict)
            hit = True
        return hit

    def add(
        self, first: int, last: int, key: str, role: ToponymRole, entries: tuple[GazetteerEntry, ...], *, sure: bool
    ) -> None:
        """Keep a toponym unless its words are taken."""
        span = range(first, last + 1)
        if not key or self.taken.intersection(span) or (role != "demonym" and key in NO_PLACE):
            return
        self.taken.update(span)
        if role == "place" and sure and (entries or self.context.is_village(first, last)):
            self.established.add(key)
        self.found[first] = Toponym(first, last, key, role, entries, sure)
