"""Stored records back into the model; the inverse of `vedette.model.record`."""

from __future__ import annotations

from typing import Any

from vedette.model import (
    Actor,
    ActorMentions,
    Assertion,
    Claim,
    ClaimLink,
    CodedReport,
    CoderVersion,
    Count,
    EquipmentMention,
    EventMention,
    Fact,
    Failure,
    FieldReason,
    Moment,
    Party,
    Place,
    PlaceMention,
    Report,
    Rival,
    Span,
    Speaker,
    TimeMention,
    Transfer,
    Why,
)

Record = dict[str, Any]


def event_from(record: Record) -> EventMention:
    """Return the event mention a record was made from."""
    return EventMention(
        id=record["id"],
        event_type=record["event_type"],
        event_mode=tuple(record["event_mode"]),
        contexts=tuple(record["contexts"]),
        status=record["status"],
        background=record["background"],
        within=record["within"],
        actors=_parties(record["actors"]),
        recipients=_parties(record["recipients"]),
        places=tuple(map(_place, record["places"])),
        moment=_moment(record["moment"]),
        assertions=tuple(map(_assertion, record["assertions"])),
        counts=tuple(map(_count, record["counts"])),
        equipment=tuple(map(_equipment, record["equipment"])),
        quad_class=record["quad_class"],
        score=record["score"],
        trigger=_span(record["trigger"]),
        evidence=_span(record["evidence"]),
        why=_why(record["why"]),
    )


def claim_from(record: Record) -> Claim:
    """Return the claim a record was made from."""
    return Claim(
        id=record["id"],
        kind=record["kind"],
        attitude=record["attitude"],
        stance=record["stance"],
        hedges=tuple(map(_span, record["hedges"])),
        parent=record["parent"],
        about=tuple(record["about"]),
        speakers=tuple(map(_speaker, record["speakers"])),
        addressees=_parties(record["addressees"]),
        cue=_span_or_none(record["cue"]),
        content=_span(record["content"]),
        moment=_moment(record["moment"]),
        events=tuple(record["events"]),
        figures=tuple(map(_count, record["figures"])),
        links=tuple(
            ClaimLink(link["relation"], link["claim_id"], link["why"]["rule"], _reasons(link["why"]["fields"]))
            for link in record["links"]
        ),
        rule=record["why"]["rule"],
        speaker_words=_span_or_none(record.get("speaker_words")),
        evidence=_span_or_none(record.get("evidence")),
    )


def coded_from(
    report: Report, whole: Record, events: tuple[EventMention, ...], claims: tuple[Claim, ...]
) -> CodedReport:
    """Return a coded report from what is kept with the report and its events and claims."""
    return CodedReport(
        report=report,
        events=events,
        claims=claims,
        times=tuple(TimeMention(_span(time), time["type"], time["value"]) for time in whole["times"]),
        actors=tuple(ActorMentions(_actor(actor), tuple(map(_span, actor["mentions"]))) for actor in whole["actors"]),
        places=tuple(map(_place, whole["places"])),
        equipment=tuple(map(_equipment, whole["equipment"])),
        facts=tuple(
            Fact(
                _span(fact), fact["kind"], fact["value"], fact["unit"], fact["about"], fact.get("low"), fact.get("high")
            )
            for fact in whole["facts"]
        ),
        failures=tuple(
            Failure(one["input"], one["stage"], one["error"], one["message"], one["report"])
            for one in whole["failures"]
        ),
        coder=CoderVersion(**whole["coder"]),
    )


def _span(record: Record) -> Span:
    parts = tuple((start, end) for start, end in record.get("parts", ()))
    return Span(record["start"], record["end"], record["exact"], parts)


def _span_or_none(record: Record | None) -> Span | None:
    return _span(record) if record is not None else None


def _actor(record: Record) -> Actor:
    return Actor(
        id=record["id"],
        name=record["name"],
        kind=record["kind"],
        country=record["country"],
        sectors=tuple(record["sectors"]),
        acts_for=record["acts_for"],
        located=record.get("located"),
    )


def _party(record: Record) -> Party:
    return Party(_span(record), _actor(record))


def _parties(records: list[Record]) -> tuple[Party, ...]:
    return tuple(map(_party, records))


def _speaker(record: Record) -> Speaker:
    behalf = record["on_behalf_of"]
    return Speaker(_party(record), record["speaker_kind"], _party(behalf) if behalf is not None else None)


def _assertion(record: Record) -> Assertion:
    speaker = record["speaker"]
    return Assertion(_party(speaker) if speaker is not None else None, record["claim_id"], record["stance"])


def _place(record: Record) -> PlaceMention:
    place = Place(
        id=record["id"],
        name=record["name"],
        country=record["country"],
        lat=record["lat"],
        lon=record["lon"],
        precision=record["precision"],
        radius_km=record["radius_km"],
        admin1=record["admin1"],
        admin2=record["admin2"],
    )
    return PlaceMention(_span(record), place, record["score"], record["demonym"])


def _moment(record: Record) -> Moment:
    return Moment(
        value=record["value"],
        first=record["first"],
        last=record["last"],
        precision=record["precision"],
        basis=record["basis"],
        span=_span(record) if "start" in record else None,
    )


def _count(record: Record) -> Count:
    return Count(_span(record), record["kind"], record["of"], record["low"], record["best"], record["high"])


def _equipment(record: Record) -> EquipmentMention:
    return EquipmentMention(
        span=_span(record),
        id=record["id"],
        name=record["name"],
        category=record["category"],
        calibre_mm=record["calibre_mm"],
        quantity=record["quantity"],
        low=record.get("low"),
        high=record.get("high"),
        unit=record.get("unit"),
        maker=record.get("maker"),
        origin=record.get("origin"),
        transfer=_transfer(record["transfer"]) if record.get("transfer") else None,
    )


def _transfer(record: Record) -> Transfer:
    suppliers, recipients = _parties(record["suppliers"]), _parties(record["recipients"])
    return Transfer(suppliers, recipients, record["status"], _span(record["trigger"]))


def _why(record: Record) -> Why:
    return Why(
        rule=record["rule"],
        model=record["model"],
        rivals=tuple(Rival(one["event_type"], one["score"], one["rule"]) for one in record["rivals"]),
        fields=_reasons(record["fields"]),
    )


def _reasons(record: Record) -> tuple[FieldReason, ...]:
    return tuple(FieldReason(name, one["rule"], _span(one) if "start" in one else None) for name, one in record.items())
