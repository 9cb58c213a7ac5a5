"""Which report is meant: by id, file or title."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coded_reports import code, make_report
from vedette.errors import QueryError
from vedette.store import EventFilter, Store, open_store
from vedette.store.finding import is_file

FILES = ("north/07.txt", "south/07.txt", "north/08.txt.gz", "archive.jsonl:2", "archive.jsonl:12")
TITLES = ("Bridge closed", "Bridge opened again", "Fire at the mill", "Harvest late", "Strike over")
REPORTS = [
    replace(make_report(number, title=title), input=file)
    for number, (file, title) in enumerate(zip(FILES, TITLES, strict=True))
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "a.db") as store, store.writer() as writer:
        for one in REPORTS:
            writer.add(code(one))
        yield store


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("north/07.txt", 0), ("north/07", 0), ("08", 2), ("08.txt", 2), ("08.txt.gz", 2), ("archive.jsonl:2", 3),
        ("archive.jsonl:12", 4), ("opened", 1), ("fire at", 2), (REPORTS[3].id, 3), (REPORTS[3].id[:9], 3),
    ],
)  # fmt: skip
def test_a_report_is_found_by_id_file_or_title(asked: str, number: int, store: Store) -> None:
    assert store.report(asked).report.id == REPORTS[number].id
    assert {one.report.id for one in store.events(EventFilter(report=asked))} == {REPORTS[number].id}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("07", "'07' names several reports: r:"),
        ("bridge", r"\(Bridge closed\); r:\w+ \(Bridge opened again\)"),
        ("archive.jsonl", "names several reports"),
        ("09", "no report has the id '09', and none was read from a file of that name"),
        ("7", "no report has the id '7'"),
        ("%", "no report has the id '%'"),
        ("", "no report has the id ''"),
    ],
)
def test_what_names_none_or_several_is_told(asked: str, told: str, store: Store) -> None:
    with pytest.raises(QueryError, match=told):
        store.report(asked)


def test_heads_and_reports_keep_their_file(store: Store) -> None:
    assert {head.input for head in store.reports()} == set(FILES)
    assert store.report(REPORTS[2].id).report.input == FILES[2]


@pytest.mark.parametrize(
    ("file", "asked", "expected"),
    [
        ("reports/07.txt", "07", True), ("reports/07.txt", "7", False), ("reports/07.txt", "S/07", False),
        ("C:\\news\\07.txt", "news/07", True), ("a.jsonl:3", "a", True), ("a.jsonl:3", "3", False),
        ("2021.07.txt", "2021.07", True), ("07", "07", True), ("reports/07.txt", "reports", False),
    ],
)  # fmt: skip
def test_a_file_may_be_named_without_folder_and_suffix(file: str, asked: str, *, expected: bool) -> None:
    assert is_file(file, asked) is expected
