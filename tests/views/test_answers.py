"""What other claims say to the one an event is told in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from coded_reports import PUTIN, TEXT, code, cut, make_report
from vedette.export import brief_page
from vedette.model import Assertion, ClaimLink, CodedReport, Party
from vedette.store import Store, open_store
from vedette.views import BriefFilter, answers_to, build_brief

FIRST = make_report(1)
LATER = make_report(2, published_at="2021-07-09", publisher="Kunduz Courier")


def vouched_for(stance: str = "asserts") -> CodedReport:
    """Return a report in which the attack is told by Putin, in a claim that nobody answers there."""
    coded = code(FIRST)
    first, second = coded.claims
    voice = Assertion(Party(cut(TEXT, "Vladimir Putin"), PUTIN), first.id, stance)  # type: ignore[arg-type]
    events = tuple(replace(one, assertions=(voice,)) for one in coded.events)
    return replace(coded, events=events, claims=(first, replace(second, links=())))


def answering(relation: str) -> CodedReport:
    """Return a later report in which the Taliban answer him."""
    coded = code(LATER)
    link = ClaimLink(relation, vouched_for().claims[0].id, "link.answers@7")  # type: ignore[arg-type]
    return replace(coded, events=(), claims=(replace(coded.claims[1], links=(link,)),))


def filled(path: Path, *reports: CodedReport) -> Store:
    store = open_store(path / "a.db")
    with store.writer() as writer:
        for one in reports:
            writer.add(one)
    return store


def test_a_denial_in_another_report_is_told_with_the_event(tmp_path: Path) -> None:
    store = filled(tmp_path, answering("denies"), vouched_for())
    page = brief_page(build_brief(store, BriefFilter()))
    at = page.index("**2021-07-07** ASSAULT")
    below = page[at:].splitlines()[1]
    assert below.startswith(
        "  - denied by Taliban: “it.” (in “The Taliban denied it.”) — Kunduz Courier, 2021-07-09, `r:"
    )


def test_who_agrees_or_gives_another_version_is_told_too(tmp_path: Path) -> None:
    store = filled(tmp_path, vouched_for(), answering("agrees"))
    assert "\n  - also told by Taliban: " in brief_page(build_brief(store, BriefFilter()))
    (other := tmp_path / "other").mkdir()
    store = filled(other, vouched_for(), answering("revises"))
    assert "\n  - revised by Taliban: " in brief_page(build_brief(store, BriefFilter()))


def test_a_claim_that_denies_the_event_itself_vouches_for_nothing(tmp_path: Path) -> None:
    store = filled(tmp_path, vouched_for("denies"), answering("denies"))
    assert answers_to(store, store.events()) == {}


def test_what_only_the_report_tells_is_answered_by_nobody(tmp_path: Path) -> None:
    store = filled(tmp_path, code(FIRST))
    assert answers_to(store, store.events()) == {}


def test_the_answered_event_comes_from_either_end_of_a_link(tmp_path: Path) -> None:
    vouched = vouched_for()
    first, second = vouched.claims
    links = (ClaimLink("disputes", answering("denies").claims[0].id, "link.polarity@6"),)
    alone = replace(answering("denies"), claims=(replace(answering("denies").claims[0], links=()),))
    store = filled(tmp_path, replace(vouched, claims=(replace(first, links=links), second)), alone)
    found = answers_to(store, store.events())
    told = {(one.relation, one.is_later, one.by.report.id) for answers in found.values() for one in answers}
    assert told == {("disputes", False, LATER.id)}


def test_short_claims_of_a_brief_say_what_they_answer(tmp_path: Path) -> None:
    page = brief_page(build_brief(filled(tmp_path, code(FIRST)), BriefFilter()))
    denial = next(line for line in page.splitlines() if line.startswith("- Taliban denies"))
    assert "“it.” (in “The Taliban denied it.”)" in denial
    words = "It answers Vladimir Putin for Government of Russia: “the attack was a concern”"
    assert denial.endswith(words)
    other = next(line for line in page.splitlines() if line.startswith("- Vladimir Putin for"))
    assert "(in “" not in other
