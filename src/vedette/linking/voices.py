"""Voices: who vouches for each event, joined from events and claims of one report."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from vedette.codebook import Codebook
from vedette.model import Assertion, Claim, EventMention, FieldReason, SpanIndex, Status

_OWN_VOICE = Assertion(None, None, "asserts")
_DENYING_CUE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|refut|disput|disavow|disown|reject|dismiss)", re.IGNORECASE
)
_GRANTED = "status.taken-for-granted"
"""Of these acts only the circumstances are in doubt: who "does not know who killed him" knows him killed."""
_BY_STANCE: Mapping[str, Status] = MappingProxyType({"denies": "denied", "fears": "feared", "doubts": "unknown"})


def attach_voices(
    events: tuple[EventMention, ...], claims: tuple[Claim, ...], codebook: Codebook
) -> tuple[tuple[EventMention, ...], tuple[Claim, ...]]:
    """Return the events with their assertions and the claims with the events told inside them.

    An event inside a claim's content is vouched for by the claim's speakers; a speech act whose doer
    is the speaker himself, and whatever stands outside all claims, by the report's own voice.
    """
    told: dict[str, list[str]] = {claim.id: [] for claim in claims}
    voiced = []
    for event, holding in zip(events, _holding(events, claims), strict=True):
        around = _innermost(holding)
        for claim in around:
            told[claim.id].append(event.id)
        voiced.append(_voiced(event, around, codebook))
    return tuple(voiced), tuple(replace(claim, events=tuple(told[claim.id])) for claim in claims)


def _holding(events: Sequence[EventMention], claims: Sequence[Claim]) -> list[list[Claim]]:
    """Return for each event the claims in whose content it is told, in the order of the claims."""
    found: list[list[Claim]] = [[] for _ in events]
    triggers = SpanIndex(range(len(events)), lambda k: events[k].trigger)
    for claim in claims:
        for k in triggers.begun_in_runs(claim.content):
            found[k].append(claim)
    return found


def _innermost(claims: list[Claim]) -> list[Claim]:
    parents = {claim.parent for claim in claims if claim.parent is not None}
    return [claim for claim in claims if claim.id not in parents]


def _voiced(event: EventMention, around: list[Claim], codebook: Codebook) -> EventMention:
    doers = {party.actor.id for party in event.actors}
    is_verbal = codebook.types[event.event_type].is_verbal
    # Who says "the worry is unwarranted" does the judging himself: no claim can put that in doubt
    # but one that denies the act ("denied that it had threatened anybody").
    told = [
        (claim, speaker.party)
        for claim in around
        for speaker in claim.speakers
        if not (is_verbal and speaker.party.actor.id in doers and not _is_denial(claim))
    ]
    voices = [Assertion(party, claim.id, claim.stance) for claim, party in told]
    # "The court heard that …", "it is said that …": not the report's own word, whoever's it is.
    unnamed = [claim for claim in around if not claim.speakers]
    voices += [Assertion(None, claim.id, claim.stance) for claim in unnamed]
    if not voices:
        return replace(event, assertions=(_OWN_VOICE,))
    status, reason = _as_told(event, [claim for claim, _ in told])
    why = replace(event.why, fields=(*event.why.fields, reason)) if reason is not None else event.why
    return replace(event, assertions=tuple(voices), status=status, why=why)


def _is_denial(claim: Claim) -> bool:
    """Tell whether the cue itself denies, rather than the words it introduces."""
    return claim.stance == "denies" and claim.cue is not None and _DENYING_CUE.search(claim.cue.exact) is not None


def _denies_by_words(claim: Claim) -> bool:
    """Tell whether the predicate of what is said is itself negated ("said that soldiers had *not* shelled it")."""
    return any(part.startswith("stance.negated") for part in claim.rule.split("+"))


def _as_told(event: EventMention, around: list[Claim]) -> tuple[Status, FieldReason | None]:
    """What somebody says did not happen is denied; what somebody fears is feared.

    Where a claim denies by the "not" of what is said, not by its cue, that word tells which act did not happen.
    """
    is_granted = any(reason.rule.startswith(_GRANTED) for reason in event.why.fields)
    for claim in around if not is_granted else ():
        changed = _BY_STANCE.get(claim.stance)
        if changed is None or event.status not in ("happened", "ongoing"):
            continue
        if claim.stance != "denies" or not _denies_by_words(claim):
            version = 2 if claim.stance == "denies" else 1
            return changed, FieldReason("status", f"voice.{claim.stance}@{version}", claim.cue)
    if event.status == "not_happened" and around:
        return "denied", FieldReason("status", "voice.negated@1", around[0].cue)
    return event.status, None
