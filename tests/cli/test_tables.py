"""Tables of the command line."""

from __future__ import annotations

import pytest

from coded_reports import code, make_report
from vedette.cli.tables import events_table, is_starred, speakers_table
from vedette.model.claim import SpeakerKind
from vedette.store import ReportHead, StoredEvent, StoredSpeaker


def _speaker(identity: str, name: str, kind: SpeakerKind | None, reports: int) -> StoredSpeaker:
    return StoredSpeaker(identity, name, None, 3, reports, "2024-05-01", "2024-05-09", 0, 0, kind)


@pytest.mark.parametrize(
    ("identity", "name", "kind", "reports", "expected"),
    [
        ("x:shepherds", "Shepherds", "unnamed", 2, True),
        ("x:shepherds", "shepherds", "unnamed", 1, False),
        ("x:harbour-police", "Harbour police", "official", 3, True),
        ("x:council", "council", None, 2, True),
        ("x:ilvane", "Ilvane", "named", 2, False),
        ("o:un", "UN", "named", 5, False),
        ("gov:TJK", "Government of Tajikistan", "official", 9, False),
    ],
)
def test_speakers_of_several_reports_may_be_only_called_alike(
    identity: str, name: str, kind: SpeakerKind | None, reports: int, *, expected: bool
) -> None:
    one = _speaker(identity, name, kind, reports)
    assert is_starred(one) is expected
    (shown,) = speakers_table([one]).columns[0].cells
    assert str(shown) == (f"{name} *" if expected else name)


def test_the_status_of_an_event_that_a_claim_is_against_says_so() -> None:
    coded = code(make_report(1))
    rows = [StoredEvent(ReportHead.of(coded.report), one) for one in coded.events]
    table = events_table(rows, with_report=False, disputed={coded.events[0].id})
    told = [str(cell) for cell in table.columns[2].cells]
    assert told == ["happened (disputed)", "feared", "happened", "happened (background)"]
