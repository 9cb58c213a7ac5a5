"""Gazetteer: names of places and where they lie.

Six readable tables in `data/`: `gazetteer.tsv.xz` (provinces, districts and cities of GeoNames, built by
`tools/build_gazetteer.py`), `gazetteer_countries.tsv`, `gazetteer_borders.tsv`, `regions.tsv`, `base_places.tsv`
and `gazetteer_abbreviations.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from vedette.knowledge.place_entries import EntryKind, GazetteerEntry
from vedette.knowledge.place_rows import PlaceRows
from vedette.knowledge.place_tables import PlaceTables, by_name
from vedette.knowledge.placenames import bare_admin_name, fold_place, has_rank_word

__all__ = ["EntryKind", "Gazetteer", "GazetteerEntry"]

_DATA = Path(__file__).parent / "data"
_JOINERS = frozenset("of the de del da do di la le al el and upon on sur am der es -".split())
_LONGEST = 6
_CACHE_SIZE = 60_000
_MISSPELT_FROM = 6


@dataclass(slots=True, eq=False)
class Gazetteer:
    """Places by name."""

    _rows: PlaceRows = field(repr=False)
    _tables: PlaceTables = field(repr=False)
    _own: dict[str, tuple[GazetteerEntry, ...]] = field(default_factory=dict, repr=False)
    """Places of the user's own by folded name; a name that stands here means them alone."""
    _found: dict[str, tuple[GazetteerEntry, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def load(cls, path: Path | None = None) -> Gazetteer:
        """Read the shipped tables, or those in the folder `path`.

        Raises DataFileInvalid, naming file and line, where a table is malformed.
        """
        folder = path or _DATA
        return cls(PlaceRows.load(folder / "gazetteer.tsv.xz"), PlaceTables.load(folder))

    @property
    def version(self) -> str:
        """Form of the large table, its input and digest."""
        return self._rows.version

    def with_own(self, own: Iterable[tuple[GazetteerEntry, tuple[str, ...]]]) -> Gazetteer:
        """Return a gazetteer in which the names given with these places mean them alone."""
        return replace(self, _own=by_name(list(own)), _found={})

    def find(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Return the places a name may mean: countries and regions, capitals, then the most populous first.

        Accents, full stops, hyphens and "St."/"Saint" do not matter. A name in lower case finds nothing:
        "reading" is no town, "Reading" may be.
        """
        if not name or not any(c.isupper() for c in name):
            return ()
        found = self._found.get(name)
        if found is None:
            if len(self._found) >= _CACHE_SIZE:
                self._found.clear()
            found = self._found[name] = self._look_up(fold_place(name))
        return found

    def country(self, iso3: str) -> GazetteerEntry | None:
        """Return a country's point and radius, or None for an unknown code."""
        return self._tables.countries.get(iso3)

    def border(self, one: str, other: str) -> GazetteerEntry | None:
        """Return the border between two countries (ISO alpha-3, in any order), or None if they share none."""
        return self._tables.borders.get((one, other) if one < other else (other, one))

    def border_km(self, one: str, other: str) -> float | None:
        """Return the length of the border between two countries, or None if they share none."""
        border = self.border(one, other)
        return border.length_km if border is not None else None

    def adjective(self, words: str) -> GazetteerEntry | None:
        """Return the region an adjective such as "Central Asian" belongs to, or None; countries are not among them."""
        return self._tables.adjectives.get(words)

    def abbreviation(self, text: str, *, after_place: bool = False) -> GazetteerEntry | None:
        """Return what an abbreviation such as "Ky." or "NSW" stands for, or None.

        after_place: True where it stands behind another place and a comma, so that "OR" is Oregon.
        """
        target = self._tables.abbreviations.get((text, "after")) if after_place else None
        target = target or self._tables.abbreviations.get((text, "free"))
        return self.by_code(target) if target is not None else None

    def by_code(self, code: str) -> GazetteerEntry | None:
        """Return a country (`country:FRA`), province or district (`USA.KY`) or city (`USA.NY:Buffalo`), or None."""
        if code.startswith("country:"):
            return self._tables.countries.get(code[8:])
        if ":" in code:
            within, _, name = code.partition(":")
            return next((e for e in self.find(name) if e.kind == "city" and e.code.startswith(within)), None)
        return self._rows.admin(code)

    def longest(self, words: Sequence[str], at: int) -> tuple[int, tuple[GazetteerEntry, ...]] | None:
        """Return the longest run of words from `at` that is a name, with its places, or None."""
        end = at
        while end < len(words) and end - at < _LONGEST and (words[end][:1].isupper() or words[end] in _JOINERS):
            end += 1
        while end > at:
            if words[end - 1][:1].isupper():
                entries = self.find(" ".join(words[at:end]))
                if entries:
                    return end - at, entries
            end -= 1
        return None

    def misspelt(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Return the large towns and capitals of the one name that this misses by a letter in its second half.

        Empty where the name is short or several names are as near; not meant for names that are known.
        """
        key = fold_place(name)
        if len(key) < _MISSPELT_FROM:
            return ()
        return self._rows.misspelt(key)

    def _look_up(self, key: str) -> tuple[GazetteerEntry, ...]:
        if not key:
            return ()
        if key in self._own:
            return self._own[key]
        found = list(self._tables.by_name.get(key, ()))
        found += self._rows.search(key)
        if not found and key.startswith("the "):
            return self._look_up(key[4:])
        if has_rank_word(key):
            bare = bare_admin_name(key)
            known = {entry.id for entry in found}
            found += [
                e for e in self._rows.search(bare) if e.id not in known and e.kind in ("province", "district")
            ]  # fmt: skip
        found.sort(key=lambda e: (e.kind not in ("country", "region"), not e.is_capital, -e.population, e.id))
        return tuple(found)
