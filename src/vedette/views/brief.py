"""A situation brief: what happened, what is claimed by whom, what is disputed, what is feared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vedette.codebook import Codebook
from vedette.model import Claim, EventMention, Failure, Report
from vedette.views.marked import markdown

EventRow = tuple[Report, EventMention]
ClaimRow = tuple[Report, Claim]

_QUADS = {4: "Force and coercion", 3: "Words of conflict", 2: "Help and exchange", 1: "Words and talks"}
_COUNTED = ("happened", "ongoing")
_AHEAD = {
    "Feared": ("feared",),
    "Threatened": ("threatened",),
    "Planned": ("planned",),
    "Demanded": ("demanded",),
    "Possible": ("hypothetical",),
    "Attempted": ("attempted",),
    "Denied or said not to have happened": ("denied", "not_happened"),
}
_MAX_WORDS = 45


def write_brief(
    reports: Sequence[Report], events: Sequence[EventRow], claims: Sequence[ClaimRow], failures: Sequence[Failure],
    codebook: Codebook,
) -> str:  # fmt: skip
    """Return a Markdown brief, newest first; every line names its report and quotes its words."""
    parts = [
        _head(reports, events, claims),
        _happened(events, codebook),
        _claimed(claims),
        _disputed(claims),
        _ahead(events),
        _corrected(reports),
        _failed(failures),
    ]
    return "\n".join(part for part in parts if part).rstrip() + "\n"


def _head(reports: Sequence[Report], events: Sequence[EventRow], claims: Sequence[ClaimRow]) -> str:
    days = sorted(report.published_at for report in reports)
    span = f"{days[0]} to {days[-1]}" if days else "no reports"
    publishers = len({report.publisher for report in reports if report.publisher})
    return (
        f"# Situation brief, {span}\n\n"
        f"{len(reports)} reports by {publishers} publishers, {len(events)} event mentions, {len(claims)} claims. "
        "Lines are mentions of events as single reports tell them, not events: one event told twice stands here twice. "
        "Nothing here is verified; each line says who tells it, and in which words.\n"
    )


def _happened(events: Sequence[EventRow], codebook: Codebook) -> str:
    counted = [(r, e) for r, e in events if e.status in _COUNTED and e.within is None and not e.background]
    lines = ["## What happened\n"]
    for quad, title in _QUADS.items():
        rows = [row for row in counted if row[1].quad_class == quad]
        if rows:
            lines.append(f"### {title}\n")
            lines.extend(_event_line(r, e) for r, e in _newest(rows))
            lines.append("")
    return "\n".join(lines) if counted else "## What happened\n\nNothing is told to have happened.\n"


def _claimed(claims: Sequence[ClaimRow]) -> str:
    outer = [(r, c) for r, c in claims if c.parent is None and c.attitude == "says" and c.speakers]
    if not outer:
        return ""
    lines = ["## What is claimed, by whom\n"]
    by_speaker: dict[str, list[ClaimRow]] = {}
    for report, claim in outer:
        by_speaker.setdefault(claim.speakers[0].party.actor.name, []).append((report, claim))
    for name, rows in sorted(by_speaker.items(), key=lambda item: (-len(item[1]), item[0])):
        behalf = next((c.speakers[0].on_behalf_of for _, c in rows if c.speakers[0].on_behalf_of is not None), None)
        lines.append(f"**{markdown(name)}**" + (f" for {markdown(behalf.actor.name)}" if behalf is not None else ""))
        lines.extend(f"- {c.stance}: “{_short(c.content.exact)}” {_origin(r, c.moment.value, c.id)}" for r, c in rows)
        lines.append("")
    return "\n".join(lines)


def _disputed(claims: Sequence[ClaimRow]) -> str:
    known = {claim.id: (report, claim) for report, claim in claims}
    lines = []
    for report, claim in claims:
        for link in claim.links:
            other = known.get(link.claim_id)
            if link.relation in ("disputes", "denies", "revises") and other is not None:
                lines.append(f"- {_said(report, claim)}\n  {link.relation}: {_said(*other)}")
    return "## What is disputed\n\n" + "\n".join(lines) + "\n" if lines else ""


def _said(report: Report, claim: Claim) -> str:
    names = ", ".join(speaker.party.actor.name for speaker in claim.speakers) or "somebody"
    return f"{markdown(names)}: “{_short(claim.content.exact)}” {_origin(report, claim.moment.value, claim.id)}"


def _ahead(events: Sequence[EventRow]) -> str:
    lines = []
    for title, statuses in _AHEAD.items():
        rows = [(r, e) for r, e in events if e.status in statuses]
        if rows:
            lines.append(f"### {title}\n")
            lines.extend(_event_line(r, e) for r, e in _newest(rows))
            lines.append("")
    return "## What did not happen, or not yet\n\n" + "\n".join(lines) if lines else ""


def _corrected(reports: Sequence[Report]) -> str:
    known = {report.id: report for report in reports}
    lines = []
    for report in reports:
        if report.supersedes is not None:
            old = known.get(report.supersedes)
            what = f"“{markdown(old.title or old.id)}” of {old.published_at}" if old is not None else report.supersedes
            lines.append(f"- “{markdown(report.title or report.id)}” of {report.published_at} replaces {what}")
    return "## Corrections\n\n" + "\n".join(lines) + "\n" if lines else ""


def _failed(failures: Sequence[Failure]) -> str:
    if not failures:
        return ""
    lines = [f"- {markdown(f.input)}: {f.error}: {markdown(f.message)}" for f in failures]
    return "## Inputs that could not be read\n\n" + "\n".join(lines) + "\n"


def _newest(rows: Iterable[EventRow]) -> list[EventRow]:
    return sorted(rows, key=lambda row: (row[0].published_at, row[1].trigger.start), reverse=True)


def _event_line(report: Report, event: EventMention) -> str:
    who = ", ".join(markdown(party.actor.name) for party in event.actors) or "somebody"
    whom = ", ".join(markdown(party.actor.name) for party in event.recipients)
    where = ", ".join(markdown(place.place.name) for place in event.places)
    mode = f" ({', '.join(event.event_mode)})" if event.event_mode else ""
    voices = [markdown(v.speaker.actor.name) for v in event.assertions if v.speaker is not None]
    return (
        f"- **{event.event_type}**{mode} {who}"
        + (f" → {whom}" if whom else "")
        + (f", in {where}" if where else "")
        + (f", {event.moment.value}" if event.moment.value else "")
        + (f"; according to {', '.join(dict.fromkeys(voices))}" if voices else "")
        + f": “{_short(event.evidence.exact)}” {_origin(report, None, event.id)}"
    )


def _origin(report: Report, said_on: str | None, item_id: str) -> str:
    said = f"said {said_on}, " if said_on else ""
    return f"({said}{markdown(report.publisher or 'publisher unknown')}, {report.published_at}, `{item_id}`)"


def _short(text: str) -> str:
    words = text.split()
    return markdown(" ".join(words[:_MAX_WORDS]) + (" …" if len(words) > _MAX_WORDS else ""))
