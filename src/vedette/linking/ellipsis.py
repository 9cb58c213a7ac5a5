"""Ellipsis: claims that leave it to the one before what they are of ("said it had not", "spoke of fifty thousand")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vedette.linking.apart import PERSONS
from vedette.model import Claim
from vedette.model.gist import Amount, Gist

_NO_PREDICATE = re.compile(
    r"(?:that )?(?:it|he|she|they|this|that) (?:had|has|have|was|were|is|are|did|does|do|would|will)(?: not|n['’]t)?",
    re.IGNORECASE,
)
"""Words that leave it to another claim what it is that "had not"."""
_COUNTING = frozenset({"number", "figure", "count", "tally", "total", "toll", "estimate", "be", "have"})
"""Matters of words around a number that leave it open what is counted ("put *the figure* at 12")."""
_RISING = frozenset({"rise", "climb", "grow", "reach", "increase"})
"""Matters by which a speaker corrects his own number; another's may have been right at its time."""
_HARMED = frozenset({"death", "injury", "arrest", "missing"})
"""Matters of those counted that a bare number may name again ("the number of *injured* at five")."""
_FURTHER = re.compile(
    r"\b(?:(?:other|another|further|additional|each|every|own|of them|who|which|whose)\b|more\b(?! than))",
    re.IGNORECASE,
)
"""Words by which a number counts something besides, a part of what was counted before, or what they tell themselves."""
_NEAR = 300
"""Characters between a bare number and the number that tells what it counts, at most."""
_LOOK_BACK = 2
"""Claims before it in which a bare number's matter is looked for."""
_MOST_TIMES = 50
"""How many times as large the one number may be as the other, to be of the same thing."""


def filled(known: Sequence[Claim]) -> list[Claim]:
    """Return claims of one report in their order; those that leave out what they are of have the gist of another."""
    done: list[Claim] = []
    for claim in known:
        done.append(_with_predicate(claim, done) or _with_counted(claim, done) or claim)
    return done


def _with_predicate(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """Let a claim without a predicate ("said it had not") take up that of the one right before."""
    own, last = claim.gist, before[-1].gist if before else None
    if own is None or last is None or _NO_PREDICATE.fullmatch(claim.content.exact.strip(" .,")) is None:
        return None
    if not last.focus or own.voices & last.voices:
        return None
    told = own.told
    if told and own.is_negative and not last.is_negative:
        told = f"{told.partition(' said: ')[0]} denied: {last.told.partition(': ')[2]}"
    return replace(claim, gist=replace(_of_speaker(last, own), told=told, is_negative=own.is_negative))


def _of_speaker(what: Gist, own: Gist) -> Gist:
    """Return what one claim tells as told by the speaker of another."""
    return replace(what, voices=own.voices, is_nameless=own.is_nameless, told=own.told, answer=None)


def _with_counted(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """Let a bare number ("put the figure at 12") count what the nearest claim before it counts."""
    own = claim.gist
    if own is None or len(own.amounts) != 1 or own.is_negative or own.sites or _FURTHER.search(claim.content.exact):
        return None
    amount = own.amounts[0]
    for earlier in before[: -_LOOK_BACK - 1 : -1]:
        told = earlier.gist
        if told is None or not told.amounts:
            continue
        if claim.content.start - earlier.content.end > _NEAR or not _may_take_up(own, told):
            return None
        counted = told.amounts[0]
        if not _is_of_one_size(amount, counted):
            return None
        same = replace(counted, low=amount.low, high=amount.high, start=amount.start, end=amount.end)
        numbers = (_words_of(amount, claim), _words_of(counted, earlier))
        return replace(
            claim, gist=replace(_of_speaker(told, own), amounts=(same,), told=_counting(own, told, *numbers))
        )
    return None


def _words_of(amount: Amount, claim: Claim) -> str:
    return claim.content.exact[amount.start - claim.content.start : amount.end - claim.content.start]


def _counting(own: Gist, told: Gist, number: str, other: str) -> str:
    """Return a bare number's claim as the encoder reads it: in the words of the other, with its own number."""
    who, said, _ = own.told.partition(" said: ")
    _, _, words = told.told.partition(": ")
    return f"{who} said: {words.replace(other, number, 1)}" if said and other in words else own.told


def _may_take_up(own: Gist, told: Gist) -> bool:
    """Tell whether nothing in a bare number's words is of another matter than the claim that it may take up."""
    if told.is_negative or len(told.amounts) != 1 or told.mood != own.mood:
        return False
    amount = own.amounts[0]
    is_of_it = amount.of in PERSONS and (told.amounts[0].is_people or amount.of == "")
    same_kind = not amount.kind or amount.kind == told.amounts[0].kind
    if own.predicate not in {"", "death", *_COUNTING, *_RISING}:
        return False  # "it had shot down 12" tells of another's doing
    allowed = _COUNTING | (_RISING if own.voices & told.voices else frozenset())
    return is_of_it and same_kind and own.words - allowed <= told.words & _HARMED


def _is_of_one_size(amount: Amount, counted: Amount) -> bool:
    """Tell whether two numbers may be of one thing by their size."""
    if counted.of in ("duration", "money", "percent"):
        return False
    ours, theirs = amount.low or amount.high, counted.low or counted.high
    return bool(ours and theirs) and max(ours or 0, theirs or 0) <= _MOST_TIMES * min(ours or 0, theirs or 0)
