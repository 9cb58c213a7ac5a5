"""The whole way: every value with its words, same input → same output, one bad report never stops a run."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vedette import CodedReport, Coder, Failure, Report
from vedette.ingest import read_inputs
from vedette.model.record import to_record

pytestmark = pytest.mark.model

SAMPLES = Path(str(resources.files("vedette"))) / "samples"


@pytest.fixture(scope="module")
def coded(coder: Coder) -> list[CodedReport]:
    reports = list(read_inputs([SAMPLES]))
    assert len(reports) >= 12
    found = list(coder.code_many(reports))
    assert all(isinstance(item, CodedReport) for item in found)
    return [item for item in found if isinstance(item, CodedReport)]


def _spans(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if {"start", "end", "exact"} <= node.keys():
            yield node
        for value in node.values():
            yield from _spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from _spans(value)


def _assert_words(item: CodedReport) -> None:
    text = item.report.text
    for span in _spans({key: value for key, value in to_record(item).items() if key != "report"}):
        assert text[span["start"] : span["end"]] == span["exact"]
        for start, end in span.get("parts", []):
            assert span["start"] <= start < end <= span["end"]


def test_samples_are_coded_without_failure(coded: list[CodedReport]) -> None:
    assert [failure for item in coded for failure in item.failures] == []
    assert all(item.events for item in coded)
    assert all(item.claims for item in coded)


def test_every_value_of_the_samples_has_its_words(coded: list[CodedReport]) -> None:
    for item in coded:
        _assert_words(item)


def test_ids_are_unique_and_references_lead_somewhere(coded: list[CodedReport]) -> None:
    for item in coded:
        events = [event.id for event in item.events]
        claims = [claim.id for claim in item.claims]
        assert len(set(events)) == len(events)
        assert len(set(claims)) == len(claims)
        for event in item.events:
            assert event.within is None or event.within in events
            assert all(voice.claim_id is None or voice.claim_id in claims for voice in event.assertions)
            assert event.assertions
        for claim in item.claims:
            assert set(claim.events) <= set(events)
            assert claim.parent is None or claim.parent in claims


def test_a_fear_is_never_counted(coded: list[CodedReport]) -> None:
    """No sample tells of an attack on Tajikistan that took place; several tell of the fear of one."""
    statuses = {
        event.status
        for item in coded
        for event in item.events
        if event.event_type == "ASSAULT" and any(party.actor.country == "TJK" for party in event.recipients)
    }
    assert not statuses & {"happened", "ongoing"}


def test_same_input_gives_the_same_output(coder: Coder, coded: list[CodedReport]) -> None:
    again = coder.code(coded[2].report)
    assert json.dumps(to_record(again)) == json.dumps(to_record(coded[2]))


def test_processes_give_the_same_output_in_order(coder: Coder, coded: list[CodedReport]) -> None:
    reports = [item.report for item in coded[:4]]
    parallel = list(coder.code_many(reports, jobs=2))
    assert [to_record(item) for item in parallel if isinstance(item, CodedReport)] == [
        to_record(item) for item in coded[:4]
    ]


def test_a_title_is_not_coded_but_a_headline_in_the_text_is(coder: Coder) -> None:
    headline, body = "Rebels shell harbour town", "The harvest was late in the valley."
    titled = coder.code(Report.make(body, "2024-05-14", title=headline))
    assert (titled.events, titled.claims, titled.report.title) == ((), (), headline)
    within = coder.code(Report.make(f"{headline}\n\n{body}", "2024-05-14"))
    assert [(one.event_type, one.evidence.exact) for one in within.events] == [("ASSAULT", headline)]


def test_failures_among_the_input_keep_their_place(coder: Coder, coded: list[CodedReport]) -> None:
    bad = Failure("bad.txt", "ingest", "DateMissing", "no date")
    found = list(coder.code_many([coded[0].report, bad, coded[1].report]))
    assert found[1] is bad
    assert isinstance(found[0], CodedReport)
    assert isinstance(found[2], CodedReport)


def test_a_broken_stage_costs_only_its_own_part(
    coder: Coder, coded: list[CodedReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("odd tree")

    monkeypatch.setattr("vedette.pipeline.attribute", broken)
    item = coder.code(coded[0].report)
    assert item.events
    assert [(failure.stage, failure.error) for failure in item.failures] == [("attribution", "ValueError")]


def test_nothing_is_fetched(coder: Coder, coded: list[CodedReport], monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refused)
    assert coder.code(coded[0].report).events


_TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from("abc XYZ.,\n\t\"'“”’-–—$%0123456789\u00a0\u200b\U0001f600éß"), st.characters()),
    max_size=400,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=_TEXTS)
def test_any_text_is_survived_with_true_offsets(coder: Coder, text: str) -> None:
    item = coder.code(Report.make(text, "2021-12-29"))
    assert item.failures == ()
    _assert_words(item)


_WORDS = st.lists(
    st.sampled_from(
        "Russia Tajikistan Taliban Putin troops attacked will not said that the he his border on Monday met and , . “ "
        "in Kabul fear denied killed 12 agreed to with were by who".split()
    ),
    min_size=1,
    max_size=60,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=_WORDS)
def test_word_salad_is_survived_and_coded_alike_twice(coder: Coder, words: list[str]) -> None:
    report = Report.make(" ".join(words), "2021-12-29")
    first, second = coder.code(report), coder.code(report)
    assert first.failures == ()
    _assert_words(first)
    assert to_record(first) == to_record(second)
