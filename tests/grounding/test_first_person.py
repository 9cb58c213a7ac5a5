"""Tests of who "I" and "we" are outside quotation marks."""

from __future__ import annotations

import pytest

from vedette import CodedReport, Coder
from vedette.model import Report

pytestmark = pytest.mark.model


def actors(coder: Coder, text: str, author: str | None) -> list[tuple[str, ...]]:
    coded = coder.code(Report.make(text, "2022-03-01", author=author))
    assert isinstance(coded, CodedReport)
    return [tuple(party.actor.id for party in event.actors) for event in coded.events]


def test_author_of_a_statement_is_its_first_person(coder: Coder) -> None:
    text = "I commend the Government of Kenya for its courage.\n\nWe condemn the raid on Bamako."
    assert actors(coder, text, "Joe Biden")[:2] == [("p:joe-biden",), ("gov:USA",)]


def test_words_in_quotation_marks_are_not_the_authors(coder: Coder) -> None:
    assert actors(coder, '"We condemn the Government of Kenya," Emmanuel Macron said.', "Joe Biden") == [("gov:FRA",)]


def test_unsigned_report_names_nobody_for_a_stray_we(coder: Coder) -> None:
    assert actors(coder, "We condemn the Government of Kenya, which France said was over.", None) == [()]


def test_unknown_author_is_a_provisional_person(coder: Coder) -> None:
    assert actors(coder, "I condemn the Government of Kenya.", "Ada Example") == [("x:ada-example",)]
