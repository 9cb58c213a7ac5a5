"""The JSON contract: a coded report as plain values, ready for `json.dumps`.

Keys never change meaning; new keys may come. Every object that stands in the text carries
`start`, `end` and `exact`, and `parts` where its words are not one run.
"""

from __future__ import annotations

from typing import Any

from vedette.model.actor import ActorMentions, Party
from vedette.model.claim import Claim, Speaker
from vedette.model.coding import CodedReport, Fact, Failure
from vedette.model.equipment import Count, EquipmentMention, Transfer
from vedette.model.event import Assertion, EventMention, FieldReason, Why
from vedette.model.moment import Moment, TimeMention
from vedette.model.place import PlaceMention
from vedette.model.report import Report
from vedette.model.span import Span

Record = dict[str, Any]


def to_record(coded: CodedReport, *, text: bool = True) -> Record:
    """Return the contract's object for one coded report; `text=False` leaves the text out."""
    return {
        "report": report_record(coded.report, text=text),
        "events": [event_record(event) for event in coded.events],
        "claims": [claim_record(claim) for claim in coded.claims],
        "times": [time_record(time) for time in coded.times],
        "actors": [actor_record(actor) for actor in coded.actors],
        "places": [place_record(place) for place in coded.places],
        "equipment": [equipment_record(item) for item in coded.equipment],
        "facts": [fact_record(fact) for fact in coded.facts],
        "failures": [failure_record(failure)["failure"] for failure in coded.failures],
        "coder": {
            "version": coded.coder.version,
            "model": coded.coder.model,
            "codebook": coded.coder.codebook,
            "knowledge": coded.coder.knowledge,
        },
    }


def failure_record(failure: Failure) -> Record:
    """Return the line printed for an input that could not be done."""
    return {
        "failure": {
            "input": failure.input,
            "stage": failure.stage,
            "error": failure.error,
            "message": failure.message,
            "report": failure.report_id,
        }
    }


def report_record(report: Report, *, text: bool = True) -> Record:
    """Return the report's own keys."""
    record: Record = {
        "id": report.id,
        "published_at": report.published_at,
        "publisher": report.publisher,
        "title": report.title,
        "url": report.url,
        "author": report.author,
        "sha256": report.sha256,
        "supersedes": report.supersedes,
    }
    return record | {"text": report.text} if text else record


def span_record(span: Span) -> Record:
    """Return `start`, `end`, `exact`, and `parts` where there are several runs."""
    record: Record = {"start": span.start, "end": span.end, "exact": span.exact}
    if span.parts:
        record["parts"] = [list(part) for part in span.parts]
    return record


def party_record(party: Party) -> Record:
    """Return a doer, recipient or speaker."""
    actor = party.actor
    return span_record(party.span) | {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "sectors": list(actor.sectors),
        "acts_for": actor.acts_for,
    }


def actor_record(mentions: ActorMentions) -> Record:
    """Return an actor with the spans that name it."""
    actor = mentions.actor
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "sectors": list(actor.sectors),
        "acts_for": actor.acts_for,
        "located": actor.located,
        "mentions": [span_record(span) for span in mentions.mentions],
    }


def place_record(mention: PlaceMention) -> Record:
    """Return a place as one span names it."""
    place = mention.place
    return span_record(mention.span) | {
        "id": place.id,
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "radius_km": place.radius_km,
        "demonym": mention.is_demonym,
        "score": round(mention.score, 3),
    }


def moment_record(moment: Moment) -> Record:
    """Return when, with its span where it has one."""
    record: Record = {
        "value": moment.value,
        "first": moment.first,
        "last": moment.last,
        "precision": moment.precision,
        "basis": moment.basis,
    }
    return record | span_record(moment.span) if moment.span is not None else record


def time_record(time: TimeMention) -> Record:
    """Return a time expression with its TIMEX3 type and value."""
    return span_record(time.span) | {"type": time.type, "value": time.value}


def equipment_record(item: EquipmentMention) -> Record:
    """Return weapons or materiel."""
    return span_record(item.span) | {
        "id": item.id,
        "name": item.name,
        "category": item.category,
        "calibre_mm": item.calibre_mm,
        "quantity": item.quantity,
        "low": item.low,
        "high": item.high,
        "unit": item.unit,
        "maker": item.maker,
        "origin": item.origin,
        "transfer": _transfer(item.transfer) if item.transfer is not None else None,
    }


def _transfer(transfer: Transfer) -> Record:
    return {
        "suppliers": [party_record(party) for party in transfer.suppliers],
        "recipients": [party_record(party) for party in transfer.recipients],
        "status": transfer.status,
        "trigger": span_record(transfer.trigger),
    }


def count_record(count: Count) -> Record:
    """Return a number of people killed, injured, arrested and so on."""
    return span_record(count.span) | {
        "kind": count.kind,
        "of": count.of,
        "low": count.low,
        "best": count.best,
        "high": count.high,
    }


def fact_record(fact: Fact) -> Record:
    """Return a stated quantity that is no event."""
    return span_record(fact.span) | {
        "kind": fact.kind,
        "value": fact.value,
        "unit": fact.unit,
        "about": fact.about,
        "low": fact.low,
        "high": fact.high,
    }


def event_record(event: EventMention) -> Record:
    """Return one event mention."""
    return {
        "id": event.id,
        "event_type": event.event_type,
        "event_mode": list(event.event_mode),
        "contexts": list(event.contexts),
        "status": event.status,
        "background": event.background,
        "within": event.within,
        "actors": [party_record(party) for party in event.actors],
        "recipients": [party_record(party) for party in event.recipients],
        "places": [place_record(place) for place in event.places],
        "moment": moment_record(event.moment),
        "assertions": [_assertion(assertion) for assertion in event.assertions],
        "counts": [count_record(count) for count in event.counts],
        "equipment": [equipment_record(item) for item in event.equipment],
        "quad_class": event.quad_class,
        "score": round(event.score, 3),
        "trigger": span_record(event.trigger),
        "evidence": span_record(event.evidence),
        "why": _why(event.why),
    }


def claim_record(claim: Claim) -> Record:
    """Return one claim with its links."""
    return {
        "id": claim.id,
        "kind": claim.kind,
        "attitude": claim.attitude,
        "stance": claim.stance,
        "hedges": [span_record(hedge) for hedge in claim.hedges],
        "parent": claim.parent,
        "about": list(claim.about),
        "speakers": [_speaker(speaker) for speaker in claim.speakers],
        "addressees": [party_record(party) for party in claim.addressees],
        "cue": span_record(claim.cue) if claim.cue is not None else None,
        "content": span_record(claim.content),
        "moment": moment_record(claim.moment),
        "events": list(claim.events),
        "figures": [count_record(figure) for figure in claim.figures],
        "links": [
            {
                "relation": link.relation,
                "claim_id": link.claim_id,
                "why": {"rule": link.rule, "fields": _reasons(link.reasons)},
            }
            for link in claim.links
        ],
        "speaker_words": span_record(claim.speaker_words) if claim.speaker_words is not None else None,
        "evidence": span_record(claim.evidence) if claim.evidence is not None else None,
        "why": {"rule": claim.rule},
    }


def _speaker(speaker: Speaker) -> Record:
    behalf = speaker.on_behalf_of
    return party_record(speaker.party) | {
        "speaker_kind": speaker.speaker_kind,
        "on_behalf_of": party_record(behalf) if behalf is not None else None,
    }


def _assertion(assertion: Assertion) -> Record:
    return {
        "speaker": party_record(assertion.speaker) if assertion.speaker is not None else None,
        "claim_id": assertion.claim_id,
        "stance": assertion.stance,
    }


def _reasons(reasons: tuple[FieldReason, ...]) -> Record:
    return {
        reason.field: {"rule": reason.rule} | (span_record(reason.span) if reason.span is not None else {})
        for reason in reasons
    }


def _why(why: Why) -> Record:
    return {
        "rule": why.rule,
        "model": why.model,
        "rivals": [
            {"event_type": rival.event_type, "score": round(rival.score, 3), "rule": rival.rule} for rival in why.rivals
        ],
        "fields": _reasons(why.fields),
    }
