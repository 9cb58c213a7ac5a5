"""The data model: frozen dataclasses, no input or output."""

from vedette.model.actor import Actor, ActorKind, ActorMentions, Party
from vedette.model.claim import Claim, ClaimLink, Speaker
from vedette.model.coding import CodedReport, CoderVersion, Fact, Failure
from vedette.model.equipment import Count, EquipmentMention, Transfer
from vedette.model.event import Assertion, EventMention, EventType, FieldReason, Rival, Stance, Status, Why
from vedette.model.moment import Moment, TimeMention
from vedette.model.place import Place, PlaceMention
from vedette.model.report import Report
from vedette.model.span import Span
from vedette.model.span_index import SpanIndex

__all__ = [
    "Actor", "ActorKind", "ActorMentions", "Assertion", "Claim", "ClaimLink", "CodedReport",
    "CoderVersion", "Count", "EquipmentMention", "EventMention", "EventType", "Fact", "Failure",
    "FieldReason", "Moment", "Party", "Place", "PlaceMention", "Report", "Rival", "Span",
    "SpanIndex", "Speaker", "Stance", "Status", "TimeMention", "Transfer", "Why",
]  # fmt: skip
