"""Counts of victims and captives, and the numbers they rest on."""

from __future__ import annotations

import pytest

from vedette.grounding.counts import find_counts
from vedette.grounding.numbers import number_amount, number_value
from vedette.model import Report
from vedette.reading import Parser


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (("43",), 43),
        (("5,000",), 5000),
        (("two", "hundred", "and", "six"), 206),
        (("twenty", "-", "one"), 21),
        (("3.5", "million"), 3_500_000),
        (("two", "dozen"), 24),
        (("many",), None),
        (("9" * 400,), None),
        (("٣",), None),
        ((), None),
    ],
)
def test_number_value(words: tuple[str, ...], value: int | None) -> None:
    assert number_value(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("three and a half", 3.5),
        ("two and a half million", 2_500_000),
        ("half a million", 500_000),
        ("and a half", None),
    ],
)
def test_number_amount_counts_halves(words: str, value: float | None) -> None:
    assert number_amount(tuple(words.split())) == value


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "kind", "of", "bounds"),
    [
        ("The blast killed at least 43 villagers.", "at least 43", "killed", "villagers", (43, 43, None)),
        ("Police arrested up to 20 students in the capital.", "up to 20", "arrested", "students", (None, 20, 20)),
        ("Some 5,000 people were displaced by the fighting.", "Some 5,000", "displaced", "people", (None, 5000, None)),
        ("Between 10 and 15 soldiers were wounded.", "Between 10 and 15", "injured", "soldiers", (10, None, 15)),
        ("Dozens of miners are missing after the flood.", "Dozens", "missing", "miners", (24, None, None)),
        ("The raid left two dead.", "two", "killed", None, (2, 2, 2)),
        ("The death toll rose to 12 on Sunday.", "12", "killed", None, (12, 12, 12)),
        ("The crash caused seven deaths.", "seven", "killed", None, (7, 7, 7)),
        ("Rebels abducted nine teachers near the lake.", "nine", "captured", "teachers", (9, 9, 9)),
        (
            "The flood killed two hundred and forty people.",
            "two hundred and forty",
            "killed",
            "people",
            (240, 240, 240),
        ),
        (
            "Between one hundred and two hundred people were killed.",
            "Between one hundred and two hundred",
            "killed",
            "people",
            (100, None, 200),
        ),
        ("Eighty-six people were killed.", "Eighty-six", "killed", "people", (86, 86, 86)),
        ("More than 300 refugees fled to the coast.", "More than 300", "displaced", "refugees", (300, 300, None)),
    ],
)
def test_counts(
    parser: Parser, text: str, words: str, kind: str, of: str | None, bounds: tuple[int | None, int | None, int | None]
) -> None:
    (count,) = find_counts(parser.read(Report.make(text, "2022-05-01")))
    assert (count.span.exact, count.kind, count.of) == (words, kind, of)
    assert (count.low, count.best, count.high) == bounds


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Three gunmen opened fire on a school bus.",
        "The flood destroyed 40 houses on Monday.",
        "In 2019 the army killed the warlord.",
        "The company lost 30 million dollars.",
    ],
)
def test_other_numbers_are_no_counts(parser: Parser, text: str) -> None:
    assert find_counts(parser.read(Report.make(text, "2022-05-01"))) == ()
