"""Polarity and mood of a predicate: whether it is negated, and told as a fact, a plan, a duty or a mere possibility."""

from __future__ import annotations

from collections.abc import Sequence, Set

from vedette.attribution.stance import is_negated
from vedette.linking.matters import tells_place
from vedette.model import Claim
from vedette.model.gist import Mood
from vedette.reading import Token

_NEGATIVES = frozenset({"no", "not", "n't", "n’t", "never", "none", "nothing", "nobody", "without", "neither", "nor"})
_SUBJECTS = ("nsubj", "nsubjpass")
_CONDITIONS = frozenset({"if", "unless", "whether", "until"})
_POSSIBLE = frozenset({"could", "may", "might", "can"})
_DUTY = frozenset({"must", "should", "ought"})
_PLANNED = frozenset({"will", "would", "shall", "wo", "'ll", "’ll"})
_MEANING = frozenset(
    {"intend", "want", "plan", "hope", "decide", "vote", "seek", "wish", "aim", "prepare", "threaten", "order"}
)
"""Verbs that lead to what is not done yet ("voted *to demolish* the hall")."""


def is_negative(main: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a content denies what its predicate tells: by a "not", by "no" of its parts, or as "far from" it."""
    if is_negated(main) or _is_far_from(main) or _reaches_nothing(main):
        return True
    for child in main.children:
        if child.dep in (*_SUBJECTS, "dobj", "attr", "expl") and child.lower in _NEGATIVES:
            return True
        if child.dep in (*_SUBJECTS, "dobj", "attr", "npadvmod") and any(
            below.lower in ("no", "not", "none")
            and below.dep in ("det", "neg", "preconj", "advmod")
            and not _is_joined(below)
            for below in child.children
        ):
            return True
    # "had no part in", "took no bribes": the "no" may hang one step deeper.
    return main.lemma in ("have", "take", "be") and any(
        token.lower in ("no", "nothing", "nobody", "none")
        and token.i > main.i
        and token.i - main.i <= 3
        and not _is_joined(token)
        for token in tokens
    )


def _reaches_nothing(main: Token) -> bool:
    """Tell whether a predicate leads to nothing: "agreed to *nothing*", "met with *nobody*", "went *nowhere*".

    "Armed with *nothing but* knives", "died *for nothing*" deny nothing.
    """
    for child in main.kids("prep", "advmod"):
        reached = child.child("pobj") if child.dep == "prep" else child
        if reached is None or reached.lower not in ("nobody", "nothing", "nowhere"):
            continue
        tokens, behind = reached.sent.tokens, reached.i - reached.sent.tokens[0].i + 1
        is_bound = behind < len(tokens) and tokens[behind].lower in ("but", "except", "more", "less", "other")
        if not is_bound and (reached.lower != "nothing" or child.lower in ("to", "on", "from", "into")):
            return True
    return False


def _is_joined(token: Token) -> bool:
    """Tell whether a hyphen joins a "no" to what follows: "a *no*-go area" denies nothing."""
    tokens, at = token.sent.tokens, token.i - token.sent.tokens[0].i
    return at + 1 < len(tokens) and tokens[at + 1].text.startswith("-")


def _is_far_from(main: Token) -> bool:
    """Tell whether something is "far from" what it is said to be; "far from *the town*" tells where it is."""
    for token in (main, *main.children):
        link = (
            next((below for below in token.children if below.lower == "from"), None) if token.lower == "far" else None
        )
        if link is not None:
            of = link.child("pobj")
            return of is None or not (of.pos == "PROPN" or tells_place(of))
    return False


def mood_of(claim: Claim, main: Token | None, inside: Set[int]) -> Mood:
    """Return how a claim tells its predicate: by its stance, by helping verbs, by a condition or by a verb of meaning.

    main: what the content hangs on. inside: indices of the claim's tokens.
    """
    if claim.stance in ("fears", "doubts"):
        return "possible"
    # "Complained that only two were ever found" tells a fact, "criticised the search" does not.
    is_told = main is not None and main.pos in ("VERB", "AUX") and main.child("nsubj", "nsubjpass", "expl") is not None
    is_judged = claim.attitude in ("supports", "criticises") and claim.stance != "accuses" and not is_told
    if claim.stance == "demands" or is_judged:
        return "duty"
    helpers = {child.lower for child in main.children if child.dep == "aux"} if main is not None else set()
    if main is not None and _is_conditional(main, inside):
        return "possible"
    if helpers & _DUTY or (main is not None and main.lemma == "have" and main.child("xcomp") is not None):
        return "duty"
    if helpers & _POSSIBLE and "have" not in helpers:
        return "possible"
    is_meant = main is not None and main.lemma in _MEANING and _leads_on(main)
    is_plan = helpers & _PLANNED or is_meant or claim.stance in ("promises", "threatens") or claim.attitude == "intends"
    return "plan" if is_plan else "fact"


def _leads_on(main: Token) -> bool:
    """Tell whether a verb leads to an infinitive: "voted *to close* the hall", "ordered the trees *to be felled*"."""
    return any(below.lower == "to" for clause in main.kids("xcomp", "ccomp") for below in clause.kids("aux"))


def _is_conditional(main: Token, inside: Set[int]) -> bool:
    """Tell whether something is said of a condition, or under one: "*if* parliament passes the budget".

    inside: indices of the claim's tokens; "*if* the police are to be believed" is none of them.
    """
    marks = [*main.kids("mark"), *(mark for clause in main.kids("advcl") for mark in clause.kids("mark"))]
    own = [mark for mark in marks if mark.i in inside]
    return any(mark.lower in _CONDITIONS for mark in own if mark.head is main or mark.lower in ("if", "unless"))
