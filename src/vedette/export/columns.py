"""The flat columns of events and claims: one registry for the CSV and for its documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from vedette.model import Assertion, Claim, Count, EventMention, Party, PlaceMention
from vedette.store import StoredClaim, StoredEvent

_T = TypeVar("_T")
Value = str | int | float | None
SEPARATOR = "|"
"""Between several values in one cell."""


@dataclass(frozen=True, slots=True)
class Column(Generic[_T]):
    """One column of a flat table."""

    name: str
    meaning: str
    """One sentence, shown in docs/columns.md."""
    value: Callable[[_T], Value]
    """None gives an empty cell."""


def _event(name: str, meaning: str, value: Callable[[EventMention], Value]) -> Column[StoredEvent]:
    return Column(name, meaning, lambda row: value(row.event))


def _claim(name: str, meaning: str, value: Callable[[Claim], Value]) -> Column[StoredClaim]:
    return Column(name, meaning, lambda row: value(row.claim))


def _join(values: Iterable[str | None]) -> str:
    """Join what is told, in order; a separator inside a value becomes a slash, so that cells can be split again."""
    return SEPARATOR.join((value or "").replace(SEPARATOR, "/") for value in values)


def _names(parties: Iterable[Party]) -> str:
    return _join(party.actor.name for party in parties)


def _place(event: EventMention) -> PlaceMention | None:
    return event.places[0] if event.places else None


def _place_number(event: EventMention, name: str) -> float | None:
    found = _place(event)
    if found is None:
        return None
    return {"lat": found.place.lat, "lon": found.place.lon, "radius": found.place.radius_km}[name]


def _party_columns(role: str, parties: Callable[[EventMention], Sequence[Party]]) -> tuple[Column[StoredEvent], ...]:
    whose = "who did it" if role == "actor" else "whom it was done to"
    return (
        _event(f"{role}_ids", f"Ids of {whose}.", lambda event: _join(one.actor.id for one in parties(event))),
        _event(f"{role}_names", f"Names of {whose}, in the order of the ids.", lambda event: _names(parties(event))),
        _event(f"{role}_kinds", "Kinds, in the order of the ids.",
               lambda event: _join(one.actor.kind for one in parties(event))),
        _event(f"{role}_countries", "Countries (ISO 3166 alpha-3 or a non-state code), in the order of the ids.",
               lambda event: _join(one.actor.country for one in parties(event))),
        _event(f"{role}_sectors", "PLOVER sectors, the parties' in the order of the ids, a party's parted by blanks.",
               lambda event: _join(" ".join(one.actor.sectors) for one in parties(event))),
        _event(f"{role}_words", f"The text's words for {whose}.",
               lambda event: _join(one.span.exact for one in parties(event))),
    )  # fmt: skip


EVENT_COLUMNS: tuple[Column[StoredEvent], ...] = (
    _event("event_id", "Id of the event mention; give it to `vedette explain`.", lambda event: event.id),
    Column("report_id", "Id of the report that tells it.", lambda row: row.report.id),
    Column("published_at", "When the report was published.", lambda row: row.report.published_at),
    Column("publisher", "Who published the report.", lambda row: row.report.publisher),
    Column("report_title", "The report's title.", lambda row: row.report.title),
    Column("url", "The report's address.", lambda row: row.report.url),
    _event("event_type", "One of the 16 PLOVER types.", lambda event: event.event_type),
    _event("event_mode", "PLOVER modes.", lambda event: _join(event.event_mode)),
    _event("contexts", "PLOVER contexts.", lambda event: _join(event.contexts)),
    _event("quad_class", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
           lambda event: event.quad_class),
    _event("status", "happened, ongoing, attempted, planned, demanded, threatened, feared, hypothetical, denied, "
           "not_happened or unknown.", lambda event: event.status),
    _event("background", "1 for history told to explain the news, else 0.", lambda event: int(event.background)),
    _event("within", "Id of the speech act it is the content of; empty where it stands alone.",
           lambda event: event.within),
    _event("event_date", "The moment as the text gives it: an ISO 8601 date, month, year or interval; empty where "
           "the text gives none.", lambda event: event.moment.value),
    _event("event_first", "First possible day; empty where open.", lambda event: event.moment.first),
    _event("event_last", "Last possible day; empty where open.", lambda event: event.moment.last),
    _event("date_precision", "time, day, week, month, quarter, year, decade or unknown.",
           lambda event: event.moment.precision),
    _event("date_basis", "What the moment rests on: text, narrative, published or none.",
           lambda event: event.moment.basis),
    *_party_columns("actor", lambda event: event.actors),
    *_party_columns("recipient", lambda event: event.recipients),
    _event("place_ids", "Ids of the places.", lambda event: _join(one.place.id for one in event.places)),
    _event("place_names", "Names of the places, in the order of the ids.",
           lambda event: _join(one.place.name for one in event.places)),
    _event("place_countries", "Countries of the places, in the order of the ids.",
           lambda event: _join(one.place.country for one in event.places)),
    _event("lat", "Latitude of the first place's representative point (WGS84 degrees).",
           lambda event: _place_number(event, "lat")),
    _event("lon", "Longitude of the first place's representative point (WGS84 degrees).",
           lambda event: _place_number(event, "lon")),
    _event("geo_precision", "Of the first place: point, town, district, province, country, region, line or none.",
           lambda event: found.place.precision if (found := _place(event)) is not None else None),
    _event("radius_km", "Radius of a circle round the point that holds most of the first place.",
           lambda event: _place_number(event, "radius")),
    _event("counts", "People killed, injured, arrested and so on, as kind=best, or kind=low-high where none is best.",
           lambda event: _join(map(_count, event.counts))),
    _event("equipment", "Weapons and materiel, in the text's words.",
           lambda event: _join(one.span.exact for one in event.equipment)),
    _event("asserted_by", "Who vouches for it, as speaker=stance; `report` is its own voice, `unnamed` somebody's.",
           lambda event: _join(f"{_voice(one)}={one.stance}" for one in event.assertions)),
    _event("trigger", "The words that gave the type.", lambda event: event.trigger.exact),
    _event("trigger_start", "First character of the trigger in the report's text, from 0.",
           lambda event: event.trigger.start),
    _event("trigger_end", "One past the trigger's last character.", lambda event: event.trigger.end),
    _event("evidence", "The whole sentence.", lambda event: event.evidence.exact),
    _event("evidence_start", "First character of the sentence in the report's text, from 0.",
           lambda event: event.evidence.start),
    _event("evidence_end", "One past the sentence's last character.", lambda event: event.evidence.end),
    _event("score", "In [0, 1]; not a probability.", lambda event: round(event.score, 3)),
    _event("rule", "Rule that coded it, with its version.", lambda event: event.why.rule),
)  # fmt: skip

CLAIM_COLUMNS: tuple[Column[StoredClaim], ...] = (
    _claim("claim_id", "Id of the claim; give it to `vedette explain`.", lambda claim: claim.id),
    Column("report_id", "Id of the report that tells it.", lambda row: row.report.id),
    Column("published_at", "When the report was published.", lambda row: row.report.published_at),
    Column("publisher", "Who published the report.", lambda row: row.report.publisher),
    Column("report_title", "The report's title.", lambda row: row.report.title),
    Column("url", "The report's address.", lambda row: row.report.url),
    _claim("kind", "direct (in quotation marks), indirect, or mixed.", lambda claim: claim.kind),
    _claim("attitude", "says, believes, intends, supports or criticises.", lambda claim: claim.attitude),
    _claim("stance", "asserts, denies, doubts, confirms, accuses, demands, promises, threatens, fears or corrects.",
           lambda claim: claim.stance),
    _claim("speaker_ids", "Ids of the speakers.", lambda claim: _join(one.party.actor.id for one in claim.speakers)),
    _claim("speaker_names", "Names of the speakers, in the order of the ids.",
           lambda claim: _names(one.party for one in claim.speakers)),
    _claim("speaker_kinds", "named, official, unnamed, document or outlet, in the order of the ids.",
           lambda claim: _join(one.speaker_kind for one in claim.speakers)),
    _claim("speaker_countries", "Countries of the speakers, in the order of the ids.",
           lambda claim: _join(one.party.actor.country for one in claim.speakers)),
    _claim("on_behalf_of", "Names of the bodies the speakers speak for, in the order of the ids.",
           lambda claim: _join(one.on_behalf_of.actor.name if one.on_behalf_of is not None else None
                               for one in claim.speakers)),
    _claim("speaker_words", "The text's words for the speaker, appositions included.",
           lambda claim: claim.speaker_words.exact if claim.speaker_words is not None
           else _join(one.party.span.exact for one in claim.speakers)),
    _claim("addressees", "Names of those spoken to.", lambda claim: _names(claim.addressees)),
    _claim("cue", "The word that attributes the claim; empty where punctuation alone does.",
           lambda claim: claim.cue.exact if claim.cue is not None else None),
    _claim("content", "What was said, in the report's words; where they are not one run, all between the first and "
           "the last.", lambda claim: claim.content.exact),
    _claim("content_start", "First character of the content in the report's text, from 0.",
           lambda claim: claim.content.start),
    _claim("content_end", "One past the content's last character.", lambda claim: claim.content.end),
    _claim("hedges", "Words that weaken it.", lambda claim: _join(one.exact for one in claim.hedges)),
    _claim("said_on", "The moment of saying, ISO 8601; empty where not told.", lambda claim: claim.moment.value),
    _claim("parent", "Id of the claim it is told in; empty for the outermost.", lambda claim: claim.parent),
    _claim("about", "Ids of the claims or events it answers.", lambda claim: _join(claim.about)),
    _claim("events", "Ids of the event mentions told in it.", lambda claim: _join(claim.events)),
    _claim("links", "How it stands to earlier claims, as relation=claim id.",
           lambda claim: _join(f"{one.relation}={one.claim_id}" for one in claim.links)),
    _claim("rule", "Rule that found it, with its version.", lambda claim: claim.rule),
)  # fmt: skip

_INTRODUCTION = """# Columns

The flat tables of `vedette events --format csv` and `vedette claims --format csv` (also of `vedette code --format csv`,
which writes events). One row is one *mention* of an event, or one claim, in one report; two reports on one battle give
two rows. Nothing is lost by the flat form that cannot be found again: every row carries its ids and offsets, and
`--format jsonl` gives the whole record.

- Several values in one cell are parted by `|`; a `|` inside a value is written `/`.
- An empty cell means: not told, or not known.
- Offsets count Unicode code points of the report's text from 0; the end is one past the last.
- A cell of text that begins with `=`, `+`, `-`, `@` or a tab gets an apostrophe before it, so that no spreadsheet takes
  a report's words for a formula; numbers are never changed. Control characters are written as U+FFFD.
- The file is UTF-8 with one header line; line ends are `\\n`.
"""


def columns_page() -> str:
    """Return docs/columns.md."""
    parts = [_INTRODUCTION]
    for title, rows in (
        ("Events", [(column.name, column.meaning) for column in EVENT_COLUMNS]),
        ("Claims", [(column.name, column.meaning) for column in CLAIM_COLUMNS]),
    ):
        parts.append(f"\n## {title}\n\n| column | meaning |\n|---|---|\n")
        parts += [f"| `{name}` | {meaning} |\n" for name, meaning in rows]
    return "".join(parts)


def _voice(one: Assertion) -> str:
    if one.speaker is not None:
        return one.speaker.actor.name
    return "unnamed" if one.claim_id is not None else "report"


def _count(count: Count) -> str:
    if count.best is not None:
        return f"{count.kind}={count.best}"
    low, high = ("?" if bound is None else str(bound) for bound in (count.low, count.high))
    return f"{count.kind}={low}-{high}"
