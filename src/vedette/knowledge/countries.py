"""Countries: their names, demonyms, capitals and the places that stand for their governments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from vedette.knowledge.naming import NameIndex
from vedette.knowledge.slips import Slips
from vedette.knowledge.tables import DATA, Row, read_table

COLUMNS = (
    "iso3", "iso2", "name", "names", "demonyms", "capital", "capital_names", "seats", "lat", "lon", "part_of", "src",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Country:
    """One country, territory or former state."""

    iso3: str
    """ISO 3166 alpha-3; Kosovo is KOS; former states keep their withdrawn code (SUN, YUG, CSK, DDR)."""
    iso2: str
    """Empty for former states."""
    name: str
    names: tuple[str, ...]
    """All names, `name` first: official, short, old, abbreviations."""
    demonyms: tuple[str, ...]
    """Adjectives and nouns, plurals included; the usual adjective first."""
    capital: str
    """Empty where there is none."""
    capital_names: tuple[str, ...]
    """All names of the seat of government, `capital` first."""
    lat: float
    lon: float
    """Roughly the centre (WGS84 degrees)."""
    seats: tuple[str, ...]
    """Buildings and offices that stand for the government: "Kremlin", "Downing Street"."""
    part_of: str | None
    """The state a territory belongs to, or the main successor of a former state; None for states."""
    src: str


class Countries:
    """Looks countries up by code, name, demonym or seat of government."""

    def __init__(self, countries: Sequence[Country]) -> None:
        self._by_code = {country.iso3: country for country in countries}
        self._by_iso2 = {country.iso2: country for country in countries if country.iso2}
        self._names = NameIndex((name, c) for c in countries for name in c.names)
        self._demonyms = NameIndex((word, c) for c in countries for word in c.demonyms)
        states = [c for c in countries if c.part_of is None]
        self._seats = NameIndex((n, c) for c in states for n in (*c.capital_names, *c.seats) if n != "Brussels")
        self._slips = Slips(lambda: ((n, c.iso3) for c in countries for n in (*c.names, *c.demonyms)))

    @classmethod
    def load(cls, path: Traversable = DATA / "countries.tsv") -> Countries:
        """Read the table; raises DataFileInvalid with file and line where it is malformed."""
        countries: list[Country] = []
        seen: set[str] = set()
        for row in read_table(path, COLUMNS):
            country = _country(row)
            if country.iso3 in seen:
                raise row.invalid(f"{country.iso3} stands twice")
            seen.add(country.iso3)
            countries.append(country)
        return cls(countries)

    def __iter__(self) -> Iterator[Country]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)

    def get(self, iso3: str) -> Country | None:
        """Return the country with this alpha-3 code, or None."""
        return self._by_code.get(iso3)

    def by_iso2(self, iso2: str) -> Country | None:
        """Return the country with this alpha-2 code, or None."""
        return self._by_iso2.get(iso2)

    def named(self, words: str) -> Country | None:
        """Return the country `words` name; letter case counts ("turkey" and "us" are none)."""
        return next(iter(self._names.find(words)), None)

    def demonym(self, word: str) -> Country | None:
        """Return the country a demonym such as "Tajik", "Britons" or "South Korean" belongs to."""
        return next(iter(self._demonyms.find(word)), None)

    def misspelt(self, word: str) -> Country | None:
        """Return the one country whose name or demonym `word` misses by a letter; None for names that are known.

        Names of less than six letters are never guessed.
        """
        found = self._slips.of(word)
        return self._by_code[found[0]] if len(found) == 1 and self.named(word) is None else None

    def capital(self, words: str) -> Country | None:
        """Return the state whose government `words` may stand for: its capital or a seat.

        "Brussels" is left out, for as an actor it is hardly ever Belgium.
        """
        return next(iter(self._seats.find(words)), None)

    def begins_capital(self, token: str) -> bool:
        """Tell whether the name of a capital or seat may begin with a token; a quick first test."""
        return token.lower() == "the" or self._seats.begins(token)

    def longest(self, tokens: Sequence[str], at: int) -> tuple[int, Country, bool] | None:
        """Return the longest name or demonym from token `at`: its tokens, the country, is it a demonym."""
        name, demonym = self._names.longest(tokens, at), self._demonyms.longest(tokens, at)
        if name is not None and (demonym is None or name[0] >= demonym[0]):
            return name[0], name[1][0], False
        return None if demonym is None else (demonym[0], demonym[1][0], True)


def _country(row: Row) -> Country:
    iso3 = row.text("iso3")
    if len(iso3) != 3 or not iso3.isupper():
        raise row.invalid(f"iso3 is {iso3!r}, not three capitals")
    name, capital = row.text("name"), row.cells["capital"]
    return Country(
        iso3=iso3,
        iso2=row.cells["iso2"],
        name=name,
        names=(name, *row.items("names")),
        demonyms=row.items("demonyms"),
        capital=capital,
        capital_names=(capital, *row.items("capital_names")) if capital else (),
        lat=row.number("lat"),
        lon=row.number("lon"),
        seats=row.items("seats"),
        part_of=row.optional("part_of"),
        src=row.text("src"),
    )
