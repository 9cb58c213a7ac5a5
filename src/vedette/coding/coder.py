"""Code the events of a grounded report by lexicon and rule."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from vedette.codebook import Codebook, load_codebook
from vedette.coding.choice import asked_at, asked_of, chosen, doubt_of, in_reserve, predicates
from vedette.coding.completeness import is_complete
from vedette.coding.considered import Considered, Doubt, Fates, Scene, considered
from vedette.coding.credibility import (
    NOT_HEARD,
    Heard,
    bar_of,
    credibility_of,
    factors_of,
    tenor_of,
)
from vedette.coding.decisions import decide
from vedette.coding.drafts import Draft, with_content_parties, with_outcomes, with_strikes, without_echoes
from vedette.coding.embedding import Embedding, load_embedding
from vedette.coding.heard_parties import Possible, possible_parties, with_heard
from vedette.coding.heard_status import with_heard_status
from vedette.coding.matching import Candidate, Classes, Matcher
from vedette.coding.moments import background_of, day_of, is_to_come, moment_of, planned, settled_moment
from vedette.coding.party_credibility import (
    deed_bar,
    party_bar,
    party_credibility_of,
    party_factors_of,
    side_left_open,
)
from vedette.coding.roles import SPEECH_ACTS, Roles, assign_roles, completed, with_side_open
from vedette.coding.status import status_of
from vedette.coding.surroundings import (
    PlaceFinder,
    contexts_of,
    counts_of,
    equipment_of,
    modes_of,
    own_words,
    words_below,
)
from vedette.coding.triggers import Lexicon, load_lexicon
from vedette.coding.typer import PredicateTyper, Weighed
from vedette.coding.verdict import Verdict
from vedette.coding.vetoes import veto_of
from vedette.coding.voices import enclosing_act
from vedette.coding.weights import Credibility
from vedette.grounding.grounded import Grounded
from vedette.model import EventMention, FieldReason, Rival, Span, Why
from vedette.reading import Sentence, Token

_DEALINGS = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "AID", "COOPERATE", "REQUEST", "REJECT"})


class EventCoder:
    """Turns a grounded report into event mentions; the same report always gives the same mentions."""

    def __init__(
        self,
        lexicon: Lexicon | None = None,
        codebook: Codebook | None = None,
        embedding: Embedding | None = None,
        typer: PredicateTyper | None = None,
        bar: float | None = None,
    ) -> None:
        """Take tables other than the shipped ones, and the encoder; without one, rules alone decide.

        bar: how credible a reading and its parties must be to be coded, in [0, 1]; None takes what was fitted for each.
        """
        self.lexicon = lexicon or load_lexicon()
        self.codebook = codebook or load_codebook()
        self._embedding = embedding or load_embedding()
        self._matcher = Matcher(self.lexicon, self._embedding.grammar)
        self.typer = typer
        self._bar = bar

    def __call__(self, grounded: Grounded) -> tuple[EventMention, ...]:
        """Return the report's event mentions in text order."""
        scenes, heard = self._scenes(grounded)
        return tuple(event for scene in scenes for event in self._events(scene, grounded, heard))

    def consider(self, grounded: Grounded) -> tuple[Considered, ...]:
        """Return every word that was weighed as an event, coded or not, with what became of it, in text order."""
        scenes, heard = self._scenes(grounded, everything=True)
        found: list[Considered] = []
        for scene in scenes:
            drafts = self._complete(scene, grounded, heard)
            final, dark = self._settled(drafts, grounded, heard)
            ids = {d.candidate.token.i: _event_id(grounded, d) for d in final}
            doubts = {i: doubt for i, doubt in self._doubts(scene, grounded, heard) if i not in ids}
            doubts |= {d.candidate.token.i: Doubt("", None, d.party_credibility) for d in dark}
            found.extend(
                considered(scene, heard.weighed, drafts, Fates(ids, doubts), grounded, self._embedding.grammar)
            )
        return tuple(found)

    def _doubts(self, scene: Scene, grounded: Grounded, heard: Heard) -> Iterator[tuple[int, Doubt]]:
        """Yield what spoke against readings that have all they need, by the index of the trigger's word."""
        for candidate in (*scene.chosen, *scene.reserve):
            draft = self._draft(candidate, scene.chosen, grounded, heard)
            if draft is not None and not self._is_credible(draft, heard):
                yield candidate.token.i, Doubt("", draft.credibility)
            if draft is None:
                roles = assign_roles(candidate, grounded, self._embedding.grammar, grounded.reading.report.published_on)
                rule = veto_of(candidate, roles, grounded)
                if rule is not None:
                    yield candidate.token.i, Doubt(rule, None)

    def _scenes(self, grounded: Grounded, *, everything: bool = False) -> tuple[list[Scene], Heard]:
        """Return each sentence's candidates, and what the encoder makes of all words asked about.

        everything: ask also about sentences that name nobody and hold no trigger; it changes no coding.
        """
        weapons = {item.span.start for item in grounded.equipment}
        classes = Classes(
            can_act=lambda token: bool(grounded.parties(token)), is_weapon=lambda token: token.start in weapons
        )
        grammar = self._embedding.grammar
        found = [(sentence, self._matcher.candidates(sentence, classes)) for sentence in grounded.reading.sentences]
        if self.typer is None:
            return [Scene(sentence, known, asked_of(known, grammar), known, []) for sentence, known in found], NOT_HEARD
        nouns = self.typer.nouns
        told = [bool(known) or _names_anybody(sentence, grounded) for sentence, known in found]
        asked = [
            predicates(sentence, known, nouns, grammar) if may or everything else []
            for (sentence, known), may in zip(found, told, strict=True)
        ]
        weighed = self.typer.weigh((sentence, words) for (sentence, _), words in zip(found, asked, strict=True))
        scenes = [
            Scene(
                sentence,
                known,
                words,
                chosen(known, words if may else [], weighed, grammar),
                in_reserve(known, words if may else [], weighed, grammar),
            )
            for (sentence, known), words, may in zip(found, asked, told, strict=True)
        ]
        return scenes, Heard(weighed, tenor_of(grounded.reading, weighed))

    def _complete(self, scene: Scene, grounded: Grounded, heard: Heard) -> list[Draft]:
        """Return the credible candidates that have the parties they need; those in reserve only where no other has."""
        for candidates in (scene.chosen, scene.reserve):
            drafts = [d for c in candidates if (d := self._draft(c, candidates, grounded, heard)) is not None]
            if credible := [draft for draft in drafts if self._is_credible(draft, heard)]:
                return credible
        return []

    def _is_credible(self, draft: Draft, heard: Heard) -> bool:
        if draft.credibility is None or heard.tenor is None:
            return True
        bar = bar_of(heard.tenor) if self._bar is None else self._bar
        return draft.credibility.score >= bar

    def credibilities(self, grounded: Grounded) -> dict[str, Credibility]:
        """Return how credible each coded event is and by which signs, by event id; empty without an encoder."""
        scenes, heard = self._scenes(grounded)
        drafts = [d for scene in scenes for d in self._kept(self._complete(scene, grounded, heard), grounded)]
        return {_event_id(grounded, d): d.credibility for d in drafts if d.credibility is not None}

    def party_credibilities(self, grounded: Grounded) -> dict[str, tuple[Roles, Credibility]]:
        """Return the parties of each coded event and how credible they are, by event id; empty without an encoder."""
        scenes, heard = self._scenes(grounded)
        drafts = [d for scene in scenes for d in self._finished(scene, grounded, heard)]
        known = ((_event_id(grounded, d), d.roles, d.party_credibility) for d in drafts)
        return {event: (roles, credibility) for event, roles, credibility in known if credibility is not None}

    def _kept(self, drafts: list[Draft], grounded: Grounded) -> list[Draft]:
        return without_echoes(with_outcomes(with_strikes(with_content_parties(drafts)), grounded))

    def _told(self, drafts: list[Draft], grounded: Grounded, heard: Heard) -> list[Draft]:
        """Return the drafts that stand, with their parties."""
        return [self._with_parties(draft, grounded, heard) for draft in self._kept(drafts, grounded)]

    def _settled(self, drafts: list[Draft], grounded: Grounded, heard: Heard) -> tuple[list[Draft], list[Draft]]:
        """Return the drafts that become events, and those whose parties are not believed.

        What is not told itself silences no other word of the sentence that tells the same act.
        """
        dark: list[Draft] = []
        while True:
            told = [self._believed(draft, heard) for draft in self._told(drafts, grounded, heard)]
            doubted = [draft for draft in told if not self._has_credible_parties(draft, heard)]
            if not doubted:
                return without_echoes(told), dark
            dark += doubted
            gone = {draft.candidate.token.i for draft in doubted}
            drafts = [draft for draft in drafts if draft.candidate.token.i not in gone]

    def _finished(self, scene: Scene, grounded: Grounded, heard: Heard) -> list[Draft]:
        """Return one sentence's drafts that become events."""
        return self._settled(self._complete(scene, grounded, heard), grounded, heard)[0]

    def _believed(self, draft: Draft, heard: Heard) -> Draft:
        """Return a draft with one side left open where without it, and only then, its parties are believed."""
        known, parties, candidate = draft.credibility, draft.party_credibility, draft.candidate
        if known is None or parties is None or self._has_credible_parties(draft, heard):
            return draft
        side = side_left_open(parties) if known.score >= deed_bar() and not candidate.trigger.mutual else None
        roles = with_side_open(draft.roles, side, candidate) if side is not None else draft.roles
        if roles is draft.roles or not is_complete(candidate, roles, draft.verdict, self._said(draft, heard)):
            return draft
        return replace(draft, roles=roles, party_credibility=None)

    def _has_credible_parties(self, draft: Draft, heard: Heard) -> bool:
        if draft.party_credibility is None or heard.tenor is None or heard.tenor.is_slight:
            return True
        bar = party_bar() if self._bar is None else self._bar
        return draft.party_credibility.score >= bar

    def _events(self, scene: Scene, grounded: Grounded, heard: Heard) -> list[EventMention]:
        drafts = self._finished(scene, grounded, heard)
        candidates = [draft.candidate for draft in drafts]
        places = PlaceFinder(grounded, scene.sentence, candidates, self._embedding.grammar)
        ids = {draft.candidate.token.i: _event_id(grounded, draft) for draft in drafts}
        return [self._event(d, ids, places, grounded, self._said(d, heard)) for d in drafts]

    def possible_parties(self, grounded: Grounded) -> Iterator[tuple[Token, Possible]]:
        """Yield whoever was weighed as a party of each coded event, with the event's word; empty without an encoder."""
        scenes, heard = self._scenes(grounded)
        for scene in scenes:
            for draft in self._kept(self._complete(scene, grounded, heard), grounded):
                full = completed(draft.roles, draft.candidate, grounded, draft.decision.event_type)
                for possible in possible_parties(full, draft.candidate, grounded, self._said(draft, heard)):
                    yield draft.candidate.token, possible

    def _said(self, draft: Draft, heard: Heard) -> Weighed | None:
        return heard.at(asked_at(draft.candidate, self._embedding.grammar).i)

    def _with_parties(self, draft: Draft, grounded: Grounded, heard: Heard) -> Draft:
        """Return a draft with its parties completed by rule and held against what the encoder reads."""
        full = completed(draft.roles, draft.candidate, grounded, draft.decision.event_type)
        said = self._said(draft, heard)
        weighed = list(possible_parties(full, draft.candidate, grounded, said))
        roles = with_heard(full, weighed)
        if said is None:
            return replace(draft, roles=roles)
        factors = party_factors_of(draft.candidate, roles, weighed)
        return replace(draft, roles=roles, party_credibility=party_credibility_of(factors))

    def _draft(
        self, candidate: Candidate, all_found: list[Candidate], grounded: Grounded, heard: Heard
    ) -> Draft | None:
        verdict = status_of(candidate.token, self._embedding)
        if candidate.trigger.status is not None and verdict.status == "happened":
            verdict = Verdict(candidate.trigger.status, "status.trigger@1", candidate.token)
        said = heard.at(asked_at(candidate, self._embedding.grammar).i)
        verdict = with_heard_status(verdict, candidate, said)
        moment = moment_of(candidate, grounded)
        if is_to_come(moment, grounded) and candidate.trigger.event_type not in SPEECH_ACTS:
            verdict = planned(verdict)
        roles = assign_roles(candidate, grounded, self._embedding.grammar, day_of(moment))
        if not is_complete(candidate, roles, verdict, said) or veto_of(candidate, roles, grounded) is not None:
            return None
        within = enclosing_act(candidate, all_found, verdict, self.codebook)
        decision = decide(candidate, verdict, roles, is_within=within is not None)
        background = background_of(candidate, moment, grounded)
        credibility = None
        if said is not None and heard.tenor is not None:
            credibility = credibility_of(factors_of(candidate, roles, said, heard.tenor))
        return Draft(candidate, verdict, roles, decision, within, moment, background, credibility)

    def _event(
        self,
        draft: Draft,
        ids: dict[int, str],
        places: PlaceFinder,
        grounded: Grounded,
        said: Weighed | None,
    ) -> EventMention:
        candidate, roles, decision = draft.candidate, draft.roles, draft.decision
        reading, sentence = grounded.reading, candidate.token.sent
        words = own_words(candidate)
        modes, mode_reason = modes_of(decision.event_type, candidate, words, self.codebook, grounded)
        contexts, context_reason = contexts_of(candidate, words_below(candidate), roles, self.codebook, reading)
        status_word = draft.verdict.word
        reasons = [
            FieldReason(
                "status", decision.status_rule, reading.span(status_word, status_word) if status_word else None
            ),
            *roles.reasons,
            *(reason for reason in (mode_reason, context_reason, draft.background) if reason is not None),
        ]
        if decision.rule:
            reasons.insert(0, FieldReason("event_type", decision.rule, reading.span(candidate.token, candidate.token)))
        if (doubt := doubt_of(candidate, said)) is not None:
            reasons.insert(0, FieldReason("event_type", doubt, reading.span(candidate.token, candidate.token)))
        return EventMention(
            id=ids[candidate.token.i],
            event_type=decision.event_type,
            event_mode=modes,
            contexts=contexts,
            status=decision.status,
            background=draft.background is not None,
            within=ids.get(draft.within.i) if draft.within is not None else None,
            actors=roles.actors,
            recipients=roles.recipients,
            places=places.places(candidate, roles, decision.event_type),
            moment=settled_moment(draft, grounded),
            assertions=(),
            counts=counts_of(decision.event_type, sentence, grounded),
            equipment=equipment_of(words, grounded),
            quad_class=self.codebook.types[decision.event_type].quad_class,
            score=_score(draft),
            trigger=_trigger_span(candidate, grounded),
            evidence=Span(sentence.start, sentence.end, sentence.text),
            why=self._why(candidate, said, reasons),
        )

    def _why(self, candidate: Candidate, said: Weighed | None, reasons: list[FieldReason]) -> Why:
        """Return what made the coding: the lexicon's rule, the encoder's share, and what lost to them."""
        if said is None or self.typer is None:
            return Why(candidate.trigger.rule, None, _rivals(candidate), tuple(reasons))
        own = candidate.trigger.event_type
        heard = tuple(Rival(name, round(p, 3), "encoder") for name, p in said.types if name != own and p >= 0.05)
        listed = {rival.event_type for rival in heard}
        rivals = (*heard, *(rival for rival in _rivals(candidate) if rival.event_type not in listed))
        return Why(candidate.trigger.rule, f"{self.typer.name} {own} {said.of(own):.2f}", rivals, tuple(reasons))


def _names_anybody(sentence: Sentence, grounded: Grounded) -> bool:
    """Tell whether a sentence names anyone who may be a party: without one, nothing new is looked for in it."""
    mentions = (grounded.reading.mention_of.get(token.i) for token in sentence.tokens)
    return any(one is not None and one.kind not in ("pronoun", "place") for one in mentions)


def _trigger_span(candidate: Candidate, grounded: Grounded) -> Span:
    """Return the trigger's words: one run, or the hull of verb and noun with its runs."""
    tokens = {candidate.token.i: candidate.token}
    if candidate.carrier is not None:
        tokens[candidate.carrier.i] = candidate.carrier
    for part in candidate.consumed:
        if part.dep != "conj" or part.lemma.lower() in candidate.trigger.object:
            tokens[part.i] = part
    for child in candidate.token.kids("prt", "advmod"):
        if child.lower == candidate.trigger.particle:
            tokens[child.i] = child
    ordered: list[Token] = [tokens[i] for i in sorted(tokens)]
    text = grounded.reading.report.text
    runs = tuple((token.start, token.end) for token in ordered)
    return Span.cut(text, ordered[0].start, ordered[-1].end, runs if len(runs) > 1 else ())


def _event_id(grounded: Grounded, draft: Draft) -> str:
    key = f"{grounded.reading.report.id}|{draft.candidate.token.start}|{draft.decision.event_type}"
    return "m:" + hashlib.sha256(key.encode()).hexdigest()[:16]


def _score(draft: Draft) -> float:
    if draft.credibility is not None:
        return round(draft.credibility.score, 3)
    candidate, roles = draft.candidate, draft.roles
    known = 0.6 + 0.2 * bool(roles.actors) + 0.2 * bool(roles.recipients)
    return candidate.trigger.weight * known * (0.5 if _is_private(candidate, roles) else 1.0)


def _is_private(candidate: Candidate, roles: Roles) -> bool:
    """Tell whether only persons of no known country or office deal with each other, as in everyday life."""
    parties = (*roles.actors, *roles.recipients)
    return candidate.trigger.event_type in _DEALINGS and all(
        party.actor.kind == "person" and party.actor.country is None and not party.actor.sectors for party in parties
    )


def _rivals(candidate: Candidate) -> tuple[Rival, ...]:
    best: dict[str, Rival] = {}
    for trigger in candidate.rivals:
        best.setdefault(trigger.event_type, Rival(trigger.event_type, trigger.weight * 0.5, trigger.rule))
    return tuple(best.values())[:5]
