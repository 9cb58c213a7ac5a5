from __future__ import annotations

import re

import pytest

from vedette import Coder
from vedette.attribution import attribute
from vedette.errors import DataFileInvalid
from vedette.grounding import ground
from vedette.linking import held, link_across, link_claims
from vedette.linking.matters import matter_words, parse_matters, parse_opposites
from vedette.model import Claim, Report


def linked(coder: Coder, text: str) -> tuple[Claim, ...]:
    grounded = ground(coder.reader.read(Report.make(text, "2024-05-15")), coder.knowledge)
    return link_claims(attribute(grounded), grounded)


def relations(claims: tuple[Claim, ...]) -> set[tuple[int, str, int]]:
    place = {claim.id: k for k, claim in enumerate(claims)}
    return {(k, link.relation, place[link.claim_id]) for k, claim in enumerate(claims) for link in claim.links}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ukraine said that Russia had shelled the port of Odesa. Russia denied that it had shelled the port.",
            (1, "denies", 0),
        ),
        (
            "Ukraine accused Russia of attacking the port of Odesa. Russia said it had not attacked Odesa.",
            (1, "denies", 0),
        ),
        (
            "Turkish President Recep Tayyip Erdogan said that the buildup caused concern. "
            "Greece said that Erdogan's concern was groundless.",
            (1, "disputes", 0),
        ),
        (
            "Ukraine said that 40 soldiers were killed in the attack on Odesa. "
            "Russia said that 15 soldiers were killed in the attack.",
            (1, "disputes", 0),
        ),
        (
            "Ukraine said on Monday that 40 soldiers were killed in the attack on Odesa. "
            "On Tuesday, Ukraine said that 55 soldiers were killed in the attack on Odesa.",
            (1, "revises", 0),
        ),
        (
            "Ukraine said that Russia had destroyed the grain terminal in Odesa. "
            "Later, Ukraine repeated that Russia had destroyed the grain terminal in Odesa.",
            (1, "repeats", 0),
        ),
        (
            "Ukraine said that Russia had destroyed the grain terminal in Odesa. "
            "Poland said that Russia had destroyed the grain terminal in Odesa.",
            (1, "agrees", 0),
        ),
    ],
)
def test_link_claims_relations(text: str, expected: tuple[int, str, int], coder: Coder) -> None:
    found = linked(coder, text)
    assert expected in relations(found)
    later = found[expected[0]]
    assert all(re.search(r"@\d$", link.rule) and link.reasons for link in later.links)
    if expected[1] in ("disputes", "denies", "agrees", "revises"):
        assert found[expected[2]].id in later.about


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Ukraine said that Russia had shelled the port. Brazil said that coffee prices had not risen.",
        "Ukraine said that 40 soldiers were killed in Odesa. Turkey said that 15 soldiers were killed in Izmir.",
        "Ukraine said at least 40 soldiers were killed in Odesa. Russia said 45 soldiers were killed in Odesa.",
        "Ukraine said the truce held. Russia said the truce held along most of the long southern front.",
    ],
)
def test_link_claims_leaves_apart(text: str, coder: Coder) -> None:
    assert {relation for _, relation, _ in relations(linked(coder, text))} <= {"agrees"}


@pytest.mark.model
def test_link_claims_reasons_stand_in_the_text(coder: Coder) -> None:
    text = "Ukraine accused Russia of attacking the port of Odesa. Russia said it had not attacked Odesa."
    for claim in linked(coder, text):
        for link in claim.links:
            for reason in link.reasons:
                assert reason.span is None or text[reason.span.start : reason.span.end] == reason.span.exact


def test_matter_words_join_words_of_one_matter() -> None:
    words = matter_words()
    assert words["truce"] == words["ceasefire"]
    assert words["threat"] == words["concern"]


def test_parse_matters_names_file_and_line() -> None:
    with pytest.raises(DataFileInvalid, match=r"mine\.tsv:2"):
        parse_matters("matter\twords\nceasefire truce\n", "mine.tsv")


@pytest.mark.parametrize("rows", ["ceasefire\ttruce\ntruce\tlull\n", "truce\tlull\nceasefire\ttruce\n"])
def test_parse_matters_refuses_a_row_named_by_a_word_of_another(rows: str) -> None:
    with pytest.raises(DataFileInvalid, match=r"mine\.tsv:[12]: 'truce'"):
        parse_matters(rows, "mine.tsv")


def test_parse_opposites_refuses_a_word_of_a_matter_of_another_name() -> None:
    with pytest.raises(DataFileInvalid, match=r"mine\.tsv:2: 'truce' is of the matter 'ceasefire'"):
        parse_opposites("word\texcludes\nwar\ttruce\n", "mine.tsv")


@pytest.mark.model
def test_two_ministers_of_one_state_may_reject_what_each_other_says(coder: Coder) -> None:
    text = (
        "French Interior Minister Paul Arnaud said the bridge was safe. "
        "French Transport Minister Luc Morel rejected the claim."
    )
    assert (1, "denies", 0) in relations(linked(coder, text))


@pytest.mark.model
@pytest.mark.parametrize(
    "answer",
    [
        "The report about the Salt Camp has reached parliament. The minister, Ivo Karsh, called it a fabrication.",
        "Asked about the inmates of the Salt Camp, the minister, Ivo Karsh, told them it was pure invention.",
        "The Hill Post article about the inmates is pure fantasy, the minister, Ivo Karsh, said.",
    ],
)
def test_a_verdict_answers_the_report_that_it_names_in_another(answer: str, coder: Coder) -> None:
    said = "The Hill Post wrote that guards had beaten inmates of the Salt Camp."
    earlier = linked(coder, said)[-1]
    later = linked(coder, answer)[-1]
    other = linked(coder, "The Hill Post wrote that a bridge at Vell had been closed for repairs.")[-1]
    pairs = [(held(later), held(earlier)), (held(later), held(other))]
    links = link_across([(one, two) for one, two in pairs if one is not None and two is not None])
    assert [link.relation if link is not None else None for link in links] == ["disputes", None]
