from __future__ import annotations

import pytest

from vedette.linking.gists import _OF_A_DAY


@pytest.mark.parametrize(
    "words", ["Friday night", "the evening of 3 May", "tonight", "2024-05-03 at noon", "midnight today"]
)
def test_an_hour_of_a_told_day_has_that_day(words: str) -> None:
    assert _OF_A_DAY.search(words)


@pytest.mark.parametrize("words", ["midday", "mid-day", "noonday", "1600", "at 0530 hours", "during the night"])
def test_a_mere_hour_has_no_day(words: str) -> None:
    assert not _OF_A_DAY.search(words)
