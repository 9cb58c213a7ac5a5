"""CodedReport: everything Vedette found in one report."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model.actor import ActorMentions
from vedette.model.claim import Claim
from vedette.model.equipment import EquipmentMention
from vedette.model.event import EventMention
from vedette.model.moment import TimeMention
from vedette.model.place import PlaceMention
from vedette.model.report import Report
from vedette.model.span import Span


@dataclass(frozen=True, slots=True)
class Fact:
    """A stated quantity that is no event: the length of a border, the strength of a force."""

    span: Span
    kind: str
    """"border length" or "force"."""
    value: float | None
    """None where the text gives bounds alone ("dozens of soldiers")."""
    unit: str
    """"km", or what was counted: "battalion", "soldier"."""
    about: str | None = None
    """Id of the place or actor it describes; None where unknown."""
    low: float | None = None
    high: float | None = None
    """Bounds of the value; None where open."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A report, or a stage of one, that could not be done."""

    input: str
    stage: str
    error: str
    """Class name of the error."""
    message: str
    report_id: str | None = None
    """None where the input never became a report."""


@dataclass(frozen=True, slots=True)
class CoderVersion:
    """What made a coding, so that it can be made again."""

    version: str
    model: str
    codebook: str
    knowledge: str


@dataclass(frozen=True, slots=True)
class CodedReport:
    """One report with everything found in it."""

    report: Report
    events: tuple[EventMention, ...]
    claims: tuple[Claim, ...]
    times: tuple[TimeMention, ...]
    actors: tuple[ActorMentions, ...]
    places: tuple[PlaceMention, ...]
    equipment: tuple[EquipmentMention, ...]
    facts: tuple[Fact, ...]
    failures: tuple[Failure, ...]
    coder: CoderVersion
