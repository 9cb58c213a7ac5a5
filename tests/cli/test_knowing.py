"""`who`, `where` and `knowledge`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coded_reports import TEXT, StubCoder
from vedette.cli.app import knowledge_app, run
from vedette.settings import Settings

TABLE = """id,name,kind,aliases,country,sectors,first,last,as_of,located,src,lat,lon
g:falcon,Falcon Brigade,armed_group,Falcons of Dara,TJK,REB,2021-03-01,,2022-06-30,,notes,,
place:kalvan,Kalvan Pass,place,Kalvan,TJK,,,,,,survey,38.5,70.25
"""


@pytest.fixture(autouse=True)
def _place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("VEDETTE_STORE", raising=False)
    monkeypatch.delenv("VEDETTE_KNOWLEDGE", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "units.csv").write_text(TABLE)


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_who_shows_status_dates_origin_and_rivals(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["who", "Taliban", "--on", "2021-08-01"]) == 0
    shown = capsys.readouterr()
    assert "Taliban g:taliban" in shown.out
    assert "on 2021-08-01: AFG, REB" in shown.out
    assert "2021-08-15" in shown.out
    assert "from curated" in shown.out
    assert "Tehrik-e-Taliban Pakistan" in shown.out
    assert shown.err == ""


def test_who_says_which_day_it_took(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["who", "Taliban"]) == 0
    assert ", today; --on gives another day." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("day", "sectors", "standing", "until"),
    [("2021-08-14", ["REB"], "holds", None), ("2021-08-15", ["GOV"], "holds", None),
     ("2031-01-01", ["GOV"], "unconfirmed", "2026-01-01"), ("1980-01-01", ["REB"], "not_yet", None)],
)  # fmt: skip
def test_who_tells_the_status_of_the_day(
    capsys: pytest.CaptureFixture[str], day: str, sectors: list[str], standing: str, until: str | None
) -> None:
    assert run(["who", "Taliban", "--on", day, "--format", "jsonl"]) == 0
    first = lines(capsys)[0]
    assert (first["id"], first["on"], first["sectors"]) == ("g:taliban", day, sectors)
    assert (first["standing"], first["known_until"]) == (standing, until)
    assert (first["found_by"], first["score"] if standing != "not_yet" else 1.0, first["src"]) == (
        "name",
        1.0,
        "curated",
    )


def test_who_says_that_a_status_is_not_known_beyond_its_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["who", "Taliban", "--on", "2031-01-01"]) == 0
    assert "last known to be so on 2026-01-01; whether it still was is not known" in capsys.readouterr().out


def test_who_knows_holders_of_office_and_weapons(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["who", "president of Tajikistan", "--on", "2021-12-29", "--format", "jsonl"]) == 0
    first = lines(capsys)[0]
    assert (first["name"], first["acts_for"], first["found_by"]) == ("Emomali Rahmon", "gov:TJK", "office")
    assert run(["who", "Utyos", "--on", "2021-12-29"]) == 0
    shown = capsys.readouterr().out
    assert "eq:nsv" in shown
    assert "heavy machine gun, 12.7 mm" in shown


@pytest.mark.parametrize(
    ("name", "guess"), [("Kalashnikof", "AK-47 (eq:ak-47)"), ("Brigade of Nowhere", ""), ("\x1b[31m", ""), ("", "")]
)
def test_who_says_plainly_what_is_not_known(capsys: pytest.CaptureFixture[str], name: str, guess: str) -> None:
    assert run(["who", name, "--on", "2021-12-29"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("Not known: ")
    assert guess in shown.err
    assert "\x1b" not in shown.err


@pytest.mark.parametrize("day", ["yesterday", "2021-02-30", "20210801"])
def test_who_refuses_what_is_no_day(capsys: pytest.CaptureFixture[str], day: str) -> None:
    assert run(["who", "Taliban", "--on", day]) == 2
    assert "not a day like 2021-08-15" in capsys.readouterr().err


def test_where_shows_candidates_with_points_and_scores(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["where", "Paris"]) == 0
    shown = capsys.readouterr().out
    assert "Île-de-France" in shown
    assert "Texas › Lamar County" in shown
    assert run(["where", "Paris", "--country", "USA", "--format", "jsonl"]) == 0
    first, *rest = lines(capsys)
    assert (first["country"], first["admin1"], first["precision"], first["src"]) == ("USA", "Texas", "town", "GeoNames")
    assert first["score"] > 0  # type: ignore[operator]
    assert any(one["country"] == "FRA" and one["score"] == 0 for one in rest)


def test_where_tells_the_length_of_a_border(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["where", "the Afghan-Tajik border", "--format", "jsonl"]) == 0
    (border,) = lines(capsys)
    assert border["precision"] == "line"
    assert border["length_km"] == pytest.approx(1357, abs=100)


def test_where_says_plainly_what_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["where", "Qqqqzzz"]) == 1
    assert capsys.readouterr().err.startswith("Not known: Qqqqzzz.")
    assert run(["where", "Bokhtar", "--country", "PER"]) == 1
    assert "Did you mean: Bokhtar in" in capsys.readouterr().err


def test_a_table_is_added_listed_used_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    store = ["--store", "border.db"]
    assert run(["knowledge", "add", "units.csv", *store]) == 0
    assert capsys.readouterr().out == "2 rows kept in border.db.knowledge/units.csv\n"
    assert run(["knowledge", "list", *store]) == 0
    assert capsys.readouterr().out == "units  2 rows  border.db.knowledge/units.csv\n"
    assert run(["who", "Falcons of Dara", "--on", "2021-06-01", "--format", "jsonl", *store]) == 0
    assert lines(capsys)[0]["src"] == "units.csv: notes"
    assert run(["where", "Kalvan", "--format", "jsonl", *store]) == 0
    assert lines(capsys)[0]["src"] == "units.csv: survey"
    assert run(["knowledge", "remove", "units", "--dry-run", *store]) == 0
    assert Path("border.db.knowledge/units.csv").exists()
    assert run(["knowledge", "remove", "units", *store]) == 0
    capsys.readouterr()
    assert run(["who", "Falcons of Dara", *store]) == 1
    assert run(["knowledge", "list", *store]) == 1
    assert run(["knowledge", "remove", "units", *store]) == 3
    assert "Kept there: none" in capsys.readouterr().err


def test_a_table_may_be_named_without_being_kept(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["who", "Falcon Brigade", "--on", "2021-06-01", "--knowledge", "units.csv"]) == 0
    monkeypatch.setenv("VEDETTE_KNOWLEDGE", "units.csv")
    assert Settings.from_environment().knowledge == (Path("units.csv"),)
    assert run(["who", "Falcon Brigade", "--on", "2021-06-01"]) == 0
    assert run(["who", "Falcon Brigade", "--knowledge", "gone.csv"]) == 3
    assert "there is no table 'gone.csv'" in capsys.readouterr().err


def test_a_table_with_errors_is_not_kept(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.csv").write_text("id,name,kind,src\nfalcon,,spoon,\n")
    assert run(["knowledge", "add", "bad.csv"]) == 3
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("DataFileInvalid: bad.csv, line 2: id is 'falcon'")
    assert len(told) == 4
    assert not Path("vedette.db.knowledge").exists()


def test_a_kept_table_that_was_broken_later_is_listed_and_can_be_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["knowledge", "add", "units.csv"]) == 0
    Path("vedette.db.knowledge/units.csv").write_text(TABLE.replace("REB", "NOPE"))
    capsys.readouterr()
    assert run(["knowledge", "list"]) == 0
    shown = capsys.readouterr()
    assert shown.out == "units  has errors  vedette.db.knowledge/units.csv\n"
    assert "units.csv, line 2: sectors has 'NOPE'" in shown.err
    assert run(["who", "Taliban"]) == 3
    assert run(["knowledge", "remove", "units"]) == 0


def test_another_table_of_the_name_is_only_replaced_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["knowledge", "add", "units.csv", "--dry-run"]) == 0
    assert not Path("vedette.db.knowledge").exists()
    assert run(["knowledge", "add", "units.csv"]) == 0
    Path("units.csv").write_text(TABLE.replace("Falcon Brigade", "Falcon Regiment"))
    assert run(["knowledge", "add", "units.csv"]) == 3
    assert "--replace" in capsys.readouterr().err
    assert run(["knowledge", "add", "units.csv", "--replace"]) == 0
    assert "Regiment" in Path("vedette.db.knowledge/units.csv").read_text()


def test_coding_commands_go_by_the_users_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Path, ...]] = []

    def load(_parser: str, tables: tuple[Path, ...] = (), *_: object, **__: object) -> StubCoder:
        asked.append(tuple(tables))
        return StubCoder()

    monkeypatch.setattr("vedette.cli.coders.load_coder", load)
    Path("good.txt").write_text(f"Title: A bridge\nDate: 2021-07-08\n\n{TEXT}\n")
    assert run(["knowledge", "add", "units.csv", "--store", "border.db"]) == 0
    assert run(["add", "good.txt", "--store", "border.db"]) == 0
    assert run(["code", "good.txt", "--knowledge", "units.csv"]) == 0
    assert run(["code", "good.txt"]) == 0
    assert asked == [(Path("border.db.knowledge/units.csv"),), (Path("units.csv"),), ()]


def test_the_tables_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["knowledge", "check"]) == 0
    shown = capsys.readouterr().out
    assert "leaders_curated.tsv" in shown
    assert run(["knowledge", "check", "--format", "jsonl"]) == 0
    told = lines(capsys)
    assert {"table", "rows", "things", "open_ends", "undated", "src"} == set(told[0])
    assert all({"finding", "subject", "ids", "detail"} == set(one) for one in told if "finding" in one)
    assert run(["knowledge", "check", "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("# Report on the knowledge tables")


def test_every_command_has_help_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    for command in knowledge_app.registered_commands:
        assert run(["knowledge", str(command.name), "--help"]) == 0
        assert f"Example: vedette knowledge {command.name}" in " ".join(capsys.readouterr().out.split())
