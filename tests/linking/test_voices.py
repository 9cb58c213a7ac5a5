"""Who vouches for an event, on events and claims made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vedette.codebook import Codebook, load_codebook
from vedette.linking.voices import attach_voices
from vedette.model import (
    Actor,
    Assertion,
    Claim,
    EventMention,
    EventType,
    Moment,
    Party,
    Span,
    Speaker,
    Stance,
    Status,
    Why,
)

TEXT = (
    "Rebels shelled the mill, the governor said. The rebels denied that they shelled the bridge. "
    "The governor accused the rebels of torture. “They burned,” he said, “two farms.” "
    "The envoy rejected reports that rebels stormed the ford, which no soldier guarded."
)
OWN_VOICE = Assertion(None, None, "asserts")
REBELS = Actor("g:rebels", "Rebels", "armed_group", "SYR", ("REB",))
GOVERNOR = Actor("p:governor", "Governor", "person", "SYR", ("GOV",))
ENVOY = Actor("p:envoy", "Envoy", "person", "NOR", ("GOV",))


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def _cut(words: str, parts: tuple[tuple[int, int], ...] = ()) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words), parts)


def _event(
    trigger: str, event_type: EventType = "ASSAULT", status: Status = "happened", doer: Actor = REBELS
) -> EventMention:
    span = _cut(trigger)
    return EventMention(
        id=f"m:{trigger}", event_type=event_type, event_mode=(), contexts=(), status=status, background=False,
        within=None, actors=(Party(span, doer),), recipients=(), places=(), moment=Moment(), assertions=(), counts=(),
        equipment=(), quad_class=4, score=0.9, trigger=span, evidence=span, why=Why("assault.shell@1"),
    )  # fmt: skip


def _claim(name: str, content: Span, *speakers: Actor, stance: Stance = "asserts", parent: str | None = None) -> Claim:
    voices = tuple(Speaker(Party(_cut("governor"), actor), "named") for actor in speakers)
    return Claim(
        id=name, kind="indirect", attitude="says", stance=stance, hedges=(), parent=parent, about=(), speakers=voices,
        addressees=(), cue=_cut("said"), content=content, moment=Moment(), events=(), figures=(), links=(),
        rule="cue.verb@1",
    )  # fmt: skip


def _voices(event: EventMention) -> list[tuple[str | None, str | None, Stance]]:
    return [(a.speaker.actor.id if a.speaker else None, a.claim_id, a.stance) for a in event.assertions]


def test_attach_voices_gives_the_reports_own_voice_outside_all_claims(codebook: Codebook) -> None:
    told = _claim("c:1", _cut("Rebels shelled the mill"), GOVERNOR)
    events, claims = attach_voices((_event("denied that"),), (told,), codebook)
    assert events[0].assertions == (OWN_VOICE,)
    assert claims[0].events == ()


def test_attach_voices_without_any_claim_changes_nothing_but_the_voice(codebook: Codebook) -> None:
    event = _event("shelled the mill")
    events, claims = attach_voices((event,), (), codebook)
    assert events == (replace(event, assertions=(OWN_VOICE,)),)
    assert claims == ()


def test_attach_voices_lets_the_speaker_vouch(codebook: Codebook) -> None:
    told = _claim("c:1", _cut("Rebels shelled the mill"), GOVERNOR)
    events, claims = attach_voices((_event("shelled the mill"),), (told,), codebook)
    assert _voices(events[0]) == [("p:governor", "c:1", "asserts")]
    assert claims[0].events == ("m:shelled the mill",)
    assert events[0].status == "happened"


def test_attach_voices_names_every_speaker_of_a_claim(codebook: Codebook) -> None:
    told = _claim("c:1", _cut("Rebels shelled the mill"), GOVERNOR, ENVOY)
    events, _ = attach_voices((_event("shelled the mill"),), (told,), codebook)
    assert [voice[0] for voice in _voices(events[0])] == ["p:governor", "p:envoy"]


def test_attach_voices_gives_a_speech_act_of_the_speaker_the_reports_own_voice(codebook: Codebook) -> None:
    told = _claim("c:1", _cut("accused the rebels of torture"), GOVERNOR)
    event = _event("accused the rebels", "ACCUSE", doer=GOVERNOR)
    events, claims = attach_voices((event,), (told,), codebook)
    assert events[0].assertions == (OWN_VOICE,)
    assert claims[0].events == (event.id,)


def test_attach_voices_keeps_the_teller_of_another_ones_speech_act(codebook: Codebook) -> None:
    told = _claim("c:1", _cut("accused the rebels of torture"), ENVOY)
    events, _ = attach_voices((_event("accused the rebels", "ACCUSE", doer=GOVERNOR),), (told,), codebook)
    assert _voices(events[0]) == [("p:envoy", "c:1", "asserts")]


def test_attach_voices_keeps_the_speaker_who_tells_a_deed_of_his_own(codebook: Codebook) -> None:
    told = _claim("c:1", _cut("Rebels shelled the mill"), REBELS)
    events, _ = attach_voices((_event("shelled the mill"),), (told,), codebook)
    assert _voices(events[0]) == [("g:rebels", "c:1", "asserts")]


def test_attach_voices_drops_only_the_doer_among_two_speakers_of_a_speech_act(codebook: Codebook) -> None:
    told = _claim("c:1", _cut("accused the rebels of torture"), GOVERNOR, ENVOY)
    events, _ = attach_voices((_event("accused the rebels", "ACCUSE", doer=GOVERNOR),), (told,), codebook)
    assert [voice[0] for voice in _voices(events[0])] == ["p:envoy"]


@pytest.mark.parametrize(
    ("stance", "before", "after"),
    [
        ("denies", "happened", "denied"),
        ("denies", "ongoing", "denied"),
        ("fears", "happened", "feared"),
        ("doubts", "happened", "unknown"),
        ("asserts", "happened", "happened"),
        ("confirms", "ongoing", "ongoing"),
        ("accuses", "happened", "happened"),
        ("denies", "planned", "planned"),
        ("denies", "denied", "denied"),
        ("fears", "hypothetical", "hypothetical"),
    ],
)
def test_attach_voices_turns_the_status_by_the_stance(
    codebook: Codebook, stance: Stance, before: Status, after: Status
) -> None:
    told = _claim("c:1", _cut("they shelled the bridge"), REBELS, stance=stance)
    events, _ = attach_voices((_event("shelled the bridge", status=before),), (told,), codebook)
    assert events[0].status == after
    assert _voices(events[0]) == [("g:rebels", "c:1", stance)]


def test_attach_voices_says_which_word_turned_the_status(codebook: Codebook) -> None:
    told = _claim("c:1", _cut("they shelled the bridge"), REBELS, stance="denies")
    events, _ = attach_voices((_event("shelled the bridge"),), (told,), codebook)
    reason = events[0].why.fields[-1]
    assert (reason.field, reason.rule, reason.span) == ("status", "voice.denies@2", told.cue)


def test_attach_voices_hears_a_denial_whatever_no_stands_beside_the_deed(codebook: Codebook) -> None:
    told = _claim("c:1", _cut("rebels stormed the ford, which no soldier guarded"), ENVOY, stance="denies")
    events, _ = attach_voices((_event("stormed the ford"),), (told,), codebook)
    assert events[0].status == "denied"
    by_words = replace(told, rule="cue.verb@1+stance.negated@2")
    events, _ = attach_voices((_event("stormed the ford"),), (by_words,), codebook)
    assert events[0].status == "happened"


def test_attach_voices_calls_what_a_speaker_negates_denied(codebook: Codebook) -> None:
    told = _claim("c:1", _cut("they shelled the bridge"), REBELS)
    events, _ = attach_voices((_event("shelled the bridge", status="not_happened"),), (told,), codebook)
    assert events[0].status == "denied"
    assert events[0].why.fields[-1].rule == "voice.negated@1"


def test_attach_voices_leaves_what_the_report_itself_negates(codebook: Codebook) -> None:
    events, _ = attach_voices((_event("shelled the bridge", status="not_happened"),), (), codebook)
    assert events[0].status == "not_happened"


def test_attach_voices_reads_only_the_runs_of_broken_content(codebook: Codebook) -> None:
    burned, farms, cue = _cut("They burned"), _cut("two farms"), _cut("he said")
    hull = Span.cut(TEXT, burned.start, farms.end, ((burned.start, burned.end), (farms.start, farms.end)))
    told = _claim("c:1", hull, GOVERNOR)
    first, second, between = _event("burned"), _event("two farms"), replace(_event("said"), trigger=cue)
    events, claims = attach_voices((first, between, second), (told,), codebook)
    assert [_voices(event)[0][0] for event in events] == ["p:governor", None, "p:governor"]
    assert claims[0].events == (first.id, second.id)


def test_attach_voices_asks_the_innermost_of_nested_claims(codebook: Codebook) -> None:
    outer = _claim("c:1", _cut("Rebels shelled the mill, the governor said"), ENVOY)
    inner = _claim("c:2", _cut("Rebels shelled the mill"), GOVERNOR, parent="c:1")
    events, claims = attach_voices((_event("shelled the mill"),), (outer, inner), codebook)
    assert _voices(events[0]) == [("p:governor", "c:2", "asserts")]
    assert [claim.events for claim in claims] == [(), ("m:shelled the mill",)]


def test_attach_voices_takes_a_claim_without_a_speaker_for_nobody_known(codebook: Codebook) -> None:
    told = _claim("c:1", _cut("Rebels shelled the mill"))
    events, claims = attach_voices((_event("shelled the mill"),), (told,), codebook)
    (voice,) = events[0].assertions
    assert (voice, voice.voice) == (Assertion(None, "c:1", "asserts"), "somebody unnamed")
    assert OWN_VOICE.voice == "the report itself"
    assert claims[0].events == ("m:shelled the mill",)


def test_attach_voices_keeps_order_and_number(codebook: Codebook) -> None:
    events = (_event("two farms"), _event("shelled the mill"), _event("denied that"))
    claims = (_claim("c:2", _cut("two farms"), GOVERNOR), _claim("c:1", _cut("Rebels shelled the mill"), GOVERNOR))
    voiced, told = attach_voices(events, claims, codebook)
    assert [event.id for event in voiced] == [event.id for event in events]
    assert [claim.id for claim in told] == ["c:2", "c:1"]
    assert all(event.assertions for event in voiced)
