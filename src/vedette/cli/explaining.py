"""`vedette explain` and `vedette brief`."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from vedette.cli.asking import open_existing
from vedette.cli.options import Country, Format, OutputFormat, Since, StorePath, Types, Until
from vedette.cli.outcome import Exit
from vedette.cli.screen import data_console, write
from vedette.errors import QueryError
from vedette.export import brief_page, terminal_safe, to_json_line
from vedette.model.record import claim_record, event_record, report_record
from vedette.store import Store
from vedette.views import BriefFilter, Explanation, build_brief, explain_claim, explain_event

_MARK_STYLE = {
    "trigger": "bold yellow",
    "cue": "bold yellow",
    "actor": "cyan",
    "speaker": "cyan",
    "recipient": "magenta",
}


def explain(
    identity: Annotated[
        str,
        typer.Argument(metavar="ID", help="Id of an event mention (m:…) or a claim (c:…), or its first characters."),
    ],
    store: StorePath = None,
    form: OutputFormat = Format.TABLE,
) -> None:
    """Show why something was coded so: the sentence marked, the rule, its rivals, a reason for each field.

    Example: vedette explain m:1a2b3c
    """
    if form is Format.CSV:
        raise typer.BadParameter("an explanation is printed as table or jsonl", param_hint="--format")
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
        _print(data_console(), explain_event(coded.report, stored.event, coded.coder.version))


def _explain_claim(opened: Store, identity: str, form: Format) -> None:
    stored = opened.claim(identity)
    coded = opened.report(stored.report.id)
    if form is Format.JSONL:
        write(to_json_line({"report": report_record(coded.report, text=False), **claim_record(stored.claim)}))
    else:
        _print(data_console(), explain_claim(coded.report, stored.claim, coded.coder.version))


def _print(console: Console, told: Explanation) -> None:
    head = told.report
    console.print(Text(f"{told.id}  {terminal_safe(told.title)}", style="bold"))
    details = (head.publisher or "unnamed publisher", head.published_at, head.title or "(no title)", head.id)
    console.print(Text(terminal_safe(", ".join(details)), style="dim"))
    console.print()
    console.print(_sentence(told))
    console.print()
    score = f", score {told.score:.2f} (not a probability)" if told.score is not None else ""
    model = f", model {told.model}" if told.model else ""
    console.print(Text(terminal_safe(f"rule {told.rule}{model}{score}")))
    for rival in told.rivals:
        by = f" by {rival.rule}" if rival.rule else ""
        console.print(Text(terminal_safe(f"  weighed and lost: {rival.event_type}, score {rival.score:.2f}{by}")))
    console.print(_reasons(told))


def _sentence(told: Explanation) -> Text:
    """Return the sentence with each part marked: «trigger», [actor: …]."""
    line = Text()
    for run in told.sentence:
        words = _one_line(run.text)
        style = next((_MARK_STYLE[name] for name in run.marks if name in _MARK_STYLE), "green" if run.marks else "")
        others = [name for name in run.marks if name not in ("trigger", "cue")]
        if {"trigger", "cue"} & set(run.marks):
            words = f"«{words}»"
        line.append(f"[{'+'.join(others)}: {words}]" if others else words, style=style)
    return line


def _one_line(words: str) -> str:
    """Return words on one line with the blanks at their ends kept, so that marked runs do not run together."""
    before, after = words[:1].isspace(), words[-1:].isspace()
    return " " * before + terminal_safe(words) + " " * (after and bool(words.strip()))


def _reasons(told: Explanation) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    for _ in range(4):
        table.add_column(overflow="fold")
    for reason in told.reasons:
        words = f"“{terminal_safe(reason.words)}”" if reason.words else ""
        cells = (reason.field, reason.value, words, reason.rule)
        table.add_row(*(Text(terminal_safe(cell)) for cell in cells))
    return table
