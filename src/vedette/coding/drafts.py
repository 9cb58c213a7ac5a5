"""Events in the making, and what one sentence's drafts make of each other: shared parties, outcomes, echoes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vedette.coding.control import is_passive
from vedette.coding.decisions import Decision
from vedette.coding.matching import Candidate
from vedette.coding.nearby import people_of_place
from vedette.coding.roles import Roles, with_parties_of_content
from vedette.coding.verdict import Verdict
from vedette.coding.weights import Credibility
from vedette.grounding.grounded import Grounded
from vedette.model import FieldReason, Moment, Party
from vedette.reading import Token


@dataclass(frozen=True, slots=True)
class Draft:
    """A candidate on its way to an event."""

    candidate: Candidate
    verdict: Verdict
    roles: Roles
    decision: Decision
    within: Token | None
    moment: Moment
    background: FieldReason | None
    credibility: Credibility | None = None
    """None where there is no encoder, and rules alone decide."""
    party_credibility: Credibility | None = None
    """How far its parties are believed; None before they are settled, and where there is no encoder."""


def with_content_parties(drafts: list[Draft]) -> list[Draft]:
    """Let each speech act without a recipient take the parties of the act told inside it."""
    inner = {draft.within.i: draft for draft in reversed(drafts) if draft.within is not None}
    return [
        replace(
            draft,
            roles=with_parties_of_content(
                draft.roles,
                inner[draft.candidate.token.i].roles,
                mutual=draft.candidate.trigger.mutual,
                is_promise=draft.decision.event_type in ("AGREE", "THREATEN"),
                is_request=draft.decision.event_type == "REQUEST",
            ),
        )
        if draft.candidate.token.i in inner
        else draft
        for draft in drafts
    ]


def with_outcomes(drafts: list[Draft], grounded: Grounded) -> list[Draft]:
    """Take those an attack hit and those it left dead as one act's recipients ("shelled the town, killing ten")."""
    attacks = {
        token.i: draft
        for draft in drafts
        if draft.decision.event_type == "ASSAULT"
        for token in (draft.candidate.carrier, draft.candidate.token)
        if token is not None
    }
    merged: dict[int, Draft] = {}
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


_STRIKES = frozenset(
    """attack raid strike airstrike bombing bombardment shelling blast explosion shooting ambush stabbing""".split()
)
_HARMED = frozenset({"kill", "wound", "injure", "hurt", "maim", "destroy", "damage"})


def with_strikes(drafts: list[Draft]) -> list[Draft]:
    """Take those left dead in an attack and the attack for one act ("ten were killed in *a strike on the camp*")."""
    by_word = {draft.candidate.token.i: draft for draft in drafts if draft.decision.event_type == "ASSAULT"}
    merged: dict[int, Draft] = {}
    for strike in by_word.values():
        verb = _harm_of(strike.candidate)
        harm = merged.get(verb.i, by_word.get(verb.i)) if verb is not None else None
        if verb is not None and harm is not None and harm.decision.status == strike.decision.status:
            merged[verb.i] = replace(harm, roles=_joined(harm.roles, strike.roles))
            merged[strike.candidate.token.i] = merged[verb.i]
    kept = (merged.get(draft.candidate.token.i, draft) for draft in drafts)
    return [draft for draft, own in zip(kept, drafts, strict=True) if draft.candidate is own.candidate]


def _harm_of(strike: Candidate) -> Token | None:
    """Return the verb that tells whom a strike harmed, which is told behind "in" or "by"."""
    noun, verb = strike.token, strike.token.head.head
    is_behind = noun.dep == "pobj" and noun.head.lower in ("in", "by", "during") and strike.carrier is None
    return verb if is_behind and noun.lemma in _STRIKES and verb.lemma in _HARMED and is_passive(verb) else None


def _joined(harm: Roles, strike: Roles) -> Roles:
    """Return the parties of harm done in a strike: whom it harmed and hit, and who struck where nobody else did."""
    actors = harm.actors or strike.actors
    known = {party.actor.id for party in (*actors, *harm.recipients)}
    hit = tuple(party for party in strike.recipients if party.actor.id not in known)
    told = [reason for reason in strike.reasons if reason.field == "actors" and not harm.actors]
    return replace(
        harm,
        actors=actors,
        recipients=(*harm.recipients, *hit),
        reasons=(*told, *harm.reasons),
        heads=harm.heads | {party.head for party in (*actors, *hit)},
    )


def without_echoes(drafts: list[Draft]) -> list[Draft]:
    """Drop what one sentence tells twice, and posture where force is told (PLOVER: only ASSAULT then)."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=_strength, reverse=True):
        if not any(_same_act(draft, other) for other in kept):
            kept.append(draft)
    fought = any(d.decision.event_type == "ASSAULT" and d.decision.status in ("happened", "ongoing") for d in kept)
    if fought:
        kept = [d for d in kept if d.decision.event_type != "MOBILIZE" or d.decision.status != "happened"]
    return sorted(kept, key=lambda draft: draft.candidate.token.i)


def _strength(draft: Draft) -> tuple[int, float, int, int]:
    sides = bool(draft.roles.actors) + bool(draft.roles.recipients)
    return sides, draft.candidate.trigger.weight, draft.candidate.trigger.specificity, -draft.candidate.token.i


def _same_act(one: Draft, other: Draft) -> bool:
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
