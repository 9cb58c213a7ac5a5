"""Add coded reports to a store, one transaction each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, Table, insert, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import IntegrityError

from vedette.errors import StoreError
from vedette.model import Actor, Claim, CodedReport, CoderVersion, EventMention, Failure, Moment, Party
from vedette.model.record import claim_record, event_record, to_record
from vedette.store import schema
from vedette.store.connection import explained, transaction
from vedette.store.gists import gist_text
from vedette.store.ledger import keep_keys, link_to_others

if TYPE_CHECKING:
    from vedette.linking.weigher import ClaimWeigher

Row = dict[str, Any]
WHOLE = ("times", "actors", "places", "equipment", "facts", "failures", "coder")
"""Keys of a report's record that are kept with the report itself."""


class Writer:
    """Adds to a store. Made by `Store.writer`; not for two threads at once."""

    def __init__(self, engine: Engine, path: Path, weigher: ClaimWeigher | None = None) -> None:
        self._engine = engine
        self._path = path
        self._weigher = weigher
        self._runs: dict[CoderVersion, int] = {}

    def has(self, report_id: str) -> bool:
        """Tell whether a report is in the store already."""
        with explained(self._path), transaction(self._engine) as connection:
            return _has(connection, report_id)

    def add(self, coded: CodedReport) -> bool:
        """Keep a coded report; return False, and change nothing, where it is there already."""
        with explained(self._path):
            try:
                with transaction(self._engine, write=True) as connection:
                    if _has(connection, coded.report.id):
                        return False
                    run = self._run(connection, coded.coder)
                    _add(connection, coded, run, self._weigher)
            except IntegrityError as error:
                raise StoreError(f"report {coded.report.id} cannot be kept: {error.orig}") from error
            self._runs[coded.coder] = run
        return True

    def add_failure(self, failure: Failure) -> bool:
        """Keep a failure; return False where the same one is there already."""
        with explained(self._path), transaction(self._engine, write=True) as connection:
            return _add_failures(connection, (failure,)) > 0

    def _run(self, connection: Connection, coder: CoderVersion) -> int:
        """Return this run's number; it is written with the first report it adds, so that a run of none leaves none."""
        known = self._runs.get(coder)
        if known is not None:
            return known
        row = {
            "started_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "version": coder.version,
            "model": coder.model,
            "codebook": coder.codebook,
            "knowledge": coder.knowledge,
        }
        return _insert(connection, schema.RUN, row)


def _has(connection: Connection, report_id: str) -> bool:
    found = select(schema.REPORT.c.n).where(schema.REPORT.c.id == report_id)
    return connection.execute(found).first() is not None


def _add(connection: Connection, coded: CodedReport, run: int, weigher: ClaimWeigher | None) -> None:
    report = coded.report
    record = to_record(coded, text=False)
    published_on = report.published_on.isoformat()
    row = {
        "id": report.id, "run_n": run, "published_at": report.published_at, "published_on": published_on,
        "publisher": report.publisher, "title": report.title, "url": report.url, "sha256": report.sha256,
        "supersedes": report.supersedes, "text": report.text, "author": report.author,
        "input": report.input,
        "found": _json({key: record[key] for key in WHOLE}),
    }  # fmt: skip
    n = _insert(connection, schema.REPORT, row)
    connection.exec_driver_sql(
        "INSERT INTO report_words(rowid, title, text) VALUES (?, ?, ?)", (n, report.title or "", report.text)
    )
    actors = _Actors(connection)
    for event in coded.events:
        _add_event(connection, event, n, published_on, actors)
    told = {one.actor.id: one.actor for one in coded.actors}
    for claim in coded.claims:
        number = _add_claim(connection, claim, n, published_on, actors, told)
        link_to_others(connection, claim, number, n, weigher)
    _add_found(connection, coded, n, actors)
    _add_failures(connection, coded.failures)


class _Actors:
    """Numbers of actors, each written once a store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, str, str], int] = {}

    def number(self, actor: Actor) -> int:
        key = actor.id, actor.name, actor.country or ""
        if key not in self._known:
            table = schema.ACTOR
            # "" and not NULL: two NULLs are never equal, so that the same actor would be written twice.
            found = select(table.c.n).where(table.c.id == key[0], table.c.name == key[1], table.c.country == key[2])
            number = self._connection.execute(found).scalar()
            if number is None:
                row = {"id": key[0], "name": key[1], "name_key": key[1].casefold(), "country": key[2]}
                number = _insert(self._connection, table, row)
            self._known[key] = number
        return self._known[key]

    def rows(self, role: str, parties: Iterable[Party], owner: Mapping[str, int]) -> list[Row]:
        return [
            {
                **owner,
                "role": role,
                "actor_n": self.number(party.actor),
                "start": party.span.start,
                "end": party.span.end,
            }
            for party in parties
        ]


def _add_event(connection: Connection, event: EventMention, report: int, published_on: str, actors: _Actors) -> None:
    first, last = _days(event.moment, published_on, is_background=event.background)
    row = {
        "id": event.id, "report_n": report, "published_on": published_on, "event_type": event.event_type,
        "event_mode": "|".join(event.event_mode), "contexts": "|".join(event.contexts), "status": event.status,
        "background": int(event.background), "within": event.within, "quad_class": event.quad_class,
        "score": float(event.score), "first_day": first, "last_day": last, "record": _json(event_record(event)),
    }  # fmt: skip
    owner = {"event_n": _insert(connection, schema.EVENT, row)}
    parties = actors.rows("actor", event.actors, owner) + actors.rows("recipient", event.recipients, owner)
    _insert_all(connection, schema.EVENT_PARTY, parties)
    places = [
        {
            **owner, "place": one.place.id, "name": one.place.name, "country": one.place.country,
            "lat": _real(one.place.lat), "lon": _real(one.place.lon), "precision": one.place.precision,
            "start": one.span.start, "end": one.span.end,
        }
        for one in event.places
    ]  # fmt: skip
    _insert_all(connection, schema.EVENT_PLACE, places)
    voices = [
        {
            **owner, "actor_n": actors.number(one.speaker.actor) if one.speaker is not None else None,
            "claim": one.claim_id, "stance": one.stance,
        }
        for one in event.assertions
    ]  # fmt: skip
    _insert_all(connection, schema.ASSERTION, voices)


def _add_claim(
    connection: Connection, claim: Claim, report: int, published_on: str, actors: _Actors, told: Mapping[str, Actor]
) -> int:
    first, last = _days(claim.moment, published_on, is_background=False)
    row = {
        "id": claim.id, "report_n": report, "published_on": published_on, "kind": claim.kind,
        "attitude": claim.attitude, "stance": claim.stance, "parent": claim.parent, "first_day": first,
        "last_day": last, "record": _json(claim_record(claim)), "content": claim.content.exact,
        "gist": gist_text(claim.gist) if claim.gist is not None else None,
    }  # fmt: skip
    number = _insert(connection, schema.CLAIM, row)
    owner = {"claim_n": number}
    connection.exec_driver_sql("INSERT INTO claim_words(rowid, content) VALUES (?, ?)", (number, claim.content.exact))
    behalf = [speaker.on_behalf_of for speaker in claim.speakers if speaker.on_behalf_of is not None]
    said_by = actors.rows("speaker", (speaker.party for speaker in claim.speakers), owner)
    for row, speaker in zip(said_by, claim.speakers, strict=True):
        row["kind"] = speaker.speaker_kind
    others = actors.rows("on_behalf_of", behalf, owner) + actors.rows("addressee", claim.addressees, owner)
    _insert_all(connection, schema.CLAIM_SPEAKER, [*said_by, *({**row, "kind": None} for row in others)])
    links = [
        {**owner, "relation": link.relation, "other": link.claim_id, "rule": link.rule, "across": 0}
        for link in claim.links
    ]
    _insert_all(connection, schema.CLAIM_LINK, links)
    about = [{**owner, "actor_n": actors.number(one)} for one in _about(claim, told)]
    _insert_all(connection, schema.CLAIM_ABOUT, about)
    keep_keys(connection, claim, number, published_on)
    return number


def _about(claim: Claim, told: Mapping[str, Actor]) -> list[Actor]:
    """Return the actors a claim speaks of, as far as the report names them."""
    if claim.gist is None:
        return []
    ids = sorted(claim.gist.names | {doer.lstrip("~") for doer in claim.gist.doers})
    return [told[one] for one in ids if one in told]


def _add_found(connection: Connection, coded: CodedReport, report: int, actors: _Actors) -> None:
    owner = {"report_n": report}
    times = [
        {
            **owner, "start": time.span.start, "end": time.span.end, "exact": time.span.exact, "type": time.type,
            "value": time.value,
        }
        for time in coded.times
    ]  # fmt: skip
    _insert_all(connection, schema.TIME, times)
    mentions = [
        {
            **owner, "actor_n": actors.number(one.actor), "start": span.start, "end": span.end, "exact": span.exact,
        }
        for one in coded.actors
        for span in one.mentions
    ]  # fmt: skip
    _insert_all(connection, schema.ACTOR_MENTION, mentions)
    items = [
        {
            **owner, "start": item.span.start, "end": item.span.end, "exact": item.span.exact, "item": item.id,
            "category": item.category, "quantity": _real(item.quantity),
        }
        for item in coded.equipment
    ]  # fmt: skip
    _insert_all(connection, schema.EQUIPMENT, items)


def _add_failures(connection: Connection, failures: Iterable[Failure]) -> int:
    added = 0
    for failure in failures:
        row = {
            "input": failure.input, "stage": failure.stage, "error": failure.error, "message": failure.message,
            "report": failure.report_id or "",
        }  # fmt: skip
        added += connection.execute(sqlite_insert(schema.FAILURE).values(row).on_conflict_do_nothing()).rowcount
    return added


def _days(moment: Moment, published_on: str, *, is_background: bool) -> tuple[str | None, str | None]:
    """Return the first and last day filters compare with; what has no words of its own for when has the publication's.

    Background is never dated to the day of the report: where its moment is open it stays open.
    """
    first = moment.first[:10] if moment.first else None
    last = moment.last[:10] if moment.last else None
    if first is None and moment.basis != "text" and not is_background:
        first = last or published_on
        last = first
    return first, last


def _insert(connection: Connection, table: Table, row: Row) -> int:
    key = connection.execute(insert(table), row).inserted_primary_key
    assert key is not None  # noqa: S101 - every table has an integer key
    return int(key[0])


def _insert_all(connection: Connection, table: Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _real(value: float | None) -> float | None:
    return None if value is None else float(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
