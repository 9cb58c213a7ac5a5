"""Adding: once, whole, and readable again word for word."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import replace
from pathlib import Path

import pytest

from coded_reports import code, make_report
from vedette.errors import StoreError
from vedette.model import Failure
from vedette.model.record import to_record
from vedette.store import Store, open_store

FAILURE = Failure("a.txt", "ingest", "DateMissing", "no date")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "a.db")


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_what_was_added_comes_back_word_for_word(store: Store) -> None:
    coded = code(make_report(url="https://panj.example/1", supersedes="r:0"))
    with store.writer() as writer:
        assert writer.add(coded) is True
    assert to_record(store.report(coded.report.id)) == to_record(coded)


def test_adding_the_same_report_twice_changes_nothing(store: Store) -> None:
    coded = code(make_report(), failures=(replace(FAILURE, stage="linking"),))
    with store.writer() as writer:
        writer.add(coded)
        writer.add_failure(FAILURE)
    before = dump(store.path)
    with open_store(store.path).writer() as writer:
        assert writer.add(coded) is False
        assert writer.add_failure(FAILURE) is False
        assert writer.has(coded.report.id)
    assert dump(store.path) == before


def test_every_table_of_ours_is_strict(store: Store) -> None:
    connection = sqlite3.connect(store.path)
    lax = connection.execute(
        "SELECT name FROM pragma_table_list WHERE strict = 0 AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    mode = connection.execute("PRAGMA journal_mode").fetchone()
    connection.close()
    assert [name for (name,) in lax if not name.startswith("report_words")] == []
    assert mode == ("wal",)


def test_an_addition_that_fails_leaves_nothing_behind(store: Store) -> None:
    coded = code(make_report())
    twice = replace(coded, events=(coded.events[0], coded.events[0]))
    with store.writer() as writer:
        with pytest.raises(StoreError, match="cannot be kept"):
            writer.add(twice)
        assert store.counts() == {"report": 0, "event": 0, "claim": 0, "failure": 0}
        assert writer.add(coded) is True


def test_failures_are_kept_with_their_report(store: Store) -> None:
    coded = code(make_report())
    inside = Failure("Attack 0", "linking", "KeyError", "x", coded.report.id)
    with store.writer() as writer:
        writer.add_failure(FAILURE)
        writer.add(replace(coded, failures=(inside,)))
    assert list(store.failures()) == [FAILURE, inside]


@pytest.mark.slow
def test_adding_costs_the_same_in_a_larger_store(store: Store) -> None:
    def seconds(begin: int) -> float:
        coded = [code(make_report(number)) for number in range(begin, begin + 200)]
        start = time.process_time()
        with store.writer() as writer:
            for one in coded:
                writer.add(one)
        return time.process_time() - start

    # The least of several runs: on a shared machine single ones scatter by half.
    first = min(seconds(begin) for begin in range(0, 2000, 400))
    for begin in range(2000, 12_000, 2000):
        seconds(begin)
    assert min(seconds(begin) for begin in range(20_000, 22_000, 400)) < first * 1.5
