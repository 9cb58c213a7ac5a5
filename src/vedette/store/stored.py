"""What a store hands out: events and claims with the head of their report."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model import Claim, EventMention, Report
from vedette.model.claim import SpeakerKind


@dataclass(frozen=True, slots=True)
class ReportHead:
    """A report without its text."""

    id: str
    published_at: str
    publisher: str | None = None
    """None where the input names none."""
    title: str | None = None
    """None where the input has none."""
    url: str | None = None
    """None where the input has none."""
    supersedes: str | None = None
    """What it names as corrected or withdrawn: a report's id, address or title; None where nothing."""
    input: str | None = None
    """The file it was read from, and its line there; None where it came from no file."""

    @classmethod
    def of(cls, report: Report) -> ReportHead:
        """Return a report's head."""
        return cls(
            report.id, report.published_at, report.publisher, report.title, report.url, report.supersedes, report.input
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event mention and the report that tells it."""

    report: ReportHead
    event: EventMention


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim and the report that tells it."""

    report: ReportHead
    claim: Claim


@dataclass(frozen=True, slots=True)
class StoredSpeaker:
    """Whoever speaks in some claims, or has others speak for him."""

    id: str
    name: str
    country: str | None
    """ISO 3166 alpha-3; None where unknown."""
    claims: int
    reports: int
    first: str
    last: str
    """First and last day of publication of the reports."""
    against: int
    """Claims of his that dispute or deny another."""
    disputed: int
    """Claims of his that another disputes or denies."""
    kind: SpeakerKind | None = None
    """What he is in most of his claims; None for a body that has only others speak for it."""

    @property
    def is_only_called(self) -> bool:
        """Tell whether words alone tell who he is: "residents" of two reports need not be the same people.

        Ids that begin with x: are made of a name no table knows. A person's name mostly names one person all the same,
        a common noun does not.
        """
        return self.id.startswith("x:") and (self.kind in ("unnamed", "official") or self.name == self.name.lower())
