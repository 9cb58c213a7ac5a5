"""`vedette events`, `claims`, `reports` and `report`: what a store holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from vedette.cli.coding import print_coded
from vedette.cli.options import (
    About,
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
from vedette.cli.pages import (
    REPORT_COLUMNS,
    Cut,
    claim_line,
    event_line,
    plainly_nothing,
    print_rows,
    print_table,
    report_line,
    row_limit,
)
from vedette.cli.screen import data_console, write
from vedette.cli.tables import MENTIONS_NOTE, claims_table, events_table, reports_table
from vedette.export import CLAIM_COLUMNS, EVENT_COLUMNS, terminal_safe, to_json_line
from vedette.model.record import to_record
from vedette.settings import Settings
from vedette.store import (
    COUNTED,
    ClaimFilter,
    EventFilter,
    ReportFilter,
    ReportHead,
    Store,
    StoredEvent,
    open_store,
)
from vedette.views import AGAINST, answers_to


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
        report=report, words=words, limit=row_limit(limit, form), offset=offset,
    )  # fmt: skip
    with open_existing(store) as opened:
        rows, empty = opened.events(asked), partial(_no_events, opened, asked)
        if form is Format.TABLE:
            table = partial(_events_page, opened, with_report=report is None)
            print_table(rows, Cut(limit, offset, partial(opened.how_many, asked)), table, MENTIONS_NOTE, empty=empty)
        else:
            print_rows(rows, form, EVENT_COLUMNS, event_line, empty=empty)


def _events_page(store: Store, page: Sequence[StoredEvent], *, with_report: bool) -> Table:
    """Return a page of events, those marked that another claim is against."""
    answers = answers_to(store, page)
    disputed = {event for event, found in answers.items() if any(one.relation in AGAINST for one in found)}
    return events_table(page, with_report=with_report, disputed=disputed)


def _no_events(store: Store, asked: EventFilter) -> str:
    """Return what is said where no event matched: which statuses were asked for, and which others there are."""
    if not asked.statuses or asked.offset:
        return plainly_nothing()
    others = store.events(replace(asked, statuses=(), limit=None))
    found = Counter(one.event.status for one in others if one.event.status not in asked.statuses)
    if not found:
        return plainly_nothing()
    told = ", ".join(f"{number} {status}" for status, number in found.most_common())
    return (
        f"Nothing matched with status {' or '.join(asked.statuses)}; with another status: {told}.\n"
        f"Try: --status {found.most_common(1)[0][0]}, or --status all."
    )


def claims(  # noqa: PLR0913 - one argument an option
    *,
    store: StorePath = None,
    speaker: Speaker = None,
    addressee: Addressee = None,
    about: About = None,
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

    Example: vedette claims --about Bokhtar --disputed
    """
    asked = ClaimFilter(
        speaker=speaker, addressee=addressee, about=about, country=country, stances=tuple(stances or ()), since=since,
        until=until, disputed=disputed, report=report, words=words, limit=row_limit(limit, form), offset=offset,
    )  # fmt: skip
    with open_existing(store) as opened:
        rows = opened.claims(asked)
        if form is Format.TABLE:
            table = partial(claims_table, with_report=report is None)
            print_table(rows, Cut(limit, offset, partial(opened.how_many, asked)), table, "")
        else:
            print_rows(rows, form, CLAIM_COLUMNS, claim_line)


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
        publisher=publisher, since=since, until=until, words=words, limit=row_limit(limit, form), offset=offset
    )
    with open_existing(store) as opened:
        rows = opened.reports(asked)
        if form is Format.TABLE:
            print_table(rows, Cut(limit, offset, partial(opened.how_many, asked)), reports_table, "")
        else:
            print_rows(rows, form, REPORT_COLUMNS, report_line)


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
        print_rows((StoredEvent(head, one) for one in coded.events), form, EVENT_COLUMNS, event_line)
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


def _asked_statuses(asked: Sequence[str] | None) -> tuple[str, ...]:
    if not asked:
        return COUNTED
    return () if "all" in asked else tuple(asked)
