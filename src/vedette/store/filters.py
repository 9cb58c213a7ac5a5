"""What can be asked of a store."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import get_args

from vedette.errors import QueryError
from vedette.model import EventType, Stance, Status

COUNTED: tuple[Status, ...] = ("happened", "ongoing")
"""The statuses lists count unless asked otherwise: what is said to be so, not what is feared or planned."""


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which event mentions to list; every condition given must hold.

    Raises QueryError for a type, status or day that does not exist.
    """

    actor: str | None = None
    """An actor's id or country code, or part of its name, whatever the case."""
    recipient: str | None = None
    """As `actor`, for those it was done to."""
    types: tuple[str, ...] = ()
    """PLOVER types; empty means all."""
    country: str | None = None
    """ISO 3166 alpha-3 of a party or a place."""
    since: str | None = None
    """First day: events whose moment reaches it; those with an open moment are left out."""
    until: str | None = None
    """Last day, as `since`."""
    statuses: tuple[str, ...] = COUNTED
    """Empty means all."""
    within: bool | None = None
    """Whether to list acts that are only the content of a speech act ("demanded that X withdraw").

    None lists them unless only happened and ongoing are asked for: such an act never adds to a count.
    """
    background: bool | None = None
    """True for background only, False for news only, None for both."""
    speaker: str | None = None
    """Who vouches for it or denies it, as `actor`."""
    report: str | None = None
    """The report's id, file or part of its title, as far as it is unique."""
    words: str | None = None
    """Words the report's text or title must hold, all of them."""
    limit: int | None = None
    """None lists all."""
    offset: int = 0

    @property
    def leaves_out_within(self) -> bool:
        """Tell whether acts that are only the content of a speech act are left out."""
        if self.within is None:
            return bool(self.statuses) and set(self.statuses) <= set(COUNTED)
        return not self.within

    def __post_init__(self) -> None:
        _one_of("event type", self.types, get_args(EventType))
        _one_of("status", self.statuses, get_args(Status))
        _days(self.since, self.until)
        _page(self.limit, self.offset)


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to list; every condition given must hold.

    Raises QueryError for a stance or day that does not exist.
    """

    speaker: str | None = None
    """A speaker's, or the body's it speaks for: id or country code, or part of the name, whatever the case."""
    addressee: str | None = None
    """As `speaker`, for those spoken to."""
    country: str | None = None
    """ISO 3166 alpha-3 of a speaker or the body it speaks for."""
    about: str | None = None
    """Whom or what is spoken of: an actor's id or country code, part of its name, or words of the content."""
    stances: tuple[str, ...] = ()
    """Empty means all."""
    since: str | None = None
    """First day of the saying; where its moment is not told, of publication."""
    until: str | None = None
    """Last day, as `since`."""
    disputed: bool = False
    """True lists only claims that dispute or deny another, or are disputed or denied."""
    report: str | None = None
    """The report's id, file or part of its title, as far as it is unique."""
    words: str | None = None
    """Words the report's text or title must hold, all of them."""
    limit: int | None = None
    """None lists all."""
    offset: int = 0

    def __post_init__(self) -> None:
        _one_of("stance", self.stances, get_args(Stance))
        _days(self.since, self.until)
        _page(self.limit, self.offset)


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Which reports to list. Raises QueryError for a day that does not exist."""

    publisher: str | None = None
    """Part of the publisher's name, whatever the case."""
    since: str | None = None
    until: str | None = None
    """Days of publication."""
    words: str | None = None
    """Words the text or title must hold, all of them."""
    correcting: bool = False
    """True lists only reports that correct or withdraw another."""
    limit: int | None = None
    """None lists all."""
    offset: int = 0

    def __post_init__(self) -> None:
        _days(self.since, self.until)
        _page(self.limit, self.offset)


def _one_of(what: str, asked: Collection[str], known: Collection[str]) -> None:
    for value in asked:
        if value not in known:
            raise QueryError(f"there is no {what} '{value}'.\nKnown: {', '.join(known)}")


def _days(since: str | None, until: str | None) -> None:
    for name, value in (("since", since), ("until", until)):
        if value is not None:
            try:
                date.fromisoformat(value)
            except ValueError:
                raise QueryError(f"'{value}' is no day for '{name}'. Write it as YYYY-MM-DD.") from None
    if since is not None and until is not None and since > until:
        raise QueryError(f"'since' ({since}) is after 'until' ({until}).")


def _page(limit: int | None, offset: int) -> None:
    if (limit is not None and limit < 1) or offset < 0:
        raise QueryError("a limit is at least 1 and an offset at least 0.")
