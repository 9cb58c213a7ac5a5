"""`vedette export`: claims in the forms other tools read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import typer

from vedette.cli.asking import open_existing
from vedette.cli.options import About, Country, Limit, OfReport, Since, Speaker, Stances, StorePath, Until
from vedette.cli.outcome import Exit
from vedette.cli.screen import note, write
from vedette.export import annotation_of, claim_of, claim_review_of, to_json_line
from vedette.model.record import Record
from vedette.store import ClaimFilter, Store
from vedette.views import build_disputes


def annotation(  # noqa: PLR0913 - one argument an option
    *,
    store: StorePath = None,
    about: About = None,
    speaker: Speaker = None,
    country: Country = None,
    stances: Stances = None,
    since: Since = None,
    until: Until = None,
    report: OfReport = None,
    limit: Limit = None,
) -> None:
    """Write claims as W3C Web Annotations (JSON-LD, one a line), each with its words' quote and position.

    Example: vedette export annotation --about Bokhtar > claims.anno.jsonl
    """
    asked = ClaimFilter(
        about=about, speaker=speaker, country=country, stances=tuple(stances or ()), since=since, until=until,
        report=report, limit=limit,
    )  # fmt: skip
    with open_existing(store) as opened:
        _write_all(_annotations(opened, asked), "claim")


def claimreview(  # noqa: PLR0913 - one argument an option
    *,
    store: StorePath = None,
    about: About = None,
    speaker: Speaker = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
) -> None:
    """Write disputes as schema.org ClaimReview (JSON-LD, one a line), not rated: whoever checks adds the rating.

    Example: vedette export claimreview --since 2024-01-01 > reviews.jsonl
    """
    asked = ClaimFilter(about=about, speaker=speaker, country=country, since=since, until=until, limit=limit)
    with open_existing(store) as opened:
        _write_all(map(claim_review_of, build_disputes(opened, asked)), "dispute")


def claims(  # noqa: PLR0913 - one argument an option
    *,
    store: StorePath = None,
    about: About = None,
    speaker: Speaker = None,
    country: Country = None,
    stances: Stances = None,
    since: Since = None,
    until: Until = None,
    report: OfReport = None,
    limit: Limit = None,
) -> None:
    """Write claims as schema.org Claim (JSON-LD, one a line).

    Example: vedette export claims --speaker TJK > claims.jsonl
    """
    asked = ClaimFilter(
        about=about, speaker=speaker, country=country, stances=tuple(stances or ()), since=since, until=until,
        report=report, limit=limit,
    )  # fmt: skip
    with open_existing(store) as opened:
        _write_all(map(claim_of, opened.claims(asked)), "claim")


def _annotations(store: Store, asked: ClaimFilter) -> Iterator[Record]:
    texts: dict[str, str] = {}
    for one in store.claims(asked):
        if one.report.id not in texts:
            texts = {one.report.id: store.text(one.report.id)}  # rows come report by report
        yield annotation_of(one.claim, one.report, texts[one.report.id])


def _write_all(records: Iterable[Record], noun: str) -> None:
    """Write one line a record, then how many there were."""
    written = 0
    for written, record in enumerate(records, 1):  # noqa: B007 - the last number is the count
        write(to_json_line(record))
    note(f"{written} {noun}{'' if written == 1 else 's'} written." if written else "Nothing matched.")
    if not written:
        raise typer.Exit(Exit.NOTHING)
