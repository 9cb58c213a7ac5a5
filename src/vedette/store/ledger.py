"""The claims ledger across reports: finds claims that may be of one thing, and keeps how they stand to a new one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, select, union_all

from vedette.linking import Held, held, keys_of, link_across
from vedette.model import Claim, ClaimLink
from vedette.store import schema
from vedette.store.gists import gist_from

if TYPE_CHECKING:
    from vedette.linking.weigher import ClaimWeigher

DAYS = 30
"""Claims of reports published so many days apart at most are held against each other."""
_IN_COMMON = 0.3
"""Share of content words that claims of two reports have in common for the encoder of links to be asked: a store holds
far more pairs than it could read."""
MOST_A_KEY = 60
"""Claims a new one is held against at most for each key they share, those published last first."""


def keep_keys(connection: Connection, claim: Claim, number: int, published_on: str) -> None:
    """Keep by what a claim is found again."""
    if claim.gist is None or not claim.gist.voices:
        return
    rows = [{"claim_n": number, "key": key, "published_on": published_on} for key in keys_of(claim.gist)]
    if rows:
        connection.execute(insert(schema.CLAIM_KEY), rows)


def link_to_others(
    connection: Connection, claim: Claim, number: int, report: int, weigher: ClaimWeigher | None = None
) -> None:
    """Hold a claim that was just added against those of other reports, whichever was published first.

    The later claim of a pair has the link: by day of publication, then by the report's id, so that it does not
    matter which report was added first.
    """
    mine = held(claim)
    if mine is None or not mine.gist.voices or not (keys := keys_of(mine.gist)):
        return
    own = _place(connection, report)
    pairs: list[tuple[Held, Held]] = []
    numbers: list[int] = []
    for row in _candidates(connection, keys, own["published_on"], report):
        other = Held(row.id, row.stance, row.attitude, gist_from(row.gist))
        is_later = (row.published_at, row.report) < (own["published_at"], own["id"])
        pairs.append((mine, other) if is_later else (other, mine))
        numbers.append(number if is_later else row.n)
    for later, link in zip(numbers, link_across(pairs, weigher, in_common=_IN_COMMON), strict=True):
        _keep(connection, later, link)


def _place(connection: Connection, report: int) -> dict[str, str]:
    table = schema.REPORT
    query = select(table.c.id, table.c.published_at, table.c.published_on).where(table.c.n == report)
    row = connection.execute(query).one()
    return {"id": row.id, "published_at": row.published_at, "published_on": row.published_on}


def _candidates(connection: Connection, keys: tuple[str, ...], day: str, report: int) -> list[Any]:
    key, claim, home = schema.CLAIM_KEY, schema.CLAIM, schema.REPORT
    on = date.fromisoformat(day)
    first, last = (on - timedelta(DAYS)).isoformat(), (on + timedelta(DAYS)).isoformat()
    # One limited look-up a key: SQLite walks the index and stops, however many claims share the key.
    nearest = (
        select(key.c.claim_n)
        .where(key.c.key == one, key.c.published_on.between(first, last))
        .order_by(key.c.published_on.desc(), key.c.claim_n.desc())
        .limit(MOST_A_KEY)
        .subquery()
        for one in keys
    )
    near = union_all(*(select(found.c.claim_n) for found in nearest))
    query = (
        select(claim.c.n, claim.c.id, claim.c.stance, claim.c.attitude, claim.c.gist, home.c.published_at,
               home.c.id.label("report"))
        .join_from(claim, home)
        .where(claim.c.n.in_(near), claim.c.report_n != report, claim.c.gist.is_not(None))
        .order_by(home.c.published_at, home.c.id, claim.c.n)
    )  # fmt: skip
    return list(connection.execute(query))


def _keep(connection: Connection, later: int, link: ClaimLink | None) -> None:
    if link is not None:
        row = {"claim_n": later, "relation": link.relation, "other": link.claim_id, "rule": link.rule, "across": 1}
        connection.execute(insert(schema.CLAIM_LINK), row)


def links_across(connection: Connection, claims: list[int]) -> dict[int, tuple[ClaimLink, ...]]:
    """Return the links to claims of other reports, by the number of the claim that has them, oldest other first."""
    table = schema.CLAIM_LINK
    query = select(table.c.claim_n, table.c.relation, table.c.other, table.c.rule)
    query = query.where(table.c.claim_n.in_(claims), table.c.across == 1).order_by(table.c.other)
    found: dict[int, tuple[ClaimLink, ...]] = {}
    for row in connection.execute(query):
        found[row.claim_n] = (*found.get(row.claim_n, ()), ClaimLink(row.relation, row.other, row.rule))
    return found
