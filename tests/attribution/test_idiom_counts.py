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
    "text",
    [
        "The clerk named two horses.",
        "The mayor listed two problems.",
        "The general gave his sons horses as presents.",
        "An inquiry found two coins.",
    ],
)
def test_what_only_looks_like_a_figure_told(text: str, coder: Coder) -> None:
    assert contents(coder, text) == []
