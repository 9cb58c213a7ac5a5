"""Agents: who does what a content tells, by name, by a noun, or as the speaker himself."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.attribution.stance import is_negated
from vedette.linking.known_by import Voices, stem
from vedette.linking.predicates import UNDERGOING, clefted
from vedette.model import Claim
from vedette.reading import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_SPOKEN_OF = frozenset({"it", "he", "she", "they"})
_FIRST = frozenset({"we", "i", "our", "my", "us", "me"})


def agents_of(
    claim: Claim, main: Token | None, tokens: Sequence[Token], speakers: frozenset[str], voices: Voices
) -> frozenset[str]:
    """Return who does what a content tells: by name, else by the words; the speaker where he says "we".

    main: what the content hangs on. speakers: by what the claim's speakers may be known again.
    """
    if main is None:
        return frozenset()
    if (cleft := clefted(main)) is not None:
        return _named_or_told(cleft, speakers, voices)
    held = _holder(tokens)
    agent = main.child("agent")
    below = agent.child("pobj") if agent is not None else None
    passive = main.child("nsubjpass", "auxpass") is not None
    subject = held or below or (None if passive else main.child("nsubj"))
    if subject is None and not passive and main.tag == "VBG":
        # "accused the rebels of burning …", "denied shelling …": whoever is accused, or speaks.
        accused = next((t for t in tokens if t.dep in ("dobj", "pobj") and t.i < main.i and voices.ids(t)), None)
        if accused is None:
            return speakers if claim.stance == "denies" else frozenset()
        subject = accused
    if subject is None:
        return frozenset()
    if passive is False and main.lemma in UNDERGOING and main.child("dobj") is None:
        return frozenset()
    return _named_or_told(subject, speakers, voices)


def _named_or_told(subject: Token, speakers: frozenset[str], voices: Voices) -> frozenset[str]:
    if subject.lower in _FIRST:
        return speakers
    subject = _measured(subject)
    found = voices.ids(subject)
    if not found and subject.lower in _SPOKEN_OF and subject.dep in _SUBJECTS and is_negated(subject.head):
        return speakers  # "said that *it* had not walked out", whoever that is; "it was raining" is nobody's doing
    beside = [c for c in subject.kids("compound", "amod", "nmod") if c.text[:1].isupper()]
    whose = frozenset(key for child in beside for key in voices.ids(child) or {f"called:{stem(child)}"})
    if subject.pos == "NOUN" and whose:
        return whose  # "a Kyrtan missile" is Kyrta's doing
    if subject.pos == "NOUN":
        # "The head of the service" may be anybody the other claim names.
        found = frozenset(f"~{key}" if key.startswith("x:") else key for key in found)
        found = found or frozenset({f"~{subject.lemma.lower()}"})
    owner = subject.child("poss")
    if owner is not None:
        ids = voices.ids(owner)
        found |= speakers if owner.lower in _FIRST or (not ids and owner.lower in ("its", "their")) else ids
    return found


_MEASURES = frozenset("number rate level amount total volume share proportion price cost count".split())


def _measured(subject: Token) -> Token:
    """Return what a measure is of, which it stands for: "the number of *thefts* fell", "*thefts* fell"."""
    of = subject.prep("of") if subject.lemma.lower() in _MEASURES else None
    return of if of is not None and of.pos in ("NOUN", "PROPN") else subject


def _holder(tokens: Sequence[Token]) -> Token | None:
    """Return who holds a place by "in the hands of X", "under X's control"."""
    for token in tokens:
        if token.lower in ("hands", "hand", "control") and token.head.lower in ("in", "under"):
            return token.child("poss") or token.prep("of")
    return None
