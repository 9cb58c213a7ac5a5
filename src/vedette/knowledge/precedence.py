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
    stretch covers all that follows, except what began after its `as_of`.
    """
    left = list(spans)
    for strong in to:
        left = [part for span in left for part in _without(span, strong)]
    return tuple(left)


def _without(span: StatusSpan, strong: StatusSpan) -> tuple[StatusSpan, ...]:
    if span.office and strong.office and span.office != strong.office:
        return (span,)
    if strong.last is None and strong.as_of and (span.first or "") > strong.as_of:
        return (span,)
    first, last = span.first or _BEGINNING, span.last or _END
    since, until = strong.first or _BEGINNING, strong.last or _END
    if last < since or until < first:
        return (span,)
    parts = []
    if first < since:
        parts.append(replace(span, last=_shifted(since, -_DAY), as_of=None))
    if until < last:
        parts.append(replace(span, first=_shifted(until, _DAY)))
    return tuple(parts)


def _shifted(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()
