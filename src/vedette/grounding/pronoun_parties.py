"""Whom a pronoun stands for: "we" and "I" by who signs or speaks, all others by their chain."""

from __future__ import annotations

from datetime import date

from vedette.grounding.first_person import author_of, is_joint, is_quoted, signatories, speaks_as_author
from vedette.grounding.party_context import PartyContext
from vedette.model import Actor, Party, Span
from vedette.reading import Token
from vedette.reading.pronouns import WE, said_by


class PronounParties:
    """Resolves pronouns of one reading."""

    def __init__(self, context: PartyContext) -> None:
        self._context = context

    def of(self, token: Token, on: date, depth: int) -> tuple[Party, ...]:
        """Return the parties a pronoun stands for, each with the pronoun's own span."""
        reading = self._context.reading
        text = reading.report.text
        word = Span.cut(text, token.start, token.end)
        if token.lower in WE and (named := self._named_in_apposition(token, on)):
            return tuple(Party(word, actor, token.i) for actor in named)
        if token.lower in WE and is_joint(reading) and not is_quoted(token, text):
            signed = signatories(reading, self._context.knowledge, on)
            return tuple(Party(word, self._behind(actor, on), token.i) for actor in signed)
        if speaks_as_author(token, reading):
            author = author_of(reading, self._context.knowledge, on)
            return (Party(word, self._behind(author, on) if token.lower in WE else author, token.i),) if author else ()
        if token.lower in WE:
            # Outside quotation marks only the verb of saying above the words tells who "we" are.
            speaker = said_by(token, anywhere=is_quoted(token, text))
            parties = self._context.one(speaker, on, depth + 1) if speaker is not None else ()
            return tuple(Party(word, self._behind(party.actor, on), token.i) for party in parties)
        best = reading.antecedent(token)
        if best is None or best.kind in ("pronoun", "person"):
            # "They" is no single person, whatever the chain says.
            several = self._coordinated(token, on, depth, word)
            if several or best is None or best.kind == "pronoun":
                return several
        return tuple(Party(word, party.actor, token.i) for party in self._context.one(best.head, on, depth + 1))

    def _named_in_apposition(self, we: Token, on: date) -> list[Actor]:
        """Return the governments of "We, *the leaders of France, Italy and Canada*, condemn …"."""
        told = next((one for one in we.kids("appos") if self._context.nouns.at(one) is not None), None)
        if told is None:
            return []
        known = (self._context.knowledge.actors.government(iso3) for iso3 in self._context.countries_of(told))
        found = [self._context.knowledge.actors.as_of(one, on) for one in known if one is not None]
        bodies = told.prep("of")
        for body in (bodies, *bodies.conjuncts()) if bodies is not None else ():
            found += [p.actor for p in self._context.one(body, on, 1) if p.actor.id not in {one.id for one in found}]
        return found

    def _behind(self, actor: Actor, on: date) -> Actor:
        """Return the body a person acts for, where that is known; else the person."""
        if actor.acts_for is not None and self._context.knowledge.actors.get(actor.acts_for) is not None:
            return self._context.knowledge.actors.as_of(actor.acts_for, on)
        return actor

    def _coordinated(self, token: Token, on: date, depth: int, word: Span) -> tuple[Party, ...]:
        """Return all of a coordinated subject before a "they" no single thing explains, here or a sentence back."""
        if token.lower not in ("they", "their", "them"):
            return ()
        here = token.sent.tokens
        before = self._context.reading.sentences[token.sent.index - 1].tokens if token.sent.index else ()
        for other in (*reversed(here[: token.i - here[0].i]), *reversed(before)):
            if other.dep in ("nsubj", "nsubjpass") and other.pos != "PRON" and other.child("conj") is not None:
                parties = [p for head in (other, *other.conjuncts()) for p in self._context.one(head, on, depth + 1)]
                if len(parties) > 1:
                    return tuple(Party(word, party.actor, token.i) for party in parties)
        return ()
