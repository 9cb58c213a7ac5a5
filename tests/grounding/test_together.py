"""Phrases for several actors told of before, and counterparts."""

from __future__ import annotations

from datetime import date

import pytest

from vedette.grounding.parties import PartyFinder
from vedette.knowledge import load_knowledge
from vedette.model import Report
from vedette.reading import Parser, Reader

DAY = date(2021, 12, 29)
MEETING = "Vladimir Putin received Emomali Rahmon in Moscow. "
TALKS = "Uzbekistan and Kyrgyzstan held talks on water. "


@pytest.fixture(scope="module")
def reader(parser: Parser) -> Reader:
    return Reader(parser, load_knowledge())


def ids(reader: Reader, text: str, word: str) -> list[str]:
    reading = reader.read(Report.make(text, DAY.isoformat()))
    token = [token for token in reading.tokens if token.text == word][-1]
    found = PartyFinder(reading, reader.knowledge)(token, DAY)
    assert all(text[p.span.start : p.span.end] == p.span.exact for p in found)
    return [party.actor.id for party in found]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (MEETING + "The two presidents discussed Afghanistan.", "presidents", ["p:vladimir-putin", "p:emomali-rahmon"]),
        (MEETING + "Both leaders then signed a statement.", "leaders", ["p:vladimir-putin", "p:emomali-rahmon"]),
        (TALKS + "Both countries agreed to meet again.", "countries", ["gov:UZB", "gov:KGZ"]),
        (TALKS + "The neighbours have quarrelled before. The two sides parted late.", "sides", ["gov:UZB", "gov:KGZ"]),
        ("Hezbollah shelled Israel. The two sides traded fire all night.", "sides", ["g:hezbollah", "gov:ISR"]),
        (
            "Iran, Iraq and Turkey closed their airspace. The three countries gave no reason.",
            "countries",
            ["gov:IRN", "gov:IRQ", "gov:TUR"],
        ),
    ],
)
def test_a_phrase_for_several_takes_up_those_told_of(reader: Reader, text: str, word: str, expected: list[str]) -> None:
    assert ids(reader, text, word) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Both countries agreed to meet again.",
        "Peru, Chile and Bolivia sent envoys. Both countries on the coast were late.",
        "The two ministers left early.",
    ],
)
def test_where_it_is_open_who_is_meant_nobody_is_named(reader: Reader, text: str) -> None:
    word = "ministers" if "ministers" in text else "countries"
    assert all(id_.startswith("x:") for id_ in ids(reader, text, word))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian Foreign Minister Sergei Lavrov met his Tajik counterpart.", ["p:sirojiddin-muhriddin"]),
        ("Lloyd Austin telephoned his Russian counterpart on Friday.", ["p:sergei-shoigu"]),
        ("Emomali Rahmon will visit his Uzbek counterpart.", ["p:shavkat-mirziyoyev"]),
    ],
)
def test_a_counterpart_holds_the_same_office_elsewhere(reader: Reader, text: str, expected: list[str]) -> None:
    assert ids(reader, text, "counterpart") == expected


@pytest.mark.model
def test_counterparts_without_a_known_holder_have_country_and_sector(reader: Reader) -> None:
    reading = reader.read(Report.make("The Peruvian police chief met his Bolivian counterpart.", DAY.isoformat()))
    token = next(token for token in reading.tokens if token.text == "counterpart")
    (party,) = PartyFinder(reading, reader.knowledge)(token, DAY)
    assert (party.actor.country, party.actor.sectors) == ("BOL", ("COP",))


@pytest.mark.model
def test_a_phrase_told_again_and_again_is_read_however_often_it_stands(reader: Reader) -> None:
    text = MEETING + "Both leaders then signed a statement. " + "The two leaders agreed. " * 1100
    assert ids(reader, text, "leaders") == ["p:vladimir-putin", "p:emomali-rahmon"]
