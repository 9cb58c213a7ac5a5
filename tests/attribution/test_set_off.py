from __future__ import annotations

import pytest
from claims_told import contents, told

from vedette import Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "More than 300 people have been killed in the shelling of Orin since Friday, the health office run by the "
            "Orrin movement said on Monday.",
            "the health office",
            "More than 300 people have been killed in the shelling of Orin since Friday",
        ),
        (
            "Foreign guards working for the Sarga security company shot at least 30 villagers in the gold-mining area "
            "of Boma, a panel of UN monitors said.",
            "a panel of UN monitors",
            "Foreign guards working for the Sarga security company shot at least 30 villagers in the gold-mining area "
            "of Boma",
        ),
        (
            "Fourteen people have died in the flooding along the lower Irsa, provincial governor Mato Rusk told "
            "reporters on Wednesday after flying over the area.",
            "Mato Rusk",
            "Fourteen people have died in the flooding along the lower Irsa",
        ),
        (
            "The people of Arsan left of their own free will, a presidential adviser in Varda said on X.",
            "a presidential adviser",
            "The people of Arsan left of their own free will",
        ),
        (
            "Troops of Operation Clean Harvest killed twenty-eight bandits in Gidan Rimi forest, defence headquarters "
            "announced on Sunday.",
            "defence headquarters",
            "Troops of Operation Clean Harvest killed twenty-eight bandits in Gidan Rimi forest",
        ),
        (
            "She was killed by hired men, the criminal investigations director told a packed briefing on Wednesday.",
            "the criminal investigations director",
            "She was killed by hired men",
        ),
        (
            "Fewer than one voter in five cast a ballot, its coordinator, Lia Venn, said.",
            "its coordinator",
            "Fewer than one voter in five cast a ballot",
        ),
    ],
)
def test_set_off_speaker_behind_the_words(text: str, speaker: str, content: str, coder: Coder) -> None:
    ((who, _, what),) = told(coder, text)
    assert who.startswith(speaker)
    assert what == content


def test_set_off_clause_of_time_is_not_said(coder: Coder) -> None:
    text = "On Thursday, after bloggers cast doubt on the news, the brigade said once more that it was in control."
    assert contents(coder, text) == ["it was in control"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "City planner Olga Reim told a council committee that the engine shed at the Brenner yard is not occupied.",
            "the engine shed at the Brenner yard is not occupied",
        ),
        (
            "The pilot told a radio programme there had been nothing wrong with the plane.",
            "there had been nothing wrong with the plane",
        ),
        (
            "The company insists the dam was sound and had passed every inspection.",
            "the dam was sound and had passed every inspection",
        ),
        (
            "At the ministry an official, speaking on condition of anonymity, said the shed was empty.",
            "the shed was empty",
        ),
    ],
)
def test_hearers_and_asides_part_no_words_from_their_speaker(text: str, content: str, coder: Coder) -> None:
    assert contents(coder, text) == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The pilot told the man he had met.",
        "The pilot told the story he had heard.",
        "The mayor warned a man who had shouted.",
        "The train left, the shops closed.",
    ],
)
def test_hearers_and_what_was_done_are_not_said(text: str, coder: Coder) -> None:
    assert contents(coder, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The governor met executives of the bank on 12 June, according to minutes read out at the inquiry.",
            ["The governor met executives of the bank on 12 June"],
        ),
        (
            "The talks collapsed over the government's demand that the rebels disarm first, according to the document.",
            [
                "The talks collapsed over the government's demand that the rebels disarm first",
                "the rebels disarm first",
            ],
        ),
    ],
)
def test_according_covers_the_whole_sentence(text: str, expected: list[str], coder: Coder) -> None:
    assert contents(coder, text) == expected
