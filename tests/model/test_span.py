"""Spans: the runs of their words."""

from __future__ import annotations

from vedette.model import Span

TEXT = "The dam, he said, had held."


def test_runs_are_the_parts_or_else_the_span_itself() -> None:
    assert Span.cut(TEXT, 0, 7).runs == ((0, 7),)
    assert Span.cut(TEXT, 0, 26, ((0, 7), (18, 26))).runs == ((0, 7), (18, 26))
