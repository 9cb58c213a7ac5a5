"""Deeds nobody vouches for, and deeds taken for granted."""

from __future__ import annotations

import pytest

from vedette import Coder
from vedette.coding.embedding import Embedding, load_embedding
from vedette.coding.status import status_of
from vedette.model import Report
from vedette.reading import Parser

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def embedding() -> Embedding:
    return load_embedding()


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("A man accused of stabbing two officers appeared in court.", "stabbing", "unknown"),
        ("Two soldiers have been indicted for killing a farmer.", "killing", "unknown"),
        ("The guard is charged with beating a trader and wounding a boy.", "wounding", "unknown"),
        ("The army was blamed for burning the mill.", "burning", "unknown"),
        ("The guards were accused of torture.", "torture", "unknown"),
        ("The guards were accused of the murder of a boy.", "murder", "happened"),
        ("The colonel is suspected of ordering the attack on the mosque.", "attack", "happened"),
        ("The army was blamed for attacks on the mill.", "attacks", "happened"),
        ("The army was accused by Chad of burning the mill.", "burning", "happened"),
        ("Chad accused the army of burning the mill.", "burning", "happened"),
        ("The guard was convicted of killing a trader.", "killing", "happened"),
        ("The guard was found guilty of killing a trader.", "killing", "happened"),
        ("The bandits who allegedly kidnapped the priest fled.", "kidnapped", "unknown"),
        ("The general purportedly ordered and paid the killers.", "paid", "unknown"),
        ("The army reportedly shelled the mill.", "shelled", "happened"),
        ("An alleged attack on the mill angered the minister.", "attack", "unknown"),
        ("Rumours that the army had attacked the mill proved to be false.", "attacked", "not_happened"),
        ("Reports that the army attacked the mill are not true.", "attacked", "not_happened"),
        ("Allegations of attacks on the mill are baseless.", "attacks", "not_happened"),
        ("Reports that the army attacked the mill are not false.", "attacked", "happened"),
        ("Reports that the army attacked the mill could not be verified.", "attacked", "unknown"),
        ("Unconfirmed reports that the army attacked the mill spread in town.", "attacked", "unknown"),
        ("The envoy has not found any evidence that the guards beat the boy.", "beat", "unknown"),
        ("There is no evidence of an attack on the mill.", "attack", "unknown"),
        ("There was no sign that rebels had attacked the mill.", "attacked", "not_happened"),
        ("The envoy found evidence that the guards beat the boy.", "beat", "happened"),
        ("The monitors could not verify that rebels attacked the mill.", "attacked", "unknown"),
        ("It is not certain that rebels attacked the mill.", "attacked", "unknown"),
        ("Officials would not say who attacked the mill.", "attacked", "happened"),
        ("It is not known how many traders were killed by the army.", "killed", "happened"),
        ("It is not known who is shelling the mill.", "shelling", "ongoing"),
        ("It is not known whether rebels attacked the mill.", "attacked", "hypothetical"),
    ],
)
def test_status_of_what_is_only_said(
    parser: Parser, embedding: Embedding, sentence: str, word: str, expected: str
) -> None:
    reading = parser.read(Report.make(sentence, "2021-12-29"))
    verdict = status_of(next(token for token in reading.tokens if token.lower == word), embedding)
    assert verdict.status == expected, verdict


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The minister said reports that the army shelled a hospital are baseless.", "denied"),
        ("Police do not know who killed the journalist.", "happened"),
        ("The governor did not confirm that the army shelled a hospital.", "unknown"),
    ],
)
def test_status_where_somebody_speaks_of_it(coder: Coder, text: str, status: str) -> None:
    events = coder.code(Report.make(text, "2021-12-29")).events
    assert [event.status for event in events if event.event_type == "ASSAULT"] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv accused Moscow on Monday of shelling a hospital.",
        "Kyiv blamed Moscow in June for shelling a hospital.",
        "Moscow was accused by Kyiv of shelling a hospital.",
    ],
)
def test_an_accuser_vouches_for_the_deed_whatever_stands_between(coder: Coder, text: str) -> None:
    events = coder.code(Report.make(text, "2021-12-29")).events
    (deed,) = (event for event in events if event.event_type == "ASSAULT")
    assert (deed.status, [party.actor.id for party in deed.actors]) == ("happened", ["gov:RUS"])
    assert [(a.speaker.actor.id if a.speaker else None, a.stance) for a in deed.assertions] == [("gov:UKR", "accuses")]
