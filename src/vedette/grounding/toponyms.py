"""Which words of a report name places, before it is settled which places they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from vedette.knowledge.countries import Countries
from vedette.knowledge.gazetteer import Gazetteer, GazetteerEntry
from vedette.knowledge.placenames import fold_place
from vedette.reading import Reading, Token

ToponymRole = Literal["place", "inside", "outlet", "demonym"]
"""place: stands for itself; inside: part of an organisation's or building's name; outlet: part of a
newspaper's name; demonym: an adjective or a people."""

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_LOCATING = frozenset({
    "in", "at", "near", "from", "outside", "around", "across", "throughout", "toward", "towards", "inside", "to",
    "into", "through", "via", "between", "off", "over", "within", "of", "along", "north", "south", "east", "west",
})  # fmt: skip
_RANK_NOUNS = frozenset({
    "city", "town", "village", "province", "region", "district", "county", "state", "island", "suburb", "port",
    "capital", "municipality", "neighbourhood", "neighborhood", "area", "oblast", "governorate", "camp", "township",
})  # fmt: skip
_OUTLETS = frozenset({
    "times", "post", "globe", "tribune", "herald", "press", "journal", "news", "gazette", "observer", "chronicle",
    "mail", "telegraph", "star", "sun", "examiner", "inquirer", "dispatch", "daily", "today", "broadcasting",
    "radio", "tv", "television", "newspaper", "magazine", "courier", "bee", "register", "monitor", "report",
})  # fmt: skip
_INSTITUTIONS = frozenset({
    "police", "county", "city", "university", "hospital", "high", "school", "schools", "department", "council",
    "airport", "court", "fire", "sheriff", "municipal", "district", "college", "parish", "public", "regional",
    "international", "community", "general", "superior", "circuit", "medical", "health", "road", "street", "bridge",
    "river", "station", "prison", "jail", "park", "museum", "stadium", "chamber", "planning", "board", "hall",
    "mayor", "town", "township", "village", "metropolitan", "area", "state", "central", "memorial", "fair",
    "film", "festival", "church", "cathedral", "mosque", "embassy", "consulate", "zoo", "library", "garden",
    "gardens", "theatre", "theater", "harbor", "harbour", "port", "elementary", "middle", "independent",
})  # fmt: skip
# Words of organisations' names that are also towns.
_NO_TOWN = frozenset({
    "national", "union", "general", "central", "justice", "independence", "police", "media", "mobile", "enterprise",
    "commerce", "liberty", "hope", "university", "college", "progress", "press", "times", "post", "star", "sun",
    "bank", "park", "lake", "church", "hospital", "high", "imperial", "republic", "democrat", "christian", "catholic",
    "islamic", "house", "senate", "court", "county", "north", "south", "east", "west", "street", "city", "state",
    "president", "king", "prince", "queen", "freedom", "normal", "green", "black", "white", "home", "cross",
    "social", "young", "best", "battle", "grand", "american", "first", "world", "force", "forces", "army", "navy",
    "of", "march", "may", "june", "monday", "friday", "sunday", "english", "police", "fire", "center", "centre",
    "universal", "new", "old", "mission", "eden", "success", "energy", "early", "industry", "trinity", "castle",
    "price", "experiment", "power", "eagle", "holy", "ministry", "minister", "medical", "school", "red", "blue",
    "big", "sweet", "bay", "beach", "chase", "rally", "champion", "champions", "golden", "summit", "summer",
    "winter", "spring", "junction", "station", "bridge", "rock", "forest", "temple", "mall", "plaza", "corona",
    "guard", "pilot", "metropolis", "olympia", "victory", "defiance", "moral", "justus", "commission", "most",
    "league", "cup", "street", "premier", "royal", "golf", "data", "man", "bar", "mars", "date", "male", "van",
    "internet", "christmas", "easter", "god", "mercury", "the", "de", "la", "el", "al", "san", "santa", "saint",
})  # fmt: skip
_DIRECTIONS = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast",
    "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "upper",
    "lower", "downtown", "greater", "mid", "inner", "outer", "historic", "old", "metro", "metropolitan",
})  # fmt: skip
_JUNK = frozenset(
    {"'s", "’s", "'", "’", '"', "“", "”", "(", ")", ",", ".", "-", "–", "the", "The", "THE", "a", "A", "an"}
)
INSIDE_FROM = 15_000
"""People a town needs to be believed inside an organisation's name on the strength of the words behind it alone."""
BARE_FROM = 3_000
"""People a town needs to be believed where only a preposition says that a place is meant."""


class PlaceKnowledge(Protocol):
    """The knowledge that place names need."""

    @property
    def countries(self) -> Countries:
        """Countries by name and demonym."""

    @property
    def gazetteer(self) -> Gazetteer:
        """Places by name."""


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


@dataclass(frozen=True, slots=True)
class _Run:
    """A name as the model cut it."""

    first: int
    last: int
    label: str


def find_toponyms(reading: Reading, knowledge: PlaceKnowledge) -> tuple[Toponym, ...]:
    """Return the words that name places, in text order, without overlaps."""
    finder = _Finder(reading, knowledge)
    finder.from_names()
    finder.from_capitals()
    finder.before_commas()
    return finder.sorted()


class _Finder:
    """Gathers the toponyms of one report."""

    def __init__(self, reading: Reading, knowledge: PlaceKnowledge) -> None:
        self.text = reading.report.text
        self.tokens = reading.tokens
        self.words = [token.text for token in reading.tokens]
        self.knowledge = knowledge
        self.found: dict[int, Toponym] = {}
        self.taken: set[int] = set()
        self.runs = list(_runs(self.tokens))
        self.established: set[str] = set()
        self.persons: set[str] = set()
        for run in self.runs:
            if run.label == "PERSON" and run.last > run.first:
                self.persons.update(self.words[run.first : run.last + 1])

    def sorted(self) -> tuple[Toponym, ...]:
        return tuple(self.found[first] for first in sorted(self.found))

    def from_names(self) -> None:
        """Read the model's names, sure ones first, for they establish what later ones may be."""
        for run in self.runs:
            if run.label in _PLACE_LABELS:
                self.place_name(run)
            elif run.label == "NORP":
                self.people(run)
        for run in self.runs:
            if run.label not in _PLACE_LABELS and run.label != "NORP":
                self.other_name(run)

    def place_name(self, run: _Run) -> None:
        first, last = self.trim(run.first, run.last)
        if first > last:
            return
        if first > 0 and self.words[first - 1] in self.persons and self.words[first] in self.persons:
            return
        if run.label == "GPE" and first == last and self.words[first] in self.persons and not self.located(first):
            return
        if self.whole(first, last, "place", sure=True) or self.people_at(first, last):
            return
        if self.parts(first, last, "inside" if run.label == "FAC" else "place", strict=run.label == "FAC"):
            return
        self.add(first, last, fold_place(self.slice(first, last)), "place", (), sure=run.label == "GPE")

    def people(self, run: _Run) -> None:
        first, last = self.trim(run.first, run.last)
        if first <= last and not self.people_at(first, last):
            self.parts(first, last, "inside", strict=True)

    def people_at(self, first: int, last: int) -> bool:
        """Take the whole run as a demonym."""
        words = self.slice(first, last)
        country = self.knowledge.countries.demonym(words)
        entry = self.knowledge.gazetteer.country(country.iso3) if country else self.knowledge.gazetteer.adjective(words)
        if entry is None:
            return False
        self.add(first, last, "~" + fold_place(words), "demonym", (entry,), sure=True)
        return True

    def other_name(self, run: _Run) -> None:
        """Look for a place in what the model takes for something else."""
        if run.label in ("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "LANGUAGE"):
            return
        first, last = self.trim(run.first, run.last)
        if first > last:
            return
        if self.mistyped(first, last, run.label):
            return
        if run.label != "PERSON":
            self.parts(first, last, "inside", strict=True)
        elif self.words[last].lower() in _INSTITUTIONS:
            self.parts(first, last - 1, "inside", strict=True)

    def mistyped(self, first: int, last: int, label: str) -> bool:
        """Take a whole name as a place against the model, where report or context speaks for it."""
        words = self.slice(first, last)
        key = fold_place(words)
        entries = self.entries(words, key)
        if not entries:
            return False
        strong = entries[0].kind in ("country", "region")
        strong = strong or (entries[0].kind == "province" and label != "PERSON")
        if first == last and words in self.persons and not strong:
            return False
        if strong or key in self.established or self.located(first) or self.named_rank(first, last):
            if max(e.population for e in entries) < BARE_FROM and not strong and key not in self.established:
                return False
            self.add(first, last, key, "place", entries, sure=strong)
            return True
        return False

    def from_capitals(self) -> None:
        """Look at capitalised words that the model took for nothing."""
        at, end = 0, len(self.tokens)
        while at < end:
            token = self.tokens[at]
            if (
                at in self.taken
                or token.ent
                or not token.text[:1].isupper()
                or token.pos not in ("PROPN", "NOUN", "ADJ")
            ):
                at += 1
                continue
            at += self.bare(at)

    def bare(self, at: int) -> int:
        """Try the run of words from `at`; return how many tokens to go on."""
        stop = at + 1
        while stop < len(self.tokens) and stop < at + 6 and not self.tokens[stop].ent and stop not in self.taken:
            stop += 1
        match = self.longest(at, stop)
        if match is None:
            return 1
        count, key, entries, demonym = match
        if demonym:
            self.add(at, at + count - 1, "~" + key, "demonym", entries, sure=True)
            return count
        word = self.words[at].lower()
        if entries[0].kind in ("country", "region") or key in self.established:
            pass
        elif word in _NO_TOWN or (count == 1 and self.words[at] in self.persons):
            return 1
        elif not (self.dateline(at, at + count - 1) or (self.tokens[at].pos == "PROPN" and self.located(at))):
            return 1
        elif entries[0].population < BARE_FROM:
            return count
        self.add(at, at + count - 1, key, "place", entries, sure=entries[0].kind == "country")
        return count

    def before_commas(self) -> None:
        """Find towns the model missed by the province behind them ("Bristol, Tenn.")."""
        for at in range(2, len(self.tokens)):
            if self.words[at - 1] != "," or at - 2 in self.taken or not self.words[at - 2][:1].isupper():
                continue
            place = self.found.get(at)
            inside = place.entries[0] if place and place.entries else self.gazetteer_abbreviation(at, after=True)
            if inside is None or inside.kind not in ("province", "country", "district"):
                continue
            for first in range(max(0, at - 5), at - 1):
                if self.words[first][:1].isupper() and not self.taken.intersection(range(first, at - 1)):
                    words = self.slice(first, at - 2)
                    entries = [e for e in self.knowledge.gazetteer.find(words) if e.code.startswith(inside.code + ".")]
                    if entries:
                        self.add(first, at - 2, fold_place(words), "place", tuple(entries), sure=True)
                        if place is None:
                            self.add(at, at, fold_place(self.words[at]), "place", (inside,), sure=True)
                        break

    def gazetteer_abbreviation(self, at: int, *, after: bool) -> GazetteerEntry | None:
        word = self.words[at]
        if len(word) > 8:
            return None
        entry = self.knowledge.gazetteer.abbreviation(word, after_place=after)
        if entry is None and at + 1 < len(self.words) and self.words[at + 1] == ".":
            entry = self.knowledge.gazetteer.abbreviation(word + ".", after_place=after)
        return entry

    def whole(self, first: int, last: int, role: ToponymRole, *, sure: bool) -> bool:
        words = self.slice(first, last)
        after = first > 1 and (
            first - 1 in self.taken or (self.words[first - 1] == "," and self.words[first - 2][:1].isupper())
        )
        short = self.gazetteer_abbreviation(first, after=after) if first == last else None
        if short is not None:
            self.add(first, last, fold_place(words), role, (short,), sure=sure)
            return True
        key = fold_place(words)
        entries = self.entries(words, key)
        if not entries:
            return False
        self.add(first, last, key, role, entries, sure=sure)
        return True

    def entries(self, words: str, key: str) -> tuple[GazetteerEntry, ...]:
        """Return everything a name may mean, the country of that name among it."""
        found = self.knowledge.gazetteer.find(words) if key else ()
        if not found or found[0].kind != "country":
            country = self.knowledge.countries.named(words)
            entry = self.knowledge.gazetteer.country(country.iso3) if country is not None else None
            if entry is not None and entry not in found:
                found = (entry, *found)
        return found

    def parts(self, first: int, last: int, role: ToponymRole, *, strict: bool) -> bool:
        """Find places inside a longer name; strict asks for more than a match."""
        at, hit = first, False
        while at <= last:
            word = self.words[at]
            match = self.longest(at, last + 1) if word[:1].isupper() and at not in self.taken else None
            if match is None:
                at += 1
                continue
            count, key, entries, demonym = match
            if demonym:
                self.add(at, at + count - 1, "~" + key, "demonym", entries, sure=True)
                hit = True
            elif self.believed(at, count, last, key, entries, strict=strict):
                outlet = role == "inside" and any(w.lower() in _OUTLETS for w in self.words[at + count : last + 1])
                self.add(at, at + count - 1, key, "outlet" if outlet else role, entries, sure=not strict)
                hit = True
            else:
                count = 1
            at += count
        return hit

    def believed(
        self, at: int, count: int, last: int, key: str, entries: tuple[GazetteerEntry, ...], *, strict: bool
    ) -> bool:
        """Tell whether a match inside a longer name is a place."""
        kind = entries[0].kind
        if kind in ("country", "region"):
            return True
        word = self.words[at].lower()
        if count == 1 and (word in _NO_TOWN or word in _DIRECTIONS):
            return False
        if key in self.established or any(e.kind == "province" and not e.by_alias for e in entries):
            return True
        if count == 1 and self.words[at] in self.persons:
            return False
        if not strict:
            return entries[0].population >= BARE_FROM or at + count - 1 == last
        if at + count <= last:
            return entries[0].population >= INSIDE_FROM and self.words[at + count].lower() in _INSTITUTIONS
        return entries[0].population >= INSIDE_FROM and self.words[at - 1].lower() in ("of", "at", "in", ",")

    def longest(self, at: int, stop: int) -> tuple[int, str, tuple[GazetteerEntry, ...], bool] | None:
        """Return token count, key, places and whether it is a demonym, of the longest match from `at`."""
        words = self.words[at:stop]
        place = self.knowledge.gazetteer.longest(words, 0)
        country = self.knowledge.countries.longest(words, 0)
        if country is not None and (place is None or country[0] >= place[0]):
            count, state, demonym = country
            entry = self.knowledge.gazetteer.country(state.iso3)
            if entry is not None:
                key = fold_place(self.slice(at, at + count - 1))
                if place is not None and place[0] == count and not demonym:
                    return count, key, (entry, *(e for e in place[1] if e != entry)), False
                return count, key, (entry,), demonym
        if place is None:
            short = self.gazetteer_abbreviation(at, after=False)
            return None if short is None else (1, fold_place(self.words[at]), (short,), False)
        return place[0], fold_place(self.slice(at, at + place[0] - 1)), place[1], False

    def trim(self, first: int, last: int) -> tuple[int, int]:
        """Drop articles, possessives, quotation marks and "the city of" from the ends of a name."""
        while first <= last and self.words[first] in _JUNK:
            first += 1
        while first <= last and self.words[last] in _JUNK:
            last -= 1
        if last - first >= 2 and self.words[first + 1] == "of" and self.words[first].lower() in _RANK_NOUNS:
            first += 2
        return first, last

    def located(self, at: int) -> bool:
        """Tell whether a preposition of place governs the name that begins at `at`."""
        before = self.words[at - 1].lower() if at else ""
        if before == "of":
            return at > 1 and self.words[at - 2].lower() in _RANK_NOUNS | _DIRECTIONS
        return before in _LOCATING

    def named_rank(self, first: int, last: int) -> bool:
        """Tell whether a word for a kind of place stands beside the name."""
        before = self.words[first - 1].lower() if first else ""
        after = self.words[last + 1].lower() if last + 1 < len(self.words) else ""
        return before in _RANK_NOUNS or after in _RANK_NOUNS

    def dateline(self, first: int, last: int) -> bool:
        """Tell whether the words open a paragraph and a dash, bracket or comma with a place follows."""
        token = self.tokens[first]
        opening = token.sent.tokens[0] is token and (
            first == 0 or "\n" in self.text[self.tokens[first - 1].end : token.start]
        )
        if not opening:
            return False
        behind = self.words[last + 1 : last + 8]
        return any(word in ("-", "–", "—", "--", "(") for word in behind) and self.words[first].isupper()

    def slice(self, first: int, last: int) -> str:
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def add(
        self, first: int, last: int, key: str, role: ToponymRole, entries: tuple[GazetteerEntry, ...], *, sure: bool
    ) -> None:
        span = range(first, last + 1)
        if not key or self.taken.intersection(span):
            return
        self.taken.update(span)
        if role == "place" and sure:
            self.established.add(key)
        self.found[first] = Toponym(first, last, key, role, entries, sure)


def _runs(tokens: Sequence[Token]) -> Iterator[_Run]:
    at, end = 0, len(tokens)
    while at < end:
        label = tokens[at].ent
        if not label:
            at += 1
            continue
        last = at
        while last + 1 < end and tokens[last + 1].ent == label and not tokens[last + 1].ent_start:
            last += 1
        yield _Run(at, last, label)
        at = last + 1
