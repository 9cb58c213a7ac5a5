"""Tests of what keeps the words of private life, names of things and interviews from becoming events."""

from __future__ import annotations

import pytest

from vedette import CodedReport, Coder
from vedette.model import EventMention, Report

pytestmark = pytest.mark.model


def events(coder: Coder, text: str) -> tuple[EventMention, ...]:
    coded = coder.code(Report.make(text, "2022-03-01"))
    assert isinstance(coded, CodedReport)
    return coded.events


@pytest.mark.parametrize(
    "text",
    [
        "The novelist discussed her findings with Wikinews last month.",
        'The biologist said "Students should keep an open mind" about the matter.',
        "Emissions must fall in line with the Paris Agreement, the study found.",
        "The bridge was built after the Vietnam War.",
        "The agency called the election for the senator shortly before noon.",
    ],
)
def test_no_event(coder: Coder, text: str) -> None:
    assert [(e.event_type, e.trigger.exact) for e in events(coder, text)] == []


def test_obligation_of_a_government_is_asked_for(coder: Coder) -> None:
    (event,) = events(coder, "The union said that the government should reopen the mine.")
    assert (event.event_type, [p.actor.sectors for p in event.recipients]) == ("REQUEST", [("GOV",)])


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Serbia drew condemnation from France over the ruling.", ["gov:FRA"], ["gov:SRB"]),
        ("Serbia came under criticism from France over the ruling.", ["gov:FRA"], ["gov:SRB"]),
        ("India was guilty of violating the ceasefire agreement again.", ["gov:IND"], []),
    ],
)
def test_who_does_it(coder: Coder, text: str, actors: list[str], recipients: list[str]) -> None:
    (event,) = events(coder, text)
    assert [party.actor.id for party in event.actors] == actors
    assert [party.actor.id for party in event.recipients] == recipients


def test_what_is_to_end_goes_on(coder: Coder) -> None:
    found = {
        e.event_type: e.status
        for e in events(coder, "Kenya called on Ethiopia to stop its ongoing assault against Moyale.")
    }
    assert (found["ASSAULT"], found["REQUEST"]) == ("ongoing", "happened")


def test_an_act_somebody_does_not_condone_took_place(coder: Coder) -> None:
    found = {e.event_type: e.status for e in events(coder, "Chile does not condone Russia's attack on Ukraine.")}
    assert found["ASSAULT"] == "happened"
