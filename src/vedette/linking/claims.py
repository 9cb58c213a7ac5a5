"""Links between the claims of one report, and with claims of other reports: who repeats, revises, disputes, denies."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vedette.attribution.said_things import REJECTING, SAID_THINGS
from vedette.attribution.taken_up import TAKEN_UP
from vedette.grounding import Grounded
from vedette.linking.asking import closeness, may_be_weighed, shared_words
from vedette.linking.comparing import CONTRADICTED, Found, Held, compared
from vedette.linking.denials import FELT
from vedette.linking.doers import bare
from vedette.linking.ellipsis import filled
from vedette.linking.gists import Gists
from vedette.linking.matters import matter_words
from vedette.linking.predicates import predicate_of
from vedette.linking.settling import ACROSS, MOST_OPEN, may_be_taken_back, settled
from vedette.model import Claim, ClaimLink, FieldReason, Span
from vedette.model.gist import Answer, Gist
from vedette.reading import Token

if TYPE_CHECKING:
    from vedette.linking.weigher import ClaimWeigher

_LOOK_BACK = 150
"""Claims before it that a claim is held against."""
_MOST_DOUBTED = 20
"""Conflicts that rules found at most that it is asked about too."""
_MOST_ACROSS = 8
"""Claims of other reports at most that it is asked about for one claim, those closest to it."""
_MAX_KEY_WORDS, _MAX_KEY_NAMES = 5, 8
_NO_KEYS = ("~", "of:", "bare:", "the:", "titled:", "surname:")
"""Beginnings of names too common to find a claim by."""
_DISPUTING = ("disput", "contest", "challeng")
_FACTUAL = frozenset({"claim", "allegation", "accusation", "charge", "report", "assertion", "statement", "story"})
"""Matters of what is told as a fact."""
_VERDICTS = REJECTING - SAID_THINGS | {"tale"}
"""Verdicts that stand for what they judge ("spoke of *propaganda*"): of what was said last, where nothing else fits."""
_ASKING = frozenset({"demands", "promises", "fears"})
_ANSWERS = frozenset({"disputes", "denies", "agrees", "revises"})


def link_claims(
    claims: tuple[Claim, ...], grounded: Grounded, weigher: ClaimWeigher | None = None
) -> tuple[Claim, ...]:
    """Return the claims, each with its gist, its links to earlier ones, and `about` filled from them.

    weigher: asked about claims that rules do not link, or set against each other; None leaves it to the rules.
    """
    gists = Gists(grounded)
    known = [
        replace(one, gist=_for(weigher, gists.of(one)))
        for one in sorted(claims, key=lambda c: (c.evidence or c.content).start)
    ]
    known = filled(known)
    pairs = _settled(
        [
            pair
            for k, later in enumerate(known)
            for pair in _pairs(later, known[max(0, k - _LOOK_BACK) : k], with_open=weigher is not None)
        ],
        weigher,
    )
    found: dict[str, list[ClaimLink]] = {claim.id: [] for claim in known}
    for pair in pairs:
        if pair.found is not None:
            found[pair.later.id].append(_link(pair.found, pair.earlier, pair.later, gists))
    linked = {claim.id: _with(claim, tuple(_nearest_alike(found[claim.id]))) for claim in known}
    return tuple(linked[claim.id] for claim in claims)


def _for(weigher: ClaimWeigher | None, gist: Gist) -> Gist:
    """Leave out what only the encoder reads where there is none, so that no later run asks it about one claim alone."""
    return replace(gist, told="") if weigher is None else gist


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
    """None where no rule links them, but they may be of one thing."""


def held(claim: Claim) -> Held | None:
    """Return a claim as far as it is compared; None where it was never taken down to its gist."""
    return Held(claim.id, claim.stance, claim.attitude, claim.gist) if claim.gist is not None else None


def link_across(
    pairs: Sequence[tuple[Held, Held]], weigher: ClaimWeigher | None = None, *, in_common: float = 0.0
) -> list[ClaimLink | None]:
    """Return how the first claim of each pair stands to the second, of an earlier report; None where in no way.

    weigher: as in `link_claims`; it is asked about pairs of which both claims were coded with it. in_common: share of
    content words, from 0 to 1, that two claims must have in common for that.
    """
    found = [compared(later, earlier, same_report=False) for later, earlier in pairs]
    if weigher is not None:
        asked = _asked_across(pairs, found, in_common)
        for k, weight in zip(asked, weigher.weigh([_put(*pairs[k]) for k in asked]), strict=True):
            found[k] = settled(found[k], weight, *pairs[k], ACROSS)
    return [
        ClaimLink(how.relation, earlier.id, how.rule) if how is not None else None
        for how, (_, earlier) in zip(found, pairs, strict=True)
    ]


def _asked_across(pairs: Sequence[tuple[Held, Held]], found: Sequence[Found | None], in_common: float) -> list[int]:
    """Return which pairs are worth asking about: conflicts of rules, and the closest of those that no rule links."""
    both = [k for k, (later, earlier) in enumerate(pairs) if later.gist.told and earlier.gist.told]
    doubtful = [k for k in both if (how := found[k]) is not None and may_be_taken_back(how)]
    opened = [
        k
        for k in both
        if found[k] is None and shared_words(*pairs[k]) >= in_common and may_be_weighed(*pairs[k], same_report=False)
    ]
    closest = heapq.nlargest(_MOST_ACROSS, opened, key=lambda k: (closeness(*pairs[k]), *(one.id for one in pairs[k])))
    return [*doubtful[:_MOST_DOUBTED], *closest]


def _put(later: Held, earlier: Held) -> tuple[str, str]:
    return earlier.gist.told, later.gist.told


def keys_of(gist: Gist) -> tuple[str, ...]:
    """Return the keys under which claims that may be of the same thing meet: a matter and a name each."""
    words = sorted({gist.predicate, *gist.focus, *gist.circumstances} - {""})[:_MAX_KEY_WORDS]
    named = {*gist.names, *gist.sites, *gist.doers, *gist.voices}
    names = sorted(name for name in named if not name.startswith(_NO_KEYS))[:_MAX_KEY_NAMES]
    return tuple(f"{word}|{name}" for word in words for name in names)


def _pairs(later: Claim, earlier: Sequence[Claim], *, with_open: bool) -> list[_Pair]:
    """Hold a claim against earlier ones; pairs that are nothing to each other are left out.

    with_open: whether to keep those that no rule links though they may be of one thing.
    """
    mine = held(later)
    if mine is None or not mine.gist.voices:
        return []
    answered = {claim.id for claim in _answered(later, earlier)}
    found: list[_Pair] = []
    for other in earlier:
        theirs = held(other)
        if theirs is None or not theirs.gist.voices or other.id in (later.parent, later.id):
            continue
        how = _answering(later) if other.id in answered else compared(mine, theirs, same_report=True)
        is_apart = later.content.end <= other.content.start or other.content.end <= later.content.start
        if how is not None or (with_open and is_apart and may_be_weighed(mine, theirs, same_report=True)):
            found.append(_Pair(later, other, mine, theirs, how))
    return found


def _settled(pairs: list[_Pair], weigher: ClaimWeigher | None) -> list[_Pair]:
    """Return the pairs with what rules and encoder together make of them."""
    if weigher is None:
        return pairs
    opened = [k for k, pair in enumerate(pairs) if pair.found is None]
    doubtful = [k for k, pair in enumerate(pairs) if pair.found is not None and may_be_taken_back(pair.found)]
    asked = doubtful[:_MOST_DOUBTED] + (opened if len(opened) <= MOST_OPEN else [])
    weights = weigher.weigh([_put(pairs[k].mine, pairs[k].theirs) for k in asked])
    for k, weight in zip(asked, weights, strict=True):
        pair = pairs[k]
        pairs[k] = replace(pair, found=settled(pair.found, weight, pair.mine, pair.theirs, len(opened)))
    return pairs


def _answering(claim: Claim) -> Found:
    """Return what an answer to another's words is: a denial by its cue, else a dispute ("disputed", "baseless")."""
    gist = claim.gist
    is_denial = claim.stance == "denies" and gist is not None and gist.is_negative
    is_disputing = claim.cue is not None and claim.cue.exact.lower().startswith(_DISPUTING)
    return Found("denies" if is_denial and not is_disputing else "disputes", "link.answers@7")


def _nearest_alike(links: list[ClaimLink]) -> list[ClaimLink]:
    """Keep, of the claims that say the same, only the last: the rest follow from its own link. Rules go first."""
    kept, seen = [], set()
    ruled = {link.relation for link in links if not link.rule.startswith("link.weighed")}
    links = [
        k for k in links if k.relation != "agrees" or "agrees" not in ruled or not k.rule.startswith("link.weighed")
    ]
    for link in reversed(links):
        if link.relation not in ("repeats", "agrees") or link.relation not in seen:
            kept.append(link)
            seen.add(link.relation)
    return kept[::-1]


def _is_himself(gist: Gist, other: Gist) -> bool:
    """Tell whether an answer is to words of one's own: of one body, unless two persons are told apart by name.

    A judge rejects what a president of the same state says.
    """
    ours, theirs = ({key for key in one.voices if key.startswith("surname:")} for one in (gist, other))
    return bool(gist.voices & other.voices) and (not (ours and theirs) or bool(ours & theirs))


_TOLD = frozenset({"says", "believes", "criticises"})
_ASKED = frozenset({"demands", "promises"})
_DENIABLE = CONTRADICTED | {"fears"}
_RULING_OUT = ("rul", "reject", "dismiss", "refus")
_RIGHT_BEFORE = 300
"""Characters between what was said and the pronoun that takes it up, at most."""


def _said_right_before(later: Claim, others: Sequence[Claim]) -> list[Claim]:
    """Return what a pronoun takes up ("denies *it*"): what was said last, as long as it may be denied.

    What is "ruled out" may be a demand told last, and then is no claim at all; nobody "denies" a demand.
    """
    if later.cue is None or not later.cue.exact.lower().startswith(_RULING_OUT):
        others = [claim for claim in others if claim.stance not in _ASKED and claim.attitude in _TOLD]
    near = later.content.start - _RIGHT_BEFORE
    return [claim for claim in others[-1:] if claim.content.end >= near and claim.stance in _DENIABLE]


def _of_same_words(later: Claim, gist: Gist, earlier: Sequence[Claim]) -> list[Claim]:
    """Return whose words a claim denies in which its own content was told ("…, which the army denied")."""
    others = [c for c in earlier if c.gist is not None and c.gist.voices and not _is_himself(gist, c.gist)]
    start, end = later.content.start, later.content.end
    return [c for c in others if c.content.start < end and start < c.content.end and c.stance in CONTRADICTED]


def _within_denial(answer: Answer, later: Claim, earlier: Sequence[Claim]) -> Answer:
    """Return an answer to a thing said that its speaker has just denied ("denied it, *calling the claim* false")."""
    last, gist = earlier[-1] if earlier else None, later.gist
    if last is None or last.gist is None or gist is None or last.stance != "denies" or answer.owners or answer.topic:
        return answer
    is_one_sentence = last.evidence is not None and last.evidence.start <= later.content.start < last.evidence.end
    if not answer.thing or not is_one_sentence or not last.gist.voices & gist.voices or last.gist.answer is not None:
        return answer
    return replace(answer, topic=last.gist.focus | {last.gist.predicate})


def _answered(later: Claim, earlier: Sequence[Claim]) -> list[Claim]:
    """Return the claims that a claim calls baseless, false or unwarranted, or whose denial is its object."""
    gist = later.gist
    if gist is not None and TAKEN_UP in later.rule:
        return _of_same_words(later, gist, earlier)
    if gist is None or gist.answer is None:
        return []
    answer = _within_denial(gist.answer, later, earlier)
    others = [c for c in earlier if c.gist is not None and c.gist.voices and not _is_himself(gist, c.gist)]
    if not answer.thing:
        return _said_right_before(later, others)
    if answer.thing in _FACTUAL:
        # Whoever demands an explanation, or means to do something, has claimed nothing.
        others = [c for c in others if c.stance not in _ASKING and c.attitude in _TOLD]
    if answer.owners:
        others = [c for c in others if c.gist is not None and bare(c.gist.voices) & bare(answer.owners)]
    if answer.topic:
        of_topic = [c for c in others if c.gist is not None and c.gist.words & answer.topic]
        others = of_topic or (others if answer.thing in _VERDICTS else [])
    word = matter_words().get(answer.thing, answer.thing)
    about_it = [c for c in others if c.gist is not None and word in c.gist.words]
    if about_it and (answer.owners or not answer.is_saying):
        return about_it
    if word in FELT:
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
