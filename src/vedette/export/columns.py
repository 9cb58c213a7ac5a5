"""The one registry of flat columns: every table, CSV file and the page docs/columns.md come from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from vedette.model import Claim, EventMention, Party, Report

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Column(Generic[_T]):
    """One flat column: its name, what it holds, and how to get it."""

    name: str
    meaning: str
    value: Callable[[Report, _T], str]


def _joined(values: Iterable[str | None]) -> str:
    """Join several values by `; `, so that a cell never holds a list in brackets."""
    return "; ".join(value for value in values if value)


def _countries(parties: Iterable[Party]) -> str:
    return _joined(dict.fromkeys(party.actor.country or "" for party in parties))


def _sectors(parties: Iterable[Party]) -> str:
    return _joined(dict.fromkeys(party.actor.sectors[0] if party.actor.sectors else "" for party in parties))


def _text(value: object) -> str:
    return "" if value is None else str(value)


EVENT_COLUMNS: tuple[Column[EventMention], ...] = (
    Column("id", "id of the event mention", lambda r, e: e.id),
    Column("report_id", "id of the report it stands in", lambda r, e: r.id),
    Column("published_at", "when the report was published, as the report states it", lambda r, e: r.published_at),
    Column("publisher", "who published the report; empty where unknown", lambda r, e: _text(r.publisher)),
    Column("event_type", "PLOVER type", lambda r, e: e.event_type),
    Column("event_mode", "PLOVER modes, joined by `; `", lambda r, e: _joined(e.event_mode)),
    Column("contexts", "PLOVER contexts, joined by `; `", lambda r, e: _joined(e.contexts)),
    Column("quad_class", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
           lambda r, e: str(e.quad_class)),
    Column("status", "happened, ongoing, attempted, planned, demanded, threatened, feared, hypothetical, denied, "
           "not_happened or unknown", lambda r, e: e.status),
    Column("background", "true for history told to explain the news", lambda r, e: str(e.background).lower()),
    Column("within", "id of the speech act this act is the content of; empty where it stands alone",
           lambda r, e: _text(e.within)),
    Column("actors", "who did it, by name, joined by `; `", lambda r, e: _joined(p.actor.name for p in e.actors)),
    Column("actor_countries", "ISO alpha-3 or PLOVER codes of the actors", lambda r, e: _countries(e.actors)),
    Column("actor_sectors", "main PLOVER sector of each actor", lambda r, e: _sectors(e.actors)),
    Column("recipients", "to whom, by name, joined by `; `", lambda r, e: _joined(p.actor.name for p in e.recipients)),
    Column("recipient_countries", "ISO alpha-3 or PLOVER codes of the recipients",
           lambda r, e: _countries(e.recipients)),
    Column("recipient_sectors", "main PLOVER sector of each recipient", lambda r, e: _sectors(e.recipients)),
    Column("moment", "when: ISO 8601 day, month, year or interval; empty where the text gives none",
           lambda r, e: _text(e.moment.value)),
    Column("first_day", "first possible day; empty where open", lambda r, e: _text(e.moment.first)),
    Column("last_day", "last possible day; empty where open", lambda r, e: _text(e.moment.last)),
    Column("moment_precision", "time, day, week, month, quarter, year, decade or unknown",
           lambda r, e: e.moment.precision),
    Column("moment_basis", "text, narrative, published or none", lambda r, e: e.moment.basis),
    Column("places", "where, by name, joined by `; `", lambda r, e: _joined(p.place.name for p in e.places)),
    Column("place_countries", "ISO alpha-3 codes of the places",
           lambda r, e: _joined(dict.fromkeys(p.place.country or "" for p in e.places))),
    Column("lat", "latitude of the first place, WGS84 degrees; a representative point, see place_precision",
           lambda r, e: _text(e.places[0].place.lat) if e.places else ""),
    Column("lon", "longitude of the first place, WGS84 degrees",
           lambda r, e: _text(e.places[0].place.lon) if e.places else ""),
    Column("place_precision", "point, town, district, province, country, region, line or none, of the first place",
           lambda r, e: e.places[0].place.precision if e.places else ""),
    Column("speakers", "who vouches for it beside the report itself, joined by `; `; empty for the report's own voice",
           lambda r, e: _joined(v.speaker.actor.name for v in e.assertions if v.speaker is not None)),
    Column("killed", "best figure of killed told in the sentence; empty where none", lambda r, e: _count(e, "killed")),
    Column("injured", "best figure of injured", lambda r, e: _count(e, "injured")),
    Column("arrested", "best figure of arrested", lambda r, e: _count(e, "arrested")),
    Column("equipment", "weapons and materiel, in the text's words",
           lambda r, e: _joined(x.span.exact for x in e.equipment)),
    Column("score", "how sure the coding is, 0 to 1, not a probability", lambda r, e: f"{e.score:.2f}"),
    Column("trigger", "the words that name the act", lambda r, e: e.trigger.exact),
    Column("start", "first code point of the trigger in the report's text", lambda r, e: str(e.trigger.start)),
    Column("end", "one past its last code point", lambda r, e: str(e.trigger.end)),
    Column("evidence", "the whole sentence", lambda r, e: e.evidence.exact),
    Column("rule", "the rule that coded it, with its version", lambda r, e: e.why.rule),
)  # fmt: skip


def _count(event: EventMention, kind: str) -> str:
    found = [count.best for count in event.counts if count.kind == kind and count.best is not None]
    return str(max(found)) if found else ""


CLAIM_COLUMNS: tuple[Column[Claim], ...] = (
    Column("id", "id of the claim", lambda r, c: c.id),
    Column("report_id", "id of the report it stands in", lambda r, c: r.id),
    Column("published_at", "when the report was published, as the report states it", lambda r, c: r.published_at),
    Column("publisher", "who published the report; empty where unknown", lambda r, c: _text(r.publisher)),
    Column("speakers", "who said it, by name, joined by `; `",
           lambda r, c: _joined(s.party.actor.name for s in c.speakers)),
    Column("speaker_countries", "ISO alpha-3 or PLOVER codes of the speakers",
           lambda r, c: _countries(s.party for s in c.speakers)),
    Column("speaker_kinds", "named, official, unnamed, document or outlet",
           lambda r, c: _joined(s.speaker_kind for s in c.speakers)),
    Column("on_behalf_of", "whom they speak for", lambda r, c: _joined(
        s.on_behalf_of.actor.name for s in c.speakers if s.on_behalf_of is not None)),
    Column("kind", "direct, mixed or indirect", lambda r, c: c.kind),
    Column("attitude", "says, believes, intends, supports or criticises", lambda r, c: c.attitude),
    Column("stance", "asserts, denies, doubts, confirms, accuses, demands, promises, threatens, fears or corrects",
           lambda r, c: c.stance),
    Column("hedges", "words such as reportedly", lambda r, c: _joined(h.exact for h in c.hedges)),
    Column("said_on", "when it was said: ISO 8601; empty where unknown", lambda r, c: _text(c.moment.value)),
    Column("cue", "the words that attribute it", lambda r, c: c.cue.exact if c.cue is not None else ""),
    Column("content", "what was said, in the report's words", lambda r, c: c.content.exact),
    Column("start", "first code point of the content in the report's text", lambda r, c: str(c.content.start)),
    Column("end", "one past its last code point", lambda r, c: str(c.content.end)),
    Column("parent", "id of the claim it is told in; empty for the outermost", lambda r, c: _text(c.parent)),
    Column("events", "ids of the event mentions told inside it", lambda r, c: _joined(c.events)),
    Column("links", "how it stands to other claims: relation and id", lambda r, c: _joined(
        f"{link.relation} {link.claim_id}" for link in c.links)),
    Column("rule", "the rule that found it, with its version", lambda r, c: c.rule),
)  # fmt: skip
