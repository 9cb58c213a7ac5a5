"""Where a report is at home: the country of bodies it names without one ("police said")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vedette.grounding.namesakes import NO_NAMESAKES, Namesakes
from vedette.grounding.phrases import is_mission, is_of_mission, is_own_country, is_principal
from vedette.model import PlaceMention
from vedette.reading import Reading, Token

_MAIN_SHARE = 0.7
"""Share of a report's country and place mentions that makes one country its home."""


class Home:
    """The countries a report and each of its sentences name."""

    def __init__(self, reading: Reading, places: Sequence[PlaceMention], namesakes: Namesakes = NO_NAMESAKES) -> None:
        named: dict[tuple[int, int], str] = {}
        # "Anti-Ruritanian" and "Ruritanian-backed" tell of another country than the report's own, the Ruritanian
        # embassy lies in another one, and so may those who act on behalf of it.
        elsewhere = [mention for mention in reading.mentions if _is_elsewhere(mention.head)]
        others = {start for mention in elsewhere for start in (mention.head.start, mention.span.start)}
        for place in places:
            if place.place.country is not None and place.span.start not in others:
                named[place.span.start, place.span.end] = place.place.country
        for mention in reading.mentions:
            _, _, code = mention.known[0].partition(":") if mention.known else ("", "", "")
            is_open = mention.kind == "organisation" and len(mention.known) > 1
            if is_open or mention.span.exact.lower() in namesakes:
                continue  # "House of Commons": of whichever country the rest tells
            if len(code) == 3 and code.isupper() and mention.head.start not in others:
                named[mention.span.start, mention.span.end] = code
        counted = Counter(named.values())
        self._main = _main(counted)
        self._only = next(iter(counted)) if len(counted) == 1 else None
        self._by_sentence: dict[int, set[str]] = {}
        starts = sorted(named)
        at = 0
        for sentence in reading.sentences:
            while at < len(starts) and starts[at][0] < sentence.end:
                if starts[at][0] >= sentence.start:
                    self._by_sentence.setdefault(sentence.index, set()).add(named[starts[at]])
                at += 1

    def of(self, head: Token, *, is_local: bool) -> str | None:
        """Return the country for a noun that names none, or None where the report leaves it open.

        is_local: the noun's people seldom act abroad, so that the one country of the sentence counts.
        """
        if self._only is not None:
            return self._only
        here = self._by_sentence.get(head.sent.index, set())
        if is_local and len(here) == 1:
            return next(iter(here))
        return self._main if not here or self._main in here else None


_OF_THE_UNION = "Brussels"
"""Seat of bodies of many states: what it says and owns tells of no Belgium."""


def _is_elsewhere(word: Token) -> bool:
    is_union = word.text == _OF_THE_UNION and word.dep in ("nsubj", "poss") and word.child("prep") is None
    return not is_own_country(word) or is_mission(word) or is_of_mission(word) or is_principal(word) or is_union


def _main(counted: Counter[str]) -> str | None:
    for code, number in counted.most_common(1):
        return code if number >= _MAIN_SHARE * counted.total() and number >= 3 else None
    return None
