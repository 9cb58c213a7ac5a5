"""Titles of Wikipedia pages for what is known: a name others share, to compare identities by.

Most follow from our own names by the encyclopaedia's rules of naming; `data/page_titles.tsv` holds those that do
not. Titles are spelled with underscores.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable

from vedette.knowledge.actors import Actors
from vedette.knowledge.countries import Countries
from vedette.knowledge.tables import DATA, read_table

COLUMNS = ("id", "titles", "src")
_STATE_BODIES = ("gov", "state", "demonym", "seat")
_ALONE = frozenset(
    """Atlanta Baltimore Boston Chicago Cincinnati Cleveland Dallas Denver Detroit Honolulu Houston Indianapolis
    Las_Vegas Los_Angeles Miami Milwaukee Minneapolis New_Orleans New_York_City Oklahoma_City Philadelphia Phoenix
    Pittsburgh St._Louis Salt_Lake_City San_Antonio San_Diego San_Francisco Seattle""".split()
)
"""Cities of the United States whose pages stand without the state: those that datelines give without it."""
_BY_PROVINCE = frozenset({"USA", "CAN", "AUS"})
"""Countries whose towns' pages are titled "Town, Province"."""
_FORMS = {
    "mil": "{demonym} Armed Forces", "air": "{demonym} Air Force", "nav": "{demonym} Navy", "cop": "Police of {name}",
    "mfa": "Ministry of Foreign Affairs ({name})", "mod": "Ministry of Defence ({name})",
    "moi": "Ministry of Internal Affairs ({name})", "leg": "Parliament of {name}", "cbk": "Central Bank of {name}",
}  # fmt: skip
_RANKS = (" Oblast'", " Oblast", " Sheng", " Shi", " Governorate", " Wilaya", " Voivodeship")


class PageTitles:
    """Gives the page titles a known thing may have, the usual one first."""

    def __init__(self, given: dict[str, tuple[str, ...]], countries: Countries) -> None:
        self._given = given
        self._countries = countries

    @classmethod
    def load(cls, countries: Countries, path: Traversable = DATA / "page_titles.tsv") -> PageTitles:
        """Read the table; raises DataFileInvalid naming file and line."""
        given: dict[str, tuple[str, ...]] = {}
        for row in read_table(path, COLUMNS):
            if row.text("id") in given:
                raise row.invalid(f"{row.text('id')} stands twice")
            given[row.text("id")] = tuple(title.replace(" ", "_") for title in row.items("titles"))
        return cls(given, countries)

    def of_actor(self, id_: str, name: str) -> tuple[str, ...]:
        """Return the titles of an actor, by its id and canonical name; a government has its country's page."""
        if id_ in self._given:
            return self._given[id_]
        key, _, code = id_.partition(":")
        country = self._countries.get(code)
        if country is None:
            return (name.replace(" ", "_"),)
        if key in _STATE_BODIES:
            return self.of_country(code)
        form = _FORMS.get(key)
        if form is None:
            return (name.replace(" ", "_"),)
        demonym = country.demonyms[0] if country.demonyms else country.name
        return (form.format(demonym=demonym, name=country.name).replace(" ", "_"),)

    def of_country(self, iso3: str) -> tuple[str, ...]:
        """Return the titles of a country's page."""
        country = self._countries.get(iso3)
        name = country.name if country is not None else iso3
        return self._given.get(f"country:{iso3}", (name.replace(" ", "_"),))

    def of_place(self, id_: str, name: str, country: str | None, admin1: str | None, precision: str) -> tuple[str, ...]:
        """Return the titles of a place: "Town,_Province" where the country's pages are titled so."""
        if id_ in self._given:
            return self._given[id_]
        if id_.startswith("country:"):
            return self.of_country(id_[8:])
        for rank in _RANKS:
            name = name.removesuffix(rank)
        plain = name.replace(" ", "_")
        if country in _BY_PROVINCE and precision in ("town", "district") and admin1:
            longer = f"{plain},_{admin1.replace(' ', '_')}"
            return (plain, longer) if country == "USA" and plain in _ALONE else (longer,)
        return (plain,)

    def all_actors(self, actors: Actors) -> Iterator[str]:
        """Return every title of the actors listed and of each state's bodies."""
        for known in actors:
            yield from self.of_actor(known.id, known.name)
        for country in self._countries:
            for key in (*_STATE_BODIES[:1], *_FORMS):
                yield from self.of_actor(f"{key}:{country.iso3}", country.name)
        for titles in self._given.values():
            yield from titles
