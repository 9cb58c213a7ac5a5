"""Disputes: their sides and their order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coded_reports import TEXT, code, cut, make_report
from vedette.model import CodedReport
from vedette.store import ClaimFilter, open_store
from vedette.views import build_disputes


def taken_up(first_id: str, second_id: str) -> CodedReport:
    """Return a report in which one denies the very words another says, as in "X says …, which Y denies"."""
    coded = code(make_report(1))
    first, second = coded.claims
    words = cut(TEXT, "the attack was a concern")
    (link,) = second.links
    denial = replace(second, id=second_id, content=words, links=(replace(link, claim_id=first_id),))
    return replace(coded, claims=(denial, replace(first, id=first_id, content=words)))


@pytest.mark.parametrize(("first", "second"), [("c:aa", "c:bb"), ("c:bb", "c:aa")])
def test_of_two_claims_in_the_same_words_the_first_told_is_the_first_side(
    first: str, second: str, tmp_path: Path
) -> None:
    with open_store(tmp_path / "a.db") as store:
        with store.writer() as writer:
            writer.add(taken_up(first, second))
        (dispute,) = build_disputes(store, ClaimFilter())
    assert [one.claim.id for one in dispute.claims] == [first, second]
    assert [[one.claim.id for one in side] for side in dispute.sides] == [[first], [second]]
    assert dispute.id == first.replace("c:", "d:")
