"""Places inside longer names: "Kandahar Police", "Bank of Georgia", "the Boston Globe"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Literal, NamedTuple

from vedette.grounding.place_context import Context
from vedette.grounding.place_lookup import Lookup, Match
from vedette.grounding.place_words import BODY_RANKS, DIRECTIONS, INSTITUTIONS, NO_TOWN, OUTLETS, SCHOOLS

ToponymRole = Literal["place", "feature", "inside", "outlet", "demonym"]
"""place: stands for itself; feature: a valley, airport or street, mostly of another place's name; inside: part of
an organisation's or building's name; outlet: part of a newspaper's name; demonym: an adjective or a people."""
INSIDE_FROM = 15_000
"""People a town needs to be believed inside an organisation's name on the strength of the words behind it alone."""
BARE_FROM = 3_000
"""People a town needs to be believed where only a preposition says that a place is meant."""


class Part(NamedTuple):
    """A place inside a longer name."""

    first: int
    last: int
    role: ToponymRole
    match: Match


class Inside:
    """Looks for places inside the names of one report."""

    def __init__(self, look: Lookup, context: Context, established: Set[str], taken: Set[int]) -> None:
        """established: keys that stand for a place somewhere; taken: tokens in use. Both may grow while it works."""
        self._look, self._context = look, context
        self._tokens, self._words = look.tokens, look.words
        self._established, self._taken = established, taken

    def within(self, first: int, last: int, *, strict: bool) -> Iterator[Part]:
        """Yield the places inside the name from `first` to `last`; strict asks for more than a match."""
        at = first
        while at <= last:
            match = self._match(at, last, strict=strict)
            if match is None:
                at += 1
                continue
            end = at + match.tokens - 1
            if match.is_demonym:
                if self._words[last].lower() in OUTLETS or self._tokens[at].ent != "FAC":
                    yield Part(at, end, "demonym", match)
            elif not self._context.is_no_place(at, end) and self._is_believed(at, end, last, match, strict=strict):
                yield Part(at, end, self._role(end, last, strict=strict), match)
            else:
                end = at
            at = end + 1

    def _match(self, at: int, last: int, *, strict: bool) -> Match | None:
        if not self._words[at][:1].isupper() or at in self._taken:
            return None
        match = self._look.longest(at, last + 1)
        while match is not None and strict and match.tokens > 1:
            end = at + match.tokens - 1
            shorter = self._look.longest(at, end) if end < last and self._words[end].lower() in BODY_RANKS else None
            if shorter is None:
                break
            # "California Department of Health": the rank word belongs to the body.
            match = shorter
        return match

    def _role(self, end: int, last: int, *, strict: bool) -> ToponymRole:
        if not strict:
            return "place"
        return "outlet" if any(w.lower() in OUTLETS for w in self._words[end + 1 : last + 1]) else "inside"

    def _is_believed(self, at: int, end: int, last: int, match: Match, *, strict: bool) -> bool:
        """Tell whether the match from `at` to `end` inside a name that ends at `last` is a place."""
        if match.entries[0].kind in ("country", "region"):
            return not strict or self._is_wide_place(at, end, last, match)
        word = self._words[at].lower()
        if at == end and (word in NO_TOWN or word in DIRECTIONS):
            return False
        province = any(e.kind == "province" and not e.by_alias for e in match.entries)
        if strict and at == end < last and self._words[end + 1].lower() in SCHOOLS and not province:
            return False
        if match.key in self._established or province:
            return True
        if at == end and self._words[at] in self._context.persons:
            return False
        return self._is_large(at, end, last, match.entries[0].population, strict=strict)

    def _is_wide_place(self, at: int, end: int, last: int, match: Match) -> bool:
        """Tell whether a country or region inside a name is one: no newspaper's, no "North Atlantic Council"."""
        if self._role(end, last, strict=True) == "outlet":
            return False
        of_several = match.entries[0].kind == "region" and match.entries[0].country is None
        return not of_several or self._context.before(at) == "of" or self._tokens[at].ent != "ORG"

    def _is_large(self, at: int, end: int, last: int, people: int, *, strict: bool) -> bool:
        """Tell whether a town is large enough for what the words round it say."""
        if not strict:
            return people >= BARE_FROM or end == last
        if end < last:
            return people >= INSIDE_FROM and self._words[end + 1].lower() in INSTITUTIONS
        return people >= INSIDE_FROM and self._words[at - 1].lower() in ("of", "at", "in", ",")
