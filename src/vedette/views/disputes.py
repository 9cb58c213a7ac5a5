"""Disputes: claims against claims, side by side, with each side's words, speakers, days and figures."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from vedette.model import ClaimLink, Count
from vedette.store import ClaimFilter, Store, StoredClaim

AGAINST = frozenset({"disputes", "denies"})
_ALONG = frozenset({"agrees", "repeats", "revises"})
_MOST = 60
"""Claims of one dispute at most; what hangs on further is left out."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How a later claim of a dispute stands to an earlier one."""

    later: str
    link: ClaimLink


@dataclass(frozen=True, slots=True)
class Figure:
    """A number somebody gives of the thing in dispute."""

    count: Count
    by: StoredClaim


@dataclass(frozen=True, slots=True)
class Dispute:
    """One matter on which speakers contradict each other."""

    id: str
    """`d:` and the id of its earliest claim."""
    sides: tuple[tuple[StoredClaim, ...], ...]
    """The side that spoke first first; within a side in order of time."""
    stands: tuple[Stand, ...]
    """Why it is a dispute: each link with its rule."""
    figures: tuple[Figure, ...]
    """Numbers of one kind that two sides give, in order of time; empty where it is about no number."""

    @property
    def claims(self) -> tuple[StoredClaim, ...]:
        """All claims, in order of time."""
        return tuple(sorted((one for side in self.sides for one in side), key=_time))

    @property
    def days(self) -> tuple[str, str]:
        """First and last day of publication."""
        days = [one.report.published_at[:10] for one in self.claims]
        return min(days), max(days)

    @property
    def low(self) -> int | None:
        """The lowest figure anybody gives."""
        return min((n for n in map(_lowest, self.figures) if n is not None), default=None)

    @property
    def high(self) -> int | None:
        """The highest figure anybody gives."""
        return max((n for n in map(_highest, self.figures) if n is not None), default=None)


def build_disputes(store: Store, asked: ClaimFilter) -> tuple[Dispute, ...]:
    """Return the disputes that a filter's claims take part in, the one spoken of last first.

    asked: which claims must have part in it; its limit counts disputes.
    """
    wanted = replace(asked, disputed=True, limit=None, offset=0)
    known = {one.claim.id: one for one in store.claims(wanted)}
    _fetch_others(store, known)
    groups = _components(known)
    disputes = [_dispute([known[one] for one in group]) for group in groups]
    ordered = sorted((one for one in disputes if len(one.sides) > 1), key=lambda d: (d.days[1], d.id), reverse=True)
    end = None if asked.limit is None else asked.offset + asked.limit
    return tuple(ordered[asked.offset : end])


def side_name(k: int) -> str:
    """Return how the k-th side of a dispute is called, from 0: A to Z, then AA, AB …."""
    letter = chr(ord("A") + k % 26)
    return letter if k < 26 else side_name(k // 26 - 1) + letter


def _fetch_others(store: Store, known: dict[str, StoredClaim]) -> None:
    """Bring in the claims that those known answer, and those that answer them, however they were asked for."""
    asked_for = set(known)
    answering = {
        one.claim.id: one
        for one in store.claims(ClaimFilter(disputed=True))
        if asked_for.intersection(link.claim_id for link in one.claim.links)
    }
    known.update(answering)
    missing = {link.claim_id for one in known.values() for link in one.claim.links} - set(known)
    known.update(store.claims_by_id(missing))


def _edges(known: Mapping[str, StoredClaim], relations: frozenset[str]) -> Iterable[tuple[str, str]]:
    for one in known.values():
        for link in one.claim.links:
            if link.relation in relations and link.claim_id in known:
                yield one.claim.id, link.claim_id


def _components(known: Mapping[str, StoredClaim]) -> list[list[str]]:
    """Return the groups of claims that disputes tie together; who agrees or repeats comes along."""
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in _edges(known, AGAINST):
        near[a].add(b)
        near[b].add(a)
    core = set(near)
    for a, b in _edges(known, _ALONG):
        if a in core or b in core:
            near[a].add(b)
            near[b].add(a)
    seen: set[str] = set()
    groups = []
    for start in sorted(core, key=lambda one: _time(known[one])):
        if start in seen:
            continue
        group: list[str] = []
        todo = deque([start])
        seen.add(start)
        while todo and len(group) < _MOST:
            one = todo.popleft()
            group.append(one)
            for other in sorted(near[one] - seen):
                seen.add(other)
                todo.append(other)
        groups.append(group)
    return groups


def _dispute(claims: Sequence[StoredClaim]) -> Dispute:
    ordered = sorted(claims, key=_time)
    inside = {one.claim.id: one for one in ordered}
    stands = [
        Stand(one.claim.id, link)
        for one in ordered
        for link in one.claim.links
        if link.claim_id in inside and link.relation in AGAINST | _ALONG
    ]
    side_of = _sides(inside, stands)
    sides: dict[int, list[StoredClaim]] = defaultdict(list)
    for one in ordered:
        sides[side_of[one.claim.id]].append(one)
    return Dispute(
        id="d:" + ordered[0].claim.id.removeprefix("c:"),
        sides=tuple(tuple(sides[k]) for k in sorted(sides)),
        stands=tuple(stands),
        figures=tuple(_figures(ordered, stands)),
    )


def _sides(inside: Mapping[str, StoredClaim], stands: Sequence[Stand]) -> dict[str, int]:
    """Put each claim on a side: beside what it agrees with, repeats or revises, and beside what denies the same.

    There are as many sides as versions: three who give three figures are three sides.
    """
    side = dict(_joined(inside, _side_by_side(stands)))
    if len(set(side.values())) > 1 or not stands:
        return side
    return _across(inside, stands)


def _side_by_side(stands: Sequence[Stand]) -> Iterable[tuple[str, str]]:
    deniers: dict[str, str] = {}
    for stand in stands:
        if stand.link.relation in _ALONG:
            yield stand.later, stand.link.claim_id
        elif stand.link.relation == "denies":
            yield stand.later, deniers.setdefault(stand.link.claim_id, stand.later)


def _joined(inside: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Number the groups that pairs join, in the order of their first members."""
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        near[a].add(b)
        near[b].add(a)
    group: dict[str, int] = {}
    for start in inside:
        if start in group:
            continue
        group[start] = len(set(group.values()))
        todo = deque([start])
        while todo:
            for other in near[todo.popleft()] - set(group):
                group[other] = group[start]
                todo.append(other)
    return group


def _across(inside: Mapping[str, StoredClaim], stands: Sequence[Stand]) -> dict[str, int]:
    """Put claims that hang together by agreement all the same across from what they are against: two sides."""
    near: dict[str, list[str]] = defaultdict(list)
    for stand in stands:
        if stand.link.relation in AGAINST:
            near[stand.later].append(stand.link.claim_id)
            near[stand.link.claim_id].append(stand.later)
    side: dict[str, int] = {}
    for start in inside:
        if start in side:
            continue
        side[start] = 0
        todo = deque([start])
        while todo:
            one = todo.popleft()
            for other in near[one]:
                if other not in side:
                    side[other] = 1 - side[one]
                    todo.append(other)
    return side


def _figures(ordered: Sequence[StoredClaim], stands: Sequence[Stand]) -> Iterable[Figure]:
    """Return the numbers of the kind that a link by figures is about."""
    tied = {one for stand in stands if "figures" in stand.link.rule for one in (stand.later, stand.link.claim_id)}
    told = [Figure(count, one) for one in ordered if one.claim.id in tied for count in one.claim.figures]
    kinds: dict[str, set[str]] = defaultdict(set)
    for figure in told:
        kinds[figure.count.kind].add(figure.by.claim.id)
    return [figure for figure in told if len(kinds[figure.count.kind]) > 1]


def _lowest(figure: Figure) -> int | None:
    return figure.count.low if figure.count.low is not None else figure.count.best


def _highest(figure: Figure) -> int | None:
    return figure.count.high if figure.count.high is not None else figure.count.best


def _time(one: StoredClaim) -> tuple[str, str, int, int, str]:
    """Return what puts claims in order; of two with the same words the one whose cue stands first is the first."""
    claim = one.claim
    cue = claim.cue.start if claim.cue is not None else claim.content.start
    return one.report.published_at, one.report.id, claim.content.start, cue, claim.id
