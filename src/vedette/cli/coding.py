"""`vedette code` and `vedette add`: reports in, codings out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer
from rich.console import Console

from vedette.cli import coders
from vedette.cli.knowing import asked_tables
from vedette.cli.options import (
    Date,
    Encoding,
    Fast,
    Format,
    Inputs,
    Jobs,
    OutputFormat,
    OwnTables,
    OwnTriggers,
    ParserName,
    Publisher,
    StorePath,
    WideClaims,
)
from vedette.cli.outcome import Exit
from vedette.cli.screen import Advance, data_console, note, progress, write
from vedette.cli.tables import MENTIONS_NOTE, claims_table, events_table, failures_table, print_heading
from vedette.errors import StoreError, StoreLocked
from vedette.export import EVENT_COLUMNS, CsvWriter, to_json_line
from vedette.ingest import read_inputs
from vedette.model import CodedReport, Failure, Report
from vedette.model.record import failure_record, to_record
from vedette.settings import Settings
from vedette.store import ReportHead, StoredClaim, StoredEvent, Writer, open_store


def code(  # noqa: PLR0913 - one argument an option
    files: Inputs,
    *,
    date: Date = None,
    publisher: Publisher = None,
    encoding: Encoding = None,
    form: OutputFormat = Format.TABLE,
    text: Annotated[bool, typer.Option("--text/--no-text", help="Whether jsonl holds the reports' text.")] = True,
    jobs: Jobs = 1,
    fast: Fast = False,
    wide_claims: WideClaims = False,
    knowledge: OwnTables = None,
    lexicon: OwnTriggers = None,
    parser: ParserName = coders.DEFAULT_PARSER,
) -> None:
    """Code reports and print what was found: who did what to whom, where, when, according to whom.

    A report needs a date: a first line `date 2021-12-29`, a `Date:` header, a `date` in JSONL or CSV, or --date.
    The text is coded, a `Title:` is not.

    Example: vedette code report.txt

    Example: cat reports.jsonl | vedette code - --format jsonl > coded.jsonl
    """
    inputs = read_inputs(files, date=date, publisher=publisher, encoding=encoding)
    tally = _Tally()
    settings = Settings.from_environment()
    tables = (*(knowledge or ()), *settings.knowledge)
    triggers = (*(lexicon or ()), *settings.lexicon)

    def load() -> coders.ReportCoder:
        return coders.load_coder(parser, tables, triggers, fast=fast, wide_claims=wide_claims)

    with progress("coding") as advance:
        found = tally.counting(
            coders.code_inputs(inputs, load, jobs=jobs),
            advance,
        )
        match form:
            case Format.TABLE:
                _print_tables(found)
            case Format.JSONL:
                _print_lines(found, text=text)
            case Format.CSV:
                _print_csv(found)
    raise typer.Exit(tally.exit_code())


def add(  # noqa: PLR0913 - one argument an option
    files: Inputs,
    *,
    store: StorePath = None,
    date: Date = None,
    publisher: Publisher = None,
    encoding: Encoding = None,
    jobs: Jobs = 1,
    fast: Fast = False,
    wide_claims: WideClaims = False,
    knowledge: OwnTables = None,
    lexicon: OwnTriggers = None,
    parser: ParserName = coders.DEFAULT_PARSER,
) -> None:
    """Code reports and keep them in a store; what is there already is passed over.

    Each report is on disk when the next is begun, so that a run broken off is simply started again.

    Example: vedette add reports/ --store border.db
    """
    path = store or Settings.from_environment().store
    tables = asked_tables(path, knowledge)
    triggers = (*(lexicon or ()), *Settings.from_environment().lexicon)
    inputs = read_inputs(files, date=date, publisher=publisher, encoding=encoding)
    tally = _Tally()

    def load() -> coders.ReportCoder:
        return coders.load_coder(parser, tables, triggers, fast=fast, wide_claims=wide_claims)

    weigher = None if fast else coders.load_weigher()
    with open_store(path) as opened, opened.writer(weigher) as writer, progress("adding") as advance:
        new = _not_there(inputs, writer, tally)
        for one in tally.counting(
            coders.code_inputs(new, load, jobs=jobs),
            advance,
        ):
            _keep(one, writer, tally)
    write(f"{tally.added} added, {tally.known} there already, {tally.failed} failed: {path}")
    raise typer.Exit(tally.exit_code())


class _Tally:
    """What a run came to."""

    def __init__(self) -> None:
        self.added = 0
        self.known = 0
        self.failed = 0

    def counting(self, found: Iterable[CodedReport | Failure], advance: Advance) -> Iterator[CodedReport | Failure]:
        """Hand on what is found, telling of each failure."""
        for one in found:
            self.fail((one,) if isinstance(one, Failure) else one.failures)
            yield one
            advance()

    def fail(self, failures: Iterable[Failure]) -> None:
        """Count failures and tell of them at once."""
        for one in failures:
            self.failed += 1
            note(f"{one.input}: {one.error}: {one.message}")

    def exit_code(self) -> Exit:
        """Return how the run ended."""
        return Exit.FAILURES if self.failed else Exit.DONE


def _not_there(inputs: Iterable[Report | Failure], writer: Writer, tally: _Tally) -> Iterator[Report | Failure]:
    for one in inputs:
        if isinstance(one, Report) and writer.has(one.id):
            tally.known += 1
        else:
            yield one


def _keep(one: CodedReport | Failure, writer: Writer, tally: _Tally) -> None:
    if isinstance(one, Failure):
        writer.add_failure(one)
        return
    try:
        if writer.add(one):
            tally.added += 1
        else:
            tally.known += 1
    except StoreLocked:
        raise
    except StoreError as error:
        failure = Failure(one.report.title or one.report.id, "store", type(error).__name__, str(error), one.report.id)
        tally.fail((failure,))
        writer.add_failure(failure)


def _print_lines(found: Iterable[CodedReport | Failure], *, text: bool) -> None:
    for one in found:
        record = failure_record(one) if isinstance(one, Failure) else to_record(one, text=text)
        write(to_json_line(record))


def _print_csv(found: Iterable[CodedReport | Failure]) -> None:
    rows = CsvWriter(sys.stdout, EVENT_COLUMNS)
    for one in found:
        if isinstance(one, CodedReport):
            head = ReportHead.of(one.report)
            for event in one.events:
                rows.write(StoredEvent(head, event))


def _print_tables(found: Iterable[CodedReport | Failure]) -> None:
    console = data_console()
    printed = False
    for one in found:
        if isinstance(one, CodedReport):
            print_coded(console, one)
            printed = True
    if printed:
        console.print(MENTIONS_NOTE, style="dim")


def print_coded(console: Console, coded: CodedReport) -> None:
    """Print one report's events, claims and failures as tables."""
    head = ReportHead.of(coded.report)
    print_heading(console, head)
    if coded.events:
        console.print(events_table((StoredEvent(head, one) for one in coded.events), with_report=False))
    else:
        console.print("No event was found.\n")
    if coded.claims:
        console.print(claims_table((StoredClaim(head, one) for one in coded.claims), with_report=False))
    if coded.failures:
        console.print(failures_table(coded.failures))
