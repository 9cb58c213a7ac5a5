"""Filters into SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    case,
    distinct,
    func,
    literal_column,
    or_,
    select,
)

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

Found = Select[Any]  # its type variables differ between SQLAlchemy 2.0 and 2.1
Condition = ColumnElement[bool]


def select_events(connection: Connection, asked: EventFilter) -> Found:
    """Return the query for the numbers of a filter's events, newest report first, then in the order of the text."""
    event = schema.EVENT
    conditions = [
        *_days(event, asked.since, asked.until),
        *_one_of(event, "event_type", asked.types),
        *_one_of(event, "status", asked.statuses),
    ]
    if asked.leaves_out_within:
        conditions.append(event.c.within.is_(None))
    if asked.background is not None:
        conditions.append(event.c.background == int(asked.background))
    for role, name in (("actor", asked.actor), ("recipient", asked.recipient)):
        if name is not None:
            conditions.append(_among(connection, event, _Those(schema.EVENT_PARTY, _actors(name), (role,))))
    if asked.country is not None:
        doers = _Those(schema.EVENT_PARTY, _of_country(asked.country))
        sites = _Those(schema.EVENT_PLACE, [asked.country.strip().upper()], value="country")
        conditions.append(_among(connection, event, doers, sites))
    if asked.speaker is not None:
        conditions.append(_among(connection, event, _Those(schema.ASSERTION, _actors(asked.speaker))))
    conditions += _report_conditions(connection, event, asked.report, asked.words)
    return _listed(event, conditions, asked.limit, asked.offset)


def select_claims(connection: Connection, asked: ClaimFilter) -> Found:
    """Return the query for the numbers of a filter's claims, newest report first, then in the order of the text."""
    return _listed(schema.CLAIM, _claim_conditions(connection, asked), asked.limit, asked.offset)


def _claim_conditions(connection: Connection, asked: ClaimFilter) -> list[Condition]:
    claim = schema.CLAIM
    conditions = [*_days(claim, asked.since, asked.until), *_one_of(claim, "stance", asked.stances)]
    said_by = ("speaker", "on_behalf_of")
    for roles, actors in (
        (said_by, _actors(asked.speaker) if asked.speaker is not None else None),
        (("addressee",), _actors(asked.addressee) if asked.addressee is not None else None),
        (said_by, _of_country(asked.country) if asked.country is not None else None),
    ):
        if actors is not None:
            conditions.append(_among(connection, claim, _Those(schema.CLAIM_SPEAKER, actors, roles)))
    if asked.about is not None:
        conditions.append(_about(connection, asked.about))
    if asked.disputed:
        conditions.append(_disputed())
    conditions += _report_conditions(connection, claim, asked.report, asked.words)
    return conditions


def select_speakers(connection: Connection, asked: ClaimFilter) -> Found:
    """Return the query for who speaks in a filter's claims, with counts; whoever has most to say first."""
    claim, said, actor, links = schema.CLAIM, schema.CLAIM_SPEAKER, schema.ACTOR, schema.CLAIM_LINK
    against = links.c.relation.in_(("disputes", "denies"))
    has_against = select(links.c.n).where(against, links.c.claim_n == claim.c.n).correlate(claim).exists()
    is_disputed = select(links.c.n).where(against, links.c.other == claim.c.id).correlate(claim).exists()
    number = func.count(distinct(claim.c.n))
    query = (
        select(
            actor.c.id, func.min(actor.c.name).label("name"), func.max(actor.c.country).label("country"),
            number.label("claims"), func.count(distinct(claim.c.report_n)).label("reports"),
            func.min(claim.c.published_on).label("first"), func.max(claim.c.published_on).label("last"),
            func.count(distinct(case((has_against, claim.c.n)))).label("against"),
            func.count(distinct(case((is_disputed, claim.c.n)))).label("disputed"),
        )
        .join_from(said, claim, said.c.claim_n == claim.c.n)
        .join(actor, actor.c.n == said.c.actor_n)
        .where(said.c.role.in_(("speaker", "on_behalf_of")), and_(True, *_claim_conditions(connection, asked)))
        .group_by(actor.c.id)
        .order_by(number.desc(), actor.c.id)
    )  # fmt: skip
    return query.limit(asked.limit if asked.limit is not None else -1).offset(asked.offset)


def _about(connection: Connection, name: str) -> Condition:
    """Claims that speak of an actor, by name or pronoun, or hold the words."""
    claim = schema.CLAIM
    named = _among(connection, claim, _Those(schema.CLAIM_ABOUT, _actors(name)))
    query = _each_word(name)
    if not query:
        return named
    rowid = literal_column("claim_words.rowid", type_=claim.c.n.type)
    worded = select(rowid).select_from(func.claim_words(query).alias("claim_words"))
    return or_(named, claim.c.n.in_(worded))


def _disputed() -> Condition:
    claim, links = schema.CLAIM, schema.CLAIM_LINK
    against = select(links.c.n).where(links.c.relation.in_(("disputes", "denies")))
    answers = against.where(links.c.claim_n == claim.c.n).correlate(claim).exists()
    is_answered = against.where(links.c.other == claim.c.id).correlate(claim).exists()
    return or_(answers, is_answered)


def how_many(connection: Connection, found: Found) -> int:
    """Return how many rows a query has."""
    query = select(func.count()).select_from(found.order_by(None).subquery())
    return int(connection.execute(query).scalar_one())


def select_reports(asked: ReportFilter) -> Found:
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


def _listed(table: Table, conditions: list[Condition], limit: int | None, offset: int) -> Found:
    query = select(table.c.n).where(and_(True, *conditions)).order_by(table.c.published_on.desc(), table.c.n)
    return query.limit(limit if limit is not None else -1).offset(offset)


def _one_of(table: Table, name: str, values: tuple[str, ...]) -> list[Condition]:
    if not values:
        return []
    if len(values) == 1:
        return [table.c[name] == values[0]]
    # The plus sign keeps SQLite from gathering by value and sorting, where walking down the list is quicker.
    return [literal_column(f"+{table.name}.{name}").in_(values)]


def _days(table: Table, since: str | None, until: str | None) -> list[Condition]:
    """A stretch of days is met where it touches the days asked for; an open end is not taken for any day."""
    first, last = table.c.first_day, table.c.last_day
    conditions: list[Condition] = []
    if since is not None:
        conditions.append(and_(first.is_not(None), func.coalesce(last, first) >= since))
    if until is not None:
        conditions.append(func.coalesce(first, last) <= until)
    return conditions


@dataclass(frozen=True, slots=True)
class _Those:
    """The events or claims that have one of some values in a table of their parts."""

    parts: Table
    values: Found | list[str]
    roles: tuple[str, ...] = ()
    """Empty means any."""
    value: str = "actor_n"

    def gathered(self, owner: Table) -> Found:
        """Return the query for their numbers."""
        return self._select(owner).where(self.parts.c[self.value].in_(self.values))

    def asked_of(self, owner: Table) -> Condition:
        """Return the question whether a row of `owner` is one of them."""
        # The plus signs keep SQLite from starting at the values, which are many where this is asked.
        value: ColumnElement[Any] = literal_column(f"+{self.parts.name}.{self.value}")
        here: ColumnElement[int] = literal_column(f"+{owner.name}.n")
        query = self._select(owner).where(self.parts.c[f"{owner.name}_n"] == here, value.in_(self.values))
        return query.correlate(owner).exists()

    def _select(self, owner: Table) -> Found:
        query = select(self.parts.c[f"{owner.name}_n"])
        return query.where(self.parts.c.role.in_(self.roles)) if self.roles else query


def _among(connection: Connection, table: Table, *sets: _Those) -> Condition:
    """Return `n in one of the sets`, in the shape that is quick for as many rows as there are.

    Few rows are gathered and sorted. Of many, a page is soon filled by walking down the list's own
    order and asking of each row; SQLite would gather and sort them all.
    """
    few: set[int] = set()
    for those in sets:
        few.update(int(n) for n in connection.execute(those.gathered(table).limit(_MANY + 1)).scalars())
        if len(few) > _MANY:
            return or_(*(one.asked_of(table) for one in sets))
    return table.c.n.in_(sorted(few))


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


def _report_conditions(connection: Connection, table: Table, report: str | None, words: str | None) -> list[Condition]:
    conditions: list[Condition] = []
    if report is not None:
        report_id = find_id(connection, schema.REPORT, report)
        conditions.append(
            table.c.report_n == select(schema.REPORT.c.n).where(schema.REPORT.c.id == report_id).scalar_subquery()
        )
    if words is not None:
        found = _reports_with(words)
        few = connection.execute(found.limit(_MANY + 1)).scalars().all()
        here: ColumnElement[int] = literal_column(f"+{table.name}.report_n")
        conditions.append(table.c.report_n.in_(few) if len(few) <= _MANY else here.in_(found))
    return conditions


def _reports_with(words: str) -> Found:
    query = _each_word(words)
    if not query:
        raise QueryError("no words to search for. Give one or more.")
    rowid = literal_column("report_words.rowid", type_=schema.REPORT.c.n.type)
    return select(rowid).select_from(func.report_words(query).alias("report_words"))


def _each_word(words: str) -> str:
    """Return a full-text query for all of some words; each is quoted, so that none is taken for an operator."""
    asked = [word.replace('"', "") for word in words.replace("\0", " ").split()]
    return " ".join(f'"{word}"' for word in asked if word)


def _containing(words: str) -> str:
    escaped = words.replace(_ESCAPE, _ESCAPE * 2).replace("%", f"{_ESCAPE}%").replace("_", f"{_ESCAPE}_")
    return f"%{escaped}%"
