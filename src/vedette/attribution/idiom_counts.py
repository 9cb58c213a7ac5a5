"""Figures told as somebody's count: "has counted nine dead", "the clinic's figure is twelve"."""

from __future__ import annotations

from vedette.attribution.attributions import Draft
from vedette.attribution.content import subtree_indices
from vedette.attribution.cues import CueLexicon
from vedette.attribution.idiom_accounts import account_draft
from vedette.attribution.said_things import DEEDS, DOCUMENTS
from vedette.attribution.speakers import is_somebody, names_somebody, phrase_tokens, speaker_of
from vedette.attribution.stance import is_negated
from vedette.reading import Token

COUNTED = "cue.count@2"
_FIGURES = frozenset({"figure", "count", "toll", "tally", "estimate", "number", "total"})
_ENUMERATING = frozenset({"count", "tally", "list", "register", "record", "document", "log"})
_TOLL = frozenset(
    "dead killed wounded injured missing victims casualties fatalities deaths bodies corpses arrests detainees".split()
)


def counted(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "the hospital has counted nine dead"."""
    subject, thing = verb.child("nsubj"), verb.child("dobj")
    is_listing = verb.lemma in _ENUMERATING or verb.lemma == "name"
    if not is_listing or subject is None or thing is None or thing.i < verb.i:
        return None
    is_number = _is_number(thing)
    is_toll = any(near.lower in _TOLL for near in (thing, *thing.kids("amod", "acl"))) or thing.lemma in _HARM
    is_toll = is_number and is_toll
    is_toll = is_toll or (is_number and subject.lemma.lower() in DOCUMENTS - _SHOWS)  # "the report lists *forty cases*"
    return account_draft(COUNTED, verb, thing, subject, lexicon) if is_toll else None


_SHOWS = frozenset({"film", "book", "story", "video", "footage"})
"""What lists its actors or chapters rather than what has happened."""
_HARM = DEEDS | {"case", "violation", "incident", "beating", "breach", "abuse", "rape", "burial", "arrest", "blow"}
"""Of what a number is told by whoever counts it ("counted *forty beatings*")."""
_REVISING = frozenset("revise raise lower correct update cut increase reduce adjust amend put up down".split())
_THE_DEAD = frozenset({"body", "corpse", "death", "victim", "casualty", "fatality"})
_REVISED = frozenset({"toll", "tally", "count", "estimate", "forecast", "projection"})


def revised(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "the ministry raised the death toll from 39 to 41" and "lowered the number of dead to four"."""
    thing, entry = verb.child("dobj"), lexicon.verbs.get("correct")
    subject, row = speaker_of(verb), entry.frames.get("object") if entry is not None else None
    if verb.lemma not in _REVISING or thing is None or subject is None or row is None or is_negated(verb):
        return None
    if not (is_somebody(subject) or subject.lower == "it" or subject.lemma.lower() in DOCUMENTS):
        return None  # "*The storm* raised the toll to 41"
    if subject.lemma.lower() in _THE_DEAD:
        return None  # "*additional bodies* pulled from the rubble raised the toll to 31"
    of = thing.prep("of")
    is_of_dead = thing.lemma in ("number", "figure") and of is not None and {of.lower, of.lemma} & _TOLL
    if thing.lemma not in _REVISED and not is_of_dead:
        return None
    links = [t for above in (verb, *verb.kids("advmod", "prep", "prt"), thing) for t in above.kids("prep")]
    to = next((t for t in links if t.lower == "to" and (below := t.child("pobj")) and _is_number(below)), None)
    if to is None:
        return None
    end = max(subtree_indices((to,)))
    inside = set(range(min(subtree_indices((thing,))), end + 1))
    draft = Draft("cue.count@2", verb, row, "clause", thing, inside, subject)
    draft.speaker_phrase = phrase_tokens(subject, inside | {verb.i})
    return draft


_GIVING = frozenset({"give", "cite", "quote", "announce", "publish", "release"})
"""Verbs by which somebody gives a figure."""


def numbered(verb: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "the clinic gives the number of dead as twelve", "gave a toll of 40", "gave turnout as 40 per cent"."""
    subject, thing = verb.child("nsubj"), verb.child("dobj", "dative")
    if verb.lemma not in _GIVING or subject is None or thing is None:
        return None
    given = verb.child("dobj")
    of = given.prep("of") if given is not None and given.lemma in _FIGURES else None
    if given is not None and of is not None and of.pos == "NUM":  # "gave (them) a toll of 40"
        return account_draft(COUNTED, verb, given, subject, lexicon)
    if verb.lemma != "give":
        return None
    # "Gave the number *of people rescued as 88*": a parse may hang the "as" on any word of the thing.
    links = (token for above in (verb, *thing.subtree()) for token in above.kids("prep") if token.lower == "as")
    link = next((below for token in links if (below := token.child("pobj")) is not None), None) or _numbers_as(verb)
    if link is None or link.i < thing.i or not _is_number(link):
        return None
    inside = subtree_indices((thing, link.head if link.head is not verb else link))
    draft = account_draft(COUNTED, verb, thing, subject, lexicon)
    if draft is not None:
        draft.inside |= inside
    return draft


def _numbers_as(verb: Token) -> Token | None:
    """Return the figure behind an "as" that a parse takes for a clause ("gave its losses *as three dead*"), or None."""
    for state in verb.kids("advcl"):
        if state.i > verb.i and state.child("mark") is not None and state.children[0].lower == "as":
            subject = state.child("nsubj", "nsubjpass")
            is_bare = state.child("aux", "auxpass") is None and state.tag in ("JJ", "VBN")
            return state if is_bare and subject is not None and _is_number(subject) else None
    return None


def _is_number(token: Token) -> bool:
    is_counted = any(child.pos == "NUM" or _is_number(child) for child in token.kids("nummod", "nsubj", "quantmod"))
    return token.pos == "NUM" or token.ent == "CARDINAL" or is_counted or any(c.pos == "NUM" for c in token.children)


def figure(noun: Token, lexicon: CueLexicon) -> Draft | None:
    """Find "the clinic's figure is twelve dead" and "Twelve dead is the figure given by the clinic"."""
    verb = noun.head
    if noun.lemma not in _FIGURES or noun.dep not in ("nsubj", "attr") or verb.lemma not in ("be", "stand"):
        return None
    other = (
        verb.child(*(("attr", "acomp") if noun.dep == "nsubj" else ("nsubj",)))
        if verb.lemma == "be"
        else verb.prep("at")
    )
    beside = next((c for c in noun.kids("compound", "nmod") if names_somebody(c)), None)  # "the police estimate"
    owner = noun.child("poss") or noun.prep("from") or _giver(noun) or beside
    if other is None or other is noun or owner is None or owner.pos == "PRON" or not _is_number(other):
        return None
    return account_draft("cue.version@1", noun, other, owner, lexicon)


def _giver(noun: Token) -> Token | None:
    """Return who gives a figure: "the figure *given by the clinic*", "the figure *the clinic gives*"."""
    for clause in noun.kids("acl", "relcl"):
        agent = clause.child("agent")
        giver = agent.child("pobj") if agent is not None else clause.child("nsubj")
        if giver is not None and giver.pos in ("NOUN", "PROPN"):
            return giver
    return None
