"""Things of a text found by where they begin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vedette.model import Span, SpanIndex

LENGTH = 40


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, LENGTH - 1))
    return Span.cut("x" * LENGTH, start, draw(st.integers(start + 1, LENGTH)))


@st.composite
def contents(draw: st.DrawFn) -> Span:
    """A span of one run or of several that do not touch."""
    cuts = sorted(draw(st.sets(st.integers(0, LENGTH), min_size=2, max_size=6)))
    runs = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    return Span.cut("x" * LENGTH, runs[0][0], runs[-1][1], runs if len(runs) > 1 else ())


@given(st.lists(spans()), contents())
def test_what_is_found_is_what_a_look_at_each_would_find(things: list[Span], content: Span) -> None:
    index = SpanIndex(things, lambda thing: thing)
    inside = [t for t in things if any(a <= t.start and t.end <= b for a, b in content.runs)]
    begun = [t for t in things if any(a <= t.start < b for a, b in content.runs)]
    assert index.inside(content) == inside
    assert index.begun_in_runs(content) == begun
    assert index.begun_in(5, 20) == [t for t in things if 5 <= t.start < 20]


def test_only_what_stands_near_is_looked_at() -> None:
    asked: list[int] = []

    def span_of(k: int) -> Span:
        asked.append(k)
        return Span.cut("x" * 1000, k, k + 1)

    index = SpanIndex(range(1000), span_of)
    assert [index.inside(Span.cut("x" * 1000, k, k + 2)) for k in (0, 500)] == [[0, 1], [500, 501]]
    assert len(asked) == 1000
