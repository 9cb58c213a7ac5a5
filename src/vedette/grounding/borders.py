"""Borders: "the Afghanistan-Tajikistan border", "Tajikistan's border with Afghanistan"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from vedette.grounding.place_lookup import PlaceKnowledge
from vedette.grounding.toponyms import Toponym
from vedette.model import Place, PlaceMention
from vedette.reading import Reading, Token

_BORDER = frozenset({"border", "borders", "frontier", "frontiers", "boundary"})
_JOINT = frozenset({"-", "–", "—", "/", "and"})
_LEFT, _RIGHT = 5, 8
"""Tokens searched before and behind the word for border."""

Countries = Mapping[int, tuple[Toponym, str]]
"""Country mentions by first token: the words and the country (ISO alpha-3)."""


class _Side(NamedTuple):
    toponym: Toponym
    country: str


def find_borders(reading: Reading, countries: Countries, knowledge: PlaceKnowledge) -> list[PlaceMention]:
    """Return the borders between two countries that the report names, one mention a word for border."""
    if len(countries) < 2:
        return []
    found = []
    for token in reading.tokens:
        if token.lower in _BORDER and token.pos in ("NOUN", "PROPN"):
            sides = _sides(reading, token, countries)
            place = _place(sides, knowledge) if sides is not None else None
            if sides is not None and place is not None:
                first = min(token.i, *(side.toponym.first for side in sides))
                last = max(token.i, *(side.toponym.last for side in sides))
                found.append(PlaceMention(reading.span(reading.tokens[first], reading.tokens[last]), place))
    return found


def _sides(reading: Reading, token: Token, countries: Countries) -> tuple[_Side, _Side] | None:
    """Return the two countries a word for border stands between."""
    before, behind = _before(reading, token, countries), _behind(token, countries)
    if len(before) == 2 and _joined(reading, before[0], before[1]):
        return before[0], before[1]
    follower = reading.tokens[token.i + 1].lower if token.i + 1 < len(reading.tokens) else ""
    if follower == "between" and len(behind) >= 2:
        return behind[0], behind[1]
    if follower == "with" and behind:
        near = before[-1] if before else _owner(token, countries)
        return (near, behind[0]) if near is not None else None
    return None


def _before(reading: Reading, token: Token, countries: Countries) -> list[_Side]:
    """Return the countries right before the word, at most two, no verb or full stop between."""
    found: list[_Side] = []
    start = max(token.sent.tokens[0].i, token.i - _LEFT)
    for at in range(token.i - 1, start - 1, -1):
        if at in countries:
            found.insert(0, _Side(*countries[at]))
        elif reading.tokens[at].pos in ("VERB", "ADP", "SCONJ") or len(found) == 2:
            break
    return found


def _behind(token: Token, countries: Countries) -> list[_Side]:
    last = min(token.sent.tokens[-1].i, token.i + _RIGHT)
    return [_Side(*countries[at]) for at in range(token.i + 1, last + 1) if at in countries][:2]


def _joined(reading: Reading, one: _Side, other: _Side) -> bool:
    """Tell whether a hyphen or "and" alone stands between two countries."""
    between = reading.tokens[one.toponym.last + 1 : other.toponym.first]
    return len(between) <= 1 and all(token.lower in _JOINT for token in between)


def _owner(token: Token, countries: Countries) -> _Side | None:
    """Return the country that shares or has the border ("Tajikistan shares a border with …")."""
    head = token.head
    if head.lemma not in ("share", "have"):
        return None
    subject = head.child("nsubj")
    return _Side(*countries[subject.i]) if subject is not None and subject.i in countries else None


def _place(sides: tuple[_Side, _Side], knowledge: PlaceKnowledge) -> Place | None:
    entry = knowledge.gazetteer.border(sides[0].country, sides[1].country)
    if entry is None:
        return None
    names = [knowledge.gazetteer.country(code) for code in entry.id.removeprefix("border:").split("-")]
    name = "–".join(country.name for country in names if country is not None) + " border"
    return Place(entry.id, name, None, entry.lat, entry.lon, "line", entry.radius_km)
