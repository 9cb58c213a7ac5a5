"""The brief: every section, every line with its report, nothing of a report taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coded_reports import TEXT, code, make_report
from vedette.export import brief_page
from vedette.model import Failure
from vedette.store import Store, open_store
from vedette.views import BriefFilter, build_brief


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "a.db") as store, store.writer() as writer:
        yield store
        assert writer is not None


def fill(store: Store, **changes: str) -> None:
    with store.writer() as writer:
        writer.add(code(make_report(1, **changes)))


def test_brief_has_every_section(store: Store) -> None:
    fill(store)
    with store.writer() as writer:
        writer.add(code(make_report(2, published_at="2021-07-09", supersedes="Attack 1", publisher="Kunduz Courier")))
        writer.add_failure(Failure("a.txt", "ingest", "DateMissing", "no date"))
    page = brief_page(build_brief(store, BriefFilter()))
    assert re.findall(r"^##+ (.+)$", page, re.MULTILINE) == [
        "What happened", "Material conflict", "What is claimed, and by whom", "Vladimir Putin", "Taliban",
        "What is disputed", "What is feared, threatened, planned, demanded or was attempted", "Feared", "Corrections",
        "What could not be read",
    ]  # fmt: skip
    assert "Rows are mentions of events, not events" in page
    assert "Against it: Taliban." in page
    assert "- a.txt (ingest): DateMissing, no date" in page
    assert "This report was corrected or withdrawn later." in page
    assert re.search(r"Kunduz Courier, 2021-07-09, `r:\w+` corrects or withdraws: Attack 1", page)


def test_every_event_line_has_its_report_and_words(store: Store) -> None:
    fill(store)
    brief = build_brief(store, BriefFilter())
    lines = [line for line in brief_page(brief).splitlines() if "ASSAULT" in line]
    assert lines
    for line in lines:
        assert "Taliban fighters attacked soldiers" in line
        assert re.search(r"— Panj Post, 2021-07-08, `r:[0-9a-f]{16}` `m:", line)


def test_a_section_that_is_cut_says_how_much_is_left(store: Store) -> None:
    fill(store)
    with store.writer() as writer:
        for number in range(2, 5):
            writer.add(code(make_report(number, published_at=f"2021-07-0{number}")))
    page = brief_page(build_brief(store, BriefFilter(limit=1)))
    assert "3 more are not shown; see `vedette events`, or raise --limit." in page
    assert "7 more are not shown; see `vedette claims`, or raise --limit." in page
    assert "10 more are not shown; see `vedette disputes`, or raise --limit." in page
    assert "3 more are not shown; see `vedette events --status`, or raise --limit." in page
    assert "not shown" not in brief_page(build_brief(store, BriefFilter()))


@pytest.mark.parametrize("asked", [BriefFilter(actor="rus"), BriefFilter(country="RUS")])
def test_brief_on_one_side_leaves_the_other_out(store: Store, asked: BriefFilter) -> None:
    fill(store)
    brief = build_brief(store, asked)
    assert not brief.happened
    assert [group.speaker for group in brief.claimed] == ["Vladimir Putin"]


def test_brief_of_nothing_says_so(store: Store) -> None:
    brief = build_brief(store, BriefFilter())
    assert brief.is_empty
    assert "Nothing matched." in brief_page(brief)


def test_nothing_of_a_report_is_taken_for_markup(store: Store) -> None:
    text = TEXT.replace("with mortars", "with <img src=x onerror=alert(1)> [mortars](javascript:x)\n\n# mortars")
    fill(store, text=text, publisher="<b>Post</b>\n# Heading", url="javascript:alert(1)")
    page = brief_page(build_brief(store, BriefFilter()))
    assert "<" not in page.replace("](<", "")
    assert "[mortars](" not in page.replace("\\[mortars\\](", "")
    assert "javascript:alert(1)" not in page
    assert "\n# Heading" not in page


def test_address_becomes_a_link_only_where_it_is_http(store: Store) -> None:
    fill(store, url="https://panj.example/1")
    assert "[Panj Post](<https://panj.example/1>)" in brief_page(build_brief(store, BriefFilter()))
