"""Each veto rules out what it names, and leaves the same words alone where they tell an event."""

from __future__ import annotations

import pytest

from vedette import CodedReport, Coder
from vedette.model import Report

pytestmark = pytest.mark.model


def types(coder: Coder, text: str) -> list[str]:
    coded = coder.code(Report.make(text, "2022-03-01"))
    assert isinstance(coded, CodedReport)
    return [event.event_type for event in coded.events]


@pytest.mark.parametrize(
    ("text", "ruled_out"),
    [
        ("The Kenyan and Ugandan ministers usually meet in Kampala.", "CONSULT"),
        ("The governor declared a state of emergency as the hurricane neared the coast.", "COERCE"),
        ("The opposition candidate held a rally in Minsk.", "PROTEST"),
        ("The Hungarian president defended his decision.", "SUPPORT"),
        ("The Senate was to meet on Monday.", "CONSULT"),
        ("A methane blast in a coal pit killed nine Polish workers.", "ASSAULT"),
        ("Nine Polish miners died; a mine explosion killed six other miners.", "ASSAULT"),
        ("Four Kenyan cooks were killed in a boiler explosion.", "ASSAULT"),
        ("In his talk at the institute, the Greek prime minister spoke of gas.", "CONSULT"),
    ],
)
def test_ruled_out(coder: Coder, text: str, ruled_out: str) -> None:
    assert ruled_out not in types(coder, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Kenyan and Ugandan ministers met in Kampala.", "CONSULT"),
        ("The junta declared a state of emergency in Mandalay after the strikes.", "COERCE"),
        ("Thousands held a rally against the junta in Yangon.", "PROTEST"),
        ("The Hungarian president defended Serbia's decision.", "SUPPORT"),
        ("The Senate leaders met with the Japanese ambassador on Monday.", "CONSULT"),
        ("A mine blast killed nine Polish soldiers.", "ASSAULT"),
        ("Rebels set off a gas explosion that killed nine Polish workers.", "ASSAULT"),
        ("A car bomb explosion killed two Polish miners.", "ASSAULT"),
        ("The Greek prime minister held talks with Egypt's president.", "CONSULT"),
    ],
)
def test_left_alone(coder: Coder, text: str, told: str) -> None:
    assert told in types(coder, text)
