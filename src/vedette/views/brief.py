"""The situation brief: what happened, who says what, what is disputed, feared or corrected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from vedette.errors import QueryError
from vedette.model import Actor, Failure, Status
from vedette.store import ClaimFilter, EventFilter, ReportFilter, ReportHead, Store, StoredClaim, StoredEvent
from vedette.views.answers import AGAINST_IT, Answer, answers_to
from vedette.views.disputes import Dispute, build_disputes
from vedette.views.wording import is_short

AHEAD: tuple[Status, ...] = ("feared", "threatened", "planned", "demanded", "attempted")
"""Statuses of what has not happened, in the order the brief tells them."""
_FOR = frozenset({"asserts", "confirms", "accuses", "corrects"})


@dataclass(frozen=True, slots=True)
class BriefFilter:
    """What a brief is about; every condition given must hold."""

    actor: str | None = None
    """Party or speaker: id, country code or part of the name."""
    country: str | None = None
    """ISO 3166 alpha-3."""
    types: tuple[str, ...] = ()
    """PLOVER types of events; empty means all."""
    since: str | None = None
    until: str | None = None
    limit: int = 30
    """Most lines of a section."""

    def __post_init__(self) -> None:
        if self.limit < 1:
            raise QueryError("a brief needs at least one line a section.")


@dataclass(frozen=True, slots=True)
class SpeakerClaims:
    """What one speaker says."""

    speaker: str
    claims: tuple[StoredClaim, ...]


@dataclass(frozen=True, slots=True)
class DisputedEvent:
    """An event that one voice vouches for and another does not."""

    stored: StoredEvent
    against: tuple[str, ...]
    """Names of those who deny or doubt it; empty where its status alone says so."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A report that corrects or withdraws another."""

    report: ReportHead
    corrected: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A situation brief. Its lines are mentions of events, not events."""

    asked: BriefFilter
    reports: int
    """How many reports the store holds."""
    first: str | None
    last: str | None
    """First and last day of publication among the reports; None where there are none."""
    happened: tuple[tuple[int, tuple[StoredEvent, ...]], ...]
    """By quad class, conflict first, each newest first."""
    ahead: tuple[tuple[str, tuple[StoredEvent, ...]], ...]
    """By status, in the order of `AHEAD`."""
    claimed: tuple[SpeakerClaims, ...]
    """By speaker, the one with most claims first."""
    disputed_events: tuple[DisputedEvent, ...]
    disputes: tuple[Dispute, ...]
    """Claims against claims, within and across reports, the one spoken of last first."""
    corrections: tuple[Correction, ...]
    corrected: frozenset[str]
    """Ids of reports that another one corrects or withdraws."""
    failures: tuple[Failure, ...]
    answers: Mapping[str, tuple[Answer, ...]]
    """What other claims say to those that tell its events, by the event's id: who denies them, and in which report."""
    taken_up: Mapping[str, StoredClaim]
    """What its short claims ("that", "the figure") answer, by the short claim's id."""
    left: Mapping[str, int]
    """How many events ("happened", "ahead"), claims ("claimed") and disputes ("disputed") the limit left off."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing matched."""
        return not (self.happened or self.ahead or self.claimed or self.disputed_events)


def build_brief(store: Store, asked: BriefFilter) -> Brief:
    """Gather a brief from a store."""
    events = _about(asked, store.events(_event_filter(asked)))
    doubted = _about(asked, store.events(replace(_event_filter(asked), statuses=("denied", "happened", "ongoing"))))
    ahead = _about(asked, store.events(replace(_event_filter(asked), statuses=AHEAD)))
    claims = list(store.claims(_claim_filter(asked)))
    heads = list(store.reports(ReportFilter()))
    disputed_events = list(_disputed_events(doubted))
    disputes = build_disputes(store, _claim_filter(asked))
    happened, coming = _by_quad(events, asked.limit), _by_status(ahead, asked.limit)
    claimed = _by_speaker(claims, asked.limit)
    sections = (*(rows for _, rows in happened), *(rows for _, rows in coming))
    shown = (*(one for rows in sections for one in rows), *(one.stored for one in disputed_events[: asked.limit]))
    return Brief(
        asked=asked,
        reports=len(heads),
        first=heads[-1].published_at[:10] if heads else None,
        last=heads[0].published_at[:10] if heads else None,
        happened=happened,
        ahead=coming,
        claimed=claimed,
        disputed_events=tuple(disputed_events[: asked.limit]),
        disputes=disputes[: asked.limit],
        corrections=tuple(Correction(head, head.supersedes) for head in heads if head.supersedes),
        corrected=_corrected(heads),
        failures=tuple(store.failures()),
        answers=answers_to(store, shown),
        taken_up=_taken_up(store, (one for group in claimed for one in group.claims)),
        left={
            "happened": len(events) - sum(len(rows) for _, rows in happened),
            "claimed": sum(bool(one.claim.speakers) for one in claims) - sum(len(one.claims) for one in claimed),
            "disputed": sum(max(len(rows) - asked.limit, 0) for rows in (disputed_events, disputes)),
            "ahead": len(ahead) - sum(len(rows) for _, rows in coming),
        },
    )


def _event_filter(asked: BriefFilter) -> EventFilter:
    return EventFilter(types=asked.types, country=asked.country, since=asked.since, until=asked.until, background=False)


def _claim_filter(asked: BriefFilter) -> ClaimFilter:
    return ClaimFilter(speaker=asked.actor, country=asked.country, since=asked.since, until=asked.until)


def _about(asked: BriefFilter, events: Iterable[StoredEvent]) -> list[StoredEvent]:
    """Keep events in which the actor asked for is a party, on whichever side."""
    if asked.actor is None:
        return list(events)
    key = asked.actor.strip().casefold()
    return [one for one in events if any(_is(party.actor, key) for party in (*one.event.actors, *one.event.recipients))]


def _is(actor: Actor, key: str) -> bool:
    return key in (actor.id.casefold(), (actor.country or "").casefold()) or key in actor.name.casefold()


def _by_quad(events: list[StoredEvent], limit: int) -> tuple[tuple[int, tuple[StoredEvent, ...]], ...]:
    rows = [(quad, tuple(one for one in events if one.event.quad_class == quad)[:limit]) for quad in (4, 3, 2, 1)]
    return tuple((quad, found) for quad, found in rows if found)


def _by_status(events: list[StoredEvent], limit: int) -> tuple[tuple[str, tuple[StoredEvent, ...]], ...]:
    rows = [(status, tuple(one for one in events if one.event.status == status)[:limit]) for status in AHEAD]
    return tuple((status, found) for status, found in rows if found)


def _by_speaker(claims: list[StoredClaim], limit: int) -> tuple[SpeakerClaims, ...]:
    groups: dict[str, list[StoredClaim]] = {}
    names: dict[str, str] = {}
    for one in claims:
        for speaker in one.claim.speakers[:1]:
            actor = speaker.party.actor
            names.setdefault(actor.id, actor.name)
            groups.setdefault(actor.id, []).append(one)
    largest = sorted(groups.items(), key=lambda group: -len(group[1]))[:limit]
    return tuple(SpeakerClaims(names[key], tuple(rows[:limit])) for key, rows in largest)


def _taken_up(store: Store, claims: Iterable[StoredClaim]) -> dict[str, StoredClaim]:
    """Return what claims of a few words answer, by the id of the short claim."""
    links = {one.claim.id: one.claim.links[0].claim_id for one in claims if one.claim.links and is_short(one.claim)}
    known = store.claims_by_id(set(links.values()))
    return {short: known[other] for short, other in links.items() if other in known}


def _disputed_events(events: list[StoredEvent]) -> Iterable[DisputedEvent]:
    for one in events:
        voices = one.event.assertions
        against = tuple(dict.fromkeys(voice.voice for voice in voices if voice.stance in AGAINST_IT))
        if one.event.status == "denied" or (against and any(voice.stance in _FOR for voice in voices)):
            yield DisputedEvent(one, against)


def _corrected(heads: list[ReportHead]) -> frozenset[str]:
    named = {head.supersedes for head in heads if head.supersedes}
    return frozenset(head.id for head in heads if named.intersection((head.id, head.url, head.title)))
