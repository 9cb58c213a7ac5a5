"""Tables of the command line."""

from __future__ import annotations

import pytest

from coded_reports import code, make_report
from vedette.cli.tables import events_table, is_only_called
from vedette.store import ReportHead, StoredEvent, StoredSpeaker


def _speaker(identity: str, name: str, reports: int) -> StoredSpeaker:
    return StoredSpeaker(identity, name, None, 3, reports, "2024-05-01", "2024-05-09", 0, 0)


@pytest.mark.parametrize(
    ("identity", "name", "reports", "expected"),
    [
        ("x:residents", "residents", 2, True),
        ("x:residents", "residents", 1, False),
        ("x:maznyk", "Maznyk", 2, False),
        ("o:un", "UN", 5, False),
    ],
)
def test_speakers_of_several_reports_may_be_only_called_alike(
    identity: str, name: str, reports: int, *, expected: bool
) -> None:
    assert is_only_called(_speaker(identity, name, reports)) is expected


def test_the_status_of_an_event_that_a_claim_is_against_says_so() -> None:
    coded = code(make_report(1))
    rows = [StoredEvent(ReportHead.of(coded.report), one) for one in coded.events]
    table = events_table(rows, with_report=False, disputed={coded.events[0].id})
    told = [str(cell) for cell in table.columns[2].cells]
    assert told == ["happened (disputed)", "feared", "happened", "happened (background)"]
