"""What a store hands out: events and claims with the head of their report."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model import Claim, EventMention, Report


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
