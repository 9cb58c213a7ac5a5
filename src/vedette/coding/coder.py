"""Code the events of a grounded report by lexicon and rule."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vedette.codebook import Codebook, load_codebook
from vedette.coding.decisions import Decision, decide
from vedette.coding.embedding import Embedding, load_embedding
from vedette.coding.matching import Candidate, Classes, Matcher
from vedette.coding.nearby import people_of_place
from vedette.coding.roles import SPEECH_ACTS, Roles, assign_roles, completed, with_parties_of_content
from vedette.coding.slots import is_passive
from vedette.coding.status import Verdict, status_of
from vedette.coding.surroundings import PlaceFinder, contexts_of, counts_of, equipment_of, modes_of, own_words
from vedette.coding.triggers import Lexicon, load_lexicon
from vedette.coding.voices import enclosing_act
from vedette.grounding.grounded import Grounded
from vedette.model import EventMention, FieldReason, Moment, Party, Rival, Span, Why
from vedette.reading import Sentence, Token

_DEALINGS = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "AID", "COOPERATE", "REQUEST", "REJECT"})
_HISTORY = timedelta(days=180)
"""Older than this against publication, an event is history told to explain the news."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A candidate on its way to an event."""

    candidate: Candidate
    verdict: Verdict
    roles: Roles
    decision: Decision
    within: Token | None
    moment: Moment
    background: FieldReason | None


class EventCoder:
    """Turns a grounded report into event mentions; the same report always gives the same mentions."""

    def __init__(
        self, lexicon: Lexicon | None = None, codebook: Codebook | None = None, embedding: Embedding | None = None
    ) -> None:
        self.lexicon = lexicon or load_lexicon()
        self.codebook = codebook or load_codebook()
        self._embedding = embedding or load_embedding()
        self._matcher = Matcher(self.lexicon, self._embedding.grammar)

    def __call__(self, grounded: Grounded) -> tuple[EventMention, ...]:
        """Return the report's event mentions in text order."""
        found: list[EventMention] = []
        for sentence in grounded.reading.sentences:
            found.extend(self._code(sentence, grounded))
        return tuple(found)

    def _code(self, sentence: Sentence, grounded: Grounded) -> list[EventMention]:
        weapons = {item.span.start for item in grounded.equipment}
        classes = Classes(
            can_act=lambda token: bool(grounded.parties(token)), is_weapon=lambda token: token.start in weapons
        )
        candidates = self._matcher.candidates(sentence, classes)
        if not candidates:
            return []
        drafts = [draft for c in candidates if (draft := self._draft(c, candidates, grounded)) is not None]
        drafts = [
            replace(d, roles=completed(d.roles, d.candidate, grounded, d.decision.event_type))
            for d in _without_echoes(_with_outcomes(_with_content_parties(drafts), grounded))
        ]
        places = PlaceFinder(grounded, sentence, [draft.candidate for draft in drafts], self._embedding.grammar)
        ids = {draft.candidate.token.i: _event_id(grounded, draft) for draft in drafts}
        return [self._event(draft, ids, places, grounded) for draft in drafts]

    def _draft(self, candidate: Candidate, all_found: list[Candidate], grounded: Grounded) -> _Draft | None:
        verdict = status_of(candidate.token, self._embedding)
        if candidate.trigger.status is not None and verdict.status == "happened":
            verdict = Verdict(candidate.trigger.status, "status.trigger@1", candidate.token)
        moment = _moment(candidate, grounded)
        if _is_to_come(moment, grounded) and candidate.trigger.event_type not in SPEECH_ACTS:
            verdict = _planned(verdict)
        roles = assign_roles(candidate, grounded, self._embedding.grammar, _day(moment))
        if not _is_complete(candidate, roles, verdict):
            return None
        within = enclosing_act(candidate, all_found, verdict, self.codebook)
        decision = decide(candidate, verdict, roles, is_within=within is not None)
        background = _background(candidate, moment, grounded)
        return _Draft(candidate, verdict, roles, decision, within, moment, background)

    def _event(self, draft: _Draft, ids: dict[int, str], places: PlaceFinder, grounded: Grounded) -> EventMention:
        candidate, roles, decision = draft.candidate, draft.roles, draft.decision
        reading, sentence = grounded.reading, candidate.token.sent
        words = own_words(candidate)
        modes, mode_reason = modes_of(decision.event_type, candidate, words, self.codebook, grounded)
        contexts, context_reason = contexts_of(candidate, words, roles, self.codebook, reading)
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
            moment=_settled(draft, grounded),
            assertions=(),
            counts=counts_of(decision.event_type, sentence, grounded),
            equipment=equipment_of(words, grounded),
            quad_class=self.codebook.types[decision.event_type].quad_class,
            score=_score(candidate, roles),
            trigger=_trigger_span(candidate, grounded),
            evidence=Span(sentence.start, sentence.end, sentence.text),
            why=Why(candidate.trigger.rule, None, _rivals(candidate), tuple(reasons)),
        )


def _moment(candidate: Candidate, grounded: Grounded) -> Moment:
    moment = grounded.moment(candidate.token)
    if moment.basis != "text" and candidate.carrier is not None:
        return grounded.moment(candidate.carrier)
    return moment


def _is_to_come(moment: Moment, grounded: Grounded) -> bool:
    published = grounded.reading.report.published_on.isoformat()
    return moment.basis == "text" and moment.first is not None and moment.first > published


def _planned(verdict: Verdict) -> Verdict:
    """Take an act told as fact of a day to come for planned ("they meet in April")."""
    if verdict.status in ("happened", "ongoing"):
        return Verdict("planned", "status.day-to-come@1", verdict.word)
    return verdict


def _day(moment: Moment) -> date | None:
    """Return the day whose offices count for an event, None for that of publication."""
    stated = moment.first or moment.last
    if moment.basis not in ("text", "narrative") or stated is None:
        return None
    try:
        return date.fromisoformat(stated)
    except ValueError:
        return None


def _is_complete(candidate: Candidate, roles: Roles, verdict: Verdict) -> bool:
    match candidate.trigger.requires:
        case "actor":
            return bool(roles.actors)
        case "recipient":
            return bool(roles.recipients)
    if roles.actors or roles.recipients:
        return True
    if candidate.trigger.event_type == "PROTEST":
        # "A peaceful protest took place": who protests needs no name where the protest itself is told.
        return candidate.trigger.word_class == "noun" and candidate.token.dep in ("nsubj", "nsubjpass", "ROOT")
    # "fears that attacks could be launched", "shops were looted": force somebody wields, though nobody is named.
    wrecked = "destroy" in candidate.trigger.mode and is_passive(candidate.token)
    return candidate.trigger.event_type == "ASSAULT" and (
        candidate.carrier is not None or wrecked or verdict.status in ("feared", "threatened")
    )


def _background(candidate: Candidate, moment: Moment, grounded: Grounded) -> FieldReason | None:
    reading = grounded.reading
    if moment.basis == "text" and moment.last is not None:
        try:
            if date.fromisoformat(moment.last) < reading.report.published_on - _HISTORY:
                return FieldReason("background", "background.long-ago@1", moment.span)
        except ValueError:
            pass
    verb = candidate.carrier or candidate.token
    for token in (verb, *verb.ancestors()):
        if token.dep in ("advcl", "pcomp") and (mark := _since(token)) is not None:
            return FieldReason("background", "background.since@1", reading.span(mark, mark))
        if token.dep == "prep" and token.lower == "since":
            return FieldReason("background", "background.since@1", reading.span(token, token))
        if token.pos in ("VERB", "AUX") and token is not verb and token.dep != "conj":
            break
    had = next((child for child in verb.kids("aux") if child.lower in ("had", "'d") and verb.tag == "VBN"), None)
    if had is not None and moment.basis != "text" and verb.dep != "ccomp":
        return FieldReason("background", "background.past-perfect@1", reading.span(had, had))
    return None


def _since(clause: Token) -> Token | None:
    return next((child for child in clause.children if child.lower == "since"), None)


def _settled(draft: _Draft, grounded: Grounded) -> Moment:
    """Never date history without a time of its own to the day of the report."""
    moment = draft.moment
    if draft.background is not None and moment.basis in ("published", "none", "narrative"):
        return Moment(last=grounded.reading.report.published_on.isoformat())
    if draft.decision.status in ("happened", "ongoing") and _is_to_come(moment, grounded):
        # The day is that of what is announced, not of the announcement.
        published = grounded.reading.report.published_on.isoformat()
        return Moment(published, None, published, "day", "published")
    if draft.decision.status in ("planned", "demanded", "threatened", "feared", "hypothetical") and (
        moment.basis == "published"
    ):
        return replace(moment, value=None, first=None, last=None, precision="unknown", basis="none")
    return moment


def _with_content_parties(drafts: list[_Draft]) -> list[_Draft]:
    """Let each speech act without a recipient take the parties of the act told inside it."""
    inner = {draft.within.i: draft for draft in reversed(drafts) if draft.within is not None}
    return [
        replace(draft, roles=with_parties_of_content(draft.roles, inner[draft.candidate.token.i].roles))
        if draft.candidate.token.i in inner
        else draft
        for draft in drafts
    ]


def _with_outcomes(drafts: list[_Draft], grounded: Grounded) -> list[_Draft]:
    """Take those an attack hit and those it left dead as one act's recipients ("shelled the town, killing ten")."""
    attacks = {
        token.i: draft
        for draft in drafts
        if draft.decision.event_type == "ASSAULT"
        for token in (draft.candidate.carrier, draft.candidate.token)
        if token is not None
    }
    merged: dict[int, _Draft] = {}
    for draft in drafts:
        verb = draft.candidate.token
        main = attacks.get(verb.head.i) if verb.dep == "advcl" and verb.tag == "VBG" else None
        if main is None or main is draft or verb.i not in attacks or verb.child("mark") is not None:
            continue
        main = merged.get(main.candidate.token.i, main)
        hit = main.roles.recipients or people_of_place(main.candidate, grounded, main.roles.actors, "ASSAULT")
        known = {party.actor.id for party in (*hit, *main.roles.actors)}
        left = tuple(party for party in draft.roles.recipients if party.actor.id not in known)
        merged[main.candidate.token.i] = replace(main, roles=replace(main.roles, recipients=(*hit, *left)))
        merged[verb.i] = replace(draft, roles=replace(draft.roles, actors=(), recipients=()))
    kept = [merged.get(draft.candidate.token.i, draft) for draft in drafts]
    return [
        draft for draft in kept if draft.candidate.token.i not in merged or draft.roles.actors or draft.roles.recipients
    ]


def _without_echoes(drafts: list[_Draft]) -> list[_Draft]:
    """Drop what one sentence tells twice, and posture where force is told (PLOVER: only ASSAULT then)."""
    kept: list[_Draft] = []
    for draft in sorted(drafts, key=_strength, reverse=True):
        if not any(_same_act(draft, other) for other in kept):
            kept.append(draft)
    fought = any(d.decision.event_type == "ASSAULT" and d.decision.status in ("happened", "ongoing") for d in kept)
    if fought:
        kept = [d for d in kept if d.decision.event_type != "MOBILIZE" or d.decision.status != "happened"]
    return sorted(kept, key=lambda draft: draft.candidate.token.i)


def _strength(draft: _Draft) -> tuple[int, float, int, int]:
    sides = bool(draft.roles.actors) + bool(draft.roles.recipients)
    return sides, draft.candidate.trigger.weight, draft.candidate.trigger.specificity, -draft.candidate.token.i


def _same_act(one: _Draft, other: _Draft) -> bool:
    """Tell whether a draft only repeats another: same type, and its parties are the other's, on the same side."""
    if one.decision.event_type != other.decision.event_type:
        return False
    doers, others = _ids(one.roles.actors), _ids(other.roles.actors)
    done_to, others_to = _ids(one.roles.recipients), _ids(other.roles.recipients)
    everyone = others | others_to
    repeats = (
        (doers | done_to <= everyone) if other.candidate.trigger.mutual else (doers <= others and done_to <= others_to)
    )
    if one.candidate.trigger.word_class == "noun" and one.candidate.carrier is None:
        return repeats or not doers
    return repeats and one.decision.status == other.decision.status


def _ids(parties: tuple[Party, ...]) -> set[str]:
    return {party.actor.id for party in parties}


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


def _event_id(grounded: Grounded, draft: _Draft) -> str:
    key = f"{grounded.reading.report.id}|{draft.candidate.token.start}|{draft.decision.event_type}"
    return "m:" + hashlib.sha256(key.encode()).hexdigest()[:16]


def _score(candidate: Candidate, roles: Roles) -> float:
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
