"""Bodies every state has: its government, forces, ministries, parliament, courts and services.

They are made on demand from one short table and the countries, so that "Tajik border guards" is
known without a line for each country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import cast, get_args

from vedette.knowledge.countries import Countries, Country
from vedette.knowledge.naming import NameIndex
from vedette.knowledge.tables import DATA, read_table
from vedette.knowledge.types import KnownActor, StatusSpan
from vedette.model import ActorKind

NAMED_COLUMNS = ("id", "names", "src")
COLUMNS = ("key", "kind", "sectors", "name", "phrases", "src")
KINDS = frozenset(get_args(ActorKind))
_LINKS = frozenset({"of", "for"})


@dataclass(frozen=True, slots=True)
class BodyForm:
    """One sort of body, the same in every country."""

    key: str
    """First part of the ids made from it: `mod` gives `mod:TJK`."""
    kind: ActorKind
    sectors: tuple[str, ...]
    name: str
    """With `{country}` where the country's name goes."""
    src: str


class Bodies:
    """Makes and finds the generated bodies."""

    def __init__(self, forms: Sequence[tuple[BodyForm, tuple[str, ...]]], countries: Countries) -> None:
        self._countries = countries
        self._forms = {form.key: form for form, _ in forms}
        self._phrases = NameIndex((phrase, form) for form, phrases in forms for phrase in phrases)
        state = BodyForm("state", "state", ("GOV",), "{country}", "generated")
        self._forms["state"] = state

    @classmethod
    def load(cls, countries: Countries, path: Traversable = DATA / "bodies.tsv") -> Bodies:
        """Read the table of forms; raises DataFileInvalid naming file and line."""
        forms: list[tuple[BodyForm, tuple[str, ...]]] = []
        for row in read_table(path, COLUMNS):
            kind = cast(ActorKind, row.one_of("kind", KINDS))
            name = row.text("name")
            if "{country}" not in name:
                raise row.invalid(f"name is {name!r}, without {{country}}")
            form = BodyForm(row.text("key"), kind, row.items("sectors"), name, row.text("src"))
            forms.append((form, row.items("phrases")))
        return cls(forms, countries)

    def proper_names(self, path: Traversable = DATA / "named_bodies.tsv") -> Iterator[tuple[str, str]]:
        """Yield `(name, id)` for bodies with a name of their own: Pentagon, State Duma, Knesset."""
        for row in read_table(path, NAMED_COLUMNS):
            id_ = row.text("id")
            if self.get(id_) is None:
                raise row.invalid(f"id {id_!r} joins no key of bodies.tsv and country")
            for name in row.items("names"):
                yield name, id_

    def get(self, id_: str) -> KnownActor | None:
        """Return the body with this id, such as `mfa:IRN`, or None."""
        key, _, iso3 = id_.partition(":")
        form, country = self._forms.get(key), self._countries.get(iso3)
        return None if form is None or country is None else _made(form, country)

    def phrase(self, words: str) -> str | None:
        """Return the key of the body a phrase means ("defence ministry" → `mod`), or None."""
        found = self._phrases.find(words)
        return found[0].key if found else None

    def longest(self, tokens: Sequence[str], at: int) -> tuple[int, str] | None:
        """Return how many tokens from `at` name a body with its country, and the body's id."""
        return self._country_first(tokens, at) or self._body_first(tokens, at)

    def _country_first(self, tokens: Sequence[str], at: int) -> tuple[int, str] | None:
        country = self._countries.longest(tokens, at)
        if country is None:
            return None
        start = at + country[0]
        if start < len(tokens) and tokens[start] in {"'s", "’s", "'", "’"}:
            start += 1
        phrase = self._phrases.longest(tokens, start) if start < len(tokens) else None
        if phrase is None:
            return None
        return start + phrase[0] - at, f"{phrase[1][0].key}:{country[1].iso3}"

    def _body_first(self, tokens: Sequence[str], at: int) -> tuple[int, str] | None:
        phrase = self._phrases.longest(tokens, at)
        if phrase is None:
            return None
        start = at + phrase[0]
        if start + 1 >= len(tokens) or tokens[start].lower() not in _LINKS:
            return None
        start += 1
        if tokens[start].lower() == "the" and start + 1 < len(tokens):
            start += 1
        country = self._countries.longest(tokens, start)
        if country is None or country[2]:
            return None
        return start + country[0] - at, f"{phrase[1][0].key}:{country[1].iso3}"


def _made(form: BodyForm, country: Country) -> KnownActor:
    span = StatusSpan(None, None, country.iso3, form.sectors, None, None)
    name = form.name.format(country=_with_article(country.name) if form.key != "state" else country.name)
    return KnownActor(f"{form.key}:{country.iso3}", name, form.kind, (), (span,), form.src)


def _with_article(name: str) -> str:
    plural = name.endswith(("Islands", "States", "Emirates", "Kingdom", "Republic", "Philippines", "Netherlands"))
    return f"the {name}" if plural or name.startswith(("Republic of", "Democratic Republic")) else name
