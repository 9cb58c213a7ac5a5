"""Types and statuses that tense, refusal and condition make of a trigger."""

from __future__ import annotations

import pytest

from vedette import Coder, Report

pytestmark = pytest.mark.model


def _types(coder: Coder, sentence: str) -> set[tuple[str, str]]:
    coded = coder.code(Report.make(sentence, "2021-12-29"))
    return {(event.event_type, event.status) for event in coded.events}


def test_will_not_refuses(coder: Coder) -> None:
    assert ("REJECT", "happened") in _types(coder, "Chad will not meet the rebels before June.")


def test_cannot_is_no_refusal(coder: Coder) -> None:
    found = _types(coder, "The ministers cannot meet the rebels before June.")
    assert ("CONSULT", "not_happened") in found
    assert all(kind != "REJECT" for kind, _ in found)


def test_condition_outweighs_negation(coder: Coder) -> None:
    found = _types(coder, "If Chad does not withdraw its troops, the talks end.")
    assert ("RETREAT", "hypothetical") in found


def test_day_to_come_makes_a_plan(coder: Coder) -> None:
    assert ("CONSULT", "planned") in _types(coder, "Ministers of Chad and Niger meet in Zinder on 14 March 2022.")


def test_announcement_is_not_dated_to_what_it_announces(coder: Coder) -> None:
    report = Report.make("The governor announced his resignation effective 14 March 2022.", "2021-12-29")
    dates = {event.moment.value for event in coder.code(report).events if event.status == "happened"}
    assert dates == {"2021-12-29"}


def test_polite_request_is_one(coder: Coder) -> None:
    assert ("REQUEST", "happened") in _types(
        coder, '"I would urge Chad to withdraw its troops," the Nigerien minister said.'
    )


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("I want to thank President Ruto for his help.", "happened"),
        ("We would like to thank Kenya for its help.", "happened"),
        ("Kenya wants to thank Uganda for its help.", "planned"),
    ],
)
def test_saying_so_does_it(coder: Coder, text: str, status: str) -> None:
    events = coder.code(Report.make(text, "2024-03-02")).events
    assert [event.status for event in events if event.event_type == "SUPPORT"][:1] == [status]
