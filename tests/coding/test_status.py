"""Status from tense, modals, negation and what stands above."""

from __future__ import annotations

import pytest

from vedette import Coder
from vedette.coding.embedding import Embedding, load_embedding
from vedette.coding.status import status_of
from vedette.model import Report
from vedette.reading import Parser, Token

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def embedding() -> Embedding:
    return load_embedding()


def _word(parser: Parser, sentence: str, word: str) -> Token:
    reading = parser.read(Report.make(sentence, "2021-12-29"))
    return next(token for token in reading.tokens if token.lower == word)


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Rebels attacked the convoy near the river.", "attacked", "happened"),
        ("The colonels went on air to announce that they had toppled the king.", "toppled", "happened"),
        ("A spokesman came forward to say that guards killed the thief.", "killed", "happened"),
        ("The colonels went on air to announce that they would topple the king.", "topple", "planned"),
        ("The accord extends to raids on merchant ships.", "raids", "hypothetical"),
        ("The statute bans attacks on clinics.", "attacks", "hypothetical"),
        ("The inquiry covers the attacks on the clinics.", "attacks", "happened"),
        ("Two colonels were tried for the massacre of the villagers.", "massacre", "happened"),
        ("Two colonels tried to kill the mayor.", "kill", "attempted"),
        ("Rebels are attacking the convoy near the river.", "attacking", "ongoing"),
        ("Rebels will attack the convoy next week.", "attack", "planned"),
        ("Rebels are going to attack the convoy.", "attack", "planned"),
        ("Rebels could attack the convoy at any time.", "attack", "hypothetical"),
        ("Rebels did not attack the convoy.", "attack", "not_happened"),
        ("Rebels failed to attack the convoy.", "attack", "not_happened"),
        ("Rebels plan to attack the convoy.", "attack", "planned"),
        ("Rebels threatened to attack the convoy.", "attack", "threatened"),
        ("Rebels tried to attack the convoy.", "attack", "attempted"),
        ("Villagers fear that rebels have attacked the convoy.", "attacked", "feared"),
        ("The army denied that it had attacked the convoy.", "attacked", "denied"),
        ("The minister demanded that the rebels release the convoy.", "release", "demanded"),
        ("The minister urged the rebels to release the convoy.", "release", "demanded"),
        ("If rebels attack the convoy, the army will respond.", "attack", "hypothetical"),
        ("The army said that rebels attacked the convoy.", "attacked", "happened"),
        ("The army said it would withdraw from the town.", "withdraw", "planned"),
        ("The army managed to capture the town.", "capture", "happened"),
        ("The army began to shell the town.", "shell", "happened"),
        ("Did rebels attack the convoy?", "attack", "hypothetical"),
        ("There was no attack on the convoy.", "attack", "not_happened"),
        ("The planned attack on the convoy worried aid workers.", "attack", "planned"),
        ("Police foiled an attack on the convoy.", "attack", "attempted"),
        ("The army did not fail to capture the town.", "capture", "happened"),
        ("The minister is ready to meet the rebels.", "meet", "planned"),
        ("If rebels cannot attack the convoy, they will leave.", "attack", "hypothetical"),
        ("The rebels refrained from attacking the convoy.", "attacking", "not_happened"),
        ("The rebels planned to hold a feast and attacked the convoy.", "attacked", "happened"),
        ("The envoy would not name the town but confirmed that rebels attacked it.", "attacked", "happened"),
        ("Not one soldier was killed by the rebels.", "killed", "not_happened"),
        ("Not a single one of the hostages was released.", "released", "not_happened"),
        ("Rebels killed no soldiers in the town.", "killed", "not_happened"),
        ("Rebels killed nobody in the town.", "killed", "not_happened"),
        ("Rebels killed no fewer than ten soldiers.", "killed", "happened"),
        ("Not two but twelve soldiers were killed by the rebels.", "killed", "happened"),
        ("Rebels killed no soldiers and shelled the town.", "shelled", "happened"),
        ("No soldiers were killed or wounded by the rebels.", "wounded", "not_happened"),
        ("Some troops are currently stationed in the town.", "stationed", "ongoing"),
        ("The senator did not endorse the general until July.", "endorse", "happened"),
        ("Rebels will not attack the convoy until July.", "attack", "not_happened"),
        ("The militia committed a massacre in the village.", "massacre", "happened"),
        ("The minister held out the prospect of more aid to the region.", "aid", "hypothetical"),
        ("The general left on Tuesday for talks with the rebels.", "talks", "planned"),
        ("The army wants to guard the town from any attack.", "attack", "hypothetical"),
        ("The convoy remained in the town under continued attack.", "attack", "ongoing"),
        ("Eight of the killings are under investigation by the police.", "investigation", "ongoing"),
        ("The protests continued on Sunday in the capital.", "protests", "ongoing"),
        ("The court rejected the objections of the ministry.", "objections", "happened"),
        ("Their demands include an investigation of the killings.", "investigation", "demanded"),
        ("Both signed an agreement on sending troops to the border.", "sending", "planned"),
        ("The alliance remains committed to providing weapons to the army.", "providing", "planned"),
        ("The ministry announced sanctions against the firm for its attack on the town.", "attack", "happened"),
        ("While in Geneva to meet the rebels, the envoy told reporters that he was tired.", "meet", "planned"),
        ("The director, on a visit to Mexico, asked the ministry for help.", "visit", "happened"),
        ("The ministry will send trucks in coordination with the army.", "coordination", "planned"),
        ("None of the ministers was arrested in the raid.", "arrested", "not_happened"),
        ("The army is about to attack the town.", "attack", "planned"),
        ("He was seized as he was about to be deported by the police.", "deported", "planned"),
        ("She heads a team that is investigating and prosecuting the bombings.", "prosecuting", "ongoing"),
        ("The rebels are being bombed by the air force.", "bombed", "ongoing"),
        ("The plan makes it hard for families to sue and for the state to be sued.", "sued", "planned"),
        ("The envoy's visit will persuade many to stay.", "visit", "planned"),
        ("The minister's trip to Chad is still on.", "trip", "planned"),
        ("Leaders denounce the test; others vow revenge.", "denounce", "happened"),
        ("Thousands marched on Sunday, burning flags to protest the killings.", "protest", "happened"),
        ("Supporters began a rally in the capital to urge him to run.", "urge", "happened"),
        ("They plotted the attacks from Hamburg.", "attacks", "happened"),
        ("They plotted an attack on the parliament.", "attack", "attempted"),
        ("The trader faces a life sentence for the murder.", "sentence", "hypothetical"),
        ("Kenya urged Chad to open the roads and to allow aid.", "allow", "demanded"),
        ("Neither the mayor nor her aides have been charged with a crime.", "charged", "not_happened"),
        ("The panel will finish its investigation within a year.", "investigation", "planned"),
        ("Chad said it would respond to an attack on the port.", "attack", "hypothetical"),
        ("Kenya would break the law by attacking the port.", "attacking", "hypothetical"),
        ("The army broke the truce by attacking the town.", "attacking", "happened"),
        ("The author will be speaking at the monthly meeting of the council.", "meeting", "planned"),
        ("The minister spoke at the meeting of the council.", "meeting", "happened"),
        ("The fleet is adequate to carry out a blockade of the port.", "blockade", "hypothetical"),
    ],
)
def test_status_of(parser: Parser, embedding: Embedding, sentence: str, word: str, expected: str) -> None:
    verdict = status_of(_word(parser, sentence, word), embedding)
    assert verdict.status == expected, verdict
    assert "@" in verdict.rule


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        (
            "Thousands marched in Gaza to protest the killings of three teenagers by Israeli troops.",
            "ASSAULT",
            "happened",
        ),
        ("Kenya offered a reward for information leading to the rebels' arrest.", "COERCE", "hypothetical"),
        ("The request was likely to be opposed by Chad.", "REJECT", "planned"),
        ("The Chadian government would like to express its condolences to the victims.", "SUPPORT", "happened"),
    ],
)
def test_what_is_taken_for_granted_or_hoped_for(coder: Coder, text: str, event_type: str, status: str) -> None:
    events = coder.code(Report.make(text, "2021-12-29")).events
    assert [event.status for event in events if event.event_type == event_type] == [status]
