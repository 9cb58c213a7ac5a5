"""Roles: who did it and to whom, from a trigger's slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from vedette.coding.control import Grammar, is_passive
from vedette.coding.fillers import Owners, SlotFinder, without
from vedette.coding.matching import Candidate
from vedette.coding.nearby import (
    AUTHORITIES,
    DOER_BELOW,
    NEARBY,
    PLACE,
    authorities_of_place,
    doers_below,
    is_means,
    nearby_parties,
    people_of_place,
)
from vedette.coding.undergoing import (
    SUFFERED_BY_ANY_OWNER,
    SUFFERED_BY_OWNER,
    undergoing,
)
from vedette.grounding.grounded import Grounded
from vedette.grounding.phrases import party_span
from vedette.grounding.provisional import people_of
from vedette.model import EventType, FieldReason, Party

SPEECH_ACTS = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_MAX_PARTIES = 12
_SECOND = frozenset(
    {PLACE, AUTHORITIES, NEARBY, DOER_BELOW}
    | {"subject", "object", "possessive", "object.possessive", "to", "in", "below", "content"}
)
"""Rules and slots that no longer decide as they first did."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one candidate, and which slots gave them."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    reasons: tuple[FieldReason, ...]
    heads: frozenset[int]
    """Token indices of the parties' heads, so that they are not taken for places."""


def assign_roles(candidate: Candidate, grounded: Grounded, grammar: Grammar, on: date | None) -> Roles:
    """Fill a candidate's actor and recipient slots with parties as of day `on`."""
    trigger = candidate.trigger
    finder = SlotFinder(grounded, grammar, on)
    actors, actor_slot = finder.first(candidate.token, _actor_slots(candidate, grammar))
    # "Discussed the army's raid": the raid's owner is no party of the talks; "visited the army's camp" is to the army.
    owners: Owners = "never" if trigger.event_type == "CONSULT" and "visit" not in trigger.mode else "always"
    recipients, recipient_slot = finder.first(candidate.token, _recipient_slots(candidate, grammar), owners=owners)
    if not actors:
        actors, actor_slot = finder.understood(candidate)
    if recipient_slot == "below" and trigger.event_type == "AGREE" and _are_made(recipients, actors):
        recipients, recipient_slot = finder.first(candidate.token, ("with",), owners="always")
    if recipient_slot == "in" and trigger.event_type == "ASSAULT":
        recipients = [_as_people(party) for party in recipients]
    return _settled(candidate, finder, (actors, actor_slot), (recipients, recipient_slot))


def _reason(
    side: Literal["actors", "recipients"], kind: Literal["slot", "role"], told: str, parties: Sequence[Party]
) -> FieldReason:
    """Return why a side has its parties: by which slot, or by which rule beside the slots."""
    return FieldReason(side, f"{kind}.{told}@{2 if told in _SECOND else 1}", parties[0].span)


_Filled = tuple[list[Party], str]
"""Parties of one side, and the slot that gave them."""


def _settled(candidate: Candidate, finder: SlotFinder, doers: _Filled, done_to: _Filled) -> Roles:
    """Return the roles once both sides are held against each other: who suffers what he owns, who acts together."""
    trigger, (actors, actor_slot), (recipients, recipient_slot) = candidate.trigger, doers, done_to
    if not recipients and actor_slot == "possessive" and _suffers(candidate, actors):
        recipients, recipient_slot = actors, "possessive"
        actors, actor_slot = finder.understood(candidate)
    if not recipients or recipient_slot == "in":
        undergone, how = undergoing(candidate, finder.grounded, finder.grammar, finder.on)
        if found := without(undergone, actors):
            recipients, recipient_slot = found, how
    if trigger.mutual:
        actors, recipients = _among_themselves(candidate, finder, actors, recipients)
    if recipients is not actors:
        recipients = without(recipients, actors)
    reasons = []
    if actors:
        reasons.append(_reason("actors", "slot", actor_slot, actors))
    if recipients:
        reasons.append(_reason("recipients", "slot", recipient_slot, recipients))
    heads = frozenset(party.head for party in (*actors, *recipients))
    return Roles(tuple(actors[:_MAX_PARTIES]), tuple(recipients[:_MAX_PARTIES]), tuple(reasons), heads)


def _among_themselves(
    candidate: Candidate, finder: SlotFinder, actors: list[Party], recipients: list[Party]
) -> tuple[list[Party], list[Party]]:
    """Return the parties of what all of them do with each other, as doers and those it is done with."""
    kind = candidate.trigger.event_type
    others = [p for p in without(recipients, actors) if not is_means(p, kind, actors, finder.grounded)]
    if len(actors) + len(others) < 2:
        extra, _ = finder.first(candidate.token, ("with", "between", "and"))
        others = [*others, *without(extra, [*actors, *others])]
    if candidate.trigger.event_type == "SUPPORT" and actors:
        # "X signed a treaty with Y" tells who dealt with whom; where the two stand side by side, each signs with the
        # other.
        return actors, others or (actors if len(actors) > 1 else [])
    return [*actors, *others], []


def _as_people(party: Party) -> Party:
    """Return the people of a country in which there was an attack: "a massacre in South Sudan" hits no government."""
    if not party.actor.id.startswith("gov:"):
        return party
    name = party.actor.name.removeprefix("Government of ").removeprefix("the ")
    return replace(party, actor=people_of(name, party.actor.country))


def _are_made(recipients: list[Party], actors: list[Party]) -> bool:
    """Tell whether what an agreement is about is made by it ("pledged to set up a group")."""
    own = {party.actor.country for party in actors} | {None}
    return all(party.actor.id.startswith("x:") and party.actor.country in own for party in recipients)


_DONE_TO_ONE = frozenset({"arrest", "abduct", "convict", "deport", "torture", "targeted", "execution"})


def _suffers(candidate: Candidate, owners: list[Party]) -> bool:
    """Tell whether a person's arrest, trial or killing is one he suffers ("the reporter's detention")."""
    trigger = candidate.trigger
    noun = candidate.token if candidate.token.pos == "NOUN" and candidate.token.prep("of") is None else None
    if noun is not None and noun.lemma in SUFFERED_BY_ANY_OWNER:
        return True
    if noun is not None and noun.lemma in SUFFERED_BY_OWNER:
        return all(party.actor.kind in ("person", "people", "armed_group") for party in owners)
    return (
        trigger.word_class == "noun"
        and ("of" in trigger.recipient or trigger.learned)
        and not _DONE_TO_ONE.isdisjoint(trigger.mode)
        and all(party.actor.kind in ("person", "people") for party in owners)
    )


def _is_received(candidate: Candidate, grammar: Grammar) -> bool:
    """Tell whether the light verb's subject gets what the noun tells ("the move drew criticism from Paris")."""
    verb = candidate.carrier
    received = verb is not None and verb.lemma in grammar.receiving_verbs and not is_passive(verb)
    return received and not candidate.trigger.mutual


def _actor_slots(candidate: Candidate, grammar: Grammar) -> tuple[str, ...]:
    slots = candidate.trigger.actor
    if candidate.trigger.word_class == "noun":
        if _is_received(candidate, grammar):
            return (*(s for s in slots if s != "subject"), *(s for s in ("by", "from", "modifier") if s not in slots))
        carried = ("subject",) if candidate.carrier is not None else ()
        return (*carried, *slots, *(s for s in ("by", "possessive", "modifier", "between") if s not in slots))
    if candidate.trigger.word_class == "adjective":
        own = "holder" if candidate.token.pos == "VERB" else "subject"
        return tuple(own if slot == "subject" else slot for slot in slots) or (own,)
    # Where the frame gives the subject to the deed's victim ("died in the attack"), nobody else stands there.
    return slots or (() if "subject" in candidate.trigger.recipient else ("subject",))


def _recipient_slots(candidate: Candidate, grammar: Grammar) -> tuple[str, ...]:
    slots = candidate.trigger.recipient
    if candidate.trigger.word_class == "noun":
        if _is_received(candidate, grammar):
            return ("subject", *slots)
        return slots or ("against", "with", "on", "to")
    if candidate.trigger.event_type == "REQUEST":
        # Of "demanded Paris's withdrawal from Mali", Paris is asked.
        slots = (*(f"{slot}.possessive" for slot in candidate.trigger.content if slot in ("object", "for")), *slots)
    return (*slots, "below") if candidate.trigger.event_type in SPEECH_ACTS else slots


def with_parties_of_content(
    outer: Roles, inner: Roles, *, mutual: bool, is_promise: bool = False, is_request: bool = False
) -> Roles:
    """Give a speech act without a recipient those whom the act it tells of is about.

    is_promise: of what is promised or threatened, those it is to be done to alone, if they are told.
    is_request: of what is asked for, those who are to do it alone, if they are told.
    """
    if outer.recipients or (mutual and len(outer.actors) > 1):
        return outer  # "Turkey and Libya agreed on borders" with each other
    about = inner.recipients if is_promise and inner.recipients else (*inner.recipients, *inner.actors)
    if is_request and inner.actors:
        about = inner.actors  # whom a demand is for, and what it is about, nobody asks
    added = tuple(without(about, outer.actors)[:_MAX_PARTIES])
    if not added:
        return outer
    reason = _reason("recipients", "slot", "content", added)
    return Roles(outer.actors, added, (*outer.reasons, reason), outer.heads)


def with_side_open(roles: Roles, side: Literal["actors", "recipients"], candidate: Candidate) -> Roles:
    """Return the roles without those of one side who are too doubtful to be told.

    Whom the outcome of the deed names stays ("shelled it, killing *ten traders*").
    """
    reasons = (*(r for r in roles.reasons if r.field != side), FieldReason(side, "parties.left-open@1", None))
    if side == "actors":
        return replace(roles, actors=(), reasons=reasons)
    deeds = (candidate.token, candidate.carrier)
    outcomes = {t.i for deed in deeds if deed is not None for verb in deed.kids("advcl") for t in verb.subtree()}
    return replace(roles, recipients=tuple(p for p in roles.recipients if p.head in outcomes), reasons=reasons)


def completed(roles: Roles, candidate: Candidate, grounded: Grounded, event_type: EventType) -> Roles:
    """Fill what no slot named from the rest of the deed's phrase, and call pronouns by the name they stand for."""
    actors, recipients, reasons = roles.actors, roles.recipients, list(roles.reasons)
    if not actors and recipients:
        actors, rule = doers_below(candidate, grounded, recipients), DOER_BELOW
        if not actors:
            actors, rule = authorities_of_place(candidate, grounded), AUTHORITIES
        if actors:
            reasons.append(_reason("actors", "role", rule, actors))
    sent = tuple(p for p in recipients if is_means(p, event_type, actors, grounded))
    if sent and len(sent) == len(recipients):
        found = _found_below(candidate, grounded, (*actors, *sent), event_type)
        recipients = found[0]
        reasons = [reason for reason in reasons if reason.field != "recipients"]
        if recipients:
            reasons.append(_reason("recipients", "role", found[1], recipients))
    sides = len(actors) + len(recipients)
    is_open = sides < 2 if candidate.trigger.mutual else not recipients
    if actors and is_open and not _is_told_by_pronoun(candidate):
        added, rule = _found_below(candidate, grounded, actors, event_type)
        if added:
            recipients = (*recipients, *added[:_MAX_PARTIES])
            reasons.append(_reason("recipients", "role", rule, added))
    return Roles(_called(actors, grounded), _called(recipients, grounded), tuple(reasons), roles.heads)


def _is_told_by_pronoun(candidate: Candidate) -> bool:
    """Tell whether "him" or "them" says whom it is done to, though nobody knows who that is: nobody else then."""
    verb = candidate.token
    if verb.pos != "VERB":
        return False
    told = verb.child("dobj") if "object" in candidate.trigger.recipient else None
    if told is None and candidate.trigger.mutual:
        told = verb.prep("with") or verb.prep("to")  # "talked to me about Mexico"
    return told is not None and told.tag == "PRP" and told.lower != "it"


def _found_below(
    candidate: Candidate, grounded: Grounded, taken: tuple[Party, ...], event_type: EventType
) -> tuple[tuple[Party, ...], str]:
    """Return whom the deed's own phrase names beside those `taken`, else whose place it is, and which of the two."""
    found = nearby_parties(candidate, grounded, taken)
    return (found, NEARBY) if found else (people_of_place(candidate, grounded, taken, event_type), PLACE)


def _called(parties: tuple[Party, ...], grounded: Grounded) -> tuple[Party, ...]:
    """Show each party told by a pronoun with the words that name it in the same sentence, where they stand."""
    return tuple(_by_name(party, grounded) for party in parties)


def _by_name(party: Party, grounded: Grounded) -> Party:
    reading = grounded.reading
    token = reading.tokens[party.head] if 0 <= party.head < len(reading.tokens) else None
    if token is None or token.tag not in ("PRP", "PRP$"):
        return party
    named = reading.antecedent(token)
    mention = reading.mention_of.get(token.i)
    if named is None or mention is None:
        return party
    chain = reading.chain_of[mention.index]
    near = [m for m in chain.inside(token.sent) if m.kind != "pronoun"]
    if not near:
        return party
    best = min(near, key=lambda m: abs(m.head.i - token.i))
    return replace(party, span=party_span(reading, best.head, best))
