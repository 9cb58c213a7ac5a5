"""Content: what a cue hands over, as trees of the parse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vedette.attribution.cues import Cue
from vedette.reading import Token


@dataclass(frozen=True, slots=True)
class Content:
    """The trees that make up what is said."""

    frame: str
    cue: Cue
    roots: tuple[Token, ...]
    """Tokens whose whole subtrees are content."""
    link: Token | None = None
    """The preposition or particle that belongs to the cue ("called *for*"); None where there is none."""
    addressee: Token | None = None
    """Head of the phrase spoken to; None where none is told."""
    before: tuple[Token, ...] = ()
    """Trees below the roots that are no part of what is said."""

    @property
    def main(self) -> Token:
        """The root that states something: the last one ("called *him* a *liar*")."""
        return self.roots[-1]


def subtree_indices(roots: Iterable[Token], without: Iterable[Token] = ()) -> set[int]:
    """Return the indices of all tokens below the roots, leaving whole branches out."""
    barred = {token.i for token in without}
    todo = [root for root in roots if root.i not in barred]
    found = {token.i for token in todo}
    for token in todo:
        for child in token.children:
            if child.i not in barred and child.i not in found:
                found.add(child.i)
                todo.append(child)
    return found
