"""Denials told by a noun: "issued a denial of any strike", "from the mayor came a sharp denial of talks"."""

from __future__ import annotations

from types import MappingProxyType

from vedette.attribution.attributions import Draft
from vedette.attribution.clause_forms import is_gerund
from vedette.attribution.content import subtree_indices
from vedette.attribution.cues import CueLexicon
from vedette.attribution.said_things import DEEDS, SAID_THINGS
from vedette.attribution.speakers import is_somebody, phrase_tokens, speaker_of
from vedette.attribution.stance import is_negated
from vedette.reading import Token

DENIAL = "cue.denial@1"
_DENIALS = frozenset({"denial", "disavowal", "refutation", "repudiation", "rebuttal"})
_ISSUING = frozenset(
    """issue put make give publish release send post repeat renew reiterate offer broadcast maintain reaffirm
    reissue""".split()
)
"""Verbs by which somebody comes out with a denial."""
_STANDING_BY = frozenset({"stand", "stick", "persist"})
_COMING = frozenset({"come", "follow", "arrive", "issue"})
"""Verbs by which a denial comes from somebody."""
_WITHHELD = frozenset(
    """access admission aid asylum bail benefit care citizenship credit entry food freedom funding help justice leave
    license licence medicine motion parole passport permission permit petition reality request right service treatment
    visa water appeal application hearing counsel liberty education vote""".split()
)
"""What is withheld from somebody rather than said not to be so ("denial of *bail*")."""


def denial(noun: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "the army issued a denial of any strike", "a denial of talks came from the palace"."""
    entry = lexicon.verbs.get("deny")
    link = next((token for token in noun.kids("prep") if token.lower == "of"), None)
    thing = link.child("pobj", "pcomp") if link is not None else None
    if noun.lemma not in _DENIALS or entry is None or thing is None or not {"object", "ing"} <= entry.frames.keys():
        return None
    if thing.pos not in ("NOUN", "PROPN") and not is_gerund(thing):
        return None
    if thing.lemma.lower() in _WITHHELD or any(c.lower == "no" for c in noun.kids("det")):
        return None
    speaker = _denier(noun)
    if speaker is None:
        return None
    frame = "ing" if is_gerund(thing) else "object"
    inside = subtree_indices((thing,))
    draft = Draft(DENIAL, noun, entry.frames[frame], frame, thing, inside, speaker, link=link)
    draft.speaker_phrase = phrase_tokens(speaker, inside | {noun.i, noun.head.i})
    return draft


def scorns(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "poured cold water on the report", "scoffed at it" and "washed its hands of the attack", which deny."""
    entry, speaker, link = lexicon.verbs.get("deny"), speaker_of(verb), _scorned_behind(verb)
    thing = link.child("pobj", "pcomp") if link is not None else None
    if entry is None or "object" not in entry.frames or thing is None or speaker is None or is_negated(verb):
        return None
    if thing.lemma.lower() not in SAID_THINGS | (DEEDS if verb.lemma == "wash" else set()):
        return None
    inside = subtree_indices((thing,))
    draft = Draft(DENIAL, verb, entry.frames["object"], "clause", thing, inside, speaker, link=link)
    draft.speaker_phrase = phrase_tokens(speaker, inside | {verb.i})
    return draft


_SCORNING = MappingProxyType(
    {
        "pour": ({"scorn", "water", "derision"}, "on"),
        "heap": ({"scorn", "derision", "ridicule"}, "on"),
        "wash": ({"hand", "hands"}, "of"),
        "scoff": (set(), "at"),
        "sneer": (set(), "at"),
        "laugh": (set(), "off"),
    }
)
"""Verbs by which somebody will have nothing of what is said, with their object and the word behind it."""


def _scorned_behind(verb: Token) -> Token | None:
    things, word = _SCORNING.get(verb.lemma, (set(), ""))
    thing = verb.child("dobj")
    if not word or (things and (thing is None or thing.lemma not in things)) or (thing is not None and not things):
        return None
    links = [link for above in (verb, *((thing,) if thing is not None else ())) for link in above.kids("prep")]
    return next((link for link in links if link.lower == word), None)


def _denier(noun: Token) -> Token | None:
    """Return who comes out with a denial, whose it is or from whom it comes; None where it is withheld or nobody's."""
    owner, verb = noun.child("poss") or noun.prep("from", "by"), noun.head
    if noun.dep == "pobj" and verb.lower in ("by", "to", "with") and verb.head.lemma in _STANDING_BY:
        verb = verb.head
    if verb.pos == "VERB" and is_negated(verb):
        return None
    if owner is not None and owner.pos != "PRON":
        return owner
    if noun.dep in ("dobj", "pobj") and verb.lemma in _ISSUING | _STANDING_BY:
        return speaker_of(verb)
    if noun.dep in ("nsubj", "nsubjpass", "dobj", "attr") and verb.lemma in _COMING:
        return verb.prep("from", "by")
    return owner if owner is not None and is_somebody(owner) else None
