"""Objects and prepositional phrases below a verb that are what is said ("condemned the attack")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from vedette.attribution.content import Content, subtree_indices
from vedette.attribution.cues import Cue, Entry
from vedette.attribution.speakers import is_passive
from vedette.reading import Token

# Prepositions behind an object that carry on what is said rather than tell where it was said.
_OF_CONTENT = frozenset(
    {"by", "with", "behind", "for", "as", "of", "from", "over", "about", "against", "between", "among", "like", "into"}
)
_NO_THINGS = frozenset({"which", "what", "that", "who", "whom", "himself", "themselves"})
_PREPOSITIONS = frozenset({"prep", "dative", "agent"})
_OBJECT_AND = (
    ("object-of", "of"),
    ("object-for", "for"),
    ("object-on", "on"),
    ("object-with", "with"),
    ("object-at", "at"),
    ("object-to", "to"),
)
"""Frames of an object and a phrase, with the preposition of each."""


def object_content(verb: Token, entry: Entry) -> Content | None:
    """Find a bare object ("condemned the attack"); for a passive, its subject."""
    if "object" not in entry.frames:
        return None
    passive = is_passive(verb)
    thing = verb.child("nsubjpass") if passive else verb.child("dobj", "attr")
    if thing is not None and thing.lower == "that" and thing.i > verb.i and not passive:
        return Content("object", entry.frames["object"], (thing,))  # "the minister disputed *that*"
    if thing is None or thing.lower in _NO_THINGS or (passive and thing.lower == "it"):
        return None
    return Content("object", entry.frames["object"], (thing,))


def stretched(verb: Token, found: Content) -> Content:
    """Take in what a parse hangs on the cue right behind its object ("called on X *to leave*")."""
    if is_passive(verb):
        return found
    end = max(subtree_indices(found.roots))
    more = []
    for child in verb.children:
        if child.i <= end or child.pos == "PUNCT" or child.dep == "cc":
            continue
        branch = subtree_indices((child,))
        if min(branch) != _next_after(verb, end) or not (
            child.dep == "xcomp" or (child.dep == "prep" and child.lower in _OF_CONTENT)
        ):
            break
        more.append(child)
        end = max(branch)
    return replace(found, roots=(*more, *found.roots)) if more else found


def _next_after(verb: Token, end: int) -> int:
    """Return the token after `end`, past a comma and an "and" ("support for Jordan, *and for* its leaders")."""
    tokens, first = verb.sent.tokens, verb.sent.tokens[0].i
    at = end + 1 - first
    comma = at < len(tokens) and tokens[at].text == ","
    joined = at + comma < len(tokens) and tokens[at + comma].lower == "and"
    return end + 1 + (comma + 1 if joined else 0)


def object_and_phrase_content(verb: Token, entry: Entry) -> Content | None:
    """Find "accused the army of shelling" and "blamed the army for the attack"."""
    thing = verb.child("nsubjpass") if is_passive(verb) else verb.child("dobj")
    for frame, word in _OBJECT_AND:
        if frame in entry.frames:
            link = _preposition(verb, word) or _behind_particle(verb, word) or _behind_aside(verb, word)
            if frame == "object-at":
                link = link if link is not None and _holds_number(link) else _number_below(thing)
                more = _of_whom(verb, link) if link is not None else ()
                if link is not None and thing is not None:
                    more = (*more, thing) if link.head is not verb else (*more, thing, link)
                    return Content(frame, entry.frames[frame], more)
                if link is None:
                    continue
            if frame == "object-on" and (link := _blamed_below(verb, thing)) is None:
                continue
            if link is not None:
                return Content(frame, entry.frames[frame], (thing, link) if thing is not None else (link,))
            if thing is not None and frame == "object-of" and _preposition(thing, word) is not None:
                return Content(frame, entry.frames[frame], (thing,))
    return None


def _blamed_below(verb: Token, thing: Token | None) -> Token | None:
    """Return the "on" behind which whoever is blamed stands, unlike a day ("blamed the army *on Monday*")."""
    for above in (verb, *verb.kids("agent"), *((thing,) if thing is not None else ())):
        near: Iterable[Token] = above.subtree() if above.dep == "agent" else above.children
        for token in near:
            below = token.child("pobj") if token.dep == "prep" and token.lower in ("on", "upon") else None
            if below is not None and below.ent not in ("DATE", "TIME") and below.lemma.lower() not in _MEDIA:
                return token
    return None


_MEDIA = frozenset(
    """telegram facebook twitter x instagram television tv radio page channel website site blog account media air
    visit trip weekend morning evening afternoon day""".split()
)
"""What somebody blames another "on", rather than for."""


def _behind_particle(verb: Token, word: str) -> Token | None:
    """Return the preposition that a parse hangs on the particle ("put it *down to* a burst pipe"), or None."""
    particle = verb.child("prt")
    return _preposition(particle, word) if particle is not None else None


def _behind_aside(verb: Token, word: str) -> Token | None:
    """Return the preposition that a parse hangs on the time or the doer before it, or None.

    "Accused Moscow *on Monday of* shelling it", "accused *by Kyiv of* shelling it".
    """
    for child in verb.children:
        below = child.child("pobj") if child.dep in _PREPOSITIONS else child
        if below is not None and (child.dep == "agent" or below.ent in ("DATE", "TIME")):
            link = _preposition(below, word)
            if link is not None and link.child("pcomp") is not None:
                return link
    return None


def _holds_number(link: Token) -> bool:
    """Tell whether a preposition leads to a number ("put the toll *at nine*")."""
    below = link.child("pobj")
    return below is not None and below.ent != "TIME" and holds_number(below)


def holds_number(thing: Token) -> bool:
    """Tell whether a phrase is a number or counts something ("nine", "forty *dead*")."""
    return thing.pos == "NUM" or thing.child("nummod", "quantmod") is not None


def _of_whom(verb: Token, link: Token) -> tuple[Token, ...]:
    """Return what tells behind a comma who is counted: "put it at nine, *most of them women*", "… *including* …"."""
    tokens, first = verb.sent.tokens, verb.sent.tokens[0].i
    more = []
    for child in verb.children:
        branch = sorted(subtree_indices((child,)))
        start = branch[0] - first + (tokens[branch[0] - first].text == ",")  # which a parse may count with what follows
        if child.i > link.i and tokens[start].lower in _SOME_OF and tokens[start - 1].text == ",":
            more.append(child)
    return tuple(more)


_SOME_OF = frozenset({"most", "mostly", "many", "some", "all", "half", "including", "among", "one", "two", "several"})
"""Words that open what tells who is counted."""


def _number_below(thing: Token | None) -> Token | None:
    """Return the "at" and number that a parse hangs on the thing counted or a clause of it, or None.

    "Put the number of those *who had come over at six thousand*."
    """
    if thing is None:
        return None
    links = [token for token in thing.subtree() if token.lower == "at" and token.i > thing.i]
    return links[-1] if links and _holds_number(links[-1]) else None


def phrase_content(verb: Token, entry: Entry) -> Content | None:
    """Find a prepositional phrase ("warned *of an attack*", "called for *a truce*")."""
    # "asked him about …" speaks to somebody; "called the state for the challenger" does not call for anybody.
    if verb.child("dobj") is not None and not {"person-to", "person-clause"} & entry.frames.keys():
        return None
    asked = _asked_of(verb, entry)
    if asked is not None:
        return asked
    for link in verb.children:
        is_spoken = verb.lemma in _SPEAKING and link.dep in _PREPOSITIONS and link.i > verb.i
        child = _behind_medium(link) if is_spoken else link
        if child.dep in _PREPOSITIONS and child.i > verb.i and child.lower in entry.frames:
            done = verb.child("ccomp") if not child.children else None
            if (
                done is not None
                and done.i > child.i
                and done.tag in ("VBN", "VBD")
                and done.child("aux", "auxpass") is None
            ):
                return Content(
                    child.lower, entry.frames[child.lower], (done,), link=child
                )  # "of *two tanks destroyed*"
            if child.lower == "to" and "object" in entry.frames and entry.frames["to"].stance != "confirms":
                continue
            found = below_preposition(child, entry.frames[child.lower])
            if found is not None:
                return found
    return None


def _asked_of(verb: Token, entry: Entry) -> Content | None:
    """Find what others shall do, with its doer: "called on *residents to leave*", "called for *him to be freed*"."""
    for act in verb.kids("xcomp", "advcl"):
        doer = act.child("nsubj", "nsubjpass")
        link = act.child("mark") or next((c for c in verb.kids("prep") if not c.children), None)
        is_to = any(child.lower == "to" and child.dep == "aux" for child in act.children)
        if doer is None or link is None or not is_to or link.lower not in ("for", "on", "upon"):
            continue
        if verb.i < link.i < doer.i and link.lower in entry.frames and entry.frames[link.lower].stance == "demands":
            return Content(link.lower, entry.frames[link.lower], (act,), link=link)
    return None


_SPEAKING = frozenset({"speak", "tell"})


def _behind_medium(link: Token) -> Token:
    """Return the "of" a parse hangs on where somebody spoke ("spoke *in a bulletin of forty dead*"), or the link."""
    medium = link.child("pobj") if link.lower in ("in", "on", "at", "to") else None
    of = next((c for c in medium.kids("prep") if c.lower == "of"), None) if medium is not None else None
    told = of.child("pobj") if of is not None else None
    return of if of is not None and told is not None and holds_number(told) else link


def below_preposition(link: Token, cue: Cue) -> Content | None:
    """Return what a preposition behind a cue leads to as its content; None where that is a mere date or nothing."""
    roots = tuple(child for child in link.children if child.dep in ("pobj", "pcomp") or child.dep == "ccomp")
    if not roots or (roots[0].ent in ("DATE", "TIME") and roots[0].child("det", "nummod", "prep") is None):
        return None  # "spoke of *a normal day*", but not "in May"
    # "threat to the region" is no "threat to attack", which the frame "to" stands for.
    frame = "toward" if link.lower == "to" else link.lower
    return Content(frame, cue, roots, link=link)


def _preposition(token: Token, word: str) -> Token | None:
    for child in token.children:
        if child.dep == "prep" and child.lower == word and child.children:
            return child
    return None
