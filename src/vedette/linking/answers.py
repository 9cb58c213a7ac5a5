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
        return Answer("", True, frozenset(), _spoken_of(before))  # of whatever another said last
    thing: Token | None = None
    if "rejecting" in claim.rule:
        thing = next((t for t in tokens if t.pos == "NOUN" and t.lemma.lower() in SAID_THINGS | SHOWN_THINGS), None)
        is_verdict = main is not None and main.pos == "NOUN" and main.lower in REJECTING
        if main is not None and is_verdict and thing in (None, main):
            # "Spoke of idle boasting": of whatever another said last.
            return Answer(main.lemma.lower(), True, frozenset(), frozenset())
    if thing is None and main is not None and rejects(main) is not None:
        thing = main.child("nsubj", "nsubjpass")
    elif thing is None and main is not None and claim.stance in ("denies", "doubts") and main.pos == "NOUN":
        thing = main if main.lemma in SAID_THINGS else None
    if thing is None:
        return None
    owner = thing.child("poss") or thing.prep("of", "by", "from")
    lemma = thing.lemma.lower()
    mine = {token.i for token in owner.subtree()} if owner is not None else set()
    rejected = taken_as(thing)
    behind = [t.i for t in thing.subtree() if t.lower == "as" and rejected is not None and t.i < rejected.i]
    verdict = max(behind, default=tokens[-1].i + 1)
    about = (t for t in thing.subtree() if t is not thing and t.i not in mine and t.i < verdict)
    topic = {w for t in about for w in matter_of(t)}
    owners = voices.ids(owner) if owner is not None else frozenset()
    return Answer(lemma, lemma in SAID_THINGS or lemma in SHOWN_THINGS, owners, frozenset(topic))


_TAKING_UP = frozenset({"it", "this", "that", "these"})
_TRUE = frozenset({"true", "so", "correct", "accurate", "right", "case"})


_BEFORE = 3
"""Sentences to look back for what a pronoun judges, at most."""


def _spoken_of(before: Sequence[Sentence]) -> frozenset[str]:
    """Return the matters of the thing said that was named last: "*the story about the ministries* … it is invention".

    Only another report's words are looked for by them; in its own report a pronoun takes up what was said last.
    """
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
