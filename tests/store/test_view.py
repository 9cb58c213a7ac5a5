"""Reading back: filters, order, shortened ids."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coded_reports import code, make_report
from vedette.errors import QueryError
from vedette.store import ClaimFilter, EventFilter, ReportFilter, Store, open_store

OLD = make_report(1, published_at="2021-07-08", publisher="Panj Post")
NEW = make_report(2, published_at="2021-08-01T06:00:00+05:00", publisher="Kunduz Courier", supersedes="Attack 1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "a.db") as store, store.writer() as writer:
        writer.add(code(OLD))
        writer.add(code(NEW))
        yield store


def numbers(store: Store, **conditions: object) -> list[str]:
    """Return which of the four events of each report are listed."""
    found = store.events(EventFilter(**conditions))  # type: ignore[arg-type]
    return [("new" if one.report.id == NEW.id else "old") + one.event.id[-1] for one in found]


def test_events_lists_what_happened_newest_report_first(store: Store) -> None:
    assert numbers(store) == ["new1", "new4", "old1", "old4"]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"statuses": ("feared",)}, ["new2", "old2"]),
        ({"statuses": (), "types": ("THREATEN",)}, ["new2", "old2"]),
        ({"statuses": (), "types": ("ASSAULT",)}, ["new1", "new3", "old1", "old3"]),
        ({"statuses": (), "within": False, "types": ("ASSAULT",)}, ["new1", "old1"]),
        ({"within": True, "types": ("ASSAULT",)}, ["new1", "new3", "old1", "old3"]),
        ({"actor": "g:TAL"}, ["new1", "old1"]),
        ({"actor": "tALib"}, ["new1", "old1"]),
        ({"actor": "rus"}, ["new4", "old4"]),
        ({"actor": "100%"}, []),
        ({"actor": "_"}, []),
        ({"recipient": "Afghan National"}, ["new1", "old1"]),
        ({"recipient": "Taliban"}, []),
        ({"country": "AFG"}, ["new1", "new4", "old1", "old4"]),
        ({"country": "rus"}, ["new4", "old4"]),
        ({"speaker": "Taliban"}, ["new1", "new4", "old1", "old4"]),
        ({"speaker": "Putin"}, []),
        ({"since": "2021-07-07", "until": "2021-07-07"}, ["new1", "old1"]),
        ({"since": "2021-07-08"}, []),
        ({"until": "2021-07-08"}, ["new1", "new4", "old1", "old4"]),
        ({"until": "2021-07-06"}, []),
        ({"background": True}, ["new4", "old4"]),
        ({"background": False}, ["new1", "old1"]),
        ({"report": OLD.id}, ["old1", "old4"]),
        ({"report": OLD.id[:8]}, ["old1", "old4"]),
        ({"words": "mortars concern"}, ["new1", "new4", "old1", "old4"]),
        ({"words": "attack 2"}, ["new1", "new4"]),
        ({"words": "mortars OR NEAR( \" *"}, []),
        ({"limit": 2, "offset": 1}, ["new4", "old1"]),
    ],
)  # fmt: skip
def test_events_filter(store: Store, conditions: dict[str, object], expected: list[str]) -> None:
    assert numbers(store, **conditions) == expected


def test_many_matches_are_listed_in_the_same_order_as_few(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    few = numbers(store, actor="AFG", recipient="AFG", country="AFG", speaker="AFG")
    monkeypatch.setattr("vedette.store.queries._MANY", 0)
    assert numbers(store, actor="AFG", recipient="AFG", country="AFG", speaker="AFG") == few == ["new1", "old1"]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, ["new1", "new2", "old1", "old2"]),
        ({"speaker": "putin"}, ["new1", "old1"]),
        ({"speaker": "gov:RUS"}, ["new1", "old1"]),
        ({"country": "AFG"}, ["new2", "old2"]),
        ({"stances": ("denies",)}, ["new2", "old2"]),
        ({"disputed": True}, ["new1", "new2", "old1", "old2"]),
        ({"since": "2021-08-01"}, ["new1", "new2"]),
        ({"until": "2021-07-31"}, ["old1", "old2"]),
        ({"addressee": "putin"}, []),
        ({"limit": 1}, ["new1"]),
    ],
)
def test_claims_filter(store: Store, conditions: dict[str, object], expected: list[str]) -> None:
    found = store.claims(ClaimFilter(**conditions))  # type: ignore[arg-type]
    assert [("new" if one.report.id == NEW.id else "old") + one.claim.id[-1] for one in found] == expected


def test_reports_filter(store: Store) -> None:
    assert [one.id for one in store.reports()] == [NEW.id, OLD.id]
    assert [one.id for one in store.reports(ReportFilter(publisher="courier"))] == [NEW.id]
    assert [one.id for one in store.reports(ReportFilter(until="2021-07-31"))] == [OLD.id]
    assert [one.id for one in store.reports(ReportFilter(correcting=True))] == [NEW.id]


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        (EventFilter(limit=1, offset=1), 4), (EventFilter(statuses=(), types=("ASSAULT",)), 4),
        (EventFilter(actor="rus"), 2), (EventFilter(statuses=()), 6), (ClaimFilter(speaker="putin", limit=1), 2),
        (ClaimFilter(), 4), (ReportFilter(limit=1), 2), (ReportFilter(words="nothing such"), 0),
    ],
)  # fmt: skip
def test_how_many_counts_the_whole_list_up_to_a_number(
    asked: EventFilter | ClaimFilter | ReportFilter, number: int, store: Store
) -> None:
    assert store.how_many(asked, 5) == number
    assert store.how_many_speakers(ClaimFilter(limit=1), 5) == 3


def test_a_correction_is_found_by_the_title_it_names(store: Store) -> None:
    new, old = store.reports()
    assert store.corrections(old) == (NEW.id,)
    assert store.corrections(new) == ()


def test_ids_may_be_shortened_where_unique(store: Store) -> None:
    assert store.event(f"m:{OLD.id[2:]}04").event.event_type == "CONSULT"
    assert store.claim(f"{OLD.id[2:]}01").claim.id == f"c:{OLD.id[2:]}01"
    assert store.report(OLD.id[:7]).report.id == OLD.id
    with pytest.raises(QueryError, match="is short for several events: m:"):
        store.event(f"m:{OLD.id[2:8]}")
    with pytest.raises(QueryError, match="no report has the id 'r:zz'"):
        store.report("r:zz")
    with pytest.raises(QueryError, match="no event has the id ''"):
        store.event("")


@pytest.mark.parametrize(
    ("conditions", "words"),
    [
        ({"types": ("FIGHT",)}, "there is no event type 'FIGHT'"),
        ({"statuses": ("maybe",)}, "Known: happened, ongoing"),
        ({"since": "2021-02-30"}, "'2021-02-30' is no day"),
        ({"since": "2021-03-01", "until": "2021-02-01"}, "is after"),
        ({"limit": 0}, "a limit is at least 1"),
    ],
)
def test_filter_refuses_what_does_not_exist(conditions: dict[str, object], words: str) -> None:
    with pytest.raises(QueryError, match=words):
        EventFilter(**conditions)  # type: ignore[arg-type]


def test_reading_may_be_broken_off(store: Store) -> None:
    assert next(iter(store.events())).event.event_type == "ASSAULT"
    assert next(iter(store.events())).event.event_type == "ASSAULT"
