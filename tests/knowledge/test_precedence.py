"""Whose word counts on a day: the user's over the curated over the derived, and nobody's beyond an `as_of`."""

from __future__ import annotations

from datetime import date

import pytest

from vedette.knowledge import Actors, Countries, KnownActor, StatusSpan
from vedette.knowledge.actor_tables import BODY_TABLES, PERSON_TABLES, load_bodies, load_persons
from vedette.knowledge.bodies import Bodies
from vedette.knowledge.precedence import yielding


def span(first: str | None, last: str | None, sector: str = "REB", **more: str) -> StatusSpan:
    return StatusSpan(
        first, last, more.get("country", "TJK"), (sector,), None, more.get("office"), more.get("as_of"), None
    )


def days(spans: tuple[StatusSpan, ...]) -> list[tuple[str | None, str | None]]:
    return [(one.first, one.last) for one in spans]


@pytest.mark.parametrize(
    ("weak", "strong", "left"),
    [
        (("2001-01-01", "2010-12-31"), ("2012-01-01", "2013-01-01"), [("2001-01-01", "2010-12-31")]),
        (("2001-01-01", "2010-12-31"), ("2005-01-01", None), [("2001-01-01", "2004-12-31")]),
        (("2001-01-01", None), (None, "2004-02-29"), [("2004-03-01", None)]),
        (("2001-01-01", None), ("2003-01-01", "2003-12-31"), [("2001-01-01", "2002-12-31"), ("2004-01-01", None)]),
        (("2003-02-01", "2003-03-01"), ("2003-01-01", "2003-12-31"), []),
        ((None, None), (None, None), []),
    ],
)
def test_days_that_another_table_tells_of_are_cut_out(
    weak: tuple[str | None, str | None],
    strong: tuple[str | None, str | None],
    left: list[tuple[str | None, str | None]],
) -> None:
    assert days(yielding([span(*weak)], [span(*strong)])) == left


def test_an_open_stretch_says_nothing_of_days_after_its_last_check() -> None:
    own = span("2021-01-01", None, as_of="2021-12-31")
    later, earlier = span("2020-01-01", None, as_of="2026-01-01"), span("2020-01-01", None, as_of="2020-06-01")
    assert days(yielding([later], [own])) == [("2020-01-01", "2020-12-31"), ("2022-01-01", None)]
    assert days(yielding([earlier], [own])) == [("2020-01-01", "2020-12-31")]


def test_two_offices_do_not_compete() -> None:
    minister = span("2001-01-01", None, "GOV", office="foreign minister")
    leader = span("2003-01-01", None, "GOV", office="leader")
    assert yielding([minister], [leader]) == (minister,)


def test_the_earlier_table_wins_on_its_days_and_gives_the_name() -> None:
    bodies = Bodies.load(Countries.load())
    curated = KnownActor("g:a", "Alpha Front", "armed_group", ("AF",), (span("2010-01-01", "2015-12-31", "GOV"),), "c")
    derived = KnownActor("g:a", "Front Alpha", "armed_group", (), (span("2005-01-01", None, as_of="2020-01-01"),), "d")
    known = Actors([curated, derived], bodies)
    assert len(known) == 1
    on = {year: known.as_of("g:a", date(year, 6, 1)).sectors for year in (2006, 2012, 2018)}
    assert on == {2006: ("REB",), 2012: ("GOV",), 2018: ("REB",)}
    merged = known.get("g:a")
    assert merged is not None
    assert (merged.name, merged.aliases, merged.source) == ("Alpha Front", ("AF", "Front Alpha"), "c; d")


def test_the_users_names_come_before_all_others() -> None:
    own = KnownActor("o:mine", "Pentagon", "company", ("Taliban",), (), "units.csv: notes")
    known = Actors.load(Countries.load(), [own])
    assert known.named("Pentagon")[0].id == "o:mine"
    assert [actor.id for actor in known.named("Taliban")][:2] == ["o:mine", "g:taliban"]


def test_curated_tables_are_read_before_derived_ones() -> None:
    assert PERSON_TABLES.index("leaders_curated.tsv") < PERSON_TABLES.index("leaders.tsv")
    derived = [name.endswith("_listed.tsv") for name in BODY_TABLES]
    assert derived == sorted(derived)


def test_every_row_of_actors_tells_where_it_is_from() -> None:
    assert all(actor.source for actor in (*load_bodies(), *load_persons()))


def test_a_list_without_offices_is_not_taken_for_current_beyond_its_last_check() -> None:
    listed = span("2010-01-01", None, "GOV", as_of="2014-01-30")
    known = Actors([KnownActor("p:a", "Anvar Alpha", "person", (), (listed,), "d")], Bodies.load(Countries.load()))
    then = {day: known.as_of("p:a", date.fromisoformat(day)) for day in ("2014-01-30", "2014-01-31")}
    assert [(actor.country, actor.sectors) for actor in then.values()] == [("TJK", ("GOV",)), ("TJK", ())]
