"""`vedette explain --text`: code a text now, and tell of each word that was weighed what became of it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from vedette.cli.coders import ReportCoder
from vedette.cli.explanations import print_explanation
from vedette.cli.options import Format
from vedette.cli.screen import data_console, write
from vedette.export import terminal_safe, to_json_line
from vedette.model import Report
from vedette.model.record import event_record
from vedette.views import explain_event

if TYPE_CHECKING:
    from vedette.coding import Considered, Doubt

_TOLD = {
    "coded": "coded",
    "nothing": "no event",
    "unsure": "no trigger fits, and the encoder is not sure enough to code it alone",
    "outweighed": "the encoder takes it for no event",
    "no-party": "nobody it needs was found",
    "told-again": "told by another word of the sentence",
    "not-credible": "not credible",
    "doubtful-parties": "who did it to whom is too doubtful",
    "ruled-out": "ruled out",
}


def print_considered(coder: ReportCoder, report: Report, form: Format) -> None:
    """Code `report` and print each event's explanation, then all words weighed, sentence by sentence."""
    coded, weighed = coder.consider(report)
    if form is Format.JSONL:
        for one in weighed:
            event = next((event for event in coded.events if event.id == one.event_id), None)
            write(to_json_line({**_record(one), "event": event_record(event) if event is not None else None}))
        return
    console = data_console()
    for event in coded.events:
        print_explanation(console, explain_event(report, event, coded.coder.version))
        console.print()
    for sentence, here in groupby(weighed, key=lambda one: one.sentence):
        console.print(Text(terminal_safe(sentence.exact), style="bold"))
        console.print(_table(list(here)))
        console.print()
    if not weighed:
        console.print("No word here tells a doing: neither a trigger nor a verb or noun for the encoder to weigh.")


def _table(weighed: list[Considered]) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in ("word", "by the lexicon", "by the encoder", "outcome"):
        table.add_column(name, overflow="fold")
    for one in weighed:
        lexicon = "; ".join(f"{r.event_type} {r.score:.2f} ({r.rule})" for r in one.lexicon[:3]) or "not known"
        encoder = ", ".join(f"{name} {p:.2f}" for name, p in one.encoder[:3] if p >= 0.05) or "not asked"
        outcome = _TOLD[one.outcome] + (f" as {one.event_id}" if one.event_id else "") + _why(one.doubt)
        table.add_row(*(Text(terminal_safe(cell)) for cell in (one.word.exact, lexicon, encoder, outcome)))
    return table


def _why(doubt: Doubt | None) -> str:
    """Tell what spoke against a reading: the rule, or the score with the signs that weighed most."""
    if doubt is None:
        return ""
    known = doubt.credibility or doubt.parties
    if known is None:
        return f" by {doubt.rule}"
    shares = ", ".join(f"{name} {share:+.1f}" for name, share in known.shares[:4])
    return f" ({known.score:.2f}: {shares})"


def _doubt_record(doubt: Doubt | None) -> dict[str, object] | None:
    if doubt is None:
        return None
    known = doubt.credibility or doubt.parties
    return {
        "rule": doubt.rule or None,
        "credibility": round(doubt.credibility.score, 3) if doubt.credibility is not None else None,
        "party_credibility": round(doubt.parties.score, 3) if doubt.parties is not None else None,
        "shares": {name: round(share, 3) for name, share in known.shares} if known is not None else {},
    }


def _record(one: Considered) -> dict[str, object]:
    return {
        "sentence": one.sentence.exact,
        "word": {"start": one.word.start, "end": one.word.end, "exact": one.word.exact},
        "outcome": one.outcome,
        "lexicon": [{"event_type": r.event_type, "score": r.score, "rule": r.rule} for r in one.lexicon],
        "encoder": [{"event_type": name, "probability": round(p, 3)} for name, p in one.encoder],
        "doubt": _doubt_record(one.doubt),
    }
