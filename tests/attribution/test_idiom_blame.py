from __future__ import annotations

import pytest
from claims_told import contents, told

from vedette import Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army blamed the blast on a faulty shell.", ("The army", "accuses", "the blast on a faulty shell")),
        (
            "Officials blamed the outage on “sabotage and worn-out cables”.",
            ("Officials", "accuses", "the outage on “sabotage and worn-out cables”"),
        ),
        ("The attack was blamed by police on a rival gang.", ("police", "accuses", "The attack on a rival gang")),
        ("Villagers put the blame for the raid on the army.", ("Villagers", "accuses", "the raid on the army")),
        ("The mayor laid the blame at the army's door.", ("The mayor", "accuses", "the army's")),
        ("The ministry pinned the blast on separatists.", ("The ministry", "accuses", "the blast on separatists")),
        ("The minister pointed the finger at the rebels.", ("The minister", "accuses", "the rebels")),
        ("The mayor pointed to a gas leak as the cause.", ("The mayor", "asserts", "a gas leak as the cause")),
        ("Doctors traced the outbreak to a well.", ("Doctors", "asserts", "the outbreak to a well")),
        ("The rebels took credit for the ambush.", ("The rebels", "confirms", "the ambush")),
        ("The army accepted responsibility for the raid.", ("The army", "confirms", "the raid")),
        ("Prosecutors charged the guard with murder.", ("Prosecutors", "accuses", "the guard with murder")),
        ("Its letter charges the firm with setting fires.", ("Its letter", "accuses", "the firm with setting fires")),
        ("The firm owned up to having dumped the waste.", ("The firm", "confirms", "having dumped the waste")),
        ("The clerk confessed to the theft.", ("The clerk", "confirms", "the theft")),
        ("The rebels boasted of having taken the bridge.", ("The rebels", "asserts", "having taken the bridge")),
    ],
)
def test_who_is_blamed_and_who_owns_up(text: str, expected: tuple[str, str, str], coder: Coder) -> None:
    ((speaker, stance, content),) = told(coder, text)
    assert (speaker, stance, content.replace(" was blamed by police", "")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The general pinned a medal on the sergeant.",
        "The team pinned its hopes on the vote.",
        "The clerk pinned the list on the door.",
        "Police charged the crowd with batons.",
        "The guard was charged with murder.",
        "The rebels agreed to a truce.",
        "Police traced the car to a garage.",
        "The minister pointed to the map.",
        "The minister takes responsibility for schools.",
        "The town boasts of three museums.",
        "The minister would not point the finger at anybody.",
        "No group took responsibility for the raid.",
        "The rebels were blamed on Monday.",
    ],
)
def test_what_only_looks_like_blame(text: str, coder: Coder) -> None:
    assert contents(coder, text) == []
