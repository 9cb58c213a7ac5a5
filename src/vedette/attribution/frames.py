"""What is said: from a cue to the words of its content, by the frames of the lexicon."""

from __future__ import annotations

from vedette.attribution.clause_forms import ANY_SUBJECTS, opens_with_that
from vedette.attribution.complement_clauses import clausal_content, displaced_content
from vedette.attribution.complement_phrases import (
    below_preposition,
    object_and_phrase_content,
    object_content,
    phrase_content,
    stretched,
)
from vedette.attribution.content import Content
from vedette.attribution.cues import Entry
from vedette.attribution.small_clauses import is_no_judgement, small_clause_content
from vedette.reading import Token


def verb_content(verb: Token, entry: Entry) -> Content | None:
    """Return the content of a verb cue by the first of its frames that fits, or None."""
    if any(is_no_judgement(verb, told) for told in verb.kids("oprd", "ccomp")):
        return None  # "called 911", "found him dead": nobody thinks or says so
    found = small_clause_content(verb, entry) or clausal_content(verb, entry)
    if found is not None:
        return found
    found = (
        object_and_phrase_content(verb, entry)
        or displaced_content(verb, entry)
        or phrase_content(verb, entry)
        or object_content(verb, entry)
    )
    return stretched(verb, found) if found is not None else None


def word_content(word: Token, entry: Entry) -> Content | None:
    """Return the content of a noun or adjective cue, or None."""
    frames = entry.frames
    for child in word.children:
        if child.i < word.i:
            continue
        if child.dep in ("acl", "ccomp", "relcl", "xcomp"):
            frame = _clausal_frame(child)
            if frame is not None and frame in frames:
                return Content(frame, frames[frame], (child,))
    for child in word.children:  # behind the clauses: "a statement *of one line*, that the palace had not fallen"
        if child.i > word.i and child.dep == "prep" and child.lower in frames:
            found = below_preposition(child, frames[child.lower])
            if found is not None:
                return found
    return _beside_word(word, entry)


def _beside_word(word: Token, entry: Entry) -> Content | None:
    """Find a "that" clause which a parse hangs on the verb before an adjective or noun.

    "*Is* adamant *that* …", "*issued* a denial on Monday *that* …".
    """
    is_issued = word.dep == "dobj" and word.head.lemma in _ISSUING
    clause = word.head.child("ccomp") if word.dep == "acomp" or is_issued else None
    if clause is None and is_issued:  # "put out a denial within *the hour that* …", where a parse hangs it on the hour
        behind = (c for link in word.head.kids("prep") for c in link.subtree() if c.dep in ("relcl", "acl"))
        clause = next((c for c in behind if c.head.dep == "pobj" and opens_with_that(c)), None)
    if clause is None or "clause" not in entry.frames or clause.i < word.i or not opens_with_that(clause):
        return None
    return Content("clause", entry.frames["clause"], (clause,))


_ISSUING = frozenset({"put", "issue", "make", "give", "publish", "release", "send", "post", "repeat", "renew", "offer"})
"""Verbs by which somebody comes out with a denial, a claim or the like."""


def _clausal_frame(child: Token) -> str | None:
    for below in child.children:
        if below.dep == "aux" and below.lower == "to":
            return "to"
        if below.dep == "mark" and below.lower in ("that", "whether", "if"):
            return "clause"
        if below.dep in ANY_SUBJECTS and child.dep == "ccomp":
            return "clause"
    return None
