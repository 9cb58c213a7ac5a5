from __future__ import annotations

import pytest

from vedette.linking.apart import cannot_both_be, days_meet
from vedette.model.gist import Amount


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("2021-W52", "2021-12-29", True),
        ("2021-W52", "2021-12-20", False),
        ("2021-W52-WE", "2022-01-01", True),
        ("2024-Q1", "2024-02", True),
        ("2024-SU", "2024-07-03", True),
        ("2024-05-01/2024-05-09", "2024-05-08", True),
        ("2024-05", "2024-05-08", True),
        ("2024-05-07", "2024-05-08", False),
        ("2024-05-08TNI", "2024-05-08", True),
        ("2024-05-08TNI", "2024-05-08TMO", False),
        ("PRESENT_REF", "2024-05-08", True),
    ],
)
def test_days_meet_where_one_stretch_cuts_the_other(one: str, other: str, meet: bool) -> None:
    assert days_meet({one}, {other}) is meet
    assert days_meet({other}, {one}) is meet


def _amount(of: str, low: float | None, high: float | None) -> Amount:
    return Amount(of, "", True, frozenset(), low, high, 0, 1)


def test_a_number_open_above_can_be_true_with_itself_however_large() -> None:
    trillions = _amount("euro", 2e12, None)
    assert not cannot_both_be(trillions, trillions)
    assert cannot_both_be(trillions, _amount("euro", 1e12, 1e12))
