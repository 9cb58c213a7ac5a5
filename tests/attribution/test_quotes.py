from __future__ import annotations

import pytest
from hand_built import read_by_hand
from hypothesis import given
from hypothesis import strategies as st

from vedette.attribution import find_quotations


def quoted(text: str) -> list[list[str]]:
    reading = read_by_hand(text)
    return [[text[start:end] for start, end in quotation.runs] for quotation in find_quotations(reading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "go" and "stay" twice.', [['"go"'], ['"stay"']]),
        ("He said “go” now.", [["“go”"]]),
        ("He said ``go'' now.", [["``go''"]]),
        ("He said ''go'' now.", [["''go''"]]),
        ("He said ‘go’ now.", [["‘go’"]]),
        ("He said 'go now' loudly.", [["'go now'"]]),
        ("He said «go» now.", [["«go»"]]),
        ("He said „go“ now.", [["„go“"]]),
        ("He said “she cried ‘go’ twice” now.", [["“she cried ‘go’ twice”"]]),
        ("The voters' rights and the city’s walls.", []),
        ("It didn't rain in '92, it’s said.", []),
        ('A pipe of 3" and a stray mark “here.', []),
    ],
)
def test_find_quotations_marks(text: str, expected: list[list[str]]) -> None:
    assert quoted(text) == expected


def test_find_quotations_over_paragraphs() -> None:
    assert quoted("“One day.\n\n“Two days.\n\n“Three days.”\n\nThe end came.") == [
        ["“One day.", "“Two days.", "“Three days.”"]
    ]


def test_find_quotations_left_open() -> None:
    assert quoted("“One day it rained.\n\nThe end came.") == [["“One day it rained."]]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»`„", max_size=200))
def test_find_quotations_stand_in_the_text(text: str) -> None:
    reading = read_by_hand(text)
    for quotation in find_quotations(reading):
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert quotation.first <= quotation.last < len(reading.tokens)
        assert list(quotation.runs) == sorted(quotation.runs)


def test_find_quotations_survives_a_wall_of_marks() -> None:
    assert find_quotations(read_by_hand("' a " * 5000)) is not None
