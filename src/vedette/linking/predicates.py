"""Predicates: what a content hangs on, the matter it tells, what stands in its focus, and what undergoes it."""

from __future__ import annotations

from collections.abc import Sequence, Set

from vedette.attribution.said_things import SAID_THINGS
from vedette.linking.matters import idioms, matter_of
from vedette.reading import Token
from vedette.reading.actor_nouns import load_actor_nouns

_FOCUS = ("dobj", "attr", "acomp", "pobj", "xcomp", "oprd", "nsubjpass")
_OCCURRING = frozenset({"happen", "occur", "be", "exist"})
"""Verbs of which the subject is what is said to be or not to be ("no meeting took place")."""
UNDERGOING = frozenset({"die", "perish", "fall", "flee", "drown", "collapse", "explode", "burn"})
"""Verbs whose subject has it done to him, where they have no object ("*burned* the granary")."""
_LIFE_TAKING = frozenset({"cost", "claim", "take", "lose"})
_SHARES = frozenset({"none", "some", "most", "many", "several", "few"})
"""Parts of a group."""


def predicate_of(tokens: Sequence[Token]) -> Token | None:
    """Return the word a content hangs on: its verb, where it has one."""
    inside = {token.i for token in tokens}
    tops = [t for t in tokens if (t.head is t or t.head.i not in inside) and t.pos != "PUNCT"]
    main = next((t for t in tops if t.pos in ("VERB", "AUX")), tops[0] if tops else None)
    cleft = clefted(main) if main is not None and main.pos in ("VERB", "AUX") else None
    if cleft is not None:
        return main
    if main is not None and (vouched := _vouched_for(main)) is not None and vouched.i in inside:
        return vouched
    if main is not None and main.lemma.lower() in SAID_THINGS and (told := _told_in(main, inside)) is not None:
        return told  # "dismissed *reports of deaths*", "denied *the charge that it had fired*"
    if main is not None and main.pos not in ("VERB", "AUX"):
        # "the rebels of burning the granaries": the gerund tells what they are said to have done.
        gerund = next((t for t in tokens if t.tag == "VBG" and t.dep in ("pcomp", "acl")), None)
        return gerund or main
    return main


def _vouched_for(main: Token) -> Token | None:
    """Return the verb of what is said to be so or not: "it is not true *that the gate had been opened*"."""
    subject, state = main.child("nsubj"), main.child("acomp", "attr")
    is_so = main.lemma == "be" and subject is not None and subject.lower in ("it", "there") and state is not None
    if not is_so or state is None or state.lower not in _SO:
        return None
    clause = main.child("ccomp") or state.child("ccomp", "acl")
    is_that = clause is not None and (link := clause.child("mark")) is not None and link.lower == "that"
    return clause if is_that else None


_SO = frozenset({"true", "so", "correct", "case", "question", "truth"})


def _told_in(saying: Token, inside: Set[int]) -> Token | None:
    """Return what a thing said is about: the clause or noun behind it; None where it has an owner, who is answered."""
    if saying.child("poss") is not None:
        return None
    clause = saying.child("acl", "ccomp")
    about = saying.prep("of") or saying.prep("about")
    found = clause or about
    return found if found is not None and found.i in inside else None


_CARRYING = frozenset({"carry", "launch", "conduct", "commit", "stage", "mount", "perpetrate", "make", "take", "give"})
"""Verbs that leave it to their object what is done."""


_LEADING = frozenset({"ask", "tell", "want", "need", "let", "seem"})
"""Light verbs that lead to a deed somebody else may do, and are a predicate of their own there."""


def predicate_matter(main: Token | None) -> str:
    """Return the matter a predicate tells: of "carried out *an attack*" its object's; empty where it tells none."""
    if main is None:
        return ""
    if main.lemma in _LEADING and main.child("xcomp", "ccomp") is not None:
        return main.lemma  # "was not *asked* to resign" tells of the asking
    carried = main.child("dobj", "nsubjpass") if main.lemma in _CARRYING else None
    is_deed = carried is not None and carried.pos == "NOUN" and carried.lemma != "place"
    found = matter_of(carried) if carried is not None and is_deed else ()
    return next(iter(found or matter_of(main)), "")


def focus_of(main: Token | None, tokens: Sequence[Token]) -> frozenset[str]:
    """Return the matters a content is about first: those of its predicate and of what stands right below it."""
    if main is None:
        return frozenset()
    cleft = clefted(main)
    did = cleft.child("relcl") if cleft is not None else None
    main = did if did is not None else main
    near = [main, *(child for child in main.children if child.dep in _FOCUS)]
    inside = {token.i for token in tokens}
    near += [t for t in tokens if t.pos == "ADJ" and t.head.i not in inside]  # "called the vote free"
    near += [below for child in main.children if child.dep in ("dobj", "attr", "acomp") for below in child.kids("conj")]
    if main.lemma in _OCCURRING or _takes_place(main):
        near += main.kids("nsubj", "nsubjpass", "attr")
    for prep in main.kids("prep"):
        below = prep.child("pcomp")
        near += [below] if below is not None else []
    if main.pos == "NOUN" and (of := main.prep("of")) is not None:
        near.append(of)  # "any oath *of loyalty*"
    for token in tokens:
        judged = token.child("pobj") if token.lower == "as" and token.dep == "prep" else None
        near += [judged, *judged.kids("amod")] if judged is not None else []
    found = frozenset(word for token in near for word in matter_of(token)) | idioms(tokens)
    if main.lemma == "lose" and any(c.dep == "dobj" and c.lemma != "life" and _is_people(c) for c in main.children):
        return found | {"death", "loss"}
    if main.lemma in _LIFE_TAKING and any(child.lemma == "life" for child in main.children):
        found |= {"death"}
    return found


def _takes_place(main: Token) -> bool:
    """Tell whether a verb tells no more than that its subject is: "the meeting *took* place", "the truce *held*"."""
    done = main.child("dobj")
    return (main.lemma == "take" and done is not None and done.lower == "place") or (
        main.lemma == "hold" and done is None
    )


def deed_of(main: Token | None) -> Token | None:
    """Return the verb of "it was X who did it"; the predicate itself elsewhere."""
    cleft = clefted(main) if main is not None else None
    return (cleft.child("relcl") or main) if cleft is not None else main


def _is_people(token: Token) -> bool:
    return token.lemma.lower() in ("man", "soldier", "fighter", "woman", "people", "troop", "officer", "life", "marine")


def clefted(main: Token) -> Token | None:
    """Return whom "it was X who did it" names as the doer."""
    subject, attr = main.child("nsubj"), main.child("attr")
    is_cleft = main.lemma == "be" and subject is not None and subject.lower == "it" and attr is not None
    return attr if is_cleft and attr is not None and attr.child("relcl") is not None else None


def things_of(main: Token | None) -> frozenset[str]:
    """Return what a predicate is done to: its objects, for a passive or a verb of undergoing its subject."""
    if main is None:
        return frozenset()
    heads = main.kids("dobj", "nsubjpass") or (main.kids("nsubj") if main.lemma in UNDERGOING else [])
    if main.child("auxpass") is not None and not heads:
        heads = main.kids("nsubj")
    # "*Ambassador* Fairweather" may be told as "the ambassador".
    nouns = load_actor_nouns()
    heads += [p for h in heads for p in h.kids("compound") if p.pos == "NOUN" or nouns.word(p.lower) is not None]
    heads += [below for head in heads if (below := head.prep("of")) is not None]
    # "None of its commanders" is told of commanders, not of whatever the other claim names.
    heads = [head for head in heads if head.lower not in _SHARES or head.prep("of") is None]
    return frozenset(word for head in heads if head.pos != "NUM" for word in (*matter_of(head), head.lower))
