"""Pages of rows: how the lists of `asking` are cut and printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

import typer
from rich.console import Console
from rich.table import Table

from vedette.cli.options import Format
from vedette.cli.outcome import Exit
from vedette.cli.screen import data_console, note, write
from vedette.export import Column, CsvWriter, to_json_line
from vedette.model.record import Record, claim_record, event_record
from vedette.store import ReportHead, StoredClaim, StoredEvent

_TABLE_ROWS = 50
_T = TypeVar("_T")
REPORT_COLUMNS: tuple[Column[ReportHead], ...] = (
    Column("report_id", "Id of the report.", lambda head: head.id),
    Column("published_at", "When it was published.", lambda head: head.published_at),
    Column("publisher", "Who published it.", lambda head: head.publisher),
    Column("report_title", "Its title.", lambda head: head.title),
    Column("url", "Its address.", lambda head: head.url),
    Column("supersedes", "What it corrects or withdraws.", lambda head: head.supersedes),
)


def row_limit(asked: int | None, form: Format) -> int | None:
    """Return how many rows to fetch: for a table one more than it shows, to tell whether there are more."""
    return (asked or _TABLE_ROWS) + 1 if form is Format.TABLE else asked


def plainly_nothing() -> str:
    """Return what is said where nothing matched and no filter of a list's own is to blame."""
    return "Nothing matched."


@dataclass(frozen=True, slots=True)
class Cut:
    """Which of a list's rows a table shows."""

    limit: int | None
    """None shows as many as fit a few screens."""
    offset: int
    total: Callable[[], int]
    """Tells how many rows the whole list has; asked only where some are left off."""


def print_more(console: Console, offset: int, shown: int, total: int) -> None:
    """Say below a table which rows of how many it holds: there, so that a file it is sent to says so too."""
    last = offset + shown
    which = f"{offset + 1} to {last} of" if offset else f"The first {last} of"
    console.print(f"{which} {total} are shown. More: --limit N or --offset {last}.", style="dim")


def print_table(
    rows: Iterable[_T],
    cut: Cut,
    table: Callable[[list[_T]], Table],
    closing: str,
    *,
    empty: Callable[[], str] = plainly_nothing,
) -> None:
    """Print the first rows as a table, and say how many there are in all; none at all ends the command with 1.

    empty: tells why there are none; asked only then.
    """
    most = cut.limit or _TABLE_ROWS
    page = list(islice(rows, most + 1))
    if not page:
        _nothing(empty)
    console = data_console()
    console.print(table(page[:most]))
    if closing:
        console.print(closing, style="dim")
    if len(page) > most:
        print_more(console, cut.offset, most, cut.total())


def print_rows(
    rows: Iterable[_T],
    form: Format,
    columns: Sequence[Column[_T]],
    line: Callable[[_T], Record],
    *,
    empty: Callable[[], str] = plainly_nothing,
) -> None:
    """Print all rows as they come, one line each; none at all ends the command with 1.

    empty: as for `print_table`.
    """
    cells = CsvWriter(sys.stdout, columns) if form is Format.CSV else None
    is_empty = True
    for one in rows:
        is_empty = False
        if cells is not None:
            cells.write(one)
        else:
            write(to_json_line(line(one)))
    if is_empty:
        _nothing(empty)


def _nothing(empty: Callable[[], str]) -> None:
    note(empty())
    raise typer.Exit(Exit.NOTHING)


def event_line(one: StoredEvent) -> Record:
    """Return one event mention with the report it stands in."""
    return {"report": report_line(one.report), **event_record(one.event)}


def claim_line(one: StoredClaim) -> Record:
    """Return one claim with the report it stands in."""
    return {"report": report_line(one.report), **claim_record(one.claim)}


def report_line(head: ReportHead) -> Record:
    """Return what a list says of a report."""
    return {
        "id": head.id,
        "published_at": head.published_at,
        "publisher": head.publisher,
        "title": head.title,
        "url": head.url,
        "supersedes": head.supersedes,
    }
