from __future__ import annotations

import pytest
from claims_told import contents, told

from vedette import Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("title", "speaker", "content"),
    [
        ("Talks collapsed – minister", "minister", "Talks collapsed"),
        ("No talks with rebels, ministry insists", "ministry", "No talks with rebels"),
        ("Six dead in ferry fire, say police", "police", "Six dead in ferry fire"),
    ],
)
def test_title_tail_names_who_speaks(title: str, speaker: str, content: str, coder: Coder) -> None:
    ((who, _, what),) = told(coder, f"{title}\n\nRain fell on Monday.")
    assert (who, what) == (speaker, content)


@pytest.mark.parametrize(
    "title",
    [
        "Blast at depot - live updates",
        "Six dead in ferry fire, toll rises",
        "Storm hits coast, thousands flee",
        "Rebels seize border town - Harbour Press",
        "Mayor quits - a portrait",
        "Minister in Ostral, talks stall",
    ],
)
def test_title_tail_without_a_speaker(title: str, coder: Coder) -> None:
    assert contents(coder, f"{title}\n\nRain fell on Monday.") == []
