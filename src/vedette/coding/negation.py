"""Negation: which word denies what a verb or noun tells, and how far it reaches."""

from __future__ import annotations

from vedette.reading import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs with a tense of their own."""
_NEGATIONS = frozenset({"not", "n't", "never", "no", "nor", "neither", "without", "hardly", "none", "nobody"})

_LIGHT = frozenset(
    {"have", "make", "take", "give", "get", "see", "find", "do", "want", "need", "know", "leave", "show"}
)
"""Verbs that leave it to their object what is told."""
_MOST_JOINED = 80
"""Words of one list that a "not" before them reaches, at most."""


def is_negated(token: Token) -> Token | None:
    """Return the word that negates a verb or noun, or None; what stands behind "and" shares that of the one before.

    A loop, for lists of names run to more links than calls may nest.
    """
    word = token
    before: list[Token] = []
    for _ in range(_MOST_JOINED):
        negation = _own_negation(word)
        if negation is not None:
            return None if any(is_of_object(negation, above) for above in before) else negation
        if not _leans_on_head(word):
            return None
        word = word.head
        before.append(word)
    return None


def _own_negation(token: Token) -> Token | None:
    for child in token.children:
        if _is_only(child):
            continue  # "not just Ukraine" is Ukraine too
        if child.dep == "neg" or (child.lower in _NEGATIONS and child.dep in ("det", "advmod", "preconj", "cc")):
            return child
    # "Had no reason", "made no sense": with these verbs readers take it for told that somebody had or made so much.
    bearing = ("nsubj", "nsubjpass") if token.lemma in _LIGHT else ("nsubj", "nsubjpass", "dobj")
    for noun in token.kids(*bearing):
        if (none := _none_of(noun)) is not None:
            return none
    return None


def _leans_on_head(token: Token) -> bool:
    """Tell whether what negates the word before "and" may negate this one as well."""
    is_joined = token.dep == "conj" and token.head.pos == token.pos
    return is_joined and token.child("nsubj", "nsubjpass", "aux") is None and _shares_negation(token)


def is_of_object(negation: Token, verb: Token) -> bool:
    """Tell whether what denies a verb stands with its object, and so denies no verb beside it.

    "Killed no soldiers and shelled the town" did shell it; only what stands before both verbs denies both.
    """
    return negation.i > verb.i and negation.head is not verb


def _none_of(noun: Token) -> Token | None:
    """Return what tells that there is none of a noun: "*none* of the doctors", "*no* soldiers", "*not* one soldier"."""
    if noun.lower in ("none", "nobody", "no-one"):
        return noun
    for child in noun.children:
        if child.i > noun.i or _is_bound(child):
            continue
        if child.dep in ("det", "preconj", "cc") and child.lower in ("no", "neither"):
            return child
        for word in (child, *(child.children if child.lower in ("one", "single") else ())):
            if word.lower == "not" and (_leads_to(word, "one") or _leads_to(word, "a", "single")):
                return word
    return None


def _is_bound(word: Token) -> bool:
    """Tell whether a "no" only bounds a number ("*no* fewer than ten")."""
    return any(_leads_to(word, bound) for bound in ("fewer", "less", "more"))


def _leads_to(word: Token, *phrase: str) -> bool:
    """Tell whether some words stand right behind another."""
    tokens, at = word.sent.tokens, word.i - word.sent.tokens[0].i + 1
    return tuple(token.lower for token in tokens[at : at + len(phrase)]) == phrase


def _shares_negation(conjunct: Token) -> bool:
    """Tell whether what is negated before "and" is so behind it: not after "but", nor with a tense of its own."""
    if any(child.dep == "cc" and child.lower == "but" for child in conjunct.head.children):
        return False
    return not has_own_tense(conjunct)


def _is_only(negation: Token) -> bool:
    """Tell whether a "not" only adds more ("not just", "not only")."""
    return negation.lower in ("not", "n't") and any(_leads_to(negation, more) for more in ("just", "only", "merely"))


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
