"""`vedette disputes` and `vedette speakers`: who stands against whom, and who speaks."""

from __future__ import annotations

import sys
from functools import partial

import typer
from rich.console import Console
from rich.text import Text

from vedette.cli.asking import open_existing
from vedette.cli.options import (
    About,
    Country,
    DisputeLimit,
    Format,
    Limit,
    Offset,
    OutputFormat,
    Since,
    Speaker,
    StorePath,
    Until,
)
from vedette.cli.outcome import Exit
from vedette.cli.pages import Cut, claim_line, print_more, print_rows, print_table, row_limit
from vedette.cli.screen import data_console, note, write
from vedette.cli.tables import is_only_called, short_id, speaker_name, speakers_table
from vedette.export import Column, CsvWriter, terminal_safe, to_json_line
from vedette.model.record import Record, count_record
from vedette.store import ClaimFilter, StoredClaim, StoredSpeaker
from vedette.views import Dispute, build_disputes, sentence_of, side_name

_SCREEN = 10
"""Disputes a table shows unless asked for more."""
_ONLY_CALLED = "* whoever is called so: nobody knows whether they are the same in all reports"
SPEAKER_COLUMNS: tuple[Column[StoredSpeaker], ...] = (
    Column("speaker_id", "Id of who speaks.", lambda one: one.id),
    Column("speaker", "His name.", lambda one: one.name),
    Column("country", "ISO 3166 alpha-3.", lambda one: one.country),
    Column("claims", "How many claims are his.", lambda one: one.claims),
    Column("reports", "In how many reports.", lambda one: one.reports),
    Column("first_day", "First day of publication.", lambda one: one.first),
    Column("last_day", "Last day of publication.", lambda one: one.last),
    Column("against", "His claims that dispute or deny another.", lambda one: one.against),
    Column("disputed", "His claims that another disputes or denies.", lambda one: one.disputed),
)
DISPUTE_COLUMNS: tuple[Column[tuple[Dispute, str, StoredClaim]], ...] = (
    Column("dispute_id", "Id of the dispute.", lambda row: row[0].id),
    Column("side", "A, B …: claims of one side agree.", lambda row: row[1]),
    Column("claim_id", "Id of the claim.", lambda row: row[2].claim.id),
    Column("speaker", "Who says it.", lambda row: ", ".join(map(speaker_name, row[2].claim.speakers))),
    Column("published_at", "When the report was published.", lambda row: row[2].report.published_at),
    Column("publisher", "Who published it.", lambda row: row[2].report.publisher),
    Column("report_id", "Id of the report.", lambda row: row[2].report.id),
    Column("content", "The words.", lambda row: row[2].claim.content.exact),
    Column("relations", "To which claims it stands how.", lambda row: _relations(row[0], row[2])),
)


def disputes(  # noqa: PLR0913 - one argument an option
    *,
    store: StorePath = None,
    about: About = None,
    speaker: Speaker = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    form: OutputFormat = Format.TABLE,
    limit: DisputeLimit = None,
    offset: Offset = 0,
) -> None:
    """Show claims against claims, within and across reports: each side's words, speaker, report and day, and why.

    Example: vedette disputes --about Bokhtar --since 2021-12-01

    Example: vedette disputes --speaker TJK --format jsonl > disputes.jsonl
    """
    # All disputes are built before they can be put in order: a table takes none less, and so knows how many there are.
    most = None if form is Format.TABLE else limit
    asked = ClaimFilter(
        about=about, speaker=speaker, country=country, since=since, until=until, limit=most, offset=offset
    )
    with open_existing(store) as opened:
        found = build_disputes(opened, asked)
    if not found:
        note("Nothing matched.")
        raise typer.Exit(Exit.NOTHING)
    if form is Format.TABLE:
        _print(found, limit or _SCREEN, offset)
    elif form is Format.JSONL:
        for one in found:
            write(to_json_line(dispute_record(one)))
    else:
        writer = CsvWriter(sys.stdout, DISPUTE_COLUMNS)
        for one in found:
            for k, side in enumerate(one.sides):
                for claim in side:
                    writer.write((one, side_name(k), claim))


def speakers(  # noqa: PLR0913 - one argument an option
    *,
    store: StorePath = None,
    about: About = None,
    speaker: Speaker = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    form: OutputFormat = Format.TABLE,
    limit: Limit = None,
    offset: Offset = 0,
) -> None:
    """List who speaks: how many claims, in how many reports, from when to when, disputing and disputed.

    Example: vedette speakers --about TJK
    """
    asked = ClaimFilter(
        about=about, speaker=speaker, country=country, since=since, until=until, limit=row_limit(limit, form),
        offset=offset,
    )  # fmt: skip
    with open_existing(store) as opened:
        rows = opened.speakers(asked)
        if form is Format.TABLE:
            page = list(rows)
            closing = _ONLY_CALLED if any(is_only_called(one) for one in page) else ""
            total = partial(opened.how_many_speakers, asked)
            print_table(page, Cut(limit, offset, total), speakers_table, closing)
        else:
            print_rows(rows, form, SPEAKER_COLUMNS, speaker_record)


def speaker_record(one: StoredSpeaker) -> Record:
    """Return one speaker's line."""
    return {column.name: column.value(one) for column in SPEAKER_COLUMNS}


def dispute_record(dispute: Dispute) -> Record:
    """Return one dispute with its claims whole."""
    first, last = dispute.days
    return {
        "id": dispute.id,
        "first_day": first,
        "last_day": last,
        "sides": [[claim_line(one) for one in side] for side in dispute.sides],
        "stands": [
            {
                "later": stand.later,
                "relation": stand.link.relation,
                "earlier": stand.link.claim_id,
                "rule": stand.link.rule,
            }
            for stand in dispute.stands
        ],
        "figures": [
            {"claim_id": one.by.claim.id, "published_at": one.by.report.published_at, **count_record(one.count)}
            for one in dispute.figures
        ],
        "low": dispute.low,
        "high": dispute.high,
    }


def _print(found: tuple[Dispute, ...], most: int, offset: int) -> None:
    console = data_console()
    for dispute in found[:most]:
        _print_dispute(console, dispute)
    if len(found) > most:
        print_more(console, offset, most, offset + len(found))


def _print_dispute(console: Console, dispute: Dispute) -> None:
    first, last = dispute.days
    reports = len({one.report.id for one in dispute.claims})
    days = first if first == last else f"{first} to {last}"
    console.print(Text(f"{short_id(dispute.id)}  {days}, {_several(reports, 'report')}", style="bold"))
    for k, side in enumerate(dispute.sides):
        for one in side:
            _print_claim(console, side_name(k), dispute, one)
    if dispute.figures:
        told = "; ".join(_figure(dispute, k) for k in range(len(dispute.figures)))
        span = f"{dispute.low}–{dispute.high}" if dispute.low != dispute.high else f"{dispute.low}"
        console.print(Text(terminal_safe(f"   figures {span}: {told}"), style="dim"))
    console.print()


def _print_claim(console: Console, side: str, dispute: Dispute, one: StoredClaim) -> None:
    who = ", ".join(map(speaker_name, one.claim.speakers)) or "(nobody named)"
    where = ", ".join(filter(None, (one.report.publisher, one.report.published_at[:10])))
    console.print(
        Text(f" {side} ", style="reverse"),
        Text(terminal_safe(who), style="bold"),
        Text(terminal_safe(where), style="dim"),
    )
    console.print(Text("   «" + terminal_safe(" ".join(one.claim.content.exact.split())) + "»"))
    if (sentence := sentence_of(one.claim)) is not None:
        console.print(Text("   in «" + terminal_safe(sentence) + "»", style="dim"))
    why = _relations(dispute, one)
    console.print(Text(f"   {short_id(one.claim.id)}{'  ' + why if why else ''}", style="dim"))


def _relations(dispute: Dispute, one: StoredClaim) -> str:
    told = [stand for stand in dispute.stands if stand.later == one.claim.id]
    return "; ".join(f"{s.link.relation} {short_id(s.link.claim_id)} by {s.link.rule}" for s in told)


def _figure(dispute: Dispute, k: int) -> str:
    figure = dispute.figures[k]
    who = ", ".join(speaker.party.actor.name for speaker in figure.by.claim.speakers) or "?"
    return f"{figure.count.span.exact} {figure.count.kind} ({who}, {figure.by.report.published_at[:10]})"


def _several(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
