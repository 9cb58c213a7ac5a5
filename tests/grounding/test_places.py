"""Places of a report: which words name them, and which place they mean."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grounding.place_reading import WORD, Tables, load_tables, named, read
from vedette.grounding.places import find_places, toponyms
from vedette.model import Report
from vedette.reading import Parser


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


def test_what_follows_a_comma_decides(tables: Tables) -> None:
    texan = named(find_places(read("The fire began in Paris, Texas.", Paris="GPE", Texas="GPE"), tables))
    french = named(find_places(read("The fire began in Paris, France.", Paris="GPE", France="GPE"), tables))
    assert (texan["Paris"].place.country, texan["Paris"].place.admin1) == ("USA", "Texas")
    assert french["Paris"].place.country == "FRA"


def test_an_abbreviated_province_finds_the_town_the_model_missed(tables: Tables) -> None:
    found = named(find_places(read("A man from Bardstown, Ky. was held."), tables))
    assert found["Bardstown"].place.admin1 == "Kentucky"
    assert found["Ky."].place.precision == "province"


def test_the_other_places_of_a_report_decide(tables: Tables) -> None:
    ohio = read("Police in Dublin called Columbus. The mayor of Columbus, Ohio agreed. Delaware County helped.",
                Dublin="GPE", Columbus="GPE", Ohio="GPE", Delaware_County="GPE")  # fmt: skip
    irish = read("Police in Dublin called Cork. Ireland agreed.", Dublin="GPE", Cork="GPE", Ireland="GPE")
    assert named(find_places(ohio, tables))["Dublin"].place.admin1 == "Ohio"
    assert named(find_places(irish, tables))["Dublin"].place.country == "IRL"


def test_one_name_has_one_sense_in_a_report(tables: Tables) -> None:
    reading = read("Crowds met in Tripoli, Lebanon on Monday. Tripoli was calm later. Shops in Tripoli closed.",
                   Tripoli="GPE", Lebanon="GPE")  # fmt: skip
    assert {m.place.country for m in find_places(reading, tables) if m.span.exact == "Tripoli"} == {"LBN"}


def test_a_city_of_a_list_is_not_held_by_the_next(tables: Tables) -> None:
    reading = read(
        "Protests spread to Washington, New York and Chicago.", Washington="GPE", New_York="GPE", Chicago="GPE"
    )
    found = named(find_places(reading, tables))
    assert found["Washington"].place.admin1 == "District of Columbia"
    assert found["New York"].place.precision == "town"


def test_a_state_behind_its_town_is_the_state(tables: Tables) -> None:
    reading = read("The plant stands in Rochester, New York.", Rochester="GPE", New_York="GPE")
    found = named(find_places(reading, tables))
    assert found["New York"].place.precision == "province"
    assert found["Rochester"].place.admin1 == "New York"


def test_a_misspelt_city_is_mended_by_its_context(tables: Tables) -> None:
    reading = read("Russia hosted the summit in the city of Saint Petersborg.", Russia="GPE", Saint_Petersborg="GPE")
    found = named(find_places(reading, tables))["Saint Petersborg"]
    assert (found.place.name, found.place.country) == ("Saint Petersburg", "RUS")


def test_the_gazetteer_overrides_a_persons_label(tables: Tables) -> None:
    reading = read("Soldiers returned to Bokhtar. Tajikistan thanked them.", Bokhtar="PERSON", Tajikistan="GPE")
    assert named(find_places(reading, tables))["Bokhtar"].place.id == "geonames:1220747"


def test_a_person_stays_a_person(tables: Tables) -> None:
    reading = read("Jack London spoke. London thanked the crowd.", Jack_London="PERSON", London="PERSON")
    assert find_places(reading, tables) == ()


@pytest.mark.parametrize("title", ["Mr.", "Judge"])
def test_a_title_makes_a_person(tables: Tables, title: str) -> None:
    assert find_places(read(f"They heard {title} Hudson today.", Hudson="GPE"), tables) == ()


def test_a_virus_is_no_place(tables: Tables) -> None:
    assert find_places(read("Doctors fought Marburg virus.", Marburg="GPE"), tables) == ()


def test_demonyms_are_marked_and_lead_to_the_country(tables: Tables) -> None:
    reading = read("Tajik troops met Central Asian envoys.", Tajik="NORP", Central_Asian="NORP")
    found = named(find_places(reading, tables))
    assert found["Tajik"].is_demonym
    assert found["Tajik"].place.id == "country:TJK"
    assert found["Central Asian"].place.id == "region:central-asia"


def test_a_town_inside_an_organisation_counts_but_not_inside_a_newspaper(tables: Tables) -> None:
    reading = read("Kandahar Police spoke to the Boston Globe.", Kandahar_Police="ORG", Boston_Globe="ORG")
    assert list(named(find_places(reading, tables))) == ["Kandahar"]
    assert len(toponyms(reading, tables)) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "The Afghanistan-Tajikistan border was closed.",
        "The border between Afghanistan and Tajikistan was closed.",
        "The Tajikistan border with Afghanistan was closed.",
    ],
)
def test_a_border_is_a_line_beside_its_countries(tables: Tables, text: str) -> None:
    found = find_places(read(text, Afghanistan="GPE", Tajikistan="GPE"), tables)
    line = [m for m in found if m.place.precision == "line"]
    assert [m.place.id for m in line] == ["border:AFG-TJK"]
    assert {m.place.country for m in found} == {None, "AFG", "TJK"}
    assert line[0].place.name == "Afghanistan–Tajikistan border"


def test_an_unknown_name_in_place_context_is_provisional(tables: Tables) -> None:
    found = named(find_places(read("Rebels took a post near Qarzhovul.", Qarzhovul="GPE"), tables))
    place = found["Qarzhovul"].place
    assert (place.id, place.lat, place.precision) == ("x:qarzhovul", None, "none")


@pytest.mark.parametrize("word", ["Earth", "West", "Council"])
def test_some_words_are_never_places(tables: Tables, word: str) -> None:
    assert find_places(read(f"They live in {word} today.", **{word: "GPE"}), tables) == ()


def test_a_country_comes_before_its_namesakes(tables: Tables) -> None:
    reading = read("Mexico sent aid to Georgia.", Mexico="GPE", Georgia="GPE")
    assert [m.place.id for m in find_places(reading, tables)] == ["country:MEX", "country:GEO"]


@given(st.text(alphabet="AaParisTexas ,.-’\n(Ünïted Kabul)", max_size=120))
@settings(max_examples=80, deadline=None)
def test_spans_hold_for_any_text(tables: Tables, text: str) -> None:
    if not WORD.search(text):
        return
    reading = read(text, Kabul="GPE", Paris="ORG", Texas="NORP", U="LOC")
    last = 0
    for start, end, _, _ in toponyms(reading, tables):
        assert last <= start < end
        last = end
    for mention in find_places(reading, tables):
        assert text[mention.span.start : mention.span.end] == mention.span.exact


@pytest.mark.model
def test_places_of_a_parsed_report(parser: Parser, tables: Tables) -> None:
    text = (
        "KUNDUZ, Afghanistan (Wire) - Fighters closed the road from Kunduz to Taloqan in Takhar province.\n\n"
        "Officials in Dushanbe said that the Afghan-Tajik border stayed calm."
    )
    found = named(find_places(parser.read(Report.make(text, "2021-07-05")), tables))
    assert found["Taloqan"].place.country == "AFG"
    assert found["Dushanbe"].place.id == "geonames:1221874"
    assert found["Afghan-Tajik border"].place.id == "border:AFG-TJK"
