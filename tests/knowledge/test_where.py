"""`where`: every place a name may mean."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.knowledge import Knowledge, load_knowledge
from vedette.knowledge.where import where


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(
    ("name", "id_", "precision", "src"),
    [
        ("Dushanbe", "geonames:1221874", "town", "GeoNames"),
        ("dushanbe", "geonames:1221874", "town", "GeoNames"),
        ("Kunduz province", "geonames:1135690", "province", "GeoNames"),
        ("Tajik", "country:TJK", "country", "countries"),
        ("the Strait of Hormuz", "region:strait-of-hormuz", "region", "regions"),
        ("Dushanbee", "geonames:1221874", "town", "GeoNames"),
    ],
)  # fmt: skip
def test_the_likeliest_place_comes_first(knowledge: Knowledge, name: str, id_: str, precision: str, src: str) -> None:
    found = where(knowledge, name)[0]
    assert (found.id, found.precision, found.src) == (id_, precision, src)


def test_rivals_follow_and_scores_add_up(knowledge: Knowledge) -> None:
    found = where(knowledge, "Tripoli")
    assert [found[0].country, found[1].country] == ["LBY", "LBN"]
    assert sum(c.score for c in found) == pytest.approx(1, abs=0.02)
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)


@pytest.mark.parametrize("country", ["LBN", "lb", "Lebanon"])
def test_a_country_rules_the_others_out(knowledge: Knowledge, country: str) -> None:
    found = where(knowledge, "Tripoli", country)
    assert (found[0].country, found[1].score) == ("LBN", 0.0) or found[1].country == "LBN"
    assert all(c.score == 0 for c in found if c.country != "LBN")


def test_what_stands_behind_a_comma_contains_it(knowledge: Knowledge) -> None:
    found = where(knowledge, "Paris, Texas")[0]
    assert (found.country, found.admin1, found.admin2) == ("USA", "Texas", "Lamar County")


def test_a_border_has_a_length(knowledge: Knowledge) -> None:
    (found,) = where(knowledge, "the Afghan-Tajik border")
    assert (found.id, found.precision, found.length_km) == ("border:AFG-TJK", "line", 1357)
    assert where(knowledge, "border between Peru and France") == ()


def test_an_unknown_name_has_no_place(knowledge: Knowledge) -> None:
    assert where(knowledge, "Qwxzzy") == ()


@given(st.text(max_size=60), st.one_of(st.none(), st.text(max_size=12)))
@settings(max_examples=150, deadline=None)
def test_any_text_is_survived(knowledge: Knowledge, name: str, country: str | None) -> None:
    assert all(0 <= c.score <= 1 for c in where(knowledge, name, country))
