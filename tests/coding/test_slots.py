"""Slots: passives, coordination, relative clauses, control, participles."""

from __future__ import annotations

import pytest

from vedette.coding.control import Grammar
from vedette.coding.embedding import load_embedding
from vedette.coding.slots import carrier, fill
from vedette.model import Report
from vedette.reading import Parser, Reading

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return load_embedding().grammar


def _filled(parser: Parser, grammar: Grammar, sentence: str, word: str, slot: str) -> list[str]:
    reading: Reading = parser.read(Report.make(sentence, "2021-12-29"))
    token = next(token for token in reading.tokens if token.lower == word)
    return [found.lower for found in fill(token, slot, grammar)]


@pytest.mark.parametrize(
    ("sentence", "noun", "verb"),
    [
        ("The mayor called the accusations irresponsible and baseless.", "accusations", None),
        ("The mayor called the accusations baseless.", "accusations", None),
        ("The union called a strike.", "strike", "called"),
    ],
)
def test_what_only_judges_a_deed_carries_none(
    parser: Parser, grammar: Grammar, sentence: str, noun: str, verb: str | None
) -> None:
    reading = parser.read(Report.make(sentence, "2021-12-29"))
    found = carrier(next(token for token in reading.tokens if token.lower == noun), grammar)
    assert (found.lower if found is not None else None) == verb


@pytest.mark.parametrize(
    ("sentence", "word", "slot", "expected"),
    [
        ("The army shelled the town.", "shelled", "subject", ["army"]),
        ("The army shelled the town.", "shelled", "object", ["town"]),
        ("The town was shelled by the army.", "shelled", "subject", ["army"]),
        ("The town was shelled by the army.", "shelled", "object", ["town"]),
        ("The army entered the town and shelled the market.", "shelled", "subject", ["army"]),
        ("The minister agreed to meet the rebels.", "meet", "subject", ["minister"]),
        ("The minister urged the rebels to leave the town.", "leave", "subject", ["rebels"]),
        ("The rebels who attacked the town fled.", "attacked", "subject", ["rebels"]),
        ("The bombing of a market near a church that killed ten shocked all.", "killed", "subject", ["bombing"]),
        ("They fled the raid by a unit that killed ten.", "killed", "subject", ["unit"]),
        ("Mali holds the militia responsible for the attack.", "responsible", "subject", ["militia"]),
        ("The militia was held responsible for the attack.", "responsible", "subject", ["militia"]),
        ("The town that the rebels attacked was empty.", "attacked", "object", ["town"]),
        ("The men arrested in Cairo were students.", "arrested", "object", ["men"]),
        ("The prosecutor accused the mayor of taking money.", "taking", "subject", ["mayor"]),
        ("Russia's attack on the port failed.", "attack", "possessive", ["russia"]),
        ("Russia's attack on the port failed.", "attack", "on", ["port"]),
        ("Officials held talks in Geneva with the rebels.", "talks", "with", ["rebels"]),
        ("Officials held talks in Geneva with the rebels.", "talks", "subject", ["officials"]),
        ("The army launched an attack on the port.", "attack", "subject", ["army"]),
        ("Russia sent weapons to the army.", "sent", "to", ["army"]),
        ("Police fired a series of shots.", "fired", "object", ["shots"]),
    ],
)
def test_fill(parser: Parser, grammar: Grammar, sentence: str, word: str, slot: str, expected: list[str]) -> None:
    assert _filled(parser, grammar, sentence, word, slot) == expected


def test_a_light_verb_carries_its_noun(parser: Parser, grammar: Grammar) -> None:
    reading = parser.read(Report.make("The army launched an attack on the port.", "2021-12-29"))
    noun = next(token for token in reading.tokens if token.lower == "attack")
    found = carrier(noun, grammar)
    assert found is not None
    assert found.lower == "launched"
