"""Coded reports made by hand, for tests that need no parser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from vedette.model import (
    Actor,
    ActorMentions,
    Assertion,
    Claim,
    ClaimLink,
    CodedReport,
    CoderVersion,
    Count,
    EquipmentMention,
    EventMention,
    Fact,
    Failure,
    FieldReason,
    Moment,
    Party,
    Place,
    PlaceMention,
    Report,
    Rival,
    Span,
    Speaker,
    TimeMention,
    Why,
)

VERSION = CoderVersion("0.1.0", "stub", "1", "1")
TALIBAN = Actor("g:TAL", "Taliban", "armed_group", "AFG", ("REB",))
ARMY = Actor("mil:AFG", "Afghan National Army", "military", "AFG", ("MIL",))
PUTIN = Actor("p:putin", "Vladimir Putin", "person", "RUS", ("GOV",), acts_for="gov:RUS")
KREMLIN = Actor("gov:RUS", "Government of Russia", "government", "RUS", ("GOV",))
TEXT = (
    "Taliban fighters attacked soldiers in Qalai Naw on Wednesday, killing 12 with mortars. "
    "President Vladimir Putin said the attack was a concern. The Taliban denied it."
)


def cut(text: str, words: str, *parts: tuple[int, int]) -> Span:
    start = text.index(words)
    return Span.cut(text, start, start + len(words), parts)


def make_report(number: int = 0, **changes: str | None) -> Report:
    values = {
        "text": TEXT,
        "published_at": "2021-07-08",
        "publisher": "Panj Post",
        "title": f"Attack {number}",
    } | changes
    return Report.make(values.pop("text"), values.pop("published_at"), **values)  # type: ignore[arg-type]


def code(report: Report, failures: tuple[Failure, ...] = ()) -> CodedReport:
    """Return the same coding for any report that holds `TEXT`."""
    text, key = report.text, report.id[2:]
    attack = make_attack(text, key)
    fear = replace(attack, id=f"m:{key}02", event_type="THREATEN", event_mode=(), status="feared", quad_class=3)
    inside = replace(attack, id=f"m:{key}03", within=f"m:{key}01")
    known = replace(
        attack, id=f"m:{key}04", event_type="CONSULT", event_mode=(),
        actors=(Party(cut(text, "Vladimir Putin"), PUTIN),),
        recipients=(), background=True, moment=Moment(last="2021-07-08"), quad_class=1,
    )  # fmt: skip
    return CodedReport(
        report=report,
        events=(attack, fear, inside, known),
        claims=make_claims(text, key),
        times=(TimeMention(cut(text, "Wednesday"), "DATE", "2021-07-07"),),
        actors=(ActorMentions(TALIBAN, (cut(text, "Taliban"),)),),
        places=attack.places,
        equipment=attack.equipment,
        facts=(Fact(cut(text, "12"), "length", 12.0, "km", None),),
        failures=failures,
        coder=VERSION,
    )


def make_attack(text: str, key: str) -> EventMention:
    return EventMention(
        id=f"m:{key}01", event_type="ASSAULT", event_mode=("ground-attack",), contexts=("military",), status="happened",
        background=False, within=None,
        actors=(Party(cut(text, "Taliban fighters"), TALIBAN),), recipients=(Party(cut(text, "soldiers"), ARMY),),
        places=(
            PlaceMention(
                cut(text, "Qalai Naw"),
                Place("geonames:1", "Qala i Naw", "AFG", 34.98, 63.13, "town", 5.0, "Badghis", None),
            ),
        ),
        moment=Moment("2021-07-07", "2021-07-07", "2021-07-07", "day", "text", cut(text, "Wednesday")),
        assertions=(
            Assertion(None, None, "asserts"),
            Assertion(Party(cut(text, "Taliban"), TALIBAN), f"c:{key}02", "denies"),
        ),
        counts=(Count(cut(text, "12"), "killed", "soldiers", 12, 12, 12),),
        equipment=(EquipmentMention(cut(text, "mortars"), None, None, "mortar", None, None),),
        quad_class=4, score=0.9, trigger=cut(text, "attacked"), evidence=Span.cut(text, 0, 86),
        why=Why(
            "assault.attack@1", None, (Rival("MOBILIZE", 0.2, "mobilize.move@1"),),
            (FieldReason("status", "status.past@1", cut(text, "attacked")), FieldReason("contexts", "context.army@1")),
        ),
    )  # fmt: skip


def make_claims(text: str, key: str) -> tuple[Claim, ...]:
    first = Claim(
        id=f"c:{key}01", kind="indirect", attitude="says", stance="fears", hedges=(), parent=None, about=(),
        speakers=(Speaker(Party(cut(text, "President Vladimir Putin"), PUTIN), "named",
                          Party(cut(text, "President"), KREMLIN)),),
        addressees=(), cue=cut(text, "said"), content=cut(text, "the attack was a concern"), moment=Moment(),
        events=(), figures=(), links=(), rule="said@1",
        evidence=cut(text, "President Vladimir Putin said the attack was a concern."),
    )  # fmt: skip
    second = replace(
        first, id=f"c:{key}02", stance="denies", about=(f"m:{key}01",), events=(f"m:{key}01",),
        speakers=(Speaker(Party(cut(text, "The Taliban"), TALIBAN), "named"),), cue=cut(text, "denied"),
        content=cut(text, "it."),
        links=(ClaimLink("denies", f"c:{key}01", "deny@1", (FieldReason("stance", "deny@1"),)),),
        evidence=cut(text, "The Taliban denied it."), rule="denied@1",
    )  # fmt: skip
    return first, second


class StubCoder:
    """Codes without a parser; a text with BREAK in it fails."""

    def code(self, report: Report) -> CodedReport:
        return code(report)

    def code_many(self, reports: Iterable[Report | Failure], jobs: int = 1) -> Iterator[CodedReport | Failure]:
        for one in reports:
            if isinstance(one, Failure):
                yield one
            elif "BREAK" in one.text:
                yield Failure(one.title or one.id, "reading", "ValueError", "broken on purpose", one.id)
            else:
                yield code(one)
