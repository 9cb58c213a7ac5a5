"""Look place names up among the tokens of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from vedette.grounding.place_words import DIRECTIONS, RANKS, TRIMMED
from vedette.knowledge.actors import Actors
from vedette.knowledge.countries import Countries
from vedette.knowledge.gazetteer import Gazetteer, GazetteerEntry
from vedette.knowledge.placenames import fold_place
from vedette.reading import Reading, Token

_ACRONYM = 4
"""Letters up to which a word in capitals is an acronym and no town."""
_LARGE = 200_000
"""People above which a town is meant rather than a country by its old or second name (Gold Coast, Holland)."""
_ABBREVIATION = 8
"""Code points of the longest abbreviation."""


class PlaceKnowledge(Protocol):
    """The knowledge that place names need."""

    @property
    def countries(self) -> Countries:
        """Countries by name and demonym."""

    @property
    def actors(self) -> Actors:
        """Actors by name, publishers among them."""

    @property
    def gazetteer(self) -> Gazetteer:
        """Places by name."""


class Match(NamedTuple):
    """A known name among the tokens."""

    tokens: int
    """Tokens it takes."""
    key: str
    """Folded name; "~" before demonyms."""
    entries: tuple[GazetteerEntry, ...]
    is_demonym: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A name as the model cut it: first and last token, both included."""

    first: int
    last: int
    label: str


def runs(tokens: Sequence[Token]) -> Iterator[Run]:
    """Yield the model's names in text order."""
    at, end = 0, len(tokens)
    while at < end:
        label = tokens[at].ent
        if not label:
            at += 1
            continue
        last = at
        while last + 1 < end and tokens[last + 1].ent == label and not tokens[last + 1].ent_start:
            last += 1
        yield Run(at, last, label)
        at = last + 1


class Lookup:
    """Looks up runs of one report's tokens."""

    def __init__(self, reading: Reading, knowledge: PlaceKnowledge) -> None:
        self.text = reading.report.text
        self.tokens = reading.tokens
        self.words = [token.text for token in reading.tokens]
        self.gazetteer = knowledge.gazetteer
        self.countries = knowledge.countries

    def slice(self, first: int, last: int) -> str:
        """Return the words from token `first` to `last`, both included."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def entries(self, words: str) -> tuple[GazetteerEntry, ...]:
        """Return everything a name may mean, best first, the country of that name among it."""
        found = self.gazetteer.find(words)
        if words.isupper() and len(words) <= _ACRONYM:
            found = tuple(e for e in found if e.kind in ("country", "region"))
        if found and found[0].kind == "country":
            # "Mexico" is the country, whatever province or town of it bears its name.
            return tuple(e for e in found if e.id == found[0].id or e.country != found[0].country)
        country = self.countries.named(words)
        entry = self.gazetteer.country(country.iso3) if country is not None else None
        if entry is None:
            return found
        if any((e.kind == "province" and e.country == entry.country) or e.population >= _LARGE for e in found):
            return found
        return (entry, *(e for e in found if e.country != entry.country))

    def demonym(self, words: str) -> GazetteerEntry | None:
        """Return the country or region of an adjective or people, or None."""
        region = self.gazetteer.adjective(words)
        if region is not None:
            return region
        country = self.countries.demonym(words)
        return self.gazetteer.country(country.iso3) if country is not None else None

    def abbreviation(self, at: int, *, after: bool) -> GazetteerEntry | None:
        """Return what an abbreviation at a token stands for; after: a place and a comma stand before it."""
        word = self.words[at]
        if len(word) > _ABBREVIATION or not word[:1].isupper():
            return None
        found = self.gazetteer.abbreviation(word, after_place=after)
        if found is None and at + 1 < len(self.words) and self.words[at + 1] == ".":
            found = self.gazetteer.abbreviation(word + ".", after_place=after)
        return found

    def longest(self, at: int, stop: int) -> Match | None:
        """Return the longest known name that begins at `at` and ends before `stop`, or None."""
        words = self.words[at:stop]
        place = self.gazetteer.longest(words, 0)
        country = self.countries.longest(words, 0)
        best = max(place[0] if place else 0, country[0] if country else 0)
        if stop - at > 1:
            region = self.gazetteer.adjective(self.slice(at, at + 1))
            if region is not None and best <= 2:
                return Match(2, "~" + fold_place(self.slice(at, at + 1)), (region,), is_demonym=True)
        if not best:
            short = self.abbreviation(at, after=False)
            return None if short is None else Match(1, fold_place(words[0]), (short,), is_demonym=False)
        name = self.slice(at, at + best - 1)
        if country is not None and country[0] == best and country[2]:
            people = self.demonym(name) or self.gazetteer.country(country[1].iso3)
            return None if people is None else Match(best, "~" + fold_place(name), (people,), is_demonym=True)
        entries = self.entries(name)
        return Match(best, fold_place(name), entries, is_demonym=False) if entries else None

    def trim(self, first: int, last: int) -> tuple[int, int]:
        """Drop articles, possessives, quotation marks, "eastern" and "the city of" from the ends of a run."""
        words = self.words
        while first <= last and (words[first] in TRIMMED or (words[first] in DIRECTIONS and first < last)):
            first += 1
        while first <= last and words[last] in TRIMMED:
            last -= 1
        if last - first >= 2 and words[first + 1] == "of" and words[first].lower() in RANKS:
            first += 2
        return first, last
