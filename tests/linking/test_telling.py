"""How claims are put to the encoder of links."""

from __future__ import annotations

import pytest

from vedette import Coder, Report


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tavia said that the road was shut.", "Tavia said: the road was shut"),
        ("Tavia accused Sarma of sinking the trawler.", "Tavia said: Sarma was sinking the trawler"),
        ("Tavia accused Sarma of having sunk the trawler.", "Tavia said: Sarma had sunk the trawler"),
        ("Tavia blamed Sarma for the fire.", "Tavia said: Sarma was to blame for the fire"),
        (
            "The farmers hold the firm responsible for the leak.",
            "The farmers said: the firm was responsible for the leak",
        ),
        ("The rebels claimed to have seized Bokala.", "The rebels said: it had seized Bokala"),
        ("The minister called the vote free and fair.", "The minister said: the vote was free and fair"),
        ("The minister described the vote as a farce.", "The minister said: the vote was a farce"),
        ("The minister found the report baseless.", "The minister said: the report was baseless"),
        ("The clinic put the toll at nine.", "The clinic said: the toll was at nine"),
        ("The army denied shelling the town.", "The army denied: shelling the town"),
        ("The light, the driver said, was green.", "the driver said: The light was green"),
        ("The navy's version is that the trawler sank.", "The navy said: the trawler sank"),
    ],
)
def test_words_are_told_as_a_whole_sentence(text: str, told: str, coder: Coder) -> None:
    (claim,) = coder.code(Report.make(text, "2024-05-14")).claims
    assert claim.gist is not None
    assert claim.gist.told == told
