"""Aspect: whether what nothing takes out of the world is over or still going on."""

from __future__ import annotations

from vedette.coding.embedding import Embedding
from vedette.coding.negation import is_negated
from vedette.coding.slots import carrier
from vedette.coding.verdict import Verdict
from vedette.reading import Token


def aspect_of(predicate: Token, embedding: Embedding) -> Verdict:
    """Return whether an act that nothing above decides happened or goes on, or may never come."""
    verb = predicate
    if predicate.pos in ("NOUN", "PROPN"):
        verb = carrier(predicate, embedding.grammar) or predicate
        if (told := _noun_alone(predicate)) is not None:
            return told
    if predicate.pos == "NOUN" and predicate.dep == "nsubj" and predicate.head.lemma in ("take", "go", "continue"):
        verb = predicate.head  # "protests have been taking place"
    if verb.tag == "VBG":
        now = _is_now(verb)
        if now is not None:
            return Verdict("ongoing", "status.progressive@2", now)
        if verb.dep == "ROOT" and verb.child("nsubj") is not None and not verb.kids("aux"):
            return Verdict("ongoing", "status.progressive@2", verb)  # a headline: "Chad pressing Niger over a dam"
    if any(a.lower == "being" for a in verb.kids("auxpass")) and (now := _is_now(verb)) is not None:
        return Verdict("ongoing", "status.progressive@2", now)  # "is being bombed"
    present = next((a for a in verb.kids("auxpass") if a.tag in ("VBZ", "VBP")), None)
    if present is not None and any(child.lower == "currently" for child in verb.kids("advmod")):
        return Verdict("ongoing", "status.currently@1", present)
    return Verdict("happened", "status.told-as-fact@1")


def _is_now(verb: Token) -> Token | None:
    """Return the auxiliary that says something is being done; a verb behind "and" shares that of the one before."""
    auxiliaries = verb.kids("aux")
    if not auxiliaries and verb.dep == "conj" and verb.head.tag == verb.tag == "VBG":
        auxiliaries = verb.head.kids("aux")
    return next((a for a in auxiliaries if a.tag in ("VBZ", "VBP") or a.lower == "been"), None)


_JOURNEYS = frozenset({"visit", "trip", "tour", "journey", "summit", "pilgrimage"})


def _is_to_come(noun: Token) -> Token | None:
    """Return the word by which a journey is still to come: "the Pope's visit *will* persuade many"."""
    verb = noun.head
    if noun.dep != "nsubj" or noun.lemma not in _JOURNEYS or is_negated(verb) is not None:
        return None
    if verb.lemma == "be" and (on := next((c for c in verb.children if c.lower == "on" and not c.children), None)):
        return on  # "the trip is still on"
    return next((a for a in verb.kids("aux") if a.lower in ("will", "would", "'ll")), None)


_GOING_ON = frozenset({"ongoing", "continuing", "current", "continued", "simmering", "lingering"})
_UNDERGONE = frozenset({"investigation", "inquiry", "probe", "review", "scrutiny", "siege", "attack", "fire"})
"""What one is "under" while it goes on."""


def _noun_alone(noun: Token) -> Verdict | None:
    """Judge an event noun nothing above decides: one under way, or one that may never come ("any attack")."""
    for child in noun.children:
        if child.dep == "det" and child.lower == "any":
            return Verdict("hypothetical", "status.any@1", child)
        if child.dep == "amod" and child.lower in _GOING_ON:
            return Verdict("ongoing", "status.going-on@1", child)
    if (modal := _is_to_come(noun)) is not None:
        return Verdict("planned", "status.foretold@1", modal)
    prep = noun.head
    if noun.dep == "pobj" and prep.lower == "under" and noun.lemma in _UNDERGONE and noun.child("det") is None:
        return Verdict("ongoing", "status.under-way@1", prep)
    verb = prep
    if noun.dep in ("nsubj", "nsubjpass") and (verb.lemma in ("continue", "last") or _is_under_way(verb)):
        return Verdict("ongoing", "status.under-way@1", verb)
    return None


def _is_under_way(verb: Token) -> bool:
    """Tell whether something "is (getting) under way"."""
    words = {child.lower for child in verb.children} | {
        below.lower for child in verb.children if child.dep in ("prep", "advmod", "acomp") for below in child.children
    }
    return verb.lemma in ("be", "get", "remain") and ("underway" in words or {"under", "way"} <= words)
