"""`vedette explain` and `vedette brief`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from vedette.cli import coders
from vedette.cli.asking import open_existing
from vedette.cli.considering import print_considered
from vedette.cli.explanations import print_explanation
from vedette.cli.options import (
    Country,
    Fast,
    Format,
    OutputFormat,
    OwnTables,
    OwnTriggers,
    Since,
    StorePath,
    Types,
    Until,
)
from vedette.cli.outcome import Exit
from vedette.cli.screen import data_console, write
from vedette.errors import QueryError
from vedette.export import brief_page, to_json_line
from vedette.model import Report
from vedette.model.record import claim_record, event_record, report_record
from vedette.settings import Settings
from vedette.store import Store
from vedette.views import BriefFilter, build_brief, explain_claim, explain_event


def explain(  # noqa: PLR0913 - one argument an option
    identity: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help="Id of an event mention (m:…) or a claim (c:…), or its first characters.",
            show_default=False,
        ),
    ] = None,
    *,
    text: Annotated[
        str | None,
        typer.Option("--text", help="Code this text now, and tell all that was weighed in it.", show_default=False),
    ] = None,
    day: Annotated[
        datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], help="Date of the text; else today.", show_default=False),
    ] = None,
    fast: Fast = False,
    knowledge: OwnTables = None,
    lexicon: OwnTriggers = None,
    store: StorePath = None,
    form: OutputFormat = Format.TABLE,
) -> None:
    """Show why something was coded so: the sentence marked, the rule, its rivals, a reason for each field.

    With --text, each word that was weighed as an event is listed with its readings and what became of it.

    Example: vedette explain m:1a2b3c

    Example: vedette explain --text "Kenya refused to send troops to Haiti, its police chief said."
    """
    if form is Format.CSV:
        raise typer.BadParameter("an explanation is printed as table or jsonl", param_hint="--format")
    if (identity is None) == (text is None):
        raise typer.BadParameter("name either the ID of something coded, or a --text to code now", param_hint="ID")
    if text is not None:
        settings = Settings.from_environment()
        tables = (*(knowledge or ()), *settings.knowledge)
        triggers = (*(lexicon or ()), *settings.lexicon)
        coder = coders.load_coder(tables=tables, triggers=triggers, fast=fast)
        print_considered(coder, Report.make(text, f"{day or datetime.now():%Y-%m-%d}"), form)
        return
    assert identity is not None  # noqa: S101 - one of the two is given
    with open_existing(store) as opened:
        kind = identity.strip().partition(":")[0] if ":" in identity else ""
        if kind in ("m", ""):
            _explain_event(opened, identity, form)
        elif kind == "c":
            _explain_claim(opened, identity, form)
        else:
            raise QueryError(
                f"'{identity}' is neither an event (m:…) nor a claim (c:…).\nFor reports: vedette report ID"
            )


def brief(  # noqa: PLR0913 - one argument an option
    *,
    store: StorePath = None,
    actor: Annotated[
        str | None,
        typer.Option(
            "--actor",
            metavar="WHO",
            help="Party or speaker: id, country code, or part of the name.",
            show_default=False,
        ),
    ] = None,
    country: Country = None,
    types: Types = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Most lines of a section.")] = 30,
) -> None:
    """Write a situation brief in Markdown: what happened, who claims what, what is disputed, feared, corrected.

    Example: vedette brief --country TJK --since 2021-07-01 > brief.md
    """
    asked = BriefFilter(
        actor=actor, country=country, types=tuple(one.upper() for one in types or ()), since=since, until=until,
        limit=limit,
    )  # fmt: skip
    with open_existing(store) as opened:
        found = build_brief(opened, asked)
    write(brief_page(found).rstrip("\n"))
    raise typer.Exit(Exit.NOTHING if found.is_empty else Exit.DONE)


def _explain_event(opened: Store, identity: str, form: Format) -> None:
    stored = opened.event(identity)
    coded = opened.report(stored.report.id)
    if form is Format.JSONL:
        write(to_json_line({"report": report_record(coded.report, text=False), **event_record(stored.event)}))
    else:
        print_explanation(data_console(), explain_event(coded.report, stored.event, coded.coder.version))


def _explain_claim(opened: Store, identity: str, form: Format) -> None:
    stored = opened.claim(identity)
    coded = opened.report(stored.report.id)
    if form is Format.JSONL:
        write(to_json_line({"report": report_record(coded.report, text=False), **claim_record(stored.claim)}))
    else:
        print_explanation(data_console(), explain_claim(coded.report, stored.claim, coded.coder.version))
