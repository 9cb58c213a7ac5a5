"""Why a coding is what it is, for people."""

from __future__ import annotations

from vedette.model import Claim, EventMention, Moment, Party, Report, Span
from vedette.views.marked import marked, plain


def explain_event(report: Report, event: EventMention) -> str:
    """Return what an event rests on: its sentence with marks, its rule, its rivals, the reason for each field."""
    marks = [(event.trigger, "trigger")] if not event.trigger.parts else _runs(event.trigger, report)
    marks += [(party.span, "actor") for party in event.actors]
    marks += [(party.span, "recipient") for party in event.recipients]
    marks += [(place.span, "place") for place in event.places]
    if event.moment.span is not None:
        marks.append((event.moment.span, "when"))
    lines = [
        f"{event.id}  {event.event_type}{_modes(event)}  {event.status}{'  background' if event.background else ''}",
        f"report   {report.id}  {report.published_at}  {plain(report.publisher or 'publisher unknown')}",
        "",
        marked(event.evidence, marks),
        "",
        *(_party_line("actor", party) for party in event.actors),
        *(_party_line("recipient", party) for party in event.recipients),
        *(f"place      {plain(p.place.name)} ({p.place.id}, {p.place.precision})" for p in event.places),
        f"moment     {_moment(event.moment)}",
        f"voices     {_voices(event)}",
        *([f"within     {event.within}"] if event.within else []),
        "",
        f"rule       {event.why.rule}   score {event.score:.2f} (not a probability)",
        f"model      {event.why.model or 'none: coded by lexicon and rule'}",
        *(_reason_line(reason.field, reason.rule, reason.span) for reason in event.why.fields),
        "",
        "rivals     "
        + ("; ".join(f"{r.event_type} {r.score:.2f} ({r.rule})" for r in event.why.rivals) or "none fitted"),
    ]
    return "\n".join(lines)


def explain_claim(report: Report, claim: Claim) -> str:
    """Return what a claim rests on: its sentence with marks, its rule, its links and why each stands."""
    evidence = claim.evidence or claim.content
    marks = [(speaker.party.span, "speaker") for speaker in claim.speakers]
    marks += [(claim.cue, "cue")] if claim.cue is not None else []
    marks += [(hedge, "hedge") for hedge in claim.hedges]
    lines = [
        f"{claim.id}  {claim.kind}  {claim.attitude}  {claim.stance}",
        f"report   {report.id}  {report.published_at}  {plain(report.publisher or 'publisher unknown')}",
        "",
        marked(evidence, marks),
        "",
        *(_party_line("speaker", s.party) + _behalf(s.on_behalf_of) for s in claim.speakers),
        f"content    “{plain(claim.content.exact)}”",
        f"said on    {_moment(claim.moment)}",
        f"rule       {claim.rule}",
        *(
            f"link       {link.relation} {link.claim_id} by {link.rule}" + _because(link.reasons)
            for link in claim.links
        ),
        *([f"events     {'; '.join(claim.events)}"] if claim.events else []),
        *([f"parent     {claim.parent}"] if claim.parent else []),
    ]
    return "\n".join(lines)


def _runs(span: Span, report: Report) -> list[tuple[Span, str]]:
    return [(Span.cut(report.text, start, end), "trigger") for start, end in span.parts]


def _modes(event: EventMention) -> str:
    return f" ({', '.join(event.event_mode)})" if event.event_mode else ""


def _party_line(role: str, party: Party) -> str:
    actor = party.actor
    code = " ".join(filter(None, (actor.country, "/".join(actor.sectors))))
    acts = f", acts for {actor.acts_for}" if actor.acts_for else ""
    return (
        f"{role:10s} “{plain(party.span.exact)}” = {plain(actor.name)} ({actor.id}{', ' + code if code else ''}{acts})"
    )


def _behalf(party: Party | None) -> str:
    return f", speaks for {plain(party.actor.name)}" if party is not None else ""


def _moment(moment: Moment) -> str:
    told = moment.value or "unknown"
    if moment.value is None and (moment.first or moment.last):
        told = f"between {moment.first or '…'} and {moment.last or '…'}"
    words = f", from “{plain(moment.span.exact)}”" if moment.span is not None else ""
    return f"{told} ({moment.precision}; basis: {moment.basis}{words})"


def _voices(event: EventMention) -> str:
    told = []
    for voice in event.assertions:
        who = plain(voice.speaker.actor.name) if voice.speaker is not None else "the report itself"
        told.append(f"{who} {voice.stance}" + (f" ({voice.claim_id})" if voice.claim_id else ""))
    return "; ".join(told)


def _reason_line(field: str, rule: str, span: Span | None) -> str:
    return f"  {field:12s} {rule}" + (f"  “{plain(span.exact)}”" if span is not None else "")


def _because(reasons: object) -> str:
    listed = [r for r in reasons if r.span is not None] if isinstance(reasons, tuple) else []
    return " because of " + ", ".join(f"{r.field} “{plain(r.span.exact)}”" for r in listed) if listed else ""
