"""What other claims say to the one an event is told in: who denies it, gives another version, or says the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vedette.model import EventMention
from vedette.model.claim import Relation
from vedette.store import Store, StoredClaim, StoredEvent

AGAINST_IT = frozenset({"denies", "doubts"})
"""Stances by which a voice speaks against an event."""
_ORDER: tuple[Relation, ...] = ("denies", "disputes", "revises", "agrees", "repeats")


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim, and how it stands to one that tells an event."""

    relation: Relation
    by: StoredClaim
    is_later: bool
    """True where it answers the claim with the event, False where that one answers it."""


def answers_to(store: Store, events: Iterable[StoredEvent]) -> dict[str, tuple[Answer, ...]]:
    """Return the claims that stand to those vouching for some events, by the event's id; who is against it first.

    Events that only the report's own voice tells have none, nor have those that nobody answers.
    """
    told_in = {one.event.id: told for one in events if (told := claims_for(one.event))}
    ids = {claim for told in told_in.values() for claim in told}
    mine, later = store.claims_by_id(ids), store.claims_answering(ids)
    earlier = store.claims_by_id({link.claim_id for one in mine.values() for link in one.claim.links})
    near: dict[str, list[Answer]] = defaultdict(list)
    for answer in later.values():
        for link in answer.claim.links:
            near[link.claim_id].append(Answer(link.relation, answer, is_later=True))
    for one in mine.values():
        for link in one.claim.links:
            if link.claim_id in earlier:
                near[one.claim.id].append(Answer(link.relation, earlier[link.claim_id], is_later=False))
    found = {event: _gathered(told, near) for event, told in told_in.items()}
    return {event: answers for event, answers in found.items() if answers}


def claims_for(event: EventMention) -> tuple[str, ...]:
    """Return the ids of the claims that vouch for an event."""
    voices = event.assertions
    return tuple(
        dict.fromkeys(one.claim_id for one in voices if one.claim_id is not None and one.stance not in AGAINST_IT)
    )


def _gathered(told: Sequence[str], near: Mapping[str, Sequence[Answer]]) -> tuple[Answer, ...]:
    """Return the answers to some claims, each claim once; those that vouch for the same event are no answers."""
    found: dict[str, Answer] = {}
    for answer in sorted((one for claim in told for one in near.get(claim, ())), key=_rank):
        if answer.by.claim.id not in told:
            found.setdefault(answer.by.claim.id, answer)
    return tuple(found.values())


def _rank(answer: Answer) -> tuple[int, str, str]:
    return _ORDER.index(answer.relation), answer.by.report.published_at, answer.by.claim.id
