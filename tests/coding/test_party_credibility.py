"""How far a deed's parties are believed, and what becomes of deeds whose parties are not."""

from __future__ import annotations

import pytest

from vedette import Coder, Report
from vedette.coding import EventCoder
from vedette.coding.party_credibility import (
    PARTY_FACTORS,
    party_credibility_of,
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
