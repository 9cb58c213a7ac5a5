"""Claims as Web Annotations and schema.org: valid by schemas of our own, and true to the words they stand on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from coded_reports import code, make_report
from vedette import Coder
from vedette.export import annotation_of, claim_of, claim_review_of
from vedette.model import Report
from vedette.store import ClaimFilter, ReportHead, StoredClaim, open_store
from vedette.views import build_disputes

SCHEMAS = Path(__file__).parent / "schemas"


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_annotations_are_valid_and_their_selectors_point_at_the_words() -> None:
    coded = code(make_report())
    head, text = ReportHead.of(coded.report), coded.report.text
    assert coded.claims
    for claim in coded.claims:
        record = annotation_of(claim, head, text)
        validator("annotation").validate(record)
        targets = record["target"] if isinstance(record["target"], list) else [record["target"]]
        assert len(targets) == max(1, len(claim.content.parts))
        for target in targets:
            quote, position = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])


def test_an_address_that_is_no_web_address_is_never_written() -> None:
    coded = code(make_report(url="javascript:alert(1)"))
    record = annotation_of(coded.claims[0], ReportHead.of(coded.report), coded.report.text)
    assert "javascript" not in json.dumps(record)
    record = claim_of(StoredClaim(ReportHead.of(coded.report), coded.claims[0]))
    assert "javascript" not in json.dumps(record)


@pytest.mark.model
def test_disputes_become_unrated_reviews(tmp_path: Path, coder: Coder) -> None:
    text = "Ukraine said that Russia had shelled the port of Odesa. Russia denied that it had shelled the port."
    with open_store(tmp_path / "a.db") as store:
        with store.writer() as writer:
            writer.add(coder.code(Report.make(text, "2024-05-15", title="Port", publisher="Panj Post")))
        reviews: list[dict[str, Any]] = [claim_review_of(one) for one in build_disputes(store, ClaimFilter())]
    assert len(reviews) == 1
    validator("claimreview").validate(reviews[0])
    assert reviews[0]["itemReviewed"]["author"]["name"] == "Government of Ukraine"
    assert reviews[0]["vedette:stands"][0]["vedette:relation"] == "denies"
    broken = dict(reviews[0], reviewRating={"ratingValue": 1})
    assert not validator("claimreview").is_valid(broken)
