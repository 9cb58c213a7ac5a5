"""Filters into SQL."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, literal_column, or_, select

from vedette.errors import QueryError
from vedette.store import schema
from vedette.store.filters import ClaimFilter, EventFilter, ReportFilter
from vedette.store.stored import ReportHead

_MANY = 2_000
"""Up to so many rows of a condition are gathered first and then sorted; more are met along the order of the list."""
_ESCAPE = "\\"

HEAD = (
    schema.REPORT.c.id, schema.REPORT.c.published_at, schema.REPORT.c.publisher, schema.REPORT.c.title,
    schema.REPORT.c.url, schema.REPORT.c.supersedes,
)  # fmt: skip

Found = Select[tuple[int]]


def select_events(connection: Connection, asked: EventFilter) -> Select[tuple[str, str]]:
    """Return the query for a filter's events, newest report first, then in the order of the text."""
    event = schema.EVENT
    conditions = [*_span_conditions(event, asked.since, asked.until)]
    if asked.types:
        conditions.append(event.c.event_type.in_(asked.types))
    if asked.statuses:
        conditions.append(event.c.status.in_(asked.statuses))
    if asked.leaves_out_within:
        conditions.append(event.c.within.is_(None))
    if asked.background is not None:
        conditions.append(event.c.background == int(asked.background))
    parties = schema.EVENT_PARTY
    for role, name in (("actor", asked.actor), ("recipient", asked.recipient)):
        if name is not None:
            rows = select(parties.c.event_n).where(parties.c.actor_n.in_(_actors(name)), parties.c.role == role)
            conditions.append(_among(connection, event, rows, parties.c.event_n))
    if asked.country is not None:
        conditions.append(_event_country(connection, asked.country))
    if asked.speaker is not None:
        rows = select(schema.ASSERTION.c.event_n).where(schema.ASSERTION.c.actor_n.in_(_actors(asked.speaker)))
        conditions.append(_among(connection, event, rows, schema.ASSERTION.c.event_n))
    conditions += _report_conditions(connection, event, asked.report, asked.words)
    return _listed(event, conditions, asked.limit, asked.offset)


def select_claims(connection: Connection, asked: ClaimFilter) -> Select[tuple[str, str]]:
    """Return the query for a filter's claims, newest report first, then in the order of the text."""
    claim, voices, links = schema.CLAIM, schema.CLAIM_SPEAKER, schema.CLAIM_LINK
    conditions = [*_span_conditions(claim, asked.since, asked.until)]
    if asked.stances:
        conditions.append(claim.c.stance.in_(asked.stances))
    said_by = ("speaker", "on_behalf_of")
    for roles, actors in (
        (said_by, _actors(asked.speaker) if asked.speaker is not None else None),
        (("addressee",), _actors(asked.addressee) if asked.addressee is not None else None),
        (said_by, _of_country(asked.country) if asked.country is not None else None),
    ):
        if actors is not None:
            rows = select(voices.c.claim_n).where(voices.c.actor_n.in_(actors), voices.c.role.in_(roles))
            conditions.append(_among(connection, claim, rows, voices.c.claim_n))
    if asked.disputed:
        against = links.c.relation.in_(("disputes", "denies"))
        conditions.append(
            or_(
                claim.c.n.in_(select(links.c.claim_n).where(against)),
                claim.c.id.in_(select(links.c.other).where(against)),
            )
        )
    conditions += _report_conditions(connection, claim, asked.report, asked.words)
    return _listed(claim, conditions, asked.limit, asked.offset)


def select_reports(asked: ReportFilter) -> Select[tuple[str, str]]:
    """Return the query for a filter's reports, newest first."""
    report = schema.REPORT
    query = select(*HEAD)
    if asked.publisher is not None:
        query = query.where(report.c.publisher.like(_containing(asked.publisher), escape=_ESCAPE))
    if asked.since is not None:
        query = query.where(report.c.published_on >= asked.since)
    if asked.until is not None:
        query = query.where(report.c.published_on <= asked.until)
    if asked.correcting:
        query = query.where(report.c.supersedes.is_not(None))
    if asked.words is not None:
        query = query.where(report.c.n.in_(_reports_with(asked.words)))
    query = query.order_by(report.c.published_on.desc(), report.c.n)
    return query.limit(asked.limit if asked.limit is not None else -1).offset(asked.offset)


def find_id(connection: Connection, table: Table, asked: str) -> str:
    """Return the one id that is `asked` or begins with it; raise QueryError where none or several do."""
    short = asked.strip()
    found = connection.execute(select(table.c.id).where(table.c.id == short)).scalar()
    if found is not None:
        return str(found)
    prefixes = {"report": "r:", "event": "m:", "claim": "c:"}
    start = short if ":" in short else prefixes[table.name] + short
    # A range and not LIKE: it runs along the index.
    query = select(table.c.id).where(table.c.id >= start, table.c.id < start + "\U0010ffff").order_by(table.c.id)
    ids = [str(one) for one in connection.execute(query.limit(6)).scalars()] if short else []
    if not ids:
        raise QueryError(f"no {table.name} has the id '{asked}'.\nList them: vedette {table.name}s")
    if len(ids) > 1:
        raise QueryError(
            f"the id '{asked}' is short for several {table.name}s: {', '.join(ids[:5])}.\nGive more of it."
        )
    return ids[0]


def superseding(connection: Connection, head: ReportHead) -> list[str]:
    """Return the ids of the reports that say they correct or withdraw one; by its id, address or title."""
    report = schema.REPORT
    names = [one for one in (head.id, head.url, head.title) if one]
    query = select(report.c.id).where(report.c.supersedes.in_(names), report.c.id != head.id).order_by(report.c.n)
    return [str(one) for one in connection.execute(query).scalars()]


def _listed(
    table: Table, conditions: list[ColumnElement[bool]], limit: int | None, offset: int
) -> Select[tuple[str, str]]:
    query = select(*HEAD, table.c.record).join_from(table, schema.REPORT).where(and_(True, *conditions))
    query = query.order_by(table.c.published_on.desc(), table.c.report_n, table.c.n)
    return query.limit(limit if limit is not None else -1).offset(offset)


def _span_conditions(table: Table, since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    """A stretch of days is met where it touches the days asked for; an open end is not taken for any day."""
    first, last = table.c.first_day, table.c.last_day
    conditions: list[ColumnElement[bool]] = []
    if since is not None:
        conditions.append(and_(first.is_not(None), func.coalesce(last, first) >= since))
    if until is not None:
        conditions.append(func.coalesce(first, last) <= until)
    return conditions


def _among(connection: Connection, table: Table, rows: Found, key: ColumnElement[int]) -> ColumnElement[bool]:
    """Return `n among rows`, in the shape that is quick for as many rows as there are.

    Few rows are gathered and sorted. Of many, a page is soon filled by walking down the list's own
    order and asking each event; SQLite would gather and sort them all.
    """
    few = connection.execute(rows.limit(_MANY + 1)).scalars().all()
    if len(few) <= _MANY:
        return table.c.n.in_(sorted(set(few)))
    # The plus sign keeps SQLite from using the index on n for the outer table.
    return rows.where(key == literal_column(f"+{table.name}.n")).correlate(table).exists()


def _actors(name: str) -> Found:
    """Numbers of the actors whose id or country code is `name`, or whose name holds it."""
    actor, words = schema.ACTOR, name.strip()
    if not words:
        raise QueryError("an empty name matches nothing. Give an id, a country code, or part of a name.")
    return select(actor.c.n).where(
        or_(
            actor.c.id == words,
            actor.c.country == words.upper(),
            actor.c.name_key.like(_containing(words.casefold()), escape=_ESCAPE),
        )
    )


def _of_country(code: str) -> Found:
    return select(schema.ACTOR.c.n).where(schema.ACTOR.c.country == code.strip().upper())


def _event_country(connection: Connection, code: str) -> ColumnElement[bool]:
    parties, places = schema.EVENT_PARTY, schema.EVENT_PLACE
    doers = select(parties.c.event_n).where(parties.c.actor_n.in_(_of_country(code)))
    sites = select(places.c.event_n).where(places.c.country == code.strip().upper())
    return or_(
        _among(connection, schema.EVENT, doers, parties.c.event_n),
        _among(connection, schema.EVENT, sites, places.c.event_n),
    )


def _report_conditions(
    connection: Connection, table: Table, report: str | None, words: str | None
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if report is not None:
        report_id = find_id(connection, schema.REPORT, report)
        conditions.append(
            table.c.report_n == select(schema.REPORT.c.n).where(schema.REPORT.c.id == report_id).scalar_subquery()
        )
    if words is not None:
        conditions.append(table.c.report_n.in_(_reports_with(words)))
    return conditions


def _reports_with(words: str) -> Found:
    asked = [word.replace('"', "") for word in words.replace("\0", " ").split()]
    # Each word is quoted, so that none is taken for an operator of the query language.
    query = " ".join(f'"{word}"' for word in asked if word)
    if not query:
        raise QueryError("no words to search for. Give one or more.")
    rowid = literal_column("report_words.rowid", type_=schema.REPORT.c.n.type)
    return select(rowid).select_from(func.report_words(query).alias("report_words"))


def _containing(words: str) -> str:
    escaped = words.replace(_ESCAPE, _ESCAPE * 2).replace("%", f"{_ESCAPE}%").replace("_", f"{_ESCAPE}_")
    return f"%{escaped}%"
