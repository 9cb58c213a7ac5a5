"""Reading the shipped tables: tab-separated, a header line, lists joined by "; "."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

from vedette.errors import DataFileInvalid

DATA = files("vedette.knowledge") / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, with enough to say where it stands."""

    file: str
    line: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """Return a cell that must not be empty."""
        value = self.cells[column]
        if not value:
            raise self.invalid(f"{column} is empty")
        return value

    def optional(self, column: str) -> str | None:
        """Return a cell, None where it is empty."""
        return self.cells[column] or None

    def items(self, column: str) -> tuple[str, ...]:
        """Return the parts of a list cell."""
        value = self.cells[column]
        if "; " not in value:
            return (value,) if value else ()
        return tuple(part for part in value.split("; ") if part)

    def one_of(self, column: str, allowed: frozenset[str]) -> str:
        """Return a cell whose value must be among `allowed`."""
        value = self.text(column)
        if value not in allowed:
            raise self.invalid(f"{column} is {value!r}; known are {', '.join(sorted(allowed))}")
        return value

    def number(self, column: str) -> float:
        """Return a cell as a number."""
        try:
            return float(self.cells[column])
        except ValueError:
            raise self.invalid(f"{column} is {self.cells[column]!r}, not a number") from None

    def day(self, column: str) -> str | None:
        """Return a cell as an ISO day, None where it is empty."""
        value = self.cells[column]
        if value and not _is_day(value):
            raise self.invalid(f"{column} is {value!r}, not a day like 2021-08-15")
        return value or None

    def invalid(self, reason: str) -> DataFileInvalid:
        """Return the error that names this line."""
        return DataFileInvalid(f"{self.file}, line {self.line}: {reason}.")


def read_table(path: Traversable, columns: tuple[str, ...]) -> Iterator[Row]:
    """Read a table whose header must be `columns`; lines that begin with # are notes."""
    header: tuple[str, ...] | None = None
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if header is None:
            header = cells
            if header != columns:
                raise DataFileInvalid(f"{path.name}, line {number}: columns are {header}, expected {columns}.")
            continue
        if len(cells) != len(columns):
            raise DataFileInvalid(
                f"{path.name}, line {number}: {len(cells)} cells, expected {len(columns)} ({', '.join(columns)})."
            )
        yield Row(path.name, number, dict(zip(columns, cells, strict=True)))


def _text(path: Traversable) -> str:
    try:
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise DataFileInvalid(f"{path.name}: not UTF-8 at byte {error.start}.") from None


def _is_day(value: str) -> bool:
    if len(value) != 10:
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
