"""Inputs: files, folders, patterns and the standard input, each into reports or failures."""

from __future__ import annotations

import glob
import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from vedette.errors import InputError, InputMissing, ReportUnreadable
from vedette.ingest.checks import refuse_binary, refuse_page
from vedette.ingest.dates import normalise_date
from vedette.ingest.decoding import (
    UTF8,
    UTF8_MARKED,
    Transcoder,
    check_encoding,
    detect_encoding,
    is_wide,
    keeps_line_ends,
)
from vedette.ingest.jsonl import read_jsonl
from vedette.ingest.limits import CHUNK_BYTES, Limits
from vedette.ingest.record import COLUMNS, TEXT_KEY, Settings
from vedette.ingest.streams import unpacked
from vedette.ingest.table import read_csv, read_parquet
from vedette.ingest.text import read_text
from vedette.model import Failure, Report

STDIN = "-"
_FORMS = {
    ".txt": "text",
    ".text": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
}
_HEAD_BYTES = 4096
_KNOWN = ", ".join(f"*{suffix}" for suffix in _FORMS) + ", and these with .gz"


def read_inputs(
    paths: Iterable[str | Path],
    *,
    date: str | None = None,
    publisher: str | None = None,
    encoding: str | None = None,
    limits: Limits | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Report | Failure]:
    """Yield every report the inputs hold, in order; what cannot be read becomes a Failure in its place.

    paths: files, folders (searched through, sorted), patterns, or `-` for the standard input.
    date, publisher: for reports that state none of their own.
    encoding: of inputs without a byte-order mark; None means UTF-8.
    stdin: read for `-` instead of the process's own.
    Raises ConfigError for an unknown encoding, DateInvalid for a `date` that is none, ResourceMissing
    where an extra is needed. Holds one report at a time.
    """
    settings = Settings(
        date=normalise_date(date) if date is not None else None,
        publisher=publisher,
        encoding=check_encoding(encoding),
        limits=limits or Limits(),
    )
    return _read_all(paths, settings, stdin)


def _read_all(paths: Iterable[str | Path], settings: Settings, stdin: BinaryIO | None) -> Iterator[Report | Failure]:
    for path in paths:
        if str(path) == STDIN:
            yield from _read_one(STDIN, stdin if stdin is not None else sys.stdin.buffer, settings)
            continue
        try:
            for file in _expand(str(path)):
                yield from _read_file(file, settings)
        except InputError as error:
            yield _failure(str(path), error)


def _expand(path: str) -> Iterator[str]:
    if os.path.isdir(path):
        found = False
        for file in _walk(path):
            found = True
            yield file
        if not found:
            raise InputMissing(f"the folder holds no report ({_KNOWN}).")
    elif os.path.lexists(path) or not glob.has_magic(path):
        yield path
    else:
        matches = sorted(glob.glob(path, recursive=True))
        if not matches:
            raise InputMissing("no file matches the pattern.")
        for match in matches:
            if os.path.isdir(match):
                yield from _walk(match)
            else:
                yield match


def _walk(folder: str) -> Iterator[str]:
    """Yield the files of known forms under a folder, sorted; hidden ones are left aside."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and _form_of(name) is not None:
                yield os.path.join(root, name)


def _form_of(name: str) -> str | None:
    stem, suffix = os.path.splitext(name.lower())
    return _FORMS.get(os.path.splitext(stem)[1] if suffix == ".gz" else suffix)


def _read_file(path: str, settings: Settings) -> Iterator[Report | Failure]:
    try:
        with open(path, "rb") as stream:
            yield from _read_one(path, stream, settings)
    except FileNotFoundError:
        yield _failure(path, InputMissing("there is no such file."))
    except OSError as error:
        yield _failure(path, ReportUnreadable(f"the file cannot be opened ({error.strerror or error})."))


def _read_one(path: str, binary: BinaryIO, settings: Settings) -> Iterator[Report | Failure]:
    """Yield what one input holds; an error that ends it comes last."""
    count = 0
    try:
        stream = unpacked(_buffered(binary), settings.limits)
        head = stream.peek(_HEAD_BYTES)[:_HEAD_BYTES]
        form = (None if path == STDIN else _form_of(path)) or _guess_form(head)
        if form == "text":
            yield _read_from(path, read_text(stream, settings))
            return
        for number, outcome in _read_rows(form, stream, head, settings):
            count += 1
            place = f"{path}:{number}"
            yield _read_from(place, outcome) if isinstance(outcome, Report) else _failure(place, outcome)
        if not count:
            raise ReportUnreadable("no text found: the file holds no report.")
    except InputError as error:
        yield _failure(path, error)


def _buffered(binary: BinaryIO) -> io.BufferedReader:
    # The pipes of tests and servers are buffers without `peek`.
    return binary if isinstance(binary, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", binary))


def _read_rows(
    form: str, stream: io.BufferedReader, head: bytes, settings: Settings
) -> Iterator[tuple[int, Report | InputError]]:
    if form == "parquet":
        return read_parquet(stream, settings)
    encoding = detect_encoding(head, settings.encoding)
    if not is_wide(encoding):
        refuse_binary(head)
    refuse_page(head.decode(encoding, "ignore").removeprefix("\ufeff"))
    if encoding == UTF8_MARKED:
        encoding = UTF8
    elif not keeps_line_ends(encoding):
        stream, encoding = io.BufferedReader(Transcoder(stream, encoding), CHUNK_BYTES), UTF8
    return read_jsonl(stream, settings, encoding) if form == "jsonl" else read_csv(stream, settings, encoding)


def _guess_form(head: bytes) -> str:
    """Tell from its first bytes what an input without a known suffix is."""
    if head.startswith(b"PAR1"):
        return "parquet"
    text = head.decode(detect_encoding(head, None), "ignore").lstrip("\ufeff \t\r\n")
    if re.match(r'\{\s*"', text):
        return "jsonl"
    columns = [name.strip(' "').lower() for name in text.partition("\n")[0].strip().split(",")]
    return "csv" if len(columns) > 1 and TEXT_KEY in columns and len(set(columns) & set(COLUMNS)) > 1 else "text"


def _read_from(place: str, report: Report) -> Report:
    """Return a report with the file it was read from; the standard input is none."""
    return report if place.partition(":")[0] == STDIN else replace(report, input=_printable(place))


def _printable(path: str) -> str:
    # File names need not be UTF-8; what is printed and stored must be.
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _failure(path: str, error: InputError) -> Failure:
    return Failure(input=_printable(path), stage="ingest", error=type(error).__name__, message=str(error))
