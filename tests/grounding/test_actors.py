"""Parties and actors: who a phrase names, for which country, in which sector."""

from __future__ import annotations

from datetime import date

import pytest

from vedette.grounding.actors import find_actors
from vedette.grounding.parties import PartyFinder
from vedette.grounding.phrases import slug
from vedette.grounding.places import find_places
from vedette.knowledge import Knowledge, load_knowledge
from vedette.model import Party, Report
from vedette.reading import Parser, Reader, Reading

DAY = date(2021, 12, 29)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="module")
def reader(parser: Parser, knowledge: Knowledge) -> Reader:
    return Reader(parser, knowledge)


def parties(reader: Reader, text: str, word: str, day: date = DAY) -> tuple[Party, ...]:
    reading = reader.read(Report.make(text, day.isoformat()))
    finder = PartyFinder(reading, reader.knowledge, find_places(reading, reader.knowledge))
    token = next(token for token in reading.tokens if token.text == word)
    found = finder(token, day)
    for party in found:
        assert text[party.span.start : party.span.end] == party.span.exact
    return found


def read(reader: Reader, text: str) -> Reading:
    return reader.read(Report.make(text, DAY.isoformat()))


def test_slug_is_plain_and_short() -> None:
    assert slug("Jean-Éric  O’Neil") == "jean-eric-oneil"
    assert slug("…") == "unnamed"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "id_", "country"),
    [
        ("Ankara and Baku signed a pact.", "Baku", "gov:AZE", "AZE"),
        ("The Kremlin rejected the offer.", "Kremlin", "gov:RUS", "RUS"),
        ("Peru expelled the envoy.", "Peru", "gov:PER", "PER"),
        ("Uzbek border guards fired shots.", "guards", "bgd:UZB", "UZB"),
        ("Israeli troops entered the camp.", "troops", "mil:ISR", "ISR"),
        ("The army of Chad crossed the lake.", "army", "mil:TCD", "TCD"),
        ("Iranian officials denied it.", "officials", "gov:IRN", "IRN"),
        ("Kabul's interior ministry denied the report.", "ministry", "moi:AFG", "AFG"),
        ("A Russian airstrike hit the bridge.", "Russian", "gov:RUS", "RUS"),
        ("Nigerian farmers blocked the road.", "farmers", "x:nigerian-farmers", "NGA"),
    ],
)
def test_a_phrase_with_a_country(reader: Reader, text: str, word: str, id_: str, country: str) -> None:
    (party,) = parties(reader, text, word)[:1]
    assert (party.actor.id, party.actor.country) == (id_, country)


@pytest.mark.model
def test_conjuncts_are_several_parties(reader: Reader) -> None:
    found = parties(reader, "Dushanbe and Moscow agreed to share data.", "Dushanbe")
    assert [party.actor.id for party in found] == ["gov:TJK", "gov:RUS"]
    assert [party.span.exact for party in found] == ["Dushanbe", "Moscow"]


@pytest.mark.model
def test_two_countries_of_one_noun_are_two_parties(reader: Reader) -> None:
    found = parties(reader, "The presidents of Ghana and Togo met in Lome.", "presidents")
    assert [party.actor.country for party in found] == ["GHA", "TGO"]
    found = parties(reader, "Greek and Turkish officials met in Geneva.", "officials")
    assert [(p.actor.country, p.span.exact) for p in found] == [
        ("GRC", "Greek"),
        ("TUR", "Greek and Turkish officials"),
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        (
            "Turkish Interior Minister Kemal Arslan spoke. He said his administration would act.",
            "administration",
            "TUR",
        ),
        ("Norway said its forces would leave.", "forces", "NOR"),
        ("Serbia recalled its envoy. The country's army was put on alert.", "army", "SRB"),
    ],
)
def test_possessors_give_the_country(reader: Reader, text: str, word: str, country: str) -> None:
    assert [party.actor.country for party in parties(reader, text, word)] == [country]


@pytest.mark.model
def test_an_unknown_person_takes_office_and_country_from_the_title(reader: Reader) -> None:
    (party,) = parties(reader, "Bolivian Trade Minister Rosa Quispe visited Lima.", "Quispe")
    assert party.actor.id == "x:rosa-quispe"
    assert party.actor.kind == "person"
    assert party.actor.country == "BOL"
    assert party.actor.sectors == ("GOV",)
    assert party.actor.acts_for == "gov:BOL"
    assert party.span.exact == "Bolivian Trade Minister Rosa Quispe"


@pytest.mark.model
def test_a_spokesman_acts_for_the_group_he_speaks_for(reader: Reader) -> None:
    (party,) = parties(reader, "Taliban spokesman Karim Noorzai denied the charge.", "Noorzai")
    assert (party.actor.country, party.actor.acts_for) == ("AFG", "g:taliban")


@pytest.mark.model
def test_status_depends_on_the_day(reader: Reader) -> None:
    text = "The Taliban entered the city."
    assert parties(reader, text, "Taliban", date(2021, 8, 1))[0].actor.sectors == ("REB",)
    assert "GOV" in parties(reader, text, "Taliban", date(2021, 12, 29))[0].actor.sectors


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "sector"),
    [
        ("Gunmen stormed the hotel.", "Gunmen", "UAF"),
        ("Hundreds of protesters marched.", "Hundreds", "CVL"),
        ("Refugees crossed the river.", "Refugees", "REF"),
        ("A judge freed the editor.", "judge", "JUD"),
        ("Traffickers used the pass.", "Traffickers", "CRM"),
    ],
)
def test_generic_people_have_a_sector_and_no_country(reader: Reader, text: str, word: str, sector: str) -> None:
    (party,) = parties(reader, text, word)
    assert party.actor.country is None
    assert party.actor.sectors[0] == sector
    assert party.actor.id.startswith("x:")


@pytest.mark.model
@pytest.mark.parametrize("word", ["agreement", "Tuesday", "percent", "bridge"])
def test_what_cannot_act_is_nobody(reader: Reader, word: str) -> None:
    text = "The agreement of Tuesday leaves ten percent of the bridge to others."
    assert parties(reader, text, word) == ()


@pytest.mark.model
def test_actors_of_a_report_gather_their_mentions(reader: Reader) -> None:
    reading = read(reader, "Ugandan President Yoweri Museveni met Felix Otim. Museveni said he was glad.")
    rows = {
        row.actor.name: [m.exact for m in row.mentions]
        for row in find_actors(reading, PartyFinder(reading, reader.knowledge))
    }
    museveni = next(mentions for name, mentions in rows.items() if "Museveni" in name)
    assert museveni == ["Ugandan President Yoweri Museveni", "Museveni", "he"]
    assert rows["Felix Otim"] == ["Felix Otim"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("The pro-Iranian militia fled.", "militia", None),
        ("Anti-Russian protesters marched.", "protesters", None),
        ("Anti-Russian protesters in Tbilisi marched.", "protesters", "GEO"),
        ("A Syrian-backed militia withdrew to Beirut.", "militia", "LBN"),
        ("A Saudi-led force sent ships.", "force", "SAU"),
        ("Ethnic Albanian guerrillas seized a hill in Serbia.", "guerrillas", "SRB"),
    ],
)
def test_a_country_that_only_qualifies_is_not_the_actors_own(
    reader: Reader, text: str, word: str, country: str | None
) -> None:
    assert parties(reader, text, word)[0].actor.country == country


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "country", "sector"),
    [
        ("Authorities in Croatia arrested two men, Serbia said.", "Authorities", "HRV", "GOV"),
        ("Security forces in Guinea beat students from Mali.", "forces", "GIN", "MIL"),
        ("A rebel group based in Rwanda shelled a town in Burundi.", "group", "RWA", "REB"),
        ("Militants attacked a checkpoint in Mali, France said.", "Militants", "MLI", "REB"),
        ("Gunmen in Kabul shot a judge, Iran reported.", "Gunmen", "AFG", "UAF"),
        ("Thousands of people blocked streets in Lima to denounce Chile.", "Thousands", "PER", "CVL"),
        ("Tajik border guards fired at smugglers.", "guards", "TJK", "MIL"),
        ("The French ambassador in Chad left.", "ambassador", "FRA", "GOV"),
    ],
)
def test_actors_without_a_name_have_country_and_sector(
    reader: Reader, text: str, word: str, country: str, sector: str
) -> None:
    actor = parties(reader, text, word)[0].actor
    assert actor.country == country
    assert sector in actor.sectors


@pytest.mark.model
def test_who_is_told_to_be_abroad_is_not_of_that_country(reader: Reader) -> None:
    (party,) = parties(reader, "An ambassador in Chad spoke to Niger about Mali.", "ambassador")
    assert party.actor.country is None


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "id_"),
    [
        ("Afganistan rejected the offer.", "Afganistan", "gov:AFG"),
        ("Troops from Afganistan landed.", "Troops", "mil:AFG"),
        ("Volodymyr Zelenskiy left for Paris.", "Zelenskiy", "p:volodymyr-zelensky"),
        ("President Alexander Lukashenka threatened Vilnius.", "Lukashenka", "p:alexander-lukashenko"),
        ("The Tajiks closed the border.", "Tajiks", "x:tjk-people"),
        ("The Russian defence minister spoke.", "minister", "p:sergei-shoigu"),
        ("Kabul\u2019s interior ministry denied it.", "ministry", "moi:AFG"),
    ],
)
def test_names_are_known_however_they_are_spelled(reader: Reader, text: str, word: str, id_: str) -> None:
    assert parties(reader, text, word)[0].actor.id == id_


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The Free Syrian League (FSL) seized a village. FSL fighters later withdrew.",
        "The Free Syrian League, or FSL, seized a village. On Monday FSL fighters withdrew.",
    ],
)
def test_an_acronym_told_in_the_report_stands_for_the_name(reader: Reader, text: str) -> None:
    assert parties(reader, text, "fighters")[0].actor.id == "x:free-syrian-league"


@pytest.mark.model
def test_a_known_acronym_tells_who_the_long_name_is(reader: Reader) -> None:
    text = "The National Union for the Total Independence of Angola (UNITA) refused. It left the talks."
    assert parties(reader, text, "Union")[0].actor.id == "g:unita"


@pytest.mark.model
def test_a_surname_with_a_title_is_he_who_held_the_office(reader: Reader) -> None:
    (party,) = parties(reader, "President Obama met the governor.", "Obama", date(2020, 1, 1))
    assert party.actor.id == "p:barack-obama"


@pytest.mark.model
def test_an_apposition_tells_the_body_of_an_unknown_person(reader: Reader) -> None:
    (party,) = parties(reader, "Kenzo Ito, the United Nations relief coordinator, demanded access.", "Ito")
    assert (party.actor.country, party.actor.acts_for) == ("UNO", "o:un")


@pytest.mark.model
def test_a_governor_is_of_the_country_of_his_region(reader: Reader) -> None:
    text = "The governor of the Tyumen region, Oleg Petrenko, resigned."
    (party,) = parties(reader, text, "Petrenko")
    assert party.actor.country == "RUS"


@pytest.mark.model
def test_whose_dollars_are_meant_is_no_actor(reader: Reader) -> None:
    assert parties(reader, "The bridge cost US $50 million.", "US") == ()


@pytest.mark.model
def test_who_arrives_is_not_of_the_place(reader: Reader) -> None:
    (party,) = parties(reader, "The minister arrived in Dushanbe.", "minister")
    assert party.actor.country is None


@pytest.mark.model
@pytest.mark.parametrize(("text", "word", "country"), [
    ("Iraqi Kurds sought refuge in Germany.", "Kurds", "IRQ"),
    ("Ethnic Albanians in Serbia protested.", "Albanians", "SRB"),
])  # fmt: skip
def test_a_people_without_a_state_is_of_the_state_told(reader: Reader, text: str, word: str, country: str) -> None:
    assert parties(reader, text, word)[0].actor.country == country


@pytest.mark.model
def test_a_militant_group_named_is_that_group(reader: Reader) -> None:
    (party,) = parties(reader, "The Hamas militant group freed a hostage.", "group")
    assert party.actor.id == "g:hamas"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("LONDON, Ky. — A man died on Tuesday. London Police arrested the driver.", "Police", "USA"),
        ("London police arrested the driver. The British government watched.", "police", "GBR"),
        ("ATLANTA, Georgia - Georgia police arrested four people.", "police", "USA"),
        ("In Tbilisi, Georgia's police arrested four people.", "police", "GEO"),
        ("MOSCOW, Idaho - Moscow police arrested four people.", "police", "USA"),
        ("OTTAWA - The House of Commons voted on Monday.", "House", "CAN"),
        ("The House of Commons voted on Monday.", "House", "GBR"),
    ],
)
def test_place_called_like_a_capital_is_of_its_own_country(reader: Reader, text: str, word: str, country: str) -> None:
    assert {party.actor.country for party in parties(reader, text, word)} == {country}


@pytest.mark.model
def test_town_called_like_a_capital_is_no_government(reader: Reader) -> None:
    assert parties(reader, "London, Kentucky, saw a march on Tuesday.", "London") == ()
    assert [p.actor.id for p in parties(reader, "London rejected the offer on Tuesday.", "London")] == ["gov:GBR"]


@pytest.mark.model
def test_local_body_is_no_government_of_its_country(reader: Reader) -> None:
    found = parties(reader, "Local authorities in Madrid said the fire was out.", "authorities")
    assert [(p.actor.id, p.actor.country) for p in found] == [("x:spanish-local-authorities", "ESP")]
    found = parties(reader, "The authorities in Madrid said the fire was out.", "authorities")
    assert [p.actor.id for p in found] == ["gov:ESP"]


def test_ethnic_people_may_be_of_any_country(reader: Reader) -> None:
    (party,) = parties(reader, "Some 1,500 ethnic Albanians marched.", "Albanians")
    assert (party.actor.id, party.actor.country) == ("x:ethnic-albanians", None)


def test_a_surname_is_no_country(reader: Reader) -> None:
    (party,) = parties(reader, "Police Chief Chuck Jordan spoke in Tulsa.", "Jordan")
    assert party.actor.kind == "person"


def test_a_former_office_is_not_its_holders(reader: Reader) -> None:
    (party,) = parties(reader, "The former US secretary of state spoke.", "secretary", date(2016, 9, 20))
    assert party.actor.name == "American secretary of state"
    (party,) = parties(reader, "The US secretary of state spoke.", "secretary", date(2016, 9, 20))
    assert party.actor.id == "p:john-kerry"


def test_a_namesake_spelt_otherwise_is_of_a_country_the_report_names(reader: Reader) -> None:
    (party,) = parties(reader, "Michael Brown was killed in Missouri by Kenyan police.", "Brown")
    assert party.actor.id == "x:michael-brown"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Students threw eggs at the Danish embassy in Accra.", "Students", "GHA"),
        ("Students threw eggs at the Danish embassy.", "Students", None),
        ("Police seized a man near the Turkish consulate.", "man", None),
        ("Police seized a man near the Turkish consulate.", "Police", None),
        ("Hackers shut down the ministry on behalf of Iranian intelligence.", "ministry", None),
        ("Hackers shut down the ministry in Iran.", "ministry", "IRN"),
        ("The hostages held in Chad were freed.", "hostages", None),
        ("Gunmen robbed migrants in Libya.", "migrants", None),
        ("Migrants from Sudan were robbed.", "Migrants", "SDN"),
        ("Gunmen robbed farmers in Libya.", "farmers", "LBY"),
        ("Norway asked all parties to stop.", "parties", None),
        ("Norwegian parties met.", "parties", "NOR"),
        ("Brussels said the deadline had passed. The police left.", "police", None),
    ],
)
def test_no_country_is_lent_by_what_lies_elsewhere(reader: Reader, text: str, word: str, country: str | None) -> None:
    assert [party.actor.country for party in parties(reader, text, word)] == [country]


@pytest.mark.model
def test_envoys_of_two_bodies_are_both(reader: Reader) -> None:
    found = parties(reader, "Delegates of the Malian army and of JNIM met.", "Delegates")
    assert found[0].actor.id == "mil:MLI"
    found = parties(reader, "Commanders of the Sudanese army and the RSF met.", "Commanders")
    assert [party.actor.id for party in found] == ["mil:SDN", "g:rsf-sdn"]
    found = parties(reader, "Officers of the Chadian army and the Nigerian army met.", "Officers")
    assert [party.actor.id for party in found] == ["mil:TCD", "mil:NGA"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "name", "id_"),
    [
        ("The National Bakers' Union called a strike.", "Union", "National Bakers' Union", "x:national-bakers-union"),
        ("Al-Bahr Television showed the raid.", "Television", "Al-Bahr Television", "x:al-bahr-television"),
        ("The report by Chad Monitor named him.", "Monitor", "Chad Monitor", "x:chad-monitor"),
        ("14.35 Baltica Bank said it would close.", "Bank", "Baltica Bank", "x:baltica-bank"),
    ],
)
def test_names_read_as_the_text_has_them(reader: Reader, text: str, word: str, name: str, id_: str) -> None:
    (party,) = parties(reader, text, word)
    assert (party.actor.name, party.actor.id) == (name, id_)


@pytest.mark.model
def test_nobody_long_out_of_politics_is_meant_by_a_name_alone(reader: Reader) -> None:
    elsewhere = "Captain Moussa Traore led the guards in Ouagadougou, Burkina Faso."
    assert parties(reader, elsewhere, "Traore")[0].actor.id == "x:moussa-traore"
    at_home = "Moussa Traore was tried in Bamako, Mali."
    assert parties(reader, at_home, "Traore")[0].actor.id == "p:moussa-traore-mli"
