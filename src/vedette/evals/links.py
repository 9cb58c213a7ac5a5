"""Identity: which Wikipedia page each name of a report means, by what the knowledge tables know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from vedette.grounding import Grounded
from vedette.knowledge.titles import PageTitles
from vedette.model import Span
from vedette.reading import Mention

Row = dict[str, Any]


def linked(grounded: Grounded, titles: PageTitles) -> Iterator[Row]:
    """Return one link a mention of a known actor or place.

    Where an actor and a place share words ("Singapore" in "Singapore Airlines", "Moscow agreed"), the longer
    name counts, and of two as long the place: a capital's page is the city's.
    """
    spans: list[tuple[Span, str]] = []
    for place in grounded.places:
        p = place.place
        if not p.id.startswith("x:"):
            spans.append((place.span, titles.of_place(p.id, p.name, p.country, p.admin1, p.precision)[0]))
    for actor in grounded.actors:
        known = actor.actor
        if not known.id.startswith("x:"):
            title = titles.of_actor(known.id, known.name)[0]
            spans.extend((span, title) for span in actor.mentions)
    names = [m for m in grounded.reading.mentions if m.kind in ("person", "organisation") and not m.known]
    taken = bytearray(len(grounded.reading.report.text))
    for span, title in sorted(spans, key=lambda pair: pair[0].start - pair[0].end):
        if not any(taken[span.start : span.end]) and not _is_part(span, names):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            yield {"start": span.start, "end": span.end, "wiki": title}


def _is_part(span: Span, names: Sequence[Mention]) -> bool:
    """Tell whether the words are part of the name of somebody unknown ("Nevada" in "University of Nevada")."""
    return any(
        name.span.start <= span.start and span.end <= name.span.end and (span.start, span.end) != _ends(name)
        for name in names
    )


def _ends(name: Mention) -> tuple[int, int]:
    return name.span.start, name.span.end
