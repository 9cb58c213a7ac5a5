"""From a claim's words to its gist: matters, doers, things, numbers and polarity."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from vedette.grounding import Grounded
from vedette.linking.agents import agents_of
from vedette.linking.amounts import amounts_of, counts_people, hours_of, is_year_like
from vedette.linking.answers import answer_of
from vedette.linking.circumstances import asides, circumstances
from vedette.linking.known_by import Voices
from vedette.linking.matters import matter_of
from vedette.linking.modality import is_negative, mood_of
from vedette.linking.particulars import kinds, qualities, sites
from vedette.linking.predicates import deed_of, focus_of, predicate_matter, predicate_of, things_of
from vedette.linking.telling import as_told
from vedette.model import Claim, Span
from vedette.model.gist import Amount, Gist
from vedette.reading import Sentence, Token


class Gists:
    """Takes claims of one report down to their gists."""

    def __init__(self, grounded: Grounded) -> None:
        self._grounded = grounded
        self._tokens = grounded.reading.tokens
        self._starts = [token.start for token in self._tokens]
        self._voices = Voices(grounded)
        self._places = [(p.span.start, f"country:{p.place.country}") for p in grounded.places if p.place.country]
        self._places_at = [start for start, _ in self._places]

    def of(self, claim: Claim) -> Gist:
        """Return what one claim puts forward."""
        tokens = self.inside(claim)
        main = predicate_of(tokens)
        voices = self._voices.of(claim)
        denies = claim.stance == "denies" and "rejecting" not in claim.rule
        return Gist(
            predicate=predicate_matter(deed_of(main)),
            focus=focus_of(main, tokens),
            words=frozenset(word for token in tokens for word in matter_of(token)) | focus_of(main, tokens),
            doers=agents_of(claim, main, tokens, voices, self._voices),
            things=things_of(deed_of(main)),
            names=self._names(claim, tokens),
            sites=frozenset(sites(tokens, main)),
            days=self._days(claim) | asides(main),
            qualities=frozenset(qualities(tokens)),
            kinds=frozenset(kinds(tokens)),
            amounts=(*amounts_of(tokens, claim, self._voices), *self._lengths(claim)),
            is_negative=denies or (main is not None and is_negative(main, tokens)),
            mood=mood_of(claim, main, {token.i for token in tokens}),
            answer=answer_of(claim, main, tokens, self._voices, self._before(main)),
            voices=voices,
            circumstances=circumstances(main),
            is_nameless=all(map(self._voices.is_nameless, claim.speakers)),
            told=as_told(claim, tokens),
        )

    def _before(self, main: Token | None) -> Sequence[Sentence]:
        return self._grounded.reading.sentences[: main.sent.index] if main is not None else ()

    def inside(self, claim: Claim) -> Sequence[Token]:
        """Return the tokens of a claim's content."""
        found: list[Token] = []
        for start, end in claim.content.runs:
            found += self._tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return found

    def _lengths(self, claim: Claim) -> Iterator[Amount]:
        """Yield the lengths of time told, in hours."""
        for time in self._grounded.times_at.inside(claim.content):
            hours = hours_of(time.value) if time.type == "DURATION" else None
            if hours is not None:
                yield Amount("duration", "", False, frozenset(), hours, hours, time.span.start, time.span.end)

    def _names(self, claim: Claim, tokens: Sequence[Token]) -> frozenset[str]:
        found: set[str] = set()
        for token in tokens:
            if token.pos in ("PROPN", "PRON"):
                for party in self._grounded.parties(token):
                    found.add(party.actor.id)
        for start, end in claim.content.runs:
            low, high = bisect_left(self._places_at, start), bisect_right(self._places_at, end - 1)
            found.update(name for _, name in self._places[low:high])
        return frozenset(found)

    def _days(self, claim: Claim) -> frozenset[str]:
        """Return the values of the days told; of a mere hour ("during the night") nobody knows the day for sure.

        "Now" is the day of the report; "recently" and "soon" tell of none.
        """
        today = self._grounded.reading.report.published_on.isoformat()
        return frozenset(
            today if time.value == "PRESENT_REF" else time.value
            for time in self._grounded.times_at.inside(claim.content)
            if (time.type == "DATE" or (time.type == "TIME" and _OF_A_DAY.search(time.span.exact)))
            and time.value not in ("PAST_REF", "FUTURE_REF")
            and not self._counts_people(time.span)
        )

    def _counts_people(self, span: Span) -> bool:
        """Tell whether what was read as a year counts people ("the 2000 prisoners")."""
        at = bisect_left(self._starts, span.start)
        return is_year_like(span.exact) and at < len(self._tokens) and counts_people(self._tokens[at])


_OF_A_DAY = re.compile(
    r"(?<!\bmid)(?<!\bmid-)(?<!\bnoon)day\b|\btonight|\btomorrow|\bthis\b|\blast\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|\b\d{4}-\d",
    re.IGNORECASE,
)
"""What tells of which day an hour is ("*Friday* night", "the evening of *3 May*")."""
