"""Idioms of denying, admitting and blaming: "pleads not guilty", "asked whether …, said no", "holds X responsible"."""

from __future__ import annotations

from types import MappingProxyType

from vedette.attribution.attributions import Draft
from vedette.attribution.content import subtree_indices
from vedette.attribution.cues import CueLexicon
from vedette.attribution.speakers import phrase_tokens
from vedette.reading import Token

_TO_BLAME = frozenset({"responsible", "liable", "guilty", "answerable"})


def answers_shortly(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "asked whether the road was open, the colonel said no", which denies that it was, and "… said yes"."""
    word, subject = verb.child("intj"), verb.child("nsubj")
    asked = next((c for c in verb.kids("advcl") if c.lemma == "ask" and c.child("nsubj") is None), None)
    if word is None or subject is None or asked is None or word.lower not in _SHORT_ANSWERS:
        return None
    clause = next((c for c in (*asked.kids("ccomp"), *verb.kids("advcl")) if _is_whether(c) and c.i < verb.i), None)
    entry = lexicon.verbs.get(_SHORT_ANSWERS[word.lower])
    if clause is None or entry is None or "clause" not in entry.frames:
        return None
    inside = subtree_indices((clause,), clause.kids("mark"))
    draft = Draft("cue.idiom@1", verb, entry.frames["clause"], "clause", clause, inside, subject)
    draft.speaker_phrase = phrase_tokens(subject, inside | {verb.i})
    return draft


_SHORT_ANSWERS = MappingProxyType({"no": "deny", "yes": "confirm"})


def _is_whether(clause: Token) -> bool:
    return any(mark.lower in ("whether", "if") for mark in clause.kids("mark"))


def pleads(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "pleads not guilty to moving the stones", which denies it, and "pleaded guilty to fraud"."""
    subject = verb.child("nsubj")
    states = verb.kids("acomp", "oprd", "dobj", "advmod")
    state = next((c for c in states if c.lower in ("guilty", "innocent")), None)
    if verb.lemma != "plead" or subject is None or state is None:
        return None
    link = next((c for above in (state, verb) for c in above.kids("prep") if c.lower == "to"), None)
    thing = link.child("pobj", "pcomp") if link is not None else None
    is_denied = state.lower == "innocent" or any(c.lower == "not" for c in (*state.children, *verb.children))
    entry = lexicon.verbs.get("deny" if is_denied else "admit")
    if thing is None or entry is None or "object" not in entry.frames:
        return None
    frame = "ing" if thing.tag == "VBG" and "ing" in entry.frames else "object"
    inside = subtree_indices((thing,))
    draft = Draft("cue.idiom@1", verb, entry.frames[frame], frame, thing, inside, subject)
    draft.speaker_phrase = phrase_tokens(subject, inside | {verb.i})
    return draft


def hears_nothing(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "would hear nothing of guns in the load" and "will not hear of it"."""
    subject, thing, helper = verb.child("nsubj"), verb.child("dobj"), verb.child("aux")
    of = _behind_of(thing) or _behind_of(verb)
    is_nothing = (thing is not None and thing.lower == "nothing") or verb.child("neg") is not None
    is_would = helper is not None and helper.lower in ("would", "will", "wo")
    entry = lexicon.verbs.get("deny")
    if verb.lemma != "hear" or subject is None or of is None or not (is_nothing and is_would) or entry is None:
        return None
    if of.pos == "PRON" or "object" not in entry.frames:
        return None
    inside = subtree_indices((of,))
    draft = Draft("cue.idiom@1", verb, entry.frames["object"], "object", of, inside, subject)
    draft.speaker_phrase = phrase_tokens(subject, inside | {verb.i})
    return draft


def holds_responsible(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "holds the airline responsible for the crash"."""
    subject, state = verb.child("nsubj"), verb.child("ccomp", "oprd")
    held = verb.child("dobj")
    if state is None and held is not None:  # "holds *a marksman responsible*": a parse hangs it on the person
        state = next((child for child in held.kids("amod") if child.i > held.i), None)
    entry = lexicon.verbs.get("blame")
    if verb.lemma != "hold" or verb.tag == "VB" or subject is None or entry is None:
        return None  # "will hold them responsible" blames nobody yet
    if state is None or state.lower not in _TO_BLAME:
        return None
    thing = state.child("nsubj") or verb.child("dobj")
    if thing is None or thing.pos == "PRON" or "object-for" not in entry.frames:
        return None
    inside = subtree_indices((thing, state))
    draft = Draft("cue.idiom@1", verb, entry.frames["object-for"], "object-for", state, inside, subject)
    draft.speaker_phrase = phrase_tokens(subject, inside | {verb.i})
    return draft


def _behind_of(token: Token | None) -> Token | None:
    link = next((c for c in token.kids("prep") if c.lower == "of"), None) if token is not None else None
    return link.child("pobj", "pcomp") if link is not None else None
