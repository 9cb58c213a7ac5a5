"""Under what circumstances a claim tells something: when, where, by whom, of which part.

A denial under narrower circumstances ("not by day", "not beaten by teachers") contradicts nothing told without them.
"""

from __future__ import annotations

from collections.abc import Iterator

from vedette.linking.matters import matter_of
from vedette.reading import Token

_SURE = frozenset({"really", "certainly", "definitely", "absolutely", "simply", "actually", "categorically", "only"})
"""Adverbs that leave a denial as wide as it is."""
_MANNERS = frozenset({"first", "alone", "together", "again", "twice", "there"})
_PART = frozenset({"part", "role", "hand", "involvement", "nothing"})
_SUBJECTS = ("nsubj", "nsubjpass")
HALVES = frozenset({"day", "daytime", "daylight", "night", "nighttime"})
_NARROWING = frozenset({"by", "with", "in", "at", "during", "on", "over", "about"})
"""Prepositions that lead to the circumstances of what is told."""
_TOWARDS = frozenset({"from", "of", "to", "into", "for", "against"})
"""Those that do so before a noun ("withdrew *from the ceasefire*", "died *of hunger*")."""


_TAKING_UP = frozenset({"it", "them", "this", "that"})
TAKEN_UP = "it:"
"""Stands for a circumstance told by a mere "it" ("was dismissed *over it*"), which may be whichever the other names."""


def asides(main: Token | None) -> frozenset[str]:
    """Return marks of how a time bounds what is told: "before:", "after:", "until:", "since:", "by:" and "still:".

    What is said of an earlier time contradicts nothing of a later one.
    """
    if main is None:
        return frozenset()
    found = {"by:"} if any(_is_deadline(link) for link in main.kids("prep")) else set()
    below = (*main.children, *(link for clause in main.kids("advcl") for link in clause.kids("mark", "advmod")))
    found.update(f"{link.lower}:" for link in below if link.lower in ("before", "after", "until", "since", "still"))
    return frozenset(found)


def _is_deadline(link: Token) -> bool:
    """Tell whether a "by" leads to a time ("had not arrived *by evening*")."""
    below = link.child("pobj", "pcomp", "advmod")
    return link.lower == "by" and below is not None and (below.ent in ("DATE", "TIME") or below.lower in _MOMENTS)


_MOMENTS = frozenset("dawn morning noon midday afternoon evening dusk nightfall night midnight then now".split())


def circumstances(main: Token | None) -> frozenset[str]:
    """Return the matters under which a predicate is told, so that denying it so leaves open whether it was otherwise.

    Behind its prepositions ("not *by day*", "not *of hunger*"), by whom, in what state, and of what there was none.
    """
    if main is None:
        return frozenset()
    found: set[str] = set()
    # "Was not safe *for lorries*", "did not urge them to vote *for any party*".
    states = [*(main.kids("acomp", "oprd") if main.lemma == "be" else []), *main.kids("xcomp")]
    # Behind a noun ("rejected the tale on television") they are the telling's.
    for prep in _preps(main, *states) if main.pos in ("VERB", "AUX") else ():
        below = prep.child("pobj")
        if below is not None and below.lower in _TAKING_UP:
            found.add(TAKEN_UP)
        if below is None or not _narrows(prep, below):
            continue
        if below.ent == "" or below.lower in HALVES:
            found.add(_chief_matter(below))
    agent = main.child("agent")
    doer = agent.child("pobj") if agent is not None else None
    if doer is not None and doer.pos == "NOUN":
        found.add(_chief_matter(doer))
    if main.pos == "VERB":
        # "Did not drive there *purposely*", "had not fired *first*" leave it open whether they did at all.
        found.update(HOW + a.lower for a in main.kids("advmod") if a.pos == "ADV" and _tells_how(a.lower))
        found.update(HOW + state.lemma.lower() for state in main.kids("acomp", "oprd"))
    for noun in main.kids(*_SUBJECTS, "dobj", "attr"):
        if noun.lemma not in _PART and any(child.lower == "no" and child.dep == "det" for child in noun.children):
            part = noun.prep("of")
            found.update(matter_of(noun), matter_of(part) if part is not None and part.pos == "NOUN" else ())
    found.update(_scope(main))
    return frozenset(found)


def _preps(*words: Token) -> Iterator[Token]:
    for word in words:
        yield from word.kids("prep", "dative")


_WHOLE = frozenset({"all", "whole", "entire", "entirely", "every", "everywhere", "fully", "wholly", "completely"})
_FURTHER = frozenset({"other", "others", "another", "else", "only"})
HOW = "how:"
"""Before how something is done and in what state ("did not enter *armed*", "had not fired *first*")."""
SET_APART = HALVES | _WHOLE | _FURTHER
"""Circumstances that always leave something open: half of the day, the whole of a thing, whatever else."""


def _scope(main: Token) -> Iterator[str]:
    """Yield the words that make a "not" deny a whole, or something further: "not *all* ports", "no *other* crane"."""
    for token in _own_words(main):
        is_of_all = token.lower in _WHOLE and token.head.lower != "at"  # "not at all"
        is_further = token.lower in _FURTHER and token.head is not main and not _is_either(token)
        if is_of_all or is_further:
            yield token.lower


def _own_words(main: Token) -> Iterator[Token]:
    """Yield a predicate's words without those of other clauses: "nobody had died, and *all of them were fed*"."""
    for child in main.children:
        is_clause = child.dep in ("advcl", "relcl", "parataxis") or (child.dep == "conj" and child.pos in _PREDICATES)
        if not is_clause:
            yield child
            yield from _own_words(child)


_PREDICATES = ("VERB", "AUX")
_SIDES = frozenset({"side", "bank", "end", "half", "shore"})


def _is_either(further: Token) -> bool:
    """Tell whether a further thing stands beside the first ("launchers *or any other* weapon"), or is one of two."""
    thing = further.head
    tokens, at = thing.sent.tokens, min(thing.i, *(child.i for child in thing.children)) - thing.sent.tokens[0].i
    before = [token.lower for token in tokens[max(0, at - 2) : at]]
    return "or" in before or (thing.lemma in _SIDES and any(child.lower == "the" for child in thing.children))


_PERSONAL = frozenset({"him", "her", "them", "us", "me"})


def _tells_how(adverb: str) -> bool:
    return adverb in _MANNERS or (adverb.endswith("ly") and adverb not in _SURE)


def _narrows(prep: Token, below: Token) -> bool:
    if any(child.lower == "such" for child in below.children):
        return False  # "had not been named to any such post"
    return (prep.lower in _NARROWING and below.pos in ("NOUN", "PRON")) or (
        prep.lower in _TOWARDS and (below.pos == "NOUN" or below.lower in _PERSONAL)
    )


def _chief_matter(noun: Token) -> str:
    return next(iter(matter_of(noun)), noun.lemma.lower())
