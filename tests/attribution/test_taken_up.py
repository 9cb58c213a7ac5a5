from __future__ import annotations

import pytest

from vedette import Coder
from vedette.attribution import attribute
from vedette.grounding import ground
from vedette.linking import link_claims
from vedette.model import Claim, Report

pytestmark = pytest.mark.model


def linked(coder: Coder, text: str) -> tuple[Claim, ...]:
    grounded = ground(coder.reader.read(Report.make(text, "2024-05-15")), coder.knowledge)
    return link_claims(attribute(grounded), grounded)


@pytest.mark.parametrize(
    ("text", "denier", "denied"),
    [
        ("Ankara says Athens armed the smugglers, which Athens denies.", "Athens", "Athens armed the smugglers"),
        ("Athens sank the ferry, something Greek officials dispute.", "Greek officials", "Athens sank the ferry"),
        ("Ankara accused Athens of piracy, a charge Athens flatly rejects.", "Athens", "Athens of piracy"),
        ("Governor Ines Hall is accused of forging the ballots, which she denies.", "she", "forging the ballots"),
        ("The union said the mill would close, a claim disputed by the owner.", "the owner", "the mill would close"),
    ],
)  # fmt: skip
def test_what_is_told_first_is_denied_behind(text: str, denier: str, denied: str, coder: Coder) -> None:
    claims = linked(coder, text)
    denial = next(claim for claim in claims if claim.stance == "denies")
    assert denial.speaker_words is not None
    assert (denial.speaker_words.exact, denial.content.exact) == (denier, denied)
    assert all(denied.partition(" ")[0] in claim.content.exact and "," not in claim.content.exact for claim in claims)


def test_what_a_sentence_denies_is_linked_to_whoever_says_it(coder: Coder) -> None:
    ankara, athens = linked(coder, "Ankara says Athens armed the smugglers, which Athens denies.")
    assert [(link.relation, link.claim_id) for link in athens.links] == [("denies", ankara.id)]


@pytest.mark.parametrize(
    "text",
    [
        "The judge freed the man the prosecutor rejects.",
        "The minister, who denies the accusations, resigned.",
        "The army shelled the village which the rebels had left.",
    ],
)
def test_a_plain_relative_clause_denies_nothing_told_before(text: str, coder: Coder) -> None:
    assert not any("taken-up" in claim.rule for claim in linked(coder, text))


@pytest.mark.parametrize(
    ("answer", "relation"),
    [
        ("Athens denies it.", "denies"),
        ("Athens disputed that.", "disputes"),
        ("Athens denied doing so.", "denies"),
        ("Athens said that was false.", "disputes"),
        ("Athens says this is not true.", "denies"),
        ("Athens said this was not the case.", "denies"),
    ],
)
def test_a_pronoun_denies_what_another_said_last(answer: str, relation: str, coder: Coder) -> None:
    said, denied = linked(coder, f"Ankara says Athens armed the smugglers. {answer}")
    assert [(link.relation, link.claim_id) for link in denied.links] == [(relation, said.id)]


def test_a_thing_that_is_not_so_answers_nobody(coder: Coder) -> None:
    claims = linked(coder, "Ten died in the warehouse, police said. The company said it was not insured.")
    assert len(claims) == 2
    assert not claims[1].links


@pytest.mark.parametrize(
    "answer",
    [
        "Athens was the first to refuse to do so.",
        "Athens said it is not the case that ships have left.",
    ],
)
def test_what_takes_nothing_up_answers_nobody(answer: str, coder: Coder) -> None:
    claims = linked(coder, f"Ankara says Athens armed the smugglers. {answer}")
    assert not any(link.relation in ("denies", "disputes") for claim in claims for link in claim.links)


def test_a_pronoun_takes_up_only_what_was_said_right_before(coder: Coder) -> None:
    between = "The ferry was built in 1961 and carried mail between the islands for forty years. " * 5
    claims = linked(coder, f"Ankara says Athens armed the smugglers. {between}Athens denies it.")
    assert not any(claim.links for claim in claims)
