"""Negation: which word denies what a verb or noun tells, and how far it reaches."""

from __future__ import annotations

from vedette.reading import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs with a tense of their own."""
_NEGATIONS = frozenset({"not", "n't", "never", "no", "nor", "neither", "without", "hardly", "none", "nobody"})


def is_negated(token: Token) -> Token | None:
    """Return the word that negates a verb or noun, or None."""
    for child in token.children:
        if _is_only(child):
            continue  # "not just Ukraine" is Ukraine too
        if child.dep == "neg" or (child.lower in _NEGATIONS and child.dep in ("det", "advmod", "preconj", "cc")):
            return child
    subject = token.child("nsubj", "nsubjpass")
    if subject is not None:
        if subject.lower in ("none", "nobody", "no-one"):
            return subject  # "*none* of those doctors were killed"
        for child in subject.children:
            if child.dep in ("det", "preconj", "cc") and child.lower in ("no", "neither") and child.i <= subject.i:
                return child
    if token.dep == "conj" and token.head.pos == token.pos and token.child("nsubj", "nsubjpass", "aux") is None:
        return is_negated(token.head) if _shares_negation(token) else None
    return None


def _shares_negation(conjunct: Token) -> bool:
    """Tell whether what is negated before "and" is so behind it: not after "but", nor with a tense of its own."""
    if any(child.dep == "cc" and child.lower == "but" for child in conjunct.head.children):
        return False
    return not has_own_tense(conjunct)


def _is_only(negation: Token) -> bool:
    """Tell whether a "not" only adds more ("not just", "not only")."""
    tokens, at = negation.sent.tokens, negation.i - negation.sent.tokens[0].i + 1
    return negation.lower in ("not", "n't") and at < len(tokens) and tokens[at].lower in ("just", "only", "merely")


def waits(verb: Token) -> bool:
    """Tell whether a past deed is only said to have come late ("was not arrested until Monday")."""
    auxiliaries = verb.kids("aux", "auxpass")
    is_past = any(child.tag == "VBD" for child in auxiliaries)
    return is_past and any(
        (child.dep == "prep" and child.lower in ("until", "till"))
        or (child.dep == "advcl" and any(mark.lower in ("until", "till") for mark in child.kids("mark")))
        for child in verb.children
    )


def has_own_tense(conjunct: Token) -> bool:
    """Tell whether a verb behind "and" shares no auxiliary of the one before it ("would not say but told")."""
    return conjunct.tag in ("VBD", "VBZ") and conjunct.head.child("aux") is not None
