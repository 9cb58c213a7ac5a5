"""Dates: taken only where they are plainly one date."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.errors import DateInvalid
from vedette.ingest import normalise_date


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("2021-12-29", "2021-12-29"),
        (" 2021-12-29\n", "2021-12-29"),
        ("20211229", "2021-12-29"),
        ("2021-12-29T10:30:00Z", "2021-12-29T10:30:00+00:00"),
        ("2021-12-29 10:30:00+04:30", "2021-12-29T10:30:00+04:30"),
        ("2021-12-29T10:30:00", "2021-12-29"),
        ("29 December 2021", "2021-12-29"),
        ("Dec. 29, 2021", "2021-12-29"),
        ("Wed, 29 Dec 2021 10:30:00 +0000", "2021-12-29T10:30:00+00:00"),
        (date(2021, 12, 29), "2021-12-29"),
        (datetime(2021, 12, 29, 10, tzinfo=UTC), "2021-12-29T10:00:00+00:00"),
        (datetime(2021, 12, 29, 10), "2021-12-29"),
    ],
)
def test_normalise_date_takes(found: object, expected: str) -> None:
    assert normalise_date(found) == expected


@pytest.mark.parametrize(
    "found",
    ["2021-02-30", "2021-13-01", "01/02/2021", "1.2.21", "yesterday", "2021", "0001-01-01", "9999-12-31", "",
     "31 June 2021", "2021-12-29T25:00:00Z", 1640736000, True, ["2021-12-29"], "2" * 5000],
)  # fmt: skip
def test_normalise_date_refuses_and_shows_the_value(found: object) -> None:
    with pytest.raises(DateInvalid) as error:
        normalise_date(found)
    assert str(found)[:10] in str(error.value)


@given(st.text(max_size=80))
def test_any_text_is_a_date_or_refused(found: str) -> None:
    try:
        once = normalise_date(found)
    except DateInvalid:
        return
    assert normalise_date(once) == once
