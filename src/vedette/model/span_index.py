"""Things that stand in a text, found by where they begin: a long report is not searched through for each question."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Generic, TypeVar

from vedette.model.span import Span

_T = TypeVar("_T")


class SpanIndex(Generic[_T]):
    """Things with a span of one text each, handed out in the order in which they were given."""

    def __init__(self, things: Iterable[_T], span_of: Callable[[_T], Span]) -> None:
        self._placed = [(k, span_of(thing), thing) for k, thing in enumerate(things)]
        self._placed.sort(key=lambda placed: placed[1].start)
        self._starts = [span.start for _, span, _ in self._placed]

    def begun_in(self, start: int, end: int) -> list[_T]:
        """Return what begins at `start` or behind it and before `end`."""
        return _as_given(self._between(start, end))

    def begun_in_runs(self, content: Span) -> list[_T]:
        """Return what begins in one of the runs of `content`."""
        return _as_given(placed for run in content.runs for placed in self._between(*run))

    def inside(self, content: Span) -> list[_T]:
        """Return what lies wholly inside one of the runs of `content`."""
        return _as_given(
            placed for start, end in content.runs for placed in self._between(start, end) if placed[1].end <= end
        )

    def _between(self, start: int, end: int) -> Iterator[tuple[int, Span, _T]]:
        yield from self._placed[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _as_given(found: Iterable[tuple[int, Span, _T]]) -> list[_T]:
    by_place = {k: thing for k, _, thing in found}
    return [thing for _, thing in sorted(by_place.items(), key=itemgetter(0))]
