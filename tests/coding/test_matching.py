"""Which words count as triggers."""

from __future__ import annotations

import pytest

from vedette import Coder, Report

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "sentence",
    [
        "A convicted smuggler opened the gate of the museum.",
        "The banned party has a museum in Chad.",
        "The general attacked the principles of the constitution.",
        "It was an assault on democracy by the Chadian general.",
    ],
)
def test_neither_epithets_nor_figures_of_speech_are_acts(coder: Coder, sentence: str) -> None:
    events = coder.code(Report.make(sentence, "2021-12-29")).events
    assert {event.event_type for event in events}.isdisjoint({"ASSAULT", "COERCE", "SANCTION"})


def test_trigger_holds_its_particle(coder: Coder) -> None:
    events = coder.code(Report.make("The mayor of Zinder stepped down on Monday.", "2021-12-29")).events
    assert [event.trigger.exact for event in events] == ["stepped down"]
