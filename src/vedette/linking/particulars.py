"""Particulars: names of places, qualities and kinds, by which a content tells of which of several things it speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vedette.linking.circumstances import HALVES
from vedette.reading import Token
from vedette.reading.actor_nouns import load_actor_nouns

_DIRECTIONS = frozenset({"north", "south", "east", "west"})
_PLACE_ENTS = frozenset({"GPE", "LOC", "FAC"})
_BEING = frozenset({"be", "stay", "remain", "belong", "fall"})
"""Verbs whose subject does nothing ("*Upper Osta* stays ours")."""
_NO_SITES = frozenset({"PERSON", "DATE", "TIME"})
_WHERE = frozenset({"in", "near", "at", "from", "into", "outside", "around", "off"})


def sites(tokens: Sequence[Token], main: Token | None) -> Iterator[str]:
    """Yield the names of places and things, whole; not those of doers and persons."""
    run: list[Token] = []
    doers = [] if main is None else main.kids("agent") if main.lemma in _BEING else main.kids("nsubj", "agent")
    doing = {t.i for doer in doers for t in doer.subtree()}
    for token in (*tokens, None):
        if token is not None and token.pos == "PROPN" and (token.ent not in _NO_SITES or _is_where(token)):
            run.append(token)
            continue
        if run:
            head = run[-1]
            if (
                head.i not in doing
                and not _is_somebody(run, token)
                and (
                    head.dep in ("pobj", "dobj", "nsubjpass", "attr", "compound", "poss", "nsubj")
                    or head.ent in _PLACE_ENTS
                )
            ):
                yield " ".join(part.lower for part in run)
            run = []


def _is_somebody(run: Sequence[Token], behind: Token | None) -> bool:
    """Tell whether a run of names is no place's: "*General* Sool", "the Red Valley *Brigade*"."""
    nouns = load_actor_nouns()
    title, body = nouns.word(run[0].lower), nouns.word(run[-1].lower)
    is_titled = title is not None and title.stands_for == "person"
    is_before_name = behind is not None and behind.ent == "PERSON" and behind.pos == "PROPN"
    is_body = body is not None and len(run) > 1 and body.kind in _BODIES
    return (is_titled and (len(run) > 1 or is_before_name)) or is_body


_BODIES = frozenset({"military", "armed_group", "police", "government", "party", "organisation", "media"})


def _is_where(name: Token) -> bool:
    """Tell whether a name tells a place, whatever it is taken for ("nobody had marched *in Kara*")."""
    return name.ent == "PERSON" and name.dep == "pobj" and name.head.lower in _WHERE


def qualities(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the points of the compass, the adjectives before nouns, and ordinals that stand for a noun."""
    for token in tokens:
        if token.lower in _DIRECTIONS:
            yield token.lower
        if token.dep == "amod" and token.pos == "ADJ" and token.head.pos in ("NOUN", "PROPN"):
            yield token.lower
        if token.dep in _STANDING and token.lower in _ORDINALS:
            yield token.lower  # "*the second* weighed 112 grams"


_STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_ORDINALS = frozenset({"first", "second", "third", "fourth"})


def kinds(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Yield (thing, kind) of what is told apart by words beside it: ("plant", "water"), ("ballot", "city").

    What tells where or how is set apart only by the same preposition: ("attack on", "market"); when, by none.
    """
    for token in tokens:
        if token.head.pos != "NOUN":
            continue
        is_before = token.dep == "compound" and token.i < token.head.i
        if is_before or (token.dep == "amod" and token.pos == "ADJ"):
            yield token.head.lemma.lower(), token.lower
        elif token.dep == "poss" and token.pos == "NOUN":
            yield token.head.lemma.lower(), token.lemma.lower()
        elif token.dep == "prep" and (below := token.child("pobj")) is not None and _is_kind(below):
            link = "" if token.lower in ("of", "from") else f" {token.lower}"
            yield token.head.lemma.lower() + link, below.lemma.lower()


def _is_kind(below: Token) -> bool:
    return below.pos == "NOUN" and below.ent not in ("DATE", "TIME") and below.lower not in HALVES
