"""Forms of clauses: questions, gerunds, fragments, asides, and those that "that" opens."""

from __future__ import annotations

from vedette.attribution.content import subtree_indices
from vedette.reading import Token

CLAUSES = ("ccomp", "csubj", "csubjpass")
"""How a parse may tell a clause that is part of another."""
ANY_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
"""How a parse may tell the subject of a clause, clauses among them."""


def is_fragment(clause: Token) -> bool:
    """Tell whether a parse takes a participle or a mere state behind a comma for a clause."""
    if clause.pos in ("ADJ", "NOUN"):
        return clause.child("mark", "aux") is None  # "…, *his helmet white with dust*"
    return clause.tag in ("VBN", "VBD") and not any(c.dep in (*ANY_SUBJECTS, "mark", "aux") for c in clause.children)


def is_aside(clause: Token) -> bool:
    """Tell whether a parse takes a participle behind a comma for a clause ("…, she said, *still shaking*")."""
    tokens = clause.sent.tokens
    first = min(subtree_indices((clause,))) - tokens[0].i
    is_bare = clause.tag == "VBG" and not any(c.dep in (*ANY_SUBJECTS, "mark", "aux") for c in clause.children)
    return is_bare and first > 0 and tokens[first - 1].text == ","


def opens_with_that(clause: Token) -> bool:
    """Tell whether a "that" leads into a clause with a subject."""
    link = clause.child("mark")
    return link is not None and link.lower == "that" and clause.child(*ANY_SUBJECTS) is not None


def is_gerund(clause: Token) -> bool:
    """Tell whether a clause is a gerund: "shelling the town", "having shelled the town"."""
    return clause.tag == "VBG" or any(
        child.dep in ("aux", "auxpass") and child.tag == "VBG" for child in clause.children
    )


def asks(clause: Token) -> bool:
    """Tell whether a clause begins with a question word ("explores how …")."""
    return any(
        below.tag in ("WRB", "WP", "WDT") or (below.dep == "mark" and below.lower in ("whether", "if"))
        for child in clause.children
        for below in (child, *child.children)
    )
