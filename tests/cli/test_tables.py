"""Tables of the command line."""

from __future__ import annotations

import pytest

from vedette.cli.tables import is_only_called
from vedette.store import StoredSpeaker


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
