"""Flat rows as CSV."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import IO, Generic, TypeVar

from vedette.export.columns import Column
from vedette.export.safe import csv_safe

_T = TypeVar("_T")


class CsvWriter(Generic[_T]):
    """Writes one row a thing under a header line; numbers as they are, text guarded by `csv_safe`."""

    def __init__(self, out: IO[str], columns: Sequence[Column[_T]]) -> None:
        self._rows = csv.writer(out, lineterminator="\n")
        self._columns = columns
        self._rows.writerow([column.name for column in columns])

    def write(self, thing: _T) -> None:
        """Write one row."""
        values = (column.value(thing) for column in self._columns)
        self._rows.writerow([csv_safe(value) if isinstance(value, str) else value for value in values])
