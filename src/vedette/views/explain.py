"""Why a coding is what it is: the sentence with its parts marked, and a reason for each field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from vedette.model import Claim, EventMention, Moment, Party, Report, Rival, Span
from vedette.store import ReportHead

_KEPT_AS = {
    "event_mode": "mode",
    "actor": "actors",
    "recipient": "recipients",
    "place": "places",
    "asserted by": "assertions",
}
"""Names of the fields under which a coding keeps its reasons, where they differ from the names shown."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A run of the sentence with the names of what stands there; none for plain words."""

    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One field with its value and what gave it."""

    field: str
    value: str
    rule: str = ""
    """Empty where the field has no rule of its own."""
    words: str = ""
    """Empty where no single words gave it."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One coding, taken apart."""

    id: str
    title: str
    report: ReportHead
    sentence: tuple[MarkedText, ...]
    rule: str
    model: str | None
    """None where no learned part had a share."""
    score: float | None
    """In [0, 1], not a probability; None for claims."""
    reasons: tuple[Reason, ...]
    rivals: tuple[Rival, ...]


def explain_event(report: Report, event: EventMention, coder: str) -> Explanation:
    """Explain one event mention. `coder` is the version of the coder that made it."""
    marks = [("trigger", event.trigger)]
    marks += [("actor", party.span) for party in event.actors]
    marks += [("recipient", party.span) for party in event.recipients]
    marks += [("place", place.span) for place in event.places]
    marks += [("when", event.moment.span)] if event.moment.span is not None else []
    marks += [("count", count.span) for count in event.counts]
    marks += [("equipment", item.span) for item in event.equipment]
    reasons = _event_fields(event)
    known = {reason.field: reason for reason in event.why.fields}
    given = [
        Reason(field, value, found.rule if found else "", _words(found.span if found else None, words))
        for field, value, words in reasons
        for found in (known.get(field) or known.get(_KEPT_AS.get(field, "")),)
    ]
    told = {reason.field for reason in given}
    told |= {_KEPT_AS[field] for field in told if field in _KEPT_AS}
    rest = [Reason(name, "", one.rule, _words(one.span)) for name, one in known.items() if name not in told]
    return Explanation(
        id=event.id,
        title=f"{' '.join((event.event_type, *event.event_mode))}, {event.status}",
        report=ReportHead.of(report),
        sentence=mark(report.text, event.evidence, marks),
        rule=event.why.rule,
        model=event.why.model,
        score=event.score,
        reasons=(*given, *rest, Reason("coder", coder)),
        rivals=event.why.rivals,
    )


def explain_claim(report: Report, claim: Claim, coder: str) -> Explanation:
    """Explain one claim. `coder` is the version of the coder that made it."""
    marks = [("content", Span.cut(report.text, *part)) for part in claim.content.parts] or [("content", claim.content)]
    marks += [("cue", claim.cue)] if claim.cue is not None else []
    marks += [("speaker", speaker.party.span) for speaker in claim.speakers]
    marks += [("addressee", party.span) for party in claim.addressees]
    marks += [("hedge", hedge) for hedge in claim.hedges]
    spans = [claim.content, *([claim.evidence] if claim.evidence is not None else []), *(span for _, span in marks)]
    hull = Span.cut(report.text, min(span.start for span in spans), max(span.end for span in spans))
    reasons = [
        *(Reason("speaker", _party(one.party), "", one.party.span.exact) for one in claim.speakers),
        *(Reason("on behalf of", _party(one.on_behalf_of), "", one.on_behalf_of.span.exact)
          for one in claim.speakers if one.on_behalf_of is not None),
        *(Reason("addressee", _party(one), "", one.span.exact) for one in claim.addressees),
        Reason("kind", claim.kind),
        Reason("attitude", claim.attitude),
        Reason("stance", claim.stance, "", claim.cue.exact if claim.cue is not None else ""),
        *(Reason("hedge", one.exact) for one in claim.hedges),
        Reason("said", _moment(claim.moment), "", _words(claim.moment.span)),
        *(Reason("told in", one) for one in (claim.parent,) if one),
        *(Reason("about", one) for one in claim.about),
        *(Reason("event", one) for one in claim.events),
        *(Reason(link.relation, link.claim_id, link.rule, _words(*(one.span for one in link.reasons)))
          for link in claim.links),
        Reason("coder", coder),
    ]  # fmt: skip
    return Explanation(
        id=claim.id,
        title=f"claim: {claim.attitude}, {claim.stance} ({claim.kind})",
        report=ReportHead.of(report),
        sentence=mark(report.text, hull, marks),
        rule=claim.rule,
        model=None,
        score=None,
        reasons=tuple(reasons),
        rivals=(),
    )


def mark(text: str, within: Span, marks: Iterable[tuple[str, Span]]) -> tuple[MarkedText, ...]:
    """Cut a stretch of text at the borders of what stands in it; each run names all that covers it.

    Spans outside the stretch are left out.
    """
    inside = [
        (name, max(span.start, within.start), min(span.end, within.end))
        for name, span in marks
        if span.overlaps(within)
    ]
    borders = sorted({within.start, within.end, *(at for _, start, end in inside for at in (start, end))})
    runs = []
    for start, end in pairwise(borders):
        names = [name for name, first, last in inside if first <= start and end <= last]
        runs.append(MarkedText(text[start:end], tuple(dict.fromkeys(names))))
    return tuple(runs)


def _event_fields(event: EventMention) -> list[tuple[str, str, Span | None]]:
    """Return each field's name, value and words."""
    modes, contexts = ", ".join(event.event_mode) or "none", ", ".join(event.contexts) or "none"
    return [
        ("event_type", event.event_type, event.trigger),
        ("event_mode", modes, None),
        ("contexts", contexts, None),
        ("status", event.status, None),
        ("background", "yes" if event.background else "no", None),
        *(("actor", _party(party), party.span) for party in event.actors),
        *(("recipient", _party(party), party.span) for party in event.recipients),
        *(("place", f"{one.place.name} ({one.place.id}, {one.place.precision})", one.span) for one in event.places),
        ("moment", _moment(event.moment), event.moment.span),
        *((f"count {one.kind}", f"{one.best if one.best is not None else 'unknown'} {one.of or ''}".strip(), one.span)
          for one in event.counts),
        *(("equipment", one.name or one.category or "equipment", one.span) for one in event.equipment),
        *(("asserted by", f"{_party(one.speaker) if one.speaker is not None else one.voice}: {one.stance}"
           + (f" in {one.claim_id}" if one.claim_id else ""), one.speaker.span if one.speaker is not None else None)
          for one in event.assertions),
        *(("within", one, None) for one in (event.within,) if one),
    ]  # fmt: skip


def _party(party: Party) -> str:
    actor = party.actor
    details = ", ".join(filter(None, (actor.id, actor.kind, actor.country, "+".join(actor.sectors))))
    return f"{actor.name} ({details})" + (f" for {actor.acts_for}" if actor.acts_for else "")


def _moment(moment: Moment) -> str:
    bounds = f"{moment.first or '…'} to {moment.last or '…'}" if moment.first or moment.last else "no day known"
    value = moment.value or ("no time told" if moment.basis == "none" else "not told")
    return f"{value} ({bounds}; precision {moment.precision}, basis {moment.basis})"


def _words(*spans: Span | None) -> str:
    return next((span.exact for span in spans if span is not None), "")
