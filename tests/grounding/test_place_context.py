"""What the words beside a name make of it: parts, features, villages, lists, bodies and seats."""

from __future__ import annotations

import pytest

from grounding.place_reading import Tables, load_tables, named, read
from vedette.grounding.places import find_places, toponyms


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


def words(text: str, tables: Tables, **labels: str) -> list[str]:
    """Return the words of every toponym."""
    return [text[start:end] for start, end, _, _ in toponyms(read(text, **labels), tables)]


def test_a_capitalised_part_belongs_to_the_name(tables: Tables) -> None:
    found = named(find_places(read("Shells hit East Aleppo and northern Homs.", Aleppo="GPE", Homs="GPE"), tables))
    assert found["East Aleppo"].place.country == "SYR"
    assert "Homs" in found


def test_an_airport_lies_by_its_town(tables: Tables) -> None:
    found = named(find_places(read("Rockets struck Kandahar Airport.", Kandahar_Airport="FAC"), tables))
    place = found["Kandahar Airport"].place
    assert (place.id, place.country, place.precision) == ("x:kandahar-airport", "AFG", "district")
    assert place.lat is not None


def test_a_river_lies_by_no_town_the_report_does_not_speak_for(tables: Tables) -> None:
    found = named(find_places(read("Two boats sank on the Lancaster River.", Lancaster_River="LOC"), tables))
    assert found["Lancaster River"].place.lat is None


@pytest.mark.parametrize("label", ["PERSON", "ORG", "NORP"])
def test_what_is_called_a_village_is_a_place_whoever_knows_it(tables: Tables, label: str) -> None:
    text = "Gunmen burned the village of Qarzhovul. People of Qarzhovul fled."
    assert words(text, tables, Qarzhovul=label) == ["Qarzhovul", "Qarzhovul"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Doctors fought the Marburg strain.", {"Marburg": "ORG"}),
        ("They spoke of euro-Atlantic ties.", {"Atlantic": "LOC"}),
        ("Readers of China Daily wrote.", {"China_Daily": "ORG"}),
        ("The girl attends Franklin Elementary.", {"Franklin_Elementary": "ORG"}),
    ],
)
def test_names_of_other_things_hold_no_place(tables: Tables, text: str, labels: dict[str, str]) -> None:
    assert words(text, tables, **labels) == []


def test_the_rank_word_of_a_body_is_not_the_provinces(tables: Tables) -> None:
    text = "The Ohio Department of Health and Ohio State Police met."
    found = words(text, tables, Ohio_Department_of_Health="ORG", Ohio_State_Police="ORG")
    assert found == ["Ohio", "Ohio"]


def test_a_list_holds_things_of_one_kind(tables: Tables) -> None:
    text = "Fires spread through Oregon, Washington and Idaho."
    found = named(find_places(read(text, Oregon="GPE", Washington="GPE", Idaho="GPE"), tables))
    assert found["Washington"].place.precision == "province"


def test_a_town_no_one_knows_stays_unknown(tables: Tables) -> None:
    found = named(find_places(read("Police searched Zzyrk Valley.", Zzyrk_Valley="LOC"), tables))
    assert (found["Zzyrk Valley"].place.id, found["Zzyrk Valley"].place.lat) == ("x:zzyrk-valley", None)


def test_a_word_of_rank_tells_the_kind(tables: Tables) -> None:
    text = "They fled the Imam Sahib district of Kunduz province to Kunduz."
    reading = read(text, Imam_Sahib="GPE", Kunduz="GPE")
    district, province, town = find_places(reading, tables)
    assert (district.place.precision, district.place.admin1, district.place.admin2) == (
        "district", "Kunduz", district.place.name,
    )  # fmt: skip
    assert (province.place.precision, province.place.admin1, province.place.admin2) == ("province", "Kunduz", None)
    assert town.place.precision == "town"


@pytest.mark.parametrize(
    ("publisher", "country"), [("The Irish Times", "IRL"), (None, "USA"), ("The Nobody News", "USA")]
)
def test_the_publishers_country_counts_a_little(tables: Tables, publisher: str | None, country: str) -> None:
    found = named(find_places(read("Fire broke out in Waterford.", publisher, Waterford="GPE"), tables))
    assert found["Waterford"].place.country == country


def test_a_place_in_a_title_is_part_of_the_name(tables: Tables) -> None:
    assert words("The Duke of Edinburgh spoke.", tables, Edinburgh="GPE") == []
