"""EventMention: one event as one report tells it, and why it was coded so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vedette.model.actor import Party
from vedette.model.equipment import Count, EquipmentMention
from vedette.model.moment import Moment
from vedette.model.place import PlaceMention
from vedette.model.span import Span

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal[
    "happened", "ongoing", "attempted", "planned", "demanded", "threatened", "feared",
    "hypothetical", "denied", "not_happened", "unknown",
]  # fmt: skip
Stance = Literal[
    "asserts", "denies", "doubts", "confirms", "accuses", "demands", "promises", "threatens",
    "fears", "corrects",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldReason:
    """The rule and the words that gave one field its value."""

    field: str
    rule: str
    span: Span | None = None
    """None where no single words gave it."""


@dataclass(frozen=True, slots=True)
class Rival:
    """A reading that was weighed and lost."""

    event_type: str
    score: float
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """What made a coding: rule or model, rivals, and the reason for each field."""

    rule: str
    """Rule id with its version, e.g. `aid.provide.materiel@1`."""
    model: str | None = None
    """Model id and version; None where no learned part had a share."""
    rivals: tuple[Rival, ...] = ()
    fields: tuple[FieldReason, ...] = ()


@dataclass(frozen=True, slots=True)
class Assertion:
    """One voice that vouches for an event, or against it."""

    speaker: Party | None
    """None for the report's own voice, and for whoever is not named where something is told in a claim."""
    claim_id: str | None
    """The claim in which it is said; None for the report's own voice."""
    stance: Stance

    @property
    def voice(self) -> str:
        """Return whose voice it is, for people to read."""
        if self.speaker is not None:
            return self.speaker.actor.name
        return "somebody unnamed" if self.claim_id is not None else "the report itself"


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as one report tells it."""

    id: str
    event_type: EventType
    event_mode: tuple[str, ...]
    contexts: tuple[str, ...]
    status: Status
    background: bool
    """True for history told to explain the news."""
    within: str | None
    """Id of the speech act this act is the content of; None where it stands alone."""
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    places: tuple[PlaceMention, ...]
    moment: Moment
    assertions: tuple[Assertion, ...]
    counts: tuple[Count, ...]
    equipment: tuple[EquipmentMention, ...]
    quad_class: int
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    score: float
    """In [0, 1], not a probability."""
    trigger: Span
    evidence: Span
    """The whole sentence."""
    why: Why
