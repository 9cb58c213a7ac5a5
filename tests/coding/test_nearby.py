"""Who takes part where no slot of the trigger names anybody."""

from __future__ import annotations

import pytest

from vedette import Coder, EventMention, Report

pytestmark = pytest.mark.model


def _event(coder: Coder, sentence: str, event_type: str) -> EventMention:
    coded = coder.code(Report.make(sentence, "2021-12-29"))
    found = [event for event in coded.events if event.event_type == event_type]
    assert found, [event.event_type for event in coded.events]
    return found[0]


def _recipients(event: EventMention) -> list[str]:
    return [party.span.exact for party in event.recipients]


def test_nearest_actor_in_the_phrase_is_concerned(coder: Coder) -> None:
    event = _event(coder, "Norway lifted the restrictions imposed on Belarusian airlines.", "CONCEDE")
    assert event.recipients[0].actor.country == "BLR"
    assert any(reason.rule == "role.nearby@2" for reason in event.why.fields)


def test_whose_place_it_is(coder: Coder) -> None:
    event = _event(coder, "The governor lifted the curfew in Mosul on Sunday.", "CONCEDE")
    assert _recipients(event) == ["Mosul"]
    assert event.recipients[0].actor.country == "IRQ"
    assert any(reason.rule == "role.place@2" for reason in event.why.fields)


def test_authorities_arrest_where_nobody_is_named(coder: Coder) -> None:
    event = _event(coder, "Two Dutch students were arrested in Cairo on Friday.", "COERCE")
    assert [party.actor.country for party in event.actors] == ["EGY"]


def test_own_troops_are_no_recipient(coder: Coder) -> None:
    event = _event(coder, "Chad withdrew its troops from Niger.", "RETREAT")
    assert "its troops" not in _recipients(event)


def test_a_pronoun_shows_the_name_beside_it(coder: Coder) -> None:
    event = _event(coder, "Bolivia said it had expelled two Peruvian diplomats.", "SANCTION")
    assert [party.span.exact for party in event.actors] == ["Bolivia"]


def test_town_and_victims_are_one_attack(coder: Coder) -> None:
    coded = coder.code(Report.make("Rebels shelled Juba on Sunday, killing twenty people.", "2021-12-29"))
    attacks = [event for event in coded.events if event.event_type == "ASSAULT"]
    assert len(attacks) == 1
    assert _recipients(attacks[0]) == ["Juba", "twenty people"]


def test_signed_with_tells_who_dealt_with_whom(coder: Coder) -> None:
    event = _event(coder, "Kenya signed a trade agreement with Rwanda.", "SUPPORT")
    assert [party.actor.country for party in event.actors] == ["KEN"]
    assert [party.actor.country for party in event.recipients] == ["RWA"]


def test_troops_sent_are_means(coder: Coder) -> None:
    event = _event(coder, "Ghana is willing to withdraw its troops from Mali.", "AGREE")
    assert {party.actor.country for party in event.recipients} == {"MLI"}


def test_doer_told_deeper_in_the_phrase(coder: Coder) -> None:
    event = _event(coder, "Two policemen were killed in an attack on a patrol by Taliban fighters.", "ASSAULT")
    assert [party.actor.country for party in event.actors] == ["AFG"]


def test_who_issues_a_statement_speaks_through_it(coder: Coder) -> None:
    event = _event(coder, "Chile issued a statement condemning Nicaragua.", "ACCUSE")
    assert [party.actor.country for party in event.actors] == ["CHL"]
    assert [party.actor.country for party in event.recipients] == ["NIC"]


def test_a_name_no_table_knows_still_acts(coder: Coder) -> None:
    event = _event(coder, "The Zarkovists demanded an apology from Peru.", "REQUEST")
    assert event.actors[0].actor.id.startswith("x:")


def test_words_of_manner_are_nobody(coder: Coder) -> None:
    event = _event(coder, "Nurses in Lima staged a general strike on Monday.", "PROTEST")
    assert "general" not in _recipients(event)


def test_a_protest_needs_no_name(coder: Coder) -> None:
    event = _event(coder, "A peaceful protest took place in the market on Friday.", "PROTEST")
    assert event.status == "happened"


def test_what_is_wrecked_needs_no_doer(coder: Coder) -> None:
    event = _event(coder, "Several shops were looted overnight.", "ASSAULT")
    assert event.event_mode == ("destroy",)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Kenya stood with Uganda in the face of Sudan's invasion.",
        "Officials praised the aid being provided by Sudan.",
        "President Putin launched Russia's invasion in February.",
    ],
)
def test_whose_deed_it_is_is_not_whom_it_hits(coder: Coder, text: str) -> None:
    events = coder.code(Report.make(text, "2022-03-02")).events
    deeds = [event for event in events if event.event_type in ("ASSAULT", "AID")]
    assert deeds
    assert {party.actor.country for event in deeds for party in event.recipients}.isdisjoint({"SDN", "RUS"})


def test_a_town_that_is_hit_is_the_recipient(coder: Coder) -> None:
    event = _event(coder, "Russian missiles struck Kharkiv on Monday.", "ASSAULT")
    assert _recipients(event) == ["Kharkiv"]
