"""The report on the tables."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from vedette.export.knowledge_report import report_lines, report_page
from vedette.knowledge import Actors, Countries, KnownActor, StatusSpan
from vedette.knowledge.bodies import Bodies
from vedette.knowledge.build_report import BuildReport, build_report
from vedette.knowledge.findings import CONFLICT, OPEN_END, OVERLAP, SHARED_NAME, TWICE, Finding, findings


def person(id_: str, name: str, *spans: StatusSpan, src: str = "curated") -> KnownActor:
    return KnownActor(id_, name, "person", (), spans, src)


def office(first: str, last: str | None, as_of: str | None = None, held: str = "foreign minister") -> StatusSpan:
    return StatusSpan(first, last, "TJK", ("GOV",), "gov:TJK", held, as_of, None)


def group(id_: str, name: str, country: str, **more: str | None) -> KnownActor:
    span = StatusSpan("2010-01-01", more.get("last", "2011-01-01"), country, ("REB",), None, None, more.get("as_of"))
    return KnownActor(id_, name, "armed_group", (), (span,), "curated")


def found(*actors: KnownActor) -> list[Finding]:
    return list(findings(Actors(actors, Bodies.load(Countries.load()))))


def test_two_holders_of_one_office_at_a_time_are_found() -> None:
    long = person("p:a", "Anvar Alpha", office("2015-01-01", "2020-12-31"))
    short = person("p:b", "Bahor Beta", office("2016-01-01", "2016-12-31"))
    late = person("p:c", "Chinar Gamma", office("2019-01-01", "2019-12-31"))
    told = [one for one in found(long, short, late) if one.kind == OVERLAP]
    assert [(one.ids, one.detail) for one in told] == [
        (("p:a", "p:b"), "2016-01-01 to 2016-12-31"), (("p:a", "p:c"), "2019-01-01 to 2019-12-31"),
    ]  # fmt: skip
    assert told[0].subject == "foreign minister of TJK"


def test_a_handover_within_days_is_none_nor_are_two_offices() -> None:
    one = person("p:a", "Anvar Alpha", office("2015-01-01", "2016-01-10"))
    other = person("p:b", "Bahor Beta", office("2016-01-01", "2017-01-01"))
    third = person("p:c", "Chinar Gamma", office("2015-01-01", "2017-01-01", held="defence minister"))
    assert found(one, other, third) == []


def test_an_open_office_overlaps_only_up_to_its_last_check() -> None:
    known = person("p:a", "Anvar Alpha", office("2015-01-01", None, as_of="2016-01-01"))
    following = person("p:b", "Bahor Beta", office("2018-01-01", "2019-01-01"))
    assert found(known, following) == []


def test_one_person_under_two_ids_is_found_and_derived_told_from_curated() -> None:
    curated = person("p:a", "Andrei Kobarov", office("2015-01-01", "2016-01-01"))
    derived = person("p:b", "Andrey Kobarov", office("2015-01-01", "2016-01-01", held="leader"), src="MIT Phoenix")
    assert [(one.kind, one.ids) for one in found(curated, derived)] == [(CONFLICT, ("p:a", "p:b"))]
    twin = person("p:c", "Andrey Kobarov", office("2018-01-01", "2019-01-01"))
    assert [one.kind for one in found(curated, twin)] == [TWICE]


def test_a_name_of_actors_of_several_countries_is_found() -> None:
    told = found(group("g:a", "Unity Front", "TJK"), group("g:b", "Unity Front", "AFG"))
    assert [(one.kind, one.subject, one.ids, one.detail) for one in told] == [
        (SHARED_NAME, "Unity Front", ("g:a", "g:b"), "AFG, TJK")
    ]
    assert found(group("g:a", "Unity Front", "TJK"), group("g:b", "Unity Front", "TJK")) == []


def test_a_status_that_nobody_has_checked_is_found() -> None:
    told = found(
        group("g:a", "Unity Front", "TJK", last=None), person("p:a", "Anvar Alpha", office("2015-01-01", None))
    )
    assert [(one.kind, one.ids) for one in told] == [(OPEN_END, ("g:a",)), (OPEN_END, ("p:a",))]
    assert found(group("g:a", "Unity Front", "TJK", last=None, as_of="2020-01-01")) == []


@pytest.fixture(scope="module")
def report() -> BuildReport:
    return build_report()


def test_the_report_on_the_shipped_tables_takes_seconds() -> None:
    began = perf_counter()
    build_report()
    assert perf_counter() - began < 10


def test_every_shipped_table_tells_where_its_rows_are_from(report: BuildReport) -> None:
    assert len(report.tables) > 15
    for table in report.tables:
        assert table.rows >= table.things > 0
        assert sum(number for _, number in table.shares) == table.rows
        assert "not told" not in dict(table.shares), table.name


def test_no_shipped_office_or_group_is_open_without_a_check(report: BuildReport) -> None:
    assert [one for one in report.findings if one.kind == OPEN_END] == []


def test_no_office_has_two_holders_for_more_than_a_month(report: BuildReport) -> None:
    assert [one for one in report.findings if one.kind == OVERLAP] == []


def test_the_page_and_the_lines_hold_every_finding(report: BuildReport) -> None:
    lines, page = list(report_lines(report)), report_page(report)
    assert len(lines) == len(report.tables) + len(report.findings)
    assert all(one.ids[0] in page for one in report.findings)
    assert all(f"## {kind.capitalize()}: {number}" in page for kind, number in report.counts)


def test_the_users_tables_are_reported_on_first(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    path.write_text("id,name,kind,src\no:a,Alpha Works,company,notes\n")
    first = build_report([path]).tables[0]
    assert (first.name, first.rows, first.shares) == ("units.csv", 1, (("notes", 1),))
