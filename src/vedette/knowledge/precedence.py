"""What one table says of an actor's time gives way to what a table before it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from vedette.knowledge.types import StatusSpan

_BEGINNING, _END = "0001-01-01", "9999-12-31"
_DAY = timedelta(days=1)


def yielding(spans: Iterable[StatusSpan], to: Sequence[StatusSpan]) -> tuple[StatusSpan, ...]:
    """Return the stretches with those days cut out that the stretches `to` tell of.

    Two offices may be held at once: only stretches of one office, or where either names none, compete. An open
    stretch is never taken for known beyond its `as_of`: what others know of later days stays.
    """
    left = list(spans)
    for strong in to:
        left = [part for span in left for part in _without(span, strong)]
    return tuple(left)


def _without(span: StatusSpan, strong: StatusSpan) -> tuple[StatusSpan, ...]:
    if span.office and strong.office and span.office != strong.office:
        return (span,)
    first, last = span.first or _BEGINNING, span.last or _END
    since, until = strong.first or _BEGINNING, strong.last or strong.as_of or _END
    if last < since or until < first:
        return (span,)
    parts = []
    if first < since:
        parts.append(replace(span, last=_shifted(since, -_DAY), as_of=None))
    if until < (span.last or span.as_of or _END):
        parts.append(replace(span, first=_shifted(until, _DAY)))
    return tuple(parts)


def _shifted(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()
