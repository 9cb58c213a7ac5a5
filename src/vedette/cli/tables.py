"""Tables for people. Nothing of a report's text is taken for markup or terminal codes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from vedette.export import terminal_safe
from vedette.model import Claim, EventMention, Failure, Moment, Party, Speaker
from vedette.store import ReportHead, StoredClaim, StoredEvent, StoredSpeaker
from vedette.views import sentence_of

MENTIONS_NOTE = "Rows are mentions of events, not events: two reports on one matter give two rows."
_SHORT_ID = 12
_LONGEST = 240
_AROUND = 70
"""Characters shown before and after a trigger."""
_WIDEST = {"type": 14, "status": 12, "when": 10, "where": 14, "report": 14, "input": 40, "title": 80, "published": 25}
_LONG_CELLS = frozenset({"words", "content", "message"})
_STATUS_STYLE = {"happened": "", "ongoing": "green"}


def events_table(rows: Iterable[StoredEvent], *, with_report: bool, disputed: Collection[str] = ()) -> Table:
    """Return one row an event mention; the report's column only where several reports are mixed.

    disputed: ids of events that somebody denies or disputes in a claim of his own; their status says so.
    """
    table = _table("id", "type", "status", "actor", "recipient", "where", "when", "words", with_report=with_report)
    for one in rows:
        event = one.event
        status = event.status + (" (background)" if event.background else "")
        status += " (disputed)" if event.id in disputed else ""
        cells = [
            _cell(short_id(event.id), "dim"),
            _cell(" ".join((event.event_type, *event.event_mode)), "bold"),
            _cell(status, _STATUS_STYLE.get(event.status, "yellow")),
            _cell(names(event.actors)),
            _cell(names(event.recipients)),
            _cell(", ".join(dict.fromkeys(place.place.name for place in event.places))),
            _cell(when(event.moment)),
            Text(_words_round(event)),
        ]
        table.add_row(*cells, *([_cell(_head(one.report), "dim")] if with_report else []))
    return table


def claims_table(rows: Iterable[StoredClaim], *, with_report: bool) -> Table:
    """Return one row a claim; the report's column only where several reports are mixed."""
    table = _table("id", "speaker", "stance", "content", "links", with_report=with_report)
    for one in rows:
        claim = one.claim
        cells = [
            _cell(short_id(claim.id), "dim"),
            _cell(", ".join(map(speaker_name, claim.speakers))),
            _cell(claim.stance, "" if claim.stance == "asserts" else "yellow"),
            _cell(_said(claim)),
            _cell(", ".join(f"{link.relation} {short_id(link.claim_id)}" for link in claim.links)),
        ]
        table.add_row(*cells, *([_cell(_head(one.report), "dim")] if with_report else []))
    return table


def is_only_called(one: StoredSpeaker) -> bool:
    """Tell whether all that is known of a speaker is a common noun ("residents"), told in several reports."""
    return one.id.startswith("x:") and one.name == one.name.lower() and one.reports > 1


def speakers_table(rows: Iterable[StoredSpeaker]) -> Table:
    """Return one row a speaker; a star marks those who are only called alike."""
    table = _table("speaker", "country", "claims", "reports", "from", "to", "against others", "disputed")
    for one in rows:
        numbers = (one.claims, one.reports, one.first, one.last, one.against or "", one.disputed or "")
        name = f"{one.name} *" if is_only_called(one) else one.name
        table.add_row(*map(_cell, (name, one.country or "", *map(str, numbers))))
    return table


def reports_table(rows: Iterable[ReportHead]) -> Table:
    """Return one row a report."""
    table = _table("id", "published", "publisher", "title")
    for head in rows:
        cells = (short_id(head.id), head.published_at, head.publisher or "", head.title or "")
        table.add_row(*map(_cell, cells))
    return table


def failures_table(rows: Sequence[Failure]) -> Table:
    """Return one row a failure."""
    table = _table("input", "stage", "error", "message")
    for one in rows:
        table.add_row(_cell(one.input), _cell(one.stage), _cell(one.error, "red"), _cell(one.message))
    return table


def plain_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Return a table of short cells."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for cells in rows:
        table.add_row(*map(_cell, cells))
    return table


def print_heading(console: Console, head: ReportHead) -> None:
    """Print whose report it is."""
    console.print(Text(terminal_safe(head.title or "(no title)"), style="bold"))
    details = [head.publisher or "unnamed publisher", head.published_at, head.id, *([head.url] if head.url else [])]
    console.print(Text(terminal_safe(", ".join(details)), style="dim"))


def names(parties: Iterable[Party]) -> str:
    """Return the parties' names, each once."""
    return ", ".join(dict.fromkeys(party.actor.name for party in parties))


def speaker_name(speaker: Speaker) -> str:
    """Return a speaker's name, and for whom it speaks."""
    behalf = speaker.on_behalf_of
    return speaker.party.actor.name + (f" for {behalf.actor.name}" if behalf is not None else "")


def when(moment: Moment) -> str:
    """Return a moment in a few characters."""
    if moment.value is not None:
        return moment.value
    return f"until {moment.last}" if moment.last and not moment.first else ""


def short_id(identity: str) -> str:
    """Return the first characters of an id, enough to name it in most stores."""
    return identity[:_SHORT_ID]


def _said(claim: Claim) -> str:
    """Return a claim's words; where they are few ("that", "the figure") with their sentence."""
    sentence = sentence_of(claim)
    return claim.content.exact + (f" (in: {sentence})" if sentence is not None else "")


def _words_round(event: EventMention) -> str:
    """Return the trigger, marked, with some words of its sentence on either side."""
    sentence, trigger = event.evidence, event.trigger
    at = trigger.start - sentence.start
    if not 0 <= at < len(sentence.exact):
        return terminal_safe(sentence.exact[:_LONGEST])
    before, after = sentence.exact[:at], sentence.exact[at + len(trigger.exact) :]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    gap = " " if before[-1:].isspace() else "", " " if after[:1].isspace() else ""
    return f"{terminal_safe(before)}{gap[0]}«{terminal_safe(trigger.exact)}»{gap[1]}{terminal_safe(after)}"


def _head(head: ReportHead) -> str:
    return f"{head.publisher or 'unnamed'} {head.published_at[:10]} {short_id(head.id)}"


def _cell(words: str, style: str = "") -> Text:
    line = terminal_safe(words[: _LONGEST * 4])
    return Text(line if len(line) <= _LONGEST else line[:_LONGEST] + "…", style=style)


def _table(*columns: str, with_report: bool = False) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for name in (*columns, *(("report",) if with_report else ())):
        is_long = name in _LONG_CELLS
        table.add_column(
            name,
            no_wrap=name == "id",
            overflow="fold",
            ratio=1 if is_long else None,
            min_width=30 if is_long else None,
            max_width=None if is_long else _WIDEST.get(name, 18),
        )
    return table
