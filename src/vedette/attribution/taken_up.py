"""Words told first and denied right behind: "…, *which Moscow denies*", "…, *a charge the army rejects*".

What is denied stands before the denial and is told a second time, as what the denier says is not so.
"""

from __future__ import annotations

from vedette.attribution.attributions import Draft
from vedette.attribution.content import subtree_indices
from vedette.attribution.cues import CueLexicon
from vedette.attribution.frames import verb_content
from vedette.attribution.said_things import SAID_THINGS
from vedette.attribution.speakers import phrase_tokens
from vedette.reading import Token

TAKEN_UP = "cue.taken-up@2"
DENYING_WORDS = frozenset({"deny", "dispute", "reject", "refute", "rebut", "contest", "dismiss", "contradict"})
"""Verbs that deny words told before, be they taken up by a noun, a pronoun or nothing."""
_ANYTHING = frozenset({"something"})
_MOST_ABOVE = 8
"""Steps from a noun up to its verb, at most."""


def taken_up(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Return the draft of a denial of what its own sentence tells before it, or None."""
    entry = lexicon.verb(verb) if verb.lemma in DENYING_WORDS else None
    speaker = _denier(verb)
    if entry is None or speaker is None or "object" not in entry.frames:
        return None
    main = _told_before(verb)
    if main is None:
        return None
    above = lexicon.verb(main)
    content = verb_content(main, above) if above is not None else None
    roots = content.roots if content is not None else (main,)
    inside = {i for i in subtree_indices(roots) - aside_of(verb) if i < verb.i}
    draft = Draft(TAKEN_UP, verb, entry.frames["object"], "clause", roots[-1], inside, speaker)
    draft.speaker_phrase = phrase_tokens(speaker, inside | {verb.i})
    return draft if inside else None


def aside_of(verb: Token) -> set[int]:
    """Return the tokens of a denial's clause, with the noun that takes up what is told ("*a charge* it denies")."""
    noun = verb.head
    return subtree_indices((noun if _stands_for_words(noun) else verb,))


def _denier(verb: Token) -> Token | None:
    """Return who denies: the subject of a clause about what stands before it, or who a participle is "by"."""
    thing = verb.child("dobj")
    # "Rebels came from abroad, *which* the government denies": a parse hangs it on the noun or on the verb.
    is_of_clause = verb.dep in ("advcl", "ccomp") and thing is not None and thing.lower == "which" and thing.i < verb.i
    if verb.dep == "relcl" or is_of_clause:
        subject = verb.child("nsubj")
        is_open = thing is None or (thing.lower == "which" and thing.i < verb.i)
        return subject if is_open and subject is not None and subject.tag not in ("WP", "WDT") else None
    if verb.dep == "acl" and verb.tag == "VBN" and _stands_for_words(verb.head):
        return verb.prep("by")
    return None


def _told_before(verb: Token) -> Token | None:
    """Return the verb of the clause that a denial is of; None where a comma does not set the denial off."""
    noun = verb.head
    thing = verb.child("dobj")
    if thing is None and not _stands_for_words(noun):
        return None  # "the man Moscow rejects"
    tokens, first = verb.sent.tokens, min(aside_of(verb)) - verb.sent.tokens[0].i
    if first < 1 or tokens[first - 1].text not in (",", "–", "—", "-", "("):
        return None
    for above, _ in zip((noun, *noun.ancestors()), range(_MOST_ABOVE), strict=False):
        if above.pos in ("VERB", "AUX") and not _picks_out(above):
            return above
    return None


def _picks_out(verb: Token) -> bool:
    """Tell whether a clause only tells which thing is meant ("sending drones *that hit homes*, which it denied")."""
    tokens, first = verb.sent.tokens, min(subtree_indices((verb,))) - verb.sent.tokens[0].i
    return verb.dep == "relcl" and first > 0 and tokens[first - 1].text != ","


def _stands_for_words(noun: Token) -> bool:
    return noun.lemma.lower() in SAID_THINGS | _ANYTHING
