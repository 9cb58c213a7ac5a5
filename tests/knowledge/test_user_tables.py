"""Tables of the user's own: what is taken, what is refused and how that is told."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vedette.errors import ConfigError, DataFileInvalid
from vedette.knowledge import load_knowledge
from vedette.knowledge.namesakes import remarks
from vedette.knowledge.user_rows import Allowed
from vedette.knowledge.user_tables import (
    OwnKnowledge,
    keep_beside,
    kept_table,
    read_user_table,
    read_user_tables,
    tables_beside,
)

HEAD = "id,name,kind,aliases,country,sectors,first,last,as_of,located,src,lat,lon\n"
GOOD = f"""# Units of the valley
{HEAD}g:falcon,Falcon Brigade,armed_group,"Falcons of Dara; Dara Falcons",TJK,REB,2021-03-01,2021-12-31,,,notes,,
g:falcon,Falcon Brigade,armed_group,,TJK,GOV,2022-01-01,,2022-06-30,,notes,,
place:kalvan,Kalvan Pass,place,Kalvan,TJK,,,,,,survey,38.5,70.25
"""
WEAPON = "id,name,kind,src,category,calibre_mm,country\neq:dara,Dara Gun,equipment,manual,machine gun,12.7,TJK\n"


@pytest.fixture(scope="module")
def allowed() -> Allowed:
    return Allowed.load()


def wrong(path: Path, allowed: Allowed) -> str:
    with pytest.raises(DataFileInvalid) as caught:
        read_user_table(path, allowed)
    return str(caught.value)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "units.csv"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_rows_become_actors_places_and_equipment(table: Path, tmp_path: Path) -> None:
    other = tmp_path / "arms.csv"
    other.write_text(WEAPON)
    own = read_user_tables([table, other])
    (group,), ((place, names),), (gun,) = own.actors, own.places, own.equipment
    assert (group.id, group.kind, group.source) == ("g:falcon", "armed_group", "units.csv: notes")
    assert group.aliases == ("Falcons of Dara", "Dara Falcons")
    assert [(s.first, s.last, s.as_of, s.sectors) for s in group.spans] == [
        ("2021-03-01", "2021-12-31", None, ("REB",)), ("2022-01-01", None, "2022-06-30", ("GOV",)),
    ]  # fmt: skip
    assert (place.id, place.lat, place.lon, place.country, place.precision) == (
        "place:kalvan",
        38.5,
        70.25,
        "TJK",
        "point",
    )
    assert names == ("Kalvan Pass", "Kalvan")
    assert (gun.category, gun.calibre_mm, gun.origin, gun.src) == ("machine gun", 12.7, "TJK", "arms.csv: manual")


def test_persons_have_offices_and_surnames(tmp_path: Path, allowed: Allowed) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "id,name,kind,country,sectors,first,as_of,src,office,title,acts_for,surnames\n"
        "p:shah,Zarina Shah,person,TJK,GOV,2020-01-01,2024-01-01,notes,foreign minister,Minister,gov:TJK,Shah\n"
    )
    (person,) = read_user_tables([path]).actors
    assert person.surnames == ("Shah",)
    assert (person.spans[0].office, person.spans[0].acts_for) == ("foreign minister", "gov:TJK")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_cells_may_be_parted_as_spreadsheets_do(tmp_path: Path, allowed: Allowed, mark: str) -> None:
    path = tmp_path / "units.csv"
    path.write_bytes(b"\xef\xbb\xbf" + mark.join(("id", "name", "kind", "src")).encode() + b"\r\n")
    with path.open("ab") as file:
        file.write(mark.join(("o:a", "Alpha Works", "company", "notes")).encode() + b"\r\n")
    assert [row.text("name") for row in read_user_table(path, allowed).rows] == ["Alpha Works"]


def test_all_errors_are_told_at_once_with_file_and_line(tmp_path: Path, allowed: Allowed) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(
        f"{HEAD}falcon,Falcon,armed group,,TAJ,REB; XXX,2021-13-01,,,,,,\n"
        "place:a,Alpha,place,,TJ,,2022-01-01,2021-01-01,,,x,99,70\n"
        "x:b,,person,,,,,,,,x,,\n"
    )
    told = wrong(path, allowed).splitlines()
    expected = [
        (2, "id is 'falcon'"), (2, "kind is 'armed group'"), (2, "src is empty"), (2, "country is 'TAJ'"),
        (2, "'XXX'"), (2, "first is '2021-13-01'"), (3, "perhaps TJK is meant"),
        (3, "first 2022-01-01 is after last 2021-01-01"), (3, "lat is 99"), (4, "ids that begin with x:"),
        (4, "name is empty"),
    ]  # fmt: skip
    assert len(told) == len(expected)
    for line, (number, words) in zip(told, expected, strict=True):
        assert line.startswith(f"bad.csv, line {number}: ")
        assert words in line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("id,name,kind,src\n", "no rows below the header"),
        ("id,name,kind,src,colour\nx,y,z,q,r\n", "column 'colour' is not known"),
        ("id,name,kind\n", "column 'src' is missing"),
        ("id,name,kind,src\no:a,Alpha\n", "line 2: 2 cells, the header has 4"),
        ('id,name,kind,src\no:a,"Alpha,company,x\n', "line 2"),
        ("id,name,kind,src\nplace:a,Alpha,place,x\n", "a place needs lat and lon"),
        ("id,name,kind,src,lat,lon\nplace:a,alpha,place,x,1,1\n", "no capital"),
        ("id,name,kind,src,lat,lon\nplace:a,Alpha,place,x,nan,1\n", "lat is nan"),
        ("id,name,kind,src,category\neq:a,Alpha,equipment,x,spoon\n", "category is 'spoon'"),
        ("id,name,kind,src,category\no:a,Alpha,company,x,rifle\n", "category is only for equipment rows"),
        ("id,name,kind,src\no:a,Alpha,company,x\no:a,Beta,company,x\n", "another name or kind on line 2"),
        ("id,name,kind,src\ndemonym:TJK,Alpha,company,x\n", "mean something else"),
        ("id,name,kind,src\no:a,---,company,x\n", "without a letter"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, allowed: Allowed, text: str, words: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(text)
    told = wrong(path, allowed)
    assert told.startswith("bad.csv")
    assert words in told


def test_bytes_that_are_no_text_are_refused_with_their_line(tmp_path: Path, allowed: Allowed) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(b"id,name,kind,src\no:a,Caf\xe9,company,x\n")
    assert "bad.csv, line 2: not UTF-8" in wrong(path, allowed)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(body=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path: Path, allowed: Allowed, body: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(HEAD.encode() + body)
    with suppress(DataFileInvalid):
        assert read_user_table(path, allowed).rows


def test_no_tables_change_nothing() -> None:
    assert read_user_tables([]) == OwnKnowledge()


def test_the_users_rows_hold_and_change_the_version(table: Path, tmp_path: Path) -> None:
    shipped, own = load_knowledge(), load_knowledge([table])
    assert own.version.startswith(shipped.version + "+")
    assert own.gazetteer.find("Kalvan")[0].id == "place:kalvan"
    assert own.actors.named("Falcons of Dara")[0].id == "g:falcon"
    assert not shipped.actors.named("Falcons of Dara")
    mended = tmp_path / "mended" / "units.csv"
    mended.parent.mkdir()
    mended.write_text(GOOD + "o:a,Alpha Works,company,,,,,,,,notes,,\n", encoding="utf-8")
    assert load_knowledge([mended]).version not in (shipped.version, own.version)


def test_a_place_of_the_users_own_stands_for_its_name_alone(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("id,name,kind,country,src,lat,lon\nplace:paris,Paris,place,TJK,survey,38.5,70.25\n")
    assert [entry.id for entry in load_knowledge([path]).gazetteer.find("Paris")] == ["place:paris"]


def test_what_is_known_already_is_told(tmp_path: Path, allowed: Allowed) -> None:
    path = tmp_path / "units.csv"
    path.write_text(
        f"{HEAD}g:taliban,Taliban,armed_group,,AFG,MIL,2021-10-01,,2022-01-01,,notes,,\n"
        "o:w,Wagner,company,,RUS,,2014-01-01,,,,notes,,\n"
        "place:k,Kabul,place,,TJK,,,,,,notes,38.5,70.25\n"
    )
    told = "\n".join(remarks(read_user_table(path, allowed), load_knowledge()))
    assert "units.csv, line 2: g:taliban is known already" in told
    assert "units.csv, line 3: 'Wagner' is also a name of" in told
    assert "units.csv, line 3: o:w has no last day and no as_of" in told
    assert "units.csv, line 4: 'Kabul' is also a name of geonames:" in told


def test_tables_are_kept_beside_the_store(table: Path, tmp_path: Path, allowed: Allowed) -> None:
    store = tmp_path / "border.db"
    assert tables_beside(store) == ()
    read = read_user_table(table, allowed)
    kept = keep_beside(store, read)
    assert kept == tmp_path / "border.db.knowledge" / "units.csv"
    assert kept.read_bytes() == table.read_bytes()
    assert tables_beside(store) == (kept,)
    assert keep_beside(store, read) == kept
    table.write_text(GOOD.replace("Falcon Brigade", "Falcon Regiment"), encoding="utf-8")
    with pytest.raises(ConfigError, match="--replace"):
        keep_beside(store, read_user_table(table, allowed))
    assert "Regiment" in keep_beside(store, read_user_table(table, allowed), replacing=True).read_text()
    assert kept_table(store, "units") == kept
    with pytest.raises(ConfigError, match="Kept there: units"):
        kept_table(store, "../units")
