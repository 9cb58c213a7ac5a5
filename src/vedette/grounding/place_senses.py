"""Which place a name means: likely in itself, said by the words, borne out by the report's other names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp, floor, log10

from vedette.knowledge.gazetteer import GazetteerEntry
from vedette.knowledge.place_priors import priors, shares

_CELL = 1.5
"""Degrees: places in one cell or its neighbours are near each other."""
MIN_UNSUPPORTED = 5_000
"""People below which a town is only believed where the report's other places speak for it."""
MIN_UNSUPPORTED_ALIAS = 30_000
"""The same for a town found by another of its names."""
# Points of score; one point of a town is a factor of ten in people.
_SAID = 6.0
_RANK_SAID = 3.0
_HOME = 0.6
"""For places of the publisher's own country: a little, for agencies report on the whole world."""
_SEAT = 3.0
"""For a town and a district of which the report names both, where the one lies in the other."""
_SAME_COUNTRY, _SAME_PROVINCE, _NEAR = 2.2, 2.2, 2.0
_COUNTRY_VOICES, _PROVINCE_VOICES, _NEAR_VOICES = 1.5, 1.0, 1.0
"""Other names it takes to gain two thirds of those points."""
_LIKE = 1.5
"""For a province or country among provinces or countries of the same list."""
_ROUNDS = 3


@dataclass(slots=True, eq=False)
class Name:
    """One name of a report with the senses it may have."""

    entries: tuple[GazetteerEntry, ...]
    mentions: int = 0
    """Those that stand for the place itself; a street of that name speaks for nothing."""
    said: frozenset[str] = frozenset()
    """Codes of places that the words say contain it, here or elsewhere in the report."""
    kind: str = ""
    """Kind of place that a word of rank beside it tells ("province"); empty where none does."""
    listed: list[Name] = field(default_factory=list)
    """Names it stands beside in a list: they are apt to be of its kind ("California, Washington and Utah")."""
    scores: list[float] = field(default_factory=list)
    gains: list[float] = field(default_factory=list)
    """What words and report added to each sense."""

    @property
    def best(self) -> int:
        """Index of the best sense; names without one must not be asked."""
        return max(range(len(self.scores)), key=lambda k: (self.scores[k], -k))

    def shares(self) -> list[float]:
        """Return the weight of each sense; they add up to 1."""
        return shares(self.scores)


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


def settle(names: Iterable[Name], home: str | None = None) -> None:
    """Score every sense of every name, first by itself, then by what the others mean.

    home: country of the publisher (ISO alpha-3), whose towns its reports name without saying so; None if unknown.
    """
    open_names = [name for name in names if name.entries]
    for name in open_names:
        name.gains = [_said(name, entry, home) for entry in name.entries]
        _total(name)
    seats = _seats(open_names)
    for _ in range(_ROUNDS):
        votes = _Votes()
        weights = [name.shares() for name in open_names]
        for name, own in zip(open_names, weights, strict=True):
            voice = _voice(name)
            for entry, share in zip(name.entries, own, strict=True):
                if share > 0.01:
                    votes.cast(entry, share * voice)
        for name, own in zip(open_names, weights, strict=True):
            if len(name.entries) > 1 or name.entries[0].population < MIN_UNSUPPORTED:
                support = _support(name, own, votes, seats)
                name.gains = [_said(name, e, home) + s for e, s in zip(name.entries, support, strict=True)]
                _total(name)


def _seats(names: Sequence[Name]) -> frozenset[str]:
    """Return the codes of districts that one name may mean while another may mean a town in them."""
    districts = {e.code for name in names for e in name.entries if e.kind == "district" and not e.by_alias}
    if not districts:
        return frozenset()
    towns = {
        e.code for name in names if not any(e.kind == "district" and not e.by_alias for e in name.entries)
        for e in name.entries if e.kind == "city"
    }  # fmt: skip
    return frozenset(districts & towns)


def _total(name: Name) -> None:
    name.scores = [prior + gain for prior, gain in zip(priors(name.entries), name.gains, strict=True)]


def _cell(entry: GazetteerEntry) -> tuple[int, int]:
    return floor(entry.lat / _CELL), floor(entry.lon / _CELL)


def _province(entry: GazetteerEntry) -> str:
    return ".".join(entry.code.split(".", 2)[:2])


def _voice(name: Name) -> float:
    return 1.0 + log10(name.mentions) if name.mentions else 0.0


def _said(name: Name, entry: GazetteerEntry, home: str | None) -> float:
    """Return what "Paris, Texas" adds to the Paris that lies in Texas, "Kunduz province" to the province."""
    gain = _RANK_SAID if name.kind and entry.kind == name.kind else 0.0
    gain += _HOME if home is not None and entry.country == home and entry.kind != "country" else 0.0
    return gain + (_SAID if name.said and any(entry.code.startswith(code + ".") for code in name.said) else 0.0)


def _support(name: Name, own: Sequence[float], votes: _Votes, seats: frozenset[str]) -> list[float]:
    """Return what the report's other names add to each sense: same country, same province, near by."""
    voice = _voice(name)
    mine = _Votes()
    for entry, share in zip(name.entries, own, strict=True):
        if share > 0.01:
            mine.cast(entry, share * voice)
    gained = []
    for entry in name.entries:
        country = entry.country or ""
        voices = votes.countries.get(country, 0.0) - mine.countries.get(country, 0.0)
        gain = _SAME_COUNTRY * _saturated(voices, _COUNTRY_VOICES)
        if entry.kind in ("province", "district", "city"):
            province = _province(entry)
            voices = votes.provinces.get(province, 0.0) - mine.provinces.get(province, 0.0)
            gain += _SAME_PROVINCE * _saturated(voices, _PROVINCE_VOICES)
            gain += _NEAR * _saturated(_near(votes, entry) - _near(mine, entry), _NEAR_VOICES)
            gain += _SEAT if entry.code in seats and entry.kind != "province" else 0.0
        gained.append(gain + _likeness(name, entry))
    return gained


def _likeness(name: Name, entry: GazetteerEntry) -> float:
    """Return what the names of the same list add to a sense of their kind."""
    if not name.listed or entry.kind not in ("province", "country"):
        return 0.0
    return _LIKE * sum(one.entries[one.best].kind == entry.kind for one in name.listed) / len(name.listed)


def _near(votes: _Votes, entry: GazetteerEntry) -> float:
    row, column = _cell(entry)
    cells = votes.cells
    return sum(cells.get((row + y, column + x), 0.0) for y in (-1, 0, 1) for x in (-1, 0, 1))


def _saturated(votes: float, scale: float) -> float:
    return 1.0 - exp(-max(0.0, votes) / scale)
