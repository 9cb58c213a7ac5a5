from __future__ import annotations

import pytest
from claims_told import contents, told

from vedette import Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army issued a denial of any strike on the town.", ("The army", "denies", "any strike on the town")),
        ("The ministry put out a flat denial of the deal.", ("The ministry", "denies", "the deal")),
        (
            "From the mayor came a sharp denial of talks with the rebels.",
            ("the mayor", "denies", "talks with the rebels"),
        ),
        ("A denial of any link to the plot came from the embassy.", ("the embassy", "denies", "any link to the plot")),
        ("The embassy stood by its denial of involvement.", ("The embassy", "denies", "involvement")),
        ("The minister's denial of any role drew scorn.", ("The minister's", "denies", "any role")),
        ("The rebels poured cold water on the report.", ("The rebels", "denies", "the report")),
        ("The rebels scoffed at the claim of a rout.", ("The rebels", "denies", "the claim of a rout")),
        ("The army washed its hands of the attack.", ("The army", "denies", "the attack")),
        (
            "The garrison put out a denial within the hour that the fort had been lost.",
            ("The garrison", "denies", "the fort had been lost"),
        ),
    ],
)
def test_denials_told_by_a_noun(text: str, expected: tuple[str, str, str], coder: Coder) -> None:
    assert told(coder, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The judge's denial of bail was upheld.",
        "The ministry's denial of visas was unlawful.",
        "The mayor did not issue a denial of the report.",
        "The hospital issued no denial of the report.",
        "The denial of aid to the camp is a crime.",
        "The embassy issued a denial.",
        "The ministry rejected the role of mediator.",
        "The mayor rejected the part in the play.",
        "The cook poured water on the rice.",
        "The nurse washed her hands of the paint.",
        "The boys laughed off the stage.",
    ],
)
def test_what_is_withheld_or_not_denied(text: str, coder: Coder) -> None:
    assert contents(coder, text) == []
