"""Links between the claims of one report, and with claims of other reports: who repeats, revises, disputes, denies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vedette.grounding import Grounded
from vedette.linking.comparing import Found, Held, compared
from vedette.linking.gists import Gists, predicate_of
from vedette.linking.matters import matter_words
from vedette.model import Claim, ClaimLink, FieldReason, Span
from vedette.model.gist import Gist
from vedette.reading import Token

_LOOK_BACK = 150
"""Claims before it that a claim is held against."""
_MAX_KEY_WORDS, _MAX_KEY_NAMES = 5, 8
_NO_KEYS = ("~", "of:", "bare:", "surname:")
"""Beginnings of names too common to find a claim by."""
_DISPUTING = ("disput", "contest", "challeng")
_FELT = frozenset({"danger"})
"""Matters of what is feared rather than said ("called the concern unwarranted")."""
_ANSWERS = frozenset({"disputes", "denies", "agrees", "revises"})


def link_claims(claims: tuple[Claim, ...], grounded: Grounded) -> tuple[Claim, ...]:
    """Return the claims, each with its gist, its links to earlier ones, and `about` filled from them."""
    gists = Gists(grounded)
    seen: list[Claim] = []
    linked = []
    for claim in sorted(claims, key=lambda c: (c.evidence or c.content).start):
        known = replace(claim, gist=gists.of(claim))
        links = tuple(_links(known, seen[-_LOOK_BACK:], gists))
        about = tuple(dict.fromkeys((*claim.about, *(k.claim_id for k in links if k.relation in _ANSWERS))))
        linked.append(replace(known, links=(*claim.links, *links), about=about))
        seen.append(known)
    order = {claim.id: k for k, claim in enumerate(claims)}
    return tuple(sorted(linked, key=lambda claim: order[claim.id]))


def held(claim: Claim) -> Held | None:
    """Return a claim as far as it is compared; None where it was never taken down to its gist."""
    return Held(claim.id, claim.stance, claim.attitude, claim.gist) if claim.gist is not None else None


def link_across(later: Held, earlier: Held) -> ClaimLink | None:
    """Return how a claim stands to one of an earlier report, or None. The reasons' words stand in the later report."""
    found = compared(later, earlier, same_report=False)
    return ClaimLink(found.relation, earlier.id, found.rule) if found is not None else None


def keys_of(gist: Gist) -> tuple[str, ...]:
    """Return the keys under which claims that may be of the same thing meet: a matter and a name each."""
    words = sorted({gist.predicate, *gist.focus} - {""})[:_MAX_KEY_WORDS]
    named = {*gist.names, *gist.sites, *gist.doers, *gist.voices}
    names = sorted(name for name in named if not name.startswith(_NO_KEYS))[:_MAX_KEY_NAMES]
    return tuple(f"{word}|{name}" for word in words for name in names)


def _links(later: Claim, earlier: Sequence[Claim], gists: Gists) -> list[ClaimLink]:
    mine = held(later)
    if mine is None or not mine.gist.voices:
        return []
    answered = {claim.id for claim in _answered(later, earlier)}
    found: list[ClaimLink] = []
    for other in earlier:
        theirs = held(other)
        if theirs is None or not theirs.gist.voices or other.id in (later.parent, later.id):
            continue
        if other.id in answered:
            found.append(_link(_answering(later), other, later, gists))
        elif (how := compared(mine, theirs, same_report=True)) is not None:
            found.append(_link(how, other, later, gists))
    return _nearest_alike(found)


def _answering(claim: Claim) -> Found:
    """Return what an answer to another's words is: a denial by its cue, else a dispute ("disputed", "baseless")."""
    gist = claim.gist
    is_denial = claim.stance == "denies" and gist is not None and gist.is_negative
    is_disputing = claim.cue is not None and claim.cue.exact.lower().startswith(_DISPUTING)
    return Found("denies" if is_denial and not is_disputing else "disputes", "link.answers@4")


def _nearest_alike(links: list[ClaimLink]) -> list[ClaimLink]:
    """Keep, of the claims that say the same, only the last: the rest follow from its own link."""
    kept, seen = [], set()
    for link in reversed(links):
        if link.rule != "link.alike@2" or link.relation not in seen:
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
