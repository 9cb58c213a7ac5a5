from __future__ import annotations

import pytest
from claims_told import contents, told

from vedette import Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The clinic put the toll at nineteen dead, most of them women.",
            "The clinic",
            "the toll at nineteen dead, most of them women",
        ),
        (
            "The mayor put the toll at forty, including nine children.",
            "The mayor",
            "the toll at forty, including nine children",
        ),
        ("The navy gave its losses as two sailors killed.", "The navy", "its losses as two sailors killed"),
        ("The toll given by the governor was seventeen.", "the governor", "seventeen"),
        ("The report lists forty cases of torture.", "The report", "forty cases of torture"),
        ("A bulletin spoke of nine enemy tanks destroyed.", "A bulletin", "nine enemy tanks destroyed"),
        ("An inquiry found no evidence of fraud.", "An inquiry", "no evidence of fraud"),
    ],
)
def test_figures_are_told_whole(text: str, speaker: str, content: str, coder: Coder) -> None:
    assert [(who, what) for who, _, what in told(coder, text)] == [(speaker, content)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police revised the toll to four.", ("Police", "corrects", "the toll to four")),
        (
            "The ministry raised the death toll from 39 to 41.",
            ("The ministry", "corrects", "the death toll from 39 to 41"),
        ),
        ("The army cut the number of dead to four.", ("The army", "corrects", "the number of dead to four")),
        ("The union counted forty beatings.", ("The union", "asserts", "forty beatings")),
        ("The accused pleaded not guilty to murder.", ("The accused", "denies", "murder")),
        ("A witness testified to having seen him.", ("A witness", "asserts", "having seen him")),
        ("The rebels' claim to have won was doubtful.", ("The rebels'", "asserts", "to have won")),
    ],
)
def test_figures_revised_and_deeds_owned(text: str, expected: tuple[str, str, str], coder: Coder) -> None:
    assert told(coder, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The clerk named two horses.",
        "The film lists nine actors.",
        "The mayor listed two problems.",
        "The general gave his sons horses as presents.",
        "An inquiry found two coins.",
        "The storm raised the death toll to 41.",
        "Additional bodies pulled from the rubble raised the death toll from 14 to 31.",
        "The army raised the number of soldiers to 400.",
        "The union raised the wage to 41 crowns.",
        "The heir's claim to the throne was weak.",
    ],
)
def test_what_only_looks_like_a_figure_told(text: str, coder: Coder) -> None:
    assert contents(coder, text) == []
