"""CSV and Parquet: one report a row, read row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import IO, Any

from vedette.errors import InputError, InputMalformed, ResourceMissing
from vedette.ingest.record import COLUMNS, TEXT_KEY, Settings, make_report
from vedette.ingest.streams import bounded_lines, line_too_large
from vedette.model import Report

_ROWS_AT_A_TIME = 64
_NAMES_SHOWN = 12


class _Lines:
    """The lines of a CSV file as `csv.reader` wants them, remembering those that were too long."""

    def __init__(self, stream: io.BufferedReader, settings: Settings, encoding: str) -> None:
        self._lines = bounded_lines(stream, settings.limits.line_bytes)
        self._limit = settings.limits.line_bytes
        self._encoding = encoding
        self._inside_quotes = False
        self.number = 0
        self.refused: list[tuple[int, InputError]] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.number = line.number
            odd = line.quotes % 2 == 1
            if line.size > self._limit:
                error = line_too_large(line, self._limit)
                if self._inside_quotes or odd:
                    raise InputMalformed(f"{error} It lies inside a quoted cell: the rest of the file was not read.")
                self.refused.append((line.number, error))
                continue
            self._inside_quotes ^= odd
            # Wrong bytes become surrogates, so that one bad cell costs its own row only.
            text = line.raw.decode(self._encoding, "surrogateescape")
            yield text.removeprefix("\ufeff") if line.number == 1 else text


def read_csv(stream: io.BufferedReader, settings: Settings, encoding: str) -> Iterator[tuple[int, Report | InputError]]:
    """Yield each row's line number with its report, or with the error that keeps it from being one.

    Raises InputMalformed if the table has no `text` column.
    """
    # The limit is the csv module's own, for the whole process; there is no other way to raise it.
    csv.field_size_limit(settings.limits.line_bytes)
    lines = _Lines(stream, settings, encoding)
    rows = csv.reader(lines)
    names: list[str] | None = None
    begin = 1
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield begin, InputMalformed(f"broken CSV ({error}). Quote cells that hold commas, quotes or line ends.")
            begin = lines.number + 1
            continue
        yield from lines.refused
        lines.refused.clear()
        if row is None:
            return
        if names is None:
            names = _column_names(row)
        elif row:
            yield begin, _row(names, row, settings)
        begin = lines.number + 1


def _row(names: list[str], row: list[str], settings: Settings) -> Report | InputError:
    if len(row) > len(names):
        return InputMalformed(f"the row has {len(row)} cells under {len(names)} columns. Quote cells that hold commas.")
    try:
        return make_report(dict(zip(names, row, strict=False)), settings)
    except InputError as error:
        return error


def _column_names(header: list[str]) -> list[str]:
    names = [name.strip().lower() for name in header]
    if TEXT_KEY not in names:
        raise no_text_column(header)
    return names


def no_text_column(found: list[str]) -> InputMalformed:
    """Return the error for a table without a `text` column, naming those it has."""
    shown = ", ".join(f"'{name[:40]}'" for name in found[:_NAMES_SHOWN]) or "none"
    more = f" and {len(found) - _NAMES_SHOWN} more" if len(found) > _NAMES_SHOWN else ""
    return InputMalformed(
        f"the table has no column `text`; it has {shown}{more}. Rename the column that holds the reports' text."
    )


def read_parquet(stream: IO[bytes], settings: Settings) -> Iterator[tuple[int, Report | InputError]]:
    """Yield each row's number from 1 with its report, or with the error that keeps it from being one.

    Raises ResourceMissing if pyarrow is not installed, InputMalformed for a damaged file.
    """
    try:
        import pyarrow as arrow  # noqa: PLC0415 - an extra: imported only where a Parquet file is read
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        raise ResourceMissing("reading Parquet needs pyarrow: pip install 'vedette[parquet]'") from None
    if not stream.seekable():
        raise InputMalformed("Parquet cannot be read from a pipe or inside gzip. Save it as a file and give its name.")
    try:
        yield from _parquet_rows(parquet.ParquetFile(stream), settings)
    except (arrow.ArrowException, OSError) as error:
        raise InputMalformed(f"the Parquet file cannot be read ({str(error)[:200]}).") from None


def _parquet_rows(file: Any, settings: Settings) -> Iterator[tuple[int, Report | InputError]]:
    names = {name.strip().lower(): name for name in file.schema_arrow.names}
    if TEXT_KEY not in names:
        raise no_text_column(list(file.schema_arrow.names))
    wanted = [names[column] for column in COLUMNS if column in names]
    number = 0
    for batch in file.iter_batches(batch_size=_ROWS_AT_A_TIME, columns=wanted):
        for row in batch.to_pylist():
            number += 1
            try:
                yield number, make_report({name.strip().lower(): value for name, value in row.items()}, settings)
            except InputError as error:
                yield number, error
