from __future__ import annotations

import pytest

from vedette.linking.apart import are_at_odds, cannot_both_be, count_one_thing, days_meet
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


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (("people", 9.0), ("soldier", 6.0), False),
        (("people", 6.0), ("soldier", 9.0), True),
        (("people", 9.0), ("people", 6.0), True),
        (("", 9.0), ("soldier", 6.0), True),
        (("man", 9.0), ("woman", 6.0), False),
        (("man", 9.0), ("soldier", 6.0), True),
    ],
)
def test_a_part_clashes_with_its_whole_only_where_it_is_larger(
    one: tuple[str, float], other: tuple[str, float], clash: bool
) -> None:
    here, there = _amount(one[0], one[1], one[1]), _amount(other[0], other[1], other[1])
    assert (count_one_thing(here, there) and are_at_odds(here, there)) is clash
    assert (count_one_thing(there, here) and are_at_odds(there, here)) is clash
