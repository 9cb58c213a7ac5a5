"""Equipment and facts."""

from __future__ import annotations

import pytest

from vedette.grounding.equipment import find_equipment
from vedette.grounding.facts import find_facts
from vedette.grounding.ground import ground
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


@pytest.mark.parametrize(
    ("text", "words", "amount", "unit"),
    [
        ("The army lost up to 20 tanks.", "up to 20 tanks", (20.0, None, 20.0), None),
        ("Dozens of tanks rolled past.", "Dozens of tanks", (None, 24.0, None), None),
        ("They shipped more than 100 tonnes of ammunition.", "more than 100 tonnes of ammunition",
         (100.0, 100.0, None), "tonne"),
        ("He deployed a battery of S-300s.", "a battery of S-300s", (1.0, 1.0, 1.0), "battery"),
        ("It moved two Patriot batteries.", "two Patriot batteries", (2.0, 2.0, 2.0), "battery"),
        ("They fired 50 HIMARS rockets.", "50 HIMARS rockets", (50.0, 50.0, 50.0), "rocket"),
        ("Between 20 and 30 tanks crossed.", "Between 20 and 30 tanks", (None, 20.0, 30.0), None),
        ("Half a dozen tanks crossed.", "Half a dozen tanks", (6.0, 6.0, 6.0), None),
        ("It has more than a dozen helicopters.", "more than a dozen helicopters", (12.0, 12.0, None), None),
        ("They seized 1.5 tonnes of explosives.", "1.5 tonnes of explosives", (1.5, 1.5, 1.5), "tonne"),
        ("Poland gave Ukraine 60 PT-91 tanks.", "60 PT-91 tanks", (60.0, 60.0, 60.0), None),
        ("Leopard 2 tanks crossed the river.", "Leopard 2 tanks", (None, None, None), None),
        ("They seized some 5,000 rounds of ammunition.", "some 5,000 rounds of ammunition",
         (5000.0, None, None), "round"),
        ("They fired hundreds of thousands of artillery rounds.", "hundreds of thousands of artillery rounds",
         (None, 200_000.0, None), None),
        ("Congress passed $3 billion of weapons.", "weapons", (None, None, None), None),
        ("A Boeing 707 cargo plane crashed.", "A Boeing 707 cargo plane", (None, None, None), None),
        ("Berlin bought four MQ-4C Triton maritime surveillance drones.",
         "four MQ-4C Triton maritime surveillance drones", (4.0, 4.0, 4.0), None),
        ("Several drones were downed.", "Several drones", (None, 3.0, None), None),
    ],
)  # fmt: skip
def test_amounts_keep_bounds_and_unit(
    reader: Reader, text: str, words: str, amount: tuple[float | None, float | None, float | None], unit: str | None
) -> None:
    reading = reader.read(Report.make(text, "2022-05-01"))
    (item,) = find_equipment(reading, reader.knowledge)
    assert (item.span.exact, (item.quantity, item.low, item.high), item.unit) == (words, amount, unit)


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Turkish-made drones hit the depot.", "TUR"),
        ("Drones made in China hit the depot.", "CHN"),
        ("Turkish drones hit the depot.", None),
        ("T-72 tanks hit the depot.", "RUS"),
    ],
)
def test_origin_is_told_or_that_of_the_design(reader: Reader, text: str, origin: str | None) -> None:
    (item,) = find_equipment(reader.read(Report.make(text, "2022-05-01")), reader.knowledge)
    assert item.origin == origin


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Three battalions crossed the river.", [("Three battalions", 3.0, 3.0, 3.0, "battalion")]),
        ("About 3,000 soldiers were sent there.", [("About 3,000 soldiers", 3000.0, None, None, "soldier")]),
        ("The force has up to two squadrons.", [("up to two squadrons", 2.0, None, 2.0, "squadron")]),
        ("They stopped a column of 40 vehicles.", [("40 vehicles", 40.0, 40.0, 40.0, "vehicle")]),
        ("Dozens of fighters fled.", []),
        ("Twelve soldiers were killed.", []),
        ("Two companies of infantry dug in.", [("Two companies", 2.0, 2.0, 2.0, "company")]),
        ("Two Chinese companies bid for the port.", []),
    ],
)
def test_forces_are_facts_and_units_stay_units(reader: Reader, text: str, found: list[object]) -> None:
    facts = ground(reader.read(Report.make(text, "2022-05-01")), reader.knowledge).facts
    assert [(fact.span.exact, fact.value, fact.low, fact.high, fact.unit) for fact in facts] == found


@pytest.mark.parametrize(
    "text", ["She wept in her lawyer's arms.", "The firm has two arms.", "They held several rounds of talks."]
)
def test_everyday_senses_are_no_equipment(reader: Reader, text: str) -> None:
    assert equipment(reader, text) == []


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
