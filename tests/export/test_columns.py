"""The flat columns: one registry, documented, guarded."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

from coded_reports import code, make_report
from vedette.export import CLAIM_COLUMNS, EVENT_COLUMNS, CsvWriter, columns_page
from vedette.store import ReportHead, StoredClaim, StoredEvent

PAGE = Path(__file__).resolve().parents[2] / "docs" / "columns.md"


def rows_of(title: str) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    coded = code(make_report(title=title))
    head = ReportHead.of(coded.report)
    events, claims = io.StringIO(), io.StringIO()
    writer = CsvWriter(events, EVENT_COLUMNS)
    for event in coded.events:
        writer.write(StoredEvent(head, event))
    claim_writer = CsvWriter(claims, CLAIM_COLUMNS)
    for claim in coded.claims:
        claim_writer.write(StoredClaim(head, claim))
    events.seek(0)
    claims.seek(0)
    return list(csv.DictReader(events)), list(csv.DictReader(claims))


def test_columns_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == columns_page()


def test_column_names_are_unique() -> None:
    for columns in (EVENT_COLUMNS, CLAIM_COLUMNS):
        names = [column.name for column in columns]
        assert len(names) == len(set(names))


def test_event_row_holds_what_the_event_says() -> None:
    row = rows_of("A title")[0][0]
    expected = {
        "event_type": "ASSAULT", "event_mode": "ground-attack", "status": "happened", "event_date": "2021-07-07",
        "actor_ids": "g:TAL", "recipient_names": "Afghan National Army", "place_names": "Qala i Naw", "lat": "34.98",
        "geo_precision": "town", "counts": "killed=12", "asserted_by": "report=asserts|Taliban=denies",
        "trigger": "attacked", "trigger_start": "17", "rule": "assault.attack@1", "report_title": "A title",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_claim_row_holds_what_the_claim_says() -> None:
    row = rows_of("A title")[1][1]
    expected = {"speaker_names": "Taliban", "stance": "denies", "cue": "denied", "content": "it."}
    assert {name: row[name] for name in expected} == expected
    assert row["links"].startswith("denies=c:")


def test_formula_in_a_title_is_guarded_and_a_negative_number_is_not() -> None:
    assert rows_of("=1+1")[0][0]["report_title"] == "'=1+1"
    coded = code(make_report())
    event = coded.events[0]
    place = replace(event.places[0], place=replace(event.places[0].place, lat=-33.9))
    out = io.StringIO()
    CsvWriter(out, EVENT_COLUMNS).write(StoredEvent(ReportHead.of(coded.report), replace(event, places=(place,))))
    out.seek(0)
    assert next(csv.DictReader(out))["lat"] == "-33.9"
