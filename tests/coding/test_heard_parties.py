"""Parties of the slots and of the encoder, weighed together."""

from __future__ import annotations

import pytest

from vedette import Coder
from vedette.coding.coder import EventCoder
from vedette.coding.heard_parties import (
    SIGNS,
    possible_parties,
    with_heard,
)
from vedette.coding.matching import Candidate
from vedette.coding.roles import Roles, assign_roles
from vedette.coding.typer import Weighed
from vedette.coding.weights import Table
from vedette.grounding import Grounded, ground
from vedette.model import Report

PLAIN = Table(0.0, dict.fromkeys(SIGNS, 0.0) | {"own_side": 1.0}, {"bar": 0.5})
"""Believes the encoder alone."""


def read(coder: Coder, text: str, trigger: str) -> tuple[Roles, Candidate, Grounded]:
    grounded = ground(coder.reader.read(Report.make(text, "2022-03-10")), coder.knowledge)
    events = EventCoder()
    scenes, _ = events._scenes(grounded)
    candidate = next(c for scene in scenes for c in scene.chosen if c.token.text == trigger)
    return assign_roles(candidate, grounded, events._embedding.grammar, None), candidate, grounded


def weighed(roles: Roles, candidate: Candidate, grounded: Grounded, said: Weighed | None) -> Roles:
    return with_heard(roles, list(possible_parties(roles, candidate, grounded, said)), PLAIN)


def heard(grounded: Grounded, **words: tuple[float, float]) -> Weighed:
    tokens = grounded.reading.tokens
    parties = tuple((t.i, *words[t.text]) for t in tokens if t.text in words)
    return Weighed((("ASSAULT", 1.0),), None, "happened", 1.0, parties)


def names(roles: Roles) -> tuple[list[str], list[str]]:
    return [p.span.exact for p in roles.actors], [p.span.exact for p in roles.recipients]


@pytest.mark.model
def test_without_encoder_the_slots_stand(coder: Coder) -> None:
    roles, candidate, grounded = read(coder, "The Iraqi army attacked the rebels near the border.", "attacked")
    assert weighed(roles, candidate, grounded, None) is roles


@pytest.mark.model
def test_party_that_no_slot_reached_joins(coder: Coder) -> None:
    text = "The Iraqi army fired on the road, and diggers of the quarry fell."
    roles, candidate, grounded = read(coder, text, "fired")
    found = weighed(roles, candidate, grounded, heard(grounded, army=(0.99, 0.0), diggers=(0.0, 0.95)))
    assert names(found)[0] == ["The Iraqi army"]
    assert "diggers of the quarry" in names(found)[1]
    assert [reason.rule for reason in found.reasons if reason.field == "recipients"][-1] == "encoder.party@1"


@pytest.mark.model
def test_subject_and_object_stand_whatever_the_encoder_says(coder: Coder) -> None:
    text = "The Iraqi army and the Turkish police attacked the rebels."
    roles, candidate, grounded = read(coder, text, "attacked")
    against = heard(grounded, army=(0.0, 0.99), rebels=(0.99, 0.0))
    assert names(weighed(roles, candidate, grounded, against)) == names(roles)
    assert names(weighed(roles, candidate, grounded, heard(grounded))) == names(roles)


@pytest.mark.model
def test_party_of_a_weak_slot_gives_way_to_one_that_is_heard(coder: Coder) -> None:
    text = "The Iraqi army demanded on Monday talks on the Turkish police from the rebels' leader."
    roles, candidate, grounded = read(coder, text, "demanded")
    said = heard(grounded, army=(0.99, 0.0), leader=(0.0, 0.99))
    found = weighed(roles, candidate, grounded, said)
    assert names(found)[1] == ["the rebels' leader"]


@pytest.mark.model
def test_who_tells_it_is_no_party_of_it(coder: Coder) -> None:
    text = "The president said the rebels had attacked the town."
    roles, candidate, grounded = read(coder, text, "attacked")
    found = weighed(roles, candidate, grounded, heard(grounded, president=(0.99, 0.0), rebels=(0.9, 0.0)))
    assert names(found)[0] == ["the rebels"]
