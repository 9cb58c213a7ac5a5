from __future__ import annotations

import pytest
from claims_told import contents, told

from vedette import Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("It is the ministry's position that the border was open.", "the ministry's", "the border was open"),
        ("It remains the view of the council that the vote was fair.", "the council", "the vote was fair"),
        ("The vote was fair, is the view of the council.", "the council", "The vote was fair"),
        ("The strike has collapsed, was the word from the ministry.", "the ministry", "The strike has collapsed"),
        ("The prosecution's case was that the guard had slept.", "The prosecution's", "the guard had slept"),
        ("The police theory is that the letter was forged.", "police", "the letter was forged"),
        ("As the minister put it, the deal is dead.", "the minister", "the deal is dead"),
        ("The deal is dead, as the minister put it on Monday.", "the minister", "The deal is dead"),
        ("As far as the ministry is concerned, the deal is dead.", "the ministry", "the deal is dead"),
    ],
)
def test_what_somebodys_version_is(text: str, speaker: str, content: str, coder: Coder) -> None:
    ((who, _, what),) = told(coder, text)
    assert (who, what) == (speaker, content)


@pytest.mark.parametrize(
    "text",
    [
        "It is the law of the land that voters queue.",
        "It is the fate of the mine that it floods.",
        "The worst case is that the dam bursts.",
        "The problem for the army is that the road is closed.",
        "As the clerk put it on the shelf, the vase broke.",
        "As far as trade is concerned, the road is vital.",
    ],
)
def test_what_is_nobodys_version(text: str, coder: Coder) -> None:
    assert contents(coder, text) == []
