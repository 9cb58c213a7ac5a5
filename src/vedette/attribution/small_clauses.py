"""Small clauses: a thing and what it is called or described as, without a verb ("called him a liar")."""

from __future__ import annotations

from vedette.attribution.clause_forms import CLAUSES, opens_with_that
from vedette.attribution.content import Content
from vedette.attribution.cues import Entry
from vedette.attribution.said_things import REJECTING, SAID_THINGS
from vedette.attribution.speakers import is_passive
from vedette.reading import Token

_FINITE = frozenset({"VBZ", "VBP", "MD"})
_BODILY = frozenset(
    """dead alive unconscious semiconscious unresponsive injured wounded hanged shot stabbed strangled drowned asleep
    missing bleeding beheaded""".split()
)
"""In what state somebody is found; no judgement."""
_NAMING = frozenset({"brand", "label", "call", "dub", "term", "deem"})
"""Verbs of whose two objects the second says what the first is."""


def small_clause_content(verb: Token, entry: Entry) -> Content | None:
    """Find "called him a liar" and "described the vote as a farce"."""
    frames = entry.frames
    if "small" not in frames and "object-as" not in frames:
        return None
    passive = is_passive(verb)
    thing = verb.child("nsubjpass") if passive else _thing_judged(verb)
    if "small" in frames:
        clause = verb.child(*CLAUSES)
        said = verb.child("oprd")
        judged = _judged(verb)
        if judged is not None and not passive:
            return Content("small", frames["small"], judged)
        if said is not None:
            told = _told_by_it(verb, thing)
            return Content("small", frames["small"], (thing, *told, said) if thing is not None else (said,))
        # "Found the gates open", unlike "the gates were left open, the inquiry found".
        is_bare = clause is not None and clause.i > verb.i and clause.child("mark", "aux", "auxpass") is None
        if clause is not None and is_bare and clause.child("nsubj") is not None and clause.tag not in _FINITE:
            return Content("small", frames["small"], (clause,))
    if "object-as" in frames:
        link = next((c for c in verb.children if c.dep == "prep" and c.lower == "as" and c.i > verb.i), None)
        link = link or _state_after_as(verb)
        if link is not None and link.children:
            roots = (*_told_by_it(verb, thing), *_taken_as(verb, thing, link))
            return Content("object-as", frames["object-as"], roots, link=link if link not in roots else None)
        is_judged = thing is not None and any(t.lower == "as" and t.i > thing.i for t in _some_below(thing))
        if thing is not None and is_judged and not passive:
            return Content("object-as", frames["object-as"], (thing,))
    return None


def _told_by_it(verb: Token, thing: Token | None) -> tuple[Token, ...]:
    """Return the "that" clause which an "it" stands for: "called *it* untrue *that its men had crossed*"."""
    if thing is None or thing.lower != "it":
        return ()
    return tuple(clause for clause in verb.kids("ccomp") if clause.i > thing.i and opens_with_that(clause))


def _state_after_as(verb: Token) -> Token | None:
    """Return a state behind "as" that a parse takes for a clause ("described the vote *as rigged*"), or None."""
    for state in verb.kids("advcl"):
        first = state.children[0] if state.children else state
        is_bare = state.pos == "ADJ" or (state.tag == "VBN" and state.child("aux", "auxpass") is None)
        if state.i > verb.i and first.lower == "as" and is_bare and state.child("nsubj", "nsubjpass") is None:
            return state
    return None


def _taken_as(verb: Token, thing: Token | None, link: Token) -> tuple[Token, ...]:
    """Return a thing and what it is taken as; the latter alone where a "what" stands for it."""
    if thing is not None:
        return thing, link
    if is_passive(verb):
        return (link,)
    return (*(c for c in verb.kids("prep") if c.i > link.i), *link.children)


def _thing_judged(verb: Token) -> Token | None:
    """Return a verb's object but for a "what" that stands for what follows ("condemned *what* it called a trap")."""
    thing = verb.child("dobj")
    return thing if thing is None or thing.lower != "what" or thing.i > verb.i else None


def is_no_judgement(verb: Token, told: Token) -> bool:
    """Tell whether what is called or found is a number or a body's state ("called 911", "found him *dead*")."""
    is_clause = told.dep == "ccomp" and (told.tag == "VBD" or told.child("mark", "aux", "auxpass") is not None)
    return told.pos == "NUM" or (verb.lemma == "find" and told.lower in _BODILY and not is_clause)


def _judged(verb: Token) -> tuple[Token, ...] | None:
    """Return a thing said and what it is called, where a parse has other names for the two.

    Two objects ("called *this account* an *overstatement*"), one word before the other ("called *the farmers' story*
    cheap *propaganda*"), or a stray adjective ("found *the announcement premature*").
    """
    objects = [child for child in verb.children if child.dep in ("dobj", "oprd") and child.i > verb.i]
    if not objects:
        return None
    thing = objects[0]
    if thing.lemma.lower() in SAID_THINGS:
        after = [c for c in verb.children if c.i > thing.i and (c in objects or (c.dep == "advmod" and c.pos == "ADJ"))]
        is_plain = len(objects) == 1 or objects[1].dep == "oprd" != thing.dep
        # "Called the accusations *absurd and baseless*": a parse makes one noun phrase of it.
        after += [word for c in thing.kids("amod") if c.i > thing.i for word in (c, *c.kids("conj"))]
        if verb.lemma in _NAMING and len(objects) == 2 and objects[1].child("det") is not None:
            return thing, objects[1]  # "branded *the claim an insult*"
        after += _last_below(verb, thing)
        stray = [c for c in after if c.lower in REJECTING or any(k.lower in REJECTING for k in c.kids("amod"))]
        return (thing, stray[0]) if stray and not (is_plain and stray[0].dep == "oprd") else None
    called = [c for c in thing.kids("nmod", "compound") if c.lemma.lower() in SAID_THINGS and c.child("det", "poss")]
    return (thing,) if called and thing.lower in REJECTING else None


def _last_below(verb: Token, thing: Token) -> list[Token]:
    """Return the verdict a parse hangs on the last noun of a thing said ("called the charge of spying *absurd*")."""
    behind = verb.sent.tokens[thing.i + 1 - verb.sent.tokens[0].i :]
    end = next((k for k, token in enumerate(behind) if token.pos == "PUNCT"), len(behind))
    last = behind[end - 1] if end > 1 else None
    is_state = last is not None and (last.pos == "ADJ" or last.tag in ("VBN", "VBD") or behind[end - 2].pos == "NOUN")
    is_verdict = is_state and verb.lemma in _NAMING
    return [last] if last is not None and is_verdict and last.lower in REJECTING else []


def _some_below(thing: Token) -> list[Token]:
    """Return what hangs on an object down to the third step, where a parse may put an "as" with what follows it."""
    first = [child for child in thing.children if child.dep in ("prep", "acl", "advcl", "amod")]
    second = [below for child in first for below in child.children if below.dep in ("prep", "advcl", "advmod")]
    third = [below for child in second for below in child.children if below.dep in ("advmod", "mark", "prep")]
    return [*(c for c in first if c.dep == "prep"), *second, *third]
