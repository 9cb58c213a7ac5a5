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
        "The pupils of Zinder demonstrated that they can read.",
        "Villagers armed themselves with sticks.",
    ],
)
def test_neither_epithets_nor_figures_of_speech_are_acts(coder: Coder, sentence: str) -> None:
    events = coder.code(Report.make(sentence, "2021-12-29")).events
    assert {event.event_type for event in events}.isdisjoint({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "AID"})


def test_trigger_holds_its_particle(coder: Coder) -> None:
    events = coder.code(Report.make("The mayor of Zinder stepped down on Monday.", "2021-12-29")).events
    assert [event.trigger.exact for event in events] == ["stepped down"]


def test_date_with_the_same_preposition_hides_nothing(coder: Coder) -> None:
    text = "On 6 October, the presidents of Chad and Niger spoke on the phone."
    events = coder.code(Report.make(text, "2021-12-29")).events
    assert [event.event_mode for event in events] == [("phone",)]
