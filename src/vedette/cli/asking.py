"""`vedette events`, `claims`, `reports` and `report`: what a store holds."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.table import Table
from rich.text import Text

from vedette.cli.coding import print_coded
from vedette.cli.options import (
    Actor,
    Addressee,
    Background,
    Country,
    Disputed,
    Format,
    Limit,
    Offset,
    OfReport,
    OutputFormat,
    Publisher,
    Recipient,
    Since,
    Speaker,
    Stances,
    Statuses,
    StorePath,
    Types,
    Until,
    Within,
    Words,
)
from vedette.cli.outcome import Exit
from vedette.cli.screen import data_console, note, write
from vedette.cli.tables import MENTIONS_NOTE, claims_table, events_table, reports_table
from vedette.export import CLAIM_COLUMNS, EVENT_COLUMNS, Column, CsvWriter, terminal_safe, to_json_line
from vedette.model.record import Record, claim_record, event_record, to_record
from vedette.settings import Settings
from vedette.store import (
    COUNTED,
    ClaimFilter,
    EventFilter,
    ReportFilter,
    ReportHead,
    Store,
    StoredClaim,
    StoredEvent,
    open_store,
)

_TABLE_ROWS = 50
_T = TypeVar("_T")


def events(  # noqa: PLR0913 - one argument an option
    *,
    store: StorePath = None,
    actor: Actor = None,
    recipient: Recipient = None,
    types: Types = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    statuses: Statuses = None,
    within: Within = None,
    background: Background = None,
    speaker: Speaker = None,
    report: OfReport = None,
    words: Words = None,
    form: OutputFormat = Format.TABLE,
    limit: Limit = None,
    offset: Offset = 0,
) -> None:
    """List event mentions, newest report first: what happened or goes on, unless --status asks otherwise.

    Example: vedette events --country TJK --since 2021-07-01 --until 2021-08-31

    Example: vedette events --status feared --format csv > feared.csv
    """
    asked = EventFilter(
        actor=actor, recipient=recipient, types=tuple(one.upper() for one in types or ()), country=country, since=since,
        until=until, statuses=_asked_statuses(statuses), within=within, background=background, speaker=speaker,
        report=report, words=words, limit=_limit(limit, form), offset=offset,
    )  # fmt: skip
    with open_existing(store) as opened:
        rows = opened.events(asked)
        if form is Format.TABLE:
            _print_table(rows, limit, lambda page: events_table(page, with_report=report is None), MENTIONS_NOTE)
        else:
            _print_rows(rows, form, EVENT_COLUMNS, _event_line)


def claims(  # noqa: PLR0913 - one argument an option
    *,
    store: StorePath = None,
    speaker: Speaker = None,
    addressee: Addressee = None,
    country: Country = None,
    stances: Stances = None,
    since: Since = None,
    until: Until = None,
    disputed: Disputed = False,
    report: OfReport = None,
    words: Words = None,
    form: OutputFormat = Format.TABLE,
    limit: Limit = None,
    offset: Offset = 0,
) -> None:
    """List what is claimed and by whom, newest report first.

    Example: vedette claims --speaker Rahmon --since 2021-08-01

    Example: vedette claims --disputed
    """
    asked = ClaimFilter(
        speaker=speaker, addressee=addressee, country=country, stances=tuple(stances or ()), since=since, until=until,
        disputed=disputed, report=report, words=words, limit=_limit(limit, form), offset=offset,
    )  # fmt: skip
    with open_existing(store) as opened:
        rows = opened.claims(asked)
        if form is Format.TABLE:
            _print_table(rows, limit, lambda page: claims_table(page, with_report=report is None), "")
        else:
            _print_rows(rows, form, CLAIM_COLUMNS, _claim_line)


def reports(  # noqa: PLR0913 - one argument an option
    *,
    store: StorePath = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    words: Words = None,
    form: OutputFormat = Format.TABLE,
    limit: Limit = None,
    offset: Offset = 0,
) -> None:
    """List the reports of a store, newest first.

    Example: vedette reports --words "border guards"
    """
    asked = ReportFilter(
        publisher=publisher, since=since, until=until, words=words, limit=_limit(limit, form), offset=offset
    )
    with open_existing(store) as opened:
        rows = opened.reports(asked)
        if form is Format.TABLE:
            _print_table(rows, limit, reports_table, "")
        else:
            _print_rows(rows, form, _REPORT_COLUMNS, _report_line)


def report(
    identity: Annotated[str, typer.Argument(metavar="ID", help="The report's id, or its first characters.")],
    store: StorePath = None,
    form: OutputFormat = Format.TABLE,
    text: Annotated[bool, typer.Option("--text/--no-text", help="Whether to print the report's text.")] = True,
) -> None:
    """Show one report with its events and claims.

    Example: vedette report r:1a2b3c
    """
    with open_existing(store) as opened:
        coded = opened.report(identity)
        corrections = opened.corrections(ReportHead.of(coded.report))
    if form is Format.JSONL:
        write(to_json_line(to_record(coded, text=text)))
        return
    if form is Format.CSV:
        head = ReportHead.of(coded.report)
        _print_rows((StoredEvent(head, one) for one in coded.events), form, EVENT_COLUMNS, _event_line)
        return
    console = data_console()
    print_coded(console, coded)
    if corrections:
        console.print(Text(f"Corrected or withdrawn by {', '.join(corrections)}.", style="yellow"))
    console.print(MENTIONS_NOTE, style="dim")
    if text:
        console.print()
        for line in coded.report.text.splitlines():
            console.print(Text(terminal_safe(line)), soft_wrap=True)


def open_existing(path: Path | None) -> Store:
    """Open the store asked for; it must be there."""
    return open_store(path or Settings.from_environment().store, create=False)


_REPORT_COLUMNS: tuple[Column[ReportHead], ...] = (
    Column("report_id", "Id of the report.", lambda head: head.id),
    Column("published_at", "When it was published.", lambda head: head.published_at),
    Column("publisher", "Who published it.", lambda head: head.publisher),
    Column("report_title", "Its title.", lambda head: head.title),
    Column("url", "Its address.", lambda head: head.url),
    Column("supersedes", "What it corrects or withdraws.", lambda head: head.supersedes),
)


def _asked_statuses(asked: Sequence[str] | None) -> tuple[str, ...]:
    if not asked:
        return COUNTED
    return () if "all" in asked else tuple(asked)


def _limit(asked: int | None, form: Format) -> int | None:
    """Return how many rows to fetch: for a table one more than it shows, to tell whether there are more."""
    return (asked or _TABLE_ROWS) + 1 if form is Format.TABLE else asked


def _print_table(rows: Iterable[_T], limit: int | None, table: Callable[[list[_T]], Table], closing: str) -> None:
    most = limit or _TABLE_ROWS
    page = list(islice(rows, most + 1))
    if not page:
        _nothing()
    console = data_console()
    console.print(table(page[:most]))
    if closing:
        console.print(closing, style="dim")
    if len(page) > most:
        note(f"The first {most} are shown. More: --limit N or --offset {most}.")


def _print_rows(rows: Iterable[_T], form: Format, columns: Sequence[Column[_T]], line: Callable[[_T], Record]) -> None:
    cells = CsvWriter(sys.stdout, columns) if form is Format.CSV else None
    is_empty = True
    for one in rows:
        is_empty = False
        if cells is not None:
            cells.write(one)
        else:
            write(to_json_line(line(one)))
    if is_empty:
        _nothing()


def _nothing() -> None:
    note("Nothing matched.")
    raise typer.Exit(Exit.NOTHING)


def _event_line(one: StoredEvent) -> Record:
    return {"report": _report_line(one.report), **event_record(one.event)}


def _claim_line(one: StoredClaim) -> Record:
    return {"report": _report_line(one.report), **claim_record(one.claim)}


def _report_line(head: ReportHead) -> Record:
    return {
        "id": head.id,
        "published_at": head.published_at,
        "publisher": head.publisher,
        "title": head.title,
        "url": head.url,
        "supersedes": head.supersedes,
    }
