from __future__ import annotations

import pytest
from claims_told import contents, told

from vedette import Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The pass was open, the agency quoted a colonel as saying.", "colonel", "The pass was open"),
        ("“The pass is open,” the agency quoted a colonel as saying.", "colonel", "“The pass is open,”"),
        ("The pass was open, the colonel was quoted as saying on Monday.", "colonel", "The pass was open"),
        ("State media said, quoting the minister, that the talks had failed.", "media", "the talks had failed"),
        ("The minister's reply was curt: the deal is dead.", "minister", "the deal is dead"),
        (
            "The message from the palace was clear: the king will not step down.",
            "palace",
            "the king will not step down",
        ),
        ("The minister's answer: “No soldier crossed the river.”", "minister", "“No soldier crossed the river.”"),
        ("The minister made clear no troops had crossed the border.", "minister", "no troops had crossed the border"),
        ("The mayor told guests at a dinner in the town that nobody had paid.", "mayor", "nobody had paid"),
        ("Survivors spoke of soldiers firing into the crowd.", "Survivors", "soldiers firing into the crowd"),
        (
            "A survivor described how soldiers had fired into the crowd.",
            "survivor",
            "how soldiers had fired into the crowd",
        ),
        ("The colonel told a crowd at the gate: nobody would be hurt.", "colonel", "nobody would be hurt"),
        ("The mayor spoke on the radio of twelve missing.", "mayor", "twelve missing"),
        ("Witnesses told of two men firing from a car.", "Witnesses", "two men firing from a car"),
        (
            "Nine in ten shops had opened, the chamber of commerce counted on Tuesday.",
            "chamber",
            "Nine in ten shops had opened",
        ),
        (
            "Both sides had signed the clause on tolls, a bulletin of four lines made known on Sunday.",
            "bulletin",
            "Both sides had signed the clause on tolls",
        ),
        ("The army's bulletin had it the other way round: the rebels fired first.", "army", "the rebels fired first"),
        ("The rebels gave a different figure: nine dead.", "rebels", "nine dead"),
        ("The rebels' own toll was far lower: nine.", "rebels", "nine"),
        ("The mayor's response: it never happened.", "mayor", "it never happened"),
        ("The mayor warned residents the army would attack.", "mayor", "the army would attack"),
        ("The mayor called on residents to leave.", "mayor", "residents to leave"),
        ("The union called for prisoners to be released.", "union", "prisoners to be released"),
        ("The mayor was categorical that the hall was full.", "mayor", "the hall was full"),
        ("The mediator spoke of a breakthrough.", "mediator", "a breakthrough"),
    ],
)
def test_whoever_is_quoted_or_replies_speaks(text: str, speaker: str, content: str, coder: Coder) -> None:
    ((who, _, what),) = told(coder, text)
    assert speaker in who
    assert what == content


@pytest.mark.parametrize(
    "text",
    [
        "The road was clear: the lorries had gone.",
        "The answer is simple: roads cost money.",
        "The mayor spoke of a friend.",
        "The film tells of the war.",
        "The letter was short: nine lines.",
        "The bus had three stops: nine streets apart.",
        "The river was far lower: nine metres.",
        "The mayor waited for the bus to come.",
        "The mayor spoke at a dinner of the guild.",
        "The chamber counted on the army to hold.",
        "The minister has yet to say the vote was fair.",
        "Both sides had signed the clause, a man made known for his songs.",
        "The envoy spoke of a ceasefire.",
        "The guide described what he saw.",
        "The minister made clear rules for the market.",
        "The mayor told guests about the town that the king had built.",
    ],
)
def test_nobody_is_quoted(text: str, coder: Coder) -> None:
    assert contents(coder, text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Officials described it as false that shells had been exported.", "it as false that shells had been exported"),
        ("His lawyers called the charge of spying absurd.", "the charge of spying absurd"),
        ("Officials termed the figures in the report exaggerated.", "the figures in the report exaggerated"),
        ("For the rebels, the report is a fabrication.", "the report is a fabrication"),
    ],
)
def test_verdicts_on_what_is_said_deny(text: str, content: str, coder: Coder) -> None:
    assert [(stance, what) for _, stance, what in told(coder, text)] == [("denies", content)]


@pytest.mark.parametrize(
    "text", ["For the army, the raid was its third this year.", "For the miners, the film is long."]
)
def test_for_somebody_tells_no_claim(text: str, coder: Coder) -> None:
    assert contents(coder, text) == []
