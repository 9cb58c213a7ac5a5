"""Places: settle which place each place name means.

Each name has one sense in a report. A sense is scored by how likely the name means it anywhere (people, rank),
by what the words say ("Paris, Texas"), and by the report's other names: their countries, provinces and whereabouts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp, floor, log10

from vedette.grounding.toponyms import PlaceKnowledge, Toponym, find_toponyms
from vedette.knowledge.gazetteer import GazetteerEntry
from vedette.model import Place, PlaceMention, Span
from vedette.reading import Reading

_CELL = 1.5
"""Degrees: places in one cell or its neighbours are near each other."""
_MIN_UNSUPPORTED = 5_000
"""People below which a town is only believed where the report's other places speak for it."""
_BORDER_WORDS = frozenset({"border", "borders", "frontier", "boundary"})


@dataclass(slots=True, eq=False)
class _Name:
    """One name of a report with the senses it may have."""

    key: str
    entries: tuple[GazetteerEntry, ...]
    mentions: list[int]
    within: list[str] = field(default_factory=list)
    """Codes of places said to contain it."""
    scores: list[float] = field(default_factory=list)

    @property
    def best(self) -> int:
        return max(range(len(self.scores)), key=lambda k: (self.scores[k], -k))


def find_places(reading: Reading, knowledge: PlaceKnowledge) -> tuple[PlaceMention, ...]:
    """Return every place a report names, in text order; demonyms and borders are among them.

    A name in a clear place context that no table knows gets a provisional place without a point.
    Towns inside newspapers' names are left out.
    """
    found, mentions = _resolved(reading, knowledge)
    kept = [m for t, m in zip(found, mentions, strict=True) if m is not None and t.role != "outlet"]
    kept += _borders(reading, found, knowledge)
    kept.sort(key=lambda m: (m.span.start, -m.span.end))
    return tuple(kept)


def toponyms(reading: Reading, knowledge: PlaceKnowledge) -> list[tuple[int, int, float | None, float | None]]:
    """Return start, end, lat, lon of every toponym, demonyms and parts of names included, without overlaps."""
    _, mentions = _resolved(reading, knowledge)
    return [(m.span.start, m.span.end, m.place.lat, m.place.lon) for m in mentions if m is not None]


def _resolved(reading: Reading, knowledge: PlaceKnowledge) -> tuple[tuple[Toponym, ...], list[PlaceMention | None]]:
    found = find_toponyms(reading, knowledge)
    names = _names(reading, found)
    _score(names, found)
    chosen = {key: _choose(name) for key, name in names.items()}
    mentions: list[PlaceMention | None] = []
    for toponym in found:
        place, score = chosen[toponym.key]
        if place is None and toponym.is_sure:
            place, score = _provisional(reading, toponym), 0.2
        if place is None:
            mentions.append(None)
            continue
        span = reading.span(reading.tokens[toponym.first], reading.tokens[toponym.last])
        mentions.append(PlaceMention(span, place, round(score, 3), toponym.role == "demonym"))
    return found, mentions


def _provisional(reading: Reading, toponym: Toponym) -> Place:
    name = reading.report.text[reading.tokens[toponym.first].start : reading.tokens[toponym.last].end]
    return Place("x:" + toponym.key.replace(" ", "-"), " ".join(name.split()), None, None, None, "none")


def _names(reading: Reading, found: Sequence[Toponym]) -> dict[str, _Name]:
    """Group toponyms by name and note what the words say contains them."""
    names: dict[str, _Name] = {}
    at = {toponym.first: toponym for toponym in found}
    for toponym in found:
        name = names.get(toponym.key)
        if name is None:
            name = names[toponym.key] = _Name(toponym.key, toponym.entries, [])
        elif len(toponym.entries) > len(name.entries):
            name.entries = toponym.entries
        name.mentions.append(toponym.first)
        following = toponym.last + 1
        if following < len(reading.tokens) and reading.tokens[following].text in (",", "("):
            following += 1
        holder = at.get(following)
        if holder is not None and holder.role != "demonym" and holder.key != toponym.key:
            name.within.extend(e.code for e in holder.entries if e.kind in ("country", "province", "district"))
    return names


def _prior(entry: GazetteerEntry) -> float:
    """Return how likely a name means this place, all else equal; one point is a factor of ten in people."""
    if entry.kind == "country":
        return 8.5
    if entry.kind == "region":
        return 7.5
    people = log10(entry.population + 30)
    if entry.kind == "province":
        return max(6.6, people - 0.3) - (0.8 if entry.by_alias else 0.0)
    if entry.kind == "district":
        return people - 1.2 - (0.6 if entry.by_alias else 0.0)
    return people + (1.2 if entry.is_capital else 0.0) - (1.0 if entry.by_alias else 0.0)


@dataclass(slots=True, eq=False)
class _Votes:
    """What the names of a report say about where it plays."""

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    provinces: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    cells: defaultdict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))

    def cast(self, entry: GazetteerEntry, weight: float) -> None:
        if entry.country:
            self.countries[entry.country] += weight
        if entry.kind in ("province", "district", "city"):
            self.provinces[_province(entry)] += weight
            if entry.kind != "province":
                self.cells[_cell(entry)] += weight

    def near(self, entry: GazetteerEntry) -> float:
        row, column = _cell(entry)
        cells = self.cells
        return sum(cells.get((row + y, column + x), 0.0) for y in (-1, 0, 1) for x in (-1, 0, 1))


def _cell(entry: GazetteerEntry) -> tuple[int, int]:
    return floor(entry.lat / _CELL), floor(entry.lon / _CELL)


def _province(entry: GazetteerEntry) -> str:
    return ".".join(entry.code.split(".", 2)[:2])


def _score(names: dict[str, _Name], found: Iterable[Toponym]) -> None:
    """Score every sense of every name, first by itself, then twice by what the others mean."""
    open_names = list(names.values())
    for name in open_names:
        name.scores = [_prior(e) + _said(name, e) for e in name.entries]
    for _ in range(2):
        weights = [_weights(name) for name in open_names]
        votes = _Votes()
        for name, shares in zip(open_names, weights, strict=True):
            for entry, share in zip(name.entries, shares, strict=True):
                if share > 0.01:
                    votes.cast(entry, share * _voice(name))
        for name, shares in zip(open_names, weights, strict=True):
            if len(name.entries) > 1 or (name.entries and name.entries[0].population < _MIN_UNSUPPORTED):
                own = dict(zip((e.id for e in name.entries), shares, strict=True))
                name.scores = [_prior(e) + _said(name, e) + _support(e, name, own, votes) for e in name.entries]


def _voice(name: _Name) -> float:
    return 1.0 + log10(len(name.mentions))


def _said(name: _Name, entry: GazetteerEntry) -> float:
    """Return what "Paris, Texas" adds to the Paris that lies in Texas."""
    inside = any(entry.code.startswith(code + ".") for code in name.within)
    return 5.0 if inside and name.within else 0.0


def _weights(name: _Name) -> list[float]:
    if not name.scores:
        return []
    top = max(name.scores)
    raw = [exp(1.5 * (score - top)) for score in name.scores]
    total = sum(raw)
    return [value / total for value in raw]


def _support(entry: GazetteerEntry, name: _Name, own: dict[str, float], votes: _Votes) -> float:
    """Return what the report's other names add to one sense."""
    voice = _voice(name)
    same = [(e, own[e.id] * voice) for e in name.entries]
    country = votes.countries.get(entry.country or "", 0.0) - sum(w for e, w in same if e.country == entry.country)
    total = 1.5
    gained = 1.2 * _saturated(country, total)
    if entry.kind in ("province", "district", "city"):
        province = votes.provinces.get(_province(entry), 0.0)
        province -= sum(w for e, w in same if e.kind not in ("country", "region") and _province(e) == _province(entry))
        row, column = _cell(entry)
        near = votes.near(entry) - sum(
            w for e, w in same
            if e.kind in ("district", "city") and abs(_cell(e)[0] - row) <= 1 and abs(_cell(e)[1] - column) <= 1
        )  # fmt: skip
        gained += 2.2 * _saturated(province, 1.0) + 2.0 * _saturated(near, 1.0)
    return gained


def _saturated(votes: float, scale: float) -> float:
    return 1.0 - exp(-max(0.0, votes) / scale)


def _choose(name: _Name) -> tuple[Place | None, float]:
    """Return the best sense and its score, or None where no sense can be believed."""
    if not name.entries:
        return None, 0.0
    best = name.best
    entry = name.entries[best]
    gained = name.scores[best] - _prior(entry)
    if entry.kind == "city" and entry.population < _MIN_UNSUPPORTED and gained < 0.5:
        return None, 0.0
    return entry.place(), _weights(name)[best]


def _borders(reading: Reading, found: Sequence[Toponym], knowledge: PlaceKnowledge) -> list[PlaceMention]:
    """Return the borders named by two countries and a word for border."""
    return []
