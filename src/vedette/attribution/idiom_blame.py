"""Idioms by which deeds are laid to somebody, or taken upon oneself: "put the blame on …", "took credit for …"."""

from __future__ import annotations

from vedette.attribution.attributions import Draft
from vedette.attribution.content import subtree_indices
from vedette.attribution.cues import CueLexicon
from vedette.attribution.said_things import DEEDS
from vedette.attribution.speakers import phrase_tokens, speaker_of
from vedette.attribution.stance import is_negated
from vedette.reading import Token

_LAYING = frozenset({"put", "lay", "place", "pin", "shift", "cast", "heap"})
_ON = frozenset({"on", "upon", "at", "with"})
_DOORS = frozenset({"door", "doorstep", "foot", "feet"})
_TAKING = frozenset({"take", "accept", "assume", "claim"})
_OWNED = frozenset({"responsibility", "credit", "blame"})
_CAUSES = frozenset({"cause", "reason", "culprit", "source", "explanation"})


def lays_blame(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "put the blame for the blast on the rebels", "laid the blame at the army's door", "pointed the finger at …".

    What is said begins with the deed or with whoever is blamed, whichever is told first.
    """
    thing = verb.child("dobj")
    is_blame = verb.lemma in _LAYING and thing is not None and thing.lemma in ("blame", "responsibility")
    is_finger = verb.lemma == "point" and thing is not None and thing.lemma == "finger"
    if thing is None or not (is_blame or is_finger) or is_negated(verb):
        return None
    behind = [token for token in verb.subtree() if token.i > thing.i]
    links = [token for token in behind if token.dep == "prep" and token.lower in (*_ON, "for", "to")]
    link = next((token for token in links if token.lower in _ON), None)
    blamed = link.child("pobj") if link is not None else None
    if link is None or blamed is None:
        return None
    if blamed.lemma in _DOORS:
        owner = blamed.child("poss")
        if owner is None:
            return None
        blamed = owner if links[0] is link else blamed
    elif link.lower == "at" and not is_finger:
        return None
    first = next((token for token in links if token.lower in ("for", link.lower)), link)
    inside = subtree_indices((link, *(token for token in links if token.lower == "for")))
    inside = {i for i in inside if i > first.i} if blamed.dep != "poss" else subtree_indices((blamed,))
    return _draft(verb, blamed, inside, "blame", lexicon)


def names_cause(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "traced the outbreak to a power line" and "pointed to a gas leak as the cause"."""
    thing, to = verb.child("dobj"), next((token for token in verb.kids("prep") if token.lower == "to"), None)
    if verb.lemma == "trace" and thing is not None and thing.lemma in DEEDS:
        to = to or next((token for token in thing.kids("prep") if token.lower == "to"), None)
        roots: tuple[Token, ...] = (thing, to) if to is not None else ()
    elif verb.lemma == "point" and to is not None:
        causes = (token for token in verb.subtree() if token.lemma in _CAUSES and token.head.lower == "as")
        cause = next(causes, None)
        roots = (*to.children, cause.head) if cause is not None else ()
    else:
        return None
    if not roots or is_negated(verb):
        return None
    return _draft(verb, roots[0], subtree_indices(roots), "attribute", lexicon)


def takes_upon_himself(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "took credit for the ambush" and "accepted responsibility for the death of the boy", which admit it."""
    thing = verb.child("dobj")
    if verb.lemma not in _TAKING or thing is None or thing.lemma not in _OWNED or is_negated(verb):
        return None
    if verb.lemma == "claim" and thing.lemma == "responsibility":
        return None  # whose object tells it
    links = [token for above in (thing, verb) for token in above.kids("prep") if token.lower == "for"]
    deed = links[0].child("pobj", "pcomp") if links else None
    if deed is None or not (deed.tag == "VBG" or deed.lemma in DEEDS):
        return None
    return _draft(verb, deed, subtree_indices((deed,)), "admit", lexicon)


def _draft(verb: Token, main: Token, inside: set[int], like: str, lexicon: CueLexicon) -> Draft | None:
    """Return a draft that stands as a verb of the lexicon does; None where that has no row for it, or nobody speaks."""
    entry, speaker = lexicon.verbs.get(like), speaker_of(verb)
    row = entry.frames.get("object") if entry is not None else None
    if row is None or speaker is None or speaker.i in inside:
        return None
    draft = Draft("cue.blame@1", verb, row, "object-of", main, inside, speaker)
    draft.speaker_phrase = phrase_tokens(speaker, inside | {verb.i})
    return draft
