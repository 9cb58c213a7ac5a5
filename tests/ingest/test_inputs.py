"""What goes in: files, folders, patterns, the standard input, every form."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pyarrow as arrow
import pytest
from pyarrow import parquet

from vedette.errors import ConfigError, DateInvalid
from vedette.ingest import read_inputs
from vedette.model import Failure, Report

TEXT = "Guards of both sides met on the bridge at Panj-i-Poyon."


def read(*paths: str | Path, **options: str) -> list[Report | Failure]:
    return list(read_inputs(paths, **options))


def only(*paths: str | Path, **options: str) -> Report:
    (report,) = read(*paths, **options)
    assert isinstance(report, Report), report
    return report


def test_text_prefix_dates_the_report_and_stays_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f" date 2021-07-05 {TEXT}\n")
    report = only(path)
    assert report.published_at == "2021-07-05"
    assert report.text == f" date 2021-07-05 {TEXT}\n"


def test_a_report_keeps_the_file_and_line_it_was_read_from(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"date 2021-07-05 {TEXT}")
    line = json.dumps({"text": TEXT, "date": "2021-07-05"})
    (tmp_path / "b.jsonl").write_text(f"{line}\n\n{line}\n")
    read_from = [report.input for report in read(tmp_path) if isinstance(report, Report)]
    assert read_from == [str(tmp_path / "a.txt"), f"{tmp_path}/b.jsonl:1", f"{tmp_path}/b.jsonl:3"]
    (report,) = read_inputs(["-"], stdin=io.BytesIO(f"date 2021-07-05 {TEXT}".encode()))
    assert isinstance(report, Report)
    assert report.input is None
    assert report == only(tmp_path / "a.txt")


def test_text_headers_stand_outside_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Title: A bridge\nDate: 2021-07-05\nPublisher: Panj Post\nURL: https://panj.example/1\n\n{TEXT}\n")
    report = only(path)
    assert (report.title, report.published_at, report.publisher, report.url) == (
        "A bridge", "2021-07-05", "Panj Post", "https://panj.example/1",
    )  # fmt: skip
    assert report.text == TEXT + "\n"


def test_text_with_windows_line_ends_is_not_altered(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Date: 2021-07-05\r\n\r\nOne.\r\n\r\nTwo.\r\n")
    assert only(path).text == "One.\r\n\r\nTwo.\r\n"


@pytest.mark.parametrize(
    "text",
    [
        "Kabul: the talks ended.\n\nNobody spoke.",
        "Title: the word begins a line.\nBut no blank line closes it.",
        "Date: and then nothing of the kind\nThe text goes on.\n\nAnd on.",
    ],
)
def test_text_that_only_looks_like_headers_is_kept_whole(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    assert only(path, date="2021-07-05").text == text


def test_own_date_wins_over_the_runs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"date 2021-07-05\n{TEXT}")
    (tmp_path / "b.txt").write_text(TEXT)
    first, second = read(tmp_path, date="2021-08-01", publisher="Panj Post")
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.published_at, second.published_at) == ("2021-07-05", "2021-08-01")
    assert second.publisher == "Panj Post"


def test_jsonl_takes_all_keys_and_the_publication_moment(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [
        {"text": TEXT, "date": "2021-07-05", "title": "T", "publisher": "P", "url": "U", "supersedes": "r:1", "x": [1]},
        {"text": TEXT, "published_at": "2021-07-05T06:00:00+05:00", "date": "2021-07-04"},
        {"text": f"date 2021-07-06 {TEXT}"},
    ]
    path.write_text("\n".join(map(json.dumps, rows)) + "\n\n")
    first, second, third = read(path)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert isinstance(third, Report)
    assert (first.title, first.publisher, first.url, first.supersedes) == ("T", "P", "U", "r:1")
    assert second.published_at == "2021-07-05T06:00:00+05:00"
    assert third.published_at == "2021-07-06"


def test_csv_cells_may_hold_commas_quotes_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('\ufeffDate,Text,Title\n2021-07-05,"One, ""two"".\n\nThree.",A\n2021-07-06,Four.,\n')
    first, second = read(path)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.text == 'One, "two".\n\nThree.'
    assert (second.title, second.text) == (None, "Four.")


def test_parquet_rows_become_reports(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(arrow.table({"text": [TEXT, None], "date": ["2021-07-05"] * 2, "other": [1, 2]}), path)
    first, second = read(path)
    assert isinstance(first, Report)
    assert isinstance(second, Failure)
    assert (second.input, second.error) == (f"{path}:2", "ReportUnreadable")


@pytest.mark.parametrize("suffix", ["txt.gz", "jsonl.gz", "csv.gz"])
def test_gzip_is_read_as_what_it_holds(tmp_path: Path, suffix: str) -> None:
    content = {
        "txt.gz": f"date 2021-07-05\n{TEXT}",
        "jsonl.gz": json.dumps({"text": f"date 2021-07-05\n{TEXT}"}),
        "csv.gz": f'text,date\n"date 2021-07-05\n{TEXT}",\n',
    }
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(gzip.compress(content[suffix].encode()))
    assert only(path).text == f"date 2021-07-05\n{TEXT}"


def test_folder_is_searched_through_in_order_without_hidden_or_unknown_files(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "a/.hidden.txt", "a/picture.png", ".git/0.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"date 2021-07-05 {name}")
    assert [report.text[16:] for report in read(tmp_path) if isinstance(report, Report)] == ["a/1.txt", "b/2.txt"]


def test_pattern_is_expanded_in_order(tmp_path: Path) -> None:
    for name in ("2.txt", "1.txt", "3.csv"):
        (tmp_path / name).write_text(f"date 2021-07-05 {name}")
    found = read(str(tmp_path / "*.txt"))
    assert [report.text[16:] for report in found if isinstance(report, Report)] == ["1.txt", "2.txt"]


@pytest.mark.parametrize(
    "content",
    [
        f"date 2021-07-05\n{TEXT}",
        json.dumps({"text": TEXT, "date": "2021-07-05"}),
        f"date,text\n2021-07-05,{TEXT}\n",
    ],
)
def test_standard_input_may_be_text_jsonl_or_csv(content: str) -> None:
    (report,) = read_inputs(["-"], stdin=io.BytesIO(content.encode()))
    assert isinstance(report, Report)
    assert (report.published_at, report.text.endswith(TEXT)) == ("2021-07-05", True)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("suffix", ["txt", "jsonl", "csv"])
def test_byte_order_marks_are_honoured(tmp_path: Path, encoding: str, suffix: str) -> None:
    words = "Шерхан-Бандар held, said the “guards”."
    content = {
        "txt": f"date 2021-07-05 {words}",
        "jsonl": json.dumps({"text": words, "date": "2021-07-05"}, ensure_ascii=False),
        "csv": f'date,text\n2021-07-05,"{words}"\n',
    }
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(content[suffix].encode(encoding))
    assert only(path).text.removeprefix("date 2021-07-05 ") == words


def test_encoding_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("date 2021-07-05 The “guards” held.".encode("cp1252"))
    assert only(path, encoding="cp1252").text.endswith("The “guards” held.")


def test_same_input_gives_the_same_id(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"date 2021-07-05 {TEXT}")
    assert only(path).id == only(path).id


def test_unknown_encoding_stops_before_anything_is_read() -> None:
    with pytest.raises(ConfigError, match="unknown encoding 'klingon'"):
        read_inputs(["-"], encoding="klingon")


def test_wrong_run_date_stops_before_anything_is_read() -> None:
    with pytest.raises(DateInvalid, match="'2021-02-30'"):
        read_inputs(["-"], date="2021-02-30")
