"""Equipment and facts."""

from __future__ import annotations

import pytest

from vedette.grounding.equipment import find_equipment
from vedette.grounding.facts import find_facts
from vedette.knowledge import load_knowledge
from vedette.model import Report
from vedette.reading import Parser, Reader

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def reader(parser: Parser) -> Reader:
    return Reader(parser, load_knowledge())


def equipment(reader: Reader, text: str) -> list[tuple[str, str | None, float | None, float | None]]:
    reading = reader.read(Report.make(text, "2022-05-01"))
    found = find_equipment(reading, reader.knowledge)
    return [(item.span.exact, item.category, item.calibre_mm, item.quantity) for item in found]


@pytest.mark.parametrize(
    ("text", "words", "calibre", "quantity"),
    [
        ("The brigade received 122 mm howitzers.", "122 mm howitzers", 122.0, None),
        ("Six tanks crossed the bridge.", "Six tanks", None, 6.0),
        ("The brigade fired 155mm howitzers at dusk.", "155mm howitzers", 155.0, None),
        ("They seized some weapons.", "some weapons", None, None),
    ],
)
def test_generic_equipment(
    reader: Reader, text: str, words: str, calibre: float | None, quantity: float | None
) -> None:
    assert [(w, c, q) for w, _, c, q in equipment(reader, text)] == [(words, calibre, quantity)]


def test_a_name_and_its_generic_words_are_one_mention(reader: Reader) -> None:
    if reader.knowledge.equipment.named("NSV") is None:
        pytest.skip("the equipment table has no NSV")
    reading = reader.read(
        Report.make("Guards mounted 12.7 mm heavy machine guns NSV “Utyos” on the wall.", "2022-05-01")
    )
    (item,) = find_equipment(reading, reader.knowledge)
    assert item.name is not None
    assert "NSV" in item.name
    assert item.calibre_mm == 12.7
    assert item.span.exact.startswith("12.7 mm heavy machine guns NSV")


def test_people_are_no_equipment(reader: Reader) -> None:
    assert equipment(reader, "A suicide bomber attacked the gate.") == []


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("Chad and Niger share a border of 1,196 km.", 1196.0),
        ("Laos shares a 100-mile border with Myanmar.", 160.9),
    ],
)
def test_border_lengths_are_facts_in_kilometres(reader: Reader, text: str, km: float) -> None:
    (fact,) = find_facts(reader.read(Report.make(text, "2022-05-01")))
    assert (fact.kind, fact.value, fact.unit) == ("border length", km, "km")
    assert text[fact.span.start : fact.span.end] == fact.span.exact
