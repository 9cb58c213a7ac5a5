"""Claim: what somebody is reported to have said, and how it stands to other claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vedette.model.actor import Party
from vedette.model.equipment import Count
from vedette.model.event import FieldReason, Stance
from vedette.model.gist import Gist
from vedette.model.moment import Moment
from vedette.model.span import Span

ClaimKind = Literal["direct", "mixed", "indirect"]
Attitude = Literal["says", "believes", "intends", "supports", "criticises"]
SpeakerKind = Literal["named", "official", "unnamed", "document", "outlet"]
Relation = Literal["repeats", "agrees", "revises", "disputes", "denies"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have said it."""

    party: Party
    speaker_kind: SpeakerKind
    on_behalf_of: Party | None = None
    """The body a spokesperson speaks for; None where told of none."""


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """How a claim stands to an earlier one."""

    relation: Relation
    claim_id: str
    rule: str
    reasons: tuple[FieldReason, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing said, by whom, in which words."""

    id: str
    kind: ClaimKind
    attitude: Attitude
    stance: Stance
    hedges: tuple[Span, ...]
    parent: str | None
    """The claim it is told in; None for the outermost."""
    about: tuple[str, ...]
    """Ids of the claims or events it answers."""
    speakers: tuple[Speaker, ...]
    addressees: tuple[Party, ...]
    cue: Span | None
    """None where punctuation alone attributes the words."""
    content: Span
    moment: Moment
    events: tuple[str, ...]
    """Ids of the event mentions told inside it."""
    figures: tuple[Count, ...]
    links: tuple[ClaimLink, ...]
    rule: str
    """Rule id with its version."""
    speaker_words: Span | None = None
    """The speaker's whole noun phrase, appositions and relative clauses included; None where unnamed."""
    evidence: Span | None = None
    """The sentence the cue stands in; None where there is no cue."""
    gist: Gist | None = None
    """What it puts forward, for comparing; None until it was linked."""
