"""Every trigger's example sentence is coded as its type."""

from __future__ import annotations

import pytest

from vedette import CodedReport, Coder, Report
from vedette.coding import Trigger, load_lexicon

pytestmark = pytest.mark.model

TRIGGERS = load_lexicon().triggers


@pytest.fixture(scope="module")
def found(coder: Coder) -> dict[str, set[str]]:
    """Event types coded for each example, all parsed in one run."""
    reports = [Report.make(trigger.example, "2021-12-29") for trigger in TRIGGERS]
    coded = coder.code_many(reports)
    return {
        item.report.text: {event.event_type for event in item.events} for item in coded if isinstance(item, CodedReport)
    }


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda trigger: f"{trigger.where}:{trigger.lemma}")
def test_example_is_coded_as_its_type(found: dict[str, set[str]], trigger: Trigger) -> None:
    assert trigger.event_type in found[trigger.example], f"{trigger.where} {trigger.rule}: {trigger.example}"
