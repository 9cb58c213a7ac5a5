"""Verbs that only tell how something is said are not made into events by the encoder."""

from __future__ import annotations

import pytest

from vedette import CodedReport, Coder
from vedette.model import Report

pytestmark = pytest.mark.model


def test_speaking_at_a_meeting_is_the_meeting_alone() -> None:
    coded = Coder().code(
        Report.make("Speaking at a meeting with Emmanuel Macron in Lyon, Olaf Scholz praised Kenya.", "2022-03-01")
    )
    assert isinstance(coded, CodedReport)
    assert [event.event_type for event in coded.events] == ["CONSULT", "SUPPORT"]
