"""The place of an event is that of the deed, not of the statement."""

from __future__ import annotations

import pytest

from vedette import Coder, Report


def scenes(coder: Coder, text: str, event_type: str) -> list[str]:
    """Return the words of the places of the first event of a type."""
    coded = coder.code(Report.make(text, "2022-05-04"))
    return next([place.span.exact for place in e.places] for e in coded.events if e.event_type == event_type)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The envoy said in Geneva that shells hit a hospital in Aleppo.", ["Aleppo"]),
        ("Officials in Geneva said that militants killed ten people.", []),
        ("In Washington, the Pentagon said a US drone killed a commander.", []),
        ("In Aleppo, residents said that shells killed two children.", ["Aleppo"]),
        ("Police in Lagos said gunmen abducted a priest.", ["Lagos"]),
        ("Rockets hit Bagram Air Base, the ministry in Kabul said.", ["Bagram Air Base"]),
        ("Troops clashed along the Armenia-Azerbaijan border.", ["Armenia-Azerbaijan border"]),
    ],
)
def test_where_force_was_used(coder: Coder, text: str, places: list[str]) -> None:
    assert scenes(coder, text, "ASSAULT") == places
