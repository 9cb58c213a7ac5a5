"""Attributions as plain offsets, for scoring against corpora of quotations."""

from __future__ import annotations

from typing import TypedDict

from vedette.attribution.attributions import Attribution
from vedette.attribution.finder import find_attributions
from vedette.model import Span
from vedette.reading import Reading


class QuoteRow(TypedDict):
    """One attribution: lists of `[start, end]` in code points."""

    content: list[list[int]]
    source: list[list[int]]
    cue: list[list[int]]


def predict_quotes(reading: Reading) -> list[QuoteRow]:
    """Return the outermost attributions of a report, as corpora of quotations mark them."""
    return [_row(found) for found in find_attributions(reading) if found.parent is None]


def _row(found: Attribution) -> QuoteRow:
    return QuoteRow(content=_runs(found.content), source=_runs(found.speaker_words), cue=_runs(found.cue_words))


def _runs(span: Span | None) -> list[list[int]]:
    if span is None:
        return []
    return [list(part) for part in span.parts] or [[span.start, span.end]]
