from __future__ import annotations

import pytest

from vedette.knowledge import Knowledge, load_knowledge
from vedette.knowledge.titles import PageTitles


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="module")
def titles(knowledge: Knowledge) -> PageTitles:
    return PageTitles.load(knowledge.countries)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Emomali Rahmon", "Emomali_Rahmon"),
        ("Pentagon", "United_States_Department_of_Defense"),
        ("Pakistani army", "Pakistani_Armed_Forces"),
        ("OSCE", "Organization_for_Security_and_Co-operation_in_Europe"),
    ],
)
def test_an_actor_has_the_title_of_its_page(knowledge: Knowledge, titles: PageTitles, name: str, title: str) -> None:
    known = knowledge.actors.named(name)[0]
    assert titles.of_actor(known.id, known.name)[0] == title


def test_a_government_has_the_page_of_its_country(titles: PageTitles) -> None:
    assert titles.of_actor("gov:TJK", "Government of Tajikistan") == ("Tajikistan",)


@pytest.mark.parametrize(
    ("name", "country", "title"),
    [
        ("Dallas", "USA", "Dallas"),
        ("Waco", "USA", "Waco,_Texas"),
        ("Halifax", "CAN", "Halifax,_Nova_Scotia"),
        ("Kunduz", "AFG", "Kunduz"),
    ],
)
def test_towns_stand_under_their_province_where_that_is_the_rule(
    knowledge: Knowledge, titles: PageTitles, name: str, country: str, title: str
) -> None:
    town = next(e for e in knowledge.gazetteer.find(name) if e.country == country and e.kind == "city")
    assert titles.of_place(town.id, town.name, town.country, town.admin1, town.precision)[0] == title


def test_every_id_of_the_table_is_known(knowledge: Knowledge, titles: PageTitles) -> None:
    for id_ in titles._given:
        kind, _, code = id_.partition(":")
        if kind == "country":
            assert knowledge.countries.get(code) is not None, id_
        elif kind not in ("region", "geonames"):
            assert knowledge.actors.get(id_) is not None, id_
