"""The store: what was coded, kept in one SQLite file and read back."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, Table, func, select

from vedette.errors import QueryError
from vedette.model import Claim, CodedReport, Failure, Report
from vedette.store import queries, schema
from vedette.store.connection import explained, open_engine, transaction
from vedette.store.decode import claim_from, coded_from, event_from
from vedette.store.filters import ClaimFilter, EventFilter, ReportFilter
from vedette.store.ledger import links_across
from vedette.store.stored import ReportHead, StoredClaim, StoredEvent, StoredSpeaker
from vedette.store.writer import Writer

if TYPE_CHECKING:
    from vedette.linking.weigher import ClaimWeigher

_PAGE = 200
"""Records fetched at a time."""
ALL_EVENTS = EventFilter()
ALL_CLAIMS = ClaimFilter()
ALL_REPORTS = ReportFilter()


def open_store(path: str | Path, *, create: bool = True) -> Store:
    """Open the store at a path, and make it where there is none.

    create: False raises StoreMissing instead of making one.
    Raises NotAStore, StoreTooNew, StoreLocked or StoreError where the file cannot be used.
    """
    file = Path(path)
    return Store(file, open_engine(file, create=create))


class Store:
    """Coded reports in one SQLite file. Many may read while one writes."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def writer(self, weigher: ClaimWeigher | None = None) -> Iterator[Writer]:
        """Give a writer; each report added is on disk when `add` returns.

        weigher: asked how claims of different reports stand to each other where rules do not tell.
        """
        yield Writer(self._engine, self.path, weigher)

    def events(self, asked: EventFilter = ALL_EVENTS) -> Iterator[StoredEvent]:
        """Yield event mentions, newest report first; by default what happened or goes on."""
        with self._reading() as connection:
            for row in _in_order(connection, schema.EVENT, queries.select_events(connection, asked)):
                yield StoredEvent(_head(row), event_from(json.loads(row.record)))

    def claims(self, asked: ClaimFilter = ALL_CLAIMS) -> Iterator[StoredClaim]:
        """Yield claims, newest report first."""
        with self._reading() as connection:
            for row in _in_order(connection, schema.CLAIM, queries.select_claims(connection, asked)):
                yield StoredClaim(_head(row), _claim(connection, row))

    def claims_by_id(self, ids: Collection[str]) -> dict[str, StoredClaim]:
        """Return the claims of some whole ids; those that are not in the store are left out."""
        found: dict[str, StoredClaim] = {}
        wanted = sorted(ids)
        with self._reading() as connection:
            for at in range(0, len(wanted), _PAGE):
                query = select(schema.CLAIM.c.n).where(schema.CLAIM.c.id.in_(wanted[at : at + _PAGE]))
                for row in _in_order(connection, schema.CLAIM, query):
                    claim = _claim(connection, row)
                    found[claim.id] = StoredClaim(_head(row), claim)
        return found

    def claims_answering(self, ids: Collection[str]) -> dict[str, StoredClaim]:
        """Return the claims that have a link to one of some whole ids, in whichever report, by their own id."""
        found: set[str] = set()
        wanted, links = sorted(ids), schema.CLAIM_LINK
        with self._reading() as connection:
            for at in range(0, len(wanted), _PAGE):
                query = select(schema.CLAIM.c.id).join_from(schema.CLAIM, links)
                query = query.where(links.c.other.in_(wanted[at : at + _PAGE]))
                found.update(connection.execute(query).scalars())
        return self.claims_by_id(found)

    def speakers(self, asked: ClaimFilter = ALL_CLAIMS) -> Iterator[StoredSpeaker]:
        """Yield who speaks in a filter's claims, whoever has most to say first."""
        with self._reading() as connection:
            for row in connection.execute(queries.select_speakers(connection, asked)):
                yield StoredSpeaker(
                    row.id, row.name, row.country or None, row.claims, row.reports, row.first, row.last,
                    row.against, row.disputed,
                )  # fmt: skip

    def reports(self, asked: ReportFilter = ALL_REPORTS) -> Iterator[ReportHead]:
        """Yield the heads of reports, newest first."""
        with self._reading() as connection:
            for row in connection.execute(queries.select_reports(asked)):
                yield _head(row)

    def how_many(self, asked: EventFilter | ClaimFilter | ReportFilter) -> int:
        """Return how many events, claims or reports a filter's list has, whatever its limit and offset."""
        with self._reading() as connection:
            match replace(asked, limit=None, offset=0):
                case EventFilter() as whole:
                    found = queries.select_events(connection, whole)
                case ClaimFilter() as whole:
                    found = queries.select_claims(connection, whole)
                case whole:
                    found = queries.select_reports(whole)
            return queries.how_many(connection, found)

    def how_many_speakers(self, asked: ClaimFilter = ALL_CLAIMS) -> int:
        """Return how many speak in a filter's claims, whatever its limit and offset."""
        with self._reading() as connection:
            found = queries.select_speakers(connection, replace(asked, limit=None, offset=0))
            return queries.how_many(connection, found)

    def failures(self) -> Iterator[Failure]:
        """Yield what could not be done, in the order it was met."""
        with self._reading() as connection:
            for row in connection.execute(select(schema.FAILURE).order_by(schema.FAILURE.c.n)):
                yield Failure(row.input, row.stage, row.error, row.message, row.report or None)

    def event(self, event_id: str) -> StoredEvent:
        """Return one event mention; the id may be shortened where that is unique. Raises QueryError."""
        with self._reading() as connection:
            row = _one(connection, schema.EVENT, event_id)
            return StoredEvent(_head(row), event_from(json.loads(row.record)))

    def claim(self, claim_id: str) -> StoredClaim:
        """Return one claim; the id may be shortened where that is unique. Raises QueryError."""
        with self._reading() as connection:
            row = _one(connection, schema.CLAIM, claim_id)
            return StoredClaim(_head(row), _claim(connection, row))

    def report(self, report_id: str) -> CodedReport:
        """Return one report with all that was found in it; the id may be shortened. Raises QueryError."""
        with self._reading() as connection:
            known = queries.find_id(connection, schema.REPORT, report_id)
            row = connection.execute(select(schema.REPORT).where(schema.REPORT.c.id == known)).one()
            events = tuple(event_from(json.loads(one)) for one in _records(connection, schema.EVENT, row.n))
            claims = tuple(_claims_of(connection, row.n))
        report = Report(
            id=row.id, text=row.text, published_at=row.published_at, publisher=row.publisher, title=row.title,
            url=row.url, sha256=row.sha256, author=row.author, supersedes=row.supersedes,
        )  # fmt: skip
        return coded_from(report, json.loads(row.found), events, claims)

    def text(self, report_id: str) -> str:
        """Return a report's text; the id may be shortened. Raises QueryError."""
        with self._reading() as connection:
            known = queries.find_id(connection, schema.REPORT, report_id)
            query = select(schema.REPORT.c.text).where(schema.REPORT.c.id == known)
            return str(connection.execute(query).scalar_one())

    def corrections(self, head: ReportHead) -> tuple[str, ...]:
        """Return the ids of the reports that correct or withdraw one, oldest first."""
        with self._reading() as connection:
            return tuple(queries.superseding(connection, head))

    def counts(self) -> dict[str, int]:
        """Return how many reports, events, claims and failures there are."""
        tables = (schema.REPORT, schema.EVENT, schema.CLAIM, schema.FAILURE)
        with self._reading() as connection:
            return {
                one.name: int(connection.execute(select(func.count()).select_from(one)).scalar_one()) for one in tables
            }

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self.path), transaction(self._engine) as connection:
            yield connection


def _head(row: Any) -> ReportHead:
    return ReportHead(row.id, row.published_at, row.publisher, row.title, row.url, row.supersedes)


def _claim(connection: Connection, row: Any) -> Claim:
    """Return a kept claim with its links to claims of other reports, which may have come after it."""
    claim = claim_from(json.loads(row.record))
    more = links_across(connection, [row.n]).get(row.n, ())
    return replace(claim, links=(*claim.links, *more)) if more else claim


def _claims_of(connection: Connection, report: int) -> Iterator[Claim]:
    table = schema.CLAIM
    query = select(table.c.n, table.c.record).where(table.c.report_n == report).order_by(table.c.n)
    for row in connection.execute(query):
        yield _claim(connection, row)


def _in_order(connection: Connection, table: Table, found: queries.Found) -> Iterator[Any]:
    """Yield the records of the numbers found, in their order; some at a time, however many there are."""
    numbers = connection.execute(found).scalars()
    while page := numbers.fetchmany(_PAGE):
        query = select(table.c.n, *queries.HEAD, table.c.record).join_from(table, schema.REPORT)
        rows = {row.n: row for row in connection.execute(query.where(table.c.n.in_(page)))}
        for number in page:
            yield rows[number]


def _one(connection: Connection, table: Table, asked: str) -> Any:
    known = queries.find_id(connection, table, asked)
    query = select(table.c.n, *queries.HEAD, table.c.record).join_from(table, schema.REPORT)
    row = connection.execute(query.where(table.c.id == known)).first()
    if row is None:
        raise QueryError(f"{known} was taken out of the store meanwhile.")
    return row


def _records(connection: Connection, table: Table, report: int) -> list[str]:
    query = select(table.c.record).where(table.c.report_n == report).order_by(table.c.n)
    return [str(one) for one in connection.execute(query).scalars()]
