"""The gazetteer: what names find, and what a malformed table says."""

from __future__ import annotations

import lzma
import shutil
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.errors import DataFileInvalid
from vedette.knowledge import gazetteer as module
from vedette.knowledge.gazetteer import Gazetteer
from vedette.knowledge.place_tables import read_bases, read_regions
from vedette.knowledge.placenames import bare_admin_name, fold_place

DATA = Path(module.__file__).parent / "data"
SMALL = (
    "#vedette-gazetteer\t1\ttest\t1\t2\n"
    "balkh\t\t10\tAFG.30\t36.70\t67.10\t1300000\t90\n"
    "mazar\t=\t12\tmazar e sharif\n"
    "mazar e sharif\tMazār-e Sharīf\t12\tAFG.30\t36.71\t67.11\t500207\n"
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "gazetteer_countries.tsv",
        "gazetteer_borders.tsv",
        "gazetteer_abbreviations.tsv",
        "regions.tsv",
        "base_places.tsv",
    ):
        shutil.copy(DATA / name, tmp_path / name)
    write(tmp_path, SMALL)
    return tmp_path


def write(folder: Path, text: str) -> None:
    (folder / "gazetteer.tsv.xz").write_bytes(lzma.compress(text.encode()))


@pytest.mark.parametrize(
    ("name", "id_", "country"),
    [
        ("Bokhtar", "geonames:1220747", "TJK"),
        ("Kiev", "geonames:703448", "UKR"),
        ("Kyiv", "geonames:703448", "UKR"),
        ("DUSHANBE", "geonames:1221874", "TJK"),
        ("Kunduz province", "geonames:1135690", "AFG"),
        ("Central Asia", "region:central-asia", None),
        ("Strait of Hormuz", "region:strait-of-hormuz", None),
        ("Tajikistan", "country:TJK", "TJK"),
    ],
)
def test_find_gives_the_best_place_first(gazetteer: Gazetteer, name: str, id_: str, country: str | None) -> None:
    found = gazetteer.find(name)[0]
    assert (found.id, found.country) == (id_, country)


@pytest.mark.parametrize("name", ["St. Petersburg", "Saint Petersburg", "St Petersburg", "SAINT PETERSBURG"])
def test_find_ignores_how_saint_is_written(gazetteer: Gazetteer, name: str) -> None:
    assert {e.country for e in gazetteer.find(name) if e.kind == "city"} == {"RUS", "USA"}


@pytest.mark.parametrize("name", ["", "reading", "bokhtar", "Qwxzzy", "X" * 5000, "\x00", "١٢٣"])
def test_find_finds_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name) == ()


def test_cities_stand_in_order_of_people(gazetteer: Gazetteer) -> None:
    people = [e.population for e in gazetteer.find("Springfield")]
    assert people == sorted(people, reverse=True)
    assert len(people) > 20


def test_an_entry_knows_province_district_and_capital(gazetteer: Gazetteer) -> None:
    kabul = next(e for e in gazetteer.find("Kabul") if e.kind == "city")
    assert (kabul.is_capital, kabul.precision, kabul.country) == (True, "town", "AFG")
    paris = next(e for e in gazetteer.find("Paris") if e.code.startswith("USA.TX"))
    assert (paris.admin1, paris.admin2) == ("Texas", "Lamar County")


def test_country_gives_point_and_radius(gazetteer: Gazetteer) -> None:
    entry = gazetteer.country("TJK")
    assert entry is not None
    assert (entry.precision, round(entry.lat), round(entry.lon)) == ("country", 39, 71)
    assert 150 < entry.radius_km < 300
    assert gazetteer.country("ZZZ") is None


def test_border_does_not_mind_the_order(gazetteer: Gazetteer) -> None:
    entry = gazetteer.border("TJK", "AFG")
    assert entry is not None
    assert (entry.id, entry.precision) == ("border:AFG-TJK", "line")
    assert gazetteer.border("AFG", "TJK") == entry
    assert gazetteer.border_km("TJK", "AFG") == pytest.approx(1357, abs=50)
    assert gazetteer.border("TJK", "FRA") is None


def test_abbreviations_that_are_words_need_a_place_before_them(gazetteer: Gazetteer) -> None:
    assert gazetteer.abbreviation("OR") is None
    oregon = gazetteer.abbreviation("OR", after_place=True)
    kentucky = gazetteer.abbreviation("Ky.")
    assert oregon is not None
    assert oregon.name == "Oregon"
    assert kentucky is not None
    assert kentucky.code == "USA.KY"


def test_every_abbreviation_names_a_place(gazetteer: Gazetteer) -> None:
    for text, where in gazetteer._tables.abbreviations:
        assert gazetteer.abbreviation(text, after_place=where == "after") is not None, text


def test_longest_prefers_more_words(gazetteer: Gazetteer) -> None:
    words = ["in", "New", "York", "City", "Hall"]
    found = gazetteer.longest(words, 1)
    assert found is not None
    assert found[0] == 3
    assert gazetteer.longest(words, 0) is None


@pytest.mark.parametrize(
    ("name", "found"), [("Islamabat", "Islamabad"), ("St. Petersborg", "Saint Petersburg"), ("Oslo", None)]
)
def test_misspelt_mends_one_letter_of_a_large_town(gazetteer: Gazetteer, name: str, found: str | None) -> None:
    entries = gazetteer.misspelt(name)
    assert (entries[0].name if entries else None) == found


def test_loading_is_quick(gazetteer: Gazetteer) -> None:
    started = time.process_time()
    Gazetteer.load()
    assert time.process_time() - started < 2.0
    assert (DATA / "gazetteer.tsv.xz").stat().st_size < 5_000_000


def test_all_rows_can_be_read(gazetteer: Gazetteer) -> None:
    for at in range(0, len(gazetteer._rows._cities), 997):
        key = gazetteer._rows._cities[at].partition("\t")[0]
        for entry in gazetteer._rows.search(key):
            assert -90 <= entry.lat <= 90
            assert -180 <= entry.lon <= 180
            assert entry.country is not None
            assert len(entry.country) == 3


def test_a_folder_of_ones_own_is_read(folder: Path) -> None:
    entry = Gazetteer.load(folder).find("Mazar")[0]
    assert (entry.name, entry.admin1, entry.by_alias) == ("Mazār-e Sharīf", "Balkh", True)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nothing\n", "line 1"),
        (SMALL.replace("\t1\t2\n", "\t1\t9\n"), "the file ends"),
        ("\n".join([*SMALL.split("\n")[:2], *SMALL.split("\n")[3:1:-1], ""]), "line 4: rows are not in order"),
    ],
)
def test_a_malformed_table_names_the_line(folder: Path, text: str, says: str) -> None:
    write(folder, text)
    with pytest.raises(DataFileInvalid, match=says):
        Gazetteer.load(folder)


def test_a_bad_number_names_the_line_when_it_is_asked_for(folder: Path) -> None:
    write(folder, SMALL.replace("500207", "many"))
    with pytest.raises(DataFileInvalid, match=r"gazetteer\.tsv\.xz, line 4"):
        Gazetteer.load(folder).find("Mazar-e Sharif")


@pytest.mark.parametrize(
    ("name", "row", "says"),
    [
        ("regions.tsv", "region:x\tX\t\t\tdot\t\t1\t2\t3", "precision 'dot'"),
        ("regions.tsv", "region:x\tX", "2 columns, expected 9"),
        ("base_places.tsv", "region:x\tX\t\tAFG\t1\t2\t3\tcurated", "id 'region:x'"),
        ("gazetteer_borders.tsv", "border:B-A\tB\tA\t1\t2\t3\t4", "does not stand before"),
        ("gazetteer_abbreviations.tsv", "X.\tUSA.KY\tsomewhere", "neither free nor after"),
        ("gazetteer_countries.tsv", "ab\tAB\tAbc\t1\t2\t3\tX", "no alpha-3 code"),
        ("gazetteer_countries.tsv", "ABC\tAB\tAbc\tnorth\t2\t3\tX", "could not convert"),
    ],
)
def test_a_malformed_small_table_names_file_and_line(folder: Path, name: str, row: str, says: str) -> None:
    with (folder / name).open("a", encoding="utf-8") as lines:
        lines.write(row + "\n")
    with pytest.raises(DataFileInvalid, match=rf"{name}, line \d+: .*{says}"):
        Gazetteer.load(folder)


@pytest.mark.parametrize(
    ("name", "id_", "country"),
    [
        ("Bagram Airfield", "base:bagram-air-base", "AFG"),
        ("Kant air base", "base:russian-kant-air-base", "KGZ"),
        ("Camp Lemonnier", "base:camp-lemonnier", "DJI"),
    ],
)
def test_a_base_is_a_point_on_the_land_it_stands_on(gazetteer: Gazetteer, name: str, id_: str, country: str) -> None:
    found = gazetteer.find(name)[0]
    assert (found.id, found.country, found.precision) == (id_, country, "point")


def test_bases_are_many_and_of_one_place_each() -> None:
    bases = [entry for entry, _ in read_bases(DATA / "base_places.tsv")]
    assert len(bases) >= 90
    assert len({base.id for base in bases}) == len(bases)


def test_regions_are_many_and_lie_on_earth() -> None:
    regions = read_regions(DATA / "regions.tsv")
    assert len(regions) >= 150
    assert all(-90 <= r.entry.lat <= 90 and -180 <= r.entry.lon <= 180 and r.entry.radius_km > 0 for r in regions)
    assert len({r.entry.id for r in regions}) == len(regions)


@pytest.mark.parametrize(
    ("name", "key"),
    [("Mt. Hood", "mount hood"), ("Şırnak", "sirnak"), ("Port-au-Prince", "port au prince"), ("Sana'a", "sanaa")],
)
def test_fold_place(name: str, key: str) -> None:
    assert fold_place(name) == key


@given(st.text())
@settings(max_examples=300)
def test_fold_place_survives_any_text_and_is_stable(text: str) -> None:
    key = fold_place(text)
    assert "\t" not in key
    assert "\n" not in key
    assert bare_admin_name(key) in key
