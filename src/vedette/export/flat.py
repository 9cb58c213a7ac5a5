"""Flat CSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO, TypeVar

from vedette.export.columns import Column
from vedette.model import Report

_T = TypeVar("_T")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(rows: Iterable[tuple[Report, _T]], columns: Sequence[Column[_T]], out: TextIO) -> int:
    """Write a header and one line a row; return the number of rows written.

    A text cell that a spreadsheet would run as a formula gets a leading apostrophe; numbers stay as they are.
    """
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    written = 0
    for report, item in rows:
        writer.writerow([safe_cell(column.value(report, item)) for column in columns])
        written += 1
    return written


def safe_cell(value: str) -> str:
    """Return a cell no spreadsheet runs: an apostrophe before what would start a formula."""
    if value.startswith(_FORMULA_STARTS) and not _is_number(value):
        return "'" + value
    return value


def _is_number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True
