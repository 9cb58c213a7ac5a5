"""Bad input: each case has a named error with its message, and the run's other reports are kept."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import tracemalloc
from pathlib import Path

import pytest

from vedette.ingest import Limits, read_inputs
from vedette.model import Failure, Report

GOOD = "date 2021-07-05 The bridge stayed open."
WALL = """<!DOCTYPE html><html><head><title>News</title><script>var x = "<p>";</script></head><body>
<h1>We value your privacy</h1><p>We and our partners use cookies and personal data.</p>
<button>Accept all</button><button>Manage options</button></body></html>"""
DAMAGED = gzip.compress(GOOD.encode(), mtime=0)[:-12]
PAGE = (
    "<html><body><h1>Not found</h1>"
    + "<p>The feed you asked for has moved to another place.</p>" * 40
    + "</body></html>"
)


def run_beside_good(tmp_path: Path, name: str, content: bytes, **options: object) -> list[Failure]:
    """Read the bad input between two good ones and return its failures; both good ones must be there."""
    (tmp_path / "0.txt").write_text(GOOD)
    (tmp_path / "2.txt").write_text(GOOD + " Twice.")
    bad = tmp_path / name
    bad.write_bytes(content)
    found = list(read_inputs([tmp_path / "0.txt", bad, tmp_path / "2.txt"], **options))  # type: ignore[arg-type]
    assert isinstance(found[0], Report)
    assert isinstance(found[-1], Report)
    return [one for one in found if isinstance(one, Failure)]


@pytest.mark.parametrize(
    ("name", "content", "error", "words"),
    [
        ("empty.txt", b"", "ReportUnreadable", "no text found: 0 characters"),
        ("blank.txt", b" \n\t\n", "ReportUnreadable", "all of them blank"),
        ("headers-only.txt", b"Title: T\nDate: 2021-07-05\n", "ReportUnreadable", "no text found"),
        ("empty.jsonl", b"", "ReportUnreadable", "the file holds no report"),
        ("empty.csv", b"text,date\n", "ReportUnreadable", "the file holds no report"),
        ("undated.txt", b"The bridge stayed open.", "DateMissing", "Begin it with a line `date YYYY-MM-DD`"),
        ("impossible.txt", b"Date: 2021-02-30\n\nText.", "DateInvalid", "'2021-02-30' is no date of the calendar"),
        ("two-ways.txt", b"Date: 01/02/2021\n\nText.", "DateInvalid", "can be read in two ways"),
        ("a.pdf", b"%PDF-1.7 \x00\x01", "ReportUnreadable", "a PDF file, not text. Turn it into text first"),
        ("a.docx", b"PK\x03\x04\x14\x00", "ReportUnreadable", "a ZIP archive or an Office document"),
        ("binary.txt", b"date 2021-07-05 a\x00b", "ReportUnreadable", "byte 17 is NUL: the input is binary"),
        ("cp1252.txt", b"date 2021-07-05 The \x93guards\x94 held.", "EncodingWrong", "byte 0x93 at position 20"),
        ("cut-utf16.txt", b"\xff\xfed\x00a", "EncodingWrong", "is not utf-16"),
        ("page.txt", PAGE.encode(), "ReportUnreadable", "this looks like an HTML page"),
        ("feed.xml", PAGE.encode(), "ReportUnreadable", "this looks like an HTML page"),
        ("feed.jsonl", PAGE.encode(), "ReportUnreadable", "this looks like an HTML page"),
        ("feed.csv", PAGE.encode(), "ReportUnreadable", "this looks like an HTML page"),
        ("rss.xml", b"<?xml version='1.0'?><rss><channel/></rss>", "ReportUnreadable", "an RSS or Atom feed"),
        ("wall.html", WALL.encode(), "ReportUnreadable", "this looks like a consent wall"),
        (
            "wall.txt",
            b"date 2021-07-05 Before you continue. We use cookies. Accept all. Reject all. Privacy policy.",
            "ReportUnreadable",
            "a consent wall, not a report",
        ),
        ("damaged.txt.gz", DAMAGED, "InputMalformed", "the gzip archive is damaged"),
        ("columns.csv", b"body,when\nText.,2021-07-05\n", "InputMalformed", "no column `text`; it has 'body', 'when'"),
        ("damaged.parquet", b"PAR1 and no more", "InputMalformed", "the Parquet file cannot be read"),
    ],
)  # fmt: skip
def test_bad_file_is_one_failure_with_a_message(
    tmp_path: Path, name: str, content: bytes, error: str, words: str
) -> None:
    (failure,) = run_beside_good(tmp_path, name, content)
    assert (failure.error, failure.stage, failure.input) == (error, "ingest", str(tmp_path / name))
    assert words in failure.message


LINE = json.dumps({"text": "The bridge stayed open.", "date": "2021-07-05"})


@pytest.mark.parametrize(
    ("line", "error", "words"),
    [
        (b'{"text": "cut', "InputMalformed", "broken JSON at column 10"),
        (b"[", "InputMalformed", "jq -c"),
        (b'["a"]', "InputMalformed", "a JSON list, not an object"),
        (b"[" * 100_000, "InputMalformed", "JSON that cannot be taken"),
        (b'{"date": "2021-07-05"}', "ReportUnreadable", "it has no `text`"),
        (b'{"text": 5, "date": "2021-07-05"}', "ReportUnreadable", "its `text` is int"),
        (b'{"text": "", "date": "2021-07-05"}', "ReportUnreadable", "no text found"),
        (b'{"text": "a"}', "DateMissing", "states no date"),
        (b'{"text": "a", "date": 1640736000}', "DateInvalid", "1640736000"),
        (b'{"text": "a\\u0000b", "date": "2021-07-05"}', "ReportUnreadable", "character 1 is NUL"),
        (b'{"text": "a\\ud800b", "date": "2021-07-05"}', "EncodingWrong", "half a surrogate pair (U+D800)"),
        (b'{"text": "\x93a\x94", "date": "2021-07-05"}', "EncodingWrong", "byte 0x93 at position 10"),
        (b'{"text": "a", "date": "2021-07-05", "title": {"a": 1}}', "InputMalformed", "`title` is dict"),
        (json.dumps({"text": PAGE, "date": "2021-07-05"}).encode(), "ReportUnreadable", "HTML page"),
    ],
)
def test_bad_line_of_jsonl_costs_itself_only(tmp_path: Path, line: bytes, error: str, words: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINE.encode() + b"\n" + line + b"\n" + LINE.encode())
    first, failure, last = read_inputs([path])
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(failure, Failure)
    assert (failure.error, failure.input) == (error, f"{path}:2")
    assert words in failure.message


@pytest.mark.parametrize(
    ("row", "error", "words"),
    [
        (b"2021-07-05,one, two", "InputMalformed", "3 cells under 2 columns"),
        (b"2021-07-05,\x93a\x94", "EncodingWrong", "byte 0x93 at character 0 is not utf-8"),
        (b"2021-07-05,", "ReportUnreadable", "no text found"),
        (b",words", "DateMissing", "states no date"),
    ],
)
def test_bad_row_of_csv_costs_itself_only(tmp_path: Path, row: bytes, error: str, words: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"date,text\n2021-07-05,Good.\n" + row + b"\n2021-07-06,Good too.\n")
    first, failure, last = read_inputs([path])
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(failure, Failure)
    assert (failure.error, failure.input) == (error, f"{path}:3")
    assert words in failure.message


def test_fifty_megabytes_of_one_line_are_refused_as_text(tmp_path: Path) -> None:
    (failure,) = run_beside_good(tmp_path, "big.txt", b"date 2021-07-05 " + b"a" * 50_000_000)
    assert failure.error == "InputTooLarge"
    assert "at most 5,000,000 are read as one report" in failure.message


@pytest.mark.parametrize("name", ["big.jsonl", "big.csv"])
def test_fifty_megabytes_of_one_line_cost_that_line_only(tmp_path: Path, name: str) -> None:
    begin, end = (
        (LINE + "\n", LINE + "\n") if name.endswith("jsonl") else ("date,text\n2021-07-05,One.\n", "2021-07-06,Two.\n")
    )
    path = tmp_path / name
    path.write_bytes(begin.encode() + b"x" * 50_000_000 + b"\n" + end.encode())
    first, failure, last = read_inputs([path])
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(failure, Failure)
    assert failure.error == "InputTooLarge"
    assert "the line is 50,000,001 bytes long" in failure.message


def test_too_long_line_inside_a_quoted_cell_stops_that_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'date,text\n2021-07-05,Good.\n2021-07-06,"' + b"x" * 5000 + b'\nmore"\n')
    first, failure = read_inputs([path], limits=Limits(line_bytes=1000))
    assert isinstance(first, Report)
    assert isinstance(failure, Failure)
    assert "the rest of the file was not read" in failure.message


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz", "bomb.csv.gz"])
def test_gzip_bomb_is_refused_early(tmp_path: Path, name: str) -> None:
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9) as file:
        for _ in range(300):
            file.write(b" " * 1_000_000)
    (failure,) = run_beside_good(tmp_path, name, packed.getvalue())
    assert failure.error == "InputTooLarge"
    assert "gzip bomb" in failure.message or "bytes long" in failure.message


def test_jsonl_is_read_in_flat_memory(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    with path.open("w") as file:
        for number in range(3000):
            file.write(json.dumps({"text": "word " * 1000, "date": "2021-07-05", "title": str(number)}) + "\n")
    tracemalloc.start()
    count = sum(isinstance(one, Report) for one in read_inputs([path]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 3000
    assert peak < 2_000_000


def test_missing_file_pattern_and_empty_folder_are_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "0.txt").write_text(GOOD)
    paths = [tmp_path / "gone.txt", str(tmp_path / "*.ndjson"), tmp_path / "empty", tmp_path / "0.txt"]
    *failures, good = read_inputs(paths)
    assert isinstance(good, Report)
    assert [one.error for one in failures if isinstance(one, Failure)] == ["InputMissing"] * 3
    assert "no such file" in failures[0].message
    assert "no file matches" in failures[1].message
    assert "*.jsonl" in failures[2].message


def test_file_name_that_is_not_utf8_is_reported_in_print(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    Path(os.fsdecode(path)).write_bytes(b"")
    (failure,) = read_inputs([tmp_path])
    assert isinstance(failure, Failure)
    assert failure.input.encode().endswith(b"caf\\xe9.txt")


def test_report_about_cookies_is_no_consent_wall(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "date 2021-07-05 The regulator fined the company over cookies. It said users had not given "
        "their consent and that their personal data were sold."
    )
    (report,) = read_inputs([tmp_path / "a.txt"])
    assert isinstance(report, Report)


def test_csv_field_limit_is_raised_for_long_reports(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([["date", "text"], ["2021-07-05", "word " * 100_000]])
    (report,) = read_inputs([path])
    assert isinstance(report, Report)
    assert len(report.text) == 500_000
