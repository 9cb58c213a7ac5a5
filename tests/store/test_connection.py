"""Opening: stores of ours, and files that are none."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from coded_reports import code, make_report
from vedette.errors import NotAStore, StoreLocked, StoreMissing, StoreTooNew
from vedette.store import open_store
from vedette.store.connection import bring_up_to_date, open_engine, transaction
from vedette.store.migrations import Migration
from vedette.store.schema import VERSION
from vedette.store.view import Store


def test_missing_store_is_made_only_where_asked(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="Make one: vedette add"):
        open_store(tmp_path / "a.db", create=False)
    with pytest.raises(StoreMissing, match="no folder"):
        open_store(tmp_path / "gone" / "a.db")
    assert list(tmp_path.iterdir()) == []


def test_text_file_is_no_store_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_text("date 2021-07-05 A report given in the place of a store, by mistake. " * 50)
    before = path.read_bytes()
    with pytest.raises(NotAStore, match="not an SQLite file"):
        open_store(path)
    assert path.read_bytes() == before


def test_other_sqlite_file_is_no_store_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE report (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotAStore, match="no store of Vedette"):
        open_store(path)
    assert path.read_bytes() == before


def test_store_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_store(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreTooNew, match="schema 99"):
        open_store(path)


def test_locked_store_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_store(path).close()
    engine = open_engine(path, create=False, wait=10)
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    store = Store(path, engine)
    with store.writer() as writer, pytest.raises(StoreLocked, match="another process is writing"):
        writer.add(code(make_report()))
    assert list(store.events()) == []
    other.rollback()
    other.close()


def test_older_store_is_brought_up_to_date_step_by_step(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "a.db", create=True)
    steps = (
        Migration(VERSION, ("CREATE TABLE never (x)",)),
        Migration(VERSION + 1, ("ALTER TABLE run ADD COLUMN note TEXT",)),
        Migration(VERSION + 2, ("UPDATE run SET note = ''",)),
    )
    with transaction(engine, write=True) as connection:
        bring_up_to_date(connection, steps)
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == VERSION + 2
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
    assert "never" not in tables


def test_store_of_the_first_version_gets_its_authors_column(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_engine(path, create=True).dispose()
    with sqlite3.connect(path) as old:
        old.execute("DROP INDEX report_input")
        old.execute("ALTER TABLE claim_speaker DROP COLUMN kind")
        for column in ("author", "input"):
            old.execute(f"ALTER TABLE report DROP COLUMN {column}")
        for table in ("claim_about", "claim_key", "claim_words"):
            old.execute(f"DROP TABLE {table}")
        for table, column in (("claim", "content"), ("claim", "gist"), ("claim_link", "across")):
            old.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        old.execute("PRAGMA user_version = 1")
    old.close()
    with Store(path, open_engine(path, create=False)).writer() as writer:
        writer.add(code(make_report(author="Ada Example")))
    store = Store(path, open_engine(path, create=False))
    (head,) = store.reports()
    assert head.input is None
    assert store.report(head.id).report.author == "Ada Example"


def test_store_without_kinds_of_speakers_gets_them_from_its_records(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Store(path, open_engine(path, create=True)) as store, store.writer() as writer:
        writer.add(code(make_report()))
        kinds = {one.name: one.kind for one in store.speakers()}
    with sqlite3.connect(path) as old:
        old.execute("ALTER TABLE claim_speaker DROP COLUMN kind")
        old.execute("PRAGMA user_version = 4")
    old.close()
    store = Store(path, open_engine(path, create=False))
    assert {one.name: one.kind for one in store.speakers()} == kinds
    assert kinds == {"Vladimir Putin": "named", "Government of Russia": None, "Taliban": "named"}
