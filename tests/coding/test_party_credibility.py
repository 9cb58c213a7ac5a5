"""How far a deed's parties are believed, and what becomes of deeds whose parties are not."""

from __future__ import annotations

import pytest

from vedette import Coder, Report
from vedette.coding import EventCoder
from vedette.coding.credibility import Heard
from vedette.coding.drafts import Draft
from vedette.coding.party_credibility import (
    PARTY_FACTORS,
    party_credibility_of,
    side_left_open,
)
from vedette.grounding import ground

PLAIN = dict.fromkeys(PARTY_FACTORS, 0.0) | {"heard_actor": 4.0, "left_out_actor": -6.0, "left_out_recipient": -6.0}


def test_pronouns_and_weak_slots_are_believed_less() -> None:
    plain = party_credibility_of(PLAIN).score
    for name in ("pronoun_actor", "pronoun_recipient", "weak_actor", "weak_recipient", "unknown_actor"):
        assert party_credibility_of(PLAIN | {name: 1.0}).score < plain
    assert party_credibility_of(PLAIN | {"left_out_recipient": 4.0}).score < plain
    assert party_credibility_of(PLAIN | {"heard_actor": -4.0}).score < plain


DARK = (
    "The Kenyan army attacked the rebels' camp on Monday. Chad condemned Sudan. Kenya's president met Uganda's "
    "president in Nairobi. The talks failed. Sudanese police arrested four students. Uganda sent troops to Sudan. "
    "The union called a strike. Egypt rejected Sudan's claim. The envoys spoke to mediators. Chad threatened Sudan. "
    "Kenya accused Sudan of arming the rebels. Then they told them to release him."
)


@pytest.mark.model
def test_a_deed_told_too_darkly_is_left_to_explain() -> None:
    coder = Coder()
    grounded = ground(coder.reader.read(Report.make(DARK, "2021-12-29")), coder.knowledge)
    every = EventCoder(coder.events.lexicon, typer=coder.events.typer, bar=0.0)
    scores = {event: known.score for event, (_, known) in every.party_credibilities(grounded).items()}
    dark = min(scores, key=lambda event: scores[event])
    strict = EventCoder(coder.events.lexicon, typer=coder.events.typer, bar=scores[dark] + 0.001)
    kept = {event.id for event in strict(grounded)}
    assert dark not in kept
    trigger = next(event.trigger for event in every(grounded) if event.id == dark)
    doubted = [one for one in strict.consider(grounded) if one.outcome == "doubtful-parties"]
    assert any(trigger.start <= one.word.start < trigger.end for one in doubted)
    assert all(one.doubt is not None and one.doubt.parties is not None and one.event_id is None for one in doubted)


@pytest.mark.model
def test_without_an_encoder_nothing_is_doubted(coder: Coder) -> None:
    grounded = ground(coder.reader.read(Report.make(DARK, "2021-12-29")), coder.knowledge)
    assert not coder.events.party_credibilities(grounded)
    assert all(one.outcome != "doubtful-parties" for one in coder.events.consider(grounded))


@pytest.mark.model
def test_what_its_parties_show_to_be_an_echo_is_not_told_as_coded() -> None:
    text = "A mine explosion near the village of Gao killed two Malian traders and wounded a boy on Sunday."
    coder = Coder()
    grounded = ground(coder.reader.read(Report.make(text, "2021-12-29")), coder.knowledge)
    told = {one.event_id for one in coder.events.consider(grounded) if one.outcome == "coded"}
    assert told == {event.id for event in coder.events(grounded)}
    outcomes = {one.word.exact: one.outcome for one in coder.events.consider(grounded)}
    assert (outcomes["explosion"], outcomes["killed"]) == ("coded", "told-again")


NEWS = DARK.removesuffix("Then they told them to release him.")
"""A text long enough to have a tenor."""


def told(coder: Coder, sentence: str) -> list[tuple[str, list[str], list[str]]]:
    coded = coder.code(Report.make(f"{NEWS}{sentence}", "2021-12-29"))
    return [
        (event.trigger.exact, [p.span.exact for p in event.actors], [p.span.exact for p in event.recipients])
        for event in coded.events
        if event.evidence.exact == sentence
    ]


@pytest.mark.model
def test_a_sure_deed_is_kept_with_its_doubtful_side_left_open() -> None:
    coder = Coder()
    assert told(coder, "It shelled our town on Friday.") == [("shelled", ["It"], [])]
    assert told(coder, "They shelled them, killing forty villagers.") == [("shelled", ["They"], ["forty villagers"])]
    coded = coder.code(Report.make(f"{NEWS}It shelled our town on Friday.", "2021-12-29"))
    rules = [reason.rule for reason in coded.events[-1].why.fields if reason.field == "recipients"]
    assert rules == ["parties.left-open@1"]
    assert told(coder, "A militia bombed our town.") == [("bombed", ["A militia"], ["our town"])]


def test_one_side_alone_must_be_believed() -> None:
    both = PLAIN | {"heard_actor": 3.0, "heard_recipient": -6.0, "pronoun_recipient": 1.0}
    assert side_left_open(party_credibility_of(both)) == "recipients"
    assert side_left_open(party_credibility_of(both | {"pronoun_actor": 1.0, "heard_actor": -6.0})) is None
    alone = PLAIN | {"heard_actor": 0.0, "heard_recipient": -6.0, "pronoun_recipient": 1.0}
    assert side_left_open(party_credibility_of(alone)) is None
    assert side_left_open(party_credibility_of(alone | {"pronoun_recipient": 0.0})) == "actors"


@pytest.mark.model
def test_what_is_not_told_silences_no_other_word(monkeypatch: pytest.MonkeyPatch) -> None:
    coder = Coder()
    text = "Chadian rebels attacked the town on Friday, and Chadian rebels bombed it."
    assert [words for words, *_ in told(coder, text)] == ["bombed"]
    believed = EventCoder._has_credible_parties

    def doubted(self: EventCoder, draft: Draft, heard: Heard) -> bool:
        return draft.candidate.token.text != "bombed" and believed(self, draft, heard)

    monkeypatch.setattr(EventCoder, "_has_credible_parties", doubted)
    monkeypatch.setattr(EventCoder, "_believed", lambda self, draft, heard: draft)
    assert [words for words, *_ in told(coder, text)] == ["attacked"]
