"""Answers: what of another's words a claim judges, by a pronoun or by a noun of what is said."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.attribution.said_things import DOCUMENTS, REJECTING, SAID_THINGS, SHOWN_THINGS
from vedette.attribution.stance import rejects, taken_as
from vedette.linking.known_by import Voices
from vedette.linking.matters import matter_of
from vedette.model import Claim
from vedette.model.gist import Answer
from vedette.reading import Sentence, Token


def answer_of(
    claim: Claim, main: Token | None, tokens: Sequence[Token], voices: Voices, before: Sequence[Sentence] = ()
) -> Answer | None:
    """Return what of another's words a claim judges, or None.

    main: what the content hangs on. before: the sentences before its own.
    """
    if main is not None and _takes_up(claim, main):
        return Answer("", True, frozenset(), _spoken_of(main, before))  # of whatever another said last
    thing = _said_thing(tokens) if "rejecting" in claim.rule else None
    if main is not None and "rejecting" in claim.rule and _is_verdict(main) and thing in (None, main):
        # "Spoke of idle boasting": of whatever another said last.
        return Answer(main.lemma.lower(), True, frozenset(), _spoken_of(main, before))
    thing = thing or _judged(claim, main)
    if thing is None:
        return None
    named = next((child for child in thing.kids("compound", "nmod") if child.pos == "PROPN"), None)
    owner = thing.child("poss") or thing.prep("of", "by", "from") or named
    lemma = thing.lemma.lower()
    mine = {token.i for token in owner.subtree()} if owner is not None else set()
    rejected = taken_as(thing)
    behind = [t.i for t in thing.subtree() if t.lower == "as" and rejected is not None and t.i < rejected.i]
    verdict = max(behind, default=tokens[-1].i + 1)
    about = (t for t in thing.subtree() if t is not thing and t.i not in mine and t.i < verdict)
    topic = {w for t in about for w in matter_of(t)}
    owners = voices.ids(owner) if owner is not None else frozenset()
    return Answer(lemma, lemma in SAID_THINGS | SHOWN_THINGS | DOCUMENTS, owners, frozenset(topic))


def _said_thing(tokens: Sequence[Token]) -> Token | None:
    """Return the first noun of something said, shown or written."""
    things = SAID_THINGS | SHOWN_THINGS | DOCUMENTS
    return next((t for t in tokens if t.pos == "NOUN" and t.lemma.lower() in things), None)


def _is_verdict(main: Token) -> bool:
    return main.pos == "NOUN" and main.lower in REJECTING


def _judged(claim: Claim, main: Token | None) -> Token | None:
    """Return what a predicate rejects: its subject ("*the figures* were false"), or a thing said that is denied."""
    if main is None:
        return None
    if rejects(main) is not None:
        return main.child("nsubj", "nsubjpass")
    is_denied = claim.stance in ("denies", "doubts") and main.pos == "NOUN" and main.lemma in SAID_THINGS
    return main if is_denied else None


_TAKING_UP = frozenset({"it", "this", "that", "these"})
_TRUE = frozenset({"true", "so", "correct", "accurate", "right", "case"})


_BEFORE = 3
"""Sentences to look back for what a pronoun judges, at most."""


def _spoken_of(main: Token, before: Sequence[Sentence]) -> frozenset[str]:
    """Return the matters of the thing said that was named last: "*the story about the ministries* … it is invention".

    Or of what the speaker was asked about. Only another report's words are looked for by them; in its own report a
    pronoun takes up what was said last.
    """
    for token in main.sent.tokens:
        asked = token.prep("about") if token.lemma == "ask" and token.i < main.i else None
        if asked is not None:
            return frozenset(word for below in asked.subtree() if below.i < main.i for word in matter_of(below))
    for sentence in reversed(before[-_BEFORE:]):
        for token in reversed(sentence.tokens):
            if token.pos == "NOUN" and token.lemma.lower() in SAID_THINGS | DOCUMENTS:
                return frozenset(word for below in token.subtree() if below is not token for word in matter_of(below))
    return frozenset()


def _takes_up(claim: Claim, main: Token) -> bool:
    """Tell whether a claim denies by a pronoun what was said before ("denies *it*", "said *this* was not true")."""
    if claim.stance != "denies" or claim.attitude == "intends":
        return False  # "refused to do so"
    is_doing_so = main.lemma == "do" and any(child.lower == "so" for child in main.children)
    if main.lower in _TAKING_UP or is_doing_so:
        return True
    subject = main.child("nsubj", "nsubjpass")
    state = main.child("acomp", "attr", "advmod") if main.lemma == "be" else None
    is_untrue = rejects(main) is not None or (state is not None and state.lower in _TRUE)
    # "It is not the case *that …*" takes nothing up; "it was a tale *spread* to frighten people" does.
    below = state.kids("ccomp", "acl", "relcl") if state is not None else []
    is_whole = main.child("ccomp", "csubj") is None and all(map(_is_reduced, below))
    return subject is not None and subject.lower in _TAKING_UP and is_untrue and is_whole


def _is_reduced(clause: Token) -> bool:
    """Tell whether a clause behind a noun is a mere participle ("a tale *spread* to frighten people")."""
    return clause.tag == "VBN" and clause.child("nsubj", "nsubjpass", "aux", "mark") is None
