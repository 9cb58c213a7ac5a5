"""Moment: when. TimeMention: a time expression as TIMEX3 has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vedette.model.span import Span

TimePrecision = Literal["time", "day", "week", "month", "quarter", "year", "decade", "unknown"]
MomentBasis = Literal["text", "narrative", "published", "none"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened, never finer than the text says."""

    value: str | None = None
    """ISO 8601 date, month, year or interval; None where the text gives none."""
    first: str | None = None
    """First possible day; None where open."""
    last: str | None = None
    """Last possible day; None where open."""
    precision: TimePrecision = "unknown"
    basis: MomentBasis = "none"
    span: Span | None = None
    """The words that gave it; None where it was inherited."""


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression with its TIMEX3 type and value."""

    span: Span
    type: TimexType
    value: str
    moment: Moment | None = None
    """The calendar stretch it names; None for durations and sets."""
