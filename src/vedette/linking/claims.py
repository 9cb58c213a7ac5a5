"""Links between the claims of one report, and with claims of other reports: who repeats, revises, disputes, denies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vedette.grounding import Grounded
from vedette.linking.comparing import (
    Found,
    Held,
    closeness,
    compared,
    may_be_taken_back,
    may_be_weighed,
    settled,
    shared_words,
)
from vedette.linking.gists import Gists, predicate_of
from vedette.linking.matters import matter_words
from vedette.model import Claim, ClaimLink, FieldReason, Span
from vedette.model.gist import Gist
from vedette.reading import Token

if TYPE_CHECKING:
    from vedette.linking.weigher import ClaimWeigher

_LOOK_BACK = 150
"""Claims before it that a claim is held against."""
_MOST_ASKED = 3
"""Earlier claims of its own report at most that the encoder is asked about for one claim."""
_CLOSE = 0.3
"""Share of content words that two claims of different reports must have in common for the encoder to be asked."""
_MAX_KEY_WORDS, _MAX_KEY_NAMES = 5, 8
_NO_KEYS = ("~", "of:", "bare:", "surname:")
"""Beginnings of names too common to find a claim by."""
_DISPUTING = ("disput", "contest", "challeng")
_FELT = frozenset({"danger"})
"""Matters of what is feared rather than said ("called the concern unwarranted")."""
_ANSWERS = frozenset({"disputes", "denies", "agrees", "revises"})


def link_claims(
    claims: tuple[Claim, ...], grounded: Grounded, weigher: ClaimWeigher | None = None
) -> tuple[Claim, ...]:
    """Return the claims, each with its gist, its links to earlier ones, and `about` filled from them.

    weigher: asked about claims that rules do not link, or set against each other; None leaves it to the rules.
    """
    gists = Gists(grounded)
    known = [replace(one, gist=gists.of(one)) for one in sorted(claims, key=lambda c: (c.evidence or c.content).start)]
    pairs = _weighed(
        [pair for k, later in enumerate(known) for pair in _pairs(later, known[:k][-_LOOK_BACK:])], weigher
    )
    found: dict[str, list[ClaimLink]] = {claim.id: [] for claim in known}
    for pair in pairs:
        if pair.found is not None:
            found[pair.later.id].append(_link(pair.found, pair.earlier, pair.later, gists))
    linked = {claim.id: _with(claim, tuple(_nearest_alike(found[claim.id]))) for claim in known}
    return tuple(linked[claim.id] for claim in claims)


def _with(claim: Claim, links: tuple[ClaimLink, ...]) -> Claim:
    about = tuple(dict.fromkeys((*claim.about, *(k.claim_id for k in links if k.relation in _ANSWERS))))
    return replace(claim, links=(*claim.links, *links), about=about)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two claims of one report, the earlier one first in the text, and what rules make of them."""

    later: Claim
    earlier: Claim
    mine: Held
    """The later one as far as it is compared, and `theirs` the earlier one."""
    theirs: Held
    found: Found | None
    is_asked: bool
    """Whether the encoder is asked about them."""


def held(claim: Claim) -> Held | None:
    """Return a claim as far as it is compared; None where it was never taken down to its gist."""
    return Held(claim.id, claim.stance, claim.attitude, claim.gist) if claim.gist is not None else None


def link_across(pairs: Sequence[tuple[Held, Held]], weigher: ClaimWeigher | None = None) -> list[ClaimLink | None]:
    """Return how the first claim of each pair stands to the second, of an earlier report; None where in no way.

    The reasons' words stand in the later report. weigher: as in `link_claims`; whether it is asked about a pair hangs
    on the pair alone, so that the order in which reports are added to a store does not matter.
    """
    found = [compared(later, earlier, same_report=False) for later, earlier in pairs]
    if weigher is not None:
        asked = [k for k, pair in enumerate(pairs) if _is_asked(found[k], *pair)]
        for k, weighed in zip(asked, weigher.weigh([_put(*pairs[k]) for k in asked]), strict=True):
            found[k] = settled(found[k], weighed, pairs[k][0])
    return [
        ClaimLink(how.relation, earlier.id, how.rule) if how is not None else None
        for how, (_, earlier) in zip(found, pairs, strict=True)
    ]


def _is_asked(found: Found | None, later: Held, earlier: Held) -> bool:
    if found is not None:
        return may_be_taken_back(found) and bool(later.gist.told and earlier.gist.told)
    return shared_words(later, earlier) >= _CLOSE and may_be_weighed(later, earlier, same_report=False)


def _put(later: Held, earlier: Held) -> tuple[str, str]:
    return earlier.gist.told, later.gist.told


def keys_of(gist: Gist) -> tuple[str, ...]:
    """Return the keys under which claims that may be of the same thing meet: a matter and a name each."""
    words = sorted({gist.predicate, *gist.focus} - {""})[:_MAX_KEY_WORDS]
    named = {*gist.names, *gist.sites, *gist.doers, *gist.voices}
    names = sorted(name for name in named if not name.startswith(_NO_KEYS))[:_MAX_KEY_NAMES]
    return tuple(f"{word}|{name}" for word in words for name in names)


def _pairs(later: Claim, earlier: Sequence[Claim]) -> list[_Pair]:
    """Hold a claim against earlier ones; of those that no rule links, the closest few are to be weighed."""
    mine = held(later)
    if mine is None or not mine.gist.voices:
        return []
    answered = {claim.id for claim in _answered(later, earlier)}
    found: dict[int, _Pair] = {}
    opened: list[tuple[float, int]] = []
    for at, other in enumerate(earlier):
        theirs = held(other)
        if theirs is None or not theirs.gist.voices or other.id in (later.parent, later.id):
            continue
        pair = _Pair(later, other, mine, theirs, None, is_asked=False)
        if other.id in answered:
            found[at] = replace(pair, found=_answering(later))
        elif (how := compared(mine, theirs, same_report=True)) is not None:
            found[at] = replace(pair, found=how, is_asked=may_be_taken_back(how))
        elif may_be_weighed(mine, theirs, same_report=True):
            opened.append((closeness(mine, theirs), at))
            found[at] = replace(pair, is_asked=True)
    # Only the closest few are worth the time; of equally close ones those told last.
    for _, at in sorted(opened)[:-_MOST_ASKED]:
        del found[at]
    return list(found.values())


def _weighed(pairs: list[_Pair], weigher: ClaimWeigher | None) -> list[_Pair]:
    """Return the pairs with what rules and encoder together make of them."""
    if weigher is None:
        return pairs
    asked = [k for k, pair in enumerate(pairs) if pair.is_asked]
    weights = weigher.weigh([_put(pairs[k].mine, pairs[k].theirs) for k in asked])
    for k, weighed in zip(asked, weights, strict=True):
        pairs[k] = replace(pairs[k], found=settled(pairs[k].found, weighed, pairs[k].mine))
    return pairs


def _answering(claim: Claim) -> Found:
    """Return what an answer to another's words is: a denial by its cue, else a dispute ("disputed", "baseless")."""
    gist = claim.gist
    is_denial = claim.stance == "denies" and gist is not None and gist.is_negative
    is_disputing = claim.cue is not None and claim.cue.exact.lower().startswith(_DISPUTING)
    return Found("denies" if is_denial and not is_disputing else "disputes", "link.answers@3")


def _nearest_alike(links: list[ClaimLink]) -> list[ClaimLink]:
    """Keep, of the claims that say the same, only the last: the rest follow from its own link."""
    kept, seen = [], set()
    for link in reversed(links):
        if link.relation not in ("repeats", "agrees") or link.relation not in seen:
            kept.append(link)
            seen.add(link.relation)
    return kept[::-1]


def _answered(later: Claim, earlier: Sequence[Claim]) -> list[Claim]:
    """Return the claims that a claim calls baseless, false or unwarranted, or whose denial is its object."""
    gist = later.gist
    if gist is None or gist.answer is None:
        return []
    answer = gist.answer
    others = [c for c in earlier if c.gist is not None and c.gist.voices and not c.gist.voices & gist.voices]
    if answer.owners:
        others = [c for c in others if c.gist is not None and c.gist.voices & answer.owners]
    if answer.topic:
        others = [c for c in others if c.gist is not None and c.gist.words & answer.topic]
    word = matter_words().get(answer.thing, answer.thing)
    about_it = [c for c in others if c.gist is not None and word in c.gist.words]
    if about_it and (answer.owners or not answer.is_saying):
        return about_it
    if word in _FELT:
        return about_it[-1:]  # a concern is no accusation: whoever spoke last need not have told it
    # "Called the accusation baseless": whatever was said last by another, if nobody else's is meant.
    return others[-1:] if answer.is_saying else []


def _link(how: Found, other: Claim, later: Claim, gists: Gists) -> ClaimLink:
    reasons = [FieldReason("stance", "link.cue@1", later.cue)] if later.cue is not None else []
    content = later.content
    if how.amount is not None:
        reasons.append(FieldReason("figures", how.rule, _inside(content, how.amount.start, how.amount.end)))
    word = predicate_of(gists.inside(later))
    if word is not None and how.amount is None:
        reasons.append(FieldReason("content", "link.word@1", _of_token(content, word)))
    return ClaimLink(how.relation, other.id, how.rule, tuple(reasons))


def _of_token(content: Span, word: Token) -> Span | None:
    return _inside(content, word.start, word.start + len(word.text))


def _inside(content: Span, start: int, end: int) -> Span | None:
    if not content.start <= start <= end <= content.end:
        return None
    return Span(start, end, content.exact[start - content.start : end - content.start])
