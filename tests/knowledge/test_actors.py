from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.errors import DataFileInvalid
from vedette.knowledge.actor_tables import (
    BODY_COLUMNS,
    PERSON_COLUMNS,
    load_bodies,
    load_persons,
    read_bodies,
    read_persons,
)
from vedette.knowledge.actors import Actors
from vedette.knowledge.bodies import COLUMNS, Bodies
from vedette.knowledge.countries import Countries


@pytest.fixture(scope="module")
def actors() -> Actors:
    return Actors.load(Countries.load())


def ids(actors: Actors, words: str) -> list[str]:
    return [actor.id for actor in actors.named(words)]


def day(value: str) -> date:
    return date.fromisoformat(value)


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("the Taliban", "g:taliban"), ("Taliban's", "g:taliban"), ("ISKP", "g:iskp"), ("al-Shabaab", "g:al-shabaab"),
        ("Al Shabaab", "g:al-shabaab"), ("al-Qa’ida", "g:al-qaeda"), ("Daesh", "g:is"), ("Hizbullah", "g:hezbollah"),
        ("Lord’s Resistance Army", "g:lra"), ("UN", "o:un"), ("U.N.", "o:un"), ("Nato", "o:nato"), ("CSTO", "o:csto"),
        ("Médecins Sans Frontières", "o:msf"), ("Medecins sans Frontieres", "o:msf"),
        ("The Frontier Post", "m:frontier-post"), ("Reuters", "m:reuters"), ("Asia-Plus", "m:asia-plus"),
        ("Pentagon", "mod:USA"), ("Kremlin", "gov:RUS"), ("the State Duma", "leg:RUS"), ("Knesset", "leg:ISR"),
        ("the Tajikistani armed forces", "mil:TJK"), ("Tajik border guards", "bgd:TJK"),
        ("Russia's Foreign Ministry", "mfa:RUS"), ("Ministry of Defence of Tajikistan", "mod:TJK"),
        ("Ministry of Foreign Affairs of the Netherlands", "mfa:NLD"), ("French police", "cop:FRA"),
        ("201st Russian military base", "base:201st-russian-military-base"), ("Vladimir Putin", "p:vladimir-putin"),
        ("Recep Tayyip Erdoğan", "p:recep-tayyip-erdogan"),
    ],
)  # fmt: skip
def test_actors_are_found_by_name(actors: Actors, words: str, id_: str) -> None:
    assert ids(actors, words)[:1] == [id_]


@pytest.mark.parametrize("words", ["who", "is", "Fact", "Let", "Milan", "the", "", "'s", "kremlin", "Putin", "Russia"])
def test_ordinary_words_and_bare_surnames_are_no_names(actors: Actors, words: str) -> None:
    assert ids(actors, words) == []


@pytest.mark.parametrize(
    ("tokens", "at", "length", "id_"),
    [
        (["said", "al", "-", "Shabaab", "militants"], 1, 3, "g:al-shabaab"),
        (["U.N.", "Security", "Council", "members"], 0, 3, "o:unsc"),
        (["Russia", "'s", "Foreign", "Ministry", "said"], 0, 4, "mfa:RUS"),
        (["South", "Korean", "navy"], 0, 3, "nav:KOR"),
        (["Lord", "'s", "Resistance", "Army"], 0, 4, "g:lra"),
        (["President", "Emomali", "Rahmon"], 1, 2, "p:emomali-rahmon"),
    ],
)
def test_longest_name_among_tokens(actors: Actors, tokens: list[str], at: int, length: int, id_: str) -> None:
    found = actors.longest(tokens, at)
    assert found is not None
    assert (found[0], found[1][0]) == (length, id_)


def test_names_do_not_run_across_punctuation(actors: Actors) -> None:
    assert actors.longest(["Security", ",", "Council"], 0) is None
    assert actors.longest(["Boko", ",", "Haram"], 0) is None


@pytest.mark.parametrize(
    ("on", "sectors"),
    [
        ("1999-05-01", ("GOV",)), ("2010-01-01", ("REB",)), ("2021-08-14", ("REB",)),
        ("2021-08-15", ("GOV",)), ("2021-12-29", ("GOV",)),
    ],
)  # fmt: skip
def test_taliban_are_what_they_were_on_the_day(actors: Actors, on: str, sectors: tuple[str, ...]) -> None:
    actor = actors.as_of("g:taliban", day(on))
    assert (actor.country, actor.sectors) == ("AFG", sectors)


@pytest.mark.parametrize(
    ("on", "name"), [("2016-06-01", "Barack Obama"), ("2018-06-01", "Donald Trump"), ("2022-06-01", "Joe Biden")]
)
def test_the_american_president_depends_on_the_day(actors: Actors, on: str, name: str) -> None:
    holder = actors.holder("USA", "president", day(on))
    assert holder is not None
    assert holder.name == name
    assert actors.as_of(holder, day(on)).acts_for == "gov:USA"


@pytest.mark.parametrize(
    ("country", "office", "on", "id_"),
    [
        ("RUS", "president", "2021-12-29", "p:vladimir-putin"), ("RUS", "president", "2009-06-01", "p:dmitry-medvedev"),
        ("GBR", "prime minister", "2020-02-02", "p:boris-johnson"), ("GBR", "queen", "2020-02-02", "p:elizabeth-ii"),
        ("GBR", "president", "2020-02-02", None), ("USA", "prime minister", "2020-02-02", None),
        ("USA", "head of government", "2022-02-02", "p:joe-biden"),
        ("DEU", "chancellor", "2022-02-02", "p:olaf-scholz"),
        ("IRN", "supreme leader", "2022-02-02", "p:ali-khamenei"),
        ("IRN", "president", "2022-02-02", "p:ebrahim-raisi"),
        ("TJK", "foreign minister", "2021-12-29", "p:sirojiddin-muhriddin"),
        ("AFG", "president", "2021-12-29", None), ("AFG", "president", "2021-08-01", "p:ashraf-ghani"),
        ("DEU", "leader", "2022-02-02", "p:olaf-scholz"), ("CHN", "leader", "2022-02-02", "p:xi-jinping"),
        ("o:nato", "secretary-general", "2021-12-29", "p:jens-stoltenberg"),
        ("g:nrf", "leader", "2021-12-29", "p:ahmad-massoud"), ("XXX", "president", "2021-12-29", None),
    ],
)  # fmt: skip
def test_offices_have_holders(actors: Actors, country: str, office: str, on: str, id_: str | None) -> None:
    holder = actors.holder(country, office, day(on))
    assert (holder.id if holder else None) == id_


def test_persons_outside_office(actors: Actors) -> None:
    before, during, after = (actors.as_of("p:donald-trump", day(d)) for d in ("2016-01-01", "2019-01-01", "2022-01-01"))
    assert (before.country, before.sectors, before.acts_for) == ("USA", (), None)
    assert (during.sectors, during.acts_for) == (("GOV",), "gov:USA")
    assert (after.sectors, after.acts_for) == (("ELI",), None)


def test_an_open_office_is_not_taken_for_held_beyond_its_last_check(actors: Actors) -> None:
    rahmon = actors.as_of("p:emomali-rahmon", day("2040-01-01"))
    assert (rahmon.country, rahmon.sectors, rahmon.acts_for) == ("TJK", (), None)
    assert actors.holder("TJK", "president", day("2040-01-01")) is None


def test_a_report_that_gives_the_title_tells_that_the_office_is_held(actors: Actors) -> None:
    assert actors.as_of("p:emomali-rahmon", day("2040-01-01"), told_in_office=True).sectors == ("GOV",)
    last = actors.holder("TJK", "president", day("2040-01-01"), last_known=True)
    assert last is not None
    assert last.id == "p:emomali-rahmon"


def test_surnames_put_who_is_nearest_to_office_first(actors: Actors) -> None:
    assert actors.surname("Bush", day("1990-01-01"))[0].id == "p:george-h-w-bush"
    assert actors.surname("Bush", day("2005-01-01"))[0].id == "p:george-w-bush"
    assert actors.surname("Rakhmon", day("2021-12-29"))[0].id == "p:emomali-rahmon"
    assert actors.surname("Sisi", day("2021-12-29"))[0].id == "p:abdel-fattah-al-sisi"
    assert actors.surname("may", day("2018-01-01")) == ()


def test_bases_stand_in_another_country(actors: Actors) -> None:
    actor = actors.as_of("base:201st-russian-military-base", day("2021-12-29"))
    assert (actor.country, actor.sectors, actor.located) == ("RUS", ("MIL",), "TJK")
    assert actors.as_of("base:bagram-air-base", day("2021-06-01")).country == "USA"
    assert actors.as_of("base:bagram-air-base", day("2021-08-01")).country == "AFG"


def test_bodies_are_made_for_every_country(actors: Actors) -> None:
    for country in Countries.load():
        made = (actors.government(country.iso3), actors.military(country.iso3), actors.police(country.iso3))
        assert [actor.id for actor in made if actor] == [f"{k}:{country.iso3}" for k in ("gov", "mil", "cop")]
    body = actors.body("defence ministry", "TJK")
    assert body is not None
    assert body.name == "Ministry of Defence of Tajikistan"
    assert actors.body("bakery", "TJK") is None
    assert actors.get("gov:XXX") is None
    assert actors.get("nonsense") is None


def test_what_is_pointed_to_exists(actors: Actors) -> None:
    for actor in actors:
        for span in actor.spans:
            assert span.acts_for is None or actors.get(span.acts_for) is not None, (actor.id, span.acts_for)


def test_every_table_is_of_the_size_promised() -> None:
    bodies, persons = load_bodies(), load_persons()
    assert sum(a.id.startswith("g:") for a in bodies) >= 120
    assert sum(a.kind == "media" for a in bodies) >= 150
    assert sum(a.id.startswith("base:") for a in bodies) >= 25
    offices = [s.office for a in persons for s in a.spans]
    assert sum(o in {"foreign minister", "defence minister", "spokesperson"} for o in offices) >= 60


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("g:x\tX\tgang\t\tAFG\tREB\t\t\t\t\ttest", "kind is 'gang'"),
        ("g:x\tX\tarmed_group\t\tAFG\tREX\t\t\t\t\ttest", "sectors has 'REX'"),
        ("g:x\tX\tarmed_group\t\tAF\tREB\t\t\t\t\ttest", "country is 'AF'"),
        ("g:x\tX\tarmed_group\t\tAFG\tREB\t2021-13-01\t\t\t\ttest", "first is '2021-13-01'"),
        ("g:x\tX\tarmed_group\t\tAFG\tREB\t2021-02-01\t2020-01-01\t\t\ttest", "after last"),
        ("g:x\t\tarmed_group\t\tAFG\tREB\t\t\t\t\ttest", "name is empty"),
        ("g:x", "1 cells, expected 11"),
    ],
)
def test_malformed_body_is_named(tmp_path: Path, cells: str, reason: str) -> None:
    table = tmp_path / "groups.tsv"
    table.write_text("# note\n" + "\t".join(BODY_COLUMNS) + "\n" + cells + "\n", encoding="utf-8")
    with pytest.raises(DataFileInvalid, match=f"groups.tsv, line 3: .*{reason}"):
        list(read_bodies(table))


def test_malformed_header_is_named(tmp_path: Path) -> None:
    table = tmp_path / "leaders.tsv"
    table.write_text("\t".join(PERSON_COLUMNS[:-1]) + "\n", encoding="utf-8")
    with pytest.raises(DataFileInvalid, match=r"leaders.tsv, line 1: columns"):
        list(read_persons(table))


def test_body_form_without_country_is_named(tmp_path: Path) -> None:
    table = tmp_path / "bodies.tsv"
    table.write_text("\t".join(COLUMNS) + "\ngov\tgovernment\tGOV\tGovernment\tgovernment\ttest\n", encoding="utf-8")
    with pytest.raises(DataFileInvalid, match=r"bodies.tsv, line 2: name is 'Government'"):
        Bodies.load(Countries.load(), table)


@given(st.lists(st.text(max_size=12), min_size=1, max_size=8))
def test_any_tokens_are_survived(actors: Actors, tokens: list[str]) -> None:
    for at in range(len(tokens)):
        found = actors.longest(tokens, at)
        assert found is None or 1 <= found[0] <= len(tokens) - at
    actors.named(" ".join(tokens))
    actors.surname(tokens[0], date(2021, 1, 1))


def test_tables_load_quickly() -> None:
    started = time.process_time()
    Actors.load(Countries.load())
    assert time.process_time() - started < 1.0  # measured: 0.15 s
