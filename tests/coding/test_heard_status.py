"""Status as the encoder hears it, where the rules find an act told as done."""

from __future__ import annotations

import pytest

from vedette import Coder
from vedette.coding.coder import EventCoder
from vedette.coding.heard_status import with_heard_status
from vedette.coding.matching import Candidate
from vedette.coding.typer import NONE, Weighed
from vedette.coding.verdict import Verdict
from vedette.grounding import ground
from vedette.model import Report

pytestmark = pytest.mark.model
TOLD = Verdict("happened", "status.told-as-fact@1")


def candidate(coder: Coder, text: str, trigger: str) -> Candidate:
    grounded = ground(coder.reader.read(Report.make(text, "2022-03-10")), coder.knowledge)
    scenes, _ = EventCoder()._scenes(grounded)
    return next(c for scene in scenes for c in scene.chosen if c.token.text == trigger)


def said(status: str, probability: float, event_type: str = "ASSAULT") -> Weighed:
    return Weighed(((event_type, 1.0),), None, status, probability)


def test_a_sure_encoder_is_heard(coder: Coder) -> None:
    attack = candidate(coder, "The army attacked the rebels.", "attacked")
    found = with_heard_status(TOLD, attack, said("planned", 0.97))
    assert (found.status, found.rule) == ("planned", "status.heard@1")


@pytest.mark.parametrize(
    ("verdict", "heard"),
    [
        (TOLD, None),
        (TOLD, said("planned", 0.7)),
        (TOLD, said("unknown", 0.99)),
        (TOLD, said("planned", 0.99, NONE)),
        (Verdict("demanded", "status.verb.demand@1"), said("planned", 0.99)),
    ],
)
def test_else_the_rules_stand(coder: Coder, verdict: Verdict, heard: Weighed | None) -> None:
    attack = candidate(coder, "The army attacked the rebels.", "attacked")
    assert with_heard_status(verdict, attack, heard) is verdict


def test_who_speaks_has_spoken(coder: Coder) -> None:
    call = candidate(coder, "Norway condemned the raid.", "condemned")
    assert with_heard_status(TOLD, call, said("planned", 0.99, "ACCUSE")) is TOLD
