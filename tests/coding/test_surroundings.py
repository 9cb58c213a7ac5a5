"""Places of an event: its scene, not the home of its parties."""

from __future__ import annotations

import pytest

from vedette import Coder, Report

pytestmark = pytest.mark.model


def _places(coder: Coder, sentence: str, event_type: str) -> set[str]:
    coded = coder.code(Report.make(sentence, "2021-12-29"))
    found = [event for event in coded.events if event.event_type == event_type]
    assert found, [event.event_type for event in coded.events]
    return {place.span.exact for event in found for place in event.places}


def test_country_of_a_president_is_no_scene(coder: Coder) -> None:
    assert _places(coder, "The president of Ghana met the king of Lesotho in Lisbon.", "CONSULT") == {"Lisbon"}


def test_country_called_upon_is_no_scene(coder: Coder) -> None:
    assert _places(coder, "Norway called on Eritrea to withdraw its troops.", "REQUEST") == set()


def test_preposition_above_another_verb_gives_no_scene(coder: Coder) -> None:
    sentence = "Norway criticised the company after supporting Chad's army."
    assert _places(coder, sentence, "ACCUSE") == set()


def test_country_attacked_is_a_scene(coder: Coder) -> None:
    assert "Chad" in _places(coder, "Rebels launched an attack on Chad at dawn.", "ASSAULT")


def test_country_in_a_title_is_no_scene(coder: Coder) -> None:
    assert _places(coder, "US President Joe Biden met the king of Lesotho in Lisbon.", "CONSULT") == {"Lisbon"}


def test_country_under_sanctions_is_no_scene(coder: Coder) -> None:
    assert _places(coder, "Norway imposed sanctions on Eritrea.", "SANCTION") == set()


def test_capitals_that_are_only_sides_are_no_scene(coder: Coder) -> None:
    assert _places(coder, "Talks between Moscow and Kyiv failed.", "CONSULT") == set()
    assert _places(coder, "Protesters marched in London against Beijing.", "PROTEST") == {"London"}
    assert _places(coder, "Moscow rejected the claim.", "REJECT") == set()
    assert _places(coder, "The delegation arrived in Moscow.", "CONSULT") == {"Moscow"}
