"""Countries as people name them on the command line."""

from __future__ import annotations

from difflib import get_close_matches

import typer

from vedette.knowledge.actor_tables import NON_STATE
from vedette.knowledge.countries import Countries, Country

_MOST_MEANT = 3
_ALIKE = 0.7
_CODE = 3
"""Letters of a code: abbreviations as short as that are alike by chance."""


def country_code(asked: str | None) -> str | None:
    """Return a country's code, however it was named; codes of those that are of no country stay as they are."""
    if asked is None or asked.strip().upper() in NON_STATE:
        return asked.strip().upper() if asked is not None else None
    countries = Countries.load()
    found = _country(countries, " ".join(asked.split()))
    if found is None:
        raise typer.BadParameter(
            f"no country is called '{asked}'{_meant(countries, asked)}\n"
            f"Write a name or a code, such as Tajikistan or TJK; of no country are {', '.join(sorted(NON_STATE))}."
        )
    return found.iso3


def _country(countries: Countries, asked: str) -> Country | None:
    """Return the country of a code or a name, in whatever case, with an article or without."""
    by_code = countries.get(asked.upper()) or countries.by_iso2(asked.upper())
    wanted = asked.casefold().removeprefix("the ")
    return by_code or next((one for one in countries for name in one.names if name.casefold() == wanted), None)


def _meant(countries: Countries, asked: str) -> str:
    """Return a question back where some country's name is nearly the one asked for; of a code nothing is guessed."""
    names = {name.casefold(): one for one in countries for name in one.names if len(name) > _CODE}
    near = get_close_matches(asked.casefold()[:80], names, _MOST_MEANT, _ALIKE)
    told = dict.fromkeys(f"{names[one].name} ({names[one].iso3})" for one in near)
    return f"; did you mean {' or '.join(told)}?" if told else "."
