"""What the knowledge tables answer, as plain values."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vedette.knowledge import KnownEquipment, StatusSpan
from vedette.knowledge.where import PlaceCandidate
from vedette.knowledge.who import ActorCandidate
from vedette.model.record import Record


class Standing(NamedTuple):
    """Whether what the tables say of an actor holds on a day."""

    code: str
    """holds, unconfirmed (its last check lies before the day), ended, not_yet, gap or undated."""
    told: str
    """The same in words; empty where it plainly holds."""


def standing(found: ActorCandidate, day: date) -> Standing:
    """Return how the actor's stretches stand to a day; what is open is not known to hold beyond its `as_of`."""
    spans, asked = found.known.spans, day.isoformat()
    if found.beyond is not None:
        return Standing("unconfirmed", f"last known to be so on {found.beyond}; whether it still was is not known")
    if found.span is not None:
        return Standing("holds", "")
    if not spans:
        return Standing("undated", "the tables tell no dates")
    if all(span.first is not None and span.first > asked for span in spans):
        first = min(span.first or "" for span in spans)
        return Standing("not_yet", f"the tables tell of nothing before {first}")
    if all(span.last is not None and span.last < asked for span in spans):
        last = max(span.last or "" for span in spans)
        return Standing("ended", f"what the tables tell of ended on {last}")
    return Standing("gap", "the day lies between the stretches that the tables tell of")


def actor_line(found: ActorCandidate, day: date) -> Record:
    """Return one actor a name may mean, as it was on a day, with all its stretches."""
    known, then = found.known, found.then
    return {
        "id": known.id,
        "name": known.name,
        "kind": known.kind,
        "on": day.isoformat(),
        "country": then.country,
        "sectors": list(then.sectors),
        "acts_for": then.acts_for,
        "standing": standing(found, day).code,
        "known_until": found.beyond,
        "located": known.located,
        "ownership": known.ownership,
        "aliases": list(known.aliases),
        "spans": [_span(span) for span in known.spans],
        "src": known.source,
        "found_by": found.how,
        "score": found.score,
    }


def equipment_line(item: KnownEquipment) -> Record:
    """Return one named weapon or system."""
    return {
        "id": item.id,
        "name": item.name,
        "kind": "equipment",
        "category": item.category,
        "calibre_mm": item.calibre_mm,
        "country": item.origin,
        "aliases": list(item.aliases),
        "src": item.src,
        "found_by": "name",
        "score": 1.0,
    }


def place_line(found: PlaceCandidate) -> Record:
    """Return one place a name may mean."""
    return {
        "id": found.id,
        "name": found.name,
        "country": found.country,
        "admin1": found.admin1,
        "admin2": found.admin2,
        "lat": found.lat,
        "lon": found.lon,
        "precision": found.precision,
        "radius_km": found.radius_km,
        "length_km": found.length_km,
        "population": found.population or None,
        "src": found.src,
        "score": found.score,
    }


def _span(span: StatusSpan) -> Record:
    return {
        "first": span.first,
        "last": span.last,
        "as_of": span.as_of,
        "country": span.country,
        "sectors": list(span.sectors),
        "office": span.office,
        "title": span.title,
        "acts_for": span.acts_for,
    }
