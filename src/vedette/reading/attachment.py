"""Attachment: participles of harm hang on the deed they are the outcome of, not on the verb that tells the deed.

Of "Jets bombed the hills, officials said, *killing* ten" a parse makes the officials kill, and of "accused the crew of
ramming a boat, *injuring* two" the accuser injure. Nobody kills by saying or accusing: such a participle belongs to the
deed that is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from vedette.reading.tree import Token

_HARMING = frozenset("kill wound injure maim hurt destroy damage displace behead".split())
"""Verbs whose participle behind a deed tells what came of it."""
_BEHIND = frozenset({"advcl", "xcomp"})
_TELLING = frozenset("say tell claim state add report announce confirm allege note".split())
_CHARGING = frozenset({"accuse", "suspect", "convict", "blame", "charge"})
_OF_WHICH = frozenset({"of", "for", "with"})


def attached(tokens: Sequence[Token], heads: Sequence[int]) -> list[int]:
    """Return the positions of the heads of one sentence's tokens, those of outcomes mended."""
    mended = list(heads)
    for at, head in enumerate(heads):
        if head < at and _is_outcome(tokens, heads, at):
            mended[at] = _deed(tokens, heads, head, at)
    return mended


def _is_outcome(tokens: Sequence[Token], heads: Sequence[int], at: int) -> bool:
    """Tell whether a participle of harm stands without a subject or conjunction of its own."""
    word = tokens[at]
    if word.tag != "VBG" or word.dep not in _BEHIND or word.lemma not in _HARMING:
        return False
    return not any(head == at and token.dep in ("mark", "nsubj") for token, head in zip(tokens, heads, strict=True))


def _deed(tokens: Sequence[Token], heads: Sequence[int], told_by: int, before: int) -> int:
    """Return the position of the deed that a verb tells in front of a participle; the verb itself where it is one."""
    verb = tokens[told_by]
    if verb.lemma in _TELLING:
        clauses = (k for k in range(before) if heads[k] == told_by and tokens[k].dep == "ccomp")
        told = next((k for k in clauses if k != told_by and tokens[k].pos == "VERB"), None)
        if told is None and verb.dep == "parataxis" and heads[told_by] < told_by:
            told = heads[told_by]
    elif verb.lemma in _CHARGING:
        told = next((k for k in range(told_by + 1, before) if _is_charge(tokens, heads, k, told_by)), None)
    else:
        return told_by
    return told_by if told is None else _deed(tokens, heads, told, before)


def _is_charge(tokens: Sequence[Token], heads: Sequence[int], gerund: int, charging: int) -> bool:
    """Tell whether a gerund says of what somebody is accused ("accused the crew *of ramming*", "on Monday of …")."""
    prep = heads[gerund]
    if tokens[gerund].tag != "VBG" or tokens[gerund].dep != "pcomp" or tokens[prep].lower not in _OF_WHICH:
        return False
    above = heads[prep]
    while above != charging and tokens[above].pos != "VERB" and heads[above] != above:
        above = heads[above]
    return above == charging
